"""Class and office of somebody who was found, on the day of the act."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.records.access import NotAllowedError
from netra.records.jobs import moment
from netra.records.reports.actions import describe_respondent
from netra.records.reports.models import Respondent
from netra.web.desk.case_forms import RespondentForm
from netra.web.desk.supervision.access import (
    Matter,
    open_finding,
    open_observation,
    open_tracing,
    posted,
)
from netra.web.routes import StaffRequest

__all__ = ["finding_respondent", "observation_respondent", "tracing_respondent"]


def observation_respondent(
    request: StaffRequest, pk: int, respondent: int
) -> HttpResponse:
    """Describe somebody an observation found."""
    matter = open_observation(request, pk, Action.WRITE_STUDY)
    return _describe(request, matter, respondent, "observation")


def tracing_respondent(request: StaffRequest, pk: int, respondent: int) -> HttpResponse:
    """Describe somebody a tracing found."""
    matter = open_tracing(request, pk, Action.WRITE_STUDY)
    return _describe(request, matter, respondent, "tracing")


def finding_respondent(request: StaffRequest, pk: int, respondent: int) -> HttpResponse:
    """Describe somebody a finding is about."""
    matter = open_finding(request, pk, Action.WRITE_STUDY)
    return _describe(request, matter, respondent, "finding")


def _describe(
    request: StaffRequest, matter: Matter, respondent: int, back: str
) -> HttpResponse:
    person: Respondent = get_object_or_404(matter.respondents, pk=respondent)
    form = RespondentForm(posted(request), respondent=person)
    if form.is_bound and form.is_valid():
        try:
            describe_respondent(
                respondent=person,
                **form.cleaned_data,
                actor=request.actor,
                at=moment.now(),
            )
        except NotAllowedError as error:
            raise PermissionDenied(error.reader_message) from error
        messages.success(request, _("Keterangan orang ini disimpan."))
        return redirect(back, pk=matter.pk)
    context = {"matter": matter, "person": person, "form": form, "back": back}
    page = "desk/supervision/respondent.html"
    return render(request, page, context, status=422 if form.is_bound else 200)

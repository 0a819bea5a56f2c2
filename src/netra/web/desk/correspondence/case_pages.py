"""The timeline of a case, quick notes from its page, numbers for its papers."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from netra.domain.access import Action
from netra.domain.law import Paper
from netra.records.cases.models import Case
from netra.records.correspondence import actions
from netra.records.correspondence.content import EntryContent, Links
from netra.records.correspondence.models import AgendaEntry
from netra.records.documents.queries import papers_of_case
from netra.records.jobs import moment
from netra.web.desk.case_access import back_to, may, open_case
from netra.web.desk.case_words import paper_words
from netra.web.desk.correspondence.access import carried_out
from netra.web.desk.correspondence.forms import QuickForm, SendingForm
from netra.web.desk.correspondence.timeline import happenings, kinds_of, narrowed
from netra.web.desk.supervision.tracing_forms import PlainForm
from netra.web.fragments import render_page
from netra.web.portal.forms_story import day_field
from netra.web.routes import StaffRequest

__all__ = ["note", "paper", "referral", "timeline"]

PER_PAGE = 50
ANCHOR = "agenda"


class TimelineFilter(forms.Form):
    """What the timeline is narrowed by; every part may be empty."""

    q = forms.CharField(
        label=gettext_lazy("Nomor atau kata"), required=False, max_length=200
    )
    jenis = forms.ChoiceField(label=gettext_lazy("Jenis"), required=False)
    dari = day_field(gettext_lazy("Dari tanggal"), "", required=False)
    sampai = day_field(gettext_lazy("Sampai tanggal"), "", required=False)

    def __init__(self, data: Any, *, kinds: list[tuple[str, str]]) -> None:
        """Offer the kinds that occur."""
        super().__init__(data)
        field: Any = self.fields["jenis"]
        field.choices = [("", _("Semua")), *kinds]


@require_safe
def timeline(request: StaffRequest, pk: int) -> HttpResponse:
    """Show everything that happened about a case in one list."""
    case = open_case(request, pk)
    rows = happenings(
        case,
        sees_agenda=may(request, Action.VIEW_AGENDA, case),
        sees_papers=may(request, Action.VIEW_PAPER, case),
    )
    form = TimelineFilter(request.GET, kinds=kinds_of(rows))
    form.is_valid()
    asked = form.cleaned_data
    found = narrowed(
        rows,
        region=case.place_region,
        words=asked.get("q") or "",
        group=asked.get("jenis") or "",
        from_on=asked.get("dari"),
        to_on=asked.get("sampai"),
    )
    shows_all = "semua" in request.GET
    page = Paginator(found, max(len(found), 1) if shows_all else PER_PAGE)
    context = {
        "case": case,
        "form": form,
        "page_obj": page.get_page(request.GET.get("page")),
        "shows_all": shows_all,
        "asked": _asked(request),
        "is_filtered": any(request.GET.get(name) for name in form.fields),
        "may_keep": may(request, Action.KEEP_AGENDA, case),
    }
    name = "desk/correspondence/timeline.html"
    return render_page(request, name, "_timeline.html", context)


def _asked(request: StaffRequest) -> str:
    """Return the filters of the address without its page, for the link to print."""
    told = request.GET.copy()
    told.pop("page", None)
    told["semua"] = "1"
    return told.urlencode()


@require_POST
def note(request: StaffRequest, pk: int) -> HttpResponse:
    """Enter something about a case from its page; it happened just now."""
    case = open_case(request, pk, Action.KEEP_AGENDA)
    form = QuickForm(request.POST)
    if form.is_valid():
        row = carried_out(form, lambda: _noted(request, case, form))
        if row is not None:
            return _numbered(request, case, row)
    context = {"case": case, "form": form}
    page = "desk/correspondence/quick.html"
    return render(request, page, context, status=form.status)


def _noted(request: StaffRequest, case: Case, form: QuickForm) -> AgendaEntry:
    at, told = moment.now(), form.cleaned_data
    kind, _dash, way = told["what"].partition("-")
    given: dict[str, Any] = {
        "office": case.office,
        "content": EntryContent(
            counterpart=told["counterpart"],
            subject=told["subject"],
            happened_at=at,
            names_source=told["names_source"],
            note=told["note"],
            links=Links(case=case),
        ),
        "actor": request.actor,
        "at": at,
    }
    direction = AgendaEntry.Direction(way)
    if kind == AgendaEntry.Kind.CALL:
        return actions.note_call(direction=direction, **given)
    if kind == AgendaEntry.Kind.VISIT:
        return actions.note_visit(direction=direction, **given)
    came_in = direction == AgendaEntry.Direction.IN
    return (actions.enter_in if came_in else actions.enter_out)(**given)


@require_POST
def paper(request: StaffRequest, pk: int) -> HttpResponse:
    """Give an issued paper its number in the agenda of outgoing letters."""
    case = open_case(request, pk, Action.KEEP_AGENDA)
    issued = get_object_or_404(papers_of_case(case), pk=_asked_pk(request, "paper"))
    subject = paper_words(issued.kind)
    form = SendingForm(request.POST)
    if form.is_valid():
        row = carried_out(
            form,
            lambda: actions.enter_paper(
                paper=issued,
                counterpart=form.cleaned_data["counterpart"],
                subject=subject,
                actor=request.actor,
                at=moment.now(),
            ),
        )
        if row is not None:
            return _numbered(request, case, row)
    context = {"case": case, "form": form, "paper": issued, "subject": subject}
    page = "desk/correspondence/sending.html"
    return render(request, page, context, status=form.status)


@require_POST
def referral(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a referral its number in the agenda of outgoing letters."""
    case = open_case(request, pk, Action.KEEP_AGENDA)
    sent = get_object_or_404(case.referrals.all(), pk=_asked_pk(request, "referral"))
    form = PlainForm({})
    form.is_valid()
    row = carried_out(
        form,
        lambda: actions.enter_referral(
            referral=sent,
            subject=paper_words(Paper.REFERRAL_LETTER),
            actor=request.actor,
            at=moment.now(),
        ),
    )
    if row is not None:
        return _numbered(request, case, row)
    context = {"case": case, "form": form, "subject": sent.number}
    page = "desk/correspondence/sending.html"
    return render(request, page, context, status=form.status)


def _asked_pk(request: StaffRequest, name: str) -> int:
    asked = request.POST.get(name, "")
    return int(asked) if asked.isascii() and asked.isdigit() else 0


def _numbered(request: StaffRequest, case: Case, row: AgendaEntry) -> HttpResponse:
    said = _("Tercatat dengan nomor agenda %(number)s.") % {"number": row.number}
    messages.success(request, said)
    return back_to(case, ANCHOR)

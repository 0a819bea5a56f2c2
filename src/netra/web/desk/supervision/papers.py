"""Papers of supervision: what may be issued now, issuing it, and handing it out."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from netra.domain.access import Action
from netra.domain.law import Paper
from netra.records.documents.actions import issue_paper
from netra.records.documents.errors import DocumentsError
from netra.records.documents.models import IssuedPaper
from netra.records.documents.queries import (
    papers_due_of_finding,
    papers_due_of_observation,
    papers_due_of_tracing,
    papers_of_finding,
    papers_of_observation,
    papers_of_tracing,
)
from netra.records.documents.store import verified_bytes
from netra.records.jobs import moment
from netra.records.observations.models import Finding, Observation, Tracing
from netra.records.referrals.models import Referral
from netra.web.desk.case_words import paper_words
from netra.web.desk.supervision.access import (
    Matter,
    carried_out,
    may,
    open_finding,
    open_observation,
    open_tracing,
)
from netra.web.desk.supervision.files import GONE
from netra.web.desk.supervision.tracing_forms import PlainForm
from netra.web.desk.tied import refuse_tied
from netra.web.routes import StaffRequest

__all__ = [
    "finding_issue_paper",
    "observation_issue_paper",
    "observation_paper",
    "papers_context",
    "tracing_issue_paper",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePaper:
    """A paper that may be issued now; about a referral, if one is named."""

    kind: Paper
    name: str
    referral: Referral | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPaper:
    """A paper that was issued."""

    row: IssuedPaper
    name: str


def papers_context(request: StaffRequest, matter: Matter) -> dict[str, Any]:
    """Return what a page shows of the papers of a matter, by the reader's rights."""
    is_own = isinstance(matter, Observation)
    needs = Action.WRITE_OBSERVATION if is_own else Action.ISSUE_PAPER
    sees = is_own or may(request, Action.VIEW_PAPER, matter.region)
    return {
        "papers_due": _due(request, matter),
        "papers": _issued(matter) if sees else [],
        "may_issue": may(request, needs, matter.region),
    }


def _due(request: StaffRequest, matter: Matter) -> list[DuePaper]:
    if isinstance(matter, Observation):
        return _named(papers_due_of_observation(matter))
    if isinstance(matter, Finding):
        return _named(_of_finding(request, matter))
    written = set(papers_of_tracing(matter).values_list("referral", flat=True))
    letters = [r for r in matter.referrals.all() if r.pk not in written]
    return _named(papers_due_of_tracing(matter)) + [
        DuePaper(
            kind=Paper.REFERRAL_LETTER,
            name=paper_words(Paper.REFERRAL_LETTER),
            referral=referral,
        )
        for referral in letters
    ]


def _of_finding(request: StaffRequest, matter: Finding) -> list[Paper]:
    """Leave out Form A where only the office that wrote it may issue it."""
    due, origin = papers_due_of_finding(matter), matter.observation
    if origin and not may(request, Action.WRITE_OBSERVATION, origin.region):
        return [kind for kind in due if kind is not Paper.OBSERVATION_REPORT]
    return due


def _named(kinds: list[Paper]) -> list[DuePaper]:
    return [DuePaper(kind=k, name=paper_words(k), referral=None) for k in kinds]


def _issued(matter: Matter) -> list[ShownPaper]:
    rows = _papers_of(matter)
    return [ShownPaper(row=row, name=paper_words(row.kind)) for row in rows]


def _papers_of(matter: Matter) -> QuerySet[IssuedPaper]:
    if isinstance(matter, Observation):
        return papers_of_observation(matter)
    if isinstance(matter, Finding):
        return papers_of_finding(matter)
    return papers_of_tracing(matter)


def _issue(request: StaffRequest, matter: Matter, back: str) -> HttpResponse:
    kind = _kind(request.POST.get("kind", ""))
    about = _about(matter, request.POST.get("referral", ""))
    form = PlainForm(request.POST)
    form.is_valid()
    at = moment.now()
    made = carried_out(
        form, lambda: issue_paper(kind, **about, actor=request.actor, at=at)
    )
    if made is None:
        messages.error(request, str(form.non_field_errors()[0]))
    else:
        messages.success(
            request, _("Surat terbit: %(paper)s.") % {"paper": paper_words(kind)}
        )
    answer = redirect(back, pk=matter.pk)
    answer["Location"] += "#surat"
    return answer


def _kind(asked: str) -> Paper:
    try:
        return Paper(asked)
    except ValueError:
        raise Http404 from None


def _about(matter: Matter, referral: str) -> dict[str, Any]:
    if isinstance(matter, Observation):
        return {"observation": matter}
    if isinstance(matter, Finding):
        return {"finding": matter}
    if referral.isdecimal():
        rows = matter.referrals.all()
        return {"referral": get_object_or_404(rows, pk=int(referral))}
    return {"tracing": matter}


@require_POST
def observation_issue_paper(request: StaffRequest, pk: int) -> HttpResponse:
    """Issue Form A as a paper."""
    matter = open_observation(request, pk, Action.WRITE_OBSERVATION)
    return _issue(request, matter, "observation")


@require_POST
def tracing_issue_paper(request: StaffRequest, pk: int) -> HttpResponse:
    """Issue the report on a tracing, or the letter of one of its referrals."""
    matter: Tracing = open_tracing(request, pk, Action.ISSUE_PAPER)
    return _issue(request, matter, "tracing")


@require_POST
def finding_issue_paper(request: StaffRequest, pk: int) -> HttpResponse:
    """Issue a paper of a finding."""
    return _issue(request, open_finding(request, pk, Action.ISSUE_PAPER), "finding")


@require_safe
def observation_paper(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out Form A as it was issued, also to the field supervisor who wrote it."""
    seen = Observation.objects.visible_to(request.actor).order_by().values("pk")
    rows = IssuedPaper.objects.select_related("observation")
    found = get_object_or_404(rows, pk=pk, observation__in=seen)
    if found.observation is not None:
        refuse_tied(request, found.observation)
    try:
        content = verified_bytes(found)
    except DocumentsError as error:
        context = {"message": error.reader_message}
        page = "desk/supervision/altered.html"
        return render(request, page, context, status=GONE)
    return HttpResponse(
        content,
        content_type=found.media_type,
        headers={
            "Content-Disposition": f'inline; filename="{found.file_name}"',
            "Cache-Control": "private, no-store",
        },
    )

"""What the page of a case shows: people, allegations, plenary, papers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from netra.domain.law import (
    Deadline,
    Hinge,
    LawError,
    Paper,
    Sanction,
    Status,
    StepKind,
    Term,
    Violation,
    citations_on,
    hinge,
    sanctions_for,
    weakest,
)
from netra.records.cases import road
from netra.records.cases.models import Allegation, Case, Plenary
from netra.records.cases.queries import deadlines_of
from netra.records.contests.queries import stage_of
from netra.records.documents.models import IssuedPaper
from netra.records.documents.queries import papers_due, papers_of_case
from netra.records.evidence.models import Blob
from netra.records.law.errors import CalendarError
from netra.records.law.queries import law
from netra.records.observations.models import GatheredExhibit, Observation
from netra.records.referrals.models import Referral
from netra.records.reports.models import Exhibit, Respondent, Witness
from netra.web.desk import case_words

EXTENSION = "extension_taken"
_SEALED_OF_EXHIBIT = ("name",)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAllegation:
    """A norm held against a respondent, with everything that speaks to it.

    `sanctions` are those that may be shown to the class of the respondent.
    """

    row: Allegation
    violation: Violation
    kind: str
    stage: str
    status: Status
    citations: tuple[str, ...]
    sanctions: tuple[Sanction, ...]
    hinge: Hinge | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOutcome:
    """What was found about a respondent, in words, and the entry that explains it."""

    title: str
    status: Status
    entry: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRespondent:
    """A respondent; `name`, `post` and `workplace` are empty when they are masked."""

    pk: int
    number: int
    name: str
    post: str
    workplace: str
    class_label: str
    class_status: Status
    office: str
    outcomes: tuple[ShownOutcome, ...]
    allegations: tuple[ShownAllegation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DueTimes:
    """The running deadlines, soonest first, or why they cannot be counted."""

    first: Deadline | None
    others: tuple[Deadline, ...]
    trouble: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPaper:
    """A paper that was issued."""

    row: IssuedPaper
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePaper:
    """A paper that may be issued now; about a referral, if one is named."""

    kind: Paper
    name: str
    referral: Referral | None


def due_times(case: Case) -> DueTimes:
    """Return what is due on a case; a calendar with a gap is said, not hidden."""
    try:
        running = deadlines_of(case)
    except (LawError, CalendarError) as error:
        return DueTimes(first=None, others=(), trouble=error.reader_message)
    return DueTimes(
        first=running[0] if running else None, others=running[1:], trouble=""
    )


def shown_allegation(row: Allegation) -> ShownAllegation:
    """Return an allegation with citations, sanctions and hinge of the day of the act.

    Args:
        row: With its case, respondent and side at hand.
    """
    violation = law().violation(row.norm)
    finding = stage_of(row.case.contest, row.act_on)
    return ShownAllegation(
        row=row,
        violation=violation,
        kind=case_words.kind_words(violation.kind),
        stage=case_words.allegation_stage(row),
        status=weakest(violation.status, violation.applies_status, finding.status),
        citations=citations_on(law(), violation, row.act_on, finding.election.kind),
        sanctions=_sanctions(row),
        hinge=hinge(law(), row.norm, row.act_on, finding.determination_on),
    )


def _sanctions(row: Allegation) -> tuple[Sanction, ...]:
    try:
        return sanctions_for(
            law(), row.norm, row.respondent.employment_class, row.act_on
        )
    except LawError:
        return ()  # the class is not entered, so no sanction may be shown


def respondents_of(case: Case, *, masked: bool) -> list[ShownRespondent]:
    """Return the respondents of a case with what is alleged and what was found.

    Args:
        case: Of which.
        masked: Leave out everything that names them; then it is not even read.
    """
    people = case.respondents
    if masked:
        people = people.only("report", "employment_class", "holds_office")
    alleged: dict[int, list[ShownAllegation]] = {}
    for row in _allegations(case):
        alleged.setdefault(row.respondent_id, []).append(shown_allegation(row))
    found: dict[int, list[str]] = {}
    for decided in case.outcomes.all():
        found.setdefault(decided.respondent_id, []).append(decided.outcome)
    return [
        _respondent(case, person, number, alleged.get(person.pk, []), found, masked)
        for number, person in enumerate(people, start=1)
    ]


def _allegations(case: Case) -> list[Allegation]:
    rows = list(case.allegations.select_related("side"))
    people = case.respondents.only("report", "employment_class", "holds_office")
    by_id = {person.pk: person for person in people}
    for row in rows:
        row.case, row.respondent = case, by_id[row.respondent_id]
    return rows


def _respondent(
    case: Case,
    person: Respondent,
    number: int,
    alleged: Sequence[ShownAllegation],
    found: dict[int, list[str]],
    masked: bool,
) -> ShownRespondent:
    subject = law().classes.get(person.employment_class)
    return ShownRespondent(
        pk=person.pk,
        number=number,
        name="" if masked else person.called,
        post="" if masked else person.post,
        workplace="" if masked else person.workplace,
        class_label=case_words.class_words(person.employment_class),
        class_status=subject.status if subject else Status.CONFIRMED,
        office=case_words.office_words(person.holds_office),
        outcomes=tuple(_outcome(case, key) for key in found.get(person.pk, ())),
        allegations=tuple(alleged),
    )


def _outcome(case: Case, key: str) -> ShownOutcome:
    return ShownOutcome(
        title=case_words.outcome_words(case, key),
        status=case_words.outcome_status(case, key),
        entry=f"{case.procedure}.outcome.{key}",
    )


def witness_count(case: Case) -> range:
    """Return the numbers of the witnesses; who they are is not read."""
    if case.report_id is None:
        return range(1, 1)  # those of a finding are noted in Form A
    return range(1, Witness.objects.filter(report=case.report_id).count() + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownExhibit:
    """A file of a case; `name` is what may be shown of it."""

    name: str
    blob: Blob
    received_at: datetime
    url: str


def exhibits_of(case: Case, *, masked: bool) -> list[ShownExhibit]:
    """Return the exhibits of a case; masked ones without the names of their files."""
    rows: QuerySet[Exhibit] | QuerySet[GatheredExhibit] = case.exhibits
    rows = rows.select_related("blob")
    return [
        _shown_exhibit(row, masked)
        for row in (rows.defer(*_SEALED_OF_EXHIBIT) if masked else rows)
    ]


def _shown_exhibit(row: Exhibit | GatheredExhibit, masked: bool) -> ShownExhibit:
    reported = isinstance(row, Exhibit)
    kind = row.get_kind_display() if isinstance(row, Exhibit) else _("bukti")
    return ShownExhibit(
        name=kind if masked or row.shows_identity else row.name,
        blob=row.blob,
        received_at=row.received_at,
        url=reverse("exhibit" if reported else "gathered_exhibit", args=[row.pk]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFinder:
    """Who found what the case is about; `name` is empty when it is masked."""

    name: str
    post: str
    found_on: date
    number: str
    url: str
    source: str
    source_url: str


def finder_of(case: Case, *, masked: bool) -> ShownFinder | None:
    """Return who found it, `None` for a case from a report."""
    finding = case.finding
    if finding is None:
        return None
    origin = finding.origin
    if isinstance(origin, Observation):
        name, post = origin.supervisor, origin.post
        source, route = _("Hasil pengawasan"), "observation"
    else:
        holder = origin.assigned_to or origin.begun_by
        name, post = holder.name, _("Petugas penelusuran")
        source, route = _("Penelusuran"), "tracing"
    return ShownFinder(
        name="" if masked else name,
        post="" if masked else post,
        found_on=finding.found_on,
        number=finding.number,
        url=reverse("finding", args=[finding.pk]),
        source=f"{source} {origin.number}",
        source_url="" if masked else reverse(route, args=[origin.pk]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlenary:
    """A plenary as everybody on the case may see it: who was there, who has voted."""

    row: Plenary
    members: tuple[str, ...]
    voted: int
    is_open: bool


def plenaries_of(case: Case) -> list[ShownPlenary]:
    """Return the plenaries of a case, newest first."""
    rows = case.plenaries.prefetch_related("attendance__member", "votes")
    return [
        ShownPlenary(
            row=row,
            members=tuple(seat.member.name for seat in row.attendance.all()),
            voted=len({vote.member_id for vote in row.votes.all()}),
            is_open=row.closed_at is None,
        )
        for row in rows
    ]


def papers_issued(case: Case) -> list[ShownPaper]:
    """Return the papers of a case, newest first."""
    return [
        ShownPaper(row=row, name=case_words.paper_words(row.kind))
        for row in papers_of_case(case)
    ]


def papers_to_issue(case: Case, issued: Sequence[ShownPaper]) -> list[DuePaper]:
    """Return the papers that may be issued now, one letter for every referral."""
    due = [
        DuePaper(kind=kind, name=case_words.paper_words(kind), referral=None)
        for kind in papers_due(case)
        if kind is not Paper.REFERRAL_LETTER
    ]
    written = {paper.row.referral_id for paper in issued}
    name = case_words.paper_words(Paper.REFERRAL_LETTER)
    letters = [
        DuePaper(kind=Paper.REFERRAL_LETTER, name=name, referral=referral)
        for referral in case.referrals.all()
        if referral.pk not in written
    ]
    return due + letters


def extension_terms(case: Case) -> tuple[Term, ...]:
    """Return the longer times the law still gives, none once one was taken."""
    step = road.step_of(case)
    if step is None or step.kind not in (StepKind.STUDY, StepKind.PLENARY):
        return ()
    if case.events.filter(key=EXTENSION).exists():
        return ()
    terms = road.procedure_of(case).deadlines.values()
    return tuple(term for term in terms if term.only_after == EXTENSION)

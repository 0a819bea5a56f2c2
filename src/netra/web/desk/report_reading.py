"""What the page of a report shows, gathered once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.domain.law import (
    CheckItem,
    Deadline,
    LawError,
    Stage,
    StageFinding,
    Step,
    StepKind,
    open_needs,
)
from netra.records.contests.queries import stage_of
from netra.records.documents.models import IssuedPaper
from netra.records.documents.queries import papers_due, papers_of_report
from netra.records.evidence.content import SHOWN_INLINE
from netra.records.evidence.errors import EvidenceAlteredError
from netra.records.evidence.store import verified_path
from netra.records.law.errors import CalendarError
from netra.records.law.queries import current_calendar
from netra.records.regions.queries import name_of
from netra.records.reports import road
from netra.records.reports.actions.checking import items_of
from netra.records.reports.models import CheckResult, Exhibit, HandedIn, Report
from netra.records.reports.queries import missing_items
from netra.records.turns.queries import report_turn_subjects
from netra.web.desk.case_trail import trail_of
from netra.web.desk.case_words import class_words, paper_words
from netra.web.desk.due import next_deadlines
from netra.web.desk.reception_day import reception_context
from netra.web.desk.report_access import may
from netra.web.desk.report_forms import (
    POWER,
    AssignForm,
    NotifyForm,
    ReasonForm,
    ReceiveForm,
)
from netra.web.routes import StaffRequest

__all__ = ["NextStep", "ShownExhibit", "receive_form", "report_context"]

VERIFIED_AT_ONCE_BYTES = 5 * 2**20
"""Larger files are hashed when they are opened, not for every look at the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """What a kind of step asks of the reader: the right it needs, the part it shows."""

    needs: Action
    part: str


_NEXT: Mapping[StepKind, NextStep] = {
    StepKind.INITIAL_STUDY: NextStep(needs=Action.STUDY_REPORT, part="initial_study"),
    StepKind.NOTICE: NextStep(needs=Action.NOTIFY_REPORTER, part="notice"),
    StepKind.COMPLETION: NextStep(needs=Action.RECEIVE_ITEM, part="completion"),
    StepKind.COMPLETION_CHECK: NextStep(
        needs=Action.STUDY_REPORT, part="completion_check"
    ),
    StepKind.REGISTRATION: NextStep(needs=Action.REGISTER_REPORT, part="registration"),
    StepKind.STATUS_NOTICE: NextStep(needs=Action.ANNOUNCE_STATUS, part="status"),
}
_TAKES_ADDITIONS = (StepKind.INITIAL_STUDY, StepKind.NOTICE, StepKind.COMPLETION)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownExhibit:
    """An exhibit as the page shows it.

    Attributes:
        intact: Whether its bytes still have their hash; `None` when not looked at now.
        is_inline: A picture that may stand in the page.
    """

    exhibit: Exhibit
    position: int
    intact: bool | None
    is_inline: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedItem:
    """What both checks found for one requirement."""

    item: CheckItem
    initial: CheckResult | None
    completion: CheckResult | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActStage:
    """Where the day of the act lies in the contest."""

    finding: StageFinding
    stage: Stage | None


def report_context(
    request: StaffRequest, report: Report, now: datetime
) -> dict[str, object]:
    """Return everything the page of a report shows, by the reader's rights."""
    step = road.step_of(report)
    deadlines, problem = _deadlines(report) if step else ((), "")
    sees_people = may(request, Action.VIEW_EXHIBIT, report)
    return {
        "report": report,
        "step": step,
        "case": getattr(report, "case", None),
        "missing": missing_items(report) if step else (),
        "blockers": open_needs(step, {}) if step else (),
        "place_name": name_of(report.place_region),
        "deadlines": deadlines,
        "deadline": deadlines[0] if deadlines else None,
        "deadline_problem": problem,
        "act": _act_stage(report),
        "links": report.links.split(),
        "sees_people": sees_people,
        "respondents": _respondents(report) if sees_people else (),
        "respondent_count": report.respondents.count(),
        "witness_count": report.witnesses.count(),
        "exhibits": _exhibits(report, sees_people=sees_people),
        "checks": _checks(report),
        "handed_in": _handed_in(report),
        "trail": trail_of(_subjects(report)),
        "has_attorney": hasattr(report, "attorney"),
        "has_power": _has_power(report),
        "attorney_rule": road.procedure_of(report).attorney,
        "attorney_key": f"{report.procedure}.attorney",
        **reception_context(request, report),
        **_papers(request, report),
        **_acting(request, report, step, now),
    }


def _has_power(report: Report) -> bool:
    """Say whether the power of an attorney was handed in."""
    kind = Exhibit.Kind.POWER_OF_ATTORNEY
    return hasattr(report, "attorney") and report.exhibits.filter(kind=kind).exists()


def _subjects(report: Report) -> list[str]:
    """Return the subjects of the ledger entries about a report and its papers."""
    papers = report.papers.values_list("pk", flat=True)
    return [
        report.ledger_subject,
        *(f"paper:{pk}" for pk in papers),
        *report_turn_subjects(report),
    ]


def _deadlines(report: Report) -> tuple[tuple[Deadline, ...], str]:
    try:
        return next_deadlines(report, current_calendar()), ""
    except (LawError, CalendarError) as error:
        return (), error.reader_message


def _act_stage(report: Report) -> ActStage | None:
    if report.happened_on is None:
        return None
    try:
        finding = stage_of(report.contest, report.happened_on)
    except LawError:
        return None
    stage = next((s for s in finding.stages if s.key == finding.main), None)
    return ActStage(finding=finding, stage=stage)


def _respondents(report: Report) -> list[tuple[object, str]]:
    people = report.respondents.all()
    return [(person, class_words(person.employment_class)) for person in people]


def _exhibits(report: Report, *, sees_people: bool) -> list[ShownExhibit]:
    rows = report.exhibits.select_related("blob")
    return [
        ShownExhibit(
            exhibit=exhibit,
            position=position,
            intact=_intact(exhibit),
            is_inline=sees_people
            and not exhibit.shows_identity
            and exhibit.blob.media_type in SHOWN_INLINE,
        )
        for position, exhibit in enumerate(rows, start=1)
    ]


def _intact(exhibit: Exhibit) -> bool | None:
    if exhibit.blob.size_bytes > VERIFIED_AT_ONCE_BYTES:
        return None
    try:
        verified_path(exhibit.blob_id)
    except EvidenceAlteredError:
        return False
    return True


def _checks(report: Report) -> list[CheckedItem]:
    found = {(row.round, row.item): row for row in report.checks.all()}
    if not found:
        return []
    return [
        CheckedItem(
            item=item,
            initial=found.get((CheckResult.Round.INITIAL.value, item.key)),
            completion=found.get((CheckResult.Round.COMPLETION.value, item.key)),
        )
        for item in items_of(road.procedure_of(report))
    ]


def _handed_in(report: Report) -> list[tuple[str, HandedIn]]:
    labels = {item.key: item.label for item in items_of(road.procedure_of(report))}
    labels[POWER] = _("Surat kuasa")
    return [(labels.get(row.item, row.item), row) for row in report.handed_in.all()]


def _papers(request: StaffRequest, report: Report) -> dict[str, object]:
    sees = may(request, Action.VIEW_PAPER, report)
    issued: list[tuple[str, IssuedPaper]] = [
        (paper_words(paper.kind), paper) for paper in papers_of_report(report)
    ]
    return {
        "papers": issued if sees else [],
        "papers_due": [(k.value, paper_words(k)) for k in papers_due(report)],
        "may_issue": may(request, Action.ISSUE_PAPER, report),
    }


def _acting(
    request: StaffRequest, report: Report, step: Step | None, now: datetime
) -> dict[str, object]:
    following = _NEXT.get(step.kind) if step else None
    takes = step is not None and step.kind in _TAKES_ADDITIONS
    return {
        "next": following,
        "may_act": following is not None and may(request, following.needs, report),
        "may_lapse": may(request, Action.STUDY_REPORT, report),
        "takes_additions": takes and may(request, Action.RECEIVE_ITEM, report),
        "may_open": may(request, Action.OPEN_IDENTITY, report),
        "may_assign": step is not None and may(request, Action.ASSIGN_WORK, report),
        "upload_limit_mb": settings.UPLOAD_LIMIT_BYTES // 2**20,
        **_forms(report, now),
    }


def _forms(report: Report, now: datetime) -> dict[str, forms.Form]:
    return {
        "notify_form": NotifyForm(report=report, now=now),
        "receive_form": receive_form(report),
        "reason_form": ReasonForm(),
        "assign_form": AssignForm(report=report, now=now),
    }


def receive_form(
    report: Report, data: object = None, files: object = None
) -> ReceiveForm:
    """Return the form for what is handed in: what is missing, or any requirement."""
    step = road.step_of(report)
    remediable = [i for i in items_of(road.procedure_of(report)) if i.remediable]
    return ReceiveForm(
        data,
        files,
        items=missing_items(report) or remediable,
        can_complete=step is not None and step.kind is StepKind.COMPLETION,
        has_attorney=hasattr(report, "attorney"),
    )

"""The panel of turns on the page of a case, and the like on the page of a report."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action, RegionCode, is_allowed
from netra.domain.law import Deadline, LawError, Status
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.law.errors import CalendarError
from netra.records.reports.models import Report
from netra.records.turns.models import (
    Correction,
    Hearing,
    InformationRequest,
    LateEvidence,
    Move,
    Reopening,
    TrackEvent,
    Withdrawal,
)
from netra.records.turns.queries import (
    DECIDED,
    GAKKUMDU,
    OWN_HEARING,
    goes_to,
    hearing_of,
    last_arrival,
    longer_term,
    moves_of,
    next_keys,
    office_of_place,
    offices_above,
    track_deadlines,
    turn_subjects,
)
from netra.web.desk.case_access import may
from netra.web.desk.case_part import CasePart
from netra.web.desk.turns.words import ENTRIES
from netra.web.routes import StaffRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTrack:
    """The criminal track: its events, its own deadlines or why there are none."""

    events: tuple[TrackEvent, ...]
    last: TrackEvent | None
    deadlines: tuple[Deadline, ...]
    trouble: str
    goes_on: bool


def _context(request: StaffRequest, case: Case) -> dict[str, Any]:
    reads = may(request, Action.VIEW_EXHIBIT, case)
    decided = case.events.filter(key=DECIDED).exists()
    return {
        "moves": [_shown_move(move) for move in moves_of(case)],
        "withdrawal": _withdrawal(case.report_id),
        "requests": InformationRequest.objects.filter(case=case),
        "evidence": LateEvidence.objects.filter(case=case),
        "corrections": Correction.objects.filter(case=case),
        "reopenings": Reopening.objects.filter(case=case),
        "track": _track(case),
        "hearings": Hearing.objects.filter(case=case).prefetch_related(
            "sessions", "members__member"
        ),
        "hearing": hearing_of(case),
        "is_heard": goes_to(case, OWN_HEARING),
        "reads": reads,
        "reader": request.actor.account_id,
        "is_open": case.step != road.END,
        "is_decided": decided,
        "has_longer": longer_term(case) is not None and not decided,
        "may": _rights(request, case),
        **_ways(request, case),
    }


def _shown_move(move: Move) -> dict[str, Any]:
    return {"row": move, "status": Status(move.status)}


def _withdrawal(report: int | None) -> Withdrawal | None:
    return Withdrawal.objects.filter(report=report).first() if report else None


def _rights(request: StaffRequest, case: Case) -> dict[str, bool]:
    asked = {
        "record": Action.RECORD_TURN,
        "move": Action.DELEGATE_CASE,
        "approve": Action.APPROVE_STUDY,
        "reopen": Action.REOPEN_CASE,
        "track": Action.FOLLOW_TRACK,
        "hear": Action.HOLD_HEARING,
        "decide": Action.CLOSE_PLENARY,
        "issue": Action.ISSUE_PAPER,
    }
    return {name: may(request, action, case) for name, action in asked.items()}


def _ways(request: StaffRequest, matter: Case | Report) -> dict[str, Any]:
    """Return where the matter could go, for this reader."""
    offices = {grant.office_id for grant in request.actor.grants}
    above = is_allowed(request.actor, Action.TAKE_OVER_CASE, RegionCode(matter.region))
    return {
        "place_office": office_of_place(matter),
        "came": last_arrival(matter),
        "above": offices_above(matter, offices) if above else [],
    }


def _track(case: Case) -> ShownTrack | None:
    events = tuple(TrackEvent.objects.filter(case=case).order_by("id"))
    if not events and not goes_to(case, GAKKUMDU):
        return None
    try:
        deadlines, trouble = track_deadlines(case), ""
    except (LawError, CalendarError) as error:
        deadlines, trouble = (), error.reader_message
    standing = [event for event in events if event.undone_at is None]
    return ShownTrack(
        events=events,
        last=standing[-1] if standing else None,
        deadlines=deadlines,
        trouble=trouble,
        goes_on=bool(next_keys(case)),
    )


def report_turns(request: StaffRequest, report: Report) -> dict[str, Any]:
    """Return what the page of a report shows of its turns."""
    region = RegionCode(report.region)
    case = Case.objects.filter(report=report).first()
    return {
        "moves": [_shown_move(move) for move in Move.objects.filter(report=report)],
        "withdrawal": _withdrawal(report.pk),
        "is_open": case is None and report.step != road.END,
        "may": {
            "record": is_allowed(request.actor, Action.RECORD_TURN, region),
            "move": is_allowed(request.actor, Action.DELEGATE_CASE, region),
        },
        "reads": is_allowed(request.actor, Action.VIEW_EXHIBIT, region),
        **_ways(request, report),
    }


PART = CasePart(
    key="giliran",
    title=_("Perubahan jalannya perkara"),
    template="desk/turns/_part.html",
    context=_context,
    subjects=turn_subjects,
    entries=ENTRIES,
)

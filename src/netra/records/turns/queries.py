"""Reading turns: offices, addressees, longer time, and the criminal track."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import pairwise

from django.db.models import Q, QuerySet

from netra.domain.access import RegionCode, covers
from netra.domain.law import (
    Deadline,
    LawError,
    SideRule,
    Term,
    route,
    running_deadlines,
    zone_of,
)
from netra.records.accounts.models import Office
from netra.records.accounts.queries import office_for
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.cases.queries import events_of
from netra.records.law.queries import current_calendar, law
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

GAKKUMDU = "sentra-gakkumdu"
OWN_HEARING = "bawaslu-own-hearing"
DECIDED = "outcome_decided"
EXTENSION = "extension_taken"
REOPENED = "case_reopened"
_SAYS_CRIMINAL = "study_says_criminal"

Key = TrackEvent.Key
FOLLOWS: Mapping[str, frozenset[str]] = {
    Key.GAKKUMDU_RECEIVED: frozenset({""}),
    Key.POLICE_RECEIVED: frozenset({Key.GAKKUMDU_RECEIVED}),
    Key.FILE_RECEIVED: frozenset({Key.POLICE_RECEIVED, Key.FILE_RESUBMITTED}),
    Key.FILE_RETURNED: frozenset({Key.FILE_RECEIVED, Key.FILE_RESUBMITTED}),
    Key.FILE_RESUBMITTED: frozenset({Key.FILE_RETURNED}),
    Key.FILE_ACCEPTED: frozenset({Key.FILE_RECEIVED, Key.FILE_RESUBMITTED}),
    Key.AT_COURT: frozenset({Key.FILE_ACCEPTED}),
    Key.JUDGMENT: frozenset({Key.AT_COURT}),
    Key.APPEAL: frozenset({Key.JUDGMENT}),
    Key.HIGH_COURT: frozenset({Key.APPEAL}),
}
"""What each event of the criminal track can follow; empty is the beginning."""


def moves_of(case: Case) -> QuerySet[Move]:
    """Return the changes of hands of a case and of the report it came from."""
    of_origin = Q(report=case.report_id) if case.report_id else Q(pk__in=())
    rows = Move.objects.filter(Q(case=case) | of_origin)
    return rows.select_related("from_office", "to_office", "made_by", "accepted_by")


def office_of_place(matter: Report | Case) -> Office | None:
    """Return the office of the place of the event, `None` where that has it already."""
    found = office_for(matter.place_region)
    return None if found is None or found.pk == matter.office_id else found


def offices_above(matter: Report | Case, office_ids: set[str]) -> list[Office]:
    """Return those of the offices that stand above the one that handles the matter."""
    rows = Office.objects.filter(pk__in=[int(pk) for pk in office_ids if pk])
    return [office for office in rows if stands_above(office, matter)]


def stands_above(office: Office, matter: Report | Case) -> bool:
    """Say whether an office is of a higher tier over the region of the matter."""
    own, asked = RegionCode(office.region), RegionCode(matter.region)
    return own != asked and covers(own, asked)


def rule_of(matter: Report | Case, key: str) -> SideRule | None:
    """Return the rule of the procedure beside the road, if it knows one."""
    return law().procedure(matter.procedure).side_rules.get(key)


def last_arrival(matter: Report | Case) -> Move | None:
    """Return the move by which the office got the matter, unless it went back."""
    if isinstance(matter, Case):
        newest = moves_of(matter).first()
    else:
        newest = Move.objects.filter(report=matter).first()
    if newest is None or newest.kind == Move.Kind.RETURN:
        return None
    return newest if newest.to_office_id == matter.office_id else None


def goes_to(case: Case, authority: str) -> bool:
    """Say whether an outcome of the case had this addressee when it was decided."""
    decided = case.events.filter(key=DECIDED).first()
    if decided is None:
        return False
    on = decided.at.astimezone(zone_of(case.place_region)).date()
    kind = road.procedure_of(case).election_kind
    for row in case.outcomes.select_related("respondent"):
        try:
            found = route(law(), row.respondent.employment_class, row.outcome, on, kind)
        except LawError:
            continue
        if found.to == authority:
            return True
    return False


def own_hearing_is_over(case: Case) -> bool:
    """Say whether the hearing of the case is decided, or none is needed."""
    if not goes_to(case, OWN_HEARING):
        return True
    hearing = hearing_of(case)
    return hearing is not None and hearing.decided_at is not None


def hearing_of(case: Case) -> Hearing | None:
    """Return the hearing of a case that has not been set aside."""
    return Hearing.objects.filter(case=case, set_aside_at__isnull=True).first()


def longer_term(case: Case) -> Term | None:
    """Return the longer time for further information, `None` if there is none."""
    terms = road.procedure_of(case).deadlines.values()
    return next((term for term in terms if term.only_after == EXTENSION), None)


def longer_deadline(case: Case, at: datetime) -> Deadline | None:
    """Return until when further information may be waited for at most.

    Args:
        case: Registered.
        at: Moment at which the longer time would be taken, if it is not taken yet.

    Raises:
        LawError: the deadlines of the case cannot be computed.
        CalendarError: the calendar does not reach that far.
    """
    term = longer_term(case)
    if term is None:
        return None
    events = {EXTENSION: at, **events_of(case)}
    events.pop(DECIDED, None)
    found = running_deadlines(
        law(), road.procedure_of(case), events, case.place_region, current_calendar()
    )
    return next((d for d in found if d.key == term.key), None)


def open_requests(case: Case) -> QuerySet[InformationRequest]:
    """Return what was asked and not answered."""
    return InformationRequest.objects.filter(case=case, answered_at__isnull=True)


def standing_events(case: Case) -> QuerySet[TrackEvent]:
    """Return the events of the criminal track that were not struck out, in order."""
    rows = TrackEvent.objects.filter(case=case, undone_at__isnull=True)
    return rows.order_by("id")


def next_keys(case: Case) -> list[TrackEvent.Key]:
    """Return what can happen next on the criminal track."""
    last = standing_events(case).last()
    key = last.key if last else ""
    return [found for found in Key if key in FOLLOWS[found]]


def track_deadlines(case: Case) -> tuple[Deadline, ...]:
    """Return the running deadlines of the criminal track, soonest first.

    They run beside those of the case: the first from the decision, the others from
    what police, prosecutor and court did. A round that begins anew starts its
    deadlines anew.

    Raises:
        LawError: they cannot be computed.
        CalendarError: the calendar does not reach that far.
    """
    decided = case.events.filter(key=DECIDED).first()
    if decided is None or not goes_to(case, GAKKUMDU):
        return ()
    return running_deadlines(
        law(),
        road.procedure_of(case),
        {_SAYS_CRIMINAL: decided.at, **_current_round(case)},
        case.place_region,
        current_calendar(),
    )


def _current_round(case: Case) -> dict[str, datetime]:
    order = [key.value for key in Key]
    found: dict[str, datetime] = {}
    for event in standing_events(case):
        later = order[order.index(event.key) :]
        found = {k: moment for k, moment in found.items() if k not in later}
        found[event.key] = event.happened_at
    return found


def is_in_order(case: Case) -> bool:
    """Say whether the events of the track that stand follow one another."""
    keys = ["", *standing_events(case).values_list("key", flat=True)]
    return all(one in FOLLOWS[two] for one, two in pairwise(keys))


def report_turn_subjects(report: Report) -> Iterator[str]:
    """Return the ledger's subjects of every turn of a report before registration."""
    for model in (Move, Withdrawal):
        yield from (row.ledger_subject for row in model.objects.filter(report=report))


def turn_subjects(case: Case) -> Iterator[str]:
    """Return the ledger's subjects of every turn a case took."""
    yield from (move.ledger_subject for move in moves_of(case))
    if case.report_id:
        withdrawn = Withdrawal.objects.filter(report=case.report_id)
        yield from (row.ledger_subject for row in withdrawn)
    for model in (
        InformationRequest,
        LateEvidence,
        Correction,
        Reopening,
        TrackEvent,
        Hearing,
    ):
        yield from (row.ledger_subject for row in model.objects.filter(case=case))

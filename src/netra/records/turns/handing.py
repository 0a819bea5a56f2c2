"""How a matter and all that belongs to it comes into another office's hands."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from netra.domain.access import Action, Actor
from netra.domain.law import Status, zone_of
from netra.records.access import NotAllowedError
from netra.records.accounts.models import Office, User
from netra.records.accounts.numbering import next_number
from netra.records.accounts.patterns import PATTERN_KEYS
from netra.records.accounts.queries import setting_of, user_of
from netra.records.cases.models import Case
from netra.records.law.queries import law
from netra.records.ledger import actions as ledger
from netra.records.observations.models import Finding
from netra.records.reports import road as report_road
from netra.records.reports.models import Report, Respondent
from netra.records.turns.errors import (
    MoveConflictError,
    NumberThereError,
    TurnTextMissingError,
)
from netra.records.turns.kept import entered, move_kept
from netra.records.turns.models import Move
from netra.records.turns.queries import rule_of

_SERIES = "delegation"
_PLAIN_NUMBER = "{seq:03}/{tier}/{region_code}/{month_roman}/{year}"
_RULES = {
    Move.Kind.DELEGATION: "delegation",
    Move.Kind.TAKEOVER: "takeover",
    Move.Kind.RETURN: "",
}
_ENTRIES = {
    Move.Kind.DELEGATION: "delegated",
    Move.Kind.TAKEOVER: "taken_over",
    Move.Kind.RETURN: "returned",
}

Follower = Callable[[Case | Report, Office], None]
_FOLLOWERS: dict[str, Follower] = {}


def register_follower(room: str, follow: Follower) -> None:
    """Name the function that lets a room's own rows follow a matter to an office."""
    _FOLLOWERS[room] = follow


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Which way a matter goes, why, and who sends it."""

    kind: Move.Kind
    to: Office
    reason: str
    actor: Actor
    at: datetime


def person_of(actor: Actor) -> User:
    """Return the person behind an actor; nobody else moves a matter."""
    user = user_of(actor)
    if user is None:
        raise NotAllowedError(Action.DELEGATE_CASE)
    return user


def hand_over(matter: Report | Case, way: Way) -> Move:
    """Enter the move and change office and region of the matter; inside an action.

    Raises:
        TurnTextMissingError: no reason was given.
        NumberThereError: the receiving office has another matter of that number.
        MoveConflictError: somebody moved the matter first; nothing was written.
    """
    if not way.reason.strip():
        raise TurnTextMissingError("reason")
    if isinstance(matter, Case) and matter.step == report_road.END:
        raise MoveConflictError(matter.number)
    move = _enter(matter, way)
    if isinstance(matter, Case):
        _hand_over_case(matter, way)
    else:
        _hand_over_report(matter, way)
    return move


def _enter(matter: Report | Case, way: Way) -> Move:
    rule = rule_of(matter, _RULES[way.kind])
    move = Move.objects.create(
        report=matter if isinstance(matter, Report) else None,
        case=matter if isinstance(matter, Case) else None,
        kind=way.kind,
        from_office=matter.office,
        to_office=way.to,
        written_by=_writer(matter, way),
        number=_number(matter, way),
        reason=way.reason,
        article=(rule.article or "") if rule else "",
        status=rule.status if rule else Status.UNCONFIRMED,
        made_by=person_of(way.actor),
        made_at=way.at,
    )
    ledger.append(
        "move.made",
        move.ledger_subject,
        actor=way.actor,
        at=way.at,
        facts=entered(move_kept(move)),
    )
    return move


def _writer(matter: Report | Case, way: Way) -> Office:
    """Return the office that writes the letter and gives its number."""
    return way.to if way.kind is Move.Kind.TAKEOVER else matter.office


def _number(matter: Report | Case, way: Way) -> str:
    writes = _writer(matter, way)
    key = PATTERN_KEYS.get(_SERIES)
    own = setting_of(writes, key) if key else None
    template = law().procedure(matter.procedure).registration_number
    return next_number(
        writes,
        _SERIES,
        way.at.astimezone(zone_of(matter.place_region)).date(),
        template=own or _PLAIN_NUMBER,
        fields=report_road.number_fields(writes, matter.contest, template),
    )


def _hand_over_case(case: Case, way: Way) -> None:
    held = Case.objects.filter(pk=case.pk, region=case.region, step=case.step)
    _change(held, case.number, way)
    if case.report is not None:
        _origin_of(Report.objects.filter(pk=case.report.pk), case.report, way)
    if case.finding is not None:
        _origin_of(Finding.objects.filter(pk=case.finding.pk), case.finding, way)
        _people_of(case, way)
    _follow(case, way)
    _append(f"case.{_ENTRIES[way.kind]}", case.ledger_subject, way)
    case.refresh_from_db()


def _hand_over_report(report: Report, way: Way) -> None:
    held = Report.objects.filter(pk=report.pk, region=report.region, step=report.step)
    _change(held, report.number, way)
    _follow(report, way)
    _append(f"report.{_ENTRIES[way.kind]}", report.ledger_subject, way)
    report.refresh_from_db()


def _follow(matter: Case | Report, way: Way) -> None:
    for follow in _FOLLOWERS.values():
        follow(matter, way.to)


def _origin_of(
    rows: QuerySet[Report] | QuerySet[Finding], origin: Report | Finding, way: Way
) -> None:
    noun = "report" if isinstance(origin, Report) else "finding"
    _change(rows, origin.number, way)
    _append(f"{noun}.{_ENTRIES[way.kind]}", origin.ledger_subject, way)


def _people_of(case: Case, way: Way) -> None:
    """Let the new office describe whom the finding names."""
    for person in case.respondents:
        Respondent.objects.filter(pk=person.pk).update(found_in=way.to.region)
        ledger.append(
            "respondent.moved",
            person.ledger_subject,
            actor=way.actor,
            at=way.at,
            facts={"found_in": way.to.region},
        )


def _change(
    rows: QuerySet[Case] | QuerySet[Report] | QuerySet[Finding],
    number: str,
    way: Way,
) -> None:
    try:
        with transaction.atomic():
            changed = rows.update(office=way.to, region=way.to.region, assigned_to=None)
    except IntegrityError as error:
        raise NumberThereError(number) from error
    if not changed:
        raise MoveConflictError(number)


def _append(kind: str, subject: str, way: Way) -> None:
    ledger.append(
        kind,
        subject,
        actor=way.actor,
        at=way.at,
        facts={
            "office": str(way.to.pk),
            "region": way.to.region,
            "assigned_to": None,
        },
    )

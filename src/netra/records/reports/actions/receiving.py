"""Receiving at the counter, and choosing the day that counts outside the hours."""

import json
from datetime import date, datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.domain.law import Reception, StepKind
from netra.domain.ledger.entries import moment_text
from netra.records.access import NotAllowedError, require, require_for
from netra.records.accounts.models import User
from netra.records.accounts.queries import office_for, user_of
from netra.records.contests.models import Contest
from netra.records.ledger import actions as ledger
from netra.records.reports import road
from netra.records.reports.actions.arriving import open_draft, take_in
from netra.records.reports.content import ReportContent
from netra.records.reports.errors import (
    InsideHoursError,
    NoOfficeError,
    ReasonMissingError,
    ReceptionDayError,
)
from netra.records.reports.models import (
    CounterEntry,
    CounterReception,
    ReceptionChoice,
    Report,
    ReportDraft,
)
from netra.records.reports.reception import reception_of

_CHOSEN_UNTIL = (
    StepKind.INITIAL_STUDY,
    StepKind.NOTICE,
    StepKind.COMPLETION,
    StepKind.COMPLETION_CHECK,
    StepKind.REGISTRATION,
)


def _officer(actor: Actor, action: Action) -> User:
    user = user_of(actor)
    if user is None:
        raise NotAllowedError(action)
    return user


@transaction.atomic
def open_counter_entry(*, region: str, actor: Actor, at: datetime) -> CounterEntry:
    """Begin to enter a report at the counter; it is no record yet.

    Args:
        region: Of the office that receives.
        actor: Needs `RECEIVE_ITEM` there; only they go on with the entry.
        at: Moment of opening.

    Raises:
        NotAllowedError: the actor receives nothing for this office.
    """
    require(actor, Action.RECEIVE_ITEM, region)
    return CounterEntry.objects.create(
        draft=open_draft(at=at),
        region=region,
        opened_by=_officer(actor, Action.RECEIVE_ITEM),
        opened_at=at,
    )


@transaction.atomic
def receive_report(
    *,
    draft: ReportDraft,
    content: ReportContent,
    contest: Contest | None,
    received_at: datetime,
    letter_on: date | None,
    actor: Actor,
    at: datetime,
) -> Report:
    """Hand in for somebody what came to the office in person, by letter or by voice.

    Args:
        draft: Handed in once; its files become exhibits. From now on it holds only the
            code, sealed, for the page that is handed over.
        content: Validated by the forms; `via` says how it came.
        contest: The contest meant, or `None` for the one that day and place suggest.
        received_at: When it truly came; not after `at`.
        letter_on: Day written on the letter, if it came as one.
        actor: Needs `RECEIVE_ITEM` for the office that handles the place.
        at: Moment of recording.

    Raises:
        NotAllowedError: the actor receives nothing for that office.
        NoOfficeError: nobody handles matters of this place.
        ReportError: as `hand_in_report`; nothing was written.
    """
    office = office_for(content.place_region)
    if office is None:
        raise NoOfficeError(content.place_region)
    require(actor, Action.RECEIVE_ITEM, office.region)
    report, code = take_in(
        draft=draft,
        content=content,
        contest=contest,
        arrived_at=received_at,
        actor=actor,
        at=at,
    )
    row = CounterReception.objects.create(
        report=report,
        received_by=_officer(actor, Action.RECEIVE_ITEM),
        recorded_at=at,
        letter_on=letter_on,
    )
    ledger.append(
        "report.received_at_counter",
        report.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "counter/received_by": actor.account_id,
            "counter/recorded_at": moment_text(at),
            "counter/letter_on": row.letter_on.isoformat() if row.letter_on else None,
        },
    )
    held = json.dumps({"code": code})
    ReportDraft.objects.filter(pk=draft.pk).update(content=held)
    return report


@transaction.atomic
def choose_reception_day(
    *, report: Report, counted_on: date, reason: str, actor: Actor, at: datetime
) -> Report:
    """Choose which day counts as day of submission; a later choice corrects this one.

    The true moment stays. Deadlines that start at the arrival run from the day chosen.

    Args:
        report: Handed in outside the reception hours and not yet registered.
        counted_on: The true day, or the day on which the office opens next.
        reason: Why; shown in the argument of the clock, so without names.
        actor: Needs `STUDY_REPORT` in the region of the report.
        at: Moment of choosing.

    Raises:
        NotAllowedError: the actor may not study the report.
        ReasonMissingError: no reason was given.
        StepPassedError: the report is registered or its road has ended.
        InsideHoursError: it was handed in within the hours.
        ReceptionDayError: the day is neither of the two.
    """
    require_for(actor, Action.STUDY_REPORT, report, report.region)
    if not reason.strip():
        raise ReasonMissingError
    road.require_kind(report, *_CHOSEN_UNTIL)
    counted_at = _day_chosen(reception_of(report), counted_on)
    Report.objects.filter(pk=report.pk).update(counted_at=counted_at)
    row = ReceptionChoice.objects.create(
        report=report,
        counted_at=counted_at,
        reason=reason,
        chosen_by=_officer(actor, Action.STUDY_REPORT),
        at=at,
    )
    ledger.append(
        "report.reception_day_chosen",
        report.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "counted_at": moment_text(counted_at),
            f"reception_choice/{row.pk}/counted_at": moment_text(counted_at),
            f"reception_choice/{row.pk}/reason": ledger.commit_text(reason),
            f"reception_choice/{row.pk}/account": actor.account_id,
        },
    )
    report.refresh_from_db()
    return report


def _day_chosen(reception: Reception | None, counted_on: date) -> datetime:
    if reception is None or reception.is_inside:
        raise InsideHoursError
    for moment in reception.days:
        if moment.date() == counted_on:
            return moment
    raise ReceptionDayError(counted_on.isoformat())

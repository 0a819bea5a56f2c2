"""Telling what is missing, and handing it in."""

from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction

from netra.domain.access import Action, Actor
from netra.domain.law import StepKind
from netra.domain.ledger.entries import moment_text
from netra.records.access import require_for
from netra.records.evidence.errors import FileTwiceError, TooManyFilesError
from netra.records.evidence.models import Blob
from netra.records.ledger import actions as ledger
from netra.records.reports import road
from netra.records.reports.actions.arriving import exhibit_facts
from netra.records.reports.errors import NotLapsedError
from netra.records.reports.models import Exhibit, HandedIn, Report
from netra.records.reports.queries import deadlines_of

_OPEN_TO_ADDITIONS = (
    StepKind.INITIAL_STUDY,
    StepKind.NOTICE,
    StepKind.COMPLETION,
)


@transaction.atomic
def notify_missing(
    *, report: Report, received_at: datetime, actor: Actor, at: datetime
) -> Report:
    """Record that the reporter was told what is missing, and when it reached them.

    Args:
        report: Stands on the notice.
        received_at: When the notice reached the reporter; not after `at`.
        actor: Needs `NOTIFY_REPORTER` in the region of the report.
        at: Moment of recording.

    Raises:
        NotAllowedError: the actor may not notify.
        StepPassedError: somebody was first.
    """
    require_for(actor, Action.NOTIFY_REPORTER, report, report.region)
    road.require_kind(report, StepKind.NOTICE)
    return road.advance(
        report,
        result="sent",
        kind="report.notice_given",
        actor=actor,
        at=at,
        happened_at=min(received_at, at),
    )


@transaction.atomic
def add_exhibit(
    *,
    report: Report,
    blob: Blob,
    kind: Exhibit.Kind,
    name: str,
    actor: Actor,
    at: datetime,
) -> Exhibit:
    """Add a file to a report that still takes additions.

    Args:
        report: Its code was shown by the reporter, or an officer acts at the desk.
        blob: The file as received.
        kind: What it is for.
        name: As the reporter named it; sealed.
        actor: The public by code, or needs `RECEIVE_ITEM`.
        at: Moment of arrival.

    Raises:
        StepPassedError: the report takes no additions any more.
        TooManyFilesError: the report is full.
        FileTwiceError: it has the same bytes already.
    """
    _require_giver(actor, report)
    road.require_kind(report, *_OPEN_TO_ADDITIONS)
    return enter_exhibit(
        report=report, blob=blob, kind=kind, name=name, actor=actor, at=at
    )


def enter_exhibit(
    *,
    report: Report,
    blob: Blob,
    kind: Exhibit.Kind,
    name: str,
    actor: Actor,
    at: datetime,
) -> Exhibit:
    """Enter a file of a report; runs inside an action that has asked who may.

    Raises:
        TooManyFilesError: the report is full.
        FileTwiceError: it has the same bytes already.
    """
    if report.exhibits.count() >= settings.UPLOADS_PER_REPORT * 2:
        raise TooManyFilesError(settings.UPLOADS_PER_REPORT * 2)
    try:
        with transaction.atomic():
            exhibit = Exhibit.objects.create(
                report=report, blob=blob, kind=kind, name=name, received_at=at
            )
    except IntegrityError as error:
        raise FileTwiceError from error
    ledger.append(
        "report.exhibit_added",
        report.ledger_subject,
        actor=actor,
        at=at,
        facts=exhibit_facts(exhibit),
    )
    return exhibit


@transaction.atomic
def hand_in_item(
    *,
    report: Report,
    item: str,
    note: str,
    via: Report.Via,
    actor: Actor,
    at: datetime,
) -> HandedIn:
    """Record one requirement handed in later, with a text or at the office.

    Raises:
        NotAllowedError: an officer of another office.
        StepPassedError: the report takes no additions any more.
    """
    _require_giver(actor, report)
    road.require_kind(report, *_OPEN_TO_ADDITIONS)
    row = HandedIn.objects.create(report=report, item=item, note=note, via=via, at=at)
    ledger.append(
        "report.item_handed_in",
        report.ledger_subject,
        actor=actor,
        at=at,
        facts={
            f"handed_in/{row.pk}/item": item,
            f"handed_in/{row.pk}/at": moment_text(at),
            f"handed_in/{row.pk}/note": ledger.commit_text(note),
        },
    )
    return row


def _require_giver(actor: Actor, report: Report) -> None:
    if actor.account_id != "public":
        require_for(actor, Action.RECEIVE_ITEM, report, report.region)


@transaction.atomic
def complete_report(*, report: Report, actor: Actor, at: datetime) -> Report:
    """Close the completion: the reporter has handed in what they could.

    Raises:
        NotAllowedError: an officer of another office.
        StepPassedError: the report does not wait for its reporter.
    """
    _require_giver(actor, report)
    road.require_kind(report, StepKind.COMPLETION)
    return road.advance(
        report, result="completed", kind="report.completed", actor=actor, at=at
    )


@transaction.atomic
def lapse_completion(*, report: Report, actor: Actor, at: datetime) -> Report:
    """Close the completion because its time ran out.

    Raises:
        NotAllowedError: the actor may not study the report.
        NotLapsedError: the reporter still has time.
        StepPassedError: somebody was first.
    """
    require_for(actor, Action.STUDY_REPORT, report, report.region)
    road.require_kind(report, StepKind.COMPLETION)
    if any(d.actor == "pelapor" and d.due_at >= at for d in deadlines_of(report)):
        raise NotLapsedError
    return road.advance(
        report, result="lapsed", kind="report.completion_lapsed", actor=actor, at=at
    )

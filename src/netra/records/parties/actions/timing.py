"""When and where the act happened, as surely as anybody can say."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor
from netra.domain.law import zone_of
from netra.domain.ledger import Fact
from netra.records.cases.models import Case
from netra.records.cases.standing import require_on
from netra.records.ledger import actions as ledger
from netra.records.parties.actions.people import officer
from netra.records.parties.errors import SpanError
from netra.records.parties.models import EventTime


@transaction.atomic
def set_event_time(
    *,
    case: Case,
    earliest_on: date,
    latest_on: date,
    words: str,
    place_words: str,
    actor: Actor,
    at: datetime,
) -> EventTime:
    """Enter between which days it happened; the ledger keeps what was entered before.

    Args:
        case: Of any step.
        earliest_on: First local day on which it can have happened.
        latest_on: Last such day; the same day when it is known.
        words: As those who told of it put it, such as "awal Oktober"; may be empty.
        place_words: The same for the place; may be empty.
        actor: Needs `WRITE_STUDY` in the region of the case.
        at: Moment of entering.

    Raises:
        NotAllowedError: the actor does not study this case.
        SpanError: the days run backwards or lie in the future.
    """
    require_on(case, Action.WRITE_STUDY, actor)
    today = at.astimezone(zone_of(case.place_region)).date()
    if latest_on < earliest_on:
        raise SpanError("latest_on", _("Hari ini lebih awal daripada hari pertama."))
    if latest_on > today:
        raise SpanError("latest_on", _("Tanggal ini ada di masa depan."))
    row, _made = EventTime.objects.update_or_create(
        case=case,
        defaults={
            "earliest_on": earliest_on,
            "latest_on": latest_on,
            "words": words,
            "place_words": place_words,
            "set_by": officer(actor),
            "set_at": at,
        },
    )
    ledger.append(
        "case.event_time_set",
        row.ledger_subject,
        actor=actor,
        at=at,
        facts=event_time_facts(row),
    )
    return row


def event_time_facts(row: EventTime) -> dict[str, Fact]:
    """Return the facts about when it happened."""
    return {
        "earliest_on": row.earliest_on.isoformat(),
        "latest_on": row.latest_on.isoformat(),
        "words": ledger.commit_text(row.words),
        "place_words": ledger.commit_text(row.place_words),
    }

"""What the law commands answer: plain dictionaries, ready for JSON."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import DatabaseError

from netra.domain.law import (
    CountedDay,
    DayOff,
    Deadline,
    LawError,
    NaiveMomentError,
    Route,
    WorkCalendar,
    deadlines_from,
    seed_calendar,
    stage_on,
    zone_label,
)
from netra.domain.law import route as route_to
from netra.records.law import queries as law_queries
from netra.records.law.errors import EmptyCalendarError
from netra.records.regions.queries import require_code

Answer = dict[str, object]

# Years around an event that the seed calendar is asked for: a backward deadline may
# reach the year before, the longest one (65 working days) the year after.
_YEARS_AROUND = (-1, 0, 1, 2)


class UnreadableArgumentError(LawError):
    """An argument of a command is not in the form it must have."""

    def __init__(self, name: str, text: str, example: str) -> None:
        """Name the argument, what came and what was expected."""
        super().__init__(
            f"--{name} {text!r} is unreadable; expected e.g. {example}",
            reader_message=f"--{name} “{text}” tidak terbaca. Contoh: {example}.",
        )


def read_day(name: str, text: str) -> date:
    """Return a day written as 2024-10-30.

    Raises:
        UnreadableArgumentError: it is not a day.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnreadableArgumentError(name, text, "2024-10-30") from None


def read_moment(text: str) -> datetime:
    """Return a moment written as 2024-10-30T15:40+07:00.

    Raises:
        UnreadableArgumentError: it is not a moment.
        NaiveMomentError: it has no offset.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        example = "2024-10-30T15:40+07:00"
        raise UnreadableArgumentError("at", text, example) from None
    if moment.tzinfo is None:
        raise NaiveMomentError(text)
    return moment


def read_holidays(texts: Iterable[str]) -> dict[date, DayOff]:
    """Return the days off of `--holiday 2024-11-01=LABEL` arguments.

    Raises:
        UnreadableArgumentError: one is not `DAY=LABEL`.
    """
    return dict(map(_holiday, texts))


def _holiday(text: str) -> tuple[date, DayOff]:
    day, equals, label = text.partition("=")
    if not equals or not label.strip():
        raise UnreadableArgumentError("holiday", text, "2024-11-01=Libur daerah")
    off = DayOff(label=label.strip(), kind="lokal", basis="--holiday")
    return read_day("holiday", day.strip()), off


def calendar_for(at: datetime) -> WorkCalendar:
    """Return the installation's calendar, or the seed while it has none.

    Queries the database; one that cannot answer counts as having no calendar.
    """
    try:
        return law_queries.current_calendar()
    except (EmptyCalendarError, DatabaseError):
        return seed_calendar(at.year + step for step in _YEARS_AROUND)


def clock_answer(
    *, procedure: str, event: str, at: str, region: str, holidays: Iterable[str]
) -> Answer:
    """Return the deadlines that an event starts, with their arguments.

    Raises:
        LawError: an argument is unreadable or the law has no answer.
        RegionError: no region has this code.
    """
    moment, code = read_moment(at), require_code(region)
    law = law_queries.law()
    calendar = calendar_for(moment).with_days_off(read_holidays(holidays))
    found = deadlines_from(law, law.procedure(procedure), event, moment, code, calendar)
    return {
        "procedure": procedure,
        "event": event,
        "at": found[0].event_at.isoformat(),
        "region": code,
        "zone": zone_label(code),
        "calendar": calendar.version,
        "deadlines": [_deadline(deadline) for deadline in found],
    }


def _deadline(deadline: Deadline) -> Answer:
    return {
        "key": deadline.key,
        "label": deadline.label,
        "due_on": deadline.due_on.isoformat(),
        "due_at": deadline.due_at.isoformat(),
        "length": deadline.length,
        "unit": deadline.unit.value,
        "article": deadline.article,
        "article_status": deadline.article_status.value,
        "status": deadline.status.value,
        "parts": {name: part.value for name, part in deadline.parts.items()},
        "days": [_day(day) for day in deadline.days],
        "event": deadline.event,
        "parent": deadline.parent,
        "backward": deadline.backward,
        "actor": deadline.actor,
        "warn_on": deadline.warn_on.isoformat(),
        "notes": list(deadline.notes),
    }


def _day(day: CountedDay) -> Answer:
    return {
        "date": day.date.isoformat(),
        "counted": day.counted,
        "number": day.number,
        "why": day.why,
        "unconfirmed": day.unconfirmed,
    }


def route_answer(
    *, subject: str, outcome: str, on: str, region: str, election_kind: str | None
) -> Answer:
    """Return the addressee of an outcome.

    Raises:
        LawError: an argument is unreadable or nobody receives the outcome.
        RegionError: no region has this code.
    """
    code, day = require_code(region), read_day("on", on)
    found = route_to(law_queries.law(), subject, outcome, day, election_kind)
    return {
        **_route(found),
        "class": subject,
        "outcome": outcome,
        "on": day.isoformat(),
        "region": code,
    }


def _route(found: Route) -> Answer:
    return {
        "to": found.to,
        "to_label": found.to_label,
        "copy_to": list(found.copy_to),
        "copy_status": found.copy_status.value,
        "channel": found.channel,
        "channel_label": found.channel_label,
        "instrument": found.instrument,
        "instrument_label": found.instrument_label,
        "form": found.form,
        "basis": list(found.basis),
        "source": found.source,
        "status": found.status.value,
        "note": found.note,
        "alternatives": [
            {"to": other.to, "only_if": other.only_if, "status": other.status.value}
            for other in found.alternatives
        ],
    }


def stage_answer(*, contest: str, on: str) -> Answer:
    """Return the stages and the phase of a contest on a day.

    Raises:
        LawError: an argument is unreadable or the contest unknown.
    """
    finding = stage_on(law_queries.law(), contest, read_day("on", on))
    return {
        "contest": finding.contest,
        "on": finding.on.isoformat(),
        "stages": [stage.key for stage in finding.stages],
        "titles": {stage.key: stage.title for stage in finding.stages},
        "stage_status": {s.key: s.status.value for s in finding.stages},
        "main": finding.main,
        "phase": finding.phase.value,
        "basis": list(finding.basis),
        "status": finding.status.value,
        "determination_on": finding.determination_on.isoformat(),
        "voting_on": finding.voting_on.isoformat(),
    }


def law_answer(*, key: str, on: str) -> Answer:
    """Return one value of the law as in force on a day.

    Raises:
        LawError: an argument is unreadable, the key unknown or not in force.
    """
    entry = law_queries.law().entry(key, read_day("on", on))
    return {
        "key": entry.key,
        "kind": entry.kind,
        "label": entry.label,
        "value": entry.value,
        "unit": entry.unit,
        "article": entry.article,
        "status": entry.status.value,
        "parts": _words(entry.parts),
        "source": entry.source,
        "sources": list(entry.sources),
        "valid_from": _iso(entry.valid_from),
        "valid_to": _iso(entry.valid_to),
        "notes": list(entry.notes),
    }


def _words(parts: Mapping[str, object]) -> dict[str, str]:
    return {name: str(part) for name, part in parts.items()}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None

"""A deadline as a reader meets it: the time left in words, the days as beads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from .moments import (
    clock_text,
    in_place,
    local_moment,
    short_date,
    short_moment,
    span_words,
    zone_label,
)

if TYPE_CHECKING:
    from netra.domain.law import CountedDay, Deadline

__all__ = ["Bead", "Countdown", "Strip", "countdown_of", "strip_of"]

# Choices of layout, not of law: when a countdown turns amber, and how many beads
# stand in one line, or at all, before the rest folds away.
SOON = timedelta(days=3)
ONE_LINE = 6
MOST_BEADS = 16
HEAD_AND_TAIL = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Countdown:
    """Time left, ready to print.

    Attributes:
        state: `is-late`, `is-today`, `is-soon` or nothing.
        words: *14 jam 19 mnt*, *Lewat 9 jam*.
        when: Date and time of the deadline.
        share: 0 to 100, what is left of the whole period.
    """

    state: str
    words: str
    when: str
    share: int

    @property
    def is_late(self) -> bool:
        """Tell whether the moment has passed."""
        return self.state == "is-late"


def _state(deadline: Deadline, now: datetime) -> str:
    today = now.astimezone(deadline.due_at.tzinfo).date()
    if now > deadline.due_at:
        return "is-late"
    if today == deadline.due_at.date():
        return "is-today"
    if today >= deadline.warn_on or deadline.due_at - now < SOON:
        return "is-soon"
    return ""


def _share(deadline: Deadline, now: datetime) -> int:
    whole = abs(deadline.due_at - deadline.event_at)
    left = deadline.due_at - now
    if whole <= timedelta() or left <= timedelta():
        return 0
    return max(2, min(100, round(100 * (left / whole))))


def _words(left: timedelta, *, big: bool) -> str:
    if left < timedelta():
        return _("Lewat %(span)s") % {"span": span_words(-left, full=big)}
    if big:
        return _("%(span)s lagi") % {"span": span_words(left, full=True)}
    return span_words(left)


def _when(due_at: datetime, state: str, *, big: bool) -> str:
    if state == "is-today" and big:
        return _("Hari ini, %(moment)s") % {"moment": local_moment(due_at)}
    if state == "is-today":
        return _("Hari ini %(time)s") % {"time": clock_text(due_at)}
    if big:
        return _("Paling lambat %(moment)s") % {"moment": local_moment(due_at)}
    return short_moment(due_at)


def countdown_of(deadline: Deadline, now: datetime, *, big: bool = False) -> Countdown:
    """Return what is left of a deadline at a moment.

    Args:
        deadline: As `netra.domain.law` computes it, in the zone of the place.
        now: Moment of reading, timezone-aware.
        big: Long words, for the one deadline a page is about.
    """
    state = _state(deadline, now)
    return Countdown(
        state=state,
        words=_words(deadline.due_at - now, big=big),
        when=_when(in_place(deadline.due_at), state, big=big),
        share=_share(deadline, now),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bead:
    """One day on the string, or a run of days that count alike.

    Attributes:
        number: Number of the counted day, empty for a day that is not counted.
        first: Day for the `datetime` attribute.
        when: *Sab 16 Agt*, *Sab–Min 16–17 Agt*.
        why: Reason why the day counts or not.
        classes: State classes behind `day`.
        unconfirmed: The reason rests on something that is not confirmed.
        due: *Tenggat 23.59 WIB* on the last day, else empty.
    """

    number: str
    first: date
    when: str
    why: str
    classes: str
    unconfirmed: bool
    due: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The days of a deadline: what is shown at once, and all of them.

    Attributes:
        beads: What is shown at once.
        folded: Every bead, when `beads` leaves some out; else empty.
        is_long: The beads take more than one line.
    """

    beads: tuple[Bead, ...]
    folded: tuple[Bead, ...]
    is_long: bool


def _span_text(days: Sequence[CountedDay]) -> str:
    first, last = sorted((days[0].date, days[-1].date))
    if first == last:
        return short_date(first)
    head, tail = short_date(first), short_date(last)
    weekday, day, *month = head.split(" ")
    end_weekday, end_day, *end_month = tail.split(" ")
    if month == end_month and first.year == last.year:
        return " ".join([f"{weekday}–{end_weekday}", f"{day}–{end_day}", *month])
    return f"{head} – {tail}"


def _classes(days: Sequence[CountedDay], deadline: Deadline, today: date) -> str:
    states = {
        "is-skipped": not days[0].counted,
        "is-due": days[-1].date == deadline.due_on and days[-1].counted,
        "is-ahead": days[0].date > today and days[0].counted,
    }
    return " ".join(name for name, holds in states.items() if holds)


def _number(days: Sequence[CountedDay]) -> str:
    numbers = [day.number for day in days if day.number is not None]
    if not numbers:
        return ""
    if len(numbers) == 1:
        return str(numbers[0])
    # A chained deadline starts again at 1 behind the days of its parent.
    return f"{numbers[0]}–{numbers[-1]}" if numbers[0] < numbers[-1] else "…"


def _why(days: Sequence[CountedDay]) -> str:
    """Join the reasons of a run; what all end with is said once."""
    reasons = list(dict.fromkeys(day.why for day in days))
    if len(reasons) == 1:
        return reasons[0]
    if days[0].counted:
        return _("Dihitung hari demi hari; semuanya ada di bawah")
    heads, tails = zip(
        *(reason.rpartition(", ")[::2] for reason in reasons), strict=True
    )
    if len(set(tails)) == 1 and all(heads):
        return f"{', '.join(heads)}, {tails[0]}"
    return "; ".join(reasons)


def _bead(days: Sequence[CountedDay], deadline: Deadline, today: date) -> Bead:
    classes = _classes(days, deadline, today)
    due_at = in_place(deadline.due_at)
    due = _("Tenggat %(time)s %(zone)s") % {
        "time": clock_text(due_at),
        "zone": zone_label(due_at),
    }
    return Bead(
        number=_number(days),
        first=days[0].date,
        when=_span_text(days),
        why=_why(days),
        classes=classes,
        unconfirmed=any(day.unconfirmed for day in days),
        due=due if "is-due" in classes else "",
    )


def _runs(days: Iterable[CountedDay]) -> Iterator[list[CountedDay]]:
    """Yield counted days singly, days off in runs; the event day stands alone."""
    listed = list(days)
    if listed and not listed[0].counted:
        yield [listed.pop(0)]
    for is_counted, run in groupby(listed, key=lambda day: day.counted):
        if is_counted:
            yield from ([day] for day in run)
        else:
            yield list(run)


def _folded(runs: list[list[CountedDay]]) -> list[list[CountedDay]]:
    """Join the middle of a long string into one run of days."""
    middle = runs[HEAD_AND_TAIL:-HEAD_AND_TAIL]
    joined = [day for run in middle for day in run if day.counted]
    return [*runs[:HEAD_AND_TAIL], joined, *runs[-HEAD_AND_TAIL:]]


def _flagged_once(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """Keep the mark on the first bead of each sort; on every bead it hides the days."""
    seen: set[bool] = set()
    kept = []
    for place, bead in enumerate(beads):
        sort = bool(bead.number)
        shown = bead.unconfirmed and (place == 0 or sort not in seen)
        if shown and place:
            seen.add(sort)
        kept.append(replace(bead, unconfirmed=shown))
    return tuple(kept)


def strip_of(deadline: Deadline, now: datetime) -> Strip:
    """Return the days of a deadline as beads on one string.

    Args:
        deadline: Its `days` hold every day from the event to the last one.
        now: Moment of reading, timezone-aware.

    Returns:
        Days off that follow each other share a bead. Of a very long string the
        middle is one bead, and `folded` has all of them.
    """
    today = now.astimezone(deadline.due_at.tzinfo).date()
    runs = list(_runs(deadline.days))
    every = _flagged_once(_bead(run, deadline, today) for run in runs)
    if len(every) <= MOST_BEADS:
        return Strip(beads=every, folded=(), is_long=len(every) > ONE_LINE)
    shown = _flagged_once(_bead(run, deadline, today) for run in _folded(runs))
    return Strip(beads=shown, folded=every, is_long=True)

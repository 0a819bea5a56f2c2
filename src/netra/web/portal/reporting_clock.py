"""How many days are left to report, for what was typed so far."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from netra.domain.law import (
    Deadline,
    LawError,
    Procedure,
    deadlines_from,
    zone_of,
)
from netra.records.accounts.models import Office
from netra.records.contests.models import Contest
from netra.records.contests.queries import contest_on, contests_for
from netra.records.law.errors import CalendarError
from netra.records.law.queries import current_calendar, law
from netra.records.reports.queries import KNOWN, midday
from netra.web.portal.drafts import Typed
from netra.web.portal.forms_story import region_of
from netra.web.portal.law_words import unit_words

__all__ = [
    "Window",
    "contest_meant",
    "known_on",
    "place_of",
    "states_by_day",
    "today_of",
    "window_at",
    "window_of",
]

_CAPITAL = "31"
_REPORTER = "pelapor"
_DAYS_TOLD = 60
"""How far back a page is told where the window stands: longer than any window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The time in which a report must come in.

    Attributes:
        procedure: In force today for the contest meant; `None` if there is none.
        deadline: `None` while the day of learning is not known, or cannot be counted.
        left: How long until then; negative when it has passed.
        is_late: Whether it has passed.
        note: Why nothing was counted, for the reader.
    """

    procedure: Procedure | None
    deadline: Deadline | None = None
    left: timedelta = timedelta()
    is_late: bool = False
    note: str = ""

    @property
    def law_key(self) -> str:
        """Key of the deadline on the law pages."""
        if self.procedure is None or self.deadline is None:
            return ""
        return f"{self.procedure.id}.{self.deadline.key}"

    @property
    def unit_label(self) -> str:
        """Unit of the deadline in words."""
        if self.deadline is None:
            return ""
        return unit_words(self.deadline.unit, self.deadline.length)


def place_of(typed: Typed) -> str:
    """Return the region typed, else that of the first office here."""
    region = region_of(typed.of("tempat"))
    if region:
        return region
    office = Office.objects.exclude(region="").order_by("region").first()
    return office.region if office else _CAPITAL


def today_of(typed: Typed, at: datetime) -> date:
    """Return the local day at the place of the act."""
    return at.astimezone(zone_of(place_of(typed))).date()


def contest_meant(typed: Typed) -> Contest | None:
    """Return the contest chosen, `None` if the choice was left to the office."""
    row = typed.of("tempat")
    region, chosen = region_of(row), row.get("contest", "")
    if not region or not chosen:
        return None
    return contests_for(region).filter(pk=chosen).first()


def known_on(typed: Typed) -> date | None:
    """Return the day on which the reporter learned of the act, if it was typed."""
    try:
        return date.fromisoformat(typed.of("waktu").get("known_on", ""))
    except ValueError:
        return None


def _election_of(contest: Contest | None, region: str, on: date) -> str:
    chosen = contest or contest_on(region, on)
    if chosen is not None:
        return chosen.election
    held = law().elections.values()
    return max(held, key=lambda election: election.voting_on).id


def window_of(typed: Typed, at: datetime) -> Window:
    """Return the time left to report, by the law in force on the day of reading.

    Args:
        typed: The draft.
        at: Moment of reading.
    """
    return window_at(known_on(typed), place_of(typed), at, contest=contest_meant(typed))


def window_at(
    day: date | None, region: str, at: datetime, *, contest: Contest | None = None
) -> Window:
    """Return the time left to report an act learnt of on a day.

    Args:
        day: Local day of learning; nothing is counted for `None` or a day ahead.
        region: Code of the place, at least its province.
        at: Moment of reading.
        contest: The contest meant; `None` for the one that day and place suggest.
    """
    today = at.astimezone(zone_of(region)).date()
    try:
        election = _election_of(contest, region, day or today)
        procedure = law().procedure_for(election, today)
    except LawError as error:
        return Window(procedure=None, note=error.reader_message)
    if day is None or day > today:
        return Window(procedure=procedure)
    return _counted(procedure, day, region, at)


def states_by_day(typed: Typed, at: datetime) -> dict[str, str]:
    """Return where the window stands for each day of learning, newest day first.

    The list ends with the first day for which it has passed, so that a page can answer
    while the reader picks a day and has no line; it counts nothing by itself. Days
    that cannot be counted are left out.
    """
    region, contest, told = place_of(typed), contest_meant(typed), {}
    for back in range(_DAYS_TOLD):
        day = today_of(typed, at) - timedelta(days=back)
        window = window_at(day, region, at, contest=contest)
        if window.deadline is None:
            break
        told[day.isoformat()] = "late" if window.is_late else "open"
        if window.is_late:
            break
    return told


def _counted(procedure: Procedure, day: date, region: str, at: datetime) -> Window:
    try:
        found = deadlines_from(
            law(), procedure, KNOWN, midday(day, region), region, current_calendar()
        )
    except (LawError, CalendarError) as error:
        return Window(procedure=procedure, note=_note(error))
    deadline = next((one for one in found if one.actor == _REPORTER), None)
    left = deadline.due_at - at if deadline else timedelta()
    return Window(
        procedure=procedure, deadline=deadline, left=left, is_late=left < timedelta()
    )


def _note(error: LawError | CalendarError) -> str:
    return _("Sisa waktu belum dapat dihitung. %(reason)s") % {
        "reason": error.reader_message
    }

"""The plan: every act of every matter in the order of its moment, then done."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from functools import partial
from itertools import pairwise

from django.conf import settings

from netra.cli.demonstration import (
    deciding,
    further,
    informing,
    supervising,
    walking,
)
from netra.cli.demonstration.contests import add_sides
from netra.cli.demonstration.errors import (
    AlreadyThereError,
    NoDemonstrationError,
    NotPreparedError,
    PlanError,
    RecordsThereError,
)
from netra.cli.demonstration.matters import MOMENTS, Matter, read_matters
from netra.cli.demonstration.offices import enter_bodies, open_offices
from netra.cli.demonstration.people import add_people, staff_of
from netra.cli.demonstration.walking import Walk
from netra.domain.law import Paper
from netra.records.accounts.models import Office, User
from netra.records.accounts.queries import office_for
from netra.records.contests.models import Contest
from netra.records.information.actions import enter_days
from netra.records.jobs import moment
from netra.records.jobs.models import ClockShift
from netra.records.law.queries import law, newest_edition
from netra.records.reports.models import Report

_WIB = timezone(timedelta(hours=7))
LAID_AT = datetime(2024, 7, 1, 8, 0, tzinfo=_WIB)
SHOWN_AT = datetime(2024, 10, 30, 9, 40, tzinfo=_WIB)
"""What the demonstration clock shows when everything is made: a Wednesday."""

_SAID_EVERY = 25

Work = Callable[[Walk, datetime], None]
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing that happens at a moment, to a matter or beside them."""

    at: datetime
    do: Callable[[datetime], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What the demonstration made: how many matters, and lines with mailbox codes."""

    matters: int
    codes: tuple[str, ...]


def _paper(kind: Paper) -> Work:
    return partial(walking.issue, kind=kind)


# What each moment of a matter means: minutes after it, and the act.
_ACTS: Mapping[str, tuple[tuple[int, Work], ...]] = {
    "submitted": ((0, walking.submit),),
    "assigned": ((0, walking.assign),),
    "studied": ((0, walking.study),),
    "notified": ((0, walking.notify),),
    "handed_in": ((0, walking.hand_in),),
    "completed": ((0, walking.complete),),
    "lapsed": ((0, walking.lapse),),
    "checked": ((0, walking.check),),
    "registered": ((0, deciding.register),),
    "extended": ((0, deciding.extend),),
    "written": ((0, deciding.describe), (6, deciding.allege), (40, deciding.write)),
    "submitted_up": ((0, deciding.submit_up),),
    "approved": ((0, deciding.approve),),
    "convened": ((0, deciding.convene),),
    "voted": ((0, deciding.vote),),
    "decided": ((0, deciding.decide),),
    "referred": ((0, deciding.refer),),
    "told": ((0, deciding.tell),),
}

# The moment after which a paper is issued, if the matter asks for it.
_PAPERS = {
    "studied": Paper.INITIAL_STUDY,
    "notified": Paper.MISSING_ITEMS_NOTICE,
    "registered": Paper.REGISTRATION,
    "approved": Paper.STUDY,
    "decided": Paper.PLENARY_DECISION,
    "referred": Paper.REFERRAL_LETTER,
    "told": Paper.STATUS_NOTICE,
}
_PAPER_AFTER = timedelta(minutes=5)


def acts_of(walk: Walk) -> Iterator[Act]:
    """Yield the acts of one matter, in order."""
    matter = walk.matter
    for name in MOMENTS:
        if name not in matter.moments:
            continue
        at = matter.moments[name]
        for minutes, work in _ACTS[name]:
            yield _act(at + timedelta(minutes=minutes), walk, work)
        kind = _PAPERS.get(name)
        if kind is not None and kind.value in matter.papers:
            yield _act(at + _PAPER_AFTER, walk, _paper(kind))


def _act(at: datetime, walk: Walk, work: Work) -> Act:
    def do(at: datetime) -> None:
        work(walk, at)
        walk.refresh()

    return Act(at=at, do=do)


def in_order(walks: list[Walk]) -> list[Act]:
    """Return the acts of all matters by moment; equal moments keep their order.

    Raises:
        PlanError: an act of a matter would come before the one it follows.
    """
    acts: list[Act] = []
    for walk in walks:
        own = list(acts_of(walk))
        if any(later.at < earlier.at for earlier, later in pairwise(own)):
            raise PlanError(walk.matter.key, "acts overlap")
        acts += own
    return sorted(acts, key=lambda act: act.at)


def demonstrate(
    *, matter_count: int | None, with_papers: bool = True, say: Progress
) -> Made:
    """Make the demonstration and set its clock.

    Each act is a transaction of its own, as in real work; an interrupted run leaves
    records behind, and the next run says so.

    Args:
        matter_count: Only the first so many matters; all if `None`.
        with_papers: Whether papers are issued, which takes most of the time.
        say: Takes lines of progress.

    Raises:
        NoDemonstrationError: the installation is not one for demonstrations.
        AlreadyThereError: it was made before.
        RecordsThereError: there are other records.
        NotPreparedError: contests or calendar are missing.
        PlanError: the data of a matter contradict themselves.
    """
    _require_empty_ground()
    matters = read_matters()[:matter_count]
    if not with_papers:
        matters = tuple(replace(matter, papers=()) for matter in matters)
    say(f"Membuat {len(matters)} laporan contoh, sekitar satu menit.")
    offices = open_offices(at=LAID_AT)
    people = add_people(offices, at=LAID_AT)
    say(f"Kantor: {len(offices)}. Akun: {len(people)}. Penerima: {enter_bodies()}.")
    say(f"Pihak rekaan: {add_sides(law(), at=LAID_AT)}.")
    say(f"Kunci kantor: {informing.make_keys(people, at=LAID_AT)}.")
    told = informing.stories(people, with_papers=with_papers)
    beside = [
        Act(at=at, do=do) for one in told for at, do in informing.acts_of_story(one)
    ]
    beside += [
        Act(at=at, do=do)
        for at, do in supervising.observations(people, with_papers=with_papers)
    ]
    walks = [_walk(m, people) for m in matters]
    beside += [
        Act(at=at, do=do) for at, do in further.turns_of(walks, with_papers=with_papers)
    ]
    acts = in_order(walks) + beside
    _walk_all(sorted(acts, key=lambda act: act.at), say)
    enter_days(at=SHOWN_AT)
    moment.set_shift(SHOWN_AT)
    return Made(matters=len(matters), codes=tuple(informing.code_lines(told)))


def _require_empty_ground() -> None:
    if not settings.DEMO:
        raise NoDemonstrationError
    if ClockShift.objects.exists():  # set when all is done
        raise AlreadyThereError
    if Office.objects.exists() or User.objects.exists() or Report.objects.exists():
        raise RecordsThereError
    if not newest_edition() or not Contest.objects.exists():
        raise NotPreparedError


def _walk(matter: Matter, people: Mapping[str, User]) -> Walk:
    office = office_for(matter.place_region)
    if office is None:
        raise NotPreparedError
    return Walk(matter=matter, staff=staff_of(office), people=people)


def _walk_all(acts: list[Act], say: Progress) -> None:
    for done, act in enumerate(acts, 1):
        act.do(act.at)
        if done % _SAID_EVERY == 0 or done == len(acts):
            day = act.at.astimezone(_WIB).date()
            say(f"Langkah {done} dari {len(acts)}, sampai {day:%d-%m-%Y}.")

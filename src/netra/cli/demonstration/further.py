"""Which matter of the demonstration takes which turn, and when.

The first matters stand for every step of the road; these acts show what may happen
beside it. A matter that is not made takes no turn.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from netra.cli.demonstration import corresponding, following, hearing, turning
from netra.cli.demonstration.walking import Walk
from netra.records.turns.models import TrackEvent

Work = Callable[[Walk, datetime], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One act: of which matter, how long after which of its moments.

    `with_papers` says that it needs papers, which a quick demonstration leaves out.
    """

    matter: str
    after: str
    hours: float
    do: Work
    with_papers: bool = False


_RECEIVED = partial(turning.follow_track, key=TrackEvent.Key.GAKKUMDU_RECEIVED)
_PASSED = partial(turning.follow_track, key=TrackEvent.Key.POLICE_RECEIVED)
_HEARD: tuple[tuple[str, float, Work], ...] = (
    ("registered", 2, hearing.invite_respondent),
    ("registered", 4, hearing.serve),
    ("registered", 30.1, hearing.take_minutes),
    ("registered", 31, hearing.end_hearing),
    ("registered", 48, hearing.invite_witness),
    ("registered", 49, hearing.serve),
    ("written", 1, hearing.prove),
    ("written", 2, corresponding.receive_visit),
)
_CLEARED: tuple[tuple[str, float, Work], ...] = (
    ("written", 1, following.invite_reply),
    ("written", 23, following.record_reply),
    ("told", 1, following.tell_reporter),
    ("told", 2, following.clear),
)
_FOLLOWED: tuple[tuple[str, float, Work], ...] = (
    ("written", 2, corresponding.ask_employer),
    ("written", 5, corresponding.take_call),
    ("written", 22.5, corresponding.answer_by_mail),
    ("told", 1, corresponding.number_letters),
    ("told", 3, following.register_key),
    ("told", 4, following.confirm_key),
    ("told", 28, following.acknowledge),
    ("told", 30, following.add_task),
)
TURNS = (
    *(Turn(matter="beltim-08", after=a, hours=h, do=do) for a, h, do in _HEARD),
    *(Turn(matter="beltim-16", after=a, hours=h, do=do) for a, h, do in _CLEARED),
    *(Turn(matter="beltim-01", after=a, hours=h, do=do) for a, h, do in _FOLLOWED),
    Turn(matter="beltim-29", after="approved", hours=1, do=turning.declare_tie),
    Turn(matter="beltim-29", after="approved", hours=2, do=turning.call_plenary),
    Turn(matter="beltim-27", after="written", hours=24, do=turning.withdraw),
    Turn(matter="beltim-27", after="written", hours=25, do=turning.handle_further),
    Turn(matter="bangka-03", after="written", hours=2, do=turning.take_over),
    Turn(matter="bangka-03", after="written", hours=4, do=turning.pass_on),
    Turn(matter="bangka-03", after="written", hours=5, do=turning.accept),
    Turn(matter="beltim-13", after="referred", hours=3, do=_RECEIVED),
    Turn(matter="beltim-13", after="referred", hours=6, do=_PASSED),
    Turn(
        matter="beltim-01", after="told", hours=24, do=following.pack, with_papers=True
    ),
    Turn(
        matter="beltim-16", after="told", hours=25, do=following.close, with_papers=True
    ),
)
_DISSENT_AFTER = timedelta(minutes=5)


def turns_of(
    walks: Sequence[Walk], *, with_papers: bool
) -> Iterator[tuple[datetime, Callable[[datetime], None]]]:
    """Yield moment and act of every turn of the matters that are made."""
    made = {walk.matter.key: walk for walk in walks}
    for turn in TURNS:
        walk = made.get(turn.matter)
        if walk is None or (turn.with_papers and not with_papers):
            continue
        at = walk.matter.moments[turn.after] + timedelta(hours=turn.hours)
        yield at, _acting(walk, turn.do)
    for walk in walks:
        voted = walk.matter.moments.get("voted")
        if walk.matter.dissent and voted is not None:
            yield voted + _DISSENT_AFTER, _acting(walk, turning.dissent)


def _acting(walk: Walk, work: Work) -> Callable[[datetime], None]:
    def act(at: datetime) -> None:
        walk.refresh()
        work(walk, at)
        walk.refresh()

    return act

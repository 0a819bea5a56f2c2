"""Which matter of the demonstration takes which turn, and when.

The first matters stand for every step of the road; these acts show what may happen
beside it. A matter that is not made takes no turn.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from netra.cli.demonstration import corresponding, following, hearing, turning
from netra.cli.demonstration.walking import Walk

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


TURNS = (
    Turn(matter="beltim-08", after="registered", hours=2, do=hearing.hear_respondent),
    Turn(matter="beltim-08", after="registered", hours=30.1, do=hearing.take_minutes),
    Turn(matter="beltim-08", after="registered", hours=48, do=hearing.plan_witness),
    Turn(matter="beltim-08", after="written", hours=1, do=hearing.prove),
    Turn(matter="beltim-08", after="written", hours=2, do=corresponding.receive_visit),
    Turn(matter="beltim-29", after="approved", hours=1, do=turning.declare_tie),
    Turn(matter="beltim-29", after="approved", hours=2, do=turning.call_plenary),
    Turn(matter="beltim-27", after="written", hours=24, do=turning.withdraw),
    Turn(matter="bangka-03", after="written", hours=2, do=turning.take_over),
    Turn(matter="bangka-03", after="written", hours=4, do=turning.pass_on),
    Turn(matter="bangka-03", after="written", hours=5, do=turning.accept),
    Turn(matter="beltim-13", after="referred", hours=3, do=turning.follow_track),
    Turn(matter="beltim-16", after="written", hours=1, do=following.invite_reply),
    Turn(matter="beltim-16", after="written", hours=23, do=following.record_reply),
    Turn(matter="beltim-16", after="told", hours=1, do=following.tell_reporter),
    Turn(matter="beltim-16", after="told", hours=2, do=following.clear),
    Turn(
        matter="beltim-16",
        after="told",
        hours=24,
        do=following.close,
        with_papers=True,
    ),
    Turn(matter="beltim-01", after="written", hours=2, do=corresponding.ask_employer),
    Turn(
        matter="beltim-01", after="written", hours=20, do=corresponding.answer_by_mail
    ),
    Turn(matter="beltim-01", after="told", hours=1, do=corresponding.number_letters),
    Turn(matter="beltim-01", after="told", hours=3, do=following.register_key),
    Turn(
        matter="beltim-01", after="told", hours=24, do=following.pack, with_papers=True
    ),
    Turn(matter="beltim-01", after="told", hours=28, do=following.acknowledge),
    Turn(matter="beltim-01", after="told", hours=30, do=following.add_task),
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

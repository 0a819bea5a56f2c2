"""Which stages a contest is in on a day, and which phase follows from it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from .elections import Election, Stage
from .errors import UnknownContestError, UnknownRegionError
from .loading import Law
from .status import Status, weakest
from .wording import in_words
from .zones import zone_of

DETERMINATION = "candidate_determination"
VOTING = "voting"


class Phase(StrEnum):
    """Where a day lies, seen from the determination of candidates and voting day."""

    BEFORE_CANDIDACY = "before_candidacy"
    CANDIDATE = "candidate"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class StageFinding:
    """The stages of a contest on one day.

    `main` is the key of the first main stage of that day, `None` in a gap; `basis`
    holds the regulations and the rule of phases; `status` is the weakest of the rule,
    the day of determination and the stages of the day.
    """

    contest: str
    on: date
    stages: tuple[Stage, ...]
    main: str | None
    phase: Phase
    basis: tuple[str, ...]
    status: Status
    determination_on: date
    voting_on: date
    election: Election


def stage_on(
    law: Law, contest_id: str, on: date, overrides: Iterable[Stage] = ()
) -> StageFinding:
    """Return the stages, the main stage and the phase of a contest on a day.

    Args:
        law: The tables.
        contest_id: `election/region` (`pilkada-2024/19.06`), or `election/presiden`
            and `election/legislatif` in a general election.
        on: Local day of the place.
        overrides: Stages entered for this contest; each replaces the stage of its
            key, a later determination or voting day moves the phases.

    Raises:
        UnknownContestError: no such election, or the region had no such contest.
    """
    election, name = _contest(law, contest_id)
    entered = {stage.key: stage for stage in overrides}
    stages = _stages(election, name, entered)
    determination = _day_of(DETERMINATION, entered, _determination(election, name))
    voting = _day_of(VOTING, entered, election.voting_on)
    present = tuple(_as_known(s) for s in stages if s.holds(on))
    main = {stage.key for stage in present}
    sure = entered[DETERMINATION].status if DETERMINATION in entered else None
    return StageFinding(
        contest=contest_id,
        on=on,
        stages=present,
        main=next((k for k in law.phase_rule.main_stages if k in main), None),
        phase=phase_of(on, determination, voting),
        basis=(*election.basis, _why(on, determination, voting)),
        status=weakest(
            law.phase_rule.status,
            sure or election.determination_status,
            *(stage.status for stage in present),
        ),
        determination_on=determination,
        voting_on=voting,
        election=election,
    )


def phase_of(on: date, determination_on: date, voting_on: date) -> Phase:
    """Return the phase of a day.

    Source:
        `[phase_rule]` of the tables: a modelling choice, status derived.
    """
    if on < determination_on:
        return Phase.BEFORE_CANDIDACY
    return Phase.CANDIDATE if on <= voting_on else Phase.AFTER


def contest_region(contest_id: str) -> str | None:
    """Return the region code of a contest, `None` for a contest of the nation."""
    name = contest_id.partition("/")[2]
    return name if name[:1].isdigit() else None


def _contest(law: Law, contest_id: str) -> tuple[Election, str]:
    election_id, _, name = contest_id.partition("/")
    if election_id not in law.elections:
        raise UnknownContestError(contest_id, law.elections)
    election = law.elections[election_id]
    if election.named_contests:
        allowed: tuple[str, ...] | None = election.named_contests
    else:
        _require_region(contest_id, name)
        allowed = _contests_known(law, election, name)
    if allowed is not None and name not in allowed:
        raise UnknownContestError(
            contest_id, (f"{election_id}/{known}" for known in allowed)
        )
    return election, name


def _require_region(contest_id: str, name: str) -> None:
    try:
        zone_of(name)
    except UnknownRegionError:
        raise UnknownContestError(contest_id) from None
    if name.count(".") > 1:
        raise UnknownContestError(contest_id)


def _contests_known(law: Law, election: Election, name: str) -> tuple[str, ...] | None:
    if election.regions:
        return election.regions
    for note in law.region_notes:
        if note.election == election.id and note.province == name[:2]:
            return note.contests
    return None


def _determination(election: Election, name: str) -> date:
    if name == "presiden" and election.president_determination_on is not None:
        return election.president_determination_on
    return election.determination_on


def _stages(
    election: Election, name: str, entered: dict[str, Stage]
) -> tuple[Stage, ...]:
    stages = {stage.key: stage for stage in election.stages}
    if DETERMINATION not in stages:
        day = _determination(election, name)
        stages[DETERMINATION] = Stage(
            key=DETERMINATION,
            title="Penetapan calon",
            start=day,
            end=day,
            status=election.determination_status,
            note=election.determination_note,
        )
    return tuple((stages | entered).values())


def _day_of(key: str, entered: dict[str, Stage], scheduled: date) -> date:
    stage = entered.get(key)
    return scheduled if stage is None or stage.start is None else stage.start


def _as_known(stage: Stage) -> Stage:
    if stage.start is not None:
        return stage
    return replace(stage, status=weakest(stage.status, Status.UNCONFIRMED))


def _why(on: date, determination: date, voting: date) -> str:
    told = {
        Phase.BEFORE_CANDIDACY: "mendahului",
        Phase.CANDIDATE: "sejak",
        Phase.AFTER: "sesudah",
    }[phase_of(on, determination, voting)]
    point = voting if on > voting else determination
    name = "pemungutan suara" if on > voting else "penetapan calon"
    return f"{in_words(on)} {told} hari {name} {in_words(point)}"

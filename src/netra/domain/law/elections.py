"""Elections, their stages, the contests a region may have, and the phase rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .status import Status
from .tables import DATA, Row, read_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stage of an election; its first and last day are inclusive.

    A side that is not known is `None`; a stage without any day is never "on".
    """

    key: str
    title: str
    start: date | None
    end: date | None
    status: Status
    note: str | None = None
    reporting_hours: str | None = None
    reporting_hours_status: Status = Status.CONFIRMED

    def holds(self, on: date) -> bool:
        """Say whether the stage may be on: an unknown start lies before any day."""
        if self.end is None:
            return False
        return on <= self.end and (self.start is None or self.start <= on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """One election. `contests` lists contest names where they are not regions."""

    id: str
    kind: str
    title: str
    title_en: str
    basis: tuple[str, ...]
    procedures: tuple[str, ...]
    determination_on: date
    determination_status: Status
    determination_note: str | None
    president_determination_on: date | None
    voting_on: date
    rotation_ban_from: date | None
    rotation_ban_note: str | None
    regions: tuple[str, ...]
    stages: tuple[Stage, ...]
    status: Status
    sources: tuple[str, ...]

    @property
    def named_contests(self) -> tuple[str, ...]:
        """Return the contests that are not regions: those of a general election."""
        return ("presiden", "legislatif") if self.kind == "pemilu" else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionNote:
    """Which contests one province had in one election."""

    province: str
    election: str
    contests: tuple[str, ...]
    single_candidate: tuple[str, ...]
    empty_column_won: tuple[str, ...]
    disputed: tuple[str, ...]
    status: Status
    notes: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseRule:
    """How a phase follows from the days of determination and voting."""

    before_candidacy: str
    candidate: str
    after: str
    overlap_note: str
    note: str
    main_stages: tuple[str, ...]
    status: Status

    @property
    def texts(self) -> tuple[str, str, str]:
        """Return the rule of each phase, in the order of time."""
        return self.before_candidacy, self.candidate, self.after


def load_elections() -> Mapping[str, Election]:
    """Read every election by id.

    Raises:
        LawDataError: a table is unreadable.
    """
    files = sorted((DATA / "elections").glob("*.toml"))
    elections = (_election(read_file(path)) for path in files)
    return {election.id: election for election in elections}


def load_region_notes() -> tuple[RegionNote, ...]:
    """Read what is known about the contests of single provinces."""
    rows = read_file(DATA / "region_notes.toml").rows("region_note")
    return tuple(map(_region_note, rows))


def load_phase_rule() -> PhaseRule:
    """Read the rule of phases."""
    row = read_file(DATA / "phase_rule.toml").row("phase_rule")
    return PhaseRule(
        before_candidacy=row.text("before_candidacy"),
        candidate=row.text("candidate"),
        after=row.text("after"),
        overlap_note=row.text("overlap_note"),
        note=row.text("note"),
        main_stages=row.texts("main_stages"),
        status=row.status("status", Status.UNCONFIRMED),
    )


def _election(row: Row) -> Election:
    status = row.status("status", Status.UNCONFIRMED)
    return Election(
        id=row.text("id"),
        kind=row.text("kind"),
        title=row.text("title"),
        title_en=row.text("title_en"),
        basis=row.texts("basis"),
        procedures=row.texts("procedure"),
        determination_on=row.day("candidate_determination"),
        determination_status=row.status("candidate_determination_status", status),
        determination_note=row.maybe_text("candidate_determination_note"),
        president_determination_on=row.maybe_day("candidate_determination_president"),
        voting_on=row.day("voting_day"),
        rotation_ban_from=row.maybe_day("officials_rotation_ban_from"),
        rotation_ban_note=row.maybe_text("officials_rotation_ban_note"),
        regions=row.texts("regions"),
        stages=tuple(map(_stage, row.rows("stage"))),
        status=status,
        sources=row.texts("sources"),
    )


def _stage(row: Row) -> Stage:
    return Stage(
        key=row.text("key"),
        title=row.text("title"),
        start=row.maybe_day("start"),
        end=row.maybe_day("end"),
        status=row.status("status", Status.UNCONFIRMED),
        note=row.maybe_text("status_note") or row.maybe_text("note"),
        reporting_hours=row.maybe_text("reporting_hours"),
        reporting_hours_status=row.status("reporting_hours_status", Status.CONFIRMED),
    )


def _region_note(row: Row) -> RegionNote:
    told = ("note", "result_disputes_note")
    return RegionNote(
        province=row.text("province"),
        election=row.text("election"),
        contests=row.texts("contests"),
        single_candidate=row.texts("single_candidate"),
        empty_column_won=row.texts("empty_column_won"),
        disputed=row.texts("result_disputes_mk"),
        status=row.status("status", Status.UNCONFIRMED),
        notes=tuple(row.text(key) for key in told if key in row),
        sources=row.texts("sources"),
    )

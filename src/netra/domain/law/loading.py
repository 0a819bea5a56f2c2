"""The whole law as one value, and how it is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from .bodies import (
    Authority,
    RouteRow,
    SbtStep,
    load_authorities,
    load_routes,
    load_sbt_steps,
)
from .catalogue import (
    Catalogue,
    Norm,
    Sanction,
    SubjectClass,
    Violation,
    load_catalogue,
)
from .elections import (
    Election,
    PhaseRule,
    RegionNote,
    load_elections,
    load_phase_rule,
    load_region_notes,
)
from .entries import LawEntry
from .errors import (
    BeforeTheLawError,
    NotInForceError,
    UnknownClassError,
    UnknownKeyError,
)
from .listing import entries_of, entry_on
from .modelling import load_modelling
from .procedure_loading import load_procedures
from .procedures import Condition, Procedure
from .status import Status
from .tables import DATA, Row, read_file
from .wording import span_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRule:
    """The rules of counting that hold for every deadline."""

    first_day_counts: bool
    first_day_counts_status: Status
    first_day_counts_note: str
    late_intake_rule: str
    late_intake_rule_status: Status
    late_intake_rule_note: str
    units: tuple["KindUnit", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindUnit:
    """What the days of one kind of election are."""

    election_kind: str
    unit: str
    status: Status
    note: str | None
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label of a text, the category it is counted in, and the items it may mean."""

    id: str
    news_category: str
    violations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsCategory:
    """A category of the published statistic; `share` is in per cent."""

    id: str
    title: str
    share: float
    status: Status
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Future:
    """A change that is decided but that no live rule uses yet."""

    id: str
    title_en: str
    basis: str
    effect: str
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Law:
    """Everything the tables say, each part by key. Compared by identity."""

    clock: ClockRule
    procedures: Mapping[str, Procedure]
    elections: Mapping[str, Election]
    region_notes: tuple[RegionNote, ...]
    phase_rule: PhaseRule
    catalogue: Catalogue
    authorities: Mapping[str, Authority]
    routes: tuple[RouteRow, ...]
    sbt_steps: tuple[SbtStep, ...]
    conditions: Mapping[str, Condition]
    labels: Mapping[str, Label]
    news_categories: Mapping[str, NewsCategory]
    futures: tuple[Future, ...]
    events: Mapping[str, str]
    remarks: Mapping[str, str]
    supervision_report: Row

    @property
    def violations(self) -> Mapping[str, Violation]:
        """Return the items of the catalogue by id, in its order."""
        return self.catalogue.violations

    @property
    def norms(self) -> Mapping[str, Norm]:
        """Return the norms of personnel law by id."""
        return self.catalogue.norms

    @property
    def sanctions(self) -> Mapping[str, Sanction]:
        """Return the sanctions by id."""
        return self.catalogue.sanctions

    @property
    def classes(self) -> Mapping[str, SubjectClass]:
        """Return the classes of people by key."""
        return self.catalogue.classes

    def procedure(self, procedure_id: str) -> Procedure:
        """Return one procedure.

        Raises:
            UnknownKeyError: there is no such procedure.
        """
        if procedure_id not in self.procedures:
            raise UnknownKeyError("procedure", procedure_id, self.procedures)
        return self.procedures[procedure_id]

    def election(self, election_id: str) -> Election:
        """Return one election.

        Raises:
            UnknownKeyError: there is no such election.
        """
        if election_id not in self.elections:
            raise UnknownKeyError("election", election_id, self.elections)
        return self.elections[election_id]

    def violation(self, violation_id: str) -> Violation:
        """Return one item of the catalogue.

        Raises:
            UnknownKeyError: there is no such item.
        """
        if violation_id not in self.violations:
            raise UnknownKeyError("violation", violation_id)
        return self.violations[violation_id]

    def subject_class(self, key: str) -> SubjectClass:
        """Return one class of people.

        Raises:
            UnknownClassError: there is no such class.
        """
        if key not in self.classes:
            raise UnknownClassError(key, self.classes)
        return self.classes[key]

    def event_label(self, event: str) -> str:
        """Return the Indonesian name of an event, or its key if it has none."""
        return self.events.get(event, event)

    def told(self, remark: str) -> str:
        """Return what readers are told for a remark of the tables, in Indonesian.

        A text without a sentence of its own comes back as it is; an empty answer
        says that the remark is not for readers.
        """
        return self.remarks.get(remark, remark)

    def procedure_for(self, election_id: str, submitted_on: date) -> Procedure:
        """Return the procedure of an election on the day a report is submitted.

        Where two are in force, the younger one.

        Raises:
            UnknownKeyError: there is no such election.
            BeforeTheLawError: the day lies before its first procedure.
            NotInForceError: no procedure of the election covers the day.
        """
        named = self.election(election_id).procedures
        candidates = [
            procedure
            for procedure in self.procedures.values()
            if procedure.id in named or election_id in procedure.elections
        ]
        in_force = [p for p in candidates if p.in_force(submitted_on)]
        if in_force:
            return max(in_force, key=lambda p: p.effective_from)
        first = min(candidates, key=lambda p: p.effective_from)
        if submitted_on < first.effective_from:
            raise BeforeTheLawError(first.id, submitted_on, first.effective_from)
        spans = [span_in_words(p.effective_from, p.effective_to) for p in candidates]
        raise NotInForceError(election_id, submitted_on, spans)

    def entries(self) -> tuple[LawEntry, ...]:
        """Return every value of the law, every version of it, in reading order."""
        return entries_of(self)

    def entry(self, key: str, on: date) -> LawEntry:
        """Return the version of one value that is in force on `on`.

        Raises:
            UnknownKeyError: there is no such value.
            NotInForceError: it is not in force on that day.
        """
        return entry_on(self, key, on)


def load_law(*extra: Path) -> Law:
    """Return the law of the package, with further procedures from TOML files.

    Args:
        extra: Files that each hold one procedure: the head, `[[deadline]]`,
            `[[step]]` and so on, as the folders of `data/procedures` hold them.

    Raises:
        LawDataError: a table is unreadable.
    """
    return _load(extra)


@cache
def _load(extra: tuple[Path, ...]) -> Law:
    procedures = load_procedures(extra)
    m = load_modelling()
    steps = (step for p in procedures.values() for step in p.steps.values())
    conditions = {need.key: need for step in steps for need in step.needs}
    report = read_file(DATA / "supervision_report.toml").row("supervision_report")
    return Law(
        clock=_clock(read_file(DATA / "clock.toml").row("clock")),
        procedures=procedures,
        elections=load_elections(),
        region_notes=load_region_notes(),
        phase_rule=load_phase_rule(),
        catalogue=load_catalogue(),
        authorities=load_authorities(),
        routes=load_routes(),
        sbt_steps=load_sbt_steps(),
        conditions={**m.conditions, **conditions},
        labels={label.id: label for label in map(_label, _all("labels", "label"))},
        news_categories=_categories(read_file(DATA / "news_categories.toml")),
        futures=tuple(map(_future, _all("future", "future"))),
        events=m.events,
        remarks=_remarks(read_file(DATA / "modelling" / "told.toml")),
        supervision_report=report,
    )


def _all(file: str, name: str) -> tuple[Row, ...]:
    return read_file(DATA / f"{file}.toml").rows(name)


def _remarks(table: Row) -> dict[str, str]:
    return {row.text("text"): row.text("id") for row in table.rows("told")}


def _clock(row: Row) -> ClockRule:
    return ClockRule(
        first_day_counts=row.flag("first_day_counts"),
        first_day_counts_status=row.status(
            "first_day_counts_status", Status.UNCONFIRMED
        ),
        first_day_counts_note=row.text("first_day_counts_status_note"),
        late_intake_rule=row.text("late_intake_rule"),
        late_intake_rule_status=row.status(
            "late_intake_rule_status", Status.UNCONFIRMED
        ),
        late_intake_rule_note=row.text("late_intake_rule_status_note"),
        units=tuple(_kind_unit(row, kind) for kind in ("pemilihan", "pemilu")),
    )


def _kind_unit(row: Row, kind: str) -> KindUnit:
    return KindUnit(
        election_kind=kind,
        unit=row.text(f"{kind}_unit"),
        status=row.status(f"{kind}_unit_status", Status.UNCONFIRMED),
        note=row.maybe_text(f"{kind}_unit_status_note"),
        source=row.maybe_text(f"{kind}_unit_source"),
    )


def _label(row: Row) -> Label:
    return Label(
        id=row.text("id"),
        news_category=row.text("news_category"),
        violations=row.texts("violations"),
    )


def _categories(table: Row) -> dict[str, NewsCategory]:
    source = table.text("source")
    rows = table.rows("news_category")
    return {row.text("id"): _category(row, source) for row in rows}


def _category(row: Row, source: str) -> NewsCategory:
    share = row.raw("share")
    return NewsCategory(
        id=row.text("id"),
        title=row.text("title"),
        share=float(share) if isinstance(share, (int, float)) else 0.0,
        status=row.status("share_status", Status.CONFIRMED),
        source=source,
    )


def _future(row: Row) -> Future:
    return Future(
        id=row.text("id"),
        title_en=row.text("title_en"),
        basis=row.text("basis"),
        effect=row.text("effect"),
        status=row.status("status", Status.UNCONFIRMED),
    )

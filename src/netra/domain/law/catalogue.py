"""The catalogue of violations, norms and sanctions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .status import Status
from .tables import DATA, Row, read_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One item of the catalogue, or an election crime an act can also be.

    `kind` is `ethics`, `discipline` or `criminal`; `number` the item's place in the
    joint decree; `counterpart` the same act on the other side of the hinge.
    """

    id: str
    number: int | None
    title: str
    title_en: str
    kind: str
    election_kind: str | None
    applies: tuple[str, ...]
    applies_status: Status
    applies_note: str | None
    subjects: tuple[str, ...]
    subjects_note: str | None
    subjects_since: Mapping[str, date]
    legal_basis: tuple[str, ...]
    sanction: tuple[str, ...]
    sanction_conflict: tuple[str, ...]
    may_also_be: tuple[str, ...]
    same_act_as: str | None
    counterpart: str | None
    news_category: str
    confidence: str
    status: Status
    unconfirmed: str | None
    note: str | None
    source: str
    valid_from: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """A norm of personnel law and the level of sanction it carries."""

    id: str
    text: str
    basis: str
    level: str
    level_basis: str
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction:
    """A sanction and the classes it may be shown to."""

    id: str
    title: str
    basis: tuple[str, ...]
    imposed_by: str | None
    applies_to: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    note: str | None
    status: Status

    def in_force(self, on: date) -> bool:
        """Say whether the sanction is in force on `on`."""
        begun = self.valid_from is None or on >= self.valid_from
        return begun and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectClass:
    """A class of people that a norm or a route can name."""

    key: str
    label: str
    stands_as: str
    derived_from: tuple[str, ...]
    status: Status
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatutePeriod:
    """A citation, the day it came into force, and what was cited before."""

    cite: str
    valid_from: date
    status: Status
    status_note: str | None
    before: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decree:
    """The joint decree the catalogue comes from, or its predecessor."""

    id: str
    title: str
    effective_from: date
    effective_to: date | None
    status: Status
    note: str | None
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All of it, each part by key."""

    decree: Decree
    predecessor: Decree
    violations: Mapping[str, Violation]
    norms: Mapping[str, Norm]
    sanctions: Mapping[str, Sanction]
    sanction_before: Mapping[str, str]
    sanction_for_class: Mapping[str, str]
    classes: Mapping[str, SubjectClass]
    periods: tuple[StatutePeriod, ...]


def load_catalogue() -> Catalogue:
    """Read the catalogue of the package.

    Raises:
        LawDataError: a table is unreadable.
    """
    model = read_file(DATA / "modelling" / "violations.toml")
    decrees = read_file(DATA / "catalogue.toml")
    head = decrees.row("catalogue")
    periods = read_file(DATA / "statute_periods.toml").rows("statute_period")
    return Catalogue(
        decree=_decree(head, head.status("status_after_kasn", Status.UNCONFIRMED)),
        predecessor=_decree(decrees.row("predecessor"), Status.UNCONFIRMED),
        violations=_violations(head.day("effective_from"), model),
        norms={n.id: n for n in map(_norm, _rows("norms", "norm"))},
        sanctions={s.id: s for s in map(_sanction, _rows("sanctions", "sanction"))},
        sanction_before=model.text_map("sanction_before"),
        sanction_for_class=model.text_map("sanction_for_class"),
        classes={c.key: c for c in map(_class, _rows("classes", "class"))},
        periods=tuple(map(_period, periods)),
    )


def _rows(file: str, name: str) -> tuple[Row, ...]:
    return read_file(DATA / f"{file}.toml").rows(name)


def _decree(row: Row, status: Status) -> Decree:
    return Decree(
        id=row.text("id"),
        title=row.text("title"),
        effective_from=row.day("effective_from"),
        effective_to=row.maybe_day("effective_to"),
        status=row.status("status", status),
        note=row.maybe_text("note") or row.maybe_text("status_after_kasn_note"),
        source=row.maybe_text("decree_source"),
    )


def _violations(decreed_from: date, model: Row) -> dict[str, Violation]:
    hinges = model.rows("hinge")
    pairs = {h.text("before"): h.text("after") for h in hinges}
    pairs |= {after: before for before, after in pairs.items()}
    since = _subjects_since(model)
    files = sorted((DATA / "violations").glob("*.toml"))
    rows = [row for path in files for row in read_file(path).rows("violation")]
    return {
        row.text("id"): _violation(
            row, pairs.get(row.text("id")), since.get(row.text("id"), {}), decreed_from
        )
        for row in sorted(rows, key=lambda r: _KINDS.index(r.text("kind")))
    }


_KINDS = ("ethics", "discipline", "criminal")


def _subjects_since(model: Row) -> dict[str, dict[str, date]]:
    periods = _rows("statute_periods", "statute_period")
    began = {row.text("cite"): row.day("valid_from") for row in periods}
    return {
        row.text("violation"): dict.fromkeys(
            row.texts("subjects"), began[row.text("cite")]
        )
        for row in model.rows("subject_from")
    }


def _violation(
    row: Row, counterpart: str | None, since: Mapping[str, date], decreed_from: date
) -> Violation:
    status = row.status("status", Status.UNCONFIRMED)
    number = row.maybe_count("number")
    return Violation(
        id=row.text("id"),
        number=number,
        title=row.text("title"),
        title_en=row.text("title_en"),
        kind=row.text("kind"),
        election_kind=row.maybe_text("election_kind"),
        applies=row.texts("applies"),
        applies_status=row.status("applies_status", status),
        applies_note=row.maybe_text("applies_status_note"),
        subjects=row.texts("subjects"),
        subjects_note=row.maybe_text("subjects_note"),
        subjects_since=since,
        legal_basis=row.texts("legal_basis"),
        sanction=row.texts("sanction"),
        sanction_conflict=row.texts("sanction_conflict"),
        may_also_be=row.texts("may_also_be"),
        same_act_as=row.maybe_text("same_act_as"),
        counterpart=counterpart,
        news_category=row.text("news_category"),
        confidence=row.text("confidence"),
        status=status,
        unconfirmed=row.maybe_text("unconfirmed"),
        note=row.maybe_text("note"),
        source=row.text("source"),
        valid_from=decreed_from if number is not None else None,
    )


def _norm(row: Row) -> Norm:
    return Norm(
        id=row.text("id"),
        text=row.text("text_id"),
        basis=row.text("basis"),
        level=row.text("level"),
        level_basis=row.text("level_basis"),
        status=row.status("status", Status.UNCONFIRMED),
    )


def _sanction(row: Row) -> Sanction:
    return Sanction(
        id=row.text("id"),
        title=row.text("title"),
        basis=row.texts("basis"),
        imposed_by=row.maybe_text("imposed_by"),
        applies_to=row.texts("applies_to"),
        valid_from=row.maybe_day("valid_from"),
        valid_to=row.maybe_day("valid_to"),
        note=row.maybe_text("note"),
        status=row.status("status", Status.UNCONFIRMED),
    )


def _class(row: Row) -> SubjectClass:
    return SubjectClass(
        key=row.text("key"),
        label=row.text("label"),
        stands_as=row.maybe_text("as") or row.text("key"),
        derived_from=row.texts("derived_from"),
        status=row.status("status", Status.UNCONFIRMED),
        note=row.maybe_text("note"),
    )


def _period(row: Row) -> StatutePeriod:
    return StatutePeriod(
        cite=row.text("cite"),
        valid_from=row.day("valid_from"),
        status=row.status("valid_from_status", Status.CONFIRMED),
        status_note=row.maybe_text("valid_from_status_note"),
        before=row.text("before"),
    )

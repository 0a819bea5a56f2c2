"""Authorities, the routes to them, and the follow-up chain of SBT."""

from dataclasses import dataclass
from datetime import date

from .status import Status
from .tables import DATA, Row, read_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """A body that receives something from Bawaslu."""

    id: str
    title: str
    role: str | None
    basis: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    valid_from_latest: date | None
    status: Status
    note: str | None
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteRow:
    """Who receives one outcome for some classes, from when until when."""

    outcome: str
    subjects: tuple[str, ...]
    to: str
    copy_to: tuple[str, ...]
    copy_status: Status
    copy_note: str | None
    channel: str | None
    instrument: str | None
    form: str | None
    election_kind: str | None
    only_if: str | None
    basis: tuple[str, ...]
    valid_from: date
    valid_to: date | None
    status: Status
    note: str | None
    source: str | None

    @property
    def key(self) -> str:
        """Return the key of the row in the list of all values of the law."""
        told = (self.outcome, self.subjects[0], self.to, self.valid_from.isoformat())
        return "route." + ".".join(told) + (".only_if" if self.only_if else "")

    def in_force(self, on: date) -> bool:
        """Say whether the route is open on `on`."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class SbtStep:
    """One step of the follow-up after referral, as the SBT channel describes it."""

    id: str
    order: int
    title: str
    actor: str
    limit_length: int | None
    limit_unit: str | None
    limit_unit_status: Status
    limit_note: str | None
    basis: tuple[str, ...]
    status: Status
    note: str | None
    source: str | None


def load_authorities() -> dict[str, Authority]:
    """Read every authority by id.

    Raises:
        LawDataError: a table is unreadable.
    """
    rows = read_file(DATA / "authorities.toml").rows("authority")
    return {row.text("id"): _authority(row) for row in rows}


def load_routes() -> tuple[RouteRow, ...]:
    """Read every route, in the order of the table.

    Raises:
        LawDataError: a table is unreadable.
    """
    return tuple(map(_route, read_file(DATA / "routes.toml").rows("route")))


def load_sbt_steps() -> tuple[SbtStep, ...]:
    """Read the follow-up chain of SBT in its order.

    Raises:
        LawDataError: a table is unreadable.
    """
    return tuple(map(_sbt_step, read_file(DATA / "sbt_steps.toml").rows("sbt_step")))


def _authority(row: Row) -> Authority:
    return Authority(
        id=row.text("id"),
        title=row.text("title"),
        role=row.maybe_text("role"),
        basis=row.texts("basis"),
        valid_from=row.maybe_day("valid_from"),
        valid_to=row.maybe_day("valid_to"),
        valid_from_latest=row.maybe_day("valid_from_latest"),
        status=row.status("status", Status.UNCONFIRMED),
        note=row.maybe_text("note"),
        source=row.maybe_text("source"),
    )


def _route(row: Row) -> RouteRow:
    status = row.status("status", Status.UNCONFIRMED)
    return RouteRow(
        outcome=row.text("outcome"),
        subjects=row.texts("subject"),
        to=row.text("to"),
        copy_to=row.texts("copy_to"),
        copy_status=row.status("copy_status", status),
        copy_note=row.maybe_text("copy_note"),
        channel=row.maybe_text("channel"),
        instrument=row.maybe_text("instrument"),
        form=row.maybe_text("form"),
        election_kind=row.maybe_text("election_kind"),
        only_if=row.maybe_text("only_if"),
        basis=row.texts("basis"),
        valid_from=row.day("valid_from"),
        valid_to=row.maybe_day("valid_to"),
        status=status,
        note=row.maybe_text("note"),
        source=row.maybe_text("source"),
    )


def _sbt_step(row: Row) -> SbtStep:
    limit = row.row("limit")
    return SbtStep(
        id=row.text("id"),
        order=row.count("order"),
        title=row.text("title"),
        actor=row.text("actor"),
        limit_length=limit.maybe_count("length"),
        limit_unit=limit.maybe_text("unit"),
        limit_unit_status=limit.status("unit_status", Status.UNCONFIRMED),
        limit_note=row.maybe_text("limit_note"),
        basis=row.texts("basis"),
        status=row.status("status", Status.UNCONFIRMED),
        note=row.maybe_text("note"),
        source=row.maybe_text("source"),
    )

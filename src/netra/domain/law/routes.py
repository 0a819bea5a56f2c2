"""To whom an outcome goes, by class of the respondent and date of referral."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .bodies import RouteRow
from .errors import ElectionKindNeededError, NoRouteError
from .loading import Law
from .status import Status, weakest
from .wording import in_words

ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Another addressee, for a case that the table describes in `only_if`."""

    to: str
    to_label: str
    only_if: str
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """The addressee of an outcome, and on what that rests.

    `status` is the weakest of the route and of the class it was looked up for;
    `copy_status` that of the list of copies. Channel and instrument are the words of
    the table; the labels beside them, the notes and `only_if` are Indonesian.
    """

    to: str
    to_label: str
    copy_to: tuple[str, ...]
    copy_status: Status
    copy_note: str | None
    channel: str | None
    channel_label: str | None
    instrument: str | None
    instrument_label: str | None
    form: str | None
    basis: tuple[str, ...]
    source: str | None
    status: Status
    note: str | None
    valid_from: date
    valid_to: date | None
    alternatives: tuple[Alternative, ...]


def route(
    law: Law,
    subject_class: str,
    outcome: str,
    on: date,
    election_kind: str | None = None,
) -> Route:
    """Return the addressee of an outcome on the day of referral.

    Args:
        law: The tables.
        subject_class: A key of `law.classes`, or `any` where the class is of no
            matter.
        outcome: An outcome of the routes, such as `other_law_asn`.
        on: Local day of the referral.
        election_kind: `pemilihan` or `pemilu`; needed where they differ.

    Raises:
        UnknownClassError: `subject_class` is not in the tables.
        ElectionKindNeededError: the addressee depends on the kind of election.
        NoRouteError: nobody receives this outcome for this class on this day.
    """
    stands_as, class_status = _class(law, subject_class)
    rows = _rows(law, outcome, stands_as, on)
    kinds = {row.election_kind for row in rows if row.election_kind}
    if kinds and election_kind is None:
        raise ElectionKindNeededError(outcome, sorted(kinds))
    open_rows = [row for row in rows if row.election_kind in (None, election_kind)]
    chosen = next((row for row in open_rows if row.only_if is None), None)
    if chosen is None:
        raise _no_route(law, subject_class, outcome, on)
    return _route(law, chosen, class_status, open_rows)


def _class(law: Law, key: str) -> tuple[str, Status]:
    if key == ANY:
        return ANY, Status.CONFIRMED
    subject = law.subject_class(key)
    if subject.derived_from:
        return subject.derived_from[0], subject.status
    return subject.stands_as, subject.status


def _rows(law: Law, outcome: str, stands_as: str, on: date) -> list[RouteRow]:
    return [
        row
        for row in law.routes
        if row.outcome == outcome
        and (stands_as in row.subjects or ANY in row.subjects)
        and row.in_force(on)
    ]


def _no_route(law: Law, subject_class: str, outcome: str, on: date) -> NoRouteError:
    outcomes = tuple(dict.fromkeys(row.outcome for row in law.routes))
    if outcome not in outcomes:
        listed = ", ".join(outcomes)
        return NoRouteError(
            f"no route knows the outcome {outcome}; known: {listed}",
            reader_message=f"Hasil “{outcome}” tidak punya alamat penerusan. "
            f"Yang punya: {listed}.",
        )
    return NoRouteError(
        f"no route for {outcome} of {subject_class} on {on}",
        reader_message=f"Tidak ada alamat penerusan untuk hasil “{outcome}” dengan "
        f"kelas “{subject_class}” pada {in_words(on)}.",
    )


def _route(
    law: Law, row: RouteRow, class_status: Status, rows: Sequence[RouteRow]
) -> Route:
    body = law.authorities[row.to]
    return Route(
        to=row.to,
        to_label=law.told(body.title),
        copy_to=row.copy_to,
        copy_status=weakest(row.copy_status, class_status),
        copy_note=_told(law, row.copy_note),
        channel=row.channel,
        channel_label=_told(law, row.channel),
        instrument=row.instrument,
        instrument_label=_told(law, row.instrument),
        form=row.form,
        basis=row.basis or body.basis,
        source=row.source or body.source,
        status=weakest(row.status, class_status),
        note=_told(law, row.note),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        alternatives=tuple(
            Alternative(
                to=other.to,
                to_label=law.told(law.authorities[other.to].title),
                only_if=law.told(other.only_if),
                status=other.status,
            )
            for other in rows
            if other.only_if is not None
        ),
    )


def _told(law: Law, remark: str | None) -> str | None:
    return None if remark is None else law.told(remark)

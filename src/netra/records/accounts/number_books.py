"""The gap check: every place of every series, what stands there, and what is amiss."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netra.records.accounts.models import (
    GivenNumber,
    NumberSeries,
    Office,
    VoidedNumber,
)


class PlaceState(StrEnum):
    """What is known about one place of a series."""

    GIVEN = "given"
    VOIDED = "voided"
    DOUBLE = "double"
    MISSING = "missing"
    UNLISTED = "unlisted"

    @property
    def is_amiss(self) -> bool:
        """Whether somebody should look into it."""
        return self in (PlaceState.DOUBLE, PlaceState.MISSING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of a series: its number as given, and whether it was made void."""

    seq: int
    state: PlaceState
    number: str = ""
    given_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesBook:
    """One series of one year, place by place from the first to the last."""

    series: NumberSeries
    places: tuple[Place, ...]

    @property
    def amiss(self) -> tuple[Place, ...]:
        """The places somebody should look into."""
        return tuple(place for place in self.places if place.state.is_amiss)

    @property
    def voided(self) -> tuple[Place, ...]:
        """The places made void, with their reasons."""
        return tuple(p for p in self.places if p.state is PlaceState.VOIDED)


def years_of(office: Office) -> list[int]:
    """Return the years in which an office gave numbers, newest first."""
    years = office.series.order_by("-year").values_list("year", flat=True)
    return list(dict.fromkeys(years))


def books_of(office: Office, year: int) -> tuple[SeriesBook, ...]:
    """Return every series of an office in a year, with its gaps and doubles.

    A number is double when the office gave the same words twice in the year, in one
    series or in two. Numbers given before each was listed are called so, not missing.
    """
    rows = list(office.series.filter(year=year).order_by("name"))
    given = {row.pk: {place.seq: place for place in row.given.all()} for row in rows}
    words = Counter(p.number for places in given.values() for p in places.values())
    return tuple(_book(row, given[row.pk], words) for row in rows)


def _book(
    series: NumberSeries, given: Mapping[int, GivenNumber], words: Mapping[str, int]
) -> SeriesBook:
    voided = {row.seq: row for row in series.voided.all()}
    last = max([series.last, *given, *voided])
    return SeriesBook(
        series=series,
        places=tuple(
            _place(series, seq, given.get(seq), voided.get(seq), words)
            for seq in range(1, last + 1)
        ),
    )


def _place(
    series: NumberSeries,
    seq: int,
    row: GivenNumber | None,
    void: VoidedNumber | None,
    words: Mapping[str, int],
) -> Place:
    return Place(
        seq=seq,
        state=_state(series, seq, row, void, words),
        number=row.number if row else "",
        given_on=row.given_on if row else None,
        reason=void.reason if void else "",
    )


def _state(
    series: NumberSeries,
    seq: int,
    row: GivenNumber | None,
    void: VoidedNumber | None,
    words: Mapping[str, int],
) -> PlaceState:
    if void is not None:
        return PlaceState.VOIDED
    if row is None:
        is_old = seq <= series.unlisted
        return PlaceState.UNLISTED if is_old else PlaceState.MISSING
    return PlaceState.DOUBLE if words[row.number] > 1 else PlaceState.GIVEN

"""The elements of each item of the catalogue, as a checklist for proof.

No rule lists elements: they are derived from the words of the articles and say so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from .catalogue import Violation
from .loading import Law
from .norms import PHASES
from .stages import Phase
from .status import Status, weakest
from .tables import DATA, Row, read_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One thing that must be so for a norm to be broken.

    `key` is stable within the norm; `article` names the words it was derived from.
    """

    key: str
    text: str
    article: str
    status: Status


@cache
def _table() -> Row:
    return read_file(DATA / "elements.toml")


@cache
def _own() -> Mapping[str, tuple[Row, ...]]:
    rows = _table().rows("norm")
    return {row.text("violation"): row.rows("element") for row in rows}


def elements_of(law: Law, violation_id: str) -> tuple[Element, ...]:
    """Return the elements of an item of the catalogue: who, when, then what.

    An item without a table of its own has subject and time only.

    Raises:
        UnknownKeyError: there is no such item.
        LawDataError: the table is unreadable.

    Source:
        `elements.toml`; classes and phases of the item.
    """
    violation = law.violation(violation_id)
    return tuple(_elements(law, violation))


def _elements(law: Law, violation: Violation) -> Iterator[Element]:
    table = _table()
    basis = "; ".join(violation.legal_basis)
    status = table.status("status", Status.UNCONFIRMED)
    classes = ", ".join(law.subject_class(key).label for key in violation.subjects)
    phases = " atau ".join(PHASES[Phase(name)] for name in violation.applies)
    yield Element(
        key="subject",
        text=table.row("subject").text("text") % classes,
        article=basis,
        status=weakest(status, violation.status),
    )
    yield Element(
        key="time",
        text=table.row("time").text("text") % phases,
        article=basis,
        status=weakest(status, violation.applies_status),
    )
    for row in _own().get(violation.id, ()):
        yield Element(
            key=row.text("key"),
            text=row.text("text"),
            article=row.maybe_text("article") or basis,
            status=weakest(row.status("status", status), violation.status),
        )

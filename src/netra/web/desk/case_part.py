"""One part of the page of a case, as the room it belongs to describes it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from netra.records.cases.models import Case
from netra.web.routes import StaffRequest

Context = Callable[[StaffRequest, Case], dict[str, Any] | None]


def _nothing(_case: Case) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePart:
    """One panel of the page of a case.

    `key` is the anchor; `context` gives what `template` shows as `part`, `None` leaves
    the panel out; `subjects` are the ledger's subjects of the room's rows about a case
    and `entries` the words of their kinds.
    """

    key: str
    title: Promise
    template: str
    context: Context
    subjects: Callable[[Case], Iterable[str]] = _nothing
    entries: Mapping[str, Promise] = field(default_factory=dict)

"""Every value of the law as one flat list, and the one in force on a day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from . import entry_sources, procedure_entries
from .entries import LawEntry
from .errors import NotInForceError, UnknownKeyError

if TYPE_CHECKING:
    from .loading import Law


@cache
def entries_of(law: "Law") -> tuple[LawEntry, ...]:
    """Return every value of `law`, in reading order."""
    return tuple(_all(law))


def _all(law: "Law") -> Iterator[LawEntry]:
    for procedure in law.procedures.values():
        for entry in procedure_entries.entries_of(procedure):
            yield _told(law, entry)
    for entry in entry_sources.entries_of(law):
        yield _told(law, entry)


def _told(law: "Law", entry: LawEntry) -> LawEntry:
    value = entry.value
    return replace(
        entry,
        label=law.told(entry.label),
        value=law.told(value) if isinstance(value, str) else value,
        notes=tuple(note for note in map(law.told, entry.notes) if note),
    )


def entry_on(law: "Law", key: str, on: date) -> LawEntry:
    """Return the version of one value that is in force on `on`.

    Raises:
        UnknownKeyError: there is no such value.
        NotInForceError: it is not in force on that day.
    """
    versions = [entry for entry in entries_of(law) if entry.key == key]
    if not versions:
        raise UnknownKeyError("key", key)
    for version in versions:
        if version.in_force(on):
            return version
    raise NotInForceError(key, on, [version.span for version in versions])

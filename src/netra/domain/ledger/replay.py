"""State as the replay of entries, and the first place where two states differ."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from netra.domain.ledger.canonical import Fact
from netra.domain.ledger.entries import Entry

State = Mapping[str, Mapping[str, Fact]]
"""For each subject its fields: `{"case:7": {"step": "study"}}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The first field on which the replay and the kept state disagree."""

    subject: str
    field: str
    replayed: Fact
    kept: Fact

    def __str__(self) -> str:
        return (
            f"{self.subject} {self.field}: "
            f"replay says {self.replayed!r}, state says {self.kept!r}"
        )


def replay(entries: Iterable[Entry]) -> dict[str, dict[str, Fact]]:
    """Return the state that follows from `entries`, read in order.

    Each fact sets one field of the entry's subject; a fact of `None` removes it.
    A subject without fields is not part of the state.
    """
    state: dict[str, dict[str, Fact]] = {}
    for entry in entries:
        fields = state.setdefault(entry.subject, {})
        for name, value in entry.facts.items():
            if value is None:
                fields.pop(name, None)
            else:
                fields[name] = value
    return {subject: fields for subject, fields in state.items() if fields}


def first_difference(replayed: State, kept: State) -> Difference | None:
    """Return the first difference in order of subject and field, or `None`."""
    for subject in sorted({*replayed, *kept}):
        left, right = replayed.get(subject, {}), kept.get(subject, {})
        for field in sorted({*left, *right}):
            if left.get(field) != right.get(field):
                return Difference(
                    subject=subject,
                    field=field,
                    replayed=left.get(field),
                    kept=right.get(field),
                )
    return None

"""What was told so far, in the terms the rules speak of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

__all__ = ["Answers", "Row", "Window"]

Row = Mapping[str, str]


class Window(StrEnum):
    """Where the reporting window stands, as the clock of the law tells it."""

    OPEN = "open"
    LATE = "late"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What was told so far.

    Attributes:
        fields: By screen, then by field; a field that is not there counts as blank.
        people: By screen, the people named there.
        files: How many files of each kind.
        window: Where the reporting window stands.
    """

    fields: Mapping[str, Row] = field(default_factory=dict)
    people: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    files: Mapping[str, int] = field(default_factory=dict)
    window: Window = Window.UNKNOWN

    def text(self, path: str, person: Row | None = None) -> str:
        """Return the text of `screen.field`, of the person at hand if one is given."""
        screen, _dot, name = path.partition(".")
        row = self.fields.get(screen, {}) if person is None else person
        return row.get(name, "").strip()

    def named(self, screen: str) -> tuple[Row, ...]:
        """Return the people of a screen of whom anything was told."""
        rows = self.people.get(screen, ())
        return tuple(row for row in rows if any(text.strip() for text in row.values()))

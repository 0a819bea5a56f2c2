"""One value of the law: key, value, article, status, source."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from .status import Status
from .wording import span_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class LawEntry:
    """One value of the law in one version.

    `value` is a number where the law gives one (its unit is `unit`), a text
    otherwise. `source` is the first of `sources`: an address or a regulation.
    `status` is the weakest of `parts` where the value has several.
    """

    key: str
    kind: str
    group: str
    label: str
    value: int | float | str
    unit: str | None = None
    article: str | None = None
    status: Status
    sources: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    notes: tuple[str, ...] = ()
    parts: Mapping[str, Status] = field(default_factory=dict)

    @property
    def source(self) -> str | None:
        """Return the first source, `None` if the value has none."""
        return self.sources[0] if self.sources else None

    @property
    def span(self) -> str:
        """Return the days in force as one text, open sides as an ellipsis."""
        return span_in_words(self.valid_from, self.valid_to)

    def in_force(self, on: date) -> bool:
        """Say whether this version is in force on `on`."""
        begun = self.valid_from is None or on >= self.valid_from
        return begun and (self.valid_to is None or on <= self.valid_to)

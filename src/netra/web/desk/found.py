"""One thing the search found."""

from dataclasses import dataclass

__all__ = ["Found"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file that fits, and where the words were found."""

    kind: str
    number: str
    url: str
    title: str
    place: str
    step: str
    snippet: str

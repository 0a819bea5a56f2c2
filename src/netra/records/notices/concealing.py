"""Taking the name of somebody cleared out of a text that others have written."""

import re
from collections.abc import Iterable

from netra.records.access import revealed
from netra.records.reports.models import Respondent

_LEAST_SIGNS = 4
"""Shorter parts of a name are words of the language as often as names."""


def parts_of(name: str) -> list[str]:
    """Return a name and its parts of four letters or more, longest first."""
    parts = {name.strip(), *re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", name)}
    told = {part for part in parts if len(part) >= _LEAST_SIGNS}
    return sorted(told, key=len, reverse=True)


def concealed(text: str, people: Iterable[Respondent]) -> str:
    """Return the text with the names of whoever is cleared replaced by their mask.

    Whole name and parts of it are found without regard to case and to how many spaces
    stand between them. People who are not cleared keep their names.
    """
    for person in people:
        if person.cleared_at is None or not revealed(person.name).strip():
            continue
        for part in parts_of(revealed(person.name)):
            spaced = r"\s+".join(re.escape(word) for word in part.split())
            text = re.sub(
                rf"(?<!\w){spaced}(?!\w)", str(person.name), text, flags=re.IGNORECASE
            )
    return text


def names_somebody(text: str, people: Iterable[Respondent]) -> bool:
    """Say whether a text names somebody cleared."""
    return concealed(text, people) != text

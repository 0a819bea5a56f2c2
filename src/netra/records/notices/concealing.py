"""Taking the name of somebody cleared out of a text that others have written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from netra.records.access import revealed
from netra.records.accounts.models import User
from netra.records.reports.models import Respondent

LEAST_SIGNS = 4
"""Shorter parts of a name are words of the language as often as names."""
_INVENTED = "contoh"
"""The mark of invented data stands in invented names and on every page with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """A name and what stands in its place; `parts` are those hidden by themselves.

    `person` is the id of whose name it is.
    """

    person: int
    whole: str
    parts: tuple[str, ...]
    mask: str


def hidden_names(people: Iterable[Respondent]) -> tuple[Hidden, ...]:
    """Return the names to hide: those of people who are cleared.

    A part of a name that an account bears as well is hidden only inside the whole
    name, so that no officer is ever shown as a respondent. Queries the accounts once,
    if somebody is cleared.
    """
    cleared = [p for p in people if p.cleared_at and revealed(p.name).strip()]
    if not cleared:
        return ()
    kept = {_INVENTED}
    for name in User.objects.values_list("name", flat=True):
        kept.update(name.casefold().split())
    right = Respondent.objects.filter(stands_for__in=[person.pk for person in cleared])
    for person in right:  # whoever was meant may bear a part of the wrong one's name
        kept.update(str(person.name).casefold().split())
    return tuple(_hidden(person, kept) for person in cleared)


def _hidden(person: Respondent, kept: set[str]) -> Hidden:
    whole = " ".join(revealed(person.name).split())
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", whole)
    parts = {w for w in words if len(w) >= LEAST_SIGNS and w.casefold() not in kept}
    ordered = sorted(parts, key=len, reverse=True)
    return Hidden(
        person=person.pk, whole=whole, parts=tuple(ordered), mask=str(person.name)
    )


def concealed(text: str, names: Iterable[Hidden], *, with_parts: bool = True) -> str:
    """Return the text with hidden names replaced by their masks.

    The whole name is found without regard to case and to the white space in it, a part
    of it only where it is written as a name, with a capital.

    Args:
        text: What somebody wrote.
        names: Given by `hidden_names`.
        with_parts: Hide parts of the name as well.
    """
    for name in names:
        spaced = r"\s+".join(re.escape(word) for word in name.whole.split())
        text = _replaced(rf"(?i:{spaced})", name.mask, text)
        for part in name.parts if with_parts else ():
            capital = rf"{re.escape(part[0].upper())}(?i:{re.escape(part[1:])})"
            text = _replaced(capital, name.mask, text)
    return text


def _replaced(pattern: str, mask: str, text: str) -> str:
    return re.sub(rf"(?<!\w){pattern}(?!\w)", lambda _found: mask, text)

"""Every text of a paper: reading them with their place, and writing them anew."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_Value = TypeVar("_Value")
_PASSED_BY = frozenset({"head", "sha256", "status", "sanction_status", "route_status"})
"""Fields without free text: the head is the office's own, hashes and codes are none."""

_PARTS: dict[str, Promise] = {
    "acts": gettext_lazy("Terlapor dan perbuatan"),
    "allegations": gettext_lazy("Dugaan"),
    "analysis": gettext_lazy("Kajian"),
    "body": gettext_lazy("Isi surat"),
    "case_position": gettext_lazy("Kasus posisi"),
    "conclusion": gettext_lazy("Kesimpulan"),
    "data": gettext_lazy("Data"),
    "decision": gettext_lazy("Isi putusan"),
    "dissent": gettext_lazy("Pendapat berbeda"),
    "elements": gettext_lazy("Unsur"),
    "evidence": gettext_lazy("Bukti"),
    "exhibits": gettext_lazy("Bukti"),
    "members": gettext_lazy("Anggota yang hadir"),
    "outcomes": gettext_lazy("Hasil"),
    "reasons": gettext_lazy("Alasan"),
    "recommendation": gettext_lazy("Rekomendasi"),
    "respondents": gettext_lazy("Terlapor"),
    "result": gettext_lazy("Hasil penelusuran"),
    "steps": gettext_lazy("Langkah"),
    "votes": gettext_lazy("Suara"),
}


def part_words(name: str) -> str:
    """Return the name of a part of a paper for readers."""
    return str(_PARTS.get(name) or _("Bagian lain"))


def texts_in(paper: object) -> Iterator[tuple[str, str]]:
    """Yield every free text of a paper with the name of the field it belongs to."""
    for one in _fields(paper):
        for text in _texts(getattr(paper, one)):
            yield one, text


def _fields(value: object) -> list[str]:
    if not is_dataclass(value) or isinstance(value, type):
        return []
    return [one.name for one in fields(value) if one.name not in _PASSED_BY]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    else:
        for name in _fields(value):
            yield from _texts(getattr(value, name))


def rewritten(value: _Value, change: Callable[[str], str]) -> _Value:
    """Return a paper, or a part of one, in which every free text went through."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return change(value)  # type: ignore[return-value] # a text stays a text
    if isinstance(value, tuple):
        return tuple(rewritten(item, change) for item in value)  # type: ignore[return-value] # a tuple stays a tuple
    names = _fields(value)
    if not names:
        return value
    changed = {name: rewritten(getattr(value, name), change) for name in names}
    return replace(value, **changed)  # type: ignore[type-var] # has fields: a dataclass

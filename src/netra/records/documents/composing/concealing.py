"""A paper issued after somebody was cleared does not name them, whoever wrote its text.

The letter to the person cleared is the only one that does: it is addressed to them.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from netra.domain.law import Paper
from netra.records.documents.matters import Matter
from netra.records.notices.concealing import Hidden, concealed, hidden_names
from netra.records.observations.models import Finding
from netra.records.reports.models import Report, Respondent

_Layout = TypeVar("_Layout")
_ADDRESSED = frozenset({Paper.EXONERATION_LETTER, Paper.RESPONDENT_NOTICE})


def without_cleared(kind: Paper, matter: Matter, paper: _Layout) -> _Layout:
    """Return a paper without the names of those cleared in its matter."""
    if kind in _ADDRESSED:
        return paper
    names = hidden_names(people_of(matter))
    return _walked(paper, _hider(names)) if names else paper


def people_of(matter: Matter) -> list[Respondent]:
    """Return everybody who is or was named in a matter."""
    subject = matter.subject
    if isinstance(subject, Report):
        return list(Respondent.every.filter(report=subject))
    if isinstance(subject, Finding):
        return list(Respondent.every.filter(findings=subject))
    return list(subject.respondents.all())


def _hider(names: tuple[Hidden, ...]) -> Callable[[str], str]:
    return lambda text: concealed(text, names)


def _walked(value: _Layout, hide: Callable[[str], str]) -> _Layout:
    """Return a value with every text in it looked over, however deep it lies."""
    found: object = value
    if isinstance(value, str):
        found = hide(value) if type(value) is str else value
    elif isinstance(value, tuple):
        found = tuple(_walked(part, hide) for part in value)
    elif is_dataclass(value) and not isinstance(value, type):
        told = {
            field.name: _walked(getattr(value, field.name), hide)
            for field in fields(value)
        }
        found = replace(value, **told)
    return found  # type: ignore[return-value] # the same kind as was given

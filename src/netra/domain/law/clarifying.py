"""What a procedure says about hearing people, and Netra's own help beside it.

The rule is that of the step whose kind is clarification. Which form of oath belongs to
whom and the questions to begin with are choices of modelling.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from .procedures import Form, Procedure, Step, StepKind
from .status import Status
from .tables import DATA, Row, read_file


@dataclass(frozen=True, slots=True, kw_only=True)
class ClarificationRule:
    """The rule of a procedure about clarification.

    `online_reasons` are the only reasons for hearing somebody online; empty where the
    procedure names none. `copy_after_handling` is true where a copy of the minutes may
    be handed over only after handling has ended. `law_key` is empty without a step.
    """

    online_reasons: tuple[str, ...]
    copy_after_handling: bool
    article: str | None
    status: Status
    law_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OathForms:
    """The forms of oath for one capacity; several where it is not known which."""

    forms: tuple[Form, ...]
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionList:
    """Questions to begin a hearing with; for every norm where `norms` is empty."""

    key: str
    title: str
    capacities: tuple[str, ...]
    norms: tuple[str, ...]
    questions: tuple[str, ...]


@cache
def _tables() -> Row:
    return read_file(DATA / "modelling" / "clarification.toml")


def _step(procedure: Procedure) -> Step | None:
    steps = procedure.steps.values()
    return next((s for s in steps if s.kind is StepKind.CLARIFICATION), None)


def clarification_rule(procedure: Procedure) -> ClarificationRule:
    """Return what the procedure says about hearing people."""
    step = _step(procedure)
    if step is None:
        return ClarificationRule(
            online_reasons=(),
            copy_after_handling=False,
            article=None,
            status=Status.UNCONFIRMED,
            law_key="",
        )
    reasons = step.details.get("online_reasons", "")
    told = step.details.get("copy_of_minutes", "")
    return ClarificationRule(
        online_reasons=tuple(part for part in reasons.split("; ") if part),
        copy_after_handling=told in _tables().texts("copy_after_handling"),
        article=step.article,
        status=step.status,
        law_key=f"{procedure.id}.step.{step.key}",
    )


def oath_forms(procedure: Procedure, capacity: str) -> OathForms | None:
    """Return the forms of oath for a capacity, `None` if the procedure has none."""
    for row in _tables().rows("oath"):
        codes = row.texts("forms")
        forms = tuple(f for f in procedure.forms if f.code in codes)
        if forms and capacity in row.texts("capacities"):
            return OathForms(
                forms=forms, status=row.status("status", Status.UNCONFIRMED)
            )
    return None


def question_lists(capacity: str, norms: Iterable[str]) -> tuple[QuestionList, ...]:
    """Return the lists that help to hear somebody of a capacity about these norms."""
    asked = frozenset(norms)
    return tuple(
        found
        for found in _lists()
        if capacity in found.capacities
        and (not found.norms or asked.intersection(found.norms))
    )


@cache
def _lists() -> tuple[QuestionList, ...]:
    return tuple(
        QuestionList(
            key=row.text("key"),
            title=row.text("title"),
            capacities=row.texts("capacities"),
            norms=row.texts("norms"),
            questions=row.texts("questions"),
        )
        for row in _tables().rows("questions")
    )

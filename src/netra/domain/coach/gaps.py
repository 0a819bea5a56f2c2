"""What to ask about: the rules that hold, most pressing first."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from netra.domain.coach.answers import Answers
from netra.domain.coach.conditions import Sign, holds, reduced
from netra.domain.coach.rules import Kind, Rule

__all__ = ["Gap", "gaps", "live_rules"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something to ask about; the fields are those of the rule."""

    key: str
    item: str
    kind: Kind
    step: str
    field: str


def _is_asked(rule: Rule, items: Collection[str]) -> bool:
    return not rule.item or rule.item in items


def gaps(
    rules: Iterable[Rule], answers: Answers, items: Collection[str]
) -> tuple[Gap, ...]:
    """Return what the draft lacks, in the order of the rules.

    Args:
        rules: As `load_rules` gives them.
        answers: What was told so far.
        items: Keys of the requirements of the procedure.
    """
    return tuple(
        Gap(
            key=rule.key,
            item=rule.item,
            kind=rule.kind,
            step=rule.step,
            field=rule.field,
        )
        for rule in rules
        if _is_asked(rule, items) and holds(rule.when, answers)
    )


def live_rules(
    rules: Iterable[Rule],
    answers: Answers,
    items: Collection[str],
    live: Collection[str],
) -> tuple[Rule, ...]:
    """Return the rules a page can still decide by itself while a reader types.

    Args:
        rules: As `load_rules` gives them.
        answers: What was told so far.
        items: Keys of the requirements of the procedure.
        live: Screens that are open on the page.

    Returns:
        In order, with everything from other screens settled; rules that can no longer
        hold are left out.
    """
    asked = (rule for rule in rules if _is_asked(rule, items))
    settled = (replace(r, when=reduced(r.when, answers, live)) for r in asked)
    return tuple(rule for rule in settled if rule.when.sign is not Sign.NEVER)

"""The coach beside a draft: what is there, and what is still to be asked.

The requirements are those of the procedure's data, the rules those of
`netra.domain.coach`. What no rule can tell is left to the officer, and says so. The
page holds the same rules against what is being typed; it gets them without any word
that was typed on another screen.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from netra.domain.coach import (
    Answers,
    Condition,
    Gap,
    Kind,
    Rule,
    gaps,
    live_rules,
    load_rules,
)
from netra.domain.coach import Window as WindowState
from netra.domain.law import CheckItem
from netra.records.reports.models import ReportDraft
from netra.web.portal.coach_words import COACH_WORDS, CoachWords
from netra.web.portal.drafts import Typed
from netra.web.portal.reporting_clock import Window, known_on

__all__ = [
    "Coach",
    "CoachLine",
    "Question",
    "answers_of",
    "coach_for",
    "coach_of",
]

_PEOPLE_STEPS = ("terlapor", "saksi")
_OPEN_TO_READER = (Kind.MISSING, Kind.PROMISED, Kind.LATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachLine:
    """One requirement: met, missing, or left to the officer (`None`)."""

    label: str
    help: str
    present: bool | None
    status: str
    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to ask about.

    Attributes:
        key: Of its rule.
        words: The question, why, and how to mend it.
        kind: What it means that it is asked.
        step: Screen on which the answer goes.
        item: The requirement it belongs to; `None` for none.
        is_asked: Whether it is asked now; a page keeps the others hidden until what
            is typed calls for them.
        is_here: Whether the answer goes on the screen that is open.
    """

    key: str
    words: CoachWords
    kind: Kind
    step: str
    item: CheckItem | None
    is_asked: bool
    is_here: bool

    @property
    def is_hint(self) -> bool:
        """Whether this is an advice of the program, not a requirement."""
        return self.kind is Kind.HINT


@dataclass(frozen=True, slots=True, kw_only=True)
class Coach:
    """The requirements held against the draft, and what to ask.

    Attributes:
        lines: Every requirement of the procedure.
        questions: What is asked, and what typing on this screen may yet call for.
        live: What the page needs to ask by itself, without a word of other screens.
    """

    lines: tuple[CoachLine, ...]
    questions: tuple[Question, ...] = ()
    live: Mapping[str, object]

    @property
    def present_count(self) -> int:
        """How many are met."""
        return sum(1 for line in self.lines if line.present)

    @property
    def here(self) -> tuple[Question, ...]:
        """Questions answered on this screen."""
        return tuple(question for question in self.questions if question.is_here)

    @property
    def elsewhere(self) -> tuple[Question, ...]:
        """Questions answered on other screens."""
        return tuple(question for question in self.questions if not question.is_here)

    @property
    def elsewhere_count(self) -> int:
        """How many questions are asked now that other screens answer."""
        return sum(1 for question in self.elsewhere if question.is_asked)

    @property
    def is_asking_here(self) -> bool:
        """Whether this screen has a question now."""
        return any(question.is_asked for question in self.here)


def _state(typed: Typed, window: Window) -> WindowState:
    if window.deadline is None or known_on(typed) is None:
        return WindowState.UNKNOWN
    return WindowState.LATE if window.is_late else WindowState.OPEN


def answers_of(draft: ReportDraft, typed: Typed, window: Window) -> Answers:
    """Return what a draft tells, in the terms of the rules; queries its files."""
    files: dict[str, int] = {}
    for kind in draft.files.values_list("kind", flat=True):
        files[kind] = files.get(kind, 0) + 1
    return Answers(
        fields=typed.fields,
        people={step: tuple(typed.named(step)) for step in _PEOPLE_STEPS},
        files=files,
        window=_state(typed, window),
    )


def _line(item: CheckItem, found: tuple[Gap, ...], known: frozenset[str]) -> CoachLine:
    mine = [gap for gap in found if gap.item == item.key]
    open_ = [gap for gap in mine if gap.kind in _OPEN_TO_READER]
    is_left = item.key not in known or any(gap.kind is Kind.LEFT for gap in mine)
    promised = [gap for gap in open_ if gap.kind is Kind.PROMISED]
    return CoachLine(
        label=item.label,
        help=str(COACH_WORDS[promised[0].key].mend) if promised else item.help,
        present=None if is_left else not open_,
        status=item.status,
        step=mine[0].step if mine else "",
    )


def _question(
    rule: Rule,
    asked: set[str],
    items: Mapping[str, CheckItem],
    here: Collection[str],
) -> Question:
    return Question(
        key=rule.key,
        words=COACH_WORDS[rule.key],
        kind=rule.kind,
        step=rule.step,
        item=items.get(rule.item),
        is_asked=rule.key in asked,
        is_here=rule.step in here,
    )


def _as_json(condition: Condition) -> dict[str, object]:
    held: dict[str, object] = {
        "sign": condition.sign,
        "field": condition.field,
        "value": condition.value,
        "count": condition.count,
        "terms": list(condition.terms),
        "pattern": condition.pattern,
        "parts": [_as_json(part) for part in condition.parts],
    }
    return {name: value for name, value in held.items() if value}


def _live(
    rules: tuple[Rule, ...],
    items: Mapping[str, CheckItem],
    days: Mapping[str, str],
    files: Mapping[str, int],
) -> dict[str, object]:
    known = {rule.item for rule in load_rules()}
    return {
        "days": dict(days),
        "files": dict(files),
        "total": len(items),
        "items": [key for key in items if key in known],
        "rules": [
            {
                "key": rule.key,
                "item": rule.item,
                "kind": rule.kind,
                "when": _as_json(rule.when),
            }
            for rule in rules
        ],
    }


def coach_of(
    draft: ReportDraft,
    typed: Typed,
    window: Window,
    step: str = "",
    days: Mapping[str, str] = MappingProxyType({}),
) -> Coach | None:
    """Return the requirements held against the draft; queries its files.

    Args:
        draft: Of this device.
        typed: What it holds.
        window: The time left to report.
        step: Screen that is open; empty for none.
        days: For the page, where the window stands for each day of learning.

    Returns:
        `None` where no procedure is in force.
    """
    answers = answers_of(draft, typed, window)
    return coach_for(answers, window, {step} - {""}, days)


def coach_for(
    answers: Answers,
    window: Window,
    here: Collection[str],
    days: Mapping[str, str] = MappingProxyType({}),
) -> Coach | None:
    """Return the requirements held against what was told.

    Args:
        answers: What was told so far.
        window: The time left to report.
        here: Screens that are open on the page.
        days: For the page, where the window stands for each day of learning.

    Returns:
        `None` where no procedure is in force.
    """
    if window.procedure is None:
        return None
    listed = (*window.procedure.formal_items, *window.procedure.material_items)
    items, rules = {item.key: item for item in listed}, load_rules()
    found = gaps(rules, answers, items)
    asked = {gap.key for gap in found}
    open_rules = live_rules(rules, answers, items, here)
    known = frozenset(rule.item for rule in rules)
    return Coach(
        lines=tuple(_line(item, found, known) for item in listed),
        questions=tuple(_question(rule, asked, items, here) for rule in open_rules),
        live=_live(open_rules, items, days, answers.files),
    )

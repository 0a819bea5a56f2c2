"""What a draft of a report still lacks, as questions for the one who writes it.

`gaps` holds what was told so far against the rules of `data/rules.toml` and returns
what to ask about, most pressing first. A rule is data, so that a page can hold the
same rules against what is being typed, without a line to the server; `live_rules`
gives them for one screen, with everything from other screens already answered, so that
no word typed elsewhere goes into the page. The package knows no law: requirements come
in as keys, and so does the state of the reporting window, which the clock of the law
tells. No answer is ever refused here.
"""

from netra.domain.coach.answers import Answers, Row, Window
from netra.domain.coach.conditions import Condition, Sign, reduced
from netra.domain.coach.errors import CoachDataError, CoachError
from netra.domain.coach.gaps import Gap, gaps, live_rules
from netra.domain.coach.rules import Kind, Rule, load_rules, read_rules

__all__ = [
    "Answers",
    "CoachDataError",
    "CoachError",
    "Condition",
    "Gap",
    "Kind",
    "Row",
    "Rule",
    "Sign",
    "Window",
    "gaps",
    "live_rules",
    "load_rules",
    "read_rules",
    "reduced",
]

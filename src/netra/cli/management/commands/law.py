"""`netra law`: one value of the law as in force on a day."""

from typing import Any

from django.core.management.base import CommandParser

from netra.cli.answer_tables import law_table
from netra.cli.answering import AnswerCommand
from netra.cli.answers import Answer, law_answer


class Command(AnswerCommand):
    """Look one value of the law up, with its article, status and source."""

    help = "Tunjukkan satu nilai hukum dengan pasal, status, dan sumbernya."

    def add_question(self, parser: CommandParser) -> None:
        """Take key and day."""
        parser.add_argument("--key", required=True, help="pemilihan-2020.initial_study")
        parser.add_argument("--on", required=True, help="2024-09-10")

    def answer(self, options: dict[str, Any]) -> Answer:
        """Return the value."""
        return law_answer(key=options["key"], on=options["on"])

    def table(self, answer: Answer) -> str:
        """Return the value with everything that founds it."""
        return law_table(answer)

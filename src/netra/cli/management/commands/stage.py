"""`netra stage`: the stages and the phase of a contest on a day."""

from typing import Any

from django.core.management.base import CommandParser

from netra.cli.answer_tables import stage_table
from netra.cli.answering import AnswerCommand
from netra.cli.answers import Answer, stage_answer


class Command(AnswerCommand):
    """Place a day in the calendar of a contest."""

    help = "Tunjukkan tahapan dan fase suatu pemilihan pada suatu hari."

    def add_question(self, parser: CommandParser) -> None:
        """Take contest and day."""
        parser.add_argument("--contest", required=True, help="pilkada-2024/19.06")
        parser.add_argument("--on", required=True, help="2024-09-22")

    def answer(self, options: dict[str, Any]) -> Answer:
        """Return the stages."""
        return stage_answer(contest=options["contest"], on=options["on"])

    def table(self, answer: Answer) -> str:
        """Return the stages one by one."""
        return stage_table(answer)

"""`netra clock`: the deadlines an event starts, each with its argument."""

from typing import Any

from django.core.management.base import CommandParser

from netra.cli.answer_tables import clock_table
from netra.cli.answering import AnswerCommand
from netra.cli.answers import Answer, clock_answer


class Command(AnswerCommand):
    """Count the deadlines that an event at a place starts."""

    help = "Hitung tenggat yang dimulai oleh suatu peristiwa."

    def add_question(self, parser: CommandParser) -> None:
        """Take procedure, event, moment, place and further days off."""
        parser.add_argument("--procedure", required=True)
        parser.add_argument("--event", required=True)
        parser.add_argument("--at", required=True, help="2024-10-30T15:40+07:00")
        parser.add_argument("--region", required=True, help="19.06")
        parser.add_argument(
            "--holiday", action="append", default=[], help="2024-11-01=LABEL"
        )

    def answer(self, options: dict[str, Any]) -> Answer:
        """Return the deadlines."""
        return clock_answer(
            procedure=options["procedure"],
            event=options["event"],
            at=options["at"],
            region=options["region"],
            holidays=options["holiday"],
        )

    def table(self, answer: Answer) -> str:
        """Return the deadlines day by day."""
        return clock_table(answer)

"""`netra route`: to whom an outcome goes on a day."""

from typing import Any

from django.core.management.base import CommandParser

from netra.cli.answer_tables import route_table
from netra.cli.answering import AnswerCommand
from netra.cli.answers import Answer, route_answer


class Command(AnswerCommand):
    """Name the addressee of an outcome, by class and date of referral."""

    help = "Tunjukkan alamat penerusan suatu hasil."

    def add_question(self, parser: CommandParser) -> None:
        """Take class, outcome, day, place and kind of election."""
        parser.add_argument("--class", dest="subject", required=True, help="pns")
        parser.add_argument("--outcome", required=True, help="other_law_asn")
        parser.add_argument("--on", required=True, help="2024-09-10")
        parser.add_argument("--region", required=True, help="19.06")
        parser.add_argument("--election-kind", help="pemilihan | pemilu")

    def answer(self, options: dict[str, Any]) -> Answer:
        """Return the route."""
        return route_answer(
            subject=options["subject"],
            outcome=options["outcome"],
            on=options["on"],
            region=options["region"],
            election_kind=options["election_kind"],
        )

    def table(self, answer: Answer) -> str:
        """Return the addressee and its basis."""
        return route_table(answer)

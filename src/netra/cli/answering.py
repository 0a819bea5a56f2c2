"""The common face of commands that answer a question: a table, or JSON."""

import json
from abc import ABC, abstractmethod
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from netra.cli.answers import Answer
from netra.domain.law import LawError
from netra.records.regions.errors import RegionError


class AnswerCommand(BaseCommand, ABC):
    """Print one answer; a wrong question ends with code 2 and nothing on stdout."""

    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the question and the form of the answer."""
        parser.add_argument("--json", action="store_true", help=_("jawab dengan JSON"))
        self.add_question(parser)

    @abstractmethod
    def add_question(self, parser: CommandParser) -> None:
        """Add the arguments of the question."""

    @abstractmethod
    def answer(self, options: dict[str, Any]) -> Answer:
        """Return the answer.

        Raises:
            LawError: there is none.
            RegionError: no region has the code.
        """

    @abstractmethod
    def table(self, answer: Answer) -> str:
        """Return the answer as a table for people, in Indonesian."""

    def handle(self, *args: object, json: bool, **options: Any) -> None:  # noqa: ARG002
        """Print the answer.

        Raises:
            CommandError: with the text for readers, code 2.
        """
        try:
            answer = self.answer(options)
        except (LawError, RegionError) as error:
            raise CommandError(error.reader_message, returncode=2) from error
        self.stdout.write(_as_json(answer) if json else self.table(answer))


def _as_json(answer: Answer) -> str:
    return json.dumps(answer, ensure_ascii=False, indent=2)

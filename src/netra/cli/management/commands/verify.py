"""`netra verify`: what a receipt proves, without database and network."""

import json as json_text
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from netra.cli.receipt_answers import Question, answer, as_facts, as_words
from netra.domain.receipts import (
    Kind,
    ReceiptError,
    ReceiptKeyError,
    UnreadableReceiptError,
)

_REFUSED = 1
_NO_ANSWER = 2


class Command(BaseCommand):
    """Exit 0 if it is proved, 1 if it is refused, 2 if nothing can be said."""

    help = "Periksa tanda terima tanpa internet dan tanpa pangkalan data."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the receipt, the keys and what it is shown for."""
        parser.add_argument("shown", metavar="FILE|TEXT", help="PDF, berkas, atau teks")
        parser.add_argument(
            "--keys",
            type=Path,
            help="daftar kunci kantor; bawaan: kunci pemasangan ini",
        )
        parser.add_argument("--number", help="nomor yang seharusnya")
        parser.add_argument("--kind", choices=[k.value for k in Kind])
        parser.add_argument("--entry", type=Path, help="catatan buku yang ditunjuknya")
        parser.add_argument(
            "--document", type=Path, help="berkas yang katanya diserahkan"
        )
        parser.add_argument("--sample", action="store_true", help="terima juga contoh")
        parser.add_argument("--json", action="store_true", help="jawab dengan JSON")

    def handle(self, *args: object, json: bool, **options: Any) -> None:  # noqa: ARG002
        """Answer.

        Raises:
            CommandError: naming the error, code 1 or 2; nothing is printed.
        """
        question = _question(options)
        try:
            signed = answer(question)
        except (UnreadableReceiptError, ReceiptKeyError) as error:
            raise _refusal(error, _NO_ANSWER) from error
        except ReceiptError as error:
            raise _refusal(error, _REFUSED) from error
        if json:
            self.stdout.write(json_text.dumps(as_facts(signed), indent=2))
        else:
            self.stdout.write(as_words(signed, question))


def _question(options: dict[str, Any]) -> Question:
    return Question(
        shown=options["shown"],
        keys=options["keys"],
        number=options["number"],
        kind=Kind(options["kind"]) if options["kind"] else None,
        entry=options["entry"],
        document=options["document"],
        sample_is_enough=options["sample"],
    )


def _refusal(error: ReceiptError, code: int) -> CommandError:
    name = type(error).__name__
    return CommandError(f"{name}: {error.reader_message}", returncode=code)

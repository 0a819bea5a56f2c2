"""`netra replay`: does the kept state equal the replay of the ledger?"""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from netra.cli.replay_scope import WHOLE, NoSuchCaseError, scope_of_case
from netra.domain.ledger import LedgerError
from netra.records.access import AccessError
from netra.records.accounts.errors import AccountError
from netra.records.accounts.queries import INSTALLATION, actor_named
from netra.records.jobs import moment
from netra.records.ledger.checking import check_state
from netra.records.ledger.replaying import ReplayReport

_DIFFERENT = 1
_NO_ANSWER = 2


class Command(BaseCommand):
    """Exit 0 if state equals replay, 1 with the first difference or a broken chain."""

    help = "Bandingkan keadaan tersimpan dengan putar ulang buku catatan."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the case, the account and the form of the answer."""
        parser.add_argument("--case", metavar="NUMBER", help="hanya perkara ini")
        parser.add_argument(
            "--as", dest="account", metavar="ACCOUNT", help="bertindak untuk akun ini"
        )
        parser.add_argument("--json", action="store_true", help="jawab dengan JSON")

    def handle(
        self,
        *args: object,  # noqa: ARG002
        case: str | None,
        account: str | None,
        json: bool,
        **options: Any,  # noqa: ARG002
    ) -> None:
        """Compare and answer.

        Raises:
            CommandError: with code 2 when there is nothing to compare or no right to;
                with code 1 when the entries themselves do not hold together.
        """
        found = _checked(case, account)
        self.stdout.write(_as_json(found) if json else _as_text(found))
        if found.difference is not None:
            sys.exit(_DIFFERENT)


def _checked(case: str | None, account: str | None) -> ReplayReport:
    at = moment.now()
    try:
        actor = actor_named(account, at) if account is not None else INSTALLATION
        scope = scope_of_case(case, actor) if case is not None else WHOLE
        return check_state(
            region=scope.region, subjects=scope.subjects, actor=actor, at=at
        )
    except (AccountError, AccessError, NoSuchCaseError) as error:
        raise CommandError(error.reader_message, returncode=_NO_ANSWER) from error
    except LedgerError as error:
        message = f"Rantai buku catatan putus: {error}"
        raise CommandError(message, returncode=_DIFFERENT) from error


def _as_json(found: ReplayReport) -> str:
    difference = found.difference
    return json.dumps(
        {
            "equal": difference is None,
            "entries": found.entries,
            "subjects": found.subjects,
            "erased": found.erased,
            "difference": difference
            and {
                "subject": difference.subject,
                "field": difference.field,
                "replayed": difference.replayed,
                "kept": difference.kept,
            },
        },
        ensure_ascii=False,
        indent=2,
    )


def _as_text(found: ReplayReport) -> str:
    counted = (
        f"{found.entries} catatan, {found.subjects} pokok, "
        f"{found.erased} isian terhapus"
    )
    if found.difference is None:
        return f"Sama: keadaan tersimpan sesuai putar ulang ({counted})."
    return f"Berbeda ({counted}). Perbedaan pertama: {found.difference}"

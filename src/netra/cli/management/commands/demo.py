"""`netra demo`: fill an empty installation with invented matters, DATA CONTOH."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from netra.cli.demonstration import plan
from netra.cli.demonstration.errors import AlreadyThereError, DemonstrationError
from netra.cli.demonstration.people import PASSWORD, account_lines

_AGAIN = "Untuk memulai dari awal: make reset-demo."


class Command(BaseCommand):
    """Make the demonstration once; says so when it is there already."""

    help = "Buat data contoh Kepulauan Bangka Belitung (hanya dengan NETRA_DEMO=1)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take how many matters to make."""
        parser.add_argument(
            "--matters", type=int, metavar="N", help="hanya N perkara pertama"
        )
        parser.add_argument(
            "--without-papers", action="store_true", help="tanpa surat; lebih cepat"
        )

    def handle(
        self,
        *args: object,  # noqa: ARG002
        matters: int | None,
        without_papers: bool,
        **options: Any,  # noqa: ARG002
    ) -> None:
        """Make it and print the accounts.

        Raises:
            CommandError: nothing may be made here, or it was interrupted.
        """
        try:
            made = plan.demonstrate(
                matter_count=matters,
                with_papers=not without_papers,
                say=self.stdout.write,
            )
        except AlreadyThereError as error:
            self.stdout.write(error.reader_message)
            return
        except DemonstrationError as error:
            raise CommandError(error.reader_message) from error
        except KeyboardInterrupt as error:
            raise CommandError(f"Terhenti sebelum selesai. {_AGAIN}") from error
        self._say_done(made)

    def _say_done(self, made: plan.Made) -> None:
        self.stdout.write(f"Selesai: {made.matters} laporan. Semua isinya DATA CONTOH.")
        self.stdout.write(f"Sandi semua akun: {PASSWORD} (hanya untuk demonstrasi)")
        for line in account_lines():
            self.stdout.write(line)
        self.stdout.write("Kalimat kunci pemegang kunci kantor sama dengan sandinya.")
        self.stdout.write(
            "Kode kotak pesan informasi untuk dicoba di /informasi/kotak/:"
        )
        for line in made.codes:
            self.stdout.write(line)

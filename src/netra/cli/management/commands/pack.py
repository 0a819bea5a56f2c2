"""`netra pack`: what a receiving body does, without database, network or settings."""

import getpass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from netra.cli.pack_answers import OpenedPack, PackAnswerError, make_keys, open_pack

_ALTERED = 1
_NO_ANSWER = 2


class Command(BaseCommand):
    """Exit 0 if all is whole, 1 if a file is altered or missing, 2 if nothing opens."""

    help = "Buat kunci lembaga penerima, atau buka berkas penerusan."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what is to be done, and the files for it."""
        doing = parser.add_subparsers(dest="doing", required=True)
        keys = doing.add_parser("keys", help="buat kunci lembaga")
        keys.add_argument("--out", type=Path, required=True, help="berkas kunci baru")
        opening = doing.add_parser("open", help="buka dan periksa berkas penerusan")
        opening.add_argument("pack", type=Path, help="berkas penerusan (.netra)")
        opening.add_argument("--key", type=Path, required=True, help="berkas kunci")
        opening.add_argument("--to", type=Path, required=True, help="folder kosong")
        for one in (keys, opening):
            one.add_argument(
                "--phrase-file",
                type=Path,
                help="baca kalimat kunci dari baris pertama berkas ini",
            )

    def handle(self, *args: object, doing: str, **options: Any) -> None:  # noqa: ARG002
        """Do it.

        Raises:
            CommandError: code 1 for an altered pack, 2 if nothing can be done.
        """
        try:
            if doing == "keys":
                self._keys(options)
            else:
                self._open(options)
        except PackAnswerError as error:
            raise CommandError(str(error), returncode=_NO_ANSWER) from error

    def _keys(self, options: dict[str, Any]) -> None:
        phrase = _phrase(options["phrase_file"], twice=True)
        public, fingerprint = make_keys(options["out"], phrase)
        self.stdout.write(f"Kunci tersimpan di {options['out']}. Jangan dikirim.")
        self.stdout.write("Kirim baris ini kepada Bawaslu:")
        self.stdout.write(public)
        self.stdout.write("Bacakan sidik ini lewat telepon bila ditanya:")
        self.stdout.write(fingerprint)

    def _open(self, options: dict[str, Any]) -> None:
        phrase = _phrase(options["phrase_file"])
        opened = open_pack(options["pack"], options["key"], phrase, options["to"])
        self.stdout.write(f"Berkas {opened.pack} dibuka ke {options['to']}.")
        for name in opened.checked.whole:
            self.stdout.write(f"utuh      {name}")
        if not opened.checked.is_whole:
            raise CommandError(_complaint(opened), returncode=_ALTERED)
        self.stdout.write("Semua berkas utuh.")


def _complaint(opened: OpenedPack) -> str:
    found = opened.checked
    lines = [f"berubah   {name}" for name in found.altered]
    lines += [f"hilang    {name}" for name in found.missing]
    lines += [f"tak tercatat {name}" for name in found.unlisted]
    return "\n".join(["Berkas ini tidak utuh; minta dikirim ulang.", *lines])


def _phrase(file: Path | None, *, twice: bool = False) -> str:
    if file is not None:
        try:
            return (file.read_text(encoding="utf-8").splitlines() or [""])[0]
        except (OSError, UnicodeDecodeError) as error:
            raise PackAnswerError(f"{file} tidak dapat dibaca.") from error
    typed = getpass.getpass("Kalimat kunci: ")
    if twice and getpass.getpass("Tulis sekali lagi: ") != typed:
        raise PackAnswerError("Kedua kalimat tidak sama.")
    return typed

"""What `netra pack` does: a key for a body, and a pack opened and compared.

No database, no network, no settings: everything comes from the files that are named.
"""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from netra.domain import sealing
from netra.domain.packs import CheckedArchive, PackError, check_archive, take_out

_READ_BYTES = 2**20


class PackAnswerError(Exception):
    """A pack or key cannot be used; `str(error)` is Indonesian, for who asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedPack:
    """What came out of a pack: its number and part, what its hashes say, the files."""

    pack: str
    part: str
    checked: CheckedArchive
    files: tuple[Path, ...]


def make_keys(out: Path, phrase: str) -> tuple[str, str]:
    """Write a key file; return the public line and its fingerprint.

    Raises:
        PackAnswerError: the file is there already, cannot be written, or the phrase is
            too short.
    """
    try:
        text, pair = sealing.new_key_file(phrase)
    except sealing.ShortPhraseError as error:
        raise PackAnswerError(
            f"Kalimat kunci sekurang-kurangnya {sealing.LEAST_PHRASE} tanda."
        ) from error
    try:
        handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise PackAnswerError(
            f"{out} sudah ada dan tidak ditimpa. Pilih nama lain."
        ) from error
    except OSError as error:
        raise PackAnswerError(f"{out} tidak dapat ditulis.") from error
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return sealing.public_line(pair.public), sealing.fingerprint_of(pair.public)


def open_pack(pack: Path, key: Path, phrase: str, folder: Path) -> OpenedPack:
    """Open a pack into an empty folder and compare every file with its hash.

    Raises:
        PackAnswerError: the key does not open it, it is broken, or the folder is not
            empty.
    """
    pair = _pair(key, phrase)
    _require_empty(folder)
    try:
        with pack.open("rb") as file, tempfile.TemporaryFile(dir=folder) as archive:
            head, pieces = sealing.open_container(pair, _pieces(file))
            archive.writelines(pieces)
            checked = check_archive(archive)
            files = take_out(archive, folder)
    except OSError as error:
        raise PackAnswerError(f"{pack} tidak dapat dibaca.") from error
    except sealing.WrongKeyError as error:
        raise PackAnswerError(
            "Kunci ini tidak membuka berkas itu, atau berkasnya berubah di jalan. "
            "Bandingkan sidik SHA-256 berkas dengan yang disebut pengirim."
        ) from error
    except (sealing.SealingError, PackError) as error:
        raise PackAnswerError(
            "Ini bukan berkas penerusan yang utuh. Minta pengirim mengirim ulang."
        ) from error
    return OpenedPack(pack=head.pack, part=head.part, checked=checked, files=files)


def _pair(key: Path, phrase: str) -> sealing.KeyPair:
    try:
        return sealing.open_key_file(key.read_text(encoding="utf-8"), phrase)
    except (OSError, UnicodeDecodeError) as error:
        raise PackAnswerError(f"{key} tidak dapat dibaca.") from error
    except sealing.WrongKeyError as error:
        raise PackAnswerError(
            "Kalimat kunci tidak cocok dengan berkas kunci."
        ) from error
    except sealing.KeyFileError as error:
        raise PackAnswerError(f"{key} bukan berkas kunci lembaga.") from error


def _require_empty(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken = any(folder.iterdir())
    except OSError as error:
        raise PackAnswerError(f"{folder} tidak dapat dipakai.") from error
    if taken:
        raise PackAnswerError(f"{folder} tidak kosong. Pilih folder lain.")


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(_READ_BYTES):
        yield piece

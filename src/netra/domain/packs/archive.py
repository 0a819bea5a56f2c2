"""The ZIP of a pack: written once from its files, checked file by file when opened."""

import hashlib
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from .errors import ArchiveError, UnsafeNameError
from .index import PackedItem, PackIndex, index_html, index_json, manifest_text

INDEX, PAGE, MANIFEST = "index.json", "index.html", "manifest-sha256.txt"
MAX_FILES = 1000
MAX_BYTES = 4 * 2**30
"""Unpacked size that a pack may have: no archive unpacks to more."""
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}(?:\.[a-z0-9]{1,5}){1,2}")
_LINE = re.compile(r"([0-9a-f]{64})  (\S+)")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a ZIP holds: no clock time in an archive
_READ = 2**20


class PackWriter:
    """Writes the files of a pack into one archive, then index and hashes."""

    def __init__(self, target: IO[bytes]) -> None:
        """Begin an empty archive in `target`."""
        self._zip = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED)
        self._items: list[PackedItem] = []

    def add(
        self, name: str, title: str, media_type: str, pieces: Iterable[bytes]
    ) -> PackedItem:
        """Write one file and return its entry.

        Raises:
            UnsafeNameError: the name is not neutral, or is taken.
        """
        taken = {item.name for item in self._items} | {INDEX, PAGE, MANIFEST}
        if not _NAME.fullmatch(name) or name in taken:
            raise UnsafeNameError("a file of a pack has a neutral name of its own")
        sha256, size = self._write(name, pieces)
        item = PackedItem(
            name=name,
            title=title,
            sha256=sha256,
            size_bytes=size,
            media_type=media_type,
        )
        self._items.append(item)
        return item

    def finish(self, index: PackIndex) -> PackIndex:
        """Write index and hashes, close the archive, return the index with its files.

        The hashes cover every file but the list of hashes itself.
        """
        full = replace(index, items=tuple(self._items))
        listed = list(self._items)
        pages = (
            (INDEX, "application/json", index_json(full)),
            (PAGE, "text/html", index_html(full)),
        )
        for name, media_type, content in pages:
            sha256, size = self._write(name, [content])
            listed.append(
                PackedItem(
                    name=name,
                    title=name,
                    sha256=sha256,
                    size_bytes=size,
                    media_type=media_type,
                )
            )
        self._write(MANIFEST, [manifest_text(listed)])
        self._zip.close()
        return full

    def _write(self, name: str, pieces: Iterable[bytes]) -> tuple[str, int]:
        member = zipfile.ZipInfo(name, _EPOCH)
        member.compress_type = zipfile.ZIP_DEFLATED
        member.external_attr = 0o600 << 16
        member.create_system = 3
        digest, size = hashlib.sha256(), 0
        with self._zip.open(member, "w", force_zip64=True) as file:
            for piece in pieces:
                digest.update(piece)
                size += len(piece)
                file.write(piece)
        return digest.hexdigest(), size


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedArchive:
    """What the hashes of an archive say: which files are whole, altered, missing.

    `unlisted` stand in the archive and in no list.
    """

    whole: tuple[str, ...]
    altered: tuple[str, ...]
    missing: tuple[str, ...]
    unlisted: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every file is there as it was packed, and nothing else."""
        return not (self.altered or self.missing or self.unlisted)


def check_archive(source: IO[bytes]) -> CheckedArchive:
    """Compare every file of an archive with its list of hashes.

    Raises:
        ArchiveError: it is no archive of a pack, or unpacks to too much.
    """
    with _opened(source) as archive:
        listed = _listed(archive)
        names = {n for n in archive.namelist() if n != MANIFEST}
        present = [name for name in listed if name in names]
        whole = [n for n in present if _hash_of(archive, n) == listed[n]]
        return CheckedArchive(
            whole=tuple(whole),
            altered=tuple(n for n in present if n not in whole),
            missing=tuple(n for n in listed if n not in names),
            unlisted=tuple(sorted(names - set(listed))),
        )


def take_out(source: IO[bytes], folder: Path) -> tuple[Path, ...]:
    """Write the files of an archive into an empty folder; return their paths.

    Raises:
        ArchiveError: a name leads elsewhere, a file is there already, or it unpacks to
            too much.
    """
    written = []
    with _opened(source) as archive:
        for member in archive.infolist():
            target = folder / member.filename
            try:
                with archive.open(member) as packed, target.open("xb") as file:
                    file.writelines(_pieces(packed))
            except (OSError, zipfile.BadZipFile) as error:
                raise ArchiveError("a file cannot be written") from error
            written.append(target)
    return tuple(written)


def _opened(source: IO[bytes]) -> zipfile.ZipFile:
    source.seek(0)
    try:
        archive = zipfile.ZipFile(source)
    except zipfile.BadZipFile as error:
        raise ArchiveError("no ZIP archive") from error
    members = archive.infolist()
    if len(members) > MAX_FILES or sum(m.file_size for m in members) > MAX_BYTES:
        raise ArchiveError("the archive unpacks to more than a pack holds")
    names = [member.filename for member in members]
    if len(set(names)) < len(names) or not all(map(_NAME.fullmatch, names)):
        raise ArchiveError("a name in the archive is not that of a pack's file")
    return archive


def _listed(archive: zipfile.ZipFile) -> dict[str, str]:
    try:
        lines = archive.read(MANIFEST).decode().splitlines()
    except (KeyError, UnicodeDecodeError, zipfile.BadZipFile) as error:
        raise ArchiveError("the list of hashes is missing or unreadable") from error
    found = [_LINE.fullmatch(line) for line in lines]
    if not all(found):
        raise ArchiveError("the list of hashes is unreadable")
    return {match[2]: match[1] for match in found if match}


def _hash_of(archive: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    try:
        with archive.open(name) as file:
            for piece in _pieces(file):
                digest.update(piece)
    except zipfile.BadZipFile:  # its own check sum is wrong already
        return ""
    return digest.hexdigest()


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(_READ):
        yield piece

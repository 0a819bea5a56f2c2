"""The store keeps bytes once, under their hash, and notices when they change."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from netra.records.evidence import store
from netra.records.evidence.actions import receive_blob
from netra.records.evidence.errors import (
    EmptyFileError,
    EvidenceAlteredError,
    FileTooLargeError,
    FileTypeError,
)
from netra.records.evidence.models import Blob
from tests import people
from tests.records.refusals import PNG

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
SCRIPT = b"<html><script>alert(1)</script></html>"


def received(*chunks: bytes) -> Blob:
    return receive_blob(chunks=list(chunks), at=people.SUBMITTED_AT)


def kept(settings) -> list[Path]:
    return [p for p in Path(settings.EVIDENCE_DIR).rglob("*") if p.is_file()]


def test_bytes_lie_under_their_hash() -> None:
    blob = received(PNG)
    assert blob.sha256 == hashlib.sha256(PNG).hexdigest()
    assert store.verified_path(blob.sha256).read_bytes() == PNG
    assert (blob.size_bytes, blob.media_type) == (len(PNG), "image/png")


def test_pieces_make_the_same_file() -> None:
    assert received(PNG[:10], PNG[10:]).sha256 == received(PNG).sha256


def test_the_same_bytes_are_kept_once(settings) -> None:
    received(PNG)
    received(PNG)
    assert len(kept(settings)) == Blob.objects.count() == 1


def test_nobody_may_write_the_kept_file() -> None:
    path = store.verified_path(received(PNG).sha256)
    assert path.stat().st_mode & 0o222 == 0


def test_an_altered_file_is_not_shown() -> None:
    blob = received(PNG)
    path = store.path_of(blob.sha256)
    path.chmod(0o640)
    path.write_bytes(PNG + b"x")
    with pytest.raises(EvidenceAlteredError, match=blob.sha256) as caught:
        store.verified_path(blob.sha256)
    assert "tidak lagi utuh" in caught.value.reader_message


def test_a_missing_file_is_not_shown() -> None:
    blob = received(PNG)
    store.path_of(blob.sha256).unlink()
    with pytest.raises(EvidenceAlteredError):
        store.verified_path(blob.sha256)


def test_an_empty_file_is_refused_and_leaves_nothing(settings) -> None:
    with pytest.raises(EmptyFileError):
        received(b"")
    assert kept(settings) == []


@pytest.mark.parametrize(
    "content", [SCRIPT, b"#!/bin/sh\nrm -rf /\n", b"MZ" + bytes(200), b"just words"]
)
def test_what_is_no_evidence_by_content_is_refused(settings, content: bytes) -> None:
    with pytest.raises(FileTypeError):
        received(content)
    assert kept(settings) == []
    assert not Blob.objects.exists()


def test_a_file_over_the_limit_is_refused_while_it_arrives(settings) -> None:
    settings.UPLOAD_LIMIT_BYTES = 2**20
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield PNG[:8] + bytes(2**18)

    with pytest.raises(FileTooLargeError, match="limit 1048576") as caught:
        receive_blob(chunks=endless(), at=people.SUBMITTED_AT)
    assert "batasnya 1 MB" in caught.value.reader_message
    assert taken < 6
    assert kept(settings) == []


@pytest.mark.parametrize(
    ("content", "truncated"),
    [(PNG, False), (PNG[:-8], True), (PDF, False), (PDF[:-8], True)],
)
def test_a_file_without_its_end_is_kept_and_marked(
    content: bytes, truncated: bool
) -> None:
    assert received(content).truncated is truncated


def test_a_connection_that_breaks_leaves_nothing(settings) -> None:
    def broken() -> Iterator[bytes]:
        yield PNG[:20]
        raise ConnectionError("gone")

    with pytest.raises(ConnectionError):
        receive_blob(chunks=broken(), at=people.SUBMITTED_AT)
    assert kept(settings) == []


def test_a_hash_is_short_for_pages() -> None:
    blob = received(PNG)
    assert blob.short_hash == f"{blob.sha256[:4]}…{blob.sha256[-4:]}"

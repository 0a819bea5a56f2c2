"""What a file reveals, told in words; which kinds can be cleaned at all."""

import subprocess
import sys

import pytest

from netra.records.evidence.cleaning.derivatives import clean
from netra.records.evidence.cleaning.errors import NotCleanableError
from netra.records.evidence.cleaning.kinds import FAMILIES
from netra.records.evidence.cleaning.marks import Removed, mark_of
from netra.records.evidence.cleaning.words import in_words
from netra.records.evidence.content import ACCEPTED, CLEANABLE


def test_every_accepted_kind_can_be_cleaned() -> None:
    assert CLEANABLE == ACCEPTED
    assert set(FAMILIES) == CLEANABLE


@pytest.mark.parametrize(
    "media_type",
    ["text/html", "image/svg+xml", "application/zip", "application/x-dosexec"],
)
def test_another_kind_is_refused_by_name(media_type: str) -> None:
    with pytest.raises(NotCleanableError):
        clean(b"<script>alert(1)</script>", media_type)


def test_no_mark_is_without_its_sentence() -> None:
    sentences = {in_words(mark) for mark in Removed}
    assert len(sentences) == len(Removed)
    assert all(sentence.endswith(".") for sentence in sentences)


@pytest.mark.parametrize(
    ("key", "mark"),
    [
        ("GPSLatitude", Removed.POSITION),
        ("com.apple.quicktime.location.ISO6709", Removed.POSITION),
        ("CreatorTool", Removed.SOFTWARE),
        ("creator", Removed.AUTHOR),
        ("DateTimeOriginal", Removed.MOMENT),
        ("ExposureTime", Removed.OTHER),
        ("com.android.version", Removed.DEVICE),
        ("TOFN", Removed.FILE_NAME),
        ("UserComment", Removed.COMMENT),
    ],
)
def test_a_label_is_judged_by_its_name(key: str, mark: Removed) -> None:
    assert mark_of(key) == mark


def test_a_title_that_is_a_file_name_is_told_as_one() -> None:
    assert mark_of("title", "laporan pak camat.docx") == Removed.FILE_NAME


def test_the_child_starts_without_django() -> None:
    script = (
        "import sys; from netra.records.evidence.cleaning import child, pictures, "
        "papers, recordings; print('django' in sys.modules)"
    )
    seen = subprocess.run(
        [sys.executable, "-I", "-c", script],
        capture_output=True,
        check=True,
        text=True,
    )
    assert seen.stdout.strip() == "False"

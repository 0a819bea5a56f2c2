"""Bombs, broken files and slow ones end the child, never the program."""

import functools
import io
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from netra.records.evidence.cleaning import derivatives
from netra.records.evidence.cleaning.derivatives import Derivative, clean
from netra.records.evidence.cleaning.errors import (
    BombError,
    CleaningError,
    CleaningTimeoutError,
    NoChildError,
    NotCleanableError,
)
from netra.records.evidence.cleaning.limits import MAX_FRAMES, MAX_PAGES
from netra.records.evidence.content import CLEANABLE
from netra.records.evidence.errors import EvidenceError
from tests import samples

BEGINNINGS = {
    "application/pdf": b"%PDF-1.7\n",
    "audio/aac": b"\xff\xf1L@",
    "audio/amr": b"#!AMR\n",
    "audio/flac": b"fLaC\0\0\0\x22",
    "audio/mp4": b"\0\0\0\x1cftypM4A \0\0\0\0",
    "audio/mpeg": b"ID3\x03\0\0",
    "audio/ogg": b"OggS\0\x02",
    "audio/x-wav": b"RIFF\xff\xff\0\0WAVEfmt ",
    "image/gif": b"GIF89a",
    "image/heic": b"\0\0\0\x18ftypheic\0\0\0\0",
    "image/jpeg": b"\xff\xd8\xff\xe1",
    "image/png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "image/webp": b"RIFF\xff\xff\0\0WEBPVP8 ",
    "video/mp4": b"\0\0\0\x18ftypmp42\0\0\0\0",
    "video/webm": b"\x1a\x45\xdf\xa3",
}
WHOLE = {
    "application/pdf": samples.pdf,
    "audio/mpeg": lambda: samples.recording("mp3", sound="libmp3lame"),
    "image/gif": samples.gif,
    "image/heic": samples.heic,
    "image/jpeg": samples.jpeg,
    "image/png": samples.png,
    "image/webp": samples.webp,
    "video/mp4": lambda: samples.recording("mp4", film="libx264"),
}


@functools.cache
def whole_file(media_type: str) -> bytes:
    return WHOLE[media_type]()


def answered(content: bytes, media_type: str) -> Derivative | CleaningError:
    """Return the copy, or the error if it is one with a name."""
    try:
        return clean(content, media_type)
    except CleaningError as error:
        return error


def holds_no_mark(answer: Derivative | CleaningError) -> bool:
    """Say whether copy or error tells nothing, and the error says what to do."""
    if isinstance(answer, CleaningError):
        return bool(answer.reader_message)
    return not any(mark in answer.content for mark in samples.MARKS)


def test_a_picture_that_announces_a_giant_is_refused_by_name() -> None:
    bomb = samples.png_that_says(50_000, 50_000)
    assert len(bomb) < 200
    with pytest.raises(BombError):
        clean(bomb, "image/png")


def test_a_picture_that_unfolds_into_a_giant_is_refused_by_name() -> None:
    out = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(out, "PNG", compress_level=9)
    assert len(out.getvalue()) < 200_000
    with pytest.raises(BombError):
        clean(out.getvalue(), "image/png")


def test_a_text_that_unfolds_endlessly_does_not_pass() -> None:
    out = io.BytesIO()
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", "A" * 200_000_000, zip=True)
    samples.scene().save(out, "PNG", pnginfo=texts)
    assert len(out.getvalue()) < 1_000_000
    with pytest.raises(CleaningError):
        clean(out.getvalue(), "image/png")


def test_a_moving_picture_without_end_is_refused_by_name() -> None:
    frames = [Image.new("L", (2, 2), number % 256) for number in range(MAX_FRAMES + 1)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=20)
    with pytest.raises(BombError):
        clean(out.getvalue(), "image/gif")


def test_a_paper_of_ten_thousand_pages_is_refused_by_name() -> None:
    bomb = samples.pdf_of_empty_pages(10_000)
    assert len(bomb) < 70_000
    with pytest.raises(BombError):
        clean(bomb, "application/pdf")


def test_a_paper_of_as_many_pages_as_allowed_is_cleaned() -> None:
    derivative = clean(samples.pdf_of_empty_pages(MAX_PAGES), "application/pdf")
    assert derivative.content.count(b"/Type /Page ") == MAX_PAGES


def test_a_sheet_as_large_as_a_house_is_drawn_coarser() -> None:
    page = b"/MediaBox [0 0 14400 14400]"
    giant = samples.pdf_of_empty_pages(1).replace(b"/MediaBox [0 0 595 842]", page)
    derivative = clean(giant, "application/pdf")
    assert b"/MediaBox [0 0 14400.00 14400.00]" in derivative.content
    assert len(derivative.content) < 2_000_000


@pytest.mark.parametrize("media_type", WHOLE)
def test_a_file_cut_in_half_gives_a_named_error_or_a_clean_copy(
    media_type: str,
) -> None:
    whole = whole_file(media_type)
    for share in (0.02, 0.5, 0.95):
        cut = whole[: int(len(whole) * share)]
        assert holds_no_mark(answered(cut, media_type))


def test_a_picture_cut_in_half_is_refused_by_name() -> None:
    whole = samples.jpeg()
    with pytest.raises(NotCleanableError):
        clean(whole[: len(whole) // 2], "image/jpeg")


def test_a_paper_with_a_lock_is_refused_by_name() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(samples.pdf())))
    writer.encrypt("rahasia")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(NotCleanableError):
        clean(out.getvalue(), "application/pdf")


def test_a_playlist_that_opens_other_files_is_no_recording() -> None:
    playlist = b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n"
    for media_type in ("video/mp4", "audio/mpeg", "video/webm"):
        with pytest.raises(NotCleanableError):
            clean(playlist, media_type)


def test_a_file_of_another_kind_than_it_says_is_refused_by_name() -> None:
    with pytest.raises(NotCleanableError):
        clean(samples.png(), "image/jpeg")
    with pytest.raises(NotCleanableError):
        clean(samples.jpeg(), "application/pdf")


def test_nothing_at_all_is_refused_by_name() -> None:
    for media_type in sorted(CLEANABLE):
        with pytest.raises(NotCleanableError):
            clean(b"", media_type)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    media_type=st.sampled_from(sorted(BEGINNINGS)),
    noise=st.binary(max_size=2_000),
)
def test_noise_with_the_right_beginning_never_breaks_the_program(
    media_type: str, noise: bytes
) -> None:
    assert holds_no_mark(answered(BEGINNINGS[media_type] + noise, media_type))


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    media_type=st.sampled_from(sorted(WHOLE)),
    place=st.floats(min_value=0, max_value=0.999),
    noise=st.binary(min_size=1, max_size=40),
)
def test_a_damaged_file_never_breaks_the_program(
    media_type: str, place: float, noise: bytes
) -> None:
    whole = bytearray(whole_file(media_type))
    at = int(place * len(whole))
    whole[at : at + len(noise)] = noise
    assert holds_no_mark(answered(bytes(whole), media_type))


def test_a_flood_of_files_waits_and_then_gives_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken = threading.BoundedSemaphore(1)
    taken.acquire()
    monkeypatch.setattr(derivatives, "_PLACES", taken)
    monkeypatch.setattr(derivatives, "WALL_SECONDS", 0.01)
    with pytest.raises(CleaningTimeoutError):
        clean(samples.png(), "image/png")
    taken.release()
    monkeypatch.setattr(derivatives, "WALL_SECONDS", 60)
    clean(samples.png(), "image/png")
    clean(samples.png(), "image/png")


def test_a_child_that_takes_too_long_is_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(derivatives, "WALL_SECONDS", 0.001)
    with pytest.raises(CleaningTimeoutError):
        clean(samples.jpeg(), "image/jpeg")


def test_a_system_that_starts_no_process_is_told_by_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(derivatives.sys, "executable", "/nowhere/python")
    with pytest.raises(NoChildError):
        clean(samples.png(), "image/png")


def confined(script: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a process that has bound itself as the child does."""
    head = "from netra.records.evidence.cleaning import confinement\n"
    return subprocess.run(
        [sys.executable, "-I", "-B", "-c", head + script],
        check=False,
        capture_output=True,
        text=True,
        cwd="/",
    )


def test_the_child_can_write_no_file(tmp_path: Path) -> None:
    place = tmp_path / "left-behind"
    ended = confined(
        "confinement.confine()\n"
        f"with open({str(place)!r}, 'wb', buffering=0) as file:\n"
        "    file.write(b'secret')\n"
    )
    assert "File too large" in ended.stderr
    assert place.read_bytes() == b""


@pytest.mark.parametrize(
    "reaching_out",
    [
        "open('/etc/hostname')",
        "import socket; socket.socket()",
        "import subprocess; subprocess.run(['true'])",
    ],
)
def test_the_child_reaches_nothing_once_it_is_shut_in(reaching_out: str) -> None:
    ended = confined(
        "import socket, subprocess\nconfinement.confine()\nconfinement.shut_in()\n"
        + reaching_out
    )
    assert "Too many open files" in ended.stderr


def test_the_child_has_no_more_memory_than_allowed() -> None:
    ended = confined("confinement.confine()\nbytes(4 * 2**30)\n")
    assert "MemoryError" in ended.stderr


def test_the_child_has_no_more_time_than_allowed() -> None:
    ended = confined(
        "confinement.CPU_SECONDS = 1\nconfinement.confine()\nwhile True:\n    pass\n"
    )
    assert derivatives.death(ended.returncode, "image/png").__class__ is (
        CleaningTimeoutError
    )


def test_a_child_that_the_system_killed_met_a_bomb() -> None:
    assert isinstance(derivatives.death(-9, "image/png"), BombError)
    assert isinstance(derivatives.death(-11, "image/png"), NotCleanableError)


def test_the_child_knows_nothing_of_the_secrets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: dict[str, object] = {}
    started = subprocess.Popen

    class Watched(started):  # type: ignore[type-arg, misc]
        def __init__(self, command: object, **settings: object) -> None:
            seen.update(settings, command=command)
            super().__init__(command, **settings)

    monkeypatch.setenv("NETRA_SECRET_KEY", "TANDARAHASIA")
    monkeypatch.setattr(derivatives.subprocess, "Popen", Watched)
    clean(samples.png(), "image/png")
    assert set(seen["env"]) == {"LC_ALL", "MALLOC_ARENA_MAX"}
    assert "TANDA" not in str(seen["command"])


def test_no_file_is_opened_for_writing_on_the_way() -> None:
    """The parent writes nowhere; an audit hook sees every file that is opened."""
    script = (
        "import os, sys\n"
        "from netra.records.evidence.cleaning import derivatives\n"
        "seen = []\n"
        "def watch(event, arguments):\n"
        "    if event == 'open' and arguments[2] & (os.O_WRONLY | os.O_RDWR):\n"
        "        seen.append(arguments[0])\n"
        "content = sys.stdin.buffer.read()\n"
        "sys.addaudithook(watch)\n"
        "derivatives.clean(content, 'image/jpeg')\n"
        "print([name for name in seen if name != os.devnull and isinstance(name, str)])"
    )
    ended = subprocess.run(
        [sys.executable, "-I", "-B", "-c", script],
        input=samples.jpeg(),
        capture_output=True,
        check=True,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "netra.site.settings",
        },
    )
    assert ended.stdout.strip() == b"[]"


def test_errors_hold_nothing_of_the_file() -> None:
    content = b"%PDF-1.7\n" + samples.AUTHOR
    with pytest.raises(CleaningError) as caught:
        clean(content, "application/pdf")
    assert isinstance(caught.value, EvidenceError)
    told = str(caught.value) + caught.value.reader_message
    assert samples.AUTHOR.decode() not in told

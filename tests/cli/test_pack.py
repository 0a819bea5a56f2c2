"""`netra pack` makes a body's key and opens a pack, with no installation at hand."""

import io
import os
import subprocess
import sys
import zipfile
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from netra.domain import sealing
from netra.domain.packs import PackIndex, PackWriter

ROOT = Path(__file__).resolve().parents[2]
PHRASE = "kalimat contoh lembaga penerima"


@pytest.fixture
def phrase(tmp_path: Path) -> Path:
    path = tmp_path / "kalimat.txt"
    path.write_text(PHRASE + "\n", encoding="utf-8")
    return path


@pytest.fixture
def key(tmp_path: Path, phrase: Path) -> Path:
    path = tmp_path / "kunci.json"
    asked = ("keys", f"--out={path}", f"--phrase-file={phrase}")
    call_command("pack", *asked, stdout=StringIO())
    return path


def archive(*, altered: bool = False) -> bytes:
    out = io.BytesIO()
    writer = PackWriter(out)
    writer.add("surat.pdf", "Surat", "application/pdf", [b"isi contoh"])
    index = dict.fromkeys(
        (
            "pack",
            "part",
            "title",
            "referral",
            "matter",
            "receiver",
            "sender",
            "made_on",
        ),
        "contoh",
    )
    writer.finish(PackIndex(**index))
    return replaced(out.getvalue()) if altered else out.getvalue()


def replaced(whole: bytes) -> bytes:
    """Return the archive with another letter and without its page."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(whole)) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for name in old.namelist():
            if name != "index.html":
                content = b"isi lain" if name == "surat.pdf" else old.read(name)
                new.writestr(name, content)
    return out.getvalue()


def packed(folder: Path, key: Path, content: bytes) -> Path:
    pair = sealing.open_key_file(key.read_text(encoding="utf-8"), PHRASE)
    path = folder / "berkas-1.netra"
    pieces = sealing.seal_container(
        pack="001/1", part="open", recipients=[pair.public], pieces=[content]
    )
    path.write_bytes(b"".join(pieces))
    return path


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the program as a body does: no settings, no secrets, no database."""
    bare = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(
        [sys.executable, "-m", "netra.cli", "pack", *map(str, arguments)],
        env=bare,
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
    )


def test_a_body_makes_its_key_and_opens_a_pack_without_an_installation(
    tmp_path: Path, phrase: Path
) -> None:
    key = tmp_path / "kunci-lembaga.json"
    made = run("keys", "--out", key, "--phrase-file", phrase)
    assert made.returncode == 0, made.stderr
    assert sealing.PUBLIC_MARK in made.stdout
    assert key.stat().st_mode & 0o777 == 0o600
    folder = tmp_path / "isi"
    pack = packed_by_line(tmp_path, made.stdout, archive())
    opened = run("open", pack, "--key", key, "--to", folder, "--phrase-file", phrase)
    assert opened.returncode == 0, opened.stderr
    assert "Semua berkas utuh." in opened.stdout
    assert (folder / "surat.pdf").read_bytes() == b"isi contoh"


def packed_by_line(folder: Path, told: str, content: bytes) -> Path:
    line = next(x for x in told.splitlines() if x.startswith(sealing.PUBLIC_MARK))
    public = sealing.read_public_line(line)
    path = folder / "berkas-2.netra"
    pieces = sealing.seal_container(
        pack="001/2", part="open", recipients=[public], pieces=[content]
    )
    path.write_bytes(b"".join(pieces))
    return path


def ask(pack: Path, key: Path, phrase: Path, folder: Path) -> str:
    out = StringIO()
    call_command(
        "pack",
        "open",
        str(pack),
        f"--key={key}",
        f"--to={folder}",
        f"--phrase-file={phrase}",
        stdout=out,
    )
    return out.getvalue()


def test_every_altered_and_every_missing_file_is_named(
    tmp_path: Path, key: Path, phrase: Path
) -> None:
    pack = packed(tmp_path, key, archive(altered=True))
    with pytest.raises(CommandError) as caught:
        ask(pack, key, phrase, tmp_path / "isi")
    assert caught.value.returncode == 1
    assert "berubah   surat.pdf" in str(caught.value)
    assert "hilang    index.html" in str(caught.value)


def test_another_key_opens_nothing(tmp_path: Path, key: Path, phrase: Path) -> None:
    other = tmp_path / "lain.json"
    other.write_text(sealing.new_key_file(PHRASE)[0], encoding="utf-8")
    pack = packed(tmp_path, key, archive())
    with pytest.raises(CommandError) as caught:
        ask(pack, other, phrase, tmp_path / "isi")
    assert caught.value.returncode == 2
    assert not any((tmp_path / "isi").iterdir())


def test_a_pack_cut_off_on_the_way_is_refused(
    tmp_path: Path, key: Path, phrase: Path
) -> None:
    pack = packed(tmp_path, key, archive())
    pack.write_bytes(pack.read_bytes()[:-20])
    with pytest.raises(CommandError) as caught:
        ask(pack, key, phrase, tmp_path / "isi")
    assert caught.value.returncode == 2


def test_a_wrong_phrase_is_said_to_be_wrong(
    tmp_path: Path, key: Path, phrase: Path
) -> None:
    phrase.write_text("kalimat yang lain sekali\n", encoding="utf-8")
    pack = packed(tmp_path, key, archive())
    with pytest.raises(CommandError, match="Kalimat kunci tidak cocok"):
        ask(pack, key, phrase, tmp_path / "isi")


def test_a_folder_that_is_not_empty_is_left_alone(
    tmp_path: Path, key: Path, phrase: Path
) -> None:
    pack = packed(tmp_path, key, archive())
    with pytest.raises(CommandError, match="tidak kosong"):
        ask(pack, key, phrase, tmp_path)


def test_a_key_file_is_never_overwritten(key: Path, phrase: Path) -> None:
    before = key.read_bytes()
    with pytest.raises(CommandError, match="tidak ditimpa"):
        call_command("pack", "keys", f"--out={key}", f"--phrase-file={phrase}")
    assert key.read_bytes() == before

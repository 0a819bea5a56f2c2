"""`netra verify` proves a receipt without database, network or secrets."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from netra.domain.receipts import Kind, Purpose
from netra.records.accounts.queries import PUBLIC
from netra.records.documents import store
from netra.records.documents.actions import issue_receipt
from netra.records.documents.papers import Receipt
from netra.records.documents.parts import Letterhead, PaperHead, PaperKind, Proof
from netra.records.documents.receipt_texts import entry_of
from netra.records.documents.rendering import render_pdf
from tests import people
from tests.domain.receipts import made

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    path = tmp_path / "keys.txt"
    path.write_text(made.KEYS.listed(["DATA CONTOH"]), encoding="utf-8")
    return path


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def paper(*, number: str = made.NUMBER, minute: int = 40, text: str = "") -> bytes:
    """Return a receipt as PDF that prints one thing and carries a signed text."""
    at = made.RECEIVED_AT.replace(minute=minute)
    head = PaperHead(
        kind=PaperKind.RECEIPT,
        title="Tanda Terima Laporan",
        number=number,
        letterhead=Letterhead(
            office_name="Kantor contoh", tier_label="", not_official=True
        ),
        place="Kota Contoh",
        issued_on=at.date(),
        issued_at=at,
        provisional_layout=True,
        demo=True,
        check_url="https://netra.example/periksa/A/",
        check_code="A",
    )
    proof = Proof(
        text=text or made.text(),
        key_id=made.SIGNER.public.key_id,
        check_url="https://netra.example/tanda-terima/",
    )
    return render_pdf(
        Receipt(
            head=head,
            report_number=number,
            received_at=at,
            handed_in_via="Melalui situs",
            proof=proof,
        )
    )


def proved(shown: object, **options: object) -> str:
    """Return what the command prints."""
    out = StringIO()
    call_command("verify", str(shown), stdout=out, **options)
    return out.getvalue()


def refused(shown: object, keys: Path, **claim: object) -> tuple[str, int]:
    """Return the text and the exit code a receipt is refused with."""
    with pytest.raises(CommandError) as caught:
        call_command("verify", str(shown), keys=keys, **claim)
    return str(caught.value), caught.value.returncode


def test_a_genuine_text_is_proved(keys: Path) -> None:
    said = proved(made.text(), keys=keys)
    assert said.startswith("Sah dan tidak berubah.")
    assert f"Nomor          {made.NUMBER}" in said
    assert "30 Oktober 2024, pukul 15.40.05 (UTC+0700)" in said
    assert "tidak membuktikan bahwa isinya benar" in said


def test_programs_get_json(keys: Path) -> None:
    assert json.loads(proved(made.text(), keys=keys, json=True)) == {
        "purpose": "TERIMA",
        "kind": "LAPORAN",
        "number": made.NUMBER,
        "received_at": "2024-10-30T15:40:05+07:00",
        "digest": made.digest(made.entry()),
        "key": made.SIGNER.public.key_id,
    }


def test_a_text_file_is_proved(keys: Path, tmp_path: Path) -> None:
    path = written(tmp_path, "receipt.txt", made.text().encode() + b"\r\n")
    assert "Sah" in proved(str(path), keys=keys)


def test_a_paper_is_proved_with_what_it_prints(keys: Path, tmp_path: Path) -> None:
    path = written(tmp_path, "receipt.pdf", paper())
    assert "Sah" in proved(str(path), keys=keys)


@pytest.mark.parametrize(
    "printed", [{"number": "999/LP/PG/Kota/33.74/X/2024"}, {"minute": 41}]
)
def test_a_paper_that_prints_something_else_is_altered(
    keys: Path, tmp_path: Path, printed
) -> None:
    path = written(tmp_path, "receipt.pdf", paper(**printed))
    said, code = refused(path, keys)
    assert said.startswith("AlteredReceiptError: ")
    assert "tercetak" in said
    assert code == 1


def test_a_paper_with_a_second_text_is_altered(keys: Path, tmp_path: Path) -> None:
    two = paper(text=f"{made.text()} {made.text(number='2/LP')}")
    said, code = refused(written(tmp_path, "receipt.pdf", two), keys)
    assert "dua teks tanda terima yang berbeda" in said
    assert code == 1


def test_forged_altered_replayed_and_sample_are_refused_by_name(keys: Path) -> None:
    forged = made.STRANGER.sign(made.receipt()).text
    altered = made.text().replace("013/", "014/")
    sample = made.SAMPLER.sign(made.receipt(purpose=Purpose.SAMPLE)).text
    found = {
        refused(forged, keys),
        refused(altered, keys),
        refused(made.text(), keys, number="014/LP/PG/Kota/33.74/X/2024"),
        refused(made.text(), keys, kind=Kind.COMPLETION.value),
        refused(sample, keys),
    }
    assert sorted((said.split(":")[0], code) for said, code in found) == [
        ("AlteredReceiptError", 1),
        ("ForgedReceiptError", 1),
        ("ReplayedReceiptError", 1),
        ("ReplayedReceiptError", 1),
        ("SampleReceiptError", 1),
    ]


def test_a_sample_is_shown_as_a_sample_when_asked(keys: Path) -> None:
    sample = made.SAMPLER.sign(made.receipt(purpose=Purpose.SAMPLE)).text
    said = proved(sample, keys=keys, sample=True)
    assert said.startswith("CONTOH, bukan tanda terima kantor.")


def test_entry_and_document_are_matched(keys: Path, tmp_path: Path) -> None:
    entry = written(tmp_path, "entry.json", made.entry())
    photo = written(tmp_path, "photo.jpg", made.PHOTO)
    said = proved(made.text(), keys=keys, entry=entry, document=photo)
    assert "Dicocokkan     catatan buku, berkas" in said
    said, code = refused(made.text(), keys, entry=photo)
    assert said.startswith("ReplayedReceiptError")
    other = written(tmp_path, "other.jpg", b"another photo")
    said, code = refused(made.text(), keys, entry=entry, document=other)
    assert "tidak termasuk yang diserahkan" in said
    assert code == 1


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"\xff\xfe\x00", b"%PDF-1.7 broken", b"%PDF-" * 9]
)
def test_what_cannot_be_read_ends_with_two(
    keys: Path, tmp_path: Path, content: bytes
) -> None:
    said, code = refused(written(tmp_path, "file", content), keys)
    assert said.startswith("UnreadableReceiptError: ")
    assert code == 2


@pytest.mark.parametrize("shown", ["absent.pdf", "x" * 5000, "a\0b", ""])
def test_what_is_no_file_and_no_text_ends_with_two(keys: Path, shown: str) -> None:
    said, code = refused(shown, keys)
    assert (said.split(":")[0], code) == ("UnreadableReceiptError", 2)


def test_a_huge_file_is_not_opened(keys: Path, tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-")
        file.truncate(26 * 2**20)
    assert refused(path, keys)[1] == 2


def test_a_wrong_key_list_ends_with_two(tmp_path: Path) -> None:
    wrong = written(tmp_path, "keys.txt", b"no key here at all\n")
    said, code = refused(made.text(), wrong)
    assert (said.split(":")[0], code) == ("ReceiptKeyError", 2)
    assert refused(made.text(), tmp_path / "absent")[1] == 2


def test_without_a_list_the_keys_of_this_installation_count(settings) -> None:
    settings.RECEIPT_KEY = made.SECRET
    assert "Sah" in proved(made.text())
    settings.RECEIPT_KEY = ""
    with pytest.raises(CommandError, match="ReceiptKeyError"):
        call_command("verify", made.text())


def test_an_issued_receipt_is_proved_with_its_entry(cast, tmp_path: Path) -> None:
    report = people.submitted(cast)
    issued = issue_receipt(report=report, actor=PUBLIC, at=people.SUBMITTED_AT)
    path = written(tmp_path, "receipt.pdf", store.verified_bytes(issued))
    entry = entry_of(report, Kind.REPORT)
    kept = written(tmp_path, "entry.json", bytes(entry.canonical))
    said = proved(path, number=report.number, entry=kept)
    assert "Dicocokkan     nomor, catatan buku" in said
    assert entry.leaf in said
    other = people.submitted(cast)
    with pytest.raises(CommandError, match="ReplayedReceiptError"):
        proved(path, number=other.number)


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the real command in a process of its own, without any setting."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("NETRA_")}
    inherited.pop("DJANGO_SETTINGS_MODULE", None)
    inherited["PYTHONPATH"] = str(ROOT / "src")
    return subprocess.run(
        [sys.executable, "-m", "netra.cli", "verify", *arguments],
        env=inherited | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_with_a_list_no_setting_no_database_and_no_network_is_touched(
    keys: Path, tmp_path: Path
) -> None:
    """A broken installation does not matter: its settings would stop the start."""
    guard = written(
        tmp_path,
        "sitecustomize.py",
        b"import socket\n"
        b"def refuse(*a, **k): raise SystemExit('a socket was opened')\n"
        b"socket.socket.connect = socket.create_connection = refuse\n",
    )
    done = run(
        "--keys",
        str(keys),
        str(written(tmp_path, "receipt.pdf", paper())),
        NETRA_SECRET_KEY="too short",
        NETRA_DATABASE="neither",
        PYTHONPATH=f"{guard.parent}:{ROOT / 'src'}",
    )
    assert done.stderr == ""
    assert done.stdout.startswith("Sah dan tidak berubah.")
    assert done.returncode == 0


def test_without_any_key_and_installation_the_answer_says_what_is_missing(
    tmp_path: Path,
) -> None:
    done = run(made.text(), NETRA_DATA_DIR=str(tmp_path))
    assert done.returncode == 2
    assert "ReceiptKeyError" in done.stderr
    assert "--keys" in done.stderr


@pytest.mark.parametrize(
    ("text", "code"),
    [(made.text().replace("013/", "014/"), 1), ("NETRA1.nothing", 2)],
)
def test_the_process_ends_with_the_code(keys: Path, text: str, code: int) -> None:
    done = run(text, f"--keys={keys}")
    assert done.returncode == code
    assert done.stdout == ""
    assert "Error: " in done.stderr

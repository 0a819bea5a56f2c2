"""Receipts come out of the ledger, signed, and the paper carries them."""

import io
import re

import pdfplumber
import pypdfium2
import pytest
import segno

from netra.domain.receipts import (
    AlteredReceiptError,
    Claim,
    Kind,
    Purpose,
    ReplayedReceiptError,
    SampleReceiptError,
    found_in,
    verify,
)
from netra.records.accounts.queries import PUBLIC
from netra.records.documents import store
from netra.records.documents.actions import issue_receipt
from netra.records.documents.checks import check_receipt_keys
from netra.records.documents.models import IssuedPaper
from netra.records.documents.receipt_keys import known_keys
from netra.records.documents.receipt_texts import (
    entry_of,
    receipts_of,
    signed_receipt,
)
from netra.records.documents.rendering import render_html
from netra.records.evidence.actions import receive_blob
from netra.records.reports import actions as reports
from netra.records.reports.models import Exhibit
from tests import people
from tests.matters import TELLING
from tests.records.documents import samples
from tests.records.refusals import PNG

OLD = "another installation's secret 0123456789 0123456789"


def receipt_paper(report) -> IssuedPaper:
    return issue_receipt(report=report, actor=PUBLIC, at=people.SUBMITTED_AT)


def words_of(paper: IssuedPaper) -> str:
    with pdfplumber.open(io.BytesIO(store.verified_bytes(paper))) as pdf:
        return " ".join(page.extract_text() for page in pdf.pages)


def test_the_receipt_leads_to_the_entry_of_the_act(cast) -> None:
    report = people.submitted(cast)
    signed = signed_receipt(report, Kind.REPORT)
    entry = entry_of(report, Kind.REPORT)
    claim = Claim(number=report.number, entry=bytes(entry.canonical))
    proved = verify(signed.text, known_keys(), claim).receipt
    assert proved.digest == entry.leaf
    assert proved.received_at == people.SUBMITTED_AT.replace(microsecond=0)
    assert proved.received_at.isoformat().endswith("+07:00")
    assert proved.purpose is Purpose.REAL


def test_a_file_handed_in_with_the_report_is_proved_by_entry_and_receipt(cast) -> None:
    draft = reports.open_draft(at=people.SUBMITTED_AT)
    blob = receive_blob(chunks=[PNG], at=people.SUBMITTED_AT)
    reports.add_draft_file(
        draft=draft,
        blob=blob,
        kind=Exhibit.Kind.EVIDENCE,
        name="foto Wati.png",
        at=people.SUBMITTED_AT,
    )
    report, _code = reports.hand_in_report(
        draft=draft,
        content=TELLING,
        contest=None,
        actor=PUBLIC,
        at=people.SUBMITTED_AT,
    )
    entry = bytes(entry_of(report, Kind.REPORT).canonical)
    text = signed_receipt(report, Kind.REPORT).text
    assert verify(text, known_keys(), Claim(entry=entry, document=PNG))
    with pytest.raises(ReplayedReceiptError):
        verify(text, known_keys(), Claim(entry=entry, document=PNG + b"more"))
    assert b"Wati" not in entry


def test_a_receipt_for_what_has_not_happened_is_not_given(cast) -> None:
    report = people.submitted(cast)
    assert signed_receipt(report, Kind.COMPLETION) is None
    assert [r.receipt.kind for r in receipts_of(report)] == [Kind.REPORT]


def test_the_completion_has_a_receipt_of_its_own(cast) -> None:
    report = people.report_on(cast, "completion_check")
    kinds = [signed.receipt.kind for signed in receipts_of(report)]
    assert kinds == [Kind.REPORT, Kind.COMPLETION]
    second = receipts_of(report)[1]
    entry = bytes(entry_of(report, Kind.COMPLETION).canonical)
    assert verify(second.text, known_keys(), Claim(entry=entry))


def test_the_text_carries_no_identity(cast) -> None:
    """Only codes, the number and hashes; the fields have no room for more."""
    report = people.submitted(cast)
    text = signed_receipt(report, Kind.REPORT).text
    head = f"NETRA1.TERIMA.LAPORAN.{report.number}."
    assert text.startswith(head)
    tail = text[len(head) :]
    assert re.fullmatch(r"\d{8}T\d{6}\+\d{4}(\.[A-Z2-7]+){3}", tail)


def test_a_demonstration_signs_samples_with_a_key_of_its_own(cast, settings) -> None:
    report = people.submitted(cast)
    real = signed_receipt(report, Kind.REPORT)
    settings.DEMO = True
    sample = signed_receipt(report, Kind.REPORT)
    assert sample.text.startswith("NETRA1.CONTOH.LAPORAN.")
    assert sample.key_id != real.key_id
    with pytest.raises(SampleReceiptError):
        verify(sample.text, known_keys())


def test_the_receipt_is_printed_as_code_and_text_and_kept_in_the_pdf(cast) -> None:
    report = people.submitted(cast)
    paper = receipt_paper(report)
    text = signed_receipt(report, Kind.REPORT).text
    pdf = pypdfium2.PdfDocument(store.verified_bytes(paper))
    assert pdf.get_metadata_dict()["Keywords"] == text
    assert found_in(words_of(paper)) == (text,)


def test_the_code_on_the_sheet_is_the_code_of_the_signed_text(cast) -> None:
    """Every module is read off the picture of the sheet."""
    report = people.submitted(cast)
    pdf = pypdfium2.PdfDocument(store.verified_bytes(receipt_paper(report)))
    text = signed_receipt(report, Kind.REPORT).text
    matrix = segno.make(text, error="m", micro=False, boost_error=False).matrix
    assert modules_on(pdf[0], len(matrix)) == [list(map(bool, row)) for row in matrix]


def modules_on(page: pypdfium2.PdfPage, count: int) -> list[list[bool]]:
    """Return the dark modules of the code that is 36 mm wide with its quiet zone."""
    wide = 36 / 25.4 * 72
    bounds = [found.get_bounds() for found in page.get_objects()]
    left, _low, right, top = next(
        b for b in bounds if abs(b[2] - b[0] - wide) + abs(b[3] - b[1] - wide) < 0.1
    )
    scale, module = 6, (right - left) / (count + 8)
    picture = page.render(scale=scale).to_pil().convert("L")
    places = [(index + 4.5) * module for index in range(count)]
    down = page.get_height() - top
    return [
        [
            picture.getpixel((int((left + x) * scale), int((down + y) * scale))) < 128
            for x in places
        ]
        for y in places
    ]


def test_without_a_key_the_paper_says_that_it_is_not_signed(cast, settings) -> None:
    settings.RECEIPT_KEY = ""
    report = people.submitted(cast)
    assert receipts_of(report) == ()
    assert "tidak bertanda tangan digital" in words_of(receipt_paper(report))


def test_the_entry_a_reporter_may_take_home_names_nobody(cast) -> None:
    entry = bytes(entry_of(people.submitted(cast), Kind.REPORT).canonical).decode()
    names = ("Wati", "Bambang", "Dinas Contoh", "Jalan")
    assert [name for name in names if name in entry] == []


def test_an_old_key_still_proves_its_receipts(cast, settings) -> None:
    report = people.submitted(cast)
    today, settings.RECEIPT_KEY = settings.RECEIPT_KEY, OLD
    old = signed_receipt(report, Kind.REPORT)
    line = known_keys().named(old.key_id).line.split()[2]
    settings.RECEIPT_KEY = today
    settings.RECEIPT_OLD_KEYS = [f"{line}@2024-12-31"]
    assert verify(old.text, known_keys())
    assert len(known_keys().keys) == 3


@pytest.mark.parametrize("word", ["nonsense", "AAAA", "A" * 52 + "@gestern"])
def test_an_unreadable_old_key_stops_the_start(settings, word) -> None:
    settings.RECEIPT_OLD_KEYS = [word]
    assert [message.id for message in check_receipt_keys(None)] == ["netra.E001"]


def test_a_missing_key_is_a_warning_and_no_error(settings) -> None:
    assert check_receipt_keys(None) == []
    settings.RECEIPT_KEY = ""
    (message,) = check_receipt_keys(None)
    assert message.id == "netra.W001"
    assert "make keys" in message.hint


def test_a_paper_without_proof_shows_no_second_code() -> None:
    assert "paper:proof.svg" not in render_html(samples.sparse_receipt())


def test_a_changed_number_is_altered(cast) -> None:
    report = people.submitted(cast)
    text = signed_receipt(report, Kind.REPORT).text
    with pytest.raises(AlteredReceiptError):
        verify(text.replace(f".{report.number}.", ".9."), known_keys())

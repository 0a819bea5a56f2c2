"""Papers say what they must, and nothing they must not."""

import dataclasses
import io
import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path

import pdfplumber
import pytest
import weasyprint
from pdfminer.pdftypes import resolve1
from weasyprint.urls import FatalURLFetchingError

from netra.records.documents import papers
from netra.records.documents.errors import (
    DocumentsError,
    ForeignResourceError,
    PaperContentError,
)
from netra.records.documents.parts import FormMark, PaperKind
from netra.records.documents.rendering import fetcher, pdf_of, render_html, render_pdf
from tests.records.documents import pieces, samples, sheets

NAMES = sorted(samples.all_samples())
PUBLIC = sorted(
    name
    for name, paper in samples.all_samples().items()
    if paper.head.kind in samples.PUBLIC_KINDS
)
OF_SUPERVISION = {
    "registration-finding",
    "study-finding",
    "status_notice-finding",
    "referral_letter-traced",
}
WHOLE = {"report_form-whole"}
UNSURE = "belum dikonfirmasi"


def words_of(name: str) -> str:
    return sheets.text(sheets.sample_pdf(name))


def html_of(name: str) -> str:
    return render_html(samples.all_samples()[name])


def test_every_kind_of_paper_has_a_full_and_a_sparse_sample() -> None:
    assert set(NAMES) - OF_SUPERVISION - WHOLE == {
        f"{kind}-{fullness}" for kind in PaperKind for fullness in ("full", "sparse")
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_text_of_a_paper_can_be_read_out(name: str) -> None:
    paper = samples.all_samples()[name]
    text = words_of(name)
    assert paper.head.title in text
    assert paper.head.number in text
    assert paper.head.check_url in text
    has_letterhead = paper.head.kind is not PaperKind.OBSERVATION_REPORT
    assert (paper.head.letterhead.office_name in text) is has_letterhead


@pytest.mark.parametrize("name", NAMES)
def test_every_sheet_says_its_number_and_how_many_there_are(name: str) -> None:
    read = sheets.read(sheets.sample_pdf(name))
    for sheet in read:
        assert f"Halaman {sheet.number} dari {len(read)}" in sheet.text


@pytest.mark.parametrize("name", NAMES)
def test_nothing_missing_is_printed_as_a_word_of_the_program(name: str) -> None:
    text = words_of(name)
    for word in ("None", "True", "False", "()", "PaperKind", "{{", "}}", "&amp;"):
        assert word not in text


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_stands_over_nothing(name: str) -> None:
    tree = weasyprint.HTML(string=html_of(name)).etree_element
    for parent in tree.iter():
        children = list(parent)
        for child, following in zip_longest(children, children[1:]):
            if child.tag in {"h2", "h3"}:
                assert following is not None, child.text
                assert (child.tag, following.tag) not in {("h2", "h2"), ("h3", "h2")}
                assert following.get("class") != "closing", child.text
                assert "".join(following.itertext()).strip(), child.text


@pytest.mark.parametrize("name", PUBLIC)
def test_a_paper_that_leaves_the_office_names_nobody(name: str) -> None:
    paper = samples.all_samples()[name]
    fields = {field.name for field in dataclasses.fields(paper)}
    assert not fields & {"reporter", "respondent", "respondents", "acts", "allegations"}
    text = words_of(name)
    for person in (pieces.RESPONDENT, pieces.SECOND, pieces.SHORT):
        for word in (person.name, person.post, person.workplace):
            assert not word or word not in text


@pytest.mark.parametrize("name", NAMES)
def test_no_paper_has_a_field_for_the_reporter(name: str) -> None:
    paper = samples.all_samples()[name]
    fields = {field.name for field in dataclasses.fields(paper)}
    assert not [field for field in fields if "reporter" in field or "pelapor" in field]


@pytest.mark.parametrize("name", ["initial_study-full", "study-full"])
def test_the_papers_of_the_office_call_the_reporter_only_reporter(name: str) -> None:
    assert "Pelapor (identitas dirahasiakan)" in words_of(name)


def test_a_receipt_says_that_the_status_code_is_not_on_it() -> None:
    assert "Kode status tidak dicetak pada surat ini." in words_of("receipt-full")


def test_a_receipt_shows_every_fingerprint_whole() -> None:
    assert pieces.PHOTO.sha256 in words_of("receipt-full")


def test_a_receipt_from_the_web_needs_no_officer() -> None:
    assert "Diterima melalui situs" in words_of("receipt-sparse")
    assert "Diterima melalui situs" not in words_of("receipt-full")


def test_the_days_of_a_deadline_stand_in_their_order_with_their_count() -> None:
    text = words_of("missing_items-full")
    first = text.index("Selasa, 12 Agustus 2025 – Hari pemberitahuan")
    second = text.index("Rabu, 13 Agustus 2025 1 Hari kalender")
    third = text.index("Kamis, 14 Agustus 2025 2 Hari terakhir")
    assert first < second < third
    assert "Kamis, 14 Agustus 2025, pukul 23.59 WIB" in text


def test_what_is_confirmed_carries_no_doubt() -> None:
    receipt = samples.sparse_receipt()
    page = render_html(replace(receipt, window=pieces.BARE_DEADLINE))
    assert UNSURE not in page


@pytest.mark.parametrize("status", ["unconfirmed", "practice", ""])
def test_what_is_not_confirmed_says_so(status: str) -> None:
    receipt = samples.sparse_receipt()
    deadline = replace(pieces.BARE_DEADLINE, status=status)
    assert render_html(replace(receipt, window=deadline)).count(UNSURE) == 1


def test_a_route_that_is_not_confirmed_says_so_beside_the_addressee() -> None:
    letter = replace(samples.sparse_referral_letter(), route_status="unconfirmed")
    page = render_html(letter)
    assert f'Pimpinan instansi</b> <span class="unsure">{UNSURE}' in page


def test_a_form_without_a_known_title_shows_no_code() -> None:
    assert "A.17" not in words_of("status_notice-full")
    assert FormMark(code=None, title="Laporan", status="confirmed").text == ""


def test_a_form_with_a_known_title_shows_code_and_status() -> None:
    assert f"Formulir A.4 Kajian awal {UNSURE}" in words_of("initial_study-full")


def test_a_layout_of_our_own_says_on_every_sheet_that_it_is_provisional() -> None:
    for sheet in sheets.read(sheets.sample_pdf("study-full")):
        assert "Susunan sementara: bentuk resmi belum kami lihat" in sheet.text
    assert "Susunan sementara" not in words_of("study-sparse")


def test_invented_data_are_marked_on_every_sheet() -> None:
    for sheet in sheets.read(sheets.sample_pdf("study-full")):
        assert "DATA CONTOH" in sheet.text
        assert "Bukan dokumen resmi" in sheet.text
    assert "DATA CONTOH" not in words_of("study-sparse")


def test_a_paper_of_no_authorised_office_says_so_without_sample_data() -> None:
    head = replace(samples.full_study().head, demo=False)
    page = render_html(replace(samples.full_study(), head=head))
    assert "Bukan dokumen resmi." in page
    assert "DATA CONTOH" not in page
    assert "Bukan dokumen resmi" not in words_of("study-sparse")


def test_a_quorum_is_called_a_custom_and_not_a_rule() -> None:
    assert "kebiasaan, bukan aturan" in words_of("plenary_decision-full")
    assert "kebiasaan" not in words_of("plenary_decision-sparse")


def test_a_sanction_is_printed_only_where_one_was_given() -> None:
    assert words_of("referral_letter-full").count("Ancaman sanksi:") == 1
    assert "Ancaman sanksi" not in words_of("referral_letter-sparse")


def test_what_a_person_typed_is_never_read_as_markup() -> None:
    study = replace(
        samples.sparse_study(),
        case_position="<img src='file:///etc/passwd'><script>x</script> a < b & c",
    )
    assert "<img src='file:///etc/passwd'>" in sheets.text(render_pdf(study))


def test_characters_that_cannot_be_printed_are_dropped() -> None:
    study = replace(samples.sparse_study(), conclusion="Tidak\x00 ter\u202ebukti\x08.")
    assert "Tidak terbukti." in sheets.text(render_pdf(study))


def test_a_missing_value_stops_the_paper() -> None:
    study = samples.sparse_study()
    unnumbered = replace(study, head=replace(study.head, check_code=None))
    with pytest.raises(PaperContentError):
        render_html(unnumbered)


def test_a_head_of_another_kind_is_refused() -> None:
    with pytest.raises(PaperContentError, match="receipt has the head of a study"):
        replace(samples.sparse_receipt(), head=samples.sparse_study().head)


@pytest.mark.parametrize(
    ("paper", "field", "empty"),
    [
        (samples.sparse_missing_items(), "items", ()),
        (samples.sparse_plenary_decision(), "members", ()),
        (samples.sparse_plenary_decision(), "outcomes", ()),
        (samples.sparse_plenary_decision(), "decision", ()),
        (samples.sparse_referral_letter(), "addressee", ""),
        (samples.sparse_referral_letter(), "acts", ()),
        (samples.sparse_status_notice(), "status", ""),
    ],
)
def test_a_paper_that_would_say_nothing_is_refused(
    paper: papers.Paper, field: str, empty: object
) -> None:
    with pytest.raises(PaperContentError, match=f"without {field}"):
        replace(paper, **{field: empty})


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "http://netra.example/a.png",
        "https://netra.example/a.png",
        "data:image/png;base64,AAAA",
        "paper:other.svg",
        "relative.png",
    ],
)
def test_the_fetcher_refuses_every_address_but_the_code(address: str) -> None:
    fetch = fetcher("<svg/>")
    assert fetch("paper:qr.svg").read() == b"<svg/>"
    with pytest.raises(FatalURLFetchingError):
        fetch(address)


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="file:///etc/hostname" alt="">',
        '<img src="https://netra.example/a.png" alt="">',
        '<link rel="stylesheet" href="http://netra.example/a.css">',
        "<style>@import url(file:///etc/hostname);</style>",
        "<p style=\"background: url('https://netra.example/a.png')\">a</p>",
    ],
)
def test_a_page_that_asks_for_a_file_or_the_network_is_not_rendered(
    markup: str,
) -> None:
    page = f'<html lang="id"><head><title>a</title></head><body>{markup}</body></html>'
    with pytest.raises(ForeignResourceError):
        pdf_of(page, qr="<svg/>")


def test_the_errors_of_papers_speak_to_reader_and_operator() -> None:
    assert issubclass(PaperContentError, DocumentsError)
    assert issubclass(ForeignResourceError, DocumentsError)
    error = PaperContentError("17 is not a moment")
    assert str(error) == "17 is not a moment"
    assert "tetap tersimpan" in error.reader_message
    assert "Coba lagi" in ForeignResourceError("a paper asked").reader_message


@pytest.mark.parametrize("name", ["receipt-full", "referral_letter-full"])
def test_the_same_paper_gives_the_same_bytes(name: str) -> None:
    assert render_pdf(samples.all_samples()[name]) == sheets.sample_pdf(name)


def test_another_run_of_the_program_gives_the_same_bytes() -> None:
    program = (
        "import sys, hashlib\n"
        "from netra.records.documents.rendering import render_pdf\n"
        "from tests.records.documents.samples import full_receipt\n"
        "sys.stdout.write(hashlib.sha256(render_pdf(full_receipt())).hexdigest())\n"
    )
    root = Path(__file__).resolve().parents[3]
    places = os.pathsep.join((str(root), str(root / "src")))
    surroundings = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": places}
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        env=surroundings,
        text=True,
    )
    assert done.stdout == sha256(sheets.sample_pdf("receipt-full")).hexdigest()


def test_another_word_gives_other_bytes() -> None:
    changed = replace(samples.full_receipt(), handed_in_via="Melalui pos")
    assert render_pdf(changed) != sheets.sample_pdf("receipt-full")


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_is_tagged_titled_and_in_indonesian(name: str) -> None:
    paper = samples.all_samples()[name]
    with pdfplumber.open(io.BytesIO(sheets.sample_pdf(name))) as document:
        catalog = document.doc.catalog
        assert catalog["Lang"] == b"id"
        assert catalog["MarkInfo"]["Marked"] is True
        assert "StructTreeRoot" in catalog
        assert document.metadata["Title"] == f"{paper.head.title} {paper.head.number}"
    assert b"pdfuaid" in _metadata(sheets.sample_pdf(name))


def _metadata(pdf: bytes) -> bytes:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return resolve1(document.doc.catalog["Metadata"]).get_data()


def test_every_font_is_embedded() -> None:
    with pdfplumber.open(io.BytesIO(sheets.sample_pdf("study-full"))) as document:
        names = {glyph["fontname"] for page in document.pages for glyph in page.chars}
    assert names
    assert all(name[6] == "+" for name in names)


def test_papers_cannot_be_changed_once_they_are_made() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        samples.sparse_receipt().report_number = "2"
    assert papers.Receipt.KIND is PaperKind.RECEIPT


# Supervision ------------------------------------------------------------------------


def test_the_parts_of_form_a_that_were_not_seen_say_so() -> None:
    text = words_of("observation_report-full")
    assert f"III. Uraian singkat hasil pengawasan {UNSURE}" in text
    assert f"I. Data pengawas {UNSURE}" not in text
    assert "Formulir A Laporan hasil pengawasan (LHP)" in text


def test_the_fields_of_the_finding_form_are_marked_where_not_confirmed() -> None:
    assert f"Daftar isian formulir ini {UNSURE}" in words_of("finding-full")
    assert "Daftar isian" not in words_of("finding-sparse")


def test_a_letter_without_registration_names_practice_and_no_norm() -> None:
    text = " ".join(words_of("referral_letter-traced").split())
    assert f"Ini praktik, bukan pasal peraturan. {UNSURE}" in text
    assert "Norma:" not in text
    assert "Mengapa tanpa registrasi" not in words_of("referral_letter-full")


def test_papers_of_a_finding_do_not_speak_of_a_report() -> None:
    assert "Nomor temuan" in words_of("registration-finding")
    assert "Laporan tersebut" not in words_of("registration-finding")
    assert "Pelapor" not in words_of("study-finding")
    assert "status temuan Anda" in words_of("status_notice-finding")


@pytest.mark.parametrize("name", NAMES)
def test_no_paper_has_a_field_for_sources(name: str) -> None:
    paper = samples.all_samples()[name]
    fields = {field.name for field in dataclasses.fields(paper)}
    assert not [f for f in fields if "source" in f or "mailbox" in f or "asked" in f]

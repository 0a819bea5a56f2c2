"""The referral letter opens in a word processor and holds what the PDF holds."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from netra.records.documents.errors import PaperContentError
from netra.records.documents.letters import render_docx
from netra.records.documents.papers import ReferralLetter
from tests.records.documents import samples

LETTERS = [
    samples.full_referral_letter(),
    samples.sparse_referral_letter(),
    samples.letter_without_registration(),
]


def opened(letter: ReferralLetter) -> Document:
    return docx.Document(io.BytesIO(render_docx(letter)))


def body(letter: ReferralLetter) -> str:
    return "\n".join(paragraph.text for paragraph in opened(letter).paragraphs)


def edges(letter: ReferralLetter) -> str:
    section = opened(letter).sections[0]
    paragraphs = section.header.paragraphs + section.footer.paragraphs
    return "\n".join(paragraph.text for paragraph in paragraphs)


def test_the_letter_holds_number_addressee_copies_and_enclosures() -> None:
    letter = samples.full_referral_letter()
    text = body(letter)
    for words in (
        letter.head.number,
        letter.registration_number,
        letter.addressee,
        letter.subject,
        *letter.copies,
        *letter.enclosures,
        *letter.basis,
        *(item.respondent.name for item in letter.acts),
        *(item.article for item in letter.acts),
        "18 Agustus 2025",
    ):
        assert words in text


@pytest.mark.parametrize("letter", LETTERS)
def test_no_placeholder_and_no_missing_value_is_left(letter: ReferralLetter) -> None:
    text = body(letter) + edges(letter)
    for words in ("{{", "}}", "{%", "%}", "None", "letter.", "head."):
        assert words not in text


def test_empty_parts_leave_no_heading_behind() -> None:
    text = body(samples.sparse_referral_letter())
    for heading in ("Tembusan", "Lampiran", "Permintaan", "Register", "Saluran"):
        assert heading not in text


def test_marks_of_sample_data_stand_in_the_header_of_every_sheet() -> None:
    full, sparse = map(edges, LETTERS[:2])
    assert "DATA CONTOH" in full
    assert "Bukan dokumen resmi." in full
    assert "DATA CONTOH" not in sparse
    assert "Bukan dokumen resmi." not in sparse


def test_a_provisional_layout_and_an_unconfirmed_form_are_marked() -> None:
    text = body(samples.full_referral_letter())
    assert "Susunan sementara: bentuk resmi belum kami lihat." in text
    assert "Formulir A.15" in text
    assert "(belum dikonfirmasi)" in text
    assert "belum dikonfirmasi" not in body(samples.sparse_referral_letter())


def test_a_sanction_stands_only_where_one_was_given() -> None:
    assert body(samples.full_referral_letter()).count("Ancaman sanksi") == 1
    assert "Ancaman sanksi" not in body(samples.sparse_referral_letter())


def test_every_sheet_counts_itself_and_carries_the_check_code() -> None:
    letter = samples.full_referral_letter()
    footer = opened(letter).sections[0].footer
    codes = footer._element.xpath(".//w:instrText")
    assert [code.text for code in codes] == ["PAGE", "NUMPAGES"]
    assert letter.head.check_code in edges(letter)


def test_the_code_is_a_picture_in_the_letter() -> None:
    letter = samples.full_referral_letter()
    shapes = opened(letter).inline_shapes
    assert len(shapes) == 1
    description = shapes[0]._inline.docPr.get("descr")
    assert description == "Kode QR menuju halaman pemeriksaan surat"


def test_what_a_person_typed_is_never_read_as_markup() -> None:
    subject = "A < B & C </w:t> {{ head.number }} \x00\x08akhir"
    text = body(replace(samples.sparse_referral_letter(), subject=subject))
    assert "A < B & C </w:t> {{ head.number }} akhir" in text


def test_line_ends_and_paragraphs_of_the_body_are_kept() -> None:
    text = body(replace(samples.sparse_referral_letter(), body="satu\n\ndua\ntiga"))
    assert "satu\ndua\ntiga" in text


def test_two_hundred_enclosures_are_all_there() -> None:
    enclosures = tuple(f"Bukti B-{number}" for number in range(1, 201))
    letter = replace(samples.full_referral_letter(), enclosures=enclosures)
    assert "200.\tBukti B-200" in body(letter)


# ISO/IEC 29500-1, 17.3.1.26: the order of the properties of a paragraph.
ORDER = ["pStyle", "keepNext", "keepLines", "pBdr", "tabs", "spacing", "ind", "jc"]


def test_the_properties_of_every_paragraph_stand_in_the_order_of_the_format() -> None:
    letter = opened(samples.full_referral_letter())
    bordered = 0
    for properties in letter.element.body.iter(qn("w:pPr")):
        names = [child.tag.rsplit("}")[-1] for child in properties]
        assert names == sorted(names, key=ORDER.index)
        bordered += "pBdr" in names
    assert bordered == 1


def test_the_same_letter_gives_the_same_bytes() -> None:
    letter = samples.full_referral_letter()
    assert render_docx(letter) == render_docx(letter)


def test_the_archive_carries_no_clock_time() -> None:
    archive = io.BytesIO(render_docx(samples.full_referral_letter()))
    with zipfile.ZipFile(archive) as opened_archive:
        years = {member.date_time[0] for member in opened_archive.infolist()}
    assert years == {1980}


def test_the_properties_tell_title_office_and_language() -> None:
    letter = samples.full_referral_letter()
    properties = opened(letter).core_properties
    assert properties.title == f"Surat Penerusan {letter.head.number}"
    assert properties.author == letter.head.letterhead.office_name
    assert properties.language == "id-ID"


def test_a_missing_value_stops_the_letter() -> None:
    letter = replace(samples.sparse_referral_letter(), subject=None)
    with pytest.raises(PaperContentError):
        render_docx(letter)


def test_a_letter_without_registration_says_on_what_it_rests() -> None:
    text = body(samples.letter_without_registration())
    assert "Mengapa tanpa registrasi" in text
    assert "Ini praktik, bukan pasal peraturan. (belum dikonfirmasi)" in text
    assert "Norma" not in text
    assert "Mengapa tanpa registrasi" not in body(samples.full_referral_letter())

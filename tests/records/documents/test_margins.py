"""No glyph of a paper leaves its margins or is printed over another one."""

from dataclasses import replace

import pytest

from netra.records.documents.parts import (
    CheckItem,
    CheckResult,
    DayRow,
    Exhibit,
    Member,
    MissingItem,
)
from netra.records.documents.qr import qr_svg
from netra.records.documents.rendering import pdf_of, render_html, render_pdf
from tests.records.documents import pieces, samples, sheets, supervision_samples

NAMES = sorted(samples.all_samples())
LONG_WORD = "Pertanggungjawabkanlah" * 12


@pytest.mark.parametrize("name", NAMES)
def test_every_glyph_stays_twelve_millimetres_inside_the_sheet(name: str) -> None:
    assert sheets.outside(sheets.sample_pdf(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_two_words_are_printed_over_each_other(name: str) -> None:
    assert sheets.overlapping(sheets.sample_pdf(name)) == []


def _receipt_with(extra: str) -> bytes:
    html = render_html(samples.full_receipt()).replace("</body>", extra + "</body>")
    code = qr_svg("https://netra.example/p/A")
    return pdf_of(html, qr=code, proof_qr=code)


def test_a_box_that_runs_over_the_edge_is_found() -> None:
    pdf = _receipt_with("<p style='width:400mm;white-space:nowrap'>" + "kata " * 60)
    assert sheets.outside(pdf)


def test_two_boxes_on_one_place_are_found() -> None:
    place = "<p style='position:absolute;top:60mm;left:0'>"
    pdf = _receipt_with(f"{place}Pertama</p>{place}Kedua</p>")
    assert "sheet 2: Pertama / Kedua" in sheets.overlapping(pdf)


def _assert_clean(pdf: bytes) -> None:
    assert sheets.outside(pdf) == []
    assert sheets.overlapping(pdf) == []


def test_two_hundred_exhibits_break_across_sheets_with_their_header() -> None:
    exhibits = tuple(replace(pieces.PHOTO, label=f"B-{n}") for n in range(1, 201))
    pdf = render_pdf(replace(samples.full_receipt(), exhibits=exhibits))
    _assert_clean(pdf)
    for sheet in sheets.read(pdf)[1:-1]:
        assert sheet.lines[0] == "Tanda Bukti Ukuran"
    assert "B-200" in sheets.text(pdf)


def test_two_hundred_missing_items_stay_inside_their_sheets() -> None:
    item = MissingItem(what="Hal", why="Karena belum ada.", how_to_fix="Lengkapi.")
    pdf = render_pdf(replace(samples.full_missing_items(), items=(item,) * 200))
    _assert_clean(pdf)


def test_a_deadline_of_ninety_days_stays_inside_its_sheets() -> None:
    row = pieces.HANDLING.rows[1]
    rows = tuple(replace(row, number=n) for n in range(1, 91))
    deadline = replace(pieces.HANDLING, rows=rows)
    pdf = render_pdf(replace(samples.full_registration(), deadlines=(deadline,)))
    _assert_clean(pdf)


def test_an_account_of_forty_pages_is_set_to_its_last_word() -> None:
    account = "\n\n".join([pieces.ACCOUNT] * 250) + "\n\nKata penghabisan."
    pdf = render_pdf(replace(samples.full_study(), case_position=account))
    _assert_clean(pdf)
    assert len(sheets.read(pdf)) >= 40
    assert "Kata penghabisan." in sheets.text(pdf)


def test_words_without_a_break_are_broken_instead_of_running_out() -> None:
    respondent = replace(
        pieces.RESPONDENT, name=LONG_WORD, post=LONG_WORD, workplace=LONG_WORD
    )
    study = samples.full_study()
    allegation = replace(
        study.allegations[0], act=LONG_WORD, norm=LONG_WORD, article=LONG_WORD
    )
    pdf = render_pdf(
        replace(
            study,
            head=replace(study.head, number=LONG_WORD, title=LONG_WORD),
            case_position=LONG_WORD,
            respondents=(respondent,),
            allegations=(allegation,),
            evidence=(Exhibit(label="B-1000", file_name=LONG_WORD),),
            author=replace(study.author, name=LONG_WORD, post=LONG_WORD),
        )
    )
    _assert_clean(pdf)


def test_a_long_letterhead_and_a_long_check_address_stay_inside() -> None:
    letter = samples.full_referral_letter()
    office = replace(pieces.OFFICE, office_name=LONG_WORD, address=LONG_WORD)
    head = replace(
        letter.head, letterhead=office, check_url="https://netra.example/" + "a" * 300
    )
    _assert_clean(render_pdf(replace(letter, head=head)))


def test_twenty_one_members_have_room_to_sign() -> None:
    members = tuple(Member(name=f"Anggota {n}", post="Anggota") for n in range(21))
    pdf = render_pdf(replace(samples.full_plenary_decision(), members=members))
    _assert_clean(pdf)
    assert sheets.text(pdf).count("Anggota 20") == 2


def test_a_long_checklist_stays_inside() -> None:
    item = CheckItem(
        item=pieces.NORM, result=CheckResult.NOT_APPLICABLE, note=LONG_WORD
    )
    pdf = render_pdf(replace(samples.full_initial_study(), formal=(item,) * 60))
    _assert_clean(pdf)


HEADINGS = {
    "Kasus posisi",
    "Data",
    "Terlapor",
    "Dugaan pelanggaran",
    "Bukti",
    "Pembuktian unsur",
    "Analisis",
    "Kesimpulan",
    "Rekomendasi",
}


@pytest.mark.parametrize("length", range(1, 41, 5))
def test_no_heading_ends_a_sheet_and_no_signature_begins_one(length: int) -> None:
    paper = samples.full_study()
    account = "\n\n".join(["Satu baris."] * length)
    read = sheets.read(render_pdf(replace(paper, case_position=account)))
    assert HEADINGS.isdisjoint(sheet.lines[-1] for sheet in read)
    dateline = f"{paper.head.place}, 18 Agustus 2025"
    assert dateline not in [sheet.lines[0] for sheet in read]
    assert dateline in read[-1].lines


def test_the_days_of_a_deadline_are_one_row_each() -> None:
    row = DayRow(date=pieces.HANDLING.rows[0].date, number=None, why="Libur")
    deadline = replace(pieces.HANDLING, rows=(row, row))
    pdf = render_pdf(replace(samples.full_registration(), deadlines=(deadline,)))
    assert sheets.text(pdf).count("Jumat, 15 Agustus 2025 – Libur") == 2


def test_long_accounts_of_supervision_break_across_sheets() -> None:
    account = "\n\n".join([pieces.ACCOUNT] * 40) + "\n\nKata penghabisan."
    traced = supervision_samples.full_tracing_report()
    steps = (replace(traced.steps[1], what=LONG_WORD, result=account),)
    for paper in (
        replace(traced, steps=steps, result=account),
        replace(supervision_samples.full_finding(), account=account, place=LONG_WORD),
        replace(supervision_samples.full_finding_plenary(), reasons=account),
    ):
        pdf = render_pdf(paper)
        _assert_clean(pdf)
        assert "Kata penghabisan." in sheets.text(pdf)

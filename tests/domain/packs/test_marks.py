"""What names a person is found however it is typed, and ordinary words are not."""

import pytest

from netra.domain.packs import COVER, Identity, MarkKind, covered, found_in, marks_of

WATI = Identity(
    names=("Wati Contohwati",),
    phones=("0812-3456-7890",),
    emails=("wati.contoh@contoh.example",),
    addresses=("Jalan Contoh 12, Semarang",),
)
MARKS = marks_of(WATI)


@pytest.mark.parametrize(
    "text",
    [
        "Pelapor Wati melihatnya.",
        "disampaikan oleh WATI CONTOHWATI",
        "rumah Contohwatinya",
        "WatiContohwati.jpg",
        "wáti menelepon",
        "Wa\u200bti datang",
        "nomor 081234567890",
        "nomor +62 812 3456 7890",
        "(0812) 3456-7890",
        "kirim ke wati.contoh@contoh.example",
        "tinggal di jalan contoh 12",
        "foto_wati_1.jpg",
    ],
)
def test_a_person_is_found_however_they_are_typed(text: str) -> None:
    assert found_in(text, MARKS)


@pytest.mark.parametrize(
    "text",
    [
        "Terlapor berbicara di panggung.",
        "kewatiran warga",
        "Jalan Contoh ramai",
        "nomor perkara 0812/2024",
        "",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert not found_in(text, MARKS)


def test_a_short_part_of_a_name_is_no_mark_but_the_whole_name_is() -> None:
    marks = marks_of(Identity(names=("Adi Sri",)))
    assert not found_in("Adi datang", marks)
    assert found_in("adi sri datang", marks)


def test_a_part_that_the_respondent_shares_is_spared_and_the_whole_name_is_not() -> (
    None
):
    marks = marks_of(WATI, ["Wati Lainnya"])
    assert not found_in("Wati berbicara", marks)
    assert found_in("Wati Contohwati berbicara", marks)
    assert {m.kind for m in marks} >= {MarkKind.NAME, MarkKind.PHONE}


def test_a_name_of_one_word_is_never_spared() -> None:
    marks = marks_of(Identity(names=("Contohwati",)), ["Contohwati"])
    assert found_in("kata contohwati", marks)


def test_a_place_found_is_that_of_the_text_as_it_was_typed() -> None:
    text = "Kata ｗａｔｉ, lalu"
    (found,) = found_in(text, MARKS)
    assert text[found.start : found.end] == "ｗａｔｉ"


def test_a_passage_is_covered_wherever_it_stands() -> None:
    text = "Wati  Contohwati pergi; kata wati contohwati."
    assert covered(text, ["Wati Contohwati"]) == f"{COVER} pergi; kata {COVER}."


def test_passages_that_overlap_are_covered_once() -> None:
    assert covered("ibu Wati Contohwati", ["Wati Contohwati", "Contohwati"]) == (
        f"ibu {COVER}"
    )


def test_a_mark_and_an_identity_show_nothing_of_themselves() -> None:
    assert "wati" not in repr((WATI, MARKS)).lower()


@pytest.mark.parametrize(
    "typed", ["081234567890", "+62 812 3456 7890", "0812.3456.7890", "(0812) 3456-7890"]
)
def test_a_telephone_number_is_found_with_its_prefix_and_can_be_covered(typed) -> None:
    text = f"nomor {typed}, malam"
    passages = [text[one.start : one.end] for one in found_in(text, MARKS)]
    assert not found_in(covered(text, passages), MARKS)
    assert not any(sign.isdigit() for sign in covered(text, passages))

"""`netra law` looks one value up."""

import pytest

from tests.cli.asking import ask, refused, told


def test_the_answer_holds_value_article_status_and_source() -> None:
    answer = ask("law", key="pemilihan-2020.initial_study", on="2024-09-10")
    assert answer["value"] == 2
    assert answer["unit"] == "calendar_days"
    assert answer["article"] == "Perbawaslu 8/2020 art. 9"
    assert answer["status"] == "confirmed"
    assert answer["source"].startswith("https://")
    assert answer["valid_to"] == "2024-09-29"


@pytest.mark.parametrize("key", ["ethics-photo-with-prospective", "pp94-5n5", "moral"])
def test_violations_norms_and_sanctions_have_answers(key: str) -> None:
    answer = ask("law", key=key, on="2024-09-10")
    assert answer["key"] == key
    assert answer["article"]


def test_without_json_a_table_is_printed() -> None:
    table = told("law", key="pemilihan-2020.initial_study", on="2024-09-10")
    assert "Nilai             2 hari kalender" in table
    assert "Status            terkonfirmasi" in table
    assert "Berlaku           2020-09-30 – 2024-09-29" in table


def test_an_open_side_of_the_dates_in_force_is_an_ellipsis() -> None:
    table = told("law", key="moral", on="2024-09-10")
    assert "Berlaku           … – …" in table


@pytest.mark.parametrize(
    ("key", "on", "says"),
    [
        ("no-such-key", "2024-09-10", "tidak dikenal"),
        ("pemilihan-2024.initial_study", "2024-09-10", "tidak berlaku"),
        ("pemilihan-2024.initial_study", "sekarang", "tidak terbaca"),
    ],
)
def test_a_wrong_question_is_refused_in_indonesian(key, on, says) -> None:
    assert says in refused("law", key=key, on=on)

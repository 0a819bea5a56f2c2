"""`netra stage` places a day in a contest."""

import pytest

from tests.cli.asking import ask, refused, told


def test_the_answer_names_stages_main_phase_and_basis() -> None:
    answer = ask("stage", contest="pilkada-2024/19.06", on="2024-11-27")
    assert answer["stages"] == ["voting", "counting_recap"]
    assert answer["main"] == "voting"
    assert answer["phase"] == "candidate"
    assert answer["basis"][0] == "PKPU 2/2024 (26 January 2024)"
    assert answer["status"] == "derived"


def test_a_gap_has_no_main_stage() -> None:
    answer = ask("stage", contest="pilkada-2024/19.06", on="2024-09-24")
    assert answer["main"] is None
    table = told("stage", contest="pilkada-2024/19.06", on="2025-03-01")
    assert "Tahapan           –" in table


@pytest.mark.parametrize(
    ("contest", "on", "says"),
    [
        ("pilkada-2024/19.99", "2024-11-27", "Yang dikenal: pilkada-2024/19"),
        ("pilkada-2019/19.06", "2024-11-27", "tidak dikenal"),
        ("pilkada-2024/19.06", "2024-13-01", "tidak terbaca"),
    ],
)
def test_a_wrong_question_is_refused_in_indonesian(contest, on, says) -> None:
    assert says in refused("stage", contest=contest, on=on)

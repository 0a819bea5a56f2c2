"""A day lies in the stages and in the phase that the dates give."""

from datetime import date

import pytest

from netra.domain import law
from tests.domain.law.examples_of import examples, names

STAGES = examples("stages.toml")


@pytest.mark.parametrize("example", STAGES, ids=names(STAGES))
def test_a_day_lies_where_the_table_says(example: dict, tables: law.Law) -> None:
    found = law.stage_on(tables, example["contest"], example["on"])
    assert [stage.key for stage in found.stages] == example["stages"]
    assert found.main == example.get("main")
    assert found.phase == example["phase"]
    assert found.status == example["status"]


def test_the_basis_names_the_schedule_and_the_turning_day(tables: law.Law) -> None:
    found = law.stage_on(tables, "pilkada-2024/19.06", date(2024, 12, 1))
    assert found.basis[0] == "PKPU 2/2024 (26 January 2024)"
    assert found.basis[-1].endswith("hari pemungutan suara 27 November 2024")


def test_president_and_legislature_are_determined_on_their_own_days(
    tables: law.Law,
) -> None:
    days = {
        name: law.stage_on(
            tables, f"pemilu-2024/{name}", date(2024, 1, 1)
        ).determination_on
        for name in ("presiden", "legislatif")
    }
    assert days == {"presiden": date(2023, 11, 13), "legislatif": date(2023, 11, 3)}


@pytest.mark.parametrize(
    "contest",
    [
        "pilkada-2019/19.06",
        "pilkada-2024",
        "pilkada-2024/",
        "pilkada-2024/bangka",
        "pilkada-2024/19.99",
        "pilkada-2024/19.06.01",
        "pilkada-2024/20.01",
        "pilkada-2020/19.71",
        "pilkada-ulang-2025/19.06",
        "pilkada-ulang-2025/73.71",
        "pemilu-2024",
        "pemilu-2024/19.06",
    ],
)
def test_an_unknown_contest_is_an_error(tables: law.Law, contest: str) -> None:
    with pytest.raises(law.UnknownContestError) as caught:
        law.stage_on(tables, contest, date(2024, 10, 1))
    assert contest in caught.value.reader_message


def test_a_refused_contest_names_those_that_were_held(tables: law.Law) -> None:
    with pytest.raises(law.UnknownContestError, match=r"pilkada-ulang-2025/19\.71"):
        law.stage_on(tables, "pilkada-ulang-2025/19.06", date(2025, 8, 1))


def entered(key: str, start: date, end: date) -> law.Stage:
    return law.Stage(
        key=key, title="Dicatat", start=start, end=end, status=law.Status.CONFIRMED
    )


def test_a_stage_entered_for_the_contest_is_on(tables: law.Law) -> None:
    dispute = entered("result_dispute", date(2024, 12, 17), date(2025, 2, 24))
    found = law.stage_on(tables, "pilkada-2024/19.05", date(2025, 1, 10), [dispute])
    assert [stage.key for stage in found.stages] == ["result_dispute"]
    assert found.main == "result_dispute"


def test_a_later_determination_entered_moves_the_hinge(tables: law.Law) -> None:
    later = entered("candidate_determination", date(2024, 9, 25), date(2024, 9, 25))
    found = law.stage_on(tables, "pilkada-2024/19.06", date(2024, 9, 24), [later])
    assert found.phase is law.Phase.BEFORE_CANDIDACY
    assert found.determination_on == date(2024, 9, 25)


def test_a_confirmed_determination_strengthens_a_general_election(
    tables: law.Law,
) -> None:
    seen = entered("candidate_determination", date(2023, 11, 13), date(2023, 11, 13))
    found = law.stage_on(tables, "pemilu-2024/presiden", date(2024, 1, 10), [seen])
    assert found.status is law.Status.DERIVED


def test_a_later_voting_day_entered_moves_the_end_of_the_phase(tables: law.Law) -> None:
    later = entered("voting", date(2024, 12, 5), date(2024, 12, 5))
    found = law.stage_on(tables, "pilkada-2024/19.06", date(2024, 12, 5), [later])
    assert found.phase is law.Phase.CANDIDATE
    assert found.main == "voting"


@pytest.mark.parametrize(
    ("contest", "region"),
    [
        ("pilkada-2024/19.06", "19.06"),
        ("pilkada-2024/19", "19"),
        ("pemilu-2024/presiden", None),
        ("pemilu-2024", None),
    ],
)
def test_a_contest_tells_its_region(contest: str, region: str | None) -> None:
    assert law.contest_region(contest) == region

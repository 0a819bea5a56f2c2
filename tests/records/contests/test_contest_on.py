"""Which contest a report most likely means."""

from datetime import date

import pytest

from netra.records.accounts.queries import INSTALLATION
from netra.records.contests.actions import open_contest
from netra.records.contests.models import Contest
from netra.records.contests.queries import contest_on
from tests.people import LAID_AT

CITY = "19.71"


@pytest.fixture
def contests(db) -> None:
    rows = [
        ("pilkada-2024/19", "pilkada-2024", "19", "gubernur"),
        ("pilkada-2024/19.71", "pilkada-2024", CITY, "walikota"),
        ("pilkada-ulang-2025/19.71", "pilkada-ulang-2025", CITY, "walikota"),
        ("pemilu-2024/presiden", "pemilu-2024", "", "presiden"),
    ]
    for pk, election, region, kind in rows:
        contest = Contest(id=pk, election=election, region=region, kind=kind, title=pk)
        open_contest(contest=contest, actor=INSTALLATION, at=LAID_AT)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2024, 2, 14), "pemilu-2024/presiden"),
        (date(2024, 10, 30), "pilkada-2024/19.71"),
        (date(2024, 11, 27), "pilkada-2024/19.71"),
        (date(2024, 11, 28), "pilkada-ulang-2025/19.71"),
        (date(2026, 1, 1), "pilkada-ulang-2025/19.71"),
    ],
)
def test_the_next_vote_is_meant_and_after_all_votes_the_last(
    contests, on, expected
) -> None:
    contest = contest_on(f"{CITY}.01", on)
    assert contest is not None
    assert contest.pk == expected


def test_where_no_contest_was_opened_none_is_meant(db) -> None:
    assert contest_on("33.74", date(2024, 10, 30)) is None

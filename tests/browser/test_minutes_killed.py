"""Browser and server are killed three times while minutes are typed."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import Browser

from tests.minutes import killing, taking
from tests.minutes.prove_minutes import MOST_LOST_S

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="the copied database is a SQLite file"
    ),
]


@pytest.fixture
def place(committed: None, tmp_path: Path) -> killing.Place:
    """Open minutes in a copy of the laid database, with a session of the officer."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "static").mkdir()
    begun = taking.begin(data)
    with (
        closing(sqlite3.connect(connection.settings_dict["NAME"])) as laid,
        closing(sqlite3.connect(data / "netra.sqlite3")) as copy,
    ):
        laid.backup(copy)
    return begun


def test_killed_browser_and_server_lose_at_most_the_last_five_seconds(
    place: killing.Place, browser: Browser, tmp_path: Path
) -> None:
    chance = random.Random(7)  # repeatable moments, no secrets
    with killing.desk(place, browser.browser_type, tmp_path) as desk:
        trials = [
            desk.trial(number, kind, chance)
            for number, kind in enumerate(("both", "server", "server, then browser"))
        ]
        kept = [len(desk.kept(f"k{number:02d}:")) for number in range(len(trials))]
    assert [trial.lost_s for trial in trials if trial.lost_s > MOST_LOST_S] == []
    assert kept == [pytest.approx(trial.typed - trial.lost, abs=2) for trial in trials]
    assert min(trial.typed for trial in trials) > 10

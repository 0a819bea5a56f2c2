"""Whether the installation is alive, told to people and to monitors."""

import pytest
from django.db import DatabaseError, connection
from django.urls import reverse

from netra.records.jobs import later

JSON = {"accept": "application/json"}


def test_a_monitor_reads_the_parts_as_json(db, client) -> None:
    later.beat()
    answer = client.get(reverse("health"), headers=JSON)
    assert answer.status_code == 200
    assert answer.json() == {"database": True, "worker": True, "calendar": True}


def test_a_resting_worker_is_told_and_is_no_failure(db, client) -> None:
    answer = client.get(reverse("health"))
    assert answer.status_code == 200
    assert "Tidak memberi tanda" in answer.text


def test_a_database_that_does_not_answer_is_a_failure(
    db, client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone():
        raise DatabaseError("gone")

    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", gone)
        answer = client.get(reverse("health"), headers=JSON)
    assert answer.status_code == 503
    assert answer.json()["database"] is False


def test_a_missing_calendar_is_a_failure(db, client, monkeypatch) -> None:
    monkeypatch.setattr("netra.web.portal.health.newest_edition", lambda: 0)
    assert client.get(reverse("health"), headers=JSON).status_code == 503

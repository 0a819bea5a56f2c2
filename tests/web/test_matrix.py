"""Route × person gives a status: the door, the place and the table of permissions."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.urls import reverse

from netra.records.jobs import moment
from tests import people
from tests.web import scene as scenes
from tests.web.notices_ways import pages_naming
from tests.web.ways import WAYS

NOW = people.at("2024-11-06 12:00")
DOORS = {pattern.name: scenes.door_of(pattern) for pattern in scenes.patterns()}
STAFF = ("budi", "sari", "lia", "gita", "anton", "dewi", "putri", "nur")
WHEN_SIGNED_IN = {"account_login": 302, "account_signup": 302}
WHEN_PUBLIC = {"account_logout": 302}


@pytest.fixture(scope="module")
def scene(django_db_setup: None, django_db_blocker) -> Iterator[scenes.Scene]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield scenes.set_scene()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moment, "now", lambda: NOW)


def asked(scene: scenes.Scene, route: str, person: str | None) -> int:
    """Return the status this person meets; what it changed is taken back."""
    way = WAYS[route]
    url = reverse(route, kwargs=way.arguments(scene))
    client = scenes.client_of(scene, person)
    with transaction.atomic():
        call = client.post if way.posts else client.get
        response = call(url, way.data(scene))
        if response.streaming:
            list(response.streaming_content)  # closes the file behind it
        transaction.set_rollback(True)
    return response.status_code


def promised(scene: scenes.Scene, route: str, person: str | None) -> int:
    """Return the status the tables promise."""
    special = WHEN_PUBLIC if person is None else WHEN_SIGNED_IN
    if route in special:
        return special[route]
    actor = scenes.actor_of_client(scene, person)
    return scenes.expected(DOORS[route], WAYS[route], actor)


@pytest.mark.xdist_group("matrix")
@pytest.mark.parametrize("reader", ["budi", "sari"])
def test_no_page_names_who_was_cleared(scene: scenes.Scene, reader: str) -> None:
    with transaction.atomic():
        found = pages_naming(scene, WAYS, reader)
        transaction.set_rollback(True)
    assert found == {}


def test_every_route_has_a_row_and_every_row_a_route() -> None:
    assert set(WAYS) == set(DOORS)


@pytest.mark.xdist_group("matrix")
@pytest.mark.parametrize("route", sorted(set(DOORS) & set(WAYS)))
def test_each_person_meets_what_the_tables_promise(
    scene: scenes.Scene, route: str
) -> None:
    public = DOORS[route].is_public
    persons = (None, "nur") if public else (None, *STAFF)
    met = {str(person): asked(scene, route, person) for person in persons}
    assert met == {str(p): promised(scene, route, p) for p in persons}


OF_MATTERS = [r for r, way in WAYS.items() if way.sees and not r.startswith("contest")]


@pytest.mark.xdist_group("matrix")
@pytest.mark.parametrize("route", OF_MATTERS)
def test_no_matter_of_another_place_opens_for_anton(
    scene: scenes.Scene, route: str
) -> None:
    assert asked(scene, route, "anton") in {403, 404}

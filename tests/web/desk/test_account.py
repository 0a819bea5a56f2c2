"""The page of the person who signed in."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import people


@pytest.fixture(autouse=True)
def _moment(clock) -> None:
    clock.set(people.SUBMITTED_AT)


def shown(client: Client) -> str:
    response = client.get(reverse("account_settings"))
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("who", ["budi", "sari", "lia", "dewi", "putri", "nur"])
def test_it_opens_for_everybody_who_has_signed_in(cast, client, who):
    person = cast.everybody()[who]
    client.force_login(person)
    text = shown(client)

    assert person.name in text
    assert reverse("account_change_password") in text
    assert reverse("mfa_index") in text


def test_it_lists_the_roles_and_the_keys(cast, client):
    client.force_login(cast.anton)
    text = shown(client)

    assert "Petugas" in text
    assert "Anggota" in text
    assert cast.elsewhere.name in text
    assert "<kbd>Ctrl K</kbd>" in text


def test_a_person_without_a_role_is_told_whom_to_ask(cast, client):
    client.force_login(cast.nur)
    assert "Anda belum diberi peran" in shown(client)


def test_nobody_reads_it_without_signing_in(cast, client):
    response = client.get(reverse("account_settings"))
    assert response.status_code == 302
    assert reverse("account_login") in response["Location"]

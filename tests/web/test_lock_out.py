"""Lock-out after wrong passwords, by name and address together."""

import pytest
from axes.models import AccessAttempt
from django.test import RequestFactory
from django.urls import reverse

from netra.web.limits import client_address
from tests import people


def sign_in(client, name, password, address="198.51.100.7"):
    return client.post(
        reverse("account_login"),
        {"login": name, "password": password},
        REMOTE_ADDR=address,
    )


@pytest.fixture
def locked(cast, client, settings):
    for _attempt in range(settings.AXES_FAILURE_LIMIT):
        sign_in(client, "budi", "salah sekali")


def test_after_so_many_failures_the_right_password_is_refused(client, locked) -> None:
    answer = sign_in(client, "budi", people.PASSWORD)
    assert answer.status_code == 429
    assert "_auth_user_id" not in client.session


def test_a_colleague_at_the_same_address_still_signs_in(client, locked) -> None:
    assert sign_in(client, "eko", people.PASSWORD).status_code == 302


def test_the_attempts_are_kept_by_name_and_without_what_was_typed(locked) -> None:
    row = AccessAttempt.objects.get()
    assert row.username == "budi"
    assert "salah sekali" not in row.post_data
    assert "budi" not in row.post_data


def test_behind_a_proxy_the_address_is_the_one_the_proxy_added(settings) -> None:
    request = RequestFactory().get(
        "/",
        REMOTE_ADDR="127.0.0.1",
        headers={"X-Forwarded-For": "6.6.6.6, 198.51.100.7"},
    )
    assert client_address(request) == "127.0.0.1"
    settings.BEHIND_PROXY = True
    assert client_address(request) == "198.51.100.7"

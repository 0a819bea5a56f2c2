"""The reader's light or dark, kept in a cookie."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_chosen_theme_is_kept_and_leads_back():
    client = Client()
    answer = client.post("/tampilan/", {"tampilan": "gelap", "next": "/bantuan/"})
    assert answer.status_code == 302
    assert answer["Location"] == "/bantuan/"
    assert client.cookies["tampilan"].value == "gelap"
    assert client.cookies["tampilan"]["httponly"]
    assert 'data-theme="dark"' in client.get("/bantuan/").content.decode()


def test_without_a_choice_the_device_decides():
    assert "data-theme" not in Client().get("/bantuan/").content.decode()


def test_following_the_device_again_takes_the_cookie_away():
    client = Client()
    client.post("/tampilan/", {"tampilan": "terang"})
    client.post("/tampilan/", {"tampilan": "perangkat"})
    assert client.cookies["tampilan"].value == ""
    assert "data-theme" not in client.get("/bantuan/").content.decode()


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", ""])
def test_nobody_is_led_to_another_site(elsewhere):
    answer = Client().post("/tampilan/", {"tampilan": "gelap", "next": elsewhere})
    assert answer["Location"] == "/"


def test_an_unknown_theme_is_refused_and_nothing_is_kept():
    client = Client()
    answer = client.post("/tampilan/", {"tampilan": "ungu", "next": "/bantuan/"})
    assert answer.status_code == 400
    assert "tampilan" not in client.cookies


def test_a_foreign_cookie_value_does_not_reach_the_page():
    client = Client()
    client.cookies["tampilan"] = '"><script>'
    assert "data-theme" not in client.get("/bantuan/").content.decode()


def test_another_site_cannot_change_the_theme_by_a_form():
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/tampilan/", {"tampilan": "gelap"})
    assert answer.status_code == 403
    assert "terlalu lama terbuka" in answer.content.decode()

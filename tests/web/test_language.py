"""Indonesian unless the reader chooses otherwise on the site."""

import pytest
from django.urls import reverse
from django.utils import translation

from netra.web.portal.law_words import unit_words


@pytest.mark.parametrize(
    ("cookie", "language"), [("", "id"), ("en", "en"), ("xx", "id")]
)
def test_the_cookie_alone_decides_the_language(db, client, cookie, language) -> None:
    if cookie:
        client.cookies["django_language"] = cookie
    response = client.get(reverse("home"), headers={"accept-language": "en-US"})
    assert response["Content-Language"] == language
    assert f'<html lang="{language}"' in response.text


def test_choosing_a_language_leads_back_to_the_page(db, client) -> None:
    page = reverse("help")
    response = client.post(reverse("set_language"), {"language": "en", "next": page})
    assert response["Location"] == page
    assert client.cookies["django_language"].value == "en"


def test_a_language_we_do_not_write_is_refused(db, client) -> None:
    response = client.get(reverse("set_language"), {"language": "xx", "next": "/"})
    assert response.status_code == 400
    assert "django_language" not in client.cookies


def test_the_language_is_chosen_without_a_cookie_of_a_form(db, client) -> None:
    for name in ("home", "help", "law"):
        assert not client.get(reverse(name)).cookies
    client.get(reverse("set_language"), {"language": "en", "next": reverse("help")})
    assert set(client.cookies) == {"django_language"}
    assert '<html lang="en"' in client.get(reverse("help")).text


@pytest.mark.parametrize(("count", "said"), [(1, "calendar day"), (2, "calendar days")])
def test_english_tells_one_day_from_several(count, said) -> None:
    with translation.override("en"):
        assert unit_words("calendar_days", count) == said

"""A session that ends while somebody types."""

import pytest
from django.urls import reverse

from tests import people
from tests.web.desk.case_walk import post, text_of, texts

_PLAIN = "django.contrib.auth.middleware.LoginRequiredMiddleware"
_KEEPING = "netra.web.session_end.TypedTextMiddleware"


@pytest.fixture
def case(cast, clock, settings):
    settings.MIDDLEWARE = [
        _KEEPING if name == _PLAIN else name for name in settings.MIDDLEWARE
    ]
    clock.set(people.WRITTEN_AT)
    return people.registered(cast)


def test_what_was_typed_is_shown_and_nothing_is_kept(client, case):
    sent = texts("DATA CONTOH. <i>Naskah</i> panjang.")
    answer = post(client, case, "case_study", **sent, csrfmiddlewaretoken="a b c")
    page = text_of(answer)
    assert answer.status_code == 401
    assert page.count("DATA CONTOH. &lt;i&gt;Naskah&lt;/i&gt; panjang.") == 5
    assert "a b c" not in page
    assert f"?next=/meja/perkara/{case.pk}/kajian/" in page
    assert not case.studies.exists()


def test_a_page_that_saves_by_itself_keeps_its_text(client, case):
    url = reverse("case_study", args=[case.pk])
    answer = client.post(url, texts(), headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert answer.content == b""


def test_opening_a_page_leads_to_signing_in(client, case):
    url = reverse("case", args=[case.pk])
    answer = client.get(url)
    assert answer.status_code == 302
    assert answer["Location"] == f"{reverse('account_login')}?next={url}"


def test_a_password_is_never_shown_again(client, case):
    sent = {"password1": "kata sandi rahasia", "note": "DATA CONTOH. Catatan."}
    page = text_of(client.post(reverse("account_change_password"), sent))
    assert "kata sandi rahasia" not in page
    assert "DATA CONTOH. Catatan." in page

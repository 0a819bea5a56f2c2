"""The anonymous way: nothing marks who came, and no other site sends its forms."""

import io
import json
import logging
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import URLPattern

from netra.records.jobs import moment
from netra.records.jobs.logs import JsonFormatter
from netra.site import urls
from netra.web import anonymous, quiet_logs
from netra.web.portal import home
from netra.web.puzzles import Purpose
from netra.web.routes import public
from tests.web import anonymous_doors
from tests.web.puzzling import solved_fields

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.anonymous_doors")]

FORM, ASKED, BROKEN, FILES = (
    f"/informasi/{name}/" for name in ("uji", "tanya", "rusak", "berkas")
)
AT = datetime(2026, 3, 2, 10, 17, 33, tzinfo=UTC)
MARKS = {
    "User-Agent": "marked agent",
    "Referer": "http://testserver/marked-page/",
    "Cookie": "sessionid=marked; tampilan=gelap; django_language=en",
}


@pytest.fixture
def browser() -> Client:
    return Client(enforce_csrf_checks=True, raise_request_exception=False)


@pytest.fixture
def real(monkeypatch):
    """Let the real clock stand at a moment."""

    def stand(at: datetime) -> None:
        monkeypatch.setattr(moment, "real_now", lambda: at)

    stand(AT)
    return stand


def token_on(page: str) -> str:
    found = re.search(r'name="tanda" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def sent(client: Client, *, at: datetime = AT, **headers: str):
    form = {"tanda": anonymous.form_token(at), "cerita": "DATA CONTOH"}
    form |= solved_fields(Purpose.INFORMATION)
    return client.post(FORM, form, headers=headers)


# Marks ------------------------------------------------------------------------------


def test_no_cookie_is_set_even_by_a_page_that_tries_everything(browser) -> None:
    response = browser.get(FORM)
    assert response.status_code == 200
    assert "Set-Cookie" not in response.headers
    assert response.cookies.output() == ""


def test_a_form_sets_no_cookie_either(browser, real) -> None:
    response = sent(browser)
    assert "Terkirim: DATA CONTOH" in response.text
    assert response.cookies.output() == ""


@pytest.mark.parametrize(
    ("header", "expected"),
    [("Referrer-Policy", "no-referrer"), ("Cache-Control", "no-store")],
)
@pytest.mark.parametrize("address", [FORM, BROKEN, "/informasi/tidak-ada/"])
def test_every_answer_of_the_way_carries_the_header(
    browser, address, header, expected
) -> None:
    assert browser.get(address).headers[header] == expected


def test_the_page_itself_says_the_same_about_the_referrer(browser) -> None:
    assert '<meta name="referrer" content="no-referrer">' in browser.get(FORM).text
    assert '<meta name="referrer" content="same-origin">' in browser.get("/").text


def test_nothing_a_page_puts_into_its_session_is_kept(browser) -> None:
    browser.get(FORM)
    assert not Session.objects.exists()


def test_other_pages_keep_their_cookies_and_headers(browser) -> None:
    response = browser.get("/status/")
    assert "csrftoken" in response.cookies
    assert response.headers["Referrer-Policy"] == "same-origin"


def test_a_page_offers_nothing_that_would_need_a_cookie(browser) -> None:
    page = browser.get(FORM).text
    assert 'action="/bahasa/"' not in page
    assert 'action="/tampilan/"' not in page


def test_a_view_is_told_neither_browser_nor_page_of_origin_nor_session(
    cast, browser
) -> None:
    text = browser.get(ASKED, headers=MARKS).text
    assert "AnonymousUser" in text
    for name in ("sessionid", "HTTP_USER_AGENT", "HTTP_REFERER", "HTTP_COOKIE"):
        assert name not in text
    assert "django_language" in text
    assert "tampilan" in text


def test_an_officer_who_is_signed_in_is_nobody_here(cast, client) -> None:
    client.force_login(
        cast.budi, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    assert "AnonymousUser" in client.get(ASKED).text


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("/informasi", True),
        ("/informasi/", True),
        ("/informasi/kode/", True),
        ("/informasikan/", False),
        ("/meja/informasi/", False),
        ("/", False),
    ],
)
def test_the_way_is_all_that_lies_below_its_root(rf, path, is_one) -> None:
    assert anonymous.is_anonymous_way(rf.get(path)) is is_one


# Forms of others --------------------------------------------------------------------


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_on_another_site_is_refused(browser, real, site) -> None:
    response = sent(browser, **{"Sec-Fetch-Site": site})
    assert response.status_code == 403
    assert "Kiriman dari situs lain tidak diterima" in response.text


def test_a_form_of_another_origin_is_refused_where_only_the_origin_is_told(
    browser, real
) -> None:
    assert sent(browser, Origin="https://other.example").status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "null"},
        {"Origin": "http://testserver"},
        {},
    ],
)
def test_our_own_form_is_taken_whatever_the_browser_tells(
    browser, real, headers
) -> None:
    """A page without referrer makes browsers call its origin null."""
    assert sent(browser, **headers).status_code == 200


@pytest.mark.parametrize("token", ["", "x", "7b2f5.0", "-1.0", "ff" * 40])
def test_a_form_without_a_token_of_ours_is_refused(browser, token) -> None:
    response = browser.post(FORM, {"tanda": token, "cerita": "a"})
    assert response.status_code == 403
    assert "terlalu lama terbuka" in response.text


def test_the_token_on_the_page_is_taken(browser) -> None:
    token = token_on(browser.get(FORM).text)
    form = {"tanda": token, "cerita": "a", **solved_fields(Purpose.INFORMATION)}
    assert browser.post(FORM, form).status_code == 200


def test_a_token_may_come_in_a_header(browser, real) -> None:
    headers = {anonymous.TOKEN_HEADER: anonymous.form_token(AT)}
    assert browser.post(FILES, headers=headers).status_code == 200


def test_the_token_is_the_same_for_everybody_within_an_hour() -> None:
    first, last = AT.replace(minute=0, second=0), AT.replace(minute=59, second=59)
    assert anonymous.form_token(first) == anonymous.form_token(last)
    assert anonymous.form_token(last) != anonymous.form_token(
        last + timedelta(seconds=1)
    )


@pytest.mark.parametrize(("hours", "status"), [(-1, 200), (-24, 200), (-25, 403)])
def test_a_token_holds_for_a_day(browser, real, hours, status) -> None:
    assert sent(browser, at=AT + timedelta(hours=hours)).status_code == status


def test_a_token_of_the_future_is_none(browser, real) -> None:
    assert sent(browser, at=AT + timedelta(hours=1)).status_code == 403


# Size -------------------------------------------------------------------------------


def test_a_text_too_large_is_refused_before_it_is_read(browser, real) -> None:
    form = {"tanda": anonymous.form_token(AT), "cerita": "a" * 300_000}
    response = browser.post(FORM, form)
    assert response.status_code == 413
    assert "terlalu besar" in response.text


def test_a_page_for_files_has_room_for_one(browser, real, settings) -> None:
    settings.UPLOAD_LIMIT_BYTES = 400_000

    def status(size: int) -> int:
        file = io.BytesIO(b"a" * size)
        file.name = "DATA-CONTOH"
        form = {"tanda": anonymous.form_token(AT), "file": file}
        return browser.post(FILES, form).status_code

    assert status(300_000) == 200
    assert status(500_000) == 413


def test_a_puzzle_unsolved_is_told_in_words(browser, real) -> None:
    form = {"tanda": anonymous.form_token(AT), "cerita": "a"}
    response = browser.post(FORM, form)
    assert response.status_code == 422
    assert "Pemeriksaan terhadap kiriman mesin belum selesai" in response.text


# Floods -----------------------------------------------------------------------------


def junk(client: Client, **fields: str) -> int:
    form = {"tanda": anonymous.form_token(AT), "cerita": "a", **fields}
    return client.post(FORM, form).status_code


@pytest.fixture
def flooded(browser, real, settings) -> None:
    settings.RATE_LIMITS = True
    for _round in range(30):
        assert junk(browser) == 422


def test_of_very_many_unsolved_forms_the_next_meets_a_closed_door(
    browser, flooded
) -> None:
    assert junk(browser) == 429
    assert junk(browser, puzzle="x") == 429


def test_in_a_flood_the_view_is_not_asked(browser, flooded, monkeypatch) -> None:
    monkeypatch.setattr(anonymous_doors, "require_solved", None)
    assert junk(browser) == 429


def test_in_a_flood_a_solved_form_is_taken(browser, flooded) -> None:
    assert junk(browser, **solved_fields(Purpose.INFORMATION)) == 200


def test_in_a_flood_a_used_solution_is_junk(browser, flooded) -> None:
    fields = solved_fields(Purpose.INFORMATION)
    assert junk(browser, **fields) == 200
    assert junk(browser, **fields) == 429


def test_in_a_flood_pages_still_open(browser, flooded) -> None:
    assert browser.get(FORM).status_code == 200


def test_a_flood_is_over_with_the_minute(browser, flooded, real) -> None:
    real(AT + timedelta(minutes=1))
    assert junk(browser) == 422


def test_where_limits_are_off_no_door_is_closed(browser, flooded, settings) -> None:
    settings.RATE_LIMITS = False
    assert junk(browser) == 422


# Logs -------------------------------------------------------------------------------


@pytest.fixture
def lines(monkeypatch):
    """Collect what the handler of an installation would write."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    handler.addFilter(quiet_logs.QuietFilter())
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    monkeypatch.setattr(quiet_logs, "_failures", quiet_logs.Counter())
    monkeypatch.setattr(quiet_logs, "_told", {"hour": -1})
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.removeHandler(handler)
    root.setLevel(before)


def test_no_line_is_written_of_the_way(browser, real, lines) -> None:
    for address in (FORM, ASKED, BROKEN, "/informasi/tidak-ada/"):
        browser.get(address)
    sent(browser)
    assert lines() == []


def test_other_pages_still_have_their_line(browser, lines) -> None:
    browser.get("/status/")
    assert [line["route"] for line in lines()] == ["status"]


def test_a_failure_is_told_in_the_next_hour_without_its_text(
    browser, real, lines
) -> None:
    browser.get(BROKEN)
    browser.get(BROKEN)
    browser.get(FORM)
    assert lines() == []
    real(AT + timedelta(hours=1))
    browser.get(FORM)
    (line,) = lines()
    assert line["level"] == "error"
    assert "2 times" in line["message"]
    assert "RuntimeError at" in line["message"]
    assert "anonymous_doors.py" in line["message"]
    assert "story" not in line["message"]
    assert "informasi" not in line["message"]


# Doors ------------------------------------------------------------------------------


def unguarded(patterns: list[URLPattern]) -> list[str]:
    """Return the pages below the root of the way that lack its guard."""
    root = anonymous.ROOT.strip("/")
    return [
        str(pattern.name)
        for pattern in patterns
        if str(pattern.pattern).partition("/")[0] == root
        and not getattr(pattern.callback, "is_anonymous", False)
    ]


def test_every_page_of_the_way_has_its_guard() -> None:
    assert unguarded(urls.urlpatterns) == []


def test_the_search_for_unguarded_pages_finds_one() -> None:
    bare = public("informasi/lain/", home.home, name="information_bare")
    found = unguarded([*anonymous_doors.urlpatterns, bare])
    assert found == ["information_unguarded", "information_bare"]


def test_a_page_without_the_guard_is_closed_to_forms_by_django(browser, real) -> None:
    """Forgetting the guard leaves a door shut, not open."""
    headers = {"Sec-Fetch-Site": "same-origin"}
    answer = browser.post("/informasi/bantuan/", headers=headers)
    assert answer.status_code == 403

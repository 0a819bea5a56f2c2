"""Every route is a door that says who may come in; nothing is open by accident."""

import pytest
from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern, path
from django.utils.module_loading import import_string

from netra.domain.access import Action
from netra.web.routes import Door, public, signed_in, staff
from tests.web import scene as scenes

PATTERNS = scenes.patterns()
NAMES = [str(pattern.name) for pattern in PATTERNS]
PUBLIC_DOORS = {
    "home",
    "help",
    "law",
    "law_value",
    "style",
    "set_theme",
    "set_language",
    "health",
    "report_start",
    "report_discard",
    "report_sheet",
    "report_prepare",
    "report_sent",
    "report_step",
    "upload",
    "upload_begin",
    "status",
    "status_view",
    "status_add",
    "status_complete",
    "status_leave",
    "status_paper",
    "status_feed",
    "status_feed_open",
    "status_feed_stop",
    "status_mail_ask",
    "status_mail_link",
    "status_mail_one_click",
    "status_mail_stop",
    "reply_code",
    "reply_answer",
    "reply_leave",
    "information_give",
    "information_box",
    "information_reply",
    "announcements",
    "check_paper",
    "receipt_check",
    "receipt_keys",
    "receipt_checker",
    "status_receipt",
    "status_entry",
    "account_login",
    "account_logout",
    "account_inactive",
    "account_signup",
    "account_reset_password",
    "mfa_authenticate",
}


def page(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("page")


def test_the_list_is_flat() -> None:
    """An included list would hide routes from the tests below."""
    assert [p for p in PATTERNS if not isinstance(p, URLPattern)] == []
    assert len(PATTERNS) > 60


@pytest.mark.parametrize("pattern", PATTERNS, ids=NAMES)
def test_every_route_is_a_door(pattern: URLPattern) -> None:
    door = getattr(pattern.callback, "door", None)
    assert isinstance(door, Door), f"{pattern.pattern} is no door"
    assert door.name == pattern.name


def test_no_two_routes_have_one_name() -> None:
    assert sorted(NAMES) == sorted(set(NAMES))


def test_no_two_routes_have_one_address() -> None:
    routes = [str(pattern.pattern) for pattern in PATTERNS]
    assert sorted(routes) == sorted(set(routes))


def test_the_public_doors_are_these_and_no_others() -> None:
    found = {str(p.name) for p in PATTERNS if scenes.door_of(p).is_public}
    assert found == PUBLIC_DOORS


@pytest.mark.parametrize("pattern", PATTERNS, ids=NAMES)
def test_only_public_doors_stand_open(pattern: URLPattern) -> None:
    opened = not getattr(pattern.callback, "login_required", True)
    assert opened is scenes.door_of(pattern).is_public


def test_a_page_without_a_door_is_closed_by_the_middleware() -> None:
    links = [import_string(dotted) for dotted in settings.MIDDLEWARE]
    classes = [link for link in links if isinstance(link, type)]
    assert any(issubclass(link, LoginRequiredMiddleware) for link in classes)
    bare = path("bare/", page)
    assert getattr(bare.callback, "login_required", True)


def test_the_guard_would_see_a_route_without_a_door() -> None:
    assert not hasattr(path("bare/", page).callback, "door")


def test_each_kind_of_door_says_what_it_is() -> None:
    doors = [
        scenes.door_of(public("a/", page, name="a")),
        scenes.door_of(signed_in("b/", page, name="b")),
        scenes.door_of(staff("c/", page, name="c", needs=Action.VIEW_CASE)),
    ]
    assert [door.is_public for door in doors] == [True, False, False]
    assert doors[2].needs is Action.VIEW_CASE


def test_no_address_carries_more_than_ids() -> None:
    allowed = {"pk", "key", "step", "token", "respondent", "allegation"}
    allowed |= {"invitation", "service", "task", "form", "year"}
    named = {name for p in PATTERNS for name in p.pattern.converters}
    assert named <= allowed


def test_a_closed_page_leads_to_the_sign_in_and_back(db: None) -> None:
    response = Client().get("/meja/perkara/")
    assert response.status_code == 302
    assert response.headers["Location"] == "/masuk/?next=/meja/perkara/"


@pytest.mark.parametrize("address", ["/admin/", "/.env", "/accounts/login/", "/api/"])
def test_there_is_nothing_where_nothing_should_be(db: None, address: str) -> None:
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("X-Frame-Options", "DENY"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ],
)
def test_every_answer_carries_the_header(db: None, header: str, expected: str) -> None:
    assert Client().get("/").headers[header] == expected


def test_the_content_policy_lets_nothing_in_from_elsewhere(db: None) -> None:
    policy = Client().get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy + ";"
    assert "unsafe" not in policy
    assert "http" not in policy


def test_a_form_without_its_token_is_refused(db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post("/status/", {"number": "1"}).status_code == 403

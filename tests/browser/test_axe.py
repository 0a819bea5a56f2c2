"""axe finds nothing on any route, light and dark, for a role that may open it."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests import people
from tests.browser import judging
from tests.web import scene as scenes
from tests.web.ways import WAYS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
NOW = people.at("2024-11-06 12:00")
OPENERS = ("budi", "sari", "putri", "dewi", "gita")
DOORS = {str(p.name): scenes.door_of(p) for p in scenes.patterns()}
FILES = {
    "answer_proof",
    "agenda_file",
    "agenda_original",
    "agenda_scan",
    "clarification_proof",
    "case_reply_file",
    "due_csv",
    "exhibit",
    "gathered_exhibit",
    "hop_proof",
    "observation_paper",
    "number_file",
    "paper",
    "receipt_keys",
    "receipt_checker",
}
PAGES = [
    name
    for name, way in WAYS.items()
    if way.ok == 200 and not way.posts and name not in FILES
]
STANDING = {"account_logout": "nur"}


@pytest.fixture(scope="module")
def scene(server: LiveServer) -> scenes.Scene:
    return scenes.set_scene()


def opener(scene: scenes.Scene, route: str) -> str | None:
    """Return who opens the page in this test: somebody the tables let in."""
    door = DOORS[route]
    if route in STANDING:
        return STANDING[route]
    if door.is_public:
        return None
    if door.needs is None:
        return "nur"
    for name in OPENERS:
        actor = scenes.actor_of_client(scene, name)
        if scenes.expected(door, WAYS[route], actor) == 200:
            return name
    raise LookupError(f"nobody may open {route}")


def signed_in(page: Page, scene: scenes.Scene, name: str | None) -> Page:
    """Give the browser the session of a person of the cast."""
    if name is not None:
        cookie = scenes.client_of(scene, name).cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies(
            [
                {
                    "name": settings.SESSION_COOKIE_NAME,
                    "value": cookie.value,
                    "domain": "127.0.0.1",
                    "path": "/",
                }
            ]
        )
    return page


@pytest.mark.parametrize("route", PAGES)
def test_axe_finds_nothing(
    scene: scenes.Scene,
    at: Callable[..., None],
    open_page: Callable[..., Page],
    route: str,
) -> None:
    at(NOW)
    page = signed_in(open_page("desk"), scene, opener(scene, route))
    trouble = judging.Trouble().watch(page)
    address = reverse(route, kwargs=WAYS[route].arguments(scene))
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200
    found = {"light": judging.violations(page)}
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 360, "height": 740})
    found["dark, phone"] = judging.violations(page)  # colours are those of the desk
    page.set_viewport_size({"width": 320, "height": 640})
    found["wider than 320 px"] = [
        f"{px} px" for px in [judging.overflow_px(page)] if px > 0
    ]
    found["trouble"] = trouble.lines
    assert {where: what for where, what in found.items() if what} == {}


NO_PAGES = {
    "case_accept": "a change",
    "case_correct_approve": "a change",
    "case_notice_paper": "a change",
    "case_notice_send": "a change",
    "case_own_hearing": "a change",
    "case_reply_withdraw": "a change",
    "case_task_done": "a change",
    "case_turn_paper": "a change",
    "number_void": "a change",
    "own_form_withdraw": "a change",
    "pack_download": "a file",
    "paper_reissue": "a change",
    "proof_tie": "a change",
    "proof_untie": "a change",
    "register_export": "a file",
    "reply_answer": "answered in tests/web/portal/test_reply",
    "reply_leave": "a change",
    "report_accept": "a change",
    "report_notice_send": "a change",
    "agenda_link": "a change",
    "agenda_scans": "a change",
    "case_agenda_note": "a change",
    "case_agenda_paper": "a change",
    "case_agenda_referral": "a change",
    "clarifications_finish": "a change",
    "clarification_issue": "a change",
    "set_theme": "a change",
    "set_language": "a change",
    "report_discard": "a change",
    "report_sheet": "walked in test_walks",
    "report_sent": "walked in test_walks",
    "report_step": "walked in test_walks",
    "status_view": "walked in test_walks",
    "status_add": "a change",
    "status_complete": "a change",
    "status_leave": "a change",
    "status_paper": "a file",
    "mfa_authenticate": "judged in test_second_step",
    "mfa_reauthenticate": "judged in test_second_step",
    "mfa_activate_totp": "judged in test_second_step",
    "mfa_deactivate_totp": "judged in test_second_step",
    "mfa_view_recovery_codes": "judged in test_second_step",
    "mfa_generate_recovery_codes": "judged in test_second_step",
    "mfa_download_recovery_codes": "a file",
    "report_notify": "a change",
    "report_receive": "a change",
    "report_lapse": "a change",
    "report_register": "a change",
    "report_tell": "a change",
    "report_assign": "a change",
    "report_open_identity": "walked in test_walks",
    "report_issue_paper": "a change",
    "case_study_submit": "a change",
    "case_tell": "a change",
    "case_assign": "a change",
    "case_issue_paper": "a change",
    "finding_assign": "a change",
    "finding_issue_paper": "a change",
    "finding_register": "a change",
    "information_assign": "a change",
    "information_end": "a change",
    "information_file": "a file",
    "information_group": "a change",
    "information_join": "a change",
    "information_open": "walked in test_two_ways",
    "information_original": "a file",
    "information_release": "a change",
    "information_reply": "a change",
    "information_ungroup": "a change",
    "information_write": "a change",
    "keys_change": "a change",
    "keys_close": "a change",
    "keys_give": "a change",
    "keys_open": "a change",
    "observation_files": "a change",
    "observation_issue_paper": "a change",
    "reception_discard": "a change",
    "reception_done": "walked in test_counter",
    "reception_entry": "walked in test_counter",
    "reception_leaflet": "walked in test_counter",
    "report_group": "a change",
    "report_keep": "a change",
    "report_reception_day": "a change",
    "report_ungroup": "a change",
    "status_entry": "a file",
    "status_feed": "a feed",
    "status_feed_open": "a change",
    "status_feed_stop": "a change",
    "status_mail_ask": "a change",
    "status_mail_link": "walked in test_status",
    "status_mail_one_click": "a change",
    "status_mail_stop": "a change",
    "status_receipt": "a file",
    "tracing_assign": "a change",
    "tracing_files": "a change",
    "tracing_issue_paper": "a change",
    "tracing_step_add": "a change",
    "tracing_step_drop": "a change",
    "tracing_step_finish": "a change",
    "upload": "a change",
    "upload_begin": "a change",
}


def test_every_route_is_judged_or_says_why_not() -> None:
    assert set(PAGES) | set(NO_PAGES) | FILES == set(WAYS)
    assert set(PAGES) & set(NO_PAGES) == set()

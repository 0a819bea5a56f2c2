"""Minutes are typed in a browser: saved by themselves, by keys, in two pages at once."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from netra.records.clarifications import actions
from netra.records.clarifications.models import Answer, Clarification, Minutes
from netra.records.clarifications.queries import answers_of
from tests import clarifying, people
from tests.browser import judging
from tests.browser.test_axe import signed_in

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def cast(server: LiveServer) -> people.Cast:
    return people.make_cast()


@pytest.fixture
def minutes(cast: people.Cast, at: Callable[..., None]) -> Minutes:
    at(clarifying.TYPED_AT)
    case = people.case_on(cast, "study")
    return clarifying.begun(clarifying.planned(case, cast), cast)


@pytest.fixture
def opened(cast, minutes, open_page) -> Callable[..., Page]:
    def at_the_minutes(width: str = "desk") -> Page:
        page = open_page(width)
        scene = type("Standing", (), {"cast": cast})()
        signed_in(page, scene, "budi")
        page.goto(f"/meja/klarifikasi/{minutes.clarification.pk}/berita-acara/")
        expect(page.locator("#berita-acara[data-ready]")).to_be_attached()
        return page

    return at_the_minutes


def texts(minutes: Minutes) -> list[tuple[str, str]]:
    return [(row.question, row.answer) for row in answers_of(minutes)]


def said(page: Page) -> None:
    expect(page.locator("[data-state]")).to_have_text("Tersimpan 09.20.00")


def test_what_is_typed_is_saved_by_itself_and_enter_goes_on(minutes, opened) -> None:
    page = opened()
    trouble = judging.Trouble().watch(page)
    page.locator("[data-question]").first.focus()
    page.keyboard.type("Siapa?")
    page.keyboard.press("Enter")
    page.keyboard.type("Saya.")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("Sendiri.")
    for _row in range(5):  # past the last row: a new one
        page.keyboard.press("Enter")
    page.keyboard.type("Di mana?")
    said(page)
    assert texts(minutes) == [("Siapa?", "Saya.\nSendiri."), ("Di mana?", "")]
    assert trouble.lines == []


def test_a_prepared_question_is_put_in(minutes, opened) -> None:
    page = opened("phone")
    page.get_by_text("Pertanyaan yang disiapkan").click()
    page.locator("[data-insert^='Di mana Anda']").click()
    page.keyboard.type("Di kantor.")
    said(page)
    assert texts(minutes) == [
        ("Di mana Anda pada waktu yang dilaporkan?", "Di kantor.")
    ]


def test_two_pages_at_once_keep_both_texts(minutes, opened, cast) -> None:
    clarifying.typed(minutes, cast)
    first, second = opened(), opened()
    first.locator("[data-answer]").first.fill("Kata layar pertama.")
    said(first)
    second.locator("[data-answer]").first.fill("Kata layar kedua.")
    expect(second.locator("[data-state]")).to_contain_text("Kedua teks disimpan")
    assert [answer for _q, answer in texts(minutes)] == [
        "Kata layar pertama.",
        "Kata layar kedua.",
    ]
    second.locator("[data-answer]").nth(1).fill("Kata layar kedua, lanjut.")
    said(second)
    assert texts(minutes)[1][1] == "Kata layar kedua, lanjut."


def test_a_step_is_taken_only_when_everything_has_arrived(
    minutes, opened, cast
) -> None:
    page = opened()
    page.locator("[data-answer]").first.fill("Kata terakhir.")
    page.get_by_role("link", name="Bacakan kembali").click()
    page.wait_for_url("**/dibacakan/")
    assert texts(minutes) == [("", "Kata terakhir.")]
    page.get_by_role("button", name="Sudah dibacakan").click()
    page.wait_for_url("**/berita-acara/")
    hearing = Clarification.objects.get(pk=minutes.clarification.pk)
    assert hearing.state == Clarification.State.READ


def test_without_the_server_the_text_is_kept_sealed_and_sent_later(
    minutes, opened
) -> None:
    page = opened()
    page.route("**/berita-acara/", lambda route: route.abort())
    page.locator("[data-answer]").first.fill("Rahasia lapangan.")
    expect(page.locator("[data-state]")).to_contain_text("Belum terkirim")
    kept = page.evaluate(_KEPT)
    assert len(kept) == 1
    assert "Rahasia" not in kept[0]
    assert "key" not in kept[0].lower()
    page.unroute("**/berita-acara/")
    said(page)
    assert texts(minutes) == [("", "Rahasia lapangan.")]
    page.wait_for_function(f"async () => (await ({_KEPT})()).length === 0")


_KEPT = """() => new Promise((resolve) => {
  const asked = indexedDB.open("netra-minutes", 1);
  asked.onsuccess = () => {
    const all = asked.result.transaction("texts").objectStore("texts").getAll();
    all.onsuccess = () => {
      asked.result.close();
      resolve(all.result.map((one) =>
        Object.keys(one) + new TextDecoder("latin1").decode(one.body)));
    };
  };
})"""


def test_the_form_works_without_a_script(minutes, browser, server, cast) -> None:
    context = browser.new_context(base_url=server.url, java_script_enabled=False)
    page = context.new_page()
    signed_in(page, type("Standing", (), {"cast": cast})(), "budi")
    page.goto(f"/meja/klarifikasi/{minutes.clarification.pk}/berita-acara/")
    page.get_by_label("Pertanyaan", exact=True).first.fill("Kapan?")
    page.get_by_label("Jawaban", exact=True).first.fill("Pagi.")
    page.get_by_role("button", name="Simpan", exact=True).click()
    assert texts(minutes) == [("Kapan?", "Pagi.")]
    page.get_by_label("Hapus baris ini").first.check()
    page.get_by_role("button", name="Simpan", exact=True).click()
    assert texts(minutes) == []
    assert Answer.objects.filter(minutes=minutes, is_removed=True).count() == 1
    context.close()


def test_minutes_that_were_read_in_another_page_refuse_and_say_so(
    minutes, opened, cast
) -> None:
    clarifying.typed(minutes, cast)
    page = opened()
    actions.read_back(
        minutes=minutes, actor=people.as_actor(cast.budi), at=clarifying.READ_AT
    )
    page.locator("[data-answer]").first.fill("Terlambat.")
    expect(page.locator("[data-state]")).to_contain_text("sudah dibacakan")
    assert texts(minutes) == [(clarifying.QUESTION, clarifying.ANSWER)]


def test_signing_out_sends_what_is_left_and_erases_what_was_kept(
    minutes, opened
) -> None:
    page = opened()
    page.route("**/berita-acara/", lambda route: route.abort())
    page.locator("[data-answer]").first.fill("Kata terakhir.")
    expect(page.locator("[data-state]")).to_contain_text("Belum terkirim")
    page.get_by_role("button", name="Keluar").click()
    expect(page.locator("[data-state]")).to_contain_text("Belum terkirim")
    page.unroute("**/berita-acara/")
    said(page)
    page.get_by_role("button", name="Keluar").click()
    page.wait_for_url("**/")
    page.wait_for_function(
        "async () => !(await indexedDB.databases())"
        ".some((one) => one.name === 'netra-minutes')"
    )
    assert texts(minutes) == [("", "Kata terakhir.")]

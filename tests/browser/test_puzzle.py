"""The puzzle of a form in Chromium: nobody has to do anything for it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.web.anonymous_doors")]

FORM = "/informasi/uji/"
STATUS = "netra-puzzle [role=status]"


@pytest.fixture(autouse=True)
def _light(settings) -> None:
    settings.PUZZLE_WORK = 50


@pytest.fixture
def trouble() -> list[str]:
    return []


@pytest.fixture
def page(open_page: Callable[..., Page], trouble: list[str]) -> Page:
    opened = open_page("phone")
    opened.on("console", lambda line: trouble.append(line.text))
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.goto(FORM)
    return opened


@pytest.fixture
def without_script(browser, server) -> Iterator[Page]:
    context: BrowserContext = browser.new_context(
        base_url=server.url, java_script_enabled=False, locale="id-ID"
    )
    page = context.new_page()
    page.goto(FORM)
    yield page
    context.close()


def write(page: Page) -> None:
    page.get_by_label("Cerita").fill("DATA CONTOH")


def answer(page: Page) -> None:
    """Read the sum as a person does and answer it."""
    numbers = [
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
    ]
    label = page.locator("label", has_text="Berapa")
    words = label.inner_text().removesuffix("?").split()
    total = sum(numbers.index(word) + 1 for word in words if word in numbers)
    page.get_by_label("Berapa").fill(str(total))


def sends(page: Page) -> None:
    page.get_by_role("button", name="Kirim").click()
    expect(page.get_by_text("Terkirim: DATA CONTOHkirim")).to_be_visible()


def test_whoever_writes_and_sends_notices_nothing(page, trouble) -> None:
    write(page)
    expect(page.locator("input[name=puzzle]")).not_to_have_value("")
    expect(page.get_by_label("Berapa")).to_have_count(0)
    sends(page)
    assert trouble == []
    assert page.context.cookies() == []


def test_a_form_sent_at_once_leaves_when_the_work_is_done(
    page, settings, trouble
) -> None:
    settings.PUZZLE_WORK = 3000
    page.reload()
    page.evaluate("document.querySelector('textarea').value = 'DATA CONTOH'")
    page.get_by_role("button", name="Kirim").click()
    expect(page.locator(STATUS)).to_contain_text("kiriman berangkat sendiri")
    expect(page.get_by_text("Terkirim: DATA CONTOHkirim")).to_be_visible()
    assert trouble == []


def test_a_second_form_on_the_same_page_gets_a_puzzle_of_its_own(page) -> None:
    for _round in range(2):
        write(page)
        sends(page)


def test_mere_looking_costs_no_work(page) -> None:
    assert page.workers == []
    expect(page.locator("input[name=puzzle]")).to_have_value("")


def test_without_javascript_a_sum_in_words_is_asked(without_script) -> None:
    write(without_script)
    answer(without_script)
    sends(without_script)
    assert without_script.context.cookies() == []


def test_without_javascript_the_keyboard_alone_is_enough(without_script) -> None:
    page = without_script
    write(page)
    page.keyboard.press("Tab")
    expect(page.get_by_label("Berapa")).to_be_focused()
    answer(page)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Terkirim: DATA CONTOH")).to_be_visible()


def test_where_a_browser_cannot_work_the_sum_is_asked(open_page) -> None:
    page = open_page("phone")
    page.add_init_script("delete window.Worker")
    page.goto(FORM)
    expect(page.locator(STATUS)).to_contain_text("Jawab hitungan kecil ini")
    write(page)
    answer(page)
    sends(page)


def test_where_the_worker_does_not_arrive_the_sum_takes_its_place(open_page) -> None:
    page = open_page("phone")
    page.route("**/pbkdf2.js", lambda route: route.abort())
    page.goto(FORM)
    page.evaluate("document.querySelector('textarea').value = 'DATA CONTOH'")
    page.get_by_role("button", name="Kirim").click()
    expect(page.get_by_label("Berapa")).to_be_focused()
    answer(page)
    sends(page)


def test_where_the_script_does_not_arrive_the_answer_offers_the_sum(open_page) -> None:
    page = open_page("phone")
    page.route("**/puzzle.js", lambda route: route.abort())
    page.goto(FORM)
    page.get_by_role("button", name="Kirim").click()
    write(page)
    answer(page)
    sends(page)

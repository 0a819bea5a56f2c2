"""The coach in Chromium: the same answers as in Python, and what it does offline."""

import random
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from netra.domain.coach import Answers, Condition, Window, gaps, load_rules
from netra.records.reports.models import ReportDraft
from netra.web.portal import drafts
from netra.web.portal.reporting_coach import _as_json
from tests import ground, people
from tests.browser import judging
from tests.browser.conftest import WIDTHS
from tests.domain.coach.cases_of import CASES, ITEMS, answers_of

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
ACCOUNT = "Ceritakan lengkapnya"
SHORT = "Ia ikut kampanye."
LONG = (
    "Saya berdiri di depan panggung dan melihat ia mengambil pengeras suara lalu "
    "mengajak memilih."
)
WORDS = [
    *("saya", "SS.", "ss", "foto-nya", "rekaman", "12/10", "12 Oktober", "16.00"),
    *("senin", "é", "İstanbul", "ß", "٣", "½", "…", "\n", "_", "'", "kampanye", ""),
]


@pytest.fixture
def cast(server: LiveServer, at: Callable[..., None]) -> people.Cast:
    ground.empty()
    people.lay_ground()
    at(people.SUBMITTED_AT)
    return people.make_cast()


def invented(count: int) -> Iterator[Answers]:
    """Yield random drafts; the same every time."""
    chance = random.Random(20241127)

    def text() -> str:
        return " ".join(chance.choices(WORDS, k=chance.choice([0, 0, 1, 3, 14])))

    fields = {
        "waktu": ("known_on", "happened_on", "happened_time"),
        "tempat": ("regency", "place"),
        "peristiwa": ("account",),
        "bukti": ("links",),
        "pelapor": ("name", "address", "phone", "email"),
        "tanda-tangan": ("signed_at_office", "card_at_office"),
    }
    for _ in range(count):
        yield Answers(
            fields={s: {name: text() for name in ns} for s, ns in fields.items()},
            people={
                "terlapor": tuple(
                    {name: text() for name in ("name", "workplace", "post")}
                    for _person in range(chance.randrange(3))
                )
            },
            files={"evidence": chance.randrange(2), "signed_page": chance.randrange(2)},
            window=chance.choice(list(Window)),
        )


def told(answers: Answers) -> dict[str, object]:
    return {
        "fields": answers.fields,
        "people": {step: list(rows) for step, rows in answers.people.items()},
        "files": answers.files,
        "window": answers.window,
    }


def test_python_and_the_browser_ask_the_same(
    cast: people.Cast, open_page: Callable[..., Page]
) -> None:
    page = open_page("phone")
    page.set_default_timeout(60_000)  # the first page of a server is slow
    page.goto("/lapor/siap/")
    drafts_ = [*(answers_of(row) for row in CASES.values()), *invented(400)]
    rules = [{"key": r.key, "when": _as_json(r.when)} for r in load_rules()]
    asked = page.evaluate(
        "([rules, all]) => all.map("
        "one => netraCoach.gaps(rules, one).map(rule => rule.key))",
        [rules, [told(answers) for answers in drafts_]],
    )
    for answers, found in zip(drafts_, asked, strict=True):
        wanted = [gap.key for gap in gaps(load_rules(), answers, ITEMS)]
        assert found == wanted, told(answers)


def test_the_browser_knows_every_sign(
    cast: people.Cast, open_page: Callable[..., Page]
) -> None:
    page = open_page("phone")
    page.goto("/lapor/siap/")
    always, never = (
        _as_json(Condition(sign=sign))  # type: ignore[arg-type] # names of the signs
        for sign in ("always", "never")
    )
    assert page.evaluate("when => netraCoach.holds(when, {})", always) is True
    assert page.evaluate("when => netraCoach.holds(when, {})", never) is False


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2024-10-30", "open"),
        ("2024-10-23", "open"),
        ("2024-10-22", "late"),
        ("2024-09-01", "late"),
        ("2024-11-02", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_day_is_looked_up_in_what_the_clock_of_the_law_told(
    cast: people.Cast, open_page: Callable[..., Page], day: str, state: str
) -> None:
    page = open_page("phone")
    page.goto("/lapor/siap/")
    days = "JSON.parse(document.getElementById('coach-live').textContent).days"
    found = page.evaluate(f"day => netraCoach.windowOf(day, {days})", day)
    assert found == state


def to_story(page: Page) -> None:
    page.goto("/lapor/")
    page.get_by_role("button", name="Mulai", exact=True).click()
    page.wait_for_url("**/lapor/waktu/")
    page.goto("/lapor/peristiwa/")


def question(page: Page, key: str):
    return page.locator(f'[data-rule="{key}"]')


def test_without_a_line_the_coach_asks_and_saving_waits(
    cast: people.Cast, open_page: Callable[..., Page]
) -> None:
    page = open_page("phone")
    trouble = judging.Trouble().watch(page)
    to_story(page)
    page.context.set_offline(True)
    expect(page.get_by_text("Jaringan terputus.")).to_be_visible()
    page.get_by_label("Kejadiannya dalam satu kalimat").fill("Ikut berkampanye")
    page.get_by_label(ACCOUNT).fill(SHORT)
    page.get_by_label(ACCOUNT).blur()
    expect(question(page, "account_short")).to_be_visible()
    expect(question(page, "account")).to_be_hidden()
    page.get_by_label(ACCOUNT).fill(LONG)
    expect(question(page, "account_short")).to_be_hidden()
    page.get_by_role("button", name="Simpan dan lanjut").click()
    expect(page.get_by_text("Belum ada jaringan.")).to_be_visible()
    assert page.get_by_label(ACCOUNT).input_value() == LONG
    assert "account" not in drafts.read(ReportDraft.objects.get()).of("peristiwa")
    page.context.set_offline(False)
    page.wait_for_url("**/lapor/saksi/")
    assert drafts.read(ReportDraft.objects.get()).of("peristiwa")["account"] == LONG
    assert trouble.lines == []


def test_new_questions_wait_until_a_field_is_left(
    cast: people.Cast, open_page: Callable[..., Page]
) -> None:
    page = open_page("phone")
    to_story(page)
    page.get_by_label(ACCOUNT).press_sequentially("Ia ikut")
    expect(question(page, "account")).to_be_hidden()
    expect(question(page, "account_short")).to_be_hidden()
    page.get_by_label(ACCOUNT).blur()
    expect(question(page, "account_short")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_whole_report_is_written_without_a_line(
    cast: people.Cast, open_page: Callable[..., Page], width: str
) -> None:
    page = open_page(width)
    trouble = judging.Trouble().watch(page)
    page.goto("/lapor/siap/")
    for dark in ("light", "dark"):
        page.emulate_media(color_scheme=dark)
        assert judging.violations(page) == []
    assert judging.overflow_px(page) <= 0
    page.context.set_offline(True)
    page.get_by_label("Kapan Anda mengetahui kejadian ini?").fill("2024-10-10")
    page.get_by_label("Kabupaten atau kota").select_option(label="Kota Semarang")
    expect(question(page, "window_passed")).to_be_visible()
    page.get_by_label("Kapan Anda mengetahui kejadian ini?").fill("2024-10-29")
    page.get_by_label("Tempat kerja").fill("Dinas Contoh")
    page.get_by_label("Tempat kerja").blur()
    expect(question(page, "window_passed")).to_be_hidden()
    expect(question(page, "respondent_mark")).to_be_visible()
    page.get_by_label("Jabatan").fill("kepala seksi")
    page.get_by_label("Kejadiannya dalam satu kalimat").fill("Ikut berkampanye")
    expect(question(page, "respondent_mark")).to_be_hidden()
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.get_by_text("Belum ada jaringan.")).to_be_visible()
    assert not ReportDraft.objects.exists()
    page.context.set_offline(False)
    page.wait_for_url("**/lapor/periksa/")
    typed = drafts.read(ReportDraft.objects.get())
    assert typed.named("terlapor")[0]["post"] == "kepala seksi"
    assert trouble.lines == []


def test_nothing_typed_and_no_trace_is_left_in_the_browser(
    cast: people.Cast, open_page: Callable[..., Page]
) -> None:
    page = open_page("phone")
    to_story(page)
    page.get_by_label(ACCOUNT).fill(LONG)
    page.context.set_offline(True)
    page.get_by_role("button", name="Simpan dan lanjut").click()
    expect(page.get_by_text("Belum ada jaringan.")).to_be_visible()
    left = page.evaluate(
        """async () => ({
          local: {...localStorage}, session: {...sessionStorage},
          bases: (await indexedDB.databases()).length,
          workers: (await navigator.serviceWorker?.getRegistrations() ?? []).length,
        })"""
    )
    assert left == {"local": {}, "session": {}, "bases": 0, "workers": 0}


def test_without_javascript_the_server_asks_the_same(
    cast: people.Cast, browser, server: LiveServer
) -> None:
    context = browser.new_context(
        base_url=server.url, java_script_enabled=False, locale="id-ID"
    )
    page = context.new_page()
    to_story(page)
    page.get_by_label("Kejadiannya dalam satu kalimat").fill("Ikut berkampanye")
    page.get_by_label(ACCOUNT).fill(SHORT)
    page.get_by_role("button", name="Simpan dan lanjut").click()
    page.goto("/lapor/peristiwa/")
    expect(question(page, "account_short")).to_be_visible()
    expect(question(page, "account")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_first_screen_counts_the_days_left(
    cast: people.Cast, open_page: Callable[..., Page], width: str
) -> None:
    page = open_page(width)
    page.goto("/lapor/")
    page.get_by_label("Kapan Anda mengetahui kejadian ini?").fill("2024-10-29")
    page.get_by_label("Di provinsi mana kejadiannya?").select_option(
        label="Papua Tengah"
    )
    page.get_by_role("button", name="Hitung sisa waktu").click()
    expect(page.get_by_text("Sisa 6 hari")).to_be_visible()
    for dark in ("light", "dark"):
        page.emulate_media(color_scheme=dark)
        assert judging.violations(page) == []
    assert judging.overflow_px(page) <= 0
    page.get_by_role("button", name="Mulai", exact=True).click()
    page.wait_for_url("**/lapor/waktu/")
    known = page.get_by_label("Kapan Anda mengetahui kejadian ini?")
    expect(known).to_have_value("2024-10-29")

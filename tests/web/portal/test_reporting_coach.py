"""The page beside a draft: what the coach asks, and what it never says."""

import json
import re

import pytest
from django.test import Client

from netra.domain.coach import Kind, load_rules
from netra.records.reports.models import ReportDraft
from netra.web.portal import drafts
from netra.web.portal.coach_words import COACH_WORDS
from netra.web.portal.reporting_clock import states_by_day
from netra.web.portal.steps import STEPS, form_of, people_forms
from tests import people
from tests.web.portal import walking

pytestmark = pytest.mark.django_db
SECRET = "Kalimat yang hanya ada di cerita, tentang rekaman."


@pytest.fixture(autouse=True)
def _today(cast: people.Cast, clock) -> None:
    clock.set(walking.NOW)


def page_of(client: Client, step: str) -> str:
    return walking.text_of(client.get(f"/lapor/{step}/"))


def live_of(page: str) -> dict:
    found = re.search(r'<script id="coach-live"[^>]*>(.*?)</script>', page)
    assert found
    return json.loads(found.group(1))


def shown(page: str) -> set[str]:
    """Return the keys of the questions that are asked, not of those kept hidden."""
    rows = re.findall(r'<li class="[^"]*" data-rule="(\w+)"( hidden)?>', page)
    return {key for key, is_hidden in rows if not is_hidden}


def test_every_rule_has_its_words() -> None:
    assert set(COACH_WORDS) == {rule.key for rule in load_rules()}


def test_hints_say_why_and_requirements_leave_that_to_the_law() -> None:
    for rule in load_rules():
        assert bool(COACH_WORDS[rule.key].why) == (rule.kind is Kind.HINT), rule.key


def test_no_question_says_no() -> None:
    for key, words in COACH_WORDS.items():
        told = f"{words.ask} {words.why} {words.mend}".lower()
        assert not re.search(r"ditolak|tidak dapat diterima|tidak boleh", told), key


def test_every_rule_asks_for_a_field_that_a_screen_has() -> None:
    steps = {step.key for step in STEPS}
    held = {
        "waktu": set(form_of("waktu", drafts.Typed(), walking.NOW.date()).fields),
        "tempat": {"regency", "place"},
        "peristiwa": set(
            form_of("peristiwa", drafts.Typed(), walking.NOW.date()).fields
        ),
        "pelapor": set(form_of("pelapor", drafts.Typed(), walking.NOW.date()).fields),
        "terlapor": set(people_forms("terlapor", [{}])[0].fields),
        "bukti": {"uploads", "links"},
        "tanda-tangan": {
            *("signed_page", "identity_card", "signed_at_office", "card_at_office"),
        },
    }
    for rule in load_rules():
        assert rule.step in steps
        assert rule.field in held[rule.step], rule.key


def test_only_what_is_missing_is_asked(client: Client) -> None:
    walking.tell(client)
    assert shown(page_of(client, "peristiwa")) == {
        "account_short",
        "account_source",
        "identity_card",
        "reach",
    }


def test_a_hint_is_marked_as_ours_and_a_requirement_as_incomplete(
    client: Client,
) -> None:
    walking.start(client)
    page = page_of(client, "peristiwa")
    assert "Belum lengkap" in page
    walking.say(client, "peristiwa")
    row = page_of(client, "peristiwa").split('data-rule="account_short"')[1][:400]
    assert "Petunjuk Netra" in row
    assert "bukan syarat dari peraturan" in page


def test_no_word_of_another_screen_stands_in_the_rules_of_a_page(
    client: Client,
) -> None:
    walking.start(client)
    walking.say(client, "peristiwa", account=SECRET)
    for step in ("bukti", "waktu", "periksa"):
        page = page_of(client, step)
        found = json.dumps(live_of(page), ensure_ascii=False)
        assert "Kalimat" not in found, step
        assert "evidence_named" in shown(page), step


def test_the_page_of_the_day_is_told_the_days_by_the_clock_of_the_law(
    client: Client,
) -> None:
    walking.start(client)
    days = live_of(page_of(client, "waktu"))["days"]
    assert days["2024-10-30"] == days["2024-10-23"] == "open"
    assert days["2024-10-22"] == "late"
    assert min(days) == "2024-10-22"
    assert live_of(page_of(client, "tempat"))["days"] == {}


def test_without_a_calendar_no_day_is_told() -> None:
    from netra.records.law.models import CalendarDay, CalendarVersion

    CalendarDay.objects.all().delete()
    CalendarVersion.objects.all().delete()
    assert states_by_day(drafts.Typed(), walking.NOW) == {}


def test_the_first_screen_counts_before_anything_is_kept(client: Client) -> None:
    page = walking.text_of(client.get("/lapor/?tahu=2024-10-29&provinsi=94"))
    assert "Sisa 6 hari" in page
    assert "5 November 2024, 23.59 WIT" in page
    assert "Lihat hitungannya hari demi hari" in page
    assert not ReportDraft.objects.exists()


def test_the_first_screen_names_what_the_procedure_needs(client: Client) -> None:
    page = walking.text_of(client.get("/lapor/"))
    assert "Tanda tangan sesuai kartu identitas" in page
    assert "Uraian kejadian" in page
    assert (
        "Sisa"
        not in page.split('<h2 id="sisa-judul">')[1]
        .split("</section>")[0]
        .split("<form")[0]
    )


def test_what_was_asked_on_the_first_screen_is_taken_along(client: Client) -> None:
    client.post("/lapor/", {"tahu": "2024-10-29", "provinsi": "94"})
    typed = drafts.read(ReportDraft.objects.get())
    assert typed.of("waktu")["known_on"] == "2024-10-29"
    assert typed.of("tempat")["province"] == "94"
    assert 'value="2024-10-29"' in page_of(client, "waktu")


@pytest.mark.parametrize(
    ("day", "province", "told"),
    [
        ("2024-11-30", "33", "masa depan"),
        ("", "33", "Tanggal ini perlu diisi"),
        ("kemarin", "33", "tidak terbaca"),
        ("2024-10-29", "", "Pilih provinsinya"),
        ("2024-10-29", "00", "Select a valid choice"),
    ],
)
def test_what_cannot_be_counted_is_told_beside_the_field(
    client: Client, day: str, province: str, told: str
) -> None:
    answer = client.get("/lapor/", {"tahu": day, "provinsi": province})
    assert answer.status_code == 200
    page = walking.text_of(answer)
    if told != "Select a valid choice":
        assert told in page
    assert "untuk melapor</b>" not in page


def test_a_passed_window_on_the_first_screen_refuses_nobody(client: Client) -> None:
    page = walking.text_of(client.get("/lapor/?tahu=2024-10-10&provinsi=33"))
    assert "Waktu melapor sudah lewat" in page
    assert 'href="/informasi/"' in page
    assert "bila kantor memutuskan begitu" in page
    assert re.search(r"<button class=\"button\">\s*Mulai", page)


def test_a_day_that_was_tampered_with_opens_an_empty_draft(client: Client) -> None:
    client.post("/lapor/", {"tahu": "besok", "provinsi": "94"})
    assert drafts.read(ReportDraft.objects.get()) == drafts.Typed()

"""The status page says what a step means in law, what comes next, what one can do."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.test import Client

from netra.domain.law import StepKind, load_law
from netra.records.reports.models import Report, ReportEvent
from netra.web.portal.status_meaning import can_do, meaning_of, next_date
from netra.web.portal.status_road import standing_of
from tests import people
from tests.records.reports.test_receiving import choose, late
from tests.web.portal import walking
from tests.web.portal.test_status import NAMES, open_

pytestmark = pytest.mark.django_db

LAW = load_law()
PROMISED = ("pasti", "dijamin", "akan dihukum", "terbukti bersalah")


@pytest.fixture(autouse=True)
def _today(clock) -> None:
    clock.set(people.NOTIFIED_AT)


def standing_on(cast: people.Cast, step: str):
    if step in people.REPORT_STEPS:
        return standing_of(people.report_on(cast, step))
    return standing_of(people.case_on(cast, step).report)


def kept(report: Report) -> Report:
    """A report that was not registered and lives on as information."""
    Report.objects.filter(pk=report.pk).update(step="end")
    for key in ("report_not_registered", "status_told", "kept_as_information"):
        ReportEvent.objects.create(report=report, key=key, at=people.TOLD_AT)
    report.refresh_from_db()
    return report


@pytest.mark.parametrize("procedure", sorted(LAW.procedures))
def test_every_step_on_the_road_of_a_report_has_its_own_words(procedure: str) -> None:
    from netra.web.portal.status_meaning import _MEANINGS

    found = [
        step.key
        for step in LAW.procedures[procedure].steps.values()
        if step.kind is not StepKind.NONE and step.kind not in _MEANINGS
    ]
    assert found == []


@pytest.mark.parametrize("step", [*people.REPORT_STEPS, *people.CASE_STEPS])
def test_every_step_says_its_meaning_and_what_to_do_and_names_nobody(
    cast: people.Cast, client: Client, step: str
) -> None:
    standing = standing_on(cast, step)
    open_(client, standing.report)
    page = walking.text_of(client.get("/status/laporan/"))
    meaning = meaning_of(standing)
    assert meaning.text in page
    assert "Artinya menurut hukum" in page
    assert "Yang dapat Anda lakukan sekarang" in page
    assert [one for one in can_do(standing) if one not in page] == []
    assert [name for name in NAMES if name in page] == []
    assert [word for word in PROMISED if word in meaning.text.lower()] == []


@pytest.mark.parametrize(
    ("step", "article", "status"),
    [
        ("initial_study", "Perbawaslu 8/2020 art. 9", "confirmed"),
        ("completion", "Perbawaslu 8/2020 art. 9", "confirmed"),
        ("completion_check", "", "derived"),
        ("registration", "Perbawaslu 8/2020", "unconfirmed"),
        ("study", "UU 1/2015 art. 134(5)", "confirmed"),
        ("plenary_outcome", "UU 1/2015 art. 134(5)", "confirmed"),
        ("follow_up", "", "unconfirmed"),
    ],
)
def test_the_article_is_that_of_the_data_with_its_status(
    cast: people.Cast, step: str, article: str, status: str
) -> None:
    meaning = meaning_of(standing_on(cast, step))
    assert (meaning.article, meaning.status) == (article, status)


@pytest.mark.parametrize("step", ["completion_check", "registration", "follow_up"])
def test_what_is_not_confirmed_is_marked_and_leads_to_its_source(
    cast: people.Cast, client: Client, step: str
) -> None:
    standing = standing_on(cast, step)
    open_(client, standing.report)
    page = walking.text_of(client.get("/status/laporan/"))
    address = f"/hukum/{meaning_of(standing).law_key}/"
    assert f'<a class="unconfirmed" href="{address}">' in page
    assert client.get(address).status_code == 200


def test_the_next_date_is_that_of_the_office_with_its_article(
    cast: people.Cast, client: Client
) -> None:
    standing = standing_on(cast, "initial_study")
    due = next_date(standing, people.SUBMITTED_AT)
    assert due.deadline.key == "initial_study"
    assert not due.is_past
    open_(client, standing.report)
    page = walking.text_of(client.get("/status/laporan/"))
    assert "Kajian awal: oleh kantor, paling lambat" in page
    assert "Perbawaslu 8/2020 Pasal 9" in page


def test_a_date_that_has_passed_is_told(
    cast: people.Cast, client: Client, clock
) -> None:
    standing = standing_on(cast, "initial_study")
    at = people.SUBMITTED_AT + timedelta(days=20)
    assert next_date(standing, at).is_past
    clock.set(at)
    open_(client, standing.report, at)
    page = walking.text_of(client.get("/status/laporan/"))
    assert "Tanggal ini sudah lewat." in page


def test_the_date_of_the_reporter_stands_by_itself(cast: people.Cast) -> None:
    assert next_date(standing_on(cast, "completion"), people.NOTIFIED_AT) is None


def test_no_date_betrays_what_the_study_says(cast: people.Cast) -> None:
    standing = standing_on(cast, "study")
    standing.case.events.create(key="study_says_criminal", at=people.STUDIED_AT)
    due = next_date(standing_of(standing.report), people.STUDIED_AT)
    assert due.deadline.key == "handling"


def test_a_refused_report_is_told_what_is_left(
    cast: people.Cast, client: Client
) -> None:
    report = kept(people.report_on(cast, "initial_study"))
    report.events.filter(key="kept_as_information").delete()
    standing = standing_of(report)
    assert "bukan penilaian tentang benar tidaknya" in meaning_of(standing).text
    assert any("laporan baru yang lebih lengkap" in one for one in can_do(standing))
    open_(client, report)
    assert client.get("/status/laporan/").status_code == 200


def test_a_report_kept_as_information_asks_nothing_of_its_reporter(
    cast: people.Cast, client: Client
) -> None:
    report = kept(people.report_on(cast, "initial_study"))
    open_(client, report)
    page = walking.text_of(client.get("/status/laporan/"))
    assert "Disimpan sebagai informasi awal" in page
    assert "laporan baru" not in page
    assert next_date(standing_of(report), people.TOLD_AT) is None


def test_a_case_without_violation_is_not_called_referred(cast: people.Cast) -> None:
    case = walking.closed(cast)
    text = meaning_of(standing_of(case.report)).text
    assert "Tidak ada yang diteruskan" in text


def test_several_respondents_are_counted_and_not_named(
    cast: people.Cast, client: Client
) -> None:
    report = people.report_on(cast, "initial_study")
    report.respondents.create(name="Dian Contohdia")
    open_(client, report)
    page = walking.text_of(client.get("/status/laporan/"))
    assert "Laporan ini menyebut 2 terlapor." in page
    assert "Dian" not in page


def test_the_day_an_officer_chose_stands_on_the_page(
    cast: people.Cast, client: Client
) -> None:
    report = choose(late(cast), cast, date(2024, 11, 4))
    standing = standing_of(report)
    assert "4 November 2024" in standing.arrival
    open_(client, report)
    page = unescape(walking.text_of(client.get("/status/laporan/")))
    assert standing.arrival in page
    due = next_date(standing, report.submitted_at).deadline
    assert due.due_on == date(2024, 11, 6)
    assert "Rabu, 6 November 2024" in page

"""What is announced, and what a QR code answers: numbers, never people."""

import pytest
from django.test import Client

from netra.domain.law import Paper
from netra.records.accounts.queries import PUBLIC
from netra.records.documents import store
from netra.records.documents.actions import issue_paper, issue_receipt
from netra.records.reports import actions as reports
from tests import people
from tests.web.portal import walking

pytestmark = pytest.mark.django_db

NAMES = ("Wati", "Bambang", "Dinas Contoh", "Lapangan Contoh", "Contohadi")


@pytest.fixture(autouse=True)
def _today(clock) -> None:
    clock.set(people.TOLD_AT)


def shown(number: str) -> str:
    return number.replace("/", "/<wbr>")


def page_of(client: Client, query: str = "") -> str:
    return walking.text_of(client.get("/pengumuman/", {"q": query} if query else {}))


def not_registered(cast: people.Cast, *, is_told: bool):
    """Walk a report to its refusal, and tell it if asked."""
    report = people.report_on(cast, "completion_check")
    report = reports.finish_completion_check(
        report=report,
        findings=people.findings(report, missing=("identity_card",)),
        refusal_reason="DATA CONTOH. Kartu identitas tidak ada.",
        actor=people.as_actor(cast.budi),
        at=people.CHECKED_AT,
    )
    if is_told:
        reports.tell_status(
            report=report, actor=people.as_actor(cast.budi), at=people.TOLD_AT
        )
    return report


def test_without_matters_the_page_says_when_they_come(client: Client) -> None:
    assert "Belum ada pengumuman" in page_of(client)


def test_a_report_before_registration_is_not_announced(
    cast: people.Cast, client: Client
) -> None:
    report = people.report_on(cast, "registration")
    assert shown(report.number) not in page_of(client)


def test_a_registered_case_is_announced_by_number_and_office(
    cast: people.Cast, client: Client
) -> None:
    case = people.registered(cast)
    page = page_of(client)
    assert shown(case.number) in page
    assert cast.city.name in page
    assert "Diregistrasi</td>" in page
    assert "Jumat, 1 November 2024" in page


@pytest.mark.parametrize(
    ("step", "word"),
    [("follow_up", "Selesai, diteruskan"), ("status_notice", "Diregistrasi")],
)
def test_a_case_is_announced_by_what_was_told(
    cast: people.Cast, client: Client, step: str, word: str
) -> None:
    people.case_on(cast, step)
    assert f"{word}</td>" in page_of(client)


def test_a_case_without_a_violation_is_announced_as_ended(
    cast: people.Cast, client: Client
) -> None:
    walking.closed(cast)
    assert "Selesai, tidak diteruskan</td>" in page_of(client)


def test_a_report_that_was_not_registered_waits_until_it_was_told(
    cast: people.Cast, client: Client
) -> None:
    report = not_registered(cast, is_told=False)
    assert shown(report.number) not in page_of(client)
    reports.tell_status(
        report=report, actor=people.as_actor(cast.budi), at=people.TOLD_AT
    )
    page = page_of(client)
    assert shown(report.number) in page
    assert "Tidak diregistrasi</td>" in page


def test_the_status_page_of_a_refused_report_says_so(
    cast: people.Cast, client: Client
) -> None:
    report = not_registered(cast, is_told=True)
    session = client.session
    session["status"] = {"report": report.pk, "at": people.TOLD_AT.isoformat()}
    session.save()
    page = walking.text_of(client.get("/status/laporan/"))
    assert "tidak dapat diregistrasi" in page


def test_no_announcement_names_anybody_or_a_place(
    cast: people.Cast, client: Client
) -> None:
    people.case_on(cast, "follow_up")
    page = page_of(client)
    assert [name for name in NAMES if name in page] == []


def test_a_number_is_found_by_a_part_of_it(cast: people.Cast, client: Client) -> None:
    case = people.registered(cast)
    assert shown(case.number) in page_of(client, case.number[:5])
    assert "Tidak ada nomor yang cocok" in page_of(client, "tidak-ada")


def test_the_list_asks_the_database_a_fixed_number_of_times(
    cast: people.Cast, client: Client, django_assert_max_num_queries
) -> None:
    for _ in range(3):
        people.registered(cast)
    client.get("/pengumuman/")
    with django_assert_max_num_queries(5):
        assert walking.text_of(client.get("/pengumuman/")).count('scope="row"') == 3


def test_the_code_of_a_paper_answers_what_it_is(
    cast: people.Cast, client: Client
) -> None:
    report = people.submitted(cast)
    paper = issue_receipt(report=report, actor=PUBLIC, at=people.SUBMITTED_AT)
    answer = client.get(f"/periksa/{paper.check_code}/")
    assert answer.status_code == 200
    page = walking.text_of(answer)
    for text in (
        "Tanda terima laporan",
        shown(paper.number),
        cast.city.name,
        "Rabu, 30 Oktober 2024, 09.40 WIB",
        paper.sha256[:16],
        "masih sama dengan saat dikeluarkan",
    ):
        assert text in page, text
    assert paper.sha256 not in page


@pytest.mark.parametrize("kind", [Paper.INITIAL_STUDY, Paper.MISSING_ITEMS_NOTICE])
def test_no_answer_names_anybody(
    cast: people.Cast, client: Client, kind: Paper
) -> None:
    report = people.report_on(cast, "completion")
    paper = issue_paper(
        kind, report=report, actor=people.as_actor(cast.budi), at=people.NOTIFIED_AT
    )
    page = walking.text_of(client.get(f"/periksa/{paper.check_code}/"))
    assert [name for name in NAMES if name in page] == []


def test_an_altered_paper_is_told(cast: people.Cast, client: Client) -> None:
    report = people.submitted(cast)
    paper = issue_receipt(report=report, actor=PUBLIC, at=people.SUBMITTED_AT)
    store.path_of(paper.sha256).unlink()
    page = walking.text_of(client.get(f"/periksa/{paper.check_code}/"))
    assert "tidak lagi utuh" in page
    assert "masih sama" not in page


def test_an_unknown_code_is_answered_politely(db: None, client: Client) -> None:
    answer = client.get("/periksa/0000000000000000/")
    assert answer.status_code == 404
    assert "Surat ini tidak dikenal" in walking.text_of(answer)


# Findings ---------------------------------------------------------------------------

FOUND_NAMES = (*NAMES, "Contohperdana", "Lia Contoh", "Balai Contoh", "Badan Contoh")


def test_a_registered_finding_is_announced_like_a_report(
    cast: people.Cast, client: Client
) -> None:
    case = people.case_of_finding(cast)
    page = page_of(client)
    assert shown(case.number) in page
    assert "Diregistrasi" in page
    assert shown(case.finding.number) not in page
    assert not [name for name in FOUND_NAMES if name in page]


def test_a_finding_that_is_not_registered_is_not_announced(
    cast: people.Cast, client: Client
) -> None:
    people.finding_on(cast, "set")
    assert "Belum ada pengumuman" in page_of(client)


def test_a_finding_that_was_referred_says_so_beside_reports(
    cast: people.Cast, client: Client
) -> None:
    found = people.case_of_finding(cast, "follow_up")
    reported = people.registered(cast)
    page = page_of(client)
    assert "Selesai, diteruskan" in page
    assert page.index(shown(found.number)) < page.index(shown(reported.number))
    only = page_of(client, found.number)
    assert shown(found.number) in only
    assert shown(reported.number) not in only

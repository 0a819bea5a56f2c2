"""From the first page to the status: referred to BKN, and not proven; phone and desk."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from netra.records.cases.models import Case
from netra.records.ledger.replaying import compare
from tests import ground, people
from tests.browser.conftest import WIDTHS
from tests.browser.walking import CALLER, EVENT, Citizen, Officer, Stand

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
REFERRED = "Pelanggaran peraturan perundang-undangan lain (netralitas ASN)"
NOT_PROVEN = "Bukan pelanggaran"


@pytest.fixture
def cast(server: LiveServer) -> people.Cast:
    """Accounts, offices and settings; everything else is walked."""
    ground.empty()
    people.lay_ground()
    return people.make_cast()


def arrive(
    at: Stand, open_page: Callable[..., Page], width: str
) -> tuple[Citizen, Officer, Case]:
    """Walk from the first page to the registered case."""
    at(people.SUBMITTED_AT)
    wati = Citizen(page=open_page(width))
    wati.report()
    at(people.STUDIED_AT)
    budi = Officer(page=open_page(width))
    budi.sign_in("budi")
    budi.study(wati.number)
    at(people.NOTIFIED_AT)
    budi.notify()
    at(people.COMPLETED_AT)
    wati.open_status()
    wati.complete()
    at(people.CHECKED_AT)
    budi.check(wati.number)
    return wati, budi, Case.objects.get()


def decide(
    at: Stand, open_page: Callable[..., Page], width: str, budi: Officer, outcome: str
) -> list[Officer]:
    """Walk from the registered case to the closed plenary."""
    at(people.WRITTEN_AT)
    budi.allege()
    budi.write()
    at(people.APPROVED_AT)
    others = {name: Officer(page=open_page(width)) for name in ("eko", "sari")}
    others["eko"].sign_in("eko")
    others["eko"].approve()
    at(people.CONVENED_AT)
    others["sari"].sign_in("sari")
    others["sari"].convene()
    at(people.VOTED_AT)
    for name in ("tono", "rina"):
        others[name] = Officer(page=open_page(width))
        others[name].sign_in(name)
    for name in ("sari", "tono", "rina"):
        others[name].vote(outcome)
    at(people.DECIDED_AT)
    others["sari"].close()
    return list(others.values())


def told(at: Stand, wati: Citizen, budi: Officer) -> None:
    """Tell the status; the reporter reads it, and no public page names anybody."""
    at(people.TOLD_AT)
    budi.tell()
    wati.open_status()
    wati.sees("Laporan Anda sudah selesai ditangani")
    wati.page.goto("/pengumuman/")
    wati.look()
    for page in (wati.page.content(),):
        assert CALLER not in page
        assert EVENT not in page
        assert "Wati" not in page


@pytest.mark.parametrize("width", WIDTHS)
def test_a_report_with_missing_items_is_referred_to_bkn(
    cast: people.Cast, at: Stand, open_page: Callable[..., Page], width: str
) -> None:
    wati, budi, case = arrive(at, open_page, width)
    others = decide(at, open_page, width, budi, REFERRED)
    at(people.REFERRED_AT)
    budi.refer("Badan Kepegawaian Negara")
    told(at, wati, budi)
    assert case.referrals.get().authority == "bkn"
    assert compare().difference is None
    for walker in (wati, budi, *others):
        walker.clean()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_report_that_is_not_proven_ends_with_its_status(
    cast: people.Cast, at: Stand, open_page: Callable[..., Page], width: str
) -> None:
    wati, budi, case = arrive(at, open_page, width)
    others = decide(at, open_page, width, budi, NOT_PROVEN)
    told(at, wati, budi)
    case.refresh_from_db()
    assert case.step == "end"
    assert not case.referrals.exists()
    assert case.outcomes.get().outcome == "not_a_violation"
    assert compare().difference is None
    for walker in (wati, budi, *others):
        walker.clean()

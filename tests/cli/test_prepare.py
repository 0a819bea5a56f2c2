"""`netra prepare` makes an installation ready, and a second time changes nothing."""

from io import StringIO

import pytest
from django.core.management import call_command
from django_q.models import Schedule

from netra.domain.law import load_law
from netra.records.accounts.queries import INSTALLATION
from netra.records.contests.loading import load_contests
from netra.records.contests.models import Contest
from netra.records.contests.queries import stage_of
from netra.records.law.models import CalendarVersion
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from netra.records.regions.models import Region
from tests.people import LAID_AT

pytestmark = pytest.mark.django_db


def prepared() -> str:
    out = StringIO()
    call_command("prepare", stdout=out)
    return out.getvalue()


def test_it_says_what_it_did():
    told = prepared()

    assert f"Wilayah: {Region.objects.count()}." in told
    assert f"Pemilihan baru: {Contest.objects.count()}." in told
    assert "Jadwal kerja terpasang." in told


def test_a_second_time_adds_nothing():
    prepared()
    before = (
        LedgerEntry.objects.count(),
        Contest.objects.count(),
        CalendarVersion.objects.count(),
        Schedule.objects.count(),
    )

    told = prepared()

    after = (
        LedgerEntry.objects.count(),
        Contest.objects.count(),
        CalendarVersion.objects.count(),
        Schedule.objects.count(),
    )
    assert after == before
    assert "Pemilihan baru: 0." in told
    assert "Kalender sudah ada" in told


def test_the_worker_is_asked_for_a_sign_of_life_and_a_daily_sweep():
    prepared()

    minutes = dict(Schedule.objects.values_list("func", "minutes"))
    assert minutes == {
        "netra.records.jobs.later.beat": 1,
        "netra.records.reports.sweeping.sweep": 24 * 60,
    }


def test_every_loaded_contest_is_one_the_law_knows():
    load_contests(load_law(), actor=INSTALLATION, at=LAID_AT)

    for contest in Contest.objects.all():
        assert stage_of(contest, LAID_AT.date()).contest == contest.pk


def test_contests_are_named_after_what_is_elected_and_where():
    load_contests(load_law(), actor=INSTALLATION, at=LAID_AT)

    kinds = dict(Contest.objects.values_list("id", "kind"))
    assert kinds["pilkada-2024/19"] == "gubernur"
    assert kinds["pilkada-2024/19.06"] == "bupati"
    assert kinds["pilkada-ulang-2025/19.71"] == "walikota"
    assert kinds["pemilu-2024/presiden"] == "presiden"
    assert kinds["pemilu-2024/legislatif"] == "legislatif"
    titles = dict(Contest.objects.values_list("id", "title"))
    assert titles["pilkada-2024/19.06"].endswith(": Kabupaten Belitung Timur")
    assert titles["pilkada-ulang-2025/19.71"].count("Pangkalpinang") <= 1
    assert titles["pilkada-ulang-2025/19.71"].count(":") == 1


def test_loaded_contests_equal_the_replay_of_the_ledger():
    load_contests(load_law(), actor=INSTALLATION, at=LAID_AT)

    assert compare().difference is None

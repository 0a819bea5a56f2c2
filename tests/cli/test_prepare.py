"""`netra prepare` makes an installation ready, and a second time changes nothing."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django_q.models import Schedule

from netra.cli.first_administrator import FirstAdministratorError, read_password
from netra.domain.law import LawError, load_law
from netra.records.accounts.models import Office, User
from netra.records.accounts.queries import INSTALLATION
from netra.records.contests.loading import load_contests, open_named
from netra.records.contests.models import Contest
from netra.records.contests.queries import stage_of
from netra.records.law.models import CalendarVersion
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from netra.records.regions.errors import RegionError
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
        "netra.records.information.actions.sweep": 12 * 60,
        "netra.records.jobs.later.beat": 1,
        "netra.records.reports.following_mail.forward_changes": 10,
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


def test_a_contest_the_data_leave_open_is_opened_by_its_id():
    out = StringIO()
    for _time in range(2):
        call_command("prepare", "--contest=pilkada-2024/33.74", stdout=out)

    opened = Contest.objects.get(pk="pilkada-2024/33.74")
    assert (opened.kind, opened.region) == ("walikota", "33.74")
    assert out.getvalue().count("Pemilihan baru: 0.") == 1


@pytest.mark.parametrize(
    "wrong",
    [
        "pilkada-1999/33.74",
        "pilkada-2024/33.74.01",
        "pilkada-2024/19.99",
        "pilkada-2024/33.99",
        "pilkada-ulang-2025/33.74",
        "pemilu-2024/walikota",
        "pilkada-2024",
    ],
)
def test_a_contest_that_never_was_is_refused(wrong):
    with pytest.raises((LawError, RegionError)):
        open_named(load_law(), wrong, actor=INSTALLATION, at=LAID_AT)
    assert not Contest.objects.exists()


def test_an_unknown_contest_ends_the_command_with_a_sentence():
    with pytest.raises(CommandError, match="pilkada-1999"):
        call_command("prepare", "--contest=pilkada-1999/33.74", stdout=StringIO())


PASSWORD = "kalimat panjang untuk uji"
FIRST = ("--administrator=joko", "--name=Joko Contoh", "--office=Kantor contoh")


def first(monkeypatch: pytest.MonkeyPatch, *arguments: str, password: str) -> str:
    monkeypatch.setattr("sys.stdin", StringIO(f"{password}\n"))
    out = StringIO()
    call_command("prepare", *arguments, stdout=out)
    return out.getvalue()


def test_the_first_administrator_can_sign_in_and_open_accounts(monkeypatch, client):
    told = first(monkeypatch, *FIRST, "--region=19.06", password=PASSWORD)

    joko = User.objects.get()
    office = joko.roles.get().office
    assert (office.tier, office.region) == ("kabupaten", "19.06")
    assert PASSWORD not in told
    assert joko.check_password(PASSWORD)
    client.force_login(joko)
    assert client.get(reverse("person_add")).status_code == 200
    assert compare().difference is None


def test_without_a_region_the_first_office_is_that_of_the_nation(monkeypatch):
    first(monkeypatch, *FIRST, password=PASSWORD)

    assert Office.objects.get().tier == "pusat"


@pytest.mark.parametrize(
    ("arguments", "password", "said"),
    [
        (FIRST, "pendek", "12"),
        ((*FIRST, "--region=99.99"), PASSWORD, "99.99"),
        (("--administrator=joko",), PASSWORD, "--name"),
        (("--administrator=jo ko", *FIRST[1:]), PASSWORD, "nama pengguna"),
    ],
)
def test_a_first_administrator_that_cannot_be_writes_nothing(
    monkeypatch, arguments, password, said
):
    with pytest.raises(CommandError, match=said):
        first(monkeypatch, *arguments, password=password)

    assert not User.objects.exists()
    assert not Office.objects.exists()


def test_where_somebody_has_an_account_there_is_no_first_one(cast, monkeypatch):
    before = User.objects.count()
    with pytest.raises(CommandError, match="sudah punya akun"):
        first(monkeypatch, *FIRST, password=PASSWORD)
    assert User.objects.count() == before


class Terminal(StringIO):
    """Standard input at which somebody sits."""

    def isatty(self) -> bool:
        return True


def test_a_password_typed_differently_the_second_time_is_refused(monkeypatch):
    typed = iter([PASSWORD, f"{PASSWORD} lain", PASSWORD, PASSWORD])
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(typed))

    with pytest.raises(FirstAdministratorError, match="tidak sama"):
        read_password()
    assert read_password() == PASSWORD

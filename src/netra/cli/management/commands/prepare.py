"""`netra prepare`: bring an installation up to where the server can start."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from netra.cli.first_administrator import (
    FirstAdministratorError,
    make_first_administrator,
    read_password,
    require_empty,
)
from netra.domain.law import LawError
from netra.records.accounts.queries import INSTALLATION
from netra.records.contests.loading import load_contests, open_named
from netra.records.jobs import later, moment
from netra.records.law import actions as calendar
from netra.records.law.queries import law, newest_edition
from netra.records.regions.actions import load_regions
from netra.records.regions.errors import RegionError

CALENDAR_YEARS = range(2020, 2028)
_MINUTE = 1
_TEN_MINUTES = 10
_HALF_DAY = 12 * 60
_DAY = 24 * 60


class Command(BaseCommand):
    """Make tables, regions, calendar, contests and schedules; can run twice."""

    help = "Siapkan basis data, wilayah, kalender, pemilihan, dan jadwal kerja."
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        """Take who administers a new installation; the password is asked for."""
        parser.add_argument("--administrator", metavar="USERNAME", help="akun pertama")
        parser.add_argument(
            "--contest",
            action="append",
            default=[],
            metavar="ID",
            help="pemilihan di wilayah ini, misalnya pilkada-2024/33.74",
        )
        parser.add_argument("--name", default="", help="nama orangnya")
        parser.add_argument("--office", default="", help="nama kantornya")
        parser.add_argument("--region", default="", help="kode wilayah kantor")

    def handle(
        self,
        *args: object,  # noqa: ARG002
        verbosity: int,
        administrator: str | None,
        contest: list[str],
        **options: Any,
    ) -> None:
        """Do each part and say what was done.

        Raises:
            CommandError: a contest is unknown or the first administrator cannot be
                made; what stands before it is done.
        """
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        self._say(verbosity, "Basis data siap.")
        self._say(verbosity, f"Wilayah: {load_regions()}.")
        self._say(verbosity, self._calendar())
        self._say(verbosity, f"Pemilihan baru: {_contests(contest)}.")
        later.schedule_minutely("netra.records.jobs.later.beat", minutes=_MINUTE)
        later.schedule_minutely("netra.records.reports.sweeping.sweep", minutes=_DAY)
        later.schedule_minutely(
            "netra.records.information.actions.sweep", minutes=_HALF_DAY
        )
        later.schedule_minutely(
            "netra.records.reports.following_mail.forward_changes",
            minutes=_TEN_MINUTES,
        )
        self._say(verbosity, "Jadwal kerja terpasang.")
        if administrator is not None:
            self._say(verbosity, _first(administrator, options))

    def _say(self, verbosity: int, line: str) -> None:
        if verbosity:
            self.stdout.write(line)

    @staticmethod
    def _calendar() -> str:
        made = calendar.seed(
            years=CALENDAR_YEARS, actor=INSTALLATION, at=moment.real_now()
        )
        if made is None:
            return f"Kalender sudah ada: edisi {newest_edition()}."
        estimated = sorted(
            {day.year for day in made.days.filter(estimated=True).dates("day", "year")}
        )
        marked = ", ".join(map(str, estimated)) or "tidak ada"
        return (
            f"Kalender {made.first_year}–{made.last_year}: {made.days.count()} hari "
            f"libur. Tahun dengan tanggal perkiraan: {marked}."
        )


def _contests(wanted: list[str]) -> int:
    at, known = moment.real_now(), law()
    made = load_contests(known, actor=INSTALLATION, at=at)
    try:
        return made + sum(
            open_named(known, name, actor=INSTALLATION, at=at) for name in wanted
        )
    except (LawError, RegionError) as error:
        raise CommandError(error.reader_message) from error


def _first(administrator: str, options: dict[str, Any]) -> str:
    if not (options["name"].strip() and options["office"].strip()):
        raise CommandError("--administrator memerlukan --name dan --office.")
    try:
        require_empty()
        user = make_first_administrator(
            username=administrator,
            name=options["name"].strip(),
            password=read_password(),
            office_name=options["office"].strip(),
            region=options["region"],
            at=moment.real_now(),
        )
    except (FirstAdministratorError, RegionError) as error:
        raise CommandError(error.reader_message) from error
    return f"Pengelola pertama: {user.username}. Masuk, lalu pasang dua langkah."

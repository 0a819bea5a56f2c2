"""What the customs of an office mean, and what a number template makes."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from netra.domain.law import NumberTemplate
from netra.records.accounts.models import Office, OfficeSetting
from netra.records.accounts.patterns import PATTERN_KEYS, number_from, roman_month
from netra.records.accounts.queries import settings_of
from netra.records.jobs import moment
from netra.records.law.queries import law
from netra.web.context import local_zone

_Key = OfficeSetting.Key
_NUMBERS = frozenset(PATTERN_KEYS.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Custom:
    """One thing an office settles for itself, as the page shows it.

    Attributes:
        key: Key of the setting.
        label: Its name in words.
        meaning: What it decides, and what holds while nothing is settled.
        row: What is in force, `None` while nothing is settled.
        example: The number that would come out, empty where there is none.
    """

    key: str
    label: str
    meaning: str
    row: OfficeSetting | None
    example: str


def is_number(key: str) -> bool:
    """Say whether the setting is a number template."""
    return key in _NUMBERS


def customs_of(office: Office) -> list[Custom]:
    """Return every custom an office may settle, settled or not."""
    rows = settings_of(office)
    return [custom_of(office, key, rows.get(key)) for key in _Key]


def custom_of(office: Office, key: _Key, row: OfficeSetting | None) -> Custom:
    """Return one custom with its words and example."""
    shown = row is not None and is_number(key)
    return Custom(
        key=key.value,
        label=str(key.label),
        meaning=_meanings()[key],
        row=row,
        example=example_number(office, row.value) if row and shown else "",
    )


def _meanings() -> dict[_Key, str]:
    unsettled = _(
        "Selama belum ditetapkan, dipakai pola rujukan yang belum dikonfirmasi."
    )
    plain = _("Selama belum ditetapkan, dipakai nomor urut sederhana buatan Netra.")
    return {
        _Key.PLENARY_QUORUM: _(
            "Jumlah anggota yang harus hadir agar pleno dapat memutus. Selama belum "
            "ditetapkan, pleno tidak dapat dibuka."
        ),
        _Key.REGISTRATION_NUMBER: unsettled,
        _Key.PRE_NUMBER: unsettled,
        _Key.REFERRAL_NUMBER: plain,
        _Key.SIGNATORY: _("Jabatan yang tertulis di bawah surat keluar."),
        _Key.OBSERVATION_NUMBER: unsettled,
        _Key.TRACING_NUMBER: plain,
        _Key.FINDING_NUMBER: plain,
        _Key.TRACING_DAYS: _(
            "Berapa hari sebuah penelusuran boleh berjalan. Aturan tidak memberi "
            "angka; selama belum ditetapkan, penelusuran tidak punya tenggat."
        ),
        _Key.INTAKE_THRESHOLD: _(
            "Berapa informasi baru yang tampil sekaligus; selebihnya menunggu dalam "
            "antrean yang terlihat. Selama belum ditetapkan, semuanya tampil."
        ),
        _Key.PLENARY_NOTICE_HOURS: _(
            "Berapa jam sebelum pleno undangannya harus sampai. Aturan yang kami baca "
            "tidak memberi angka; selama belum ditetapkan, jedanya tidak diperiksa."
        ),
        _Key.REPLY_DAYS: _(
            "Berapa hari terlapor dapat menanggapi. Aturan yang kami baca tidak "
            "memberi angka; selama belum ditetapkan, hak jawab tidak punya tenggat."
        ),
        _Key.REOPENING: _(
            "Apakah perkara yang sudah diputus dapat dibuka kembali. Selama belum "
            "ditetapkan, tidak dapat."
        ),
        _Key.AGENDA_IN: plain,
        _Key.AGENDA_OUT: plain,
        _Key.INVITATION_NUMBER: plain,
        _Key.NOTICE_NUMBER: plain,
        _Key.DELEGATION_NUMBER: plain,
    }


def example_number(office: Office, template: str, *, seq: int = 1) -> str:
    """Return the number of today that a template would give the office at a place.

    Raises:
        SettingValueError: the template names a field that does not exist.
    """
    on = moment.now().astimezone(local_zone(office)[0]).date()
    known = next(_templates(), None)
    contest = "bupati" if office.tier == Office.Tier.REGENCY else "walikota"
    fields: dict[str, str | int] = {
        "kind": known.kinds.get("report", "LP") if known else "LP",
        "contest": known.contests.get(contest, contest) if known else contest,
        "tier": known.tiers.get(office.tier, office.tier) if known else office.tier,
        "region_code": office.region,
        "seq": seq,
        "month_roman": roman_month(on.month),
        "month": f"{on.month:02}",
        "year": on.year,
    }
    return number_from(template, fields)


def _templates() -> Iterator[NumberTemplate]:
    for procedure in law().procedures.values():
        if procedure.registration_number is not None:
            yield procedure.registration_number

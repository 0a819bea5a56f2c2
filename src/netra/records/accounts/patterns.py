"""Number templates and other values an office may settle for itself."""

import string
from collections.abc import Mapping

from django.utils.translation import gettext as _

from netra.records.accounts.errors import SettingValueError
from netra.records.accounts.models import OfficeSetting

NUMBER_FIELDS = frozenset(
    {"seq", "kind", "contest", "tier", "region_code", "month_roman", "month", "year"}
)
PATTERN_KEYS: Mapping[str, str] = {
    "registration": OfficeSetting.Key.REGISTRATION_NUMBER,
    "report": OfficeSetting.Key.PRE_NUMBER,
    "referral": OfficeSetting.Key.REFERRAL_NUMBER,
    "observation": OfficeSetting.Key.OBSERVATION_NUMBER,
    "tracing": OfficeSetting.Key.TRACING_NUMBER,
    "finding": OfficeSetting.Key.FINDING_NUMBER,
    "invitation": OfficeSetting.Key.INVITATION_NUMBER,
    "notice": OfficeSetting.Key.NOTICE_NUMBER,
    "delegation": OfficeSetting.Key.DELEGATION_NUMBER,
    "agenda_in": OfficeSetting.Key.AGENDA_IN,
    "agenda_out": OfficeSetting.Key.AGENDA_OUT,
}
"""The setting that holds the pattern of each series an office may settle."""
_OF_MATTER = frozenset({"kind", "contest"})
_WITH_MATTER = frozenset({"registration", "report", "referral"})
"""Series whose numbers know of the matter; the others know of the office alone."""
_LARGEST: Mapping[str, int] = {
    OfficeSetting.Key.TRACING_DAYS: 365,
    OfficeSetting.Key.INTAKE_THRESHOLD: 1000,
    OfficeSetting.Key.PLENARY_NOTICE_HOURS: 1000,
    OfficeSetting.Key.REPLY_DAYS: 365,
}
"""Far beyond what an office would settle; they only catch a slip of the finger."""
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def roman_month(month: int) -> str:
    """Return the month 1 to 12 as a Roman numeral, as letters are numbered."""
    return _ROMAN[month - 1]


def series_of(key: str) -> str | None:
    """Return the series whose pattern a setting holds, `None` for other settings."""
    return next((name for name, held in PATTERN_KEYS.items() if held == key), None)


def fields_of(key: str) -> frozenset[str]:
    """Return the fields a pattern may name; some series know of no contest."""
    known = series_of(key) in _WITH_MATTER
    return NUMBER_FIELDS if known else NUMBER_FIELDS - _OF_MATTER


def number_from(template: str, fields: Mapping[str, str | int]) -> str:
    """Fill a number template such as `{seq:03}/PL/{tier}/{region_code}/{year}`.

    Raises:
        SettingValueError: the template names a field that does not exist.
    """
    try:
        return template.format_map(dict(fields))
    except (KeyError, ValueError, IndexError, AttributeError) as error:
        raise SettingValueError(
            "number", _("Pola nomor memuat bagian yang tidak dikenal.")
        ) from error


def check_setting(key: str, value: str) -> None:
    """Refuse a value that could not be used later.

    Raises:
        SettingValueError: with the sentence for the reader.
    """
    if key == OfficeSetting.Key.PLENARY_QUORUM and not _is_count(value, 15):
        raise SettingValueError(key, _("Kuorum harus bilangan bulat dari 1 sampai 15."))
    if key in _LARGEST and not _is_count(value, _LARGEST[key]):
        raise SettingValueError(
            key,
            _("Isi bilangan bulat dari 1 sampai %(largest)s.")
            % {"largest": _LARGEST[key]},
        )
    if key in PATTERN_KEYS.values():
        _check_template(key, value)


def _is_count(value: str, largest: int) -> bool:
    return value.isascii() and value.isdigit() and 1 <= int(value) <= largest


def _check_template(key: str, value: str) -> None:
    try:
        parts = list(string.Formatter().parse(value))
    except ValueError as error:
        raise SettingValueError(
            key, _("Kurung kurawal pada pola nomor belum berpasangan.")
        ) from error
    names = {name for _text, name, _spec, _conversion in parts if name is not None}
    unknown = sorted(names - fields_of(key))
    if unknown:
        raise SettingValueError(
            key,
            _("Pola nomor memuat bagian yang tidak dikenal: %(names)s.")
            % {"names": ", ".join(unknown)},
        )
    if "seq" not in names:
        raise SettingValueError(key, _("Pola nomor harus memuat nomor urut {seq}."))

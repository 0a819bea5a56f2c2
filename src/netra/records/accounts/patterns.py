"""Number templates and other values an office may settle for itself."""

import string
from collections.abc import Mapping

from django.utils.translation import gettext as _

from netra.records.accounts.errors import SettingValueError
from netra.records.accounts.models import OfficeSetting

NUMBER_FIELDS = frozenset(
    {"seq", "kind", "contest", "tier", "region_code", "month_roman", "month", "year"}
)
_NUMBER_KEYS = {
    OfficeSetting.Key.REGISTRATION_NUMBER,
    OfficeSetting.Key.PRE_NUMBER,
    OfficeSetting.Key.REFERRAL_NUMBER,
    OfficeSetting.Key.OBSERVATION_NUMBER,
    OfficeSetting.Key.TRACING_NUMBER,
    OfficeSetting.Key.FINDING_NUMBER,
}
_LARGEST: Mapping[str, int] = {
    OfficeSetting.Key.TRACING_DAYS: 365,
    OfficeSetting.Key.INTAKE_THRESHOLD: 1000,
}
"""Far beyond what an office would settle; they only catch a slip of the finger."""
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def roman_month(month: int) -> str:
    """Return the month 1 to 12 as a Roman numeral, as letters are numbered."""
    return _ROMAN[month - 1]


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
    if key in _NUMBER_KEYS:
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
    unknown = sorted(names - NUMBER_FIELDS)
    if unknown:
        raise SettingValueError(
            key,
            _("Pola nomor memuat bagian yang tidak dikenal: %(names)s.")
            % {"names": ", ".join(unknown)},
        )
    if "seq" not in names:
        raise SettingValueError(key, _("Pola nomor harus memuat nomor urut {seq}."))

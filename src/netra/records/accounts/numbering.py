"""Numbers of letters and registers: one series an office, name and year."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.models import F

from netra.records.accounts.models import GivenNumber, NumberSeries, Office
from netra.records.accounts.patterns import PATTERN_KEYS, number_from, roman_month
from netra.records.accounts.queries import setting_of


def next_number(
    office: Office, series: str, on: date, *, template: str, fields: Mapping[str, str]
) -> str:
    """Return the next number of a series; must run inside the act that uses it.

    What the office has settled for the series goes before `template`. The number is
    listed, so that the gap check finds every one that was ever given.

    Args:
        office: Whose series it is.
        series: Name of the series, such as `registration`.
        on: Local day of the act; its month and year go into the number.
        template: Number template with `{seq}`.
        fields: Further fields of the template, beside tier and region of the office.

    Raises:
        SettingValueError: the template names a field that does not exist.
        TransactionManagementError: there is no surrounding transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a number needs its act")
    row, _made = NumberSeries.objects.get_or_create(
        office=office, name=series, year=on.year
    )
    NumberSeries.objects.filter(pk=row.pk).update(last=F("last") + 1)
    row.refresh_from_db()
    number = numbered(office, series, row.last, on, template=template, fields=fields)
    GivenNumber.objects.create(series=row, seq=row.last, number=number, given_on=on)
    return number


def numbered(
    office: Office,
    series: str,
    seq: int,
    on: date,
    *,
    template: str,
    fields: Mapping[str, str],
) -> str:
    """Return the number a place in a series has, without giving it.

    Raises:
        SettingValueError: the template names a field that does not exist.
    """
    key = PATTERN_KEYS.get(series)
    own = setting_of(office, key) if key else None
    told: dict[str, str | int] = {
        "tier": office.tier,
        "region_code": office.region or "00",
        **fields,
        "seq": seq,
        "month_roman": roman_month(on.month),
        "month": f"{on.month:02}",
        "year": on.year,
    }
    return number_from(own or template, told)

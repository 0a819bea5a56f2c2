"""Numbers of letters and registers: one series an office, name and year."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.models import F

from netra.records.accounts.models import NumberSeries, Office
from netra.records.accounts.patterns import number_from, roman_month


def next_number(
    office: Office, series: str, on: date, *, template: str, fields: Mapping[str, str]
) -> str:
    """Return the next number of a series; must run inside the act that uses it.

    Args:
        office: Whose series it is.
        series: Name of the series, such as `registration`.
        on: Local day of the act; its month and year go into the number.
        template: Number template with `{seq}`.
        fields: Further fields of the template.

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
    moment: dict[str, str | int] = {
        "seq": row.last,
        "month_roman": roman_month(on.month),
        "month": f"{on.month:02}",
        "year": on.year,
    }
    return number_from(template, {**fields, **moment})

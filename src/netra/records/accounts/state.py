"""The kept state of accounts, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping

from netra.records.accounts.models import (
    Office,
    OfficeSetting,
    RoleAssignment,
    User,
    VoidedNumber,
)
from netra.records.ledger.replaying import Kept, Text


def access_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield accounts, roles and offices with their fields."""
    for user in User.objects.all():
        yield f"account:{user.pk}", {"active": user.is_active}
    for row in RoleAssignment.objects.all():
        yield (
            f"role:{row.pk}",
            {
                "account": str(row.user_id),
                "office": str(row.office_id),
                "role": row.role,
                "from_on": row.from_on.isoformat(),
                "to_on": row.to_on.isoformat() if row.to_on else None,
            },
        )
    yield from _offices()
    yield from _voided()


def _voided() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    for row in VoidedNumber.objects.select_related("series"):
        yield (
            row.ledger_subject,
            {
                "office": str(row.series.office_id),
                "series": row.series.name,
                "year": row.series.year,
                "seq": row.seq,
                "reason": Text(value=row.reason),
            },
        )


def _offices() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    settled: dict[int, dict[str, Kept]] = {}
    for row in OfficeSetting.objects.order_by("id"):
        settled.setdefault(row.office_id, {})[f"setting/{row.key}"] = row.value
    for office in Office.objects.all():
        fields: dict[str, Kept] = {
            "tier": office.tier,
            "region": office.region,
            "name": office.name,
            "authorisation": office.authorisation or None,
            "authorised_on": office.authorised_on.isoformat()
            if office.authorised_on
            else None,
        }
        yield office.ledger_subject, fields | settled.get(office.pk, {})

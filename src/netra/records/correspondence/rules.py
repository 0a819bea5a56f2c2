"""What the database itself demands of a line of the agenda."""

from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.db.models.constraints import BaseConstraint

_STANDING = Q(direction="out", corrects__isnull=True, voided_at__isnull=True)

AGENDA_RULES: list[BaseConstraint] = [
    UniqueConstraint(
        fields=["office", "direction", "year", "sequence"],
        name="agenda_sequence_once_a_year",
    ),
    UniqueConstraint(
        fields=["paper"],
        condition=_STANDING & Q(paper__isnull=False),
        name="paper_once_in_the_agenda",
    ),
    UniqueConstraint(
        fields=["referral"],
        condition=_STANDING & Q(referral__isnull=False),
        name="referral_once_in_the_agenda",
    ),
    CheckConstraint(
        condition=Q(names_source=False) | Q(counterpart=""),
        name="agenda_source_only_under_seal",
    ),
    CheckConstraint(
        condition=Q(happened_at__lte=F("recorded_at")),
        name="agenda_happened_before_recorded",
    ),
    CheckConstraint(
        condition=Q(voided_at__isnull=True, voided_by__isnull=True, void_reason="")
        | (Q(voided_at__isnull=False, voided_by__isnull=False) & ~Q(void_reason="")),
        name="voided_agenda_entry_has_a_reason",
    ),
]

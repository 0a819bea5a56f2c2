"""A report or case changes hands between offices."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Move(models.Model):
    """One change of hands: delegation, take-over, or the way back.

    Invariant: it is about one report that is not registered or about one case; the
    offices differ, and one of them, `written_by`, wrote the letter and numbered it;
    article and status are those of the procedure's rule on that day. A move changes no
    event, so no deadline starts anew by it. A delegation waits for the receiving office
    to say that it has it; the other kinds do not.
    """

    class Kind(models.TextChoices):
        """Which way."""

        DELEGATION = "delegation", _("pelimpahan")
        TAKEOVER = "takeover", _("pengambilalihan")
        RETURN = "return", _("pengembalian")

    report = models.ForeignKey(
        "reports.Report", null=True, on_delete=models.PROTECT, related_name="moves"
    )
    case = models.ForeignKey(
        "cases.Case", null=True, on_delete=models.PROTECT, related_name="moves"
    )
    kind = models.CharField(max_length=12, choices=Kind)
    from_office = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="+"
    )
    to_office = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="+"
    )
    written_by = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="+"
    )
    number = models.CharField(max_length=80)
    reason = models.TextField(_("Alasan"))
    article = models.CharField(max_length=120, blank=True)
    status = models.CharField(max_length=16)
    made_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()
    accepted_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-made_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["written_by", "number"], name="move_number_once_an_office"
            ),
            models.CheckConstraint(
                condition=models.Q(report__isnull=False, case__isnull=True)
                | models.Q(report__isnull=True, case__isnull=False),
                name="move_of_one_matter",
            ),
            models.CheckConstraint(
                condition=~models.Q(from_office=models.F("to_office")),
                name="move_between_two_offices",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_by__isnull=True, accepted_at__isnull=True)
                | models.Q(accepted_by__isnull=False, accepted_at__isnull=False),
                name="move_accepted_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this move."""
        return f"move:{self.pk}"

    @property
    def waits(self) -> bool:
        """Whether the receiving office has not yet said that it has the matter."""
        return self.kind == self.Kind.DELEGATION and self.accepted_at is None

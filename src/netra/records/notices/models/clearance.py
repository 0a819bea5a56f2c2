"""Exoneration: whoever is cleared leaves every list but the sealed file."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.access import SealedTextField


class Clearance(models.Model):
    """That a respondent of a case is cleared, why and by whom.

    Invariant: one in force a respondent; while it is, the respondent carries
    `cleared_at` and reads masked. `titles` keeps what the titles of case and origin
    said before the name was taken out of them.
    """

    class Ground(models.TextChoices):
        """Why."""

        NOT_A_VIOLATION = "not_a_violation", _("pleno: bukan pelanggaran")
        WITHDRAWN = "withdrawn", _("dikeluarkan dari perkara")
        MISTAKEN = "mistaken", _("orang yang keliru")

    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="clearances"
    )
    respondent = models.ForeignKey(
        "reports.Respondent", on_delete=models.PROTECT, related_name="clearances"
    )
    ground = models.CharField(_("Dasar"), max_length=16, choices=Ground)
    reason = SealedTextField(_("Alasan"))
    titles = SealedTextField(default="")
    cleared_at = models.DateTimeField()
    cleared_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_reason = SealedTextField(default="")

    class Meta:
        ordering = ("cleared_at", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["respondent"],
                condition=models.Q(lifted_at__isnull=True),
                name="one_clearance_in_force",
            )
        ]

    def __str__(self) -> str:
        return f"clearance {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this clearance."""
        return f"clearance:{self.pk}"


class SealedOpening(models.Model):
    """Who opened the sealed name of somebody cleared, when and why.

    Invariant: written in the transaction that opened it, never changed.
    """

    clearance = models.ForeignKey(
        Clearance, on_delete=models.PROTECT, related_name="openings"
    )
    account = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    reason = models.TextField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"sealed opening {self.pk}"

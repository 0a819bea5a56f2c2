"""Passages that are covered in the copies of a referral, and words that may stay."""

from django.db import models
from django.db.models import Q

from netra.records.access import SealedTextField


class Redaction(models.Model):
    """One passage of the texts of a referral: covered, or found harmless.

    Invariant: only a part of a name is ever found harmless, with a reason, and never by
    who makes the pack. The passage itself may name a person and is sealed.
    """

    class Kind(models.TextChoices):
        """What is done with it."""

        COVER = "cover", "cover"
        SPARE = "spare", "spare"

    referral = models.ForeignKey(
        "referrals.Referral", on_delete=models.PROTECT, related_name="redactions"
    )
    kind = models.CharField(max_length=5, choices=Kind)
    passage = SealedTextField()
    reason = models.TextField(blank=True)
    made_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="cover") | ~Q(reason=""),
                name="spared_word_has_a_reason",
            )
        ]

    def __str__(self) -> str:
        return f"redaction {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this passage."""
        return f"redaction:{self.pk}"

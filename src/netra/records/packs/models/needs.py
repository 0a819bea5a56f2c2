"""Why a body may know who reported and who saw it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class LegalNeed(models.Model):
    """The recorded legal need of one body in one referral.

    Invariant: who approved it is not who recorded it; nothing sealed is made for a body
    without an approved need. The ground is what the office typed; Netra confirms none.
    """

    referral = models.ForeignKey(
        "referrals.Referral", on_delete=models.PROTECT, related_name="needs"
    )
    body = models.ForeignKey(
        "accounts.OutsideBody", on_delete=models.PROTECT, related_name="needs"
    )
    ground = models.CharField(_("Pasal atau dasar hukum"), max_length=300)
    letter = models.CharField(_("Nomor surat permintaan"), max_length=120)
    letter_on = models.DateField(_("Tanggal surat permintaan"))
    recorded_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "body", "letter"], name="need_once_a_letter"
            ),
            models.CheckConstraint(
                condition=~Q(ground="") & ~Q(letter=""),
                name="need_has_ground_and_letter",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True)
                | ~Q(approved_by=F("recorded_by")),
                name="need_approved_by_somebody_else",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True, approved_at__isnull=True)
                | Q(approved_by__isnull=False, approved_at__isnull=False),
                name="approved_need_is_dated",
            ),
        ]

    def __str__(self) -> str:
        return f"need {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this need."""
        return f"need:{self.pk}"

    @property
    def is_approved(self) -> bool:
        """Whether a second person approved it."""
        return self.approved_at is not None

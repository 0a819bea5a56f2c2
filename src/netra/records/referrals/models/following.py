"""What happened to a letter after it was sent."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.referrals.models.referral import Referral


class Hop(models.Model):
    """One station of a letter, as its proof tells.

    Invariant: never changed; an acknowledgement names the body that gave it. What
    happened is not later than its recording.
    """

    class Kind(models.TextChoices):
        """What happened."""

        SENT = "sent", _("dikirim")
        DELIVERED = "delivered", _("sampai")
        ACKNOWLEDGED = "acknowledged", _("diterima dengan tanda terima")
        RETURNED = "returned", _("dikembalikan")

    referral = models.ForeignKey(
        Referral, on_delete=models.PROTECT, related_name="hops"
    )
    kind = models.CharField(_("Yang terjadi"), max_length=14, choices=Kind)
    body = models.CharField(_("Lembaga"), max_length=200, blank=True)
    channel = models.CharField(_("Saluran"), max_length=160, blank=True)
    number = models.CharField(_("Nomor resi atau agenda"), max_length=120, blank=True)
    note = models.TextField(_("Catatan"), blank=True)
    proof = models.ForeignKey(
        "evidence.Blob", null=True, on_delete=models.PROTECT, related_name="+"
    )
    happened_at = models.DateTimeField(_("Waktu kejadian"))
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("happened_at", "id")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind="acknowledged") | ~models.Q(body=""),
                name="acknowledgement_names_a_body",
            ),
            models.CheckConstraint(
                condition=models.Q(happened_at__lte=models.F("recorded_at")),
                name="hop_happened_before_it_was_recorded",
            ),
        ]

    def __str__(self) -> str:
        return f"hop {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this station."""
        return f"hop:{self.pk}"


class Answer(models.Model):
    """What a body did with a referral, as it told the office.

    Invariant: never changed; `level` is a sanction of the law data and stands only
    where one was imposed.
    """

    class Kind(models.TextChoices):
        """What the body decided."""

        IMPOSED = "imposed", _("hukuman atau sanksi dijatuhkan")
        NOT_PROVEN = "not_proven", _("dinilai tidak terbukti")
        RECOMMENDED = "recommended", _("direkomendasikan kepada lembaga lain")
        DECLINED = "declined", _("tidak ditindaklanjuti")
        OTHER = "other", _("jawaban lain")

    referral = models.ForeignKey(
        Referral, on_delete=models.PROTECT, related_name="answers"
    )
    kind = models.CharField(_("Jawaban"), max_length=12, choices=Kind)
    body = models.CharField(_("Lembaga yang menjawab"), max_length=200)
    number = models.CharField(_("Nomor surat jawaban"), max_length=120, blank=True)
    level = models.CharField(_("Tingkat"), max_length=40, blank=True)
    text = models.TextField(_("Isi jawaban"))
    answered_on = models.DateField(_("Tanggal jawaban"))
    proof = models.ForeignKey(
        "evidence.Blob", null=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("answered_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(level="") | models.Q(kind="imposed"),
                name="level_only_of_what_was_imposed",
            ),
            models.CheckConstraint(
                condition=~models.Q(body="") & ~models.Q(text=""),
                name="answer_has_body_and_text",
            ),
        ]

    def __str__(self) -> str:
        return f"answer {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this answer."""
        return f"answer:{self.pk}"


class FollowUpEnd(models.Model):
    """The end of watching a case; `reason` says why, where an answer is missing.

    A case that was opened again may be watched, and ended, once more.
    """

    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="follow_up_ends"
    )
    reason = models.TextField(_("Alasan"), blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"end of follow-up {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this end."""
        return f"follow_up_end:{self.pk}"

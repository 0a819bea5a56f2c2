"""Letters that invite, and how each reached the person."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.access import SealedTextField
from netra.records.clarifications.models.hearing import Clarification


class Invitation(models.Model):
    """One invitation, the first or the second.

    Invariant: `due_at` is the last moment by the law of the case, empty where it names
    none; what was sent later carries a reason. `hearing_at` is the moment the person
    was invited for.
    """

    clarification = models.ForeignKey(
        Clarification, on_delete=models.PROTECT, related_name="invitations"
    )
    order = models.PositiveSmallIntegerField()
    number = models.CharField(_("Nomor surat"), max_length=80, blank=True)
    hearing_at = models.DateTimeField()
    sent_at = models.DateTimeField(_("Waktu dikirim"))
    due_at = models.DateTimeField(null=True)
    late_reason = models.TextField(_("Alasan terlambat"), blank=True)

    class Meta:
        ordering = ("clarification", "order")
        constraints = [
            models.UniqueConstraint(
                fields=["clarification", "order"], name="invitation_once_an_order"
            ),
            models.CheckConstraint(
                condition=models.Q(order__in=[1, 2]), name="first_or_second_invitation"
            ),
            models.CheckConstraint(
                condition=models.Q(due_at__isnull=True)
                | models.Q(sent_at__lte=models.F("due_at"))
                | ~models.Q(late_reason=""),
                name="late_invitation_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this invitation."""
        return f"invitation:{self.pk}"

    @property
    def is_late(self) -> bool:
        """Whether it was sent after the last moment."""
        return self.due_at is not None and self.sent_at > self.due_at


class Service(models.Model):
    """One attempt to hand an invitation over, and what came of it.

    Invariant: who took the letter is sealed; `proof` is a photo or scan, if there is
    one.
    """

    class How(models.TextChoices):
        """The way the letter went."""

        BY_HAND = "by_hand", _("Diantar langsung")
        POST = "post", _("Pos atau kurir")
        E_MAIL = "e_mail", _("Surel")
        PHONE = "phone", _("Telepon atau pesan")
        LOWER_OFFICE = "lower_office", _("Lewat pengawas di bawahnya")

    class Result(models.TextChoices):
        """What came of it."""

        RECEIVED = "received", _("Diterima")
        REFUSED = "refused", _("Ditolak")
        NOT_FOUND = "not_found", _("Orang atau alamat tidak ditemukan")

    invitation = models.ForeignKey(
        Invitation, on_delete=models.PROTECT, related_name="services"
    )
    how = models.CharField(_("Cara disampaikan"), max_length=14, choices=How)
    by = models.CharField(_("Disampaikan oleh"), max_length=120)
    received_by = SealedTextField(_("Diterima oleh"), default="")
    served_at = models.DateTimeField(_("Waktu disampaikan"))
    result = models.CharField(_("Hasil"), max_length=10, choices=Result)
    note = models.TextField(_("Catatan"), blank=True)
    proof = models.ForeignKey(
        "evidence.Blob", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("served_at", "id")

    def __str__(self) -> str:
        return f"service {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this attempt."""
        return f"service:{self.pk}"

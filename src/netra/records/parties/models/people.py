"""Witnesses, experts and others of a case. What names them is kept as ciphertext."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.access import SealedTextField


class Party(models.Model):
    """Somebody who can be heard in a case beside reporter and respondents.

    Invariant: a witness whom a report names has one live row at most, and keeps the key
    of the report's witness; who was dropped stays with the reason.
    """

    class Kind(models.TextChoices):
        """In what quality somebody is heard."""

        WITNESS = "witness", _("Saksi")
        EXPERT = "expert", _("Ahli")
        OTHER = "other", _("Pihak lain yang berkepentingan")

    class Source(models.TextChoices):
        """Who named them."""

        REPORTER = "reporter", _("disebut pelapor")
        RESPONDENT = "respondent", _("disebut terlapor")
        OFFICE = "office", _("dicari kantor")

    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="parties"
    )
    kind = models.CharField(_("Sebagai"), max_length=8, choices=Kind)
    source = models.CharField(_("Asal"), max_length=10, choices=Source)
    witness = models.ForeignKey(
        "reports.Witness",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="parties",
    )
    name = SealedTextField(_("Nama"))
    address = SealedTextField(_("Alamat"), default="")
    phone = SealedTextField(_("Telepon"), default="")
    occupation = SealedTextField(_("Pekerjaan atau jabatan"), default="")
    expertise = models.CharField(_("Keahlian"), max_length=200, blank=True)
    knows = SealedTextField(_("Apa yang diketahuinya"), default="")
    named_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    named_at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True)
    drop_reason = SealedTextField(_("Alasan"), default="")

    SEALED = ("name", "address", "phone", "occupation", "knows")

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "parties"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "witness"],
                condition=models.Q(dropped_at__isnull=True),
                name="witness_of_a_report_once_a_case",
            ),
            models.CheckConstraint(
                condition=models.Q(witness__isnull=True)
                | models.Q(kind="witness", source="reporter"),
                name="witness_of_a_report_is_a_witness",
            ),
        ]

    def __str__(self) -> str:
        return f"party {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this person."""
        return f"party:{self.pk}"

    @property
    def key(self) -> str:
        """Stable key of the person within the case."""
        return f"witness:{self.witness_id}" if self.witness_id else f"party:{self.pk}"


class PartyOpening(models.Model):
    """Who opened the identity of somebody in a case, when and why.

    Invariant: written in the transaction that opened it, never changed; `key` is that
    of `Hearable`.
    """

    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="openings"
    )
    key = models.CharField(max_length=40)
    account = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    reason = models.TextField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"opening {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entry about this opening."""
        return f"party_opening:{self.pk}"

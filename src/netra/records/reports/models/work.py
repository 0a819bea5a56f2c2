"""Exhibits, what was handed in later, and the office's checks."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.access import SealedTextField
from netra.records.reports.models.report import Report


class Exhibit(models.Model):
    """A file handed in with a report, under the name the reporter gave it.

    Invariant: the same bytes belong to a report once.
    """

    class Kind(models.TextChoices):
        """What the file is for."""

        EVIDENCE = "evidence", _("bukti")
        SIGNED_PAGE = "signed_page", _("lembar bertanda tangan")
        IDENTITY_CARD = "identity_card", _("kartu identitas")
        POWER_OF_ATTORNEY = "power_of_attorney", _("surat kuasa")
        LETTER = "letter", _("surat laporan")
        VOICE = "voice", _("pesan suara laporan")

    report = models.ForeignKey(
        Report, on_delete=models.PROTECT, related_name="exhibits"
    )
    blob = models.ForeignKey("evidence.Blob", on_delete=models.PROTECT)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.EVIDENCE)
    name = SealedTextField(default="")
    received_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["report", "blob"], name="exhibit_once_a_report"
            )
        ]

    def __str__(self) -> str:
        return f"exhibit {self.pk}"

    @property
    def shows_identity(self) -> bool:
        """Whether the file names the reporter, so that opening it is recorded."""
        return self.kind != self.Kind.EVIDENCE


class HandedIn(models.Model):
    """One requirement handed in after the report, on the web or at the office."""

    report = models.ForeignKey(
        Report, on_delete=models.PROTECT, related_name="handed_in"
    )
    item = models.CharField(max_length=40)
    note = SealedTextField(default="")
    via = models.CharField(max_length=8, choices=Report.Via)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return self.item


class CheckResult(models.Model):
    """What the office found for one requirement, in the first or second check.

    Invariant: a requirement is found once in each check.
    """

    class Round(models.IntegerChoices):
        """Which check."""

        INITIAL = 1, _("kajian awal")
        COMPLETION = 2, _("pemeriksaan perbaikan")

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="checks")
    round = models.PositiveSmallIntegerField(choices=Round)
    item = models.CharField(max_length=40)
    present = models.BooleanField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ("round", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["report", "round", "item"], name="item_found_once_a_check"
            )
        ]

    def __str__(self) -> str:
        return self.item


class IdentityOpening(models.Model):
    """Who opened the reporter's identity, when and why.

    Invariant: written in the transaction that opened it, never changed.
    """

    report = models.ForeignKey(
        Report, on_delete=models.PROTECT, related_name="openings"
    )
    account = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    reason = models.TextField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"opening {self.pk}"

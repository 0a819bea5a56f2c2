"""Who took a register book out of the program, when and for which period."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RegisterExport(models.Model):
    """One export of a register book.

    Invariant: written before the file leaves, never changed; `sha256` is the hash of
    that file, which is not kept.
    """

    class Format(models.TextChoices):
        """File format."""

        PDF = "pdf", _("PDF")
        XLSX = "xlsx", _("XLSX")

    office = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="register_exports"
    )
    book = models.CharField(max_length=30)
    format = models.CharField(max_length=4, choices=Format)
    from_on = models.DateField()
    to_on = models.DateField()
    row_count = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    exported_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    exported_at = models.DateTimeField()

    class Meta:
        ordering = ("-exported_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(from_on__lte=models.F("to_on")),
                name="register_period_in_order",
            )
        ]

    def __str__(self) -> str:
        return f"{self.book} {self.from_on}/{self.to_on}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entry about this export."""
        return f"register_export:{self.pk}"

    @property
    def facts(self) -> dict[str, str | int | bool | None]:
        """What the ledger and its replay tell of this export."""
        return {
            "office": str(self.office_id),
            "book": self.book,
            "format": self.format,
            "from_on": self.from_on.isoformat(),
            "to_on": self.to_on.isoformat(),
            "row_count": self.row_count,
            "sha256": self.sha256,
        }

"""Forms an office defines itself, where the annex gives none that is known."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OfficeForm(models.Model):
    """A form of one office; what it says stands in its versions.

    Invariant: a withdrawn form is issued no more; what was issued stays.
    """

    office = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="own_forms"
    )
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("office", "id")

    def __str__(self) -> str:
        return f"office form {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this form and its versions."""
        return f"office_form:{self.pk}"


class OfficeFormVersion(models.Model):
    """What a form of an office says from a moment on.

    Invariant: never changed; the newest version is issued. Code and source are what
    the office typed, never a value of the law; `body` is plain text whose placeholders
    are all known.
    """

    form = models.ForeignKey(
        OfficeForm, on_delete=models.PROTECT, related_name="versions"
    )
    no = models.PositiveIntegerField()
    title = models.CharField(_("Judul formulir"), max_length=120)
    code = models.CharField(_("Kode formulir"), max_length=20, blank=True)
    source = models.CharField(_("Dasar atau sumber"), max_length=200)
    body = models.TextField(_("Isi formulir"))
    written_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("form", "-no")
        constraints = [
            models.UniqueConstraint(
                fields=["form", "no"], name="office_form_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"version {self.no} of office form {self.form_id}"

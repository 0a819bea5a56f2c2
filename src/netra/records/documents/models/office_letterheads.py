"""The letterhead of an office, version by version."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OfficeLetterhead(models.Model):
    """How the letters of an office begin and who signs them, from a moment on.

    Invariant: rows are never changed; the newest of an office is in force, and a paper
    keeps the one of its day because its bytes are kept. `logo` is the hash of a PNG in
    the store of papers, empty without one; it is no emblem of the state.
    """

    office = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="letterheads"
    )
    no = models.PositiveIntegerField()
    tier_line = models.CharField(_("Baris di atas nama"), max_length=120, blank=True)
    name_line = models.CharField(_("Nama kantor pada surat"), max_length=120)
    second_line = models.CharField(_("Baris kedua"), max_length=120, blank=True)
    address = models.CharField(_("Alamat"), max_length=200, blank=True)
    phone = models.CharField(_("Telepon"), max_length=30, blank=True)
    email = models.EmailField(_("Surel"), blank=True)
    city = models.CharField(_("Kota pada surat"), max_length=60, blank=True)
    signatory_post = models.CharField(
        _("Jabatan penanda tangan"), max_length=120, blank=True
    )
    signatory_name = models.CharField(
        _("Nama penanda tangan"), max_length=120, blank=True
    )
    logo = models.CharField(max_length=64, blank=True)
    set_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    set_at = models.DateTimeField()

    LINES = (
        "tier_line",
        "name_line",
        "second_line",
        "address",
        "phone",
        "email",
        "city",
    )
    SIGNED = ("signatory_post", "signatory_name")

    class Meta:
        ordering = ("office", "-no")
        constraints = [
            models.UniqueConstraint(
                fields=["office", "no"], name="letterhead_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"letterhead {self.no} of office {self.office_id}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this version."""
        return f"letterhead:{self.pk}"

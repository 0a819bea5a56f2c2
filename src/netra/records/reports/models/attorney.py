"""Who acts for the reporter. What names them is kept as ciphertext."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.access import SealedTextField
from netra.records.reports.models.report import Report


class Attorney(models.Model):
    """An attorney (*kuasa*) who hands the report in for its reporter.

    Invariant: masked like the reporter and opened with them, for a recorded reason; the
    power of attorney itself is an exhibit of its own kind.
    """

    report = models.OneToOneField(
        Report, on_delete=models.PROTECT, related_name="attorney"
    )
    name = SealedTextField(_("Nama kuasa"))
    address = SealedTextField(_("Alamat kuasa"), default="")
    phone = SealedTextField(_("Telepon kuasa"), default="")
    email = SealedTextField(_("Surel kuasa"), default="")
    power_on = models.DateField(_("Tanggal surat kuasa"), null=True)

    FIELDS = ("name", "address", "phone", "email")

    def __str__(self) -> str:
        return f"attorney of report {self.report_id}"

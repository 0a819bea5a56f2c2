"""A notice: one message about one event to one addressee."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.access import SealedTextField


class Notice(models.Model):
    """What somebody concerned is told, from its preparation to the proof of delivery.

    Invariant: about a case, or about a report that has none; the same event is told to
    the same addressee once, however often it is tried, unless the notice was withdrawn
    before it was sent. The text names neither reporter nor witnesses nor respondents:
    whom it is for stands in the row.
    """

    class Event(models.TextChoices):
        """What is told."""

        RECEIVED = "received", _("laporan diterima")
        REGISTERED = "registered", _("diregistrasi")
        NOT_REGISTERED = "not_registered", _("tidak diregistrasi")
        REDIRECTED = "redirected", _("diarahkan ke lembaga lain")
        DELEGATED = "delegated", _("dilimpahkan ke pengawas lain")
        REPLY_INVITED = "reply_invited", _("hak jawab diberikan")
        DECIDED = "decided", _("diputus")
        REFERRED = "referred", _("diteruskan")
        CLEARED = "cleared", _("nama dipulihkan")

    class To(models.TextChoices):
        """Whom it is for."""

        REPORTER = "reporter", _("pelapor")
        ATTORNEY = "attorney", _("kuasa pelapor")
        FINDER = "finder", _("pengawas yang menemukan")
        RESPONDENT = "respondent", _("terlapor")
        OFFICE_BELOW = "office_below", _("kantor di bawah")
        OFFICE_ABOVE = "office_above", _("kantor di atas")

    class Channel(models.TextChoices):
        """How it goes."""

        STATUS_PAGE = "status_page", _("halaman status")
        EMAIL = "email", _("surel, bila diminta pelapor")
        LETTER = "letter", _("surat")
        BY_HAND = "by_hand", _("diserahkan langsung")
        PHONE = "phone", _("telepon yang dicatat")

    case = models.ForeignKey(
        "cases.Case", null=True, on_delete=models.PROTECT, related_name="notices"
    )
    report = models.ForeignKey(
        "reports.Report", null=True, on_delete=models.PROTECT, related_name="notices"
    )
    event = models.CharField(_("Tentang"), max_length=20, choices=Event)
    to = models.CharField(_("Kepada"), max_length=14, choices=To)
    respondent = models.ForeignKey(
        "reports.Respondent", null=True, on_delete=models.PROTECT, related_name="+"
    )
    office = models.ForeignKey(
        "accounts.Office", null=True, on_delete=models.PROTECT, related_name="+"
    )
    channel = models.CharField(_("Saluran"), max_length=12, choices=Channel)
    once = models.CharField(max_length=80, editable=False)
    number = models.CharField(max_length=80)
    text = models.TextField()
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    mailed_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    delivery_note = SealedTextField(default="")
    delivery_proof = models.ForeignKey(
        "evidence.Blob", null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = SealedTextField(default="")

    class Meta:
        ordering = ("-prepared_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(case__isnull=False, report__isnull=True)
                | models.Q(case__isnull=True, report__isnull=False),
                name="notice_has_one_matter",
            ),
            models.UniqueConstraint(
                fields=["once"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="one_notice_an_event_and_addressee",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at__isnull=True)
                | models.Q(sent_at__isnull=True),
                name="only_unsent_notices_are_withdrawn",
            ),
            models.CheckConstraint(
                condition=models.Q(delivered_at__isnull=True)
                | models.Q(sent_at__isnull=False),
                name="delivered_notices_were_sent",
            ),
        ]

    def __str__(self) -> str:
        return f"notice {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this notice."""
        return f"notice:{self.pk}"

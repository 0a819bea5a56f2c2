"""What happens to a case beside its road, and what is recorded about it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.access import SealedTextField


class Withdrawal(models.Model):
    """The reporter takes the report back; handling does not end by it.

    Invariant: once a report; how it goes on is decided by an officer, with a reason.
    The reason the reporter gives is sealed, since it may say who they are.
    """

    class By(models.TextChoices):
        """Who takes it back."""

        REPORTER = "reporter", _("pelapor sendiri")
        ATTORNEY = "attorney", _("kuasa pelapor")

    class Proof(models.TextChoices):
        """How the office knows that it is the reporter's will."""

        LETTER = "letter", _("surat bertanda tangan")
        PRESENT = "present", _("hadir dengan kartu identitas")
        OTHER = "other", _("cara lain, diterangkan dalam alasan")

    class GoesOn(models.TextChoices):
        """How handling goes on."""

        REPORT = "report", _("sebagai laporan")
        INFORMATION = "information", _("sebagai informasi awal")

    report = models.OneToOneField(
        "reports.Report", on_delete=models.PROTECT, related_name="withdrawal"
    )
    letter_on = models.DateField(_("Tanggal surat pencabutan"))
    said_by = models.CharField(_("Dicabut oleh"), max_length=12, choices=By)
    proof = models.CharField(_("Bukti pencabutan"), max_length=12, choices=Proof)
    reason = SealedTextField(_("Alasan pencabutan"))
    recorded_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    goes_on = models.CharField(max_length=12, choices=GoesOn, blank=True)
    decision_reason = models.TextField(_("Pertimbangan petugas"), blank=True)
    decided_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-recorded_at",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(goes_on="", decided_at__isnull=True)
                | (~models.Q(goes_on="") & models.Q(decided_at__isnull=False)),
                name="withdrawal_decided_at_a_moment",
            )
        ]

    def __str__(self) -> str:
        return f"withdrawal {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this withdrawal."""
        return f"withdrawal:{self.pk}"


class Source(models.TextChoices):
    """Who is asked for something, or brings it."""

    REPORTER = "reporter", _("pelapor")
    RESPONDENT = "respondent", _("terlapor")
    WITNESS = "witness", _("saksi")
    EXPERT = "expert", _("ahli")
    AGENCY = "agency", _("instansi")
    SUPERVISOR = "supervisor", _("pengawas")


class InformationRequest(models.Model):
    """Information the study still needs, asked for within the longer time of the law.

    Invariant: asked only while the case is under study; the answer is sealed, since it
    may name who gave it.
    """

    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="information_requests"
    )
    asked_of = models.CharField(_("Diminta dari"), max_length=12, choices=Source)
    what = models.TextField(_("Keterangan yang diminta"))
    asked_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()
    answer = SealedTextField(_("Keterangan yang diterima"), default="")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("asked_at", "id")

    def __str__(self) -> str:
        return f"information request {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this request."""
        return f"information_request:{self.pk}"


class LateEvidence(models.Model):
    """Evidence that came after registration, with why it came late.

    Invariant: before the decision it is in a version of the study written after it
    came; after the decision it changes nothing by itself, but a case may be opened
    again because of it.
    """

    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="late_evidence"
    )
    brought_by = models.CharField(_("Dibawa oleh"), max_length=12, choices=Source)
    description = models.TextField(_("Uraian bukti"))
    why_late = models.TextField(_("Alasan baru disampaikan"))
    received_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    after_decision = models.BooleanField(default=False)
    study_version = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ("received_at", "id")
        verbose_name_plural = "late evidence"

    def __str__(self) -> str:
        return f"late evidence {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this evidence."""
        return f"late_evidence:{self.pk}"


class Correction(models.Model):
    """A slip of the pen set right: what stood, what stands, and why.

    Invariant: proposed by one person and approved by another; it changes neither
    outcome nor norm nor addressee, and what stood stays readable.
    """

    class What(models.TextChoices):
        """In which paper the slip is."""

        DECISION = "decision", _("putusan pleno")
        LETTER = "letter", _("surat")
        NUMBER = "number", _("nomor")
        STUDY = "study", _("kajian")

    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="corrections"
    )
    what = models.CharField(_("Yang diperbaiki"), max_length=12, choices=What)
    place = models.CharField(_("Letak kesalahan"), max_length=160)
    stood = models.TextField(_("Tertulis"))
    stands = models.TextField(_("Seharusnya"))
    why = models.TextField(_("Sebab kesalahan"))
    proposed_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("proposed_at", "id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True)
                | ~models.Q(approved_by=models.F("proposed_by")),
                name="correction_by_two_people",
            ),
            models.CheckConstraint(
                condition=~models.Q(stood=models.F("stands")),
                name="correction_changes_something",
            ),
        ]

    def __str__(self) -> str:
        return f"correction {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this correction."""
        return f"correction:{self.pk}"


class Reopening(models.Model):
    """A decided case is opened again, under the custom the office has settled.

    Invariant: because of evidence that came after the decision; the decision that was
    set aside stays in its plenary and in the ledger.
    """

    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="reopenings"
    )
    evidence = models.OneToOneField(
        LateEvidence, on_delete=models.PROTECT, related_name="reopening"
    )
    plenary = models.ForeignKey(
        "cases.Plenary", on_delete=models.PROTECT, related_name="+"
    )
    reason = models.TextField(_("Alasan"))
    custom = models.CharField(max_length=200)
    reopened_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    reopened_at = models.DateTimeField()

    class Meta:
        ordering = ("reopened_at", "id")

    def __str__(self) -> str:
        return f"reopening {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this reopening."""
        return f"reopening:{self.pk}"

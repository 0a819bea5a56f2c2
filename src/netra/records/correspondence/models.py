"""Rows of the agenda: what came in and went out, with numbers of the office."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action
from netra.records.access import RegionQuerySet, SealedTextField
from netra.records.correspondence.rules import AGENDA_RULES


class AgendaQuerySet(RegionQuerySet["AgendaEntry"]):
    """Entries by the jurisdiction of the office whose agenda it is."""

    view_action = Action.VIEW_AGENDA


class AgendaEntry(models.Model):
    """One line of the agenda: a letter, call, visit or message, in or out.

    Invariant: what was entered is never changed, which the database refuses too; a
    correction is a further entry that names the one it corrects, and a voided entry
    keeps its number with the reason. Links to a matter are set once. `sequence` grows
    by one a direction and year. Where the other side is a reporter or witness, it is
    known only under seal.
    """

    class Direction(models.TextChoices):
        """Which way it went."""

        IN = "in", _("masuk")
        OUT = "out", _("keluar")

    class Kind(models.TextChoices):
        """What it was."""

        LETTER = "letter", _("surat")
        CALL = "call", _("telepon")
        VISIT = "visit", _("kunjungan")
        MAIL = "mail", _("surel")
        OTHER = "other", _("lainnya")

    office = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="agenda"
    )
    region = models.CharField(max_length=8, db_index=True)
    direction = models.CharField(_("Arah"), max_length=3, choices=Direction)
    kind = models.CharField(_("Jenis"), max_length=8, choices=Kind)
    number = models.CharField(max_length=80)
    year = models.PositiveSmallIntegerField()
    sequence = models.PositiveIntegerField()
    counterpart = models.CharField(_("Dari atau kepada"), max_length=200, blank=True)
    sealed_counterpart = SealedTextField(_("Dari atau kepada"), default="")
    names_source = models.BooleanField(_("Menyebut pelapor atau saksi"), default=False)
    subject = models.CharField(_("Perihal"), max_length=200)
    note = SealedTextField(_("Catatan"), default="")
    letter_number = models.CharField(_("Nomor surat"), max_length=120, blank=True)
    letter_on = models.DateField(_("Tanggal surat"), null=True, blank=True)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    case = models.ForeignKey(
        "cases.Case", null=True, on_delete=models.PROTECT, related_name="agenda"
    )
    report = models.ForeignKey(
        "reports.Report", null=True, on_delete=models.PROTECT, related_name="agenda"
    )
    finding = models.ForeignKey(
        "observations.Finding",
        null=True,
        on_delete=models.PROTECT,
        related_name="agenda",
    )
    tracing = models.ForeignKey(
        "observations.Tracing",
        null=True,
        on_delete=models.PROTECT,
        related_name="agenda",
    )
    referral = models.ForeignKey(
        "referrals.Referral", null=True, on_delete=models.PROTECT, related_name="agenda"
    )
    paper = models.ForeignKey(
        "documents.IssuedPaper",
        null=True,
        on_delete=models.PROTECT,
        related_name="agenda",
    )
    answers = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="answered_by"
    )
    corrects = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="corrected_by"
    )
    voided_at = models.DateTimeField(null=True)
    voided_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    void_reason = models.TextField(_("Alasan pembatalan"), blank=True)

    objects = AgendaQuerySet.as_manager()

    LINKS = ("case", "report", "finding", "tracing", "referral", "paper", "answers")

    class Meta:
        ordering = ("-year", "-recorded_at", "-id")
        verbose_name_plural = "agenda entries"
        constraints = AGENDA_RULES

    def __str__(self) -> str:
        return self.number

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this line of the agenda."""
        return f"agenda:{self.pk}"

    @property
    def is_standing(self) -> bool:
        """Whether it counts: neither voided nor corrected by a later entry."""
        return self.voided_at is None and not hasattr(self, "corrected_by")

    @property
    def matters(self) -> list[models.Model]:
        """What it is about: case, report, finding, tracing; queries the database."""
        about = (self.case, self.report, self.finding, self.tracing)
        return [matter for matter in about if matter is not None]


class AgendaScan(models.Model):
    """A file that belongs to an entry: a scanned letter, an attachment.

    Invariant: the same bytes belong to an entry once; the name is kept sealed.
    """

    entry = models.ForeignKey(
        AgendaEntry, on_delete=models.PROTECT, related_name="scans"
    )
    blob = models.ForeignKey(
        "evidence.Blob", on_delete=models.PROTECT, related_name="agenda_scans"
    )
    name = SealedTextField(default="")
    received_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "blob"], name="scan_once_an_agenda_entry"
            )
        ]

    def __str__(self) -> str:
        return f"scan {self.pk}"


class AgendaMail(models.Model):
    """What a dropped message says of itself; none of it was checked.

    Invariant: the original lies in the store unchanged. `message_key` and
    `answer_keys` are hashes of the identifiers the message names, to find what it
    answers; `unkept` names by media type the parts that lie only in the original.
    """

    entry = models.OneToOneField(
        AgendaEntry, on_delete=models.PROTECT, related_name="mail"
    )
    blob = models.ForeignKey(
        "evidence.Blob", on_delete=models.PROTECT, related_name="agenda_mails"
    )
    sender = SealedTextField(default="")
    subject = SealedTextField(default="")
    text = SealedTextField(default="")
    is_from_html = models.BooleanField(default=False)
    is_cut = models.BooleanField(default=False)
    sent_at = models.DateTimeField(null=True)
    message_key = models.CharField(max_length=64, blank=True, db_index=True)
    answer_keys = models.JSONField(default=list)
    unkept = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"mail {self.pk}"


class AgendaOpening(models.Model):
    """Who opened what an entry keeps under seal, when and why.

    Invariant: written in the transaction that opened it, never changed.
    """

    entry = models.ForeignKey(
        AgendaEntry, on_delete=models.PROTECT, related_name="openings"
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

"""Information, its messages, and its openings."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action
from netra.records.access import RegionQuerySet


class InformationQuerySet(RegionQuerySet["Information"]):
    """Information by the jurisdiction of the office that received it."""

    view_action = Action.VIEW_INFORMATION


class Information(models.Model):
    """What somebody told an office.

    Invariant: `content` is sealed to `key`; `lookup` and `mailbox_key` come from a code
    that is kept nowhere; days are local days of the office, and no moment is kept.
    `entered` says whether the ledger knows the row as it stands, `entered_facts` what
    it knew last.
    """

    class State(models.TextChoices):
        """Where it stands."""

        QUEUED = "queued", _("dalam antrean")
        RECEIVED = "received", _("belum dibuka")
        OPENED = "opened", _("sudah dibaca")
        TRACED = "traced", _("sedang ditelusuri")
        ENDED = "ended", _("selesai")

    class Via(models.TextChoices):
        """How it came."""

        WEB = "web", _("melalui situs")
        DESK = "desk", _("dicatat petugas")
        REPORT = "report", _("dari laporan yang tidak memenuhi syarat")

    class End(models.TextChoices):
        """How it ended; the source reads it in words."""

        FINDING = "finding", _("menjadi temuan")
        REFERRAL = "referral", _("diteruskan ke lembaga berwenang")
        NOT_TRUE = "not_true", _("tidak terbukti terjadi")
        NOT_NEUTRALITY = "not_neutrality", _("bukan soal netralitas ASN")
        NOT_ENOUGH = "not_enough", _("keterangan tidak cukup untuk ditelusuri")
        HANDLED = "handled", _("sudah ditangani")
        ELSEWHERE = "elsewhere", _("kewenangan lembaga lain")
        SPAM = "spam", _("bukan informasi")
        OTHER = "other", _("alasan lain")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    office = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="information"
    )
    region = models.CharField(max_length=8, db_index=True)
    number = models.CharField(max_length=80)
    received_on = models.DateField()
    via = models.CharField(max_length=8, choices=Via)
    lookup = models.CharField(max_length=64, unique=True, null=True)  # noqa: DJ001 - without a code there is none
    mailbox_key = models.BinaryField(default=b"")
    key = models.ForeignKey(
        "custody.OfficeKey", on_delete=models.PROTECT, related_name="+"
    )
    content = models.BinaryField()
    state = models.CharField(max_length=10, choices=State)
    state_on = models.DateField()
    ended_as = models.CharField(max_length=16, choices=End, blank=True)
    group = models.UUIDField(null=True)
    assigned_to = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    changed_on = models.DateField()
    entered = models.BooleanField(default=False)
    entered_facts = models.JSONField(default=dict)

    objects = InformationQuerySet.as_manager()

    class Meta:
        ordering = ("-received_on", "id")
        verbose_name_plural = "information"
        constraints = [
            models.UniqueConstraint(
                fields=["office", "number"], name="information_number_once_an_office"
            ),
            models.CheckConstraint(
                condition=(models.Q(state="ended") & ~models.Q(ended_as=""))
                | (~models.Q(state="ended") & models.Q(ended_as="")),
                name="ended_information_says_how",
            ),
            models.CheckConstraint(
                condition=models.Q(lookup__isnull=True, mailbox_key=b"")
                | (models.Q(lookup__isnull=False) & ~models.Q(mailbox_key=b"")),
                name="mailbox_has_name_and_key",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this information."""
        return f"information:{self.pk}"

    @property
    def has_mailbox(self) -> bool:
        """Whether the source can read answers with a code."""
        return self.lookup is not None


class Message(models.Model):
    """One message between office and source.

    Invariant: `to_office` is sealed to `key`; `to_source` to the mailbox, empty for
    what the source wrote. Positions count up within one piece of information.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    information = models.ForeignKey(
        Information, on_delete=models.PROTECT, related_name="messages"
    )
    position = models.PositiveSmallIntegerField()
    from_source = models.BooleanField()
    on = models.DateField()
    key = models.ForeignKey(
        "custody.OfficeKey", on_delete=models.PROTECT, related_name="+"
    )
    to_office = models.BinaryField()
    to_source = models.BinaryField(default=b"")
    seen = models.BooleanField(default=False)

    class Meta:
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(
                fields=["information", "position"], name="message_position_once"
            )
        ]

    def __str__(self) -> str:
        return f"message {self.position}"


class InformationOpening(models.Model):
    """Who opened what, when, and why when it was an original.

    Invariant: written in the transaction that allowed the opening, never changed.
    """

    class What(models.TextChoices):
        """What was opened."""

        CONTENT = "content", _("isi")
        DERIVATIVE = "derivative", _("turunan berkas")
        ORIGINAL = "original", _("berkas asli")

    information = models.ForeignKey(
        Information, on_delete=models.PROTECT, related_name="openings"
    )
    account = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    what = models.CharField(max_length=12, choices=What)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("at", "id")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(what="original") | ~models.Q(reason=""),
                name="original_opened_for_a_reason",
            )
        ]

    def __str__(self) -> str:
        return f"opening {self.pk}"

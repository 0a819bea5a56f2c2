"""The right of reply: who was invited until when, and what was answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.access import SealedTextField


class ReplyInvitation(models.Model):
    """The invitation of a respondent to answer, with the digest of its code.

    Invariant: one open invitation a respondent of a case. No rule gives the time:
    `basis` says whether `due_on` follows the custom of the office or was chosen.
    """

    class Basis(models.TextChoices):
        """Where the last day comes from."""

        CUSTOM = "custom", _("kebiasaan kantor, bukan aturan")
        CHOSEN = "chosen", _("dipilih petugas, bukan aturan")

    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="reply_invitations"
    )
    respondent = models.ForeignKey(
        "reports.Respondent", on_delete=models.PROTECT, related_name="+"
    )
    code_digest = models.CharField(max_length=64, unique=True)
    number = models.CharField(max_length=80)
    due_on = models.DateField(_("Jawaban ditunggu sampai"))
    basis = models.CharField(max_length=8, choices=Basis)
    invited_at = models.DateTimeField()
    invited_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-invited_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "respondent"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="one_open_reply_invitation",
            )
        ]

    def __str__(self) -> str:
        return f"reply invitation {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this invitation."""
        return f"reply_invitation:{self.pk}"


class Reply(models.Model):
    """What a respondent answered, on the web or in writing.

    Invariant: never changed; on the web once an invitation. One that came after the
    last day is kept and marked.
    """

    class Via(models.TextChoices):
        """How it came."""

        WEB = "web", _("halaman hak jawab")
        COUNTER = "counter", _("diserahkan di kantor")
        LETTER = "letter", _("surat")

    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="replies"
    )
    respondent = models.ForeignKey(
        "reports.Respondent", on_delete=models.PROTECT, related_name="+"
    )
    invitation = models.ForeignKey(
        ReplyInvitation, null=True, on_delete=models.PROTECT, related_name="replies"
    )
    via = models.CharField(_("Cara"), max_length=8, choices=Via)
    text = SealedTextField(_("Jawaban"), default="")
    received_at = models.DateTimeField(_("Diterima"))
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    is_late = models.BooleanField(default=False)

    class Meta:
        ordering = ("received_at", "id")
        verbose_name_plural = "replies"
        constraints = [
            models.UniqueConstraint(
                fields=["invitation"],
                condition=models.Q(via="web"),
                name="one_reply_by_code",
            )
        ]

    def __str__(self) -> str:
        return f"reply {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this reply."""
        return f"reply:{self.pk}"


class ReplyFile(models.Model):
    """A file that came with a reply, under the name it had.

    Invariant: the same bytes belong to a reply once.
    """

    reply = models.ForeignKey(Reply, on_delete=models.PROTECT, related_name="files")
    blob = models.ForeignKey("evidence.Blob", on_delete=models.PROTECT)
    name = SealedTextField(default="")

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["reply", "blob"], name="file_once_a_reply")
        ]

    def __str__(self) -> str:
        return f"reply file {self.pk}"

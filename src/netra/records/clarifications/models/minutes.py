"""The minutes of a hearing: what was asked and answered, read back and signed.

Finished minutes are immutable; triggers of the database refuse to change them.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.access import SealedTextField
from netra.records.clarifications.models.hearing import Clarification


class Minutes(models.Model):
    """The minutes of one hearing, from its beginning to the signature.

    Invariant: read back before it is signed, signed or refused before it is finished;
    a refusal has a note. `draft_key` seals what the browser keeps while the server is
    away; it is forgotten when the minutes are finished.
    """

    class Identity(models.TextChoices):
        """By which document the person was known; never its number."""

        KTP = "ktp", _("KTP elektronik")
        SIM = "sim", _("SIM")
        PASSPORT = "passport", _("Paspor")
        STAFF_CARD = "staff_card", _("Kartu pegawai")
        OTHER = "other", _("Dokumen lain")
        NONE = "none", _("Tidak menunjukkan dokumen")

    class Oath(models.TextChoices):
        """What the person said about the oath."""

        WILLING = "willing", _("Bersedia dan diambil sumpah/janji")
        REFUSED = "refused", _("Tidak bersedia")
        NOT_ASKED = "not_asked", _("Tidak ditanyakan")

    class Signature(models.TextChoices):
        """Whether the person signed."""

        SIGNED = "signed", _("Ditandatangani")
        REFUSED = "refused", _("Menolak menandatangani")

    clarification = models.OneToOneField(
        Clarification, on_delete=models.PROTECT, related_name="minutes"
    )
    officer = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    began_at = models.DateTimeField()
    draft_key = SealedTextField(default="")
    identity = models.CharField(
        _("Dokumen identitas"), max_length=12, choices=Identity, blank=True
    )
    counsel = SealedTextField(_("Kuasa atau pendamping"), default="")
    oath = models.CharField(_("Sumpah/janji"), max_length=10, choices=Oath, blank=True)
    oath_note = models.TextField(_("Catatan tentang sumpah"), blank=True)
    opinion = SealedTextField(_("Pendapat ahli"), default="")
    read_back_at = models.DateTimeField(null=True)
    signature = models.CharField(max_length=8, choices=Signature, blank=True)
    signature_note = models.TextField(blank=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "minutes"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(signature="") | models.Q(read_back_at__isnull=False),
                name="minutes_are_read_before_signed",
            ),
            models.CheckConstraint(
                condition=~models.Q(signature="refused") | ~models.Q(signature_note=""),
                name="refused_signature_has_a_note",
            ),
            models.CheckConstraint(
                condition=models.Q(finished_at__isnull=True) | ~models.Q(signature=""),
                name="finished_minutes_are_signed_or_refused",
            ),
        ]

    def __str__(self) -> str:
        return f"minutes {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about these minutes."""
        return f"minutes:{self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether questions and answers may still be written."""
        return self.read_back_at is None


class Break(models.Model):
    """A pause of the hearing; at most one is running."""

    minutes = models.ForeignKey(
        Minutes, on_delete=models.PROTECT, related_name="breaks"
    )
    from_at = models.DateTimeField()
    to_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["minutes"],
                condition=models.Q(to_at__isnull=True),
                name="one_running_break",
            )
        ]

    def __str__(self) -> str:
        return f"break {self.pk}"


class Answer(models.Model):
    """One question with its answer, as the officer is writing it.

    Invariant: `key` is chosen by the page and is the row's name through every save;
    `version` grows by one with each change; `tab` and `order` are those of the page
    that saved last. `twin_of` names the row beside which a second text was kept because
    two pages wrote at once.
    """

    minutes = models.ForeignKey(
        Minutes, on_delete=models.PROTECT, related_name="answers"
    )
    key = models.CharField(max_length=36)
    place = models.PositiveIntegerField()
    question = SealedTextField(_("Pertanyaan"), default="")
    answer = SealedTextField(_("Jawaban"), default="")
    version = models.PositiveIntegerField(default=1)
    tab = models.CharField(max_length=36)
    order = models.PositiveIntegerField()
    twin_of = models.CharField(max_length=36, blank=True)
    is_removed = models.BooleanField(default=False)
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ("minutes", "place", "id")
        constraints = [
            models.UniqueConstraint(fields=["minutes", "key"], name="answer_row_once")
        ]

    def __str__(self) -> str:
        return f"answer {self.pk}"


class Correction(models.Model):
    """What the person put right after the reading; the text read stays as it was."""

    minutes = models.ForeignKey(
        Minutes, on_delete=models.PROTECT, related_name="corrections"
    )
    answer = models.ForeignKey(
        Answer, null=True, on_delete=models.PROTECT, related_name="corrections"
    )
    text = SealedTextField(_("Pembetulan"))
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"correction {self.pk}"


class LaterNote(models.Model):
    """A note to finished minutes; the minutes themselves stay as they were signed."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="notes")
    text = SealedTextField(_("Catatan"))
    author = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"note {self.pk}"


class CopyHandover(models.Model):
    """A copy of the minutes given to the person who was heard."""

    minutes = models.OneToOneField(
        Minutes, on_delete=models.PROTECT, related_name="copy"
    )
    at = models.DateTimeField()
    note = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"copy of minutes {self.minutes_id}"

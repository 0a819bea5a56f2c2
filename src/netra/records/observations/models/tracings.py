"""Tracing what came to an office's ears."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action
from netra.records.access import RegionQuerySet, SealedTextField


class TracingQuerySet(RegionQuerySet["Tracing"]):
    """Tracings by the jurisdiction of the office."""

    view_action = Action.VIEW_TRACING


class Tracing(models.Model):
    """A plan to find out, with its own deadline.

    Invariant: `mailboxes` holds ciphertext to the key of the office and is the only
    way to those who gave the information; `source_count` says how many they were, as
    a number. A closed tracing has one end and a reason.
    """

    class End(models.TextChoices):
        """What a tracing ended in."""

        FINDING = "finding", _("dugaan temuan")
        REFERRAL = "referral", _("penerusan tanpa registrasi")
        CLOSED = "closed", _("ditutup")

    class Reason(models.TextChoices):
        """Why a tracing was closed without finding or referral."""

        NOT_TRUE = "not_true", _("tidak terbukti terjadi")
        NOT_NEUTRALITY = "not_neutrality", _("bukan soal netralitas ASN")
        NOT_ENOUGH = "not_enough", _("keterangan tidak cukup untuk ditelusuri")
        HANDLED = "handled", _("sudah ditangani")
        ELSEWHERE = "elsewhere", _("kewenangan lembaga lain")
        OTHER = "other", _("alasan lain")

    class Basis(models.TextChoices):
        """Where the deadline comes from; no rule gives one."""

        CUSTOM = "custom", _("kebiasaan kantor, bukan aturan")
        CHOSEN = "chosen", _("dipilih petugas")

    office = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="tracings"
    )
    region = models.CharField(max_length=8, db_index=True)
    number = models.CharField(max_length=80)
    contest = models.ForeignKey("contests.Contest", on_delete=models.PROTECT)
    event = models.CharField(_("Yang ditelusuri"), max_length=200)
    question = models.TextField(_("Pertanyaan yang harus terjawab"))
    place_region = models.CharField(_("Kecamatan atau kabupaten"), max_length=8)
    place = models.CharField(_("Tempat"), max_length=200, blank=True)
    happened_on = models.DateField(_("Tanggal peristiwa"), null=True, blank=True)
    happened_time = models.CharField(_("Jam peristiwa"), max_length=80, blank=True)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    assigned_to = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField(_("Tenggat penelusuran"), null=True)
    due_basis = models.CharField(max_length=8, choices=Basis, blank=True)
    source_count = models.PositiveIntegerField(default=0)
    mailboxes = models.JSONField(default=list)
    told_on = models.DateField(null=True)
    respondents = models.ManyToManyField("reports.Respondent", related_name="tracings")
    ended_at = models.DateTimeField(null=True)
    ended_as = models.CharField(max_length=12, choices=End, blank=True)
    end_reason = models.CharField(max_length=16, choices=Reason, blank=True)
    end_text = models.TextField(_("Hasil penelusuran"), blank=True)

    objects = TracingQuerySet.as_manager()

    class Meta:
        ordering = ("-begun_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["office", "number"], name="tracing_number_once_an_office"
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True, ended_as="")
                | (
                    models.Q(ended_at__isnull=False)
                    & ~models.Q(ended_as="")
                    & ~models.Q(end_text="")
                ),
                name="ended_tracing_has_end_and_text",
            ),
            models.CheckConstraint(
                condition=~models.Q(ended_as="closed") | ~models.Q(end_reason=""),
                name="closed_tracing_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this tracing."""
        return f"tracing:{self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether it is still being traced."""
        return self.ended_at is None


class TracingStep(models.Model):
    """One step of the plan: what, with whom, until when, and what came of it.

    Invariant: positions are unique in a tracing; a step is done with a result.
    """

    tracing = models.ForeignKey(Tracing, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveSmallIntegerField()
    what = models.CharField(_("Langkah"), max_length=200)
    asked = SealedTextField(_("Siapa yang ditanya"), default="")
    planned_on = models.DateField(_("Rencana tanggal"), null=True, blank=True)
    done_on = models.DateField(_("Dilakukan tanggal"), null=True)
    result = models.TextField(_("Hasil"), blank=True)
    done_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(
                fields=["tracing", "position"], name="position_once_a_tracing"
            ),
            models.CheckConstraint(
                condition=models.Q(done_on__isnull=True, result="")
                | (models.Q(done_on__isnull=False) & ~models.Q(result="")),
                name="done_step_has_a_result",
            ),
        ]

    def __str__(self) -> str:
        return f"step {self.position} of tracing {self.tracing_id}"

"""Hearing one person of a case: the plan, and when the person did not come."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.cases.models import Case


class Clarification(models.Model):
    """One hearing of one person of a case.

    Invariant: `who` is the key of somebody who can be heard in the case, and names
    nobody; a hearing online has a reason. `asked_office` is the lower office that was
    asked to hold it.
    """

    class Capacity(models.TextChoices):
        """What the person is heard as."""

        REPORTER = "reporter", _("Pelapor")
        RESPONDENT = "respondent", _("Terlapor")
        WITNESS = "witness", _("Saksi")
        EXPERT = "expert", _("Ahli")

    class Mode(models.TextChoices):
        """How the person is heard."""

        IN_PERSON = "in_person", _("Tatap muka")
        ONLINE = "online", _("Daring")

    class State(models.TextChoices):
        """Where the hearing stands."""

        PLANNED = "planned", _("Direncanakan")
        ABSENT = "absent", _("Tidak hadir")
        OPEN = "open", _("Sedang berjalan")
        READ = "read", _("Sudah dibacakan")
        FINISHED = "finished", _("Selesai")
        CALLED_OFF = "called_off", _("Dibatalkan")

    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, related_name="clarifications"
    )
    who = models.CharField(max_length=40)
    capacity = models.CharField(_("Kapasitas"), max_length=12, choices=Capacity)
    mode = models.CharField(_("Cara"), max_length=10, choices=Mode)
    online_reason = models.CharField(_("Alasan daring"), max_length=200, blank=True)
    place = models.CharField(_("Tempat atau tautan"), max_length=200)
    purpose = models.CharField(_("Keperluan"), max_length=300, blank=True)
    bring = models.CharField(_("Yang perlu dibawa"), max_length=300, blank=True)
    planned_at = models.DateTimeField(_("Waktu klarifikasi"))
    planned_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    asked_office = models.ForeignKey(
        "accounts.Office", null=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_note = models.CharField(max_length=300, blank=True)
    called_off_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("planned_at", "id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(mode="in_person") | ~models.Q(online_reason=""),
                name="online_hearing_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="called_off")
                | ~models.Q(called_off_reason=""),
                name="called_off_hearing_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"clarification {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this hearing."""
        return f"clarification:{self.pk}"

    @property
    def is_under_way(self) -> bool:
        """Whether minutes are being taken."""
        return self.state in (self.State.OPEN, self.State.READ)


class Absence(models.Model):
    """The person did not come at the moment named; `sent_word` says whether told."""

    clarification = models.ForeignKey(
        Clarification, on_delete=models.PROTECT, related_name="absences"
    )
    planned_at = models.DateTimeField()
    sent_word = models.BooleanField()
    note = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "absences"

    def __str__(self) -> str:
        return f"absence {self.pk}"

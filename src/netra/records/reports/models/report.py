"""The report itself and the events of its road."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action
from netra.records.access import RegionQuerySet


class ReportQuerySet(RegionQuerySet["Report"]):
    """Reports by the jurisdiction of the office that handles them."""

    view_action = Action.VIEW_REPORT


class Report(models.Model):
    """A named report under one procedure.

    Invariant: `procedure` is the one in force on the local day of submission and never
    changes; `step` is a step of that procedure, or `end`; `region` is that of the
    handling office and decides who sees it. `submitted_at` is the true moment and never
    changes; `counted_at` is set where an officer chose which day counts. Reports with
    one `group` tell of one event, as an officer judged.
    """

    class Via(models.TextChoices):
        """How the report arrived."""

        WEB = "web", _("melalui situs")
        OFFICE = "office", _("di kantor")
        LETTER = "letter", _("melalui surat")
        VOICE = "voice", _("melalui telepon atau pesan suara")
        SCAN = "scan", _("melalui pindaian")

    office = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="reports"
    )
    region = models.CharField(max_length=8, db_index=True)
    number = models.CharField(max_length=80)
    code_digest = models.CharField(max_length=64)
    procedure = models.CharField(max_length=60)
    contest = models.ForeignKey("contests.Contest", on_delete=models.PROTECT)
    step = models.CharField(max_length=40)
    step_since = models.DateTimeField()
    submitted_at = models.DateTimeField()
    counted_at = models.DateTimeField(null=True, editable=False)
    via = models.CharField(max_length=8, choices=Via, default=Via.WEB)
    known_on = models.DateField()
    happened_on = models.DateField(null=True)
    happened_time = models.CharField(max_length=80, blank=True)
    place_region = models.CharField(max_length=8)
    place = models.CharField(max_length=200, blank=True)
    event = models.CharField(max_length=200)
    account = models.TextField(blank=True)
    links = models.TextField(blank=True)
    assigned_to = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    group = models.UUIDField(null=True, editable=False)
    alleged_kind = models.CharField(max_length=30, blank=True)
    study_note = models.TextField(blank=True)
    refusal_reason = models.TextField(blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ("-submitted_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["office", "number"], name="report_number_once_an_office"
            ),
            models.CheckConstraint(
                condition=models.Q(happened_on__isnull=True)
                | models.Q(happened_on__lte=models.F("known_on")),
                name="report_known_after_it_happened",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this report."""
        return f"report:{self.pk}"


class ReportEvent(models.Model):
    """One event of the road, from which deadlines run or by which they are met.

    Invariant: an event happens once to a report.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="events")
    key = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["report", "key"], name="event_once_a_report"
            )
        ]

    def __str__(self) -> str:
        return self.key

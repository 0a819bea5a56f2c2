"""How a report was received at the counter, and which day counts as its day."""

import uuid

from django.db import models

from netra.domain.access import Action
from netra.records.access import RegionQuerySet
from netra.records.reports.models.arriving import ReportDraft
from netra.records.reports.models.report import Report


class CounterEntryQuerySet(RegionQuerySet["CounterEntry"]):
    """Entries under way, by the region of the office that receives."""

    view_action = Action.RECEIVE_ITEM


class CounterEntry(models.Model):
    """A report being entered at the counter, behind the draft that becomes it.

    Invariant: only the officer who opened it goes on with it, as it names the reporter;
    it goes with its draft.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    draft = models.OneToOneField(
        ReportDraft, on_delete=models.CASCADE, related_name="counter_entry"
    )
    region = models.CharField(max_length=8, blank=True)
    opened_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField()

    objects = CounterEntryQuerySet.as_manager()

    class Meta:
        ordering = ("-opened_at",)

    def __str__(self) -> str:
        return f"counter entry {self.pk}"


class CounterReception(models.Model):
    """Who received a report at the office, and when that was recorded.

    Invariant: written in the transaction that made the report, never changed; the true
    moment of arrival is the report's own `submitted_at`.
    """

    report = models.OneToOneField(
        Report, on_delete=models.PROTECT, related_name="counter_reception"
    )
    received_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    letter_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"reception of report {self.report_id}"


class ReceptionChoice(models.Model):
    """The day an officer chose to count for a report handed in outside the hours.

    Invariant: never changed; a correction is a new row, and the newest one holds.
    `counted_at` is the true moment, or the next opening of the office.
    """

    report = models.ForeignKey(
        Report, on_delete=models.PROTECT, related_name="reception_choices"
    )
    counted_at = models.DateTimeField()
    reason = models.TextField()
    chosen_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"reception choice {self.pk}"

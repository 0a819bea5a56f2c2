"""The calendar of days off, kept in versions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CalendarVersion(models.Model):
    """One edition of the calendar: what it added to or took from the one before.

    Invariant: never changed after it was made; the calendar of any edition is the fold
    of all editions up to it.
    """

    number = models.PositiveIntegerField(primary_key=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT)
    note = models.CharField(_("Dasar"), max_length=200)
    first_year = models.PositiveSmallIntegerField(null=True)
    last_year = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return f"calendar {self.number}"


class CalendarDay(models.Model):
    """A day off as one edition states it.

    Invariant: an edition speaks of a day at most once; `working` takes a day off back.
    """

    version = models.ForeignKey(
        CalendarVersion, on_delete=models.PROTECT, related_name="days"
    )
    day = models.DateField(_("Tanggal"))
    label = models.CharField(_("Nama"), max_length=200)
    kind = models.CharField(max_length=16)
    estimated = models.BooleanField(default=False)
    basis = models.CharField(_("Dasar"), max_length=200)
    working = models.BooleanField(default=False)

    class Meta:
        ordering = ("day",)
        constraints = [
            models.UniqueConstraint(
                fields=["version", "day"], name="calendar_day_once_an_edition"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day}"

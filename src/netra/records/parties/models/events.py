"""When and where it happened, as surely as anybody can say."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventTime(models.Model):
    """Between which days the act happened, in the words of those who told of it.

    Invariant: one a case; `earliest_on` is not after `latest_on`; the same day twice
    says that the day is known.
    """

    case = models.OneToOneField(
        "cases.Case", on_delete=models.PROTECT, related_name="event_time"
    )
    earliest_on = models.DateField(_("Paling awal"))
    latest_on = models.DateField(_("Paling akhir"))
    words = models.CharField(_("Waktu dalam kata-kata"), max_length=120, blank=True)
    place_words = models.CharField(
        _("Tempat dalam kata-kata"), max_length=200, blank=True
    )
    set_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(latest_on__gte=models.F("earliest_on")),
                name="event_time_runs_forward",
            )
        ]

    def __str__(self) -> str:
        return f"event time of case {self.case_id}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this time."""
        return f"event_time:{self.case_id}"

    @property
    def is_certain(self) -> bool:
        """Whether the day is known."""
        return self.earliest_on == self.latest_on

"""Several reports on one event, handled in one case."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JoinedReport(models.Model):
    """A further report on the event of a case, handled with it until it is split.

    Invariant: a report is joined to one case at a time, never to its own; `step` is
    where the case stood then; `followed` says that the report's own case has moved with
    it, after which the two cannot be split.
    """

    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="joined"
    )
    report = models.ForeignKey(
        "reports.Report", on_delete=models.PROTECT, related_name="joined_to"
    )
    reason = models.TextField(_("Alasan"))
    step = models.CharField(max_length=40)
    joined_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    joined_at = models.DateTimeField()
    followed = models.BooleanField(default=False)
    split_at = models.DateTimeField(null=True)
    split_reason = models.TextField(_("Alasan"), blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["report"],
                condition=models.Q(split_at__isnull=True),
                name="report_joined_to_one_case",
            ),
            models.CheckConstraint(
                condition=models.Q(split_at__isnull=True) | models.Q(followed=False),
                name="what_followed_is_not_split",
            ),
        ]

    def __str__(self) -> str:
        return f"joined report {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this joining."""
        return f"joined:{self.pk}"


class JoinedPerson(models.Model):
    """Which respondent of the case a respondent of the joined report is."""

    joined = models.ForeignKey(
        JoinedReport, on_delete=models.PROTECT, related_name="people"
    )
    respondent = models.ForeignKey(
        "reports.Respondent", on_delete=models.PROTECT, related_name="+"
    )
    stands_as = models.ForeignKey(
        "reports.Respondent", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["joined", "respondent"], name="joined_person_once"
            )
        ]

    def __str__(self) -> str:
        return f"joined person {self.pk}"

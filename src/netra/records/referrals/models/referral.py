"""Referrals of a case to the bodies that act on it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action
from netra.records.access import RegionQuerySet
from netra.records.cases.models import Case
from netra.records.observations.models import Tracing


class ReferralQuerySet(RegionQuerySet["Referral"]):
    """Referrals by the jurisdiction of the office that sends them."""

    view_action = Action.VIEW_CASE


class Referral(models.Model):
    """One letter to one authority about one or more respondents of a matter.

    Invariant: the matter is one registered case or one tracing that touches no
    election norm; addressee, copies, channel, instrument and basis are those the law
    data gave on the day of sending; an authority is addressed once a matter and
    outcome, unless the case was opened again and the letter is `superseded`.
    `alternative_reason` is set where a person chose another addressee that the law data
    offer for certain cases.
    """

    case = models.ForeignKey(
        "cases.Case", null=True, on_delete=models.PROTECT, related_name="referrals"
    )
    tracing = models.ForeignKey(
        "observations.Tracing",
        null=True,
        on_delete=models.PROTECT,
        related_name="referrals",
    )
    office = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="referrals"
    )
    region = models.CharField(max_length=8, db_index=True)
    number = models.CharField(max_length=80)
    authority = models.CharField(max_length=40)
    addressee = models.CharField(_("Kepada"), max_length=200)
    copies = models.JSONField(default=list)
    channel = models.CharField(max_length=160, blank=True)
    instrument = models.CharField(max_length=80, blank=True)
    basis = models.JSONField(default=list)
    status = models.CharField(max_length=16)
    outcome = models.CharField(max_length=40)
    alternative_reason = models.TextField(blank=True)
    respondents = models.ManyToManyField("reports.Respondent", related_name="referrals")
    sent_at = models.DateTimeField()
    superseded = models.BooleanField(default=False, editable=False)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        ordering = ("-sent_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "authority", "outcome"],
                condition=models.Q(superseded=False),
                name="authority_once_a_case_and_outcome",
            ),
            models.UniqueConstraint(
                fields=["tracing", "authority", "outcome"],
                name="authority_once_a_tracing_and_outcome",
            ),
            models.CheckConstraint(
                condition=models.Q(case__isnull=False, tracing__isnull=True)
                | models.Q(case__isnull=True, tracing__isnull=False),
                name="referral_of_one_matter",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this referral."""
        return f"referral:{self.pk}"

    @property
    def matter(self) -> Case | Tracing:
        """The case or tracing the letter comes from."""
        found = self.case or self.tracing
        if found is None:
            raise LookupError("a referral has a matter")  # referral_of_one_matter
        return found

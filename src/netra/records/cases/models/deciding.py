"""The plenary: who was there, who voted what and why, and what came of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.cases.models.case import Case
from netra.records.cases.models.study import Study


class Plenary(models.Model):
    """One meeting on one case.

    Invariant: a case has at most one open plenary; the quorum is the office's custom
    on the day it was convened, and a closed plenary has a decision text, unless a
    higher tier took the case over while it was open: that one decided nothing. `study`
    is empty only under a procedure that knows no study.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="plenaries")
    study = models.ForeignKey(
        Study, null=True, on_delete=models.PROTECT, related_name="+"
    )
    convened_at = models.DateTimeField()
    place = models.CharField(_("Tempat"), max_length=160, blank=True)
    quorum = models.PositiveSmallIntegerField()
    closed_at = models.DateTimeField(null=True)
    decision_text = models.TextField(_("Isi putusan"), blank=True)
    taken_over = models.BooleanField(default=False)

    class Meta:
        ordering = ("-convened_at",)
        verbose_name_plural = "plenaries"
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(closed_at__isnull=True),
                name="one_open_plenary_a_case",
            ),
            models.CheckConstraint(
                condition=models.Q(closed_at__isnull=True)
                | models.Q(taken_over=True)
                | ~models.Q(decision_text=""),
                name="closed_plenary_has_a_text",
            ),
        ]

    def __str__(self) -> str:
        return f"plenary {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this plenary."""
        return f"plenary:{self.pk}"


class Attendance(models.Model):
    """A member who takes part."""

    plenary = models.ForeignKey(
        Plenary, on_delete=models.PROTECT, related_name="attendance"
    )
    member = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["plenary", "member"], name="member_once_a_plenary"
            )
        ]

    def __str__(self) -> str:
        return f"attendance {self.pk}"


class Vote(models.Model):
    """What a member voted for a respondent, with the reason.

    Invariant: one vote a member and respondent; it may be changed until the plenary
    closes. `also` is a second outcome of the same act, such as a crime beside a breach
    of neutrality; empty where there is none.
    """

    plenary = models.ForeignKey(Plenary, on_delete=models.PROTECT, related_name="votes")
    member = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    respondent = models.ForeignKey(
        "reports.Respondent", on_delete=models.PROTECT, related_name="votes"
    )
    outcome = models.CharField(_("Hasil"), max_length=40)
    also = models.CharField(_("Juga mengandung"), max_length=40, blank=True)
    reason = models.TextField(_("Alasan"))
    at = models.DateTimeField()

    class Meta:
        ordering = ("respondent", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["plenary", "member", "respondent"], name="one_vote_a_member"
            ),
            models.CheckConstraint(
                condition=~models.Q(also=models.F("outcome")),
                name="second_outcome_is_another",
            ),
        ]

    def __str__(self) -> str:
        return f"vote {self.pk}"

    @property
    def chosen(self) -> tuple[str, ...]:
        """The outcomes this vote is for: one, or two of the same act."""
        return (self.outcome, self.also) if self.also else (self.outcome,)


class RespondentOutcome(models.Model):
    """What the plenary found about one respondent.

    Invariant: an outcome once a respondent of a case; more than one only where one act
    has several sides and more than half of the votes were for each of them.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="outcomes")
    plenary = models.ForeignKey(
        Plenary, on_delete=models.PROTECT, related_name="outcomes"
    )
    respondent = models.ForeignKey(
        "reports.Respondent", on_delete=models.PROTECT, related_name="outcomes"
    )
    outcome = models.CharField(max_length=40)

    class Meta:
        ordering = ("respondent", "outcome")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "respondent", "outcome"],
                name="outcome_once_a_respondent",
            )
        ]

    def __str__(self) -> str:
        return self.outcome

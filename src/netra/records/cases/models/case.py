"""The case, the events of its road, and what is alleged against whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action
from netra.records.access import RegionQuerySet
from netra.records.observations.models import Finding, GatheredExhibit
from netra.records.reports.models import Exhibit, Report, Respondent


class CaseQuerySet(RegionQuerySet["Case"]):
    """Cases by the jurisdiction of the office that handles them."""

    view_action = Action.VIEW_CASE


class Case(models.Model):
    """A registered report or finding under handling.

    Invariant: it comes from one report or one finding, once; `step` is a step of
    `procedure` or `end`; `region` is that of the handling office and decides who sees
    it.
    """

    report = models.OneToOneField(
        "reports.Report", null=True, on_delete=models.PROTECT, related_name="case"
    )
    finding = models.OneToOneField(
        "observations.Finding", null=True, on_delete=models.PROTECT, related_name="case"
    )
    office = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="cases"
    )
    region = models.CharField(max_length=8, db_index=True)
    number = models.CharField(max_length=80)
    procedure = models.CharField(max_length=60)
    contest = models.ForeignKey("contests.Contest", on_delete=models.PROTECT)
    title = models.CharField(max_length=200)
    place_region = models.CharField(max_length=8)
    step = models.CharField(max_length=40)
    step_since = models.DateTimeField()
    registered_at = models.DateTimeField()
    assigned_to = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    extension_reason = models.TextField(blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ("-registered_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["office", "number"], name="case_number_once_an_office"
            ),
            models.CheckConstraint(
                condition=models.Q(report__isnull=False, finding__isnull=True)
                | models.Q(report__isnull=True, finding__isnull=False),
                name="case_has_one_origin",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this case."""
        return f"case:{self.pk}"

    @property
    def origin(self) -> Report | Finding:
        """The report or finding the case was registered from."""
        origin = self.report or self.finding
        if origin is None:
            raise LookupError("a case has an origin")  # held by case_has_one_origin
        return origin

    @property
    def respondents(self) -> models.QuerySet[Respondent]:
        """Who is reported or was found, in the order they were named."""
        return self.origin.respondents.all()

    @property
    def exhibits(self) -> models.QuerySet[Exhibit] | models.QuerySet[GatheredExhibit]:
        """The files of its report, or those supervision gathered for its finding."""
        origin = self.origin
        return origin.exhibits if isinstance(origin, Finding) else origin.exhibits.all()


class CaseEvent(models.Model):
    """One event of the road of a case.

    Invariant: an event happens once to a case.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events")
    key = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")
        constraints = [
            models.UniqueConstraint(fields=["case", "key"], name="event_once_a_case")
        ]

    def __str__(self) -> str:
        return self.key


class Allegation(models.Model):
    """A norm held against a respondent for an act on a day.

    Invariant: phase and stage are those of the day of the act in the contest; a norm
    outside its phase carries the reason why it is alleged all the same.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="allegations")
    respondent = models.ForeignKey(
        "reports.Respondent", on_delete=models.PROTECT, related_name="allegations"
    )
    norm = models.CharField(_("Norma"), max_length=80)
    act_on = models.DateField(_("Tanggal perbuatan"))
    side = models.ForeignKey("contests.Side", null=True, on_delete=models.PROTECT)
    phase = models.CharField(max_length=20)
    stage = models.CharField(max_length=40, blank=True)
    phase_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["case", "respondent", "norm", "act_on"],
                name="norm_once_a_respondent_and_day",
            )
        ]

    def __str__(self) -> str:
        return self.norm

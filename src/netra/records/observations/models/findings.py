"""From a potential finding to the plenary that sets or drops it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action
from netra.records.access import RegionQuerySet
from netra.records.evidence.models import Blob
from netra.records.observations.models.observations import Observation
from netra.records.observations.models.proof import GatheredExhibit
from netra.records.observations.models.tracings import Tracing


class FindingQuerySet(RegionQuerySet["Finding"]):
    """Findings by the jurisdiction of the office that handles them."""

    view_action = Action.VIEW_FINDING


class Finding(models.Model):
    """What supervisors found, before and after the plenary.

    Invariant: it comes from one observation or one tracing; `procedure` is the one in
    force on the local day it was proposed; what was set or dropped stays so.
    """

    class State(models.TextChoices):
        """Where it stands."""

        PROPOSED = "proposed", _("menunggu pleno")
        SET = "set", _("ditetapkan sebagai temuan")
        DROPPED = "dropped", _("tidak ditetapkan")
        REGISTERED = "registered", _("diregistrasi")

    office = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="findings"
    )
    region = models.CharField(max_length=8, db_index=True)
    number = models.CharField(max_length=80)
    procedure = models.CharField(max_length=60)
    contest = models.ForeignKey("contests.Contest", on_delete=models.PROTECT)
    observation = models.OneToOneField(
        Observation, null=True, on_delete=models.PROTECT, related_name="finding"
    )
    tracing = models.OneToOneField(
        Tracing, null=True, on_delete=models.PROTECT, related_name="finding"
    )
    state = models.CharField(max_length=12, choices=State, default=State.PROPOSED)
    found_on = models.DateField(_("Tanggal ditemukan"))
    event = models.CharField(_("Peristiwa"), max_length=200)
    account = models.TextField(_("Uraian kejadian"))
    place_region = models.CharField(max_length=8)
    place = models.CharField(_("Tempat"), max_length=200, blank=True)
    happened_on = models.DateField(_("Tanggal peristiwa"), null=True, blank=True)
    happened_time = models.CharField(_("Jam peristiwa"), max_length=80, blank=True)
    respondents = models.ManyToManyField("reports.Respondent", related_name="findings")
    late_reason = models.TextField(_("Alasan melewati batas waktu"), blank=True)
    proposed_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField()
    assigned_to = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = FindingQuerySet.as_manager()

    class Meta:
        ordering = ("-proposed_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["office", "number"], name="finding_number_once_an_office"
            ),
            models.CheckConstraint(
                condition=models.Q(observation__isnull=False, tracing__isnull=True)
                | models.Q(observation__isnull=True, tracing__isnull=False),
                name="finding_has_one_origin",
            ),
            models.CheckConstraint(
                condition=models.Q(happened_on__isnull=True)
                | models.Q(happened_on__lte=models.F("found_on")),
                name="finding_found_after_it_happened",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this finding."""
        return f"finding:{self.pk}"

    @property
    def origin(self) -> Observation | Tracing:
        """The supervision report or tracing it comes from."""
        origin = self.observation or self.tracing
        if origin is None:
            raise LookupError("a finding has an origin")  # finding_has_one_origin
        return origin

    @property
    def exhibits(self) -> models.QuerySet[GatheredExhibit]:
        """What its observation or tracing gathered, in that order."""
        return self.origin.exhibits.all()

    @property
    def known_on(self) -> object:
        """The local day of finding: what `known_on` is to a report."""
        return self.found_on

    @property
    def blobs(self) -> models.QuerySet[Blob]:
        """The files gathered by its observation or tracing."""
        return Blob.objects.filter(
            models.Q(gathered__observation=self.observation_id)
            if self.observation_id
            else models.Q(gathered__tracing=self.tracing_id)
        )


class FindingEvent(models.Model):
    """One event from which deadlines run or by which they are met.

    Invariant: an event happens once to a finding.
    """

    finding = models.ForeignKey(
        Finding, on_delete=models.PROTECT, related_name="events"
    )
    key = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["finding", "key"], name="event_once_a_finding"
            )
        ]

    def __str__(self) -> str:
        return self.key


class FindingPlenary(models.Model):
    """The meeting that sets or drops a finding.

    Invariant: one a finding; the quorum is the office's custom on the day it was
    convened; a closed one has a decision text.
    """

    finding = models.OneToOneField(
        Finding, on_delete=models.PROTECT, related_name="plenary"
    )
    convened_at = models.DateTimeField()
    place = models.CharField(_("Tempat"), max_length=160, blank=True)
    quorum = models.PositiveSmallIntegerField()
    closed_at = models.DateTimeField(null=True)
    decision_text = models.TextField(_("Isi putusan"), blank=True)

    class Meta:
        verbose_name_plural = "finding plenaries"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_at__isnull=True)
                | ~models.Q(decision_text=""),
                name="closed_finding_plenary_has_a_text",
            )
        ]

    def __str__(self) -> str:
        return f"plenary of finding {self.finding_id}"


class FindingAttendance(models.Model):
    """A member who takes part."""

    plenary = models.ForeignKey(
        FindingPlenary, on_delete=models.PROTECT, related_name="attendance"
    )
    member = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["plenary", "member"], name="member_once_a_finding_plenary"
            )
        ]

    def __str__(self) -> str:
        return f"attendance {self.pk}"


class FindingVote(models.Model):
    """Whether a member holds that it is a finding, and why.

    Invariant: one vote a member; it may be changed until the plenary closes.
    """

    plenary = models.ForeignKey(
        FindingPlenary, on_delete=models.PROTECT, related_name="votes"
    )
    member = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    agrees = models.BooleanField(_("Ditetapkan sebagai temuan"))
    reason = models.TextField(_("Alasan"))
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["plenary", "member"], name="one_finding_vote_a_member"
            )
        ]

    def __str__(self) -> str:
        return f"vote {self.pk}"

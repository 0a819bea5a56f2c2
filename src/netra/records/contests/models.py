"""Contests, the stages entered for them, and the sides an act may favour."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action
from netra.records.access import RegionQuerySet


class ContestQuerySet(RegionQuerySet["Contest"]):
    """Contests by jurisdiction."""

    view_action = Action.VIEW_CONTEST


class Contest(models.Model):
    """One election in one region; the id joins both: `pilkada-2024/19.06`.

    Invariant: election and stages come from the law data; what an office enters are
    stages whose dates differ by region, and the sides.
    """

    id = models.CharField(max_length=60, primary_key=True)
    election = models.CharField(max_length=40)
    region = models.CharField(max_length=8, blank=True)
    kind = models.CharField(max_length=16)
    title = models.CharField(max_length=160)

    objects = ContestQuerySet.as_manager()

    class Meta:
        ordering = ("-election", "region", "id")

    def __str__(self) -> str:
        return self.title

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this contest."""
        return f"contest:{self.pk}"


class ContestStage(models.Model):
    """Dates of a stage entered for one contest, over those of the election.

    Invariant: a stage does not end before it begins.
    """

    contest = models.ForeignKey(
        Contest, on_delete=models.PROTECT, related_name="stages"
    )
    key = models.CharField(_("Tahapan"), max_length=40)
    start_on = models.DateField(_("Mulai"))
    end_on = models.DateField(_("Sampai"))
    basis = models.CharField(_("Dasar"), max_length=200)

    class Meta:
        ordering = ("start_on", "key")
        constraints = [
            models.UniqueConstraint(
                fields=["contest", "key"], name="stage_once_a_contest"
            ),
            models.CheckConstraint(
                condition=models.Q(end_on__gte=models.F("start_on")),
                name="stage_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contest_id} {self.key}"


class Side(models.Model):
    """Who an act may favour or harm in a contest.

    Invariant: only a ticket has a ballot number; a contest has at most one empty box.
    """

    class Kind(models.TextChoices):
        """What kind of side."""

        TICKET = "ticket", _("Pasangan calon")
        EMPTY_BOX = "empty_box", _("Kolom kosong")
        PARTY = "party", _("Partai politik")
        PROSPECTIVE = "prospective", _("Bakal calon")

    contest = models.ForeignKey(Contest, on_delete=models.PROTECT, related_name="sides")
    kind = models.CharField(_("Jenis"), max_length=12, choices=Kind)
    number = models.PositiveSmallIntegerField(_("Nomor urut"), null=True, blank=True)
    name = models.CharField(_("Nama"), max_length=160)

    class Meta:
        ordering = ("kind", "number", "name")
        constraints = [
            models.UniqueConstraint(
                fields=["contest", "kind", "name"], name="side_once_a_contest"
            ),
            models.UniqueConstraint(
                fields=["contest", "number"], name="ballot_number_once"
            ),
            models.UniqueConstraint(
                fields=["contest"],
                condition=models.Q(kind="empty_box"),
                name="one_empty_box",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="ticket") | models.Q(number__isnull=True),
                name="only_tickets_are_numbered",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}" if self.number else self.name

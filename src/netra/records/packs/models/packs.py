"""The packs themselves, and who took them away."""

from django.db import models
from django.db.models import Q


class Pack(models.Model):
    """One file for one body: the open part or the sealed part of a referral.

    Invariant: a sealed part names the approved need it is made for, an open one names
    none; what is ready has the hash under which its bytes lie. `exhibits` are places in
    the list of evidence, from 1, that somebody has looked at and found safe to hand
    out.
    """

    class Part(models.TextChoices):
        """Which part of the referral it holds."""

        OPEN = "open", "open"
        SEALED = "sealed", "sealed"

    class State(models.TextChoices):
        """How far the worker has come."""

        QUEUED = "queued", "queued"
        BUILDING = "building", "building"
        READY = "ready", "ready"
        FAILED = "failed", "failed"

    referral = models.ForeignKey(
        "referrals.Referral", on_delete=models.PROTECT, related_name="packs"
    )
    part = models.CharField(max_length=6, choices=Part)
    body = models.ForeignKey(
        "accounts.OutsideBody", on_delete=models.PROTECT, related_name="packs"
    )
    key = models.ForeignKey(
        "packs.BodyKey", on_delete=models.PROTECT, related_name="packs"
    )
    need = models.ForeignKey(
        "packs.LegalNeed", null=True, on_delete=models.PROTECT, related_name="packs"
    )
    respondents = models.ManyToManyField("reports.Respondent", related_name="packs")
    exhibits = models.JSONField(default=list)
    reason = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    done = models.PositiveSmallIntegerField(default=0)
    total = models.PositiveSmallIntegerField(default=0)
    failure = models.CharField(max_length=400, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    size_bytes = models.PositiveBigIntegerField(default=0)
    contents = models.JSONField(default=list)
    left_out = models.JSONField(default=list)
    asked_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()

    class Meta:
        ordering = ("-asked_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(part="sealed", need__isnull=False)
                | Q(part="open", need__isnull=True),
                name="sealed_part_has_a_need",
            ),
            models.CheckConstraint(
                condition=(Q(state="ready") & ~Q(sha256=""))
                | (~Q(state="ready") & Q(sha256="")),
                name="ready_pack_has_a_hash",
            ),
        ]

    def __str__(self) -> str:
        return f"pack {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this pack."""
        return f"pack:{self.pk}"

    @property
    def number(self) -> str:
        """Number that stands in the head of the file; names nobody."""
        return f"{self.referral.number}/{self.pk}"

    @property
    def file_name(self) -> str:
        """Name for a download: part and id, never a person."""
        words = {self.Part.OPEN: "berkas", self.Part.SEALED: "tersegel"}
        return f"{words[self.Part(self.part)]}-{self.pk}.netra"

    @property
    def is_ready(self) -> bool:
        """Whether it can be handed out."""
        return self.state == self.State.READY


class PackDownload(models.Model):
    """Who took a pack away, and when."""

    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, related_name="downloads")
    account = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"download {self.pk}"

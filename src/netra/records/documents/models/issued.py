"""Papers that were issued, with the hash of what left the office."""

from django.db import models

from netra.domain.access import Action
from netra.records.access import RegionQuerySet


class PaperQuerySet(RegionQuerySet["IssuedPaper"]):
    """Papers by the jurisdiction of the office that issued them."""

    view_action = Action.VIEW_PAPER


class IssuedPaper(models.Model):
    """One paper as it was issued; issuing again makes a further row.

    Invariant: it is about a report, finding, tracing or observation; a paper of a case
    or referral names what that came from as well, and `about` the ledger's subject of
    the row inside the case it is drawn from, such as `invitation:5`. The bytes lie in
    the store under `sha256`, as ciphertext where the paper is sealed because it names
    who reported; `check_code` says nothing about the matter and is what the QR code
    leads to.
    """

    class Format(models.TextChoices):
        """File format."""

        PDF = "pdf", "PDF"
        DOCX = "docx", "DOCX"

    kind = models.CharField(max_length=30)
    format = models.CharField(max_length=4, choices=Format, default=Format.PDF)
    number = models.CharField(max_length=80)
    office = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="papers"
    )
    region = models.CharField(max_length=8)
    report = models.ForeignKey(
        "reports.Report", null=True, on_delete=models.PROTECT, related_name="papers"
    )
    finding = models.ForeignKey(
        "observations.Finding",
        null=True,
        on_delete=models.PROTECT,
        related_name="papers",
    )
    tracing = models.ForeignKey(
        "observations.Tracing",
        null=True,
        on_delete=models.PROTECT,
        related_name="papers",
    )
    observation = models.ForeignKey(
        "observations.Observation",
        null=True,
        on_delete=models.PROTECT,
        related_name="papers",
    )
    case = models.ForeignKey(
        "cases.Case", null=True, on_delete=models.PROTECT, related_name="papers"
    )
    referral = models.ForeignKey(
        "referrals.Referral", null=True, on_delete=models.PROTECT, related_name="papers"
    )
    about = models.CharField(max_length=60, blank=True)
    form_code = models.CharField(max_length=12, blank=True)
    form_status = models.CharField(max_length=16, blank=True)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveIntegerField()
    is_sealed = models.BooleanField(default=False)
    check_code = models.CharField(max_length=24, unique=True)
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = PaperQuerySet.as_manager()

    class Meta:
        ordering = ("-issued_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(report__isnull=False)
                | models.Q(finding__isnull=False)
                | models.Q(tracing__isnull=False)
                | models.Q(observation__isnull=False),
                name="paper_has_a_matter",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this paper."""
        return f"paper:{self.pk}"

    @property
    def file_name(self) -> str:
        """Name for a download: kind and id, never a person."""
        return f"{self.kind.replace('_', '-')}-{self.pk}.{self.format}"

    @property
    def media_type(self) -> str:
        """Media type of the file."""
        if self.format == self.Format.PDF:
            return "application/pdf"
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def matter_facts(paper: IssuedPaper) -> dict[str, str | None]:
    """Return what a paper is about, as the ledger and its replay tell it."""
    matters = {
        "report": paper.report_id,
        "finding": paper.finding_id,
        "tracing": paper.tracing_id,
        "observation": paper.observation_id,
    }
    facts = {name: str(pk) if pk else None for name, pk in matters.items()}
    return facts | {"about": paper.about or None}

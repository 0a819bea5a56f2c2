"""Drafts: what a citizen has typed and not yet handed in."""

import uuid

from django.db import models

from netra.records.access import SealedTextField
from netra.records.reports.models.report import Report
from netra.records.reports.models.work import Exhibit


class ReportDraft(models.Model):
    """A report being written, reached only by the cookie of its device.

    Invariant: the content is sealed; a draft becomes a report at most once, and from
    then on only leads to its receipt. `device` is the digest of the key in the cookie,
    empty where no device leads to the draft any more; of the drafts of one device the
    one with the highest `turn` was chosen last and is gone on with.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    content = SealedTextField(default="")
    device = models.CharField(max_length=64, default="", blank=True, db_index=True)
    turn = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    handed_in_at = models.DateTimeField(null=True)
    report = models.OneToOneField(Report, null=True, on_delete=models.PROTECT)

    def __str__(self) -> str:
        return f"draft {self.pk}"

    @property
    def upload_target(self) -> str:
        """Where files under way for this draft belong."""
        return f"draft/{self.pk}"


class DraftFile(models.Model):
    """A file uploaded while writing."""

    draft = models.ForeignKey(
        ReportDraft, on_delete=models.CASCADE, related_name="files"
    )
    blob = models.ForeignKey("evidence.Blob", on_delete=models.PROTECT)
    kind = models.CharField(max_length=20, choices=Exhibit.Kind)
    name = SealedTextField(default="")
    received_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["draft", "blob"], name="file_once_a_draft")
        ]

    def __str__(self) -> str:
        return f"draft file {self.pk}"

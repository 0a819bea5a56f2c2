"""The study in versions, and who approved it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.cases.models.case import Case


class Study(models.Model):
    """One version of the study of a case.

    Invariant: versions run from 1; only the newest may be edited, and only before it
    is submitted.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="studies")
    version = models.PositiveSmallIntegerField()
    author = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    position = models.TextField(_("Kasus posisi"), blank=True)
    facts = models.TextField(_("Data"), blank=True)
    analysis = models.TextField(_("Kajian"), blank=True)
    conclusion = models.TextField(_("Kesimpulan"), blank=True)
    recommendation = models.TextField(_("Rekomendasi"), blank=True)
    saved_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)

    PARTS = ("position", "facts", "analysis", "conclusion", "recommendation")

    class Meta:
        ordering = ("case", "version")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "version"], name="study_version_once_a_case"
            )
        ]

    def __str__(self) -> str:
        return f"study {self.version}"

    @property
    def is_full(self) -> bool:
        """Whether every part has text."""
        return all(getattr(self, part).strip() for part in self.PARTS)


class StudyApproval(models.Model):
    """Approval of one version by somebody other than its author.

    Invariant: `author` repeats that of the study; the approver is somebody else.
    """

    study = models.ForeignKey(Study, on_delete=models.PROTECT, related_name="approvals")
    approver = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    author = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ("at",)
        constraints = [
            models.UniqueConstraint(
                fields=["study", "approver"], name="approval_once_a_person"
            ),
            models.CheckConstraint(
                condition=~models.Q(approver=models.F("author")),
                name="approver_is_not_the_author",
            ),
        ]

    def __str__(self) -> str:
        return f"approval {self.pk}"

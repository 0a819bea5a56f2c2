"""What others say about a version of the study before it is approved."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.cases.models.study import Study


class StudyRemark(models.Model):
    """A remark on a passage of one version of the study.

    Invariant: the text never changes; it is resolved once, and by another than who
    made it unless that is who takes it back.
    """

    study = models.ForeignKey(Study, on_delete=models.PROTECT, related_name="remarks")
    author = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    part = models.CharField(_("Bagian"), max_length=20)
    quote = models.TextField(_("Kutipan"), blank=True)
    text = models.TextField(_("Catatan"))
    at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    resolution = models.TextField(_("Tindak lanjut"), blank=True)

    class Meta:
        ordering = ("study", "id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(resolved_at__isnull=True, resolved_by__isnull=True)
                | models.Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="remark_is_resolved_by_somebody",
            ),
            models.CheckConstraint(
                condition=~models.Q(text=""), name="remark_has_a_text"
            ),
        ]

    def __str__(self) -> str:
        return f"remark {self.pk}"


class StudyReturn(models.Model):
    """A submitted version given back to be revised.

    Invariant: once a version; `author` repeats that of the study, and who returns it
    is somebody else.
    """

    study = models.OneToOneField(
        Study, on_delete=models.PROTECT, related_name="returned"
    )
    returned_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    author = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    reason = models.TextField(_("Alasan"))

    class Meta:
        ordering = ("at",)
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(returned_by=models.F("author")),
                name="returned_by_another_than_the_author",
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="study_is_returned_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"return {self.pk}"

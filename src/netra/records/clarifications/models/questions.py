"""Questions an office has prepared for itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OfficeQuestions(models.Model):
    """A list of questions of an office, for one norm or for all.

    Invariant: rows are never changed; the newest of an office and norm is in force, and
    one without questions withdraws the list.
    """

    office = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="+"
    )
    norm = models.CharField(_("Norma"), max_length=80, blank=True)
    questions = models.TextField(_("Pertanyaan, satu per baris"), blank=True)
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ("office", "norm", "-id")
        verbose_name_plural = "office questions"

    def __str__(self) -> str:
        return f"questions {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entry about this list."""
        return f"questions:{self.pk}"

    @property
    def lines(self) -> tuple[str, ...]:
        """The questions."""
        return tuple(t.strip() for t in self.questions.splitlines() if t.strip())

"""Tasks of a case, and its file once it is closed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.cases.models import Case


class Task(models.Model):
    """Something somebody of the office has to do for a case.

    Invariant: it is open, done or dropped; a dropped one says why. A file with an open
    task cannot be closed, and a closed file takes no task: the database refuses both.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="tasks")
    title = models.CharField(_("Yang harus dikerjakan"), max_length=200)
    due_on = models.DateField(_("Paling lambat"), null=True, blank=True)
    holder = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="tasks"
    )
    made_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)
    drop_reason = models.TextField(_("Alasan"), blank=True)

    class Meta:
        ordering = ("due_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(done_at__isnull=True)
                | models.Q(dropped_at__isnull=True),
                name="task_done_or_dropped",
            ),
            models.CheckConstraint(
                condition=models.Q(dropped_at__isnull=True) | ~models.Q(drop_reason=""),
                name="dropped_task_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"task {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this task."""
        return f"task:{self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_at is None and self.dropped_at is None


class Closure(models.Model):
    """One closing of the file of a case.

    Invariant: a case has at most one closure that holds; while it holds nothing about
    the case is written. The database refuses a closure while the road goes on, a task
    or plenary is open, or a letter or the status notice is not printed.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="closures")
    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    note = models.TextField(_("Catatan"), blank=True)
    reopened_at = models.DateTimeField(null=True)
    reopen_reason = models.TextField(_("Alasan membuka berkas"), blank=True)

    class Meta:
        ordering = ("-closed_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(reopened_at__isnull=True),
                name="one_closure_a_case",
            ),
            models.CheckConstraint(
                condition=models.Q(reopened_at__isnull=True)
                | ~models.Q(reopen_reason=""),
                name="reopened_file_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"closure {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this closure."""
        return f"closure:{self.pk}"

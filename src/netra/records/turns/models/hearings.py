"""The hearing in which the supervisors decide an administrative violation."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.access import SealedTextField


class Hearing(models.Model):
    """One hearing of a case; no letter goes out for what it decides.

    Invariant: a case has one hearing at a time; a decided one has a text and the
    members who decided.
    """

    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="hearings"
    )
    opened_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField()
    decision_text = models.TextField(_("Isi putusan"), blank=True)
    decided_at = models.DateTimeField(null=True)
    set_aside_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("opened_at", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(set_aside_at__isnull=True),
                name="one_hearing_a_case",
            ),
            models.CheckConstraint(
                condition=models.Q(decided_at__isnull=True)
                | ~models.Q(decision_text=""),
                name="decided_hearing_has_a_text",
            ),
        ]

    def __str__(self) -> str:
        return f"hearing {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this hearing."""
        return f"hearing:{self.pk}"


class HearingSession(models.Model):
    """One session: when and where, and once held, who came and what was done.

    Invariant: who came is sealed, since it names people.
    """

    hearing = models.ForeignKey(
        Hearing, on_delete=models.PROTECT, related_name="sessions"
    )
    planned_at = models.DateTimeField(_("Waktu sidang"))
    place = models.CharField(_("Tempat"), max_length=160)
    held_at = models.DateTimeField(null=True)
    present = SealedTextField(_("Pihak yang hadir"), default="")
    course = models.TextField(_("Jalannya sidang"), blank=True)

    class Meta:
        ordering = ("planned_at", "id")

    def __str__(self) -> str:
        return f"session {self.pk}"


class HearingMember(models.Model):
    """A member who decided the hearing."""

    hearing = models.ForeignKey(
        Hearing, on_delete=models.PROTECT, related_name="members"
    )
    member = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["hearing", "member"], name="member_once_a_hearing"
            )
        ]

    def __str__(self) -> str:
        return f"hearing member {self.pk}"

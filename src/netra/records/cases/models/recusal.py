"""Who is tied to a party of a case and so takes no part in it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.access import SealedTextField
from netra.records.cases.models.case import Case


class Recusal(models.Model):
    """A tie of one person of the office to a party of one case.

    Invariant: never deleted; a person has at most one that is not ended on a case. It
    is ended by somebody who is neither the person nor who recorded it. `held_case` and
    `took_part` say what the person had to give up: the case, a seat in the plenary
    that was open. The database itself refuses a vote, a seat, a text, an approval, the
    case or an identity to who is tied (see `netra.records.cases.guards`).
    """

    class Kind(models.TextChoices):
        """Who made the tie known."""

        OWN = "own", _("dinyatakan sendiri")
        RECORDED = "recorded", _("dicatat orang lain")

    class Relation(models.TextChoices):
        """What ties the person."""

        KIN = "kin", _("keluarga atau kerabat")
        SUPERIOR = "superior", _("atasan atau bawahan")
        PARTY_MEMBER = "party_member", _("anggota partai atau tim kampanye")
        OTHER = "other", _("lainnya")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="recusals")
    officer = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=10, choices=Kind)
    relation = models.CharField(_("Hubungan"), max_length=20, choices=Relation)
    reason = SealedTextField(_("Alasan"))
    recorded_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    held_case = models.BooleanField(default=False)
    took_part = models.BooleanField(default=False)
    replacement = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    replaced_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_reason = SealedTextField(_("Alasan pencabutan"), default="")

    class Meta:
        ordering = ("case", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "officer"],
                condition=models.Q(ended_at__isnull=True),
                name="one_open_recusal_a_person",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True, ended_by__isnull=True)
                | models.Q(ended_at__isnull=False, ended_by__isnull=False),
                name="recusal_is_ended_by_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_by__isnull=True)
                | ~models.Q(ended_by=models.F("officer"))
                & ~models.Q(ended_by=models.F("recorded_by")),
                name="recusal_is_ended_by_another",
            ),
            models.CheckConstraint(
                condition=models.Q(replacement__isnull=True)
                | ~models.Q(replacement=models.F("officer")),
                name="replacement_is_another",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="own", recorded_by=models.F("officer"))
                | models.Q(kind="recorded")
                & ~models.Q(recorded_by=models.F("officer")),
                name="own_recusal_is_recorded_by_oneself",
            ),
        ]

    def __str__(self) -> str:
        return f"recusal {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this recusal."""
        return f"recusal:{self.pk}"

"""Around the plenary: who was called, who stayed away, who saw it otherwise."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.cases.models.case import Case
from netra.records.cases.models.deciding import Plenary


class PlenaryNotice(models.Model):
    """The call to a plenary, sent before it meets.

    Invariant: sent before it meets and never changed; a later one takes its place.
    `lead_hours` is the office's custom on that day, empty when it has none. `plenary`
    is the one it led to.
    """

    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, related_name="plenary_notices"
    )
    plenary = models.OneToOneField(
        Plenary, null=True, on_delete=models.PROTECT, related_name="notice"
    )
    meets_at = models.DateTimeField(_("Waktu"))
    place = models.CharField(_("Tempat"), max_length=160, blank=True)
    is_online = models.BooleanField(_("Daring"), default=False)
    agenda = models.TextField(_("Acara"))
    invited = models.ManyToManyField("accounts.User", related_name="+")
    lead_hours = models.PositiveSmallIntegerField(null=True)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("-sent_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(meets_at__gt=models.F("sent_at")),
                name="notice_is_sent_before_the_plenary",
            ),
            models.CheckConstraint(
                condition=~models.Q(place="") | models.Q(is_online=True),
                name="notice_says_where",
            ),
        ]

    def __str__(self) -> str:
        return f"plenary notice {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this notice."""
        return f"plenary_notice:{self.pk}"


class Absence(models.Model):
    """A member who stays away from a plenary, with the reason.

    Invariant: once a member and plenary; who is absent has no seat in it.
    """

    plenary = models.ForeignKey(
        Plenary, on_delete=models.PROTECT, related_name="absences"
    )
    member = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    reason = models.TextField(_("Alasan"))

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["plenary", "member"], name="absence_once_a_plenary"
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="absence_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"absence {self.pk}"


class Dissent(models.Model):
    """The opinion of a member who saw it otherwise; printed with the decision.

    Invariant: once a member and plenary; it may be changed until the plenary closes.
    """

    plenary = models.ForeignKey(
        Plenary, on_delete=models.PROTECT, related_name="dissents"
    )
    member = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    text = models.TextField(_("Pendapat berbeda"))
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["plenary", "member"], name="dissent_once_a_member"
            ),
            models.CheckConstraint(
                condition=~models.Q(text=""), name="dissent_has_a_text"
            ),
        ]

    def __str__(self) -> str:
        return f"dissent {self.pk}"

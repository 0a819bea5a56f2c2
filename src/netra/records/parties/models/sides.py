"""Whom an act favours and whom it harms; one act may touch several sides."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TouchedSide(models.Model):
    """A side of the contest that an alleged act favours or harms.

    Invariant: a side is touched once an allegation, one way; it is of the contest of
    the case. The side named when the norm was chosen stays with the allegation.
    """

    class Effect(models.TextChoices):
        """Which way."""

        FAVOURED = "favoured", _("diuntungkan")
        HARMED = "harmed", _("dirugikan")

    allegation = models.ForeignKey(
        "cases.Allegation", on_delete=models.PROTECT, related_name="touched"
    )
    side = models.ForeignKey(
        "contests.Side", on_delete=models.PROTECT, related_name="+"
    )
    effect = models.CharField(_("Akibat"), max_length=8, choices=Effect)

    class Meta:
        ordering = ("effect", "side")
        constraints = [
            models.UniqueConstraint(
                fields=["allegation", "side"], name="side_touched_once"
            )
        ]

    def __str__(self) -> str:
        return f"touched side {self.pk}"


def sides_subject(allegation_id: int) -> str:
    """Return the ledger's subject of the sides an allegation touches."""
    return f"sides:{allegation_id}"

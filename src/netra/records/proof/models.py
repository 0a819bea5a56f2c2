"""Rows of the proof: elements an office adds, findings about them, what speaks to them.

Findings and ties belong to an allegation and leave with it; the ledger keeps them.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OfficeElement(models.Model):
    """An element an office checks beside those derived from the articles.

    Invariant: it is the office's own custom and always shown as such.
    """

    office = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="elements"
    )
    norm = models.CharField(_("Norma"), max_length=80)
    text = models.CharField(_("Unsur"), max_length=300)
    added_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["office", "norm", "text"], name="element_once_an_office"
            )
        ]

    def __str__(self) -> str:
        return f"element {self.pk}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this element."""
        return f"element:{self.pk}"

    @property
    def key(self) -> str:
        """Key of the element beside those of the law data."""
        return f"own-{self.pk}"


class ElementFinding(models.Model):
    """Whether an element of a norm is met in one allegation, and why.

    Invariant: one finding an allegation and element; a reason is always given.
    """

    class Judgement(models.TextChoices):
        """What the study holds of the element."""

        MET = "met", _("terpenuhi")
        NOT_MET = "not_met", _("tidak terpenuhi")
        UNCLEAR = "unclear", _("belum jelas")

    allegation = models.ForeignKey(
        "cases.Allegation", on_delete=models.PROTECT, related_name="element_findings"
    )
    element = models.CharField(max_length=40)
    judgement = models.CharField(_("Penilaian"), max_length=8, choices=Judgement)
    why = models.TextField(_("Alasan"))
    judged_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    judged_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["allegation", "element"], name="element_judged_once"
            )
        ]

    def __str__(self) -> str:
        return f"finding {self.pk}"


class ProofTie(models.Model):
    """What speaks to an element: an exhibit, or what somebody stated.

    Invariant: exactly one of `exhibit`, `gathered` and `who` is set; `who` is the key
    of somebody who can be heard in the case.
    """

    class Speaks(models.TextChoices):
        """Which way it speaks."""

        FOR = "for", _("mendukung")
        AGAINST = "against", _("membantah")

    allegation = models.ForeignKey(
        "cases.Allegation", on_delete=models.PROTECT, related_name="proof_ties"
    )
    element = models.CharField(max_length=40)
    exhibit = models.ForeignKey(
        "reports.Exhibit", null=True, on_delete=models.PROTECT, related_name="+"
    )
    gathered = models.ForeignKey(
        "observations.GatheredExhibit",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    who = models.CharField(max_length=40, blank=True)
    speaks = models.CharField(_("Arah"), max_length=8, choices=Speaks)
    note = models.TextField(_("Yang ditunjukkan"), blank=True)
    tied_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    tied_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(exhibit__isnull=False, gathered__isnull=True, who="")
                | models.Q(exhibit__isnull=True, gathered__isnull=False, who="")
                | (
                    models.Q(exhibit__isnull=True, gathered__isnull=True)
                    & ~models.Q(who="")
                ),
                name="proof_is_an_exhibit_or_a_statement",
            ),
            models.UniqueConstraint(
                fields=["allegation", "element", "exhibit"],
                name="exhibit_tied_once_an_element",
            ),
            models.UniqueConstraint(
                fields=["allegation", "element", "gathered"],
                name="gathered_tied_once_an_element",
            ),
        ]

    def __str__(self) -> str:
        return f"tie {self.pk}"


def proof_subject(allegation_id: int) -> str:
    """Return the ledger's subject of what proves an allegation."""
    return f"proof:{allegation_id}"

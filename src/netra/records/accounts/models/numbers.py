"""The numbers of an office: the series, each number given, and those made void."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.accounts.models.offices import Office


class NumberSeries(models.Model):
    """The last number given in one series of an office in one year.

    Invariant: grows by one at a time, inside the transaction that uses the number.
    Numbers up to `unlisted` were given before each number was listed.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="series")
    name = models.CharField(max_length=30)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)
    unlisted = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["office", "name", "year"], name="one_series_a_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.year}: {self.last}"


class GivenNumber(models.Model):
    """One number as it was given; written by the act that uses it.

    Invariant: a place in a series is given once, and never changed.
    """

    series = models.ForeignKey(
        NumberSeries, on_delete=models.PROTECT, related_name="given"
    )
    seq = models.PositiveIntegerField()
    number = models.CharField(max_length=120)
    given_on = models.DateField()

    class Meta:
        ordering = ("series", "seq")
        constraints = [
            models.UniqueConstraint(
                fields=["series", "seq"], name="place_in_series_once"
            )
        ]

    def __str__(self) -> str:
        return self.number


class VoidedNumber(models.Model):
    """A place in a series that carries no letter, with the reason for it.

    Invariant: never changed; a place is made void once.
    """

    series = models.ForeignKey(
        NumberSeries, on_delete=models.PROTECT, related_name="voided"
    )
    seq = models.PositiveIntegerField()
    reason = models.TextField(_("Alasan"))
    voided_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    voided_at = models.DateTimeField()

    class Meta:
        ordering = ("series", "seq")
        constraints = [
            models.UniqueConstraint(
                fields=["series", "seq"], name="place_in_series_voided_once"
            )
        ]

    def __str__(self) -> str:
        return f"void {self.seq} of series {self.series_id}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entry about this place."""
        return f"voided_number:{self.pk}"

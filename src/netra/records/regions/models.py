"""Regions as the state numbers them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Region(models.Model):
    """A province, regency, city or sub-district.

    Invariant: the code of a region begins with the code of its parent and a dot. Rows
    come from `data/regions.csv` and are never edited by hand.
    """

    class Kind(models.TextChoices):
        """Tier of a region."""

        PROVINCE = "provinsi", _("provinsi")
        REGENCY = "kabupaten", _("kabupaten")
        CITY = "kota", _("kota")
        SUBDISTRICT = "kecamatan", _("kecamatan")

    code = models.CharField(max_length=8, primary_key=True)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=10, choices=Kind)
    parent = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="children"
    )
    zone = models.CharField(max_length=32)

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name

    @property
    def full_name(self) -> str:
        """Name with what kind of region it is: "Kecamatan Sungailiat"."""
        if self.kind == self.Kind.SUBDISTRICT:
            return f"Kecamatan {self.name}"
        if self.kind == self.Kind.PROVINCE:
            return f"Provinsi {self.name}"
        return self.name

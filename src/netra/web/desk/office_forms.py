"""Forms about an office: its letter, its customs, and the offices beneath it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.records.accounts.errors import SettingValueError
from netra.records.accounts.models import Office
from netra.records.accounts.patterns import check_setting
from netra.records.regions.models import Region
from netra.records.regions.queries import beneath
from netra.web.desk.acting import ActForm, day_field
from netra.web.desk.office_words import example_number, is_number

LONGEST_NUMBER = 80
_Tier = Office.Tier
_BENEATH = {
    _Tier.NATIONAL: (_Tier.PROVINCE,),
    _Tier.PROVINCE: (_Tier.REGENCY, _Tier.CITY),
    _Tier.REGENCY: (_Tier.SUBDISTRICT,),
    _Tier.CITY: (_Tier.SUBDISTRICT,),
    _Tier.SUBDISTRICT: (_Tier.VILLAGE, _Tier.POLLING_STATION),
    _Tier.VILLAGE: (_Tier.POLLING_STATION,),
}
_TIER_OF_KIND = {
    Region.Kind.PROVINCE: _Tier.PROVINCE,
    Region.Kind.REGENCY: _Tier.REGENCY,
    Region.Kind.CITY: _Tier.CITY,
    Region.Kind.SUBDISTRICT: _Tier.SUBDISTRICT,
}
_SHARING = (_Tier.VILLAGE, _Tier.POLLING_STATION)


def tiers_beneath(office: Office) -> tuple[Office.Tier, ...]:
    """Return the tiers an office may have beneath it; none under a polling station."""
    return _BENEATH.get(_Tier(office.tier), ())


class AuthorisationForm(ActForm):
    """The letter that makes an office an official channel."""

    letter = forms.CharField(
        label=gettext_lazy("Nomor surat penetapan"),
        help_text=gettext_lazy("Surat yang menetapkan kantor ini sebagai kanal resmi."),
        max_length=120,
    )
    letter_on = day_field(gettext_lazy("Tanggal surat"))


class SettingForm(ActForm):
    """One custom of an office."""

    value = forms.CharField(label=gettext_lazy("Nilai"), max_length=200)

    def __init__(self, *args: Any, office: Office, key: str, **kwargs: Any) -> None:
        """Keep the office and the key, against which the value is checked."""
        super().__init__(*args, **kwargs)
        self.office, self.key = office, key

    def clean_value(self) -> str:
        """Refuse what could not be used later, or numbers too long for a register."""
        value: str = self.cleaned_data["value"].strip()
        try:
            check_setting(self.key, value)
            number = example_number(self.office, value) if is_number(self.key) else ""
        except SettingValueError as error:
            raise forms.ValidationError(error.reader_message) from error
        if len(number) > LONGEST_NUMBER:
            raise forms.ValidationError(
                _("Nomor yang dihasilkan lebih dari %(most)s huruf. Pendekkan polanya.")
                % {"most": LONGEST_NUMBER}
            )
        return value


class OfficeForm(ActForm):
    """An office beneath another one."""

    tier = forms.ChoiceField(label=gettext_lazy("Tingkat"), widget=forms.RadioSelect)
    region = forms.ModelChoiceField(
        Region.objects.none(),
        label=gettext_lazy("Wilayah"),
        empty_label=gettext_lazy("Pilih wilayah"),
    )
    name = forms.CharField(label=gettext_lazy("Nama kantor"), max_length=120)
    address = forms.CharField(
        label=gettext_lazy("Alamat"), max_length=200, required=False
    )
    city = forms.CharField(
        label=gettext_lazy("Kota pada surat"), max_length=60, required=False
    )
    phone = forms.CharField(
        label=gettext_lazy("Telepon kantor"), max_length=30, required=False
    )
    email = forms.EmailField(label=gettext_lazy("Surel kantor"), required=False)

    def __init__(self, *args: Any, above: Office, **kwargs: Any) -> None:
        """Offer the tiers and regions that may lie beneath `above`."""
        super().__init__(*args, **kwargs)
        self.above = above
        tiers = tiers_beneath(above)
        self.fields["tier"].choices = [(t.value, t.label) for t in tiers]  # type: ignore[attr-defined]
        if set(tiers) & set(_SHARING):
            del self.fields["region"]
        else:
            regions = self.fields["region"]
            regions.queryset = _regions_beneath(above)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse a tier its region does not have, and a name that is there."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        region, tier = cleaned.get("region"), cleaned.get("tier")
        if region and tier and _TIER_OF_KIND[Region.Kind(region.kind)] != tier:
            self.add_error("tier", _("Tingkat ini tidak cocok dengan wilayahnya."))
        code = region.code if region else self.above.region
        if Office.objects.filter(region=code, name=cleaned.get("name", "")).exists():
            self.add_error("name", _("Kantor bernama itu sudah ada di wilayah ini."))
        return cleaned

    def made(self) -> Office:
        """Return the office, not yet saved."""
        told = dict(self.cleaned_data)
        region = told.pop("region", None)
        code = region.code if region else self.above.region
        return Office(region=code, parent=self.above, **told)


def _regions_beneath(above: Office) -> Any:
    if above.region:
        return beneath(above.region)
    return Region.objects.filter(kind=Region.Kind.PROVINCE)

"""Forms about people: who is reported, who saw it, who reports. No NIP, no NIK."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.records.law.queries import law
from netra.web.portal.forms_story import day_field

__all__ = [
    "AttorneyForm",
    "PersonForm",
    "ReporterForm",
    "RespondentForm",
    "WitnessForm",
]


def text_field(
    label: Any,
    help_text: Any = "",
    *,
    required: bool = False,
    autocomplete: str = "off",
    length: int = 160,
) -> forms.CharField:
    """Return a line of text; what names other people is never filled in by itself."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=length,
        widget=forms.TextInput(attrs={"autocomplete": autocomplete}),
    )


class PersonForm(forms.Form):
    """Somebody the reporter names; an entry without a word is left out."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return not any(str(self[name].value() or "").strip() for name in self.fields)


class RespondentForm(PersonForm):
    """Who is reported; a name or a workplace is enough."""

    name = text_field(gettext_lazy("Nama"), gettext_lazy("Nama panggilan juga boleh."))
    workplace = text_field(
        gettext_lazy("Tempat kerja"),
        gettext_lazy("Misalnya nama dinas, kantor, sekolah, atau puskesmas."),
    )
    post = text_field(gettext_lazy("Jabatan"))
    employment_class = forms.ChoiceField(
        label=gettext_lazy("Status kepegawaian"), required=False
    )
    address = text_field(gettext_lazy("Alamat"), length=300)
    phone = text_field(gettext_lazy("Telepon"), length=40)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the classes of the law data that a person can tell by sight."""
        super().__init__(*args, **kwargs)
        classes = [
            (subject.key, subject.label)
            for subject in law().classes.values()
            if not subject.derived_from
        ]
        chosen = self.fields["employment_class"]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 # narrows the type
        chosen.choices = [("", _("Tidak tahu")), *classes]

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed; a class alone describes nobody."""
        typed = (name for name in self.fields if name != "employment_class")
        return not any(str(self[name].value() or "").strip() for name in typed)

    def clean(self) -> dict[str, Any]:
        """Ask for a name or a workplace."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not cleaned.get("name") and not cleaned.get("workplace"):
            self.add_error(
                "name", _("Tulis nama, atau paling sedikit tempat kerjanya.")
            )
        return cleaned


class WitnessForm(PersonForm):
    """Who saw it too."""

    name = text_field(gettext_lazy("Nama saksi"), required=True)
    address = text_field(gettext_lazy("Alamat"), length=300)
    phone = text_field(gettext_lazy("Telepon"), length=40)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say in plain words that a witness needs a name."""
        super().__init__(*args, **kwargs)
        self.fields["name"].error_messages["required"] = _(
            "Tulis nama saksi ini, atau hapus saksi ini."
        )


_SEX = (
    ("", gettext_lazy("Pilih")),
    ("Laki-laki", gettext_lazy("Laki-laki")),
    ("Perempuan", gettext_lazy("Perempuan")),
)


class ReporterForm(forms.Form):
    """The reporter, by the fields of the report form; only the name is a must."""

    name = text_field(
        gettext_lazy("Nama lengkap"),
        gettext_lazy("Seperti pada kartu identitas."),
        required=True,
        autocomplete="name",
    )
    birth_place = text_field(gettext_lazy("Tempat lahir"))
    birth_on = day_field(gettext_lazy("Tanggal lahir"), "", required=False)
    sex = forms.ChoiceField(
        label=gettext_lazy("Jenis kelamin"), choices=_SEX, required=False
    )
    occupation = text_field(gettext_lazy("Pekerjaan"))
    nationality = text_field(gettext_lazy("Kewarganegaraan"), length=60)
    address = forms.CharField(
        label=gettext_lazy("Alamat"),
        help_text=gettext_lazy("Nama dan alamat pelapor termasuk syarat laporan."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
    )
    phone = forms.CharField(
        label=gettext_lazy("Telepon"),
        help_text=gettext_lazy("Supaya petugas dapat menghubungi Anda."),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Surel"),
        max_length=160,
        required=False,
        error_messages={
            "invalid": gettext_lazy("Alamat surel ini belum lengkap, misalnya a@b.id.")
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        """Keep the local day, against which the day of birth is held."""
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["name"].error_messages["required"] = _(
            "Laporan memerlukan nama pelapor. Nama ini disimpan tersandi."
        )

    def clean_birth_on(self) -> date | None:
        """Refuse a day ahead."""
        day: date | None = self.cleaned_data["birth_on"]
        if day and day >= self.today:
            raise forms.ValidationError(_("Tanggal lahir ini ada di masa depan."))
        return day


class AttorneyForm(PersonForm):
    """Who acts for the reporter; left blank where nobody does."""

    name = text_field(gettext_lazy("Nama kuasa"))
    address = text_field(gettext_lazy("Alamat kuasa"), length=300)
    phone = text_field(gettext_lazy("Telepon kuasa"), length=40)
    email = forms.EmailField(
        label=gettext_lazy("Surel kuasa"),
        max_length=160,
        required=False,
        error_messages={
            "invalid": gettext_lazy("Alamat surel ini belum lengkap, misalnya a@b.id.")
        },
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    power_on = day_field(
        gettext_lazy("Tanggal surat kuasa"),
        gettext_lazy("Seperti tertulis pada surat kuasanya."),
        required=False,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        """Keep the local day, against which the day of the power is held."""
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_power_on(self) -> date | None:
        """Refuse a day ahead."""
        day: date | None = self.cleaned_data["power_on"]
        if day and day > self.today:
            raise forms.ValidationError(_("Tanggal surat kuasa ada di masa depan."))
        return day

    def clean(self) -> dict[str, Any]:
        """Ask for the name as soon as anything else is told."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.is_blank and not cleaned.get("name"):
            self.add_error(
                "name", _("Tulis nama kuasa, atau kosongkan semua isian kuasa.")
            )
        return cleaned

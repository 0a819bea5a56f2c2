"""Forms about who is in a case, when it happened, and which reports it joins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.records.contests.models import Side
from netra.records.parties.actions.joining import NEW
from netra.records.parties.content import PartyContent, RespondentContent
from netra.records.parties.hearable import Hearable
from netra.records.parties.models import EventTime, Party, TouchedSide
from netra.records.reports.models import Respondent, Witness
from netra.web.desk.case_forms import DayInput, _class_choices

_LONG = {"rows": 3}


class ReasonForm(forms.Form):
    """Why something is done; kept with it."""

    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        widget=forms.Textarea(attrs=_LONG),
        help_text=gettext_lazy("Alasan ini masuk catatan beserta nama Anda."),
    )


class PartyForm(forms.Form):
    """A witness, an expert or another person."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Sebagai"),
        choices=Party.Kind.choices,
        widget=forms.RadioSelect,
        initial=Party.Kind.WITNESS,
    )
    source = forms.ChoiceField(
        label=gettext_lazy("Siapa yang menyebutnya"),
        choices=Party.Source.choices,
        widget=forms.RadioSelect,
        initial=Party.Source.OFFICE,
    )
    name = forms.CharField(label=gettext_lazy("Nama"), required=False, max_length=160)
    address = forms.CharField(
        label=gettext_lazy("Alamat"), required=False, max_length=300
    )
    phone = forms.CharField(
        label=gettext_lazy("Telepon"), required=False, max_length=40
    )
    occupation = forms.CharField(
        label=gettext_lazy("Pekerjaan atau jabatan"), required=False, max_length=160
    )
    expertise = forms.CharField(
        label=gettext_lazy("Keahlian"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Untuk ahli. Tidak disegel, jadi jangan tulis nama."),
    )
    knows = forms.CharField(
        label=gettext_lazy("Apa yang diketahuinya"),
        required=False,
        widget=forms.Textarea(attrs=_LONG),
    )

    def content(self, witness: Witness | None = None) -> PartyContent:
        """Return what was typed."""
        told: dict[str, Any] = {**self.cleaned_data}
        told.pop("witness", None)
        told["kind"] = Party.Kind(told["kind"])
        told["source"] = Party.Source(told["source"])
        if witness is not None:
            told["kind"], told["source"] = Party.Kind.WITNESS, Party.Source.REPORTER
        return PartyContent(**told, witness=witness)


class NewPartyForm(PartyForm):
    """A further person, or more about a witness whom a report names."""

    witness = forms.ChoiceField(
        label=gettext_lazy("Saksi dari laporan"),
        required=False,
        help_text=gettext_lazy(
            "Bila dipilih, yang dikosongkan di bawah diambil dari laporan."
        ),
    )
    field_order = ("witness", "kind", "source")

    def __init__(
        self, sent: QueryDict | None, *, witnesses: Sequence[Hearable]
    ) -> None:
        super().__init__(sent)
        offered = [(one.key, one.label) for one in witnesses]
        choice = self.fields["witness"]
        choice.choices = [("", _("Bukan saksi dari laporan")), *offered]  # type: ignore[attr-defined] # of ChoiceField

    def clean(self) -> dict[str, Any]:
        """Ask for a name unless a report gives one."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if not told.get("witness") and not told.get("name", "").strip():
            self.add_error("name", _("Tulis namanya, atau pilih saksi dari laporan."))
        return told


class CorrectPartyForm(PartyForm):
    """What is to be changed; an empty field stays as it is, and nothing is shown."""

    def __init__(self, sent: QueryDict | None, *, party: Party) -> None:
        known = {
            "kind": party.kind,
            "source": party.source,
            "expertise": party.expertise,
        }
        super().__init__(sent, initial=known)
        self._party = party

    def content(self, witness: Witness | None = None) -> PartyContent:
        """Return what was typed over what is kept."""
        for field in Party.SEALED:
            if not self.cleaned_data.get(field):
                self.cleaned_data[field] = getattr(self._party, field)
        return super().content(witness)


class RespondentForm(forms.Form):
    """A respondent: by name, or by marks while they are not known."""

    name = forms.CharField(
        label=gettext_lazy("Nama"),
        required=False,
        max_length=160,
        help_text=gettext_lazy("Kosongkan bila belum dikenal, lalu isi ciri-cirinya."),
    )
    marks = forms.CharField(
        label=gettext_lazy("Ciri-ciri"),
        required=False,
        widget=forms.Textarea(attrs=_LONG),
        help_text=gettext_lazy("Disegel. Misalnya pakaian, kendaraan, atau nama akun."),
    )
    employment_class = forms.ChoiceField(
        label=gettext_lazy("Status kepegawaian pada hari perbuatan"),
        required=False,
        widget=forms.RadioSelect,
    )
    holds_office = forms.TypedChoiceField(
        label=gettext_lazy("Memangku jabatan pada hari perbuatan"),
        required=False,
        widget=forms.RadioSelect,
        choices=[
            ("yes", gettext_lazy("Ya")),
            ("no", gettext_lazy("Tidak")),
            ("", gettext_lazy("Belum diketahui")),
        ],
        coerce=lambda chosen: chosen == "yes",
        empty_value=None,
    )
    post = forms.CharField(
        label=gettext_lazy("Jabatan"), required=False, max_length=160
    )
    workplace = forms.CharField(
        label=gettext_lazy("Tempat kerja"), required=False, max_length=200
    )
    address = forms.CharField(
        label=gettext_lazy("Alamat"), required=False, max_length=300
    )
    phone = forms.CharField(
        label=gettext_lazy("Telepon"), required=False, max_length=40
    )

    def __init__(self, sent: QueryDict | None) -> None:
        super().__init__(sent)
        unknown = ("", _("Belum diketahui"))
        self.fields["employment_class"].choices = [unknown, *_class_choices()]  # type: ignore[attr-defined] # of ChoiceField

    def content(self) -> RespondentContent:
        """Return what was typed."""
        told = {
            key: self.cleaned_data[key]
            for key in RespondentForm.base_fields
            if key in self.cleaned_data
        }
        return RespondentContent(**told)


class IdentifyForm(RespondentForm):
    """Who somebody is; the marks stay as they were told."""

    marks = None  # type: ignore[assignment] # takes the field of the other form away
    name = forms.CharField(label=gettext_lazy("Nama"), max_length=160)


class ReplaceForm(RespondentForm):
    """The right person, and why the other one was a mistake."""

    reason = forms.CharField(
        label=gettext_lazy("Mengapa orang sebelumnya keliru"),
        widget=forms.Textarea(attrs=_LONG),
        help_text=gettext_lazy("Disegel bersama nama orang yang keliru."),
    )


class EventTimeForm(forms.Form):
    """Between which days it happened, and how it was told."""

    earliest_on = forms.DateField(label=gettext_lazy("Paling awal"), widget=DayInput())
    latest_on = forms.DateField(
        label=gettext_lazy("Paling akhir"),
        widget=DayInput(),
        help_text=gettext_lazy("Hari yang sama dua kali bila harinya diketahui."),
    )
    words = forms.CharField(
        label=gettext_lazy("Waktu dalam kata-kata"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Seperti diceritakan, misalnya awal Oktober."),
    )
    place_words = forms.CharField(
        label=gettext_lazy("Tempat dalam kata-kata"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Misalnya sekitar balai desa."),
    )

    def __init__(
        self, sent: QueryDict | None, *, known: EventTime | None, told: Any
    ) -> None:
        first = known.earliest_on if known else told
        last = known.latest_on if known else told
        initial = {
            "earliest_on": first,
            "latest_on": last,
            "words": known.words if known else "",
            "place_words": known.place_words if known else "",
        }
        super().__init__(sent, initial=initial)


class SidesForm(forms.Form):
    """What an act does to every side of the contest."""

    def __init__(
        self, sent: QueryDict | None, *, sides: Sequence[Side], known: Mapping[int, str]
    ) -> None:
        super().__init__(sent)
        self._sides = {f"side_{row.pk}": row for row in sides}
        for name, row in self._sides.items():
            self.fields[name] = forms.ChoiceField(
                label=f"{row} ({row.get_kind_display()})",
                required=False,
                choices=[("", _("Tidak disebut")), *TouchedSide.Effect.choices],
                widget=forms.RadioSelect,
                initial=known.get(row.pk, ""),
            )

    def chosen(self) -> dict[Side, TouchedSide.Effect]:
        """Return the sides that are touched, each with the effect."""
        return {
            row: TouchedSide.Effect(self.cleaned_data[name])
            for name, row in self._sides.items()
            if self.cleaned_data[name]
        }


class JoinForm(ReasonForm):
    """Who the people of a further report are in the case, and why it is one event."""

    def __init__(
        self,
        sent: QueryDict | None,
        *,
        people: Sequence[Respondent],
        known: Sequence[Respondent],
    ) -> None:
        super().__init__(sent)
        self.people = list(people)
        offered = [
            (str(row.pk), _("Sama dengan %(name)s") % {"name": row.called})
            for row in known
        ]
        for row in self.people:
            self.fields[f"person_{row.pk}"] = forms.ChoiceField(
                label=row.called,
                choices=[*offered, (str(NEW), _("Orang lain: jadi terlapor baru"))],
                widget=forms.RadioSelect,
            )

    @property
    def person_fields(self) -> list[forms.BoundField]:
        """The fields of the people of the report."""
        return [self[f"person_{row.pk}"] for row in self.people]

    def chosen(self) -> dict[int, int]:
        """Return who everybody is, by id; `NEW` for a further respondent."""
        return {
            row.pk: int(self.cleaned_data[f"person_{row.pk}"]) for row in self.people
        }

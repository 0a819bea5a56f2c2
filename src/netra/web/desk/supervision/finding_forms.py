"""Forms of findings and their plenary."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from netra.records.observations.models import Finding
from netra.web.desk.supervision.access import MatterForm
from netra.web.desk.supervision.observation_forms import long_field
from netra.web.portal.forms_people import text_field

__all__ = ["CloseForm", "ConveneForm", "FindingFilter", "SeatsForm", "VoteForm"]


class SeatsForm(MatterForm):
    """Who is present."""

    members = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Anggota yang hadir"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Pilih anggota yang hadir.")},
        help_text=gettext_lazy("Setiap anggota yang hadir perlu memberi suara."),
    )

    def __init__(
        self, data: Any, *, members: list[tuple[int, str]], present: list[int]
    ) -> None:
        """Offer the members of the day; those present are ticked."""
        super().__init__(data, initial={"members": [str(pk) for pk in present]})
        field: Any = self.fields["members"]
        field.choices = [(str(pk), label) for pk, label in members]


class ConveneForm(SeatsForm):
    """Who is present, and where."""

    place = text_field(gettext_lazy("Tempat"), length=160)


class VoteForm(MatterForm):
    """Whether it is a finding, and why."""

    agrees = forms.TypedChoiceField(
        label=gettext_lazy("Suara saya"),
        choices=[
            ("ya", gettext_lazy("Tetapkan sebagai temuan")),
            ("tidak", gettext_lazy("Tidak ditetapkan")),
        ],
        coerce=lambda chosen: chosen == "ya",
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih satu.")},
    )
    reason = long_field(
        gettext_lazy("Alasan"),
        gettext_lazy("Disimpan bersama suara dan dapat dibaca anggota lain."),
        required=True,
    )


class CloseForm(MatterForm):
    """The text of the decision, and a reason when the window has passed."""

    decision_text = long_field(
        gettext_lazy("Isi putusan"),
        gettext_lazy("Pertimbangan dan putusan pleno."),
        required=True,
        rows=8,
    )
    late_reason = long_field(
        gettext_lazy("Alasan melewati batas waktu"),
        gettext_lazy(
            "Batas waktu menetapkan temuan sudah lewat. Alasan ini tampil di berkas."
        ),
        rows=3,
    )

    def __init__(self, data: Any, *, is_late: bool) -> None:
        """Ask for the reason only after the window."""
        super().__init__(data)
        if not is_late:
            del self.fields["late_reason"]


class FindingFilter(forms.Form):
    """What the list is narrowed by; every part may be empty."""

    q = forms.CharField(
        label=gettext_lazy("Nomor, peristiwa, atau tempat"),
        required=False,
        max_length=200,
    )
    keadaan = forms.ChoiceField(
        label=gettext_lazy("Keadaan"),
        required=False,
        choices=[
            ("", gettext_lazy("Semua")),
            *((key, capfirst(label)) for key, label in Finding.State.choices),
        ],
    )

    def found(self, rows: QuerySet[Finding]) -> QuerySet[Finding]:
        """Return the rows that fit; what cannot be read narrows nothing."""
        self.is_valid()
        asked = self.cleaned_data
        for word in (asked.get("q") or "").split():
            rows = rows.filter(
                Q(number__icontains=word)
                | Q(event__icontains=word)
                | Q(place__icontains=word)
            )
        state = asked.get("keadaan")
        return rows.filter(state=state) if state else rows

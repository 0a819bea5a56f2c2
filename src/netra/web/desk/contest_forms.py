"""Forms about a contest: the dates of a stage, and who may be favoured."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.records.contests.models import Side
from netra.web.desk.acting import ActForm, day_field


class StageForm(ActForm):
    """First and last day of a stage in one contest, with their basis."""

    start_on = day_field(gettext_lazy("Hari pertama"))
    end_on = day_field(gettext_lazy("Hari terakhir"))
    basis = forms.CharField(
        label=gettext_lazy("Dasar"),
        help_text=gettext_lazy(
            "Keputusan yang menetapkan tanggal ini, dengan nomornya."
        ),
        max_length=200,
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a stage that ends before it begins."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        start, end = cleaned.get("start_on"), cleaned.get("end_on")
        if start and end and end < start:
            self.add_error("end_on", _("Hari terakhir lebih awal dari hari pertama."))
        return cleaned


class SideForm(ActForm):
    """A ticket, the empty box, a party or a prospective candidate."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Jenis"), choices=Side.Kind.choices, widget=forms.RadioSelect
    )
    number = forms.IntegerField(
        label=gettext_lazy("Nomor urut"),
        help_text=gettext_lazy("Hanya pasangan calon, sesudah nomornya ditetapkan."),
        min_value=1,
        max_value=99,
        required=False,
    )
    name = forms.CharField(
        label=gettext_lazy("Nama"),
        help_text=gettext_lazy("Untuk kolom kosong boleh dibiarkan kosong."),
        max_length=160,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a number without a ticket, and a side without a name."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        kind = cleaned.get("kind")
        if kind and kind != Side.Kind.TICKET and cleaned.get("number"):
            self.add_error("number", _("Hanya pasangan calon yang bernomor urut."))
        if kind == Side.Kind.EMPTY_BOX and not cleaned.get("name"):
            cleaned["name"] = _("Kolom kosong")
        elif kind and not cleaned.get("name"):
            self.add_error("name", _("Tulis namanya."))
        return cleaned

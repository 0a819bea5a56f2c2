"""Forms of tasks and of the closing of a file."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.domain.access import Role
from netra.records.accounts.models import User
from netra.records.accounts.queries import roles_on
from netra.records.cases.models import Case
from netra.web.desk.case_forms import DayInput

_HOLDERS = (Role.OFFICER.value, Role.MEMBER.value)


class TaskForm(forms.Form):
    """Something to be done for a case."""

    title = forms.CharField(
        label=_("Yang harus dikerjakan"),
        max_length=200,
        error_messages={"required": _("Tulis apa yang harus dikerjakan.")},
    )
    due_on = forms.DateField(
        label=_("Paling lambat"),
        required=False,
        widget=DayInput(),
        help_text=_("Dipilih kantor; bukan tenggat dari peraturan."),
        error_messages={"invalid": _("Tanggal ini tidak terbaca.")},
    )
    holder = forms.ModelChoiceField(
        label=_("Siapa"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Belum ditentukan"),
        error_messages={
            "invalid_choice": _("Orang ini tidak bertugas di kantor ini."),
        },
    )

    def __init__(self, data: Any, *, case: Case, day: date) -> None:
        super().__init__(data)
        serving = roles_on(day).filter(office=case.office_id, role__in=_HOLDERS)
        people = User.objects.filter(pk__in=serving.values("user"), is_active=True)
        self.fields["holder"].queryset = people.order_by("name")  # type: ignore[attr-defined] # of ModelChoiceField


class WhyForm(forms.Form):
    """A reason that is kept with the act."""

    reason = forms.CharField(
        label=_("Alasan"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Tulis alasannya.")},
    )


class NoteForm(forms.Form):
    """A note that may be left with the closing of a file."""

    note = forms.CharField(
        label=_("Catatan penutup"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

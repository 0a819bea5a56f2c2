"""Forms around the plenary."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from netra.records.accounts.models import User
from netra.web.desk.case_forms import DayInput


def _long(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class CallForm(forms.Form):
    """When, where and about what the plenary meets, and who is called."""

    day = forms.DateField(label=_("Hari pleno"), widget=DayInput)
    hour = forms.TimeField(
        label=_("Jam"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    place = forms.CharField(label=_("Tempat"), required=False, max_length=160)
    is_online = forms.BooleanField(
        label=_("Dapat diikuti daring"),
        required=False,
        help_text=_("Tempat boleh kosong hanya bila seluruhnya daring."),
    )
    agenda = forms.CharField(label=_("Acara"), widget=_long(3))
    members = forms.MultipleChoiceField(
        label=_("Yang diundang"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Pilih anggota yang diundang.")},
    )

    def __init__(
        self, sent: QueryDict | None, *, people: Sequence[User], **more: Any
    ) -> None:
        super().__init__(sent, **more)
        choices = [(str(user.pk), user.name) for user in people]
        self.fields["members"].choices = choices  # type: ignore[attr-defined] # of MultipleChoiceField
        self.fields["members"].initial = [key for key, _name in choices]

    def meets_at(self, zone: ZoneInfo) -> datetime:
        """Return the moment chosen, at the clock of the office."""
        told = self.cleaned_data
        return datetime.combine(told["day"], told["hour"], tzinfo=zone)


class AbsenceForm(forms.Form):
    """Why the members who are not there stay away; one field a member."""

    def __init__(self, sent: QueryDict | None, *, people: Sequence[User]) -> None:
        super().__init__(sent)
        self.people = {f"member_{user.pk}": user for user in people}
        for name, user in self.people.items():
            self.fields[name] = forms.CharField(
                label=user.name,
                required=False,
                max_length=300,
                help_text=_("Misalnya sakit atau tugas lain; boleh kosong."),
            )

    def reasons(self) -> list[tuple[User, str]]:
        """Return the members for whom a reason was given."""
        told = ((user, self.cleaned_data[name]) for name, user in self.people.items())
        return [(user, reason) for user, reason in told if reason.strip()]


class DissentForm(forms.Form):
    """A member's own opinion beside the decision."""

    text = forms.CharField(
        label=_("Pendapat berbeda"),
        widget=_long(8),
        help_text=_("Dicetak bersama putusan; dapat diubah sampai pleno ditutup."),
    )

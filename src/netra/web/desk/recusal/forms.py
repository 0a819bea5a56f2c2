"""Forms about ties to a party of a case."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from netra.records.accounts.models import User
from netra.records.cases.models import Recusal

_REASON_HELP = _(
    "Disegel: hanya anggota yang memutuskan pencabutan yang membacanya. Tidak dicetak "
    "dan tidak masuk jejak."
)


class DeclareForm(forms.Form):
    """One's own tie."""

    relation = forms.ChoiceField(
        label=_("Hubungan dengan salah satu pihak"),
        choices=Recusal.Relation.choices,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Alasan"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_REASON_HELP,
    )


class _PersonField(forms.ChoiceField):
    """One of some people; gives the row of the person."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.RadioSelect, **kwargs)
        self._people: dict[str, User] = {}

    def offer(self, people: Sequence[User]) -> None:
        """Name who may be chosen."""
        self._people = {str(person.pk): person for person in people}
        self.choices = [(key, user.name) for key, user in self._people.items()]

    def clean(self, value: object) -> User:
        """Return the person."""
        return self._people[super().clean(value)]


class RecordForm(DeclareForm):
    """A tie of somebody else."""

    officer = _PersonField(label=_("Siapa yang berbenturan kepentingan"))
    field_order = ("officer", "relation", "reason")

    def __init__(self, sent: QueryDict | None, *, people: Sequence[User]) -> None:
        super().__init__(sent)
        self.fields["officer"].offer(people)  # type: ignore[attr-defined] # of _PersonField


class ReplaceForm(forms.Form):
    """Who steps in."""

    replacement = _PersonField(label=_("Pengganti"))

    def __init__(self, sent: QueryDict | None, *, people: Sequence[User]) -> None:
        super().__init__(sent)
        self.fields["replacement"].offer(people)  # type: ignore[attr-defined] # of _PersonField


class EndForm(forms.Form):
    """Why a recusal does not stand."""

    reason = forms.CharField(
        label=_("Mengapa catatan ini dicabut"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Disegel seperti alasan pencatatannya."),
    )

"""The form of a vote: the outcomes of the procedure, and why."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from netra.domain.law import Procedure, Status
from netra.web.desk.case_forms import NOT_VOTED
from netra.web.portal.law_words import status_words


def outcome_choices(procedure: Procedure) -> list[tuple[str, str]]:
    """Return the outcomes a plenary can vote for, with how sure their names are."""
    return [
        (found.key, f"{found.title}\n{_sure(found.status)}".strip())
        for found in procedure.outcomes.values()
        if found.key != NOT_VOTED
    ]


def _sure(status: Status) -> str:
    return "" if status is Status.CONFIRMED else status_words(status)


class VoteForm(forms.Form):
    """A member's vote on one respondent."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Hasil"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih satu hasil.")},
    )
    also = forms.ChoiceField(
        label=gettext_lazy("Juga mengandung"),
        required=False,
        help_text=gettext_lazy(
            "Hanya bila satu perbuatan mempunyai dua sisi, misalnya pidana dan "
            "netralitas. Kosongkan bila tidak."
        ),
    )
    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Tulis alasan suara Anda.")},
        help_text=gettext_lazy("Disimpan bersama suara dan dapat dibaca anggota lain."),
    )

    def __init__(
        self, data: Any, *, choices: Iterable[tuple[str, str]], **rest: Any
    ) -> None:
        super().__init__(data, **rest)
        known = list(choices)
        self.fields["outcome"].choices = known  # type: ignore[attr-defined] # of ChoiceField
        second = [(key, told.partition("\n")[0]) for key, told in known]
        self.fields["also"].choices = [("", gettext("Tidak ada")), *second]  # type: ignore[attr-defined] # of ChoiceField

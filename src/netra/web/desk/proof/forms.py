"""Forms of the proof: judging an element, tying evidence, an element of the office."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.records.parties.hearable import Hearable
from netra.records.proof.models import ElementFinding, ProofTie
from netra.records.proof.queries import NumberedExhibit


class JudgeForm(forms.Form):
    """Whether an element is met, and why."""

    judgement = forms.ChoiceField(
        label=gettext_lazy("Penilaian"),
        choices=ElementFinding.Judgement.choices,
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label=gettext_lazy("Alasan"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "Masuk kajian. Sebut bukti dengan nomornya, bukan nama."
        ),
    )

    def __init__(self, sent: QueryDict | None, *, known: ElementFinding | None) -> None:
        initial = {"judgement": known.judgement, "why": known.why} if known else None
        super().__init__(sent, initial=initial)


class TieForm(forms.Form):
    """What speaks to an element, and which way."""

    source = forms.ChoiceField(label=gettext_lazy("Bukti atau keterangan"))
    speaks = forms.ChoiceField(
        label=gettext_lazy("Arah"),
        choices=ProofTie.Speaks.choices,
        widget=forms.RadioSelect,
        initial=ProofTie.Speaks.FOR,
    )
    note = forms.CharField(
        label=gettext_lazy("Yang ditunjukkan"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Misalnya menit ke-3 rekaman, atau jawaban nomor 5."),
    )

    def __init__(
        self,
        sent: QueryDict | None,
        *,
        exhibits: Sequence[NumberedExhibit],
        people: Sequence[Hearable],
    ) -> None:
        super().__init__(sent)
        files = [(one.key, f"{one.label} · {one.source}") for one in exhibits]
        told = [
            (one.key, _("Keterangan %(who)s") % {"who": one.label}) for one in people
        ]
        groups = [(_("Bukti"), files)] if files else []
        choice = self.fields["source"]
        choice.choices = [  # type: ignore[attr-defined] # of ChoiceField
            ("", _("Pilih bukti atau keterangan")),
            *groups,
            (_("Keterangan"), told),
        ]


class OwnElementForm(forms.Form):
    """An element the office checks beside those of the article."""

    text = forms.CharField(
        label=gettext_lazy("Unsur"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Berlaku untuk norma ini di semua perkara kantor Anda, dan selalu ditandai "
            "sebagai tambahan kantor."
        ),
    )

"""Forms of clarification."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.law import ClarificationRule, zone_of
from netra.records.accounts.models import Office
from netra.records.cases.models import Case
from netra.records.clarifications.actions.planning import HearingPlan
from netra.records.clarifications.models import Answer, Clarification, Minutes, Service
from netra.records.clarifications.people import usual_capacity
from netra.records.clarifications.queries import answers_of, rule_of
from netra.records.parties.hearable import hearable

_FORMAT = "%Y-%m-%dT%H:%M"


class MomentInput(forms.DateTimeInput):
    """Day and time as browsers pick them."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format=_FORMAT)


class MomentField(forms.DateTimeField):
    """A moment at the place of the case."""

    widget = MomentInput

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=[_FORMAT, "%Y-%m-%d %H:%M"], **options)
        self.region = ""

    def to_python(self, value: Any) -> datetime | None:
        """Read what was picked as local time of the place."""
        with timezone.override(zone_of(self.region)):
            return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        """Show a moment as local time of the place."""
        if isinstance(value, datetime):
            return value.astimezone(zone_of(self.region)).replace(tzinfo=None)
        return value


class HearingForm(forms.Form):
    """A form about a hearing; moments in it are local to the place of the case."""

    def __init__(self, data: Any, case: Case, *args: Any, **options: Any) -> None:
        super().__init__(data, *args, **options)
        self.case = case
        for field in self.fields.values():
            if isinstance(field, MomentField):
                field.region = case.place_region

    def set_choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        """Give a field its choices."""
        self.fields[name].choices = choices  # type: ignore[attr-defined] # of ChoiceField


class PlanForm(HearingForm):
    """When, where and how somebody is to be heard."""

    planned_at = MomentField(label=gettext_lazy("Waktu klarifikasi"))
    mode = forms.ChoiceField(
        label=gettext_lazy("Cara"),
        choices=Clarification.Mode.choices,
        widget=forms.RadioSelect,
        initial=Clarification.Mode.IN_PERSON,
    )
    online_reason = forms.CharField(
        label=gettext_lazy("Alasan daring"), max_length=200, required=False
    )
    place = forms.CharField(label=gettext_lazy("Tempat atau tautan"), max_length=200)
    purpose = forms.CharField(
        label=gettext_lazy("Keperluan"), max_length=300, required=False
    )
    bring = forms.CharField(
        label=gettext_lazy("Yang perlu dibawa"), max_length=300, required=False
    )

    def __init__(self, data: Any, case: Case, *args: Any, **options: Any) -> None:
        super().__init__(data, case, *args, **options)
        self._offer_reasons(rule_of(case))

    def _offer_reasons(self, rule: ClarificationRule) -> None:
        if not rule.online_reasons:
            self.fields["online_reason"].help_text = _(
                "Prosedur ini tidak menyebut daftar alasan (belum dikonfirmasi); tulis "
                "alasannya bila daring."
            )
            return
        self.fields["online_reason"] = forms.ChoiceField(
            label=_("Alasan daring"),
            help_text=_("Hanya alasan ini yang diizinkan untuk klarifikasi daring."),
            required=False,
            choices=[("", _("Tidak daring")), *((r, r) for r in rule.online_reasons)],
        )

    def plan(self) -> HearingPlan:
        """Return what was filled in."""
        told = {name: self.cleaned_data[name] for name in _PLANNED}
        return HearingPlan(**told)


_PLANNED = ("planned_at", "mode", "online_reason", "place", "purpose", "bring")


class NewHearingForm(PlanForm):
    """Whom to hear, as what, and the plan."""

    who = forms.ChoiceField(label=gettext_lazy("Siapa"), widget=forms.RadioSelect)
    capacity = forms.ChoiceField(
        label=gettext_lazy("Kapasitas"),
        required=False,
        help_text=gettext_lazy("Kosongkan untuk memakai kedudukannya dalam perkara."),
        choices=[
            ("", gettext_lazy("Menurut kedudukannya")),
            *Clarification.Capacity.choices,
        ],
    )
    field_order = ("who", "capacity", *_PLANNED)

    def __init__(self, data: Any, case: Case, *args: Any, **options: Any) -> None:
        super().__init__(data, case, *args, **options)
        people = hearable(case)
        self._usual = {one.key: usual_capacity(one.kind) for one in people}
        self.set_choices(
            "who", [(p.key, f"{p.label}\n{p.source}".strip()) for p in people]
        )

    def capacity_chosen(self) -> Clarification.Capacity:
        """Return what the person is heard as."""
        chosen = self.cleaned_data["capacity"]
        usual = self._usual[self.cleaned_data["who"]]
        return Clarification.Capacity(chosen) if chosen else usual


class InviteForm(HearingForm):
    """That an invitation was sent."""

    number = forms.CharField(
        label=gettext_lazy("Nomor surat"), max_length=80, required=False
    )
    sent_at = MomentField(label=gettext_lazy("Waktu dikirim"))
    late_reason = forms.CharField(
        label=gettext_lazy("Alasan terlambat"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Diisi hanya bila undangan melewati batas waktunya."),
    )


class ServiceForm(HearingForm):
    """How an invitation reached the person."""

    how = forms.ChoiceField(
        label=gettext_lazy("Cara disampaikan"), choices=Service.How.choices
    )
    by = forms.CharField(label=gettext_lazy("Disampaikan oleh"), max_length=120)
    served_at = MomentField(label=gettext_lazy("Waktu disampaikan"))
    result = forms.ChoiceField(
        label=gettext_lazy("Hasil"),
        choices=Service.Result.choices,
        widget=forms.RadioSelect,
    )
    received_by = forms.CharField(
        label=gettext_lazy("Diterima oleh"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Nama penerima disimpan tersegel."),
    )
    note = forms.CharField(
        label=gettext_lazy("Catatan"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Wajib bila surat ditolak atau orang tidak ditemukan."),
    )
    proof = forms.FileField(label=gettext_lazy("Foto atau pindaian"), required=False)


class AbsenceForm(HearingForm):
    """That the person did not come."""

    sent_word = forms.BooleanField(
        label=gettext_lazy("Orang itu memberi kabar sebelumnya"), required=False
    )
    note = forms.CharField(
        label=gettext_lazy("Keterangan"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CallOffForm(HearingForm):
    """Why a hearing is given up."""

    reason = forms.CharField(
        label=gettext_lazy("Alasan"), max_length=300, widget=forms.Textarea
    )


class AskForm(HearingForm):
    """Which office below is asked to hold the hearing."""

    office = forms.ModelChoiceField(
        label=gettext_lazy("Kantor di bawah"), queryset=Office.objects.none()
    )
    note = forms.CharField(
        label=gettext_lazy("Surat atau catatan"), max_length=300, required=False
    )

    def __init__(self, data: Any, case: Case, *args: Any, **options: Any) -> None:
        super().__init__(data, case, *args, **options)
        below = Office.objects.exclude(region=case.region)
        if case.region:
            below = below.filter(region__startswith=f"{case.region}.")
        self.fields["office"].queryset = below  # type: ignore[attr-defined] # of ModelChoiceField


class IdentityForm(HearingForm):
    """By which document the person was known, and who accompanies them."""

    identity = forms.ChoiceField(
        label=gettext_lazy("Dokumen yang diperlihatkan"),
        choices=Minutes.Identity.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Nomornya tidak dicatat di sini."),
    )
    counsel = forms.CharField(
        label=gettext_lazy("Kuasa atau pendamping"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Namanya disimpan tersegel."),
    )


class OathForm(HearingForm):
    """What the person said about the oath."""

    oath = forms.ChoiceField(
        label=gettext_lazy("Sumpah/janji"),
        choices=Minutes.Oath.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Menolak sumpah tidak menghentikan klarifikasi."),
    )
    oath_note = forms.CharField(
        label=gettext_lazy("Catatan"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Wajib bila tidak disumpah."),
    )


class OpinionForm(HearingForm):
    """The opinion of an expert."""

    opinion = forms.CharField(
        label=gettext_lazy("Pendapat ahli"), widget=forms.Textarea(attrs={"rows": 10})
    )


class NoteForm(HearingForm):
    """A short reason that may be empty."""

    note = forms.CharField(
        label=gettext_lazy("Catatan"), max_length=200, required=False
    )


class SignForm(HearingForm):
    """Whether the person signs."""

    signature = forms.ChoiceField(
        label=gettext_lazy("Tanda tangan"),
        choices=Minutes.Signature.choices,
        widget=forms.RadioSelect,
    )
    signature_note = forms.CharField(
        label=gettext_lazy("Alasan menolak"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Wajib bila menolak; dicetak pada berita acara."),
    )


class TextForm(HearingForm):
    """A text that must be there."""

    text = forms.CharField(
        label=gettext_lazy("Isi"), widget=forms.Textarea(attrs={"rows": 4})
    )


class CorrectionForm(HearingForm):
    """What the person puts right after the reading."""

    answer = forms.ModelChoiceField(
        label=gettext_lazy("Jawaban yang mana"),
        queryset=Answer.objects.none(),
        required=False,
        empty_label=gettext_lazy("Seluruh berita acara"),
    )
    text = forms.CharField(
        label=gettext_lazy("Pembetulan"), widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(
        self, data: Any, case: Case, *args: Any, minutes: Minutes, **options: Any
    ) -> None:
        super().__init__(data, case, *args, **options)
        field = self.fields["answer"]
        field.queryset = answers_of(minutes)  # type: ignore[attr-defined] # of ModelChoiceField
        field.label_from_instance = lambda row: row.question  # type: ignore[attr-defined] # as above


class QuestionsForm(HearingForm):
    """The office's own questions, for one norm or for all."""

    norm = forms.ChoiceField(label=gettext_lazy("Untuk norma"), required=False)
    questions = forms.CharField(
        label=gettext_lazy("Pertanyaan, satu per baris"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("Kosongkan untuk menarik daftar ini."),
    )

    def __init__(
        self,
        data: Any,
        case: Case,
        *args: Any,
        norms: list[tuple[str, str]],
        **options: Any,
    ) -> None:
        super().__init__(data, case, *args, **options)
        self.set_choices("norm", [("", _("Semua norma")), *norms])

"""Forms of the case pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.access import Role
from netra.domain.law import Status
from netra.records.accounts.models import User
from netra.records.accounts.queries import roles_on
from netra.records.cases import road
from netra.records.cases.models import Case, Study
from netra.records.contests.models import Side
from netra.records.law.queries import law
from netra.records.reports.models import Respondent
from netra.web.desk.case_steps import ENDING
from netra.web.portal.law_words import status_words

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NOT_VOTED = "not_registered"
"""An outcome of the checks before registration; no plenary votes for it."""
_HOLDERS = (Role.OFFICER.value, Role.MEMBER.value)


def _long(rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class DayInput(forms.DateInput):
    """A date as browsers pick it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def _steps_of_cases() -> dict[str, str]:
    """Return the steps on which a case can stand, in every procedure's own words."""
    found: dict[str, str] = {}
    for procedure in law().procedures.values():
        for step in procedure.steps.values():
            if step.kind in ENDING or step.waits_for == "body":
                found.setdefault(step.key, step.label_now)
    return found


class CaseFilter(forms.Form):
    """What the reader looks for among the cases; every part may be empty."""

    q = forms.CharField(
        label=gettext_lazy("Cari nomor atau peristiwa"), required=False, max_length=200
    )
    state = forms.ChoiceField(
        label=gettext_lazy("Keadaan"),
        required=False,
        choices=[
            ("", gettext_lazy("Semua")),
            ("open", gettext_lazy("Berjalan")),
            ("closed", gettext_lazy("Selesai")),
        ],
    )
    step = forms.ChoiceField(label=gettext_lazy("Langkah"), required=False)
    holder = forms.ModelChoiceField(
        label=gettext_lazy("Pemegang"),
        queryset=User.objects.none(),
        required=False,
        empty_label=gettext_lazy("Semua"),
    )

    def __init__(self, asked: Any, cases: QuerySet[Case]) -> None:
        super().__init__(asked)
        self._cases = cases
        self._set_choices("step", [("", _("Semua")), *_steps_of_cases().items()])
        holders = User.objects.filter(pk__in=cases.values("assigned_to"))
        self.fields["holder"].queryset = holders.order_by("name")  # type: ignore[attr-defined] # of ModelChoiceField

    def _set_choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined] # of ChoiceField

    def found(self) -> QuerySet[Case]:
        """Return the cases that fit; what does not exist narrows nothing."""
        self.is_valid()
        asked = self.cleaned_data
        cases = self._cases
        if asked.get("state") == "open":
            cases = cases.exclude(step=road.END)
        if asked.get("state") == "closed":
            cases = cases.filter(step=road.END)
        if asked.get("step"):
            cases = cases.filter(step=asked["step"])
        if asked.get("holder"):
            cases = cases.filter(assigned_to=asked["holder"])
        for word in asked.get("q", "").split():
            told = Q(number__icontains=word) | Q(title__icontains=word)
            origin = Q(report__number__icontains=word)
            origin |= Q(finding__number__icontains=word)
            cases = cases.filter(told | origin)
        return cases


def _class_choices() -> list[tuple[str, str]]:
    return [
        (found.key, f"{found.label}\n{_sure(found.status, found.note)}".strip())
        for found in law().classes.values()
        if not found.derived_from
    ]


def _sure(status: Status, note: str | None) -> str:
    said = "" if status is Status.CONFIRMED else status_words(status)
    return ". ".join(part for part in (said, note or "") if part)


class RespondentForm(forms.Form):
    """What a respondent was on the day of the act."""

    employment_class = forms.ChoiceField(
        label=gettext_lazy("Status kepegawaian pada hari perbuatan"),
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "Menentukan norma yang dapat dipilih, sanksi yang boleh ditampilkan, dan "
            "alamat penerusan."
        ),
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
        help_text=gettext_lazy("Beberapa norma hanya menjangkau pejabat."),
    )
    post = forms.CharField(label=gettext_lazy("Jabatan"), required=False)
    workplace = forms.CharField(label=gettext_lazy("Tempat kerja"), required=False)

    def __init__(self, data: Any = None, *, respondent: Respondent) -> None:
        held = {True: "yes", False: "no", None: ""}[respondent.holds_office]
        initial = {
            "employment_class": respondent.employment_class,
            "holds_office": held,
            "post": respondent.post,
            "workplace": respondent.workplace,
        }
        super().__init__(data, initial=initial)
        self.fields["employment_class"].choices = _class_choices()  # type: ignore[attr-defined] # of ChoiceField


class ActForm(forms.Form):
    """Whose act on which day; sent by GET, so that norms can be offered."""

    respondent = forms.ModelChoiceField(
        label=gettext_lazy("Terlapor"),
        queryset=Respondent.objects.none(),
        empty_label=gettext_lazy("Pilih terlapor"),
    )
    act_on = forms.DateField(
        label=gettext_lazy("Tanggal perbuatan"),
        widget=DayInput(),
        help_text=gettext_lazy(
            "Tanggal di tempat kejadian. Tahapan dan pasal mengikuti tanggal itu."
        ),
    )

    def __init__(
        self, data: Any, *, people: QuerySet[Respondent], today: date, **rest: Any
    ) -> None:
        super().__init__(data, **rest)
        self._today = today
        choice = self.fields["respondent"]
        choice.queryset = people  # type: ignore[attr-defined] # of ModelChoiceField
        choice.label_from_instance = lambda row: row.called  # type: ignore[attr-defined] # as above

    def clean_act_on(self) -> date:
        """Refuse a day that has not come."""
        day: date = self.cleaned_data["act_on"]
        if day > self._today:
            raise forms.ValidationError(_("Tanggal ini ada di masa depan."))
        return day


class AllegeForm(forms.Form):
    """The norm held against a respondent, the side, and a reason if it is needed."""

    norm = forms.CharField(
        label=gettext_lazy("Norma"),
        error_messages={"required": gettext_lazy("Pilih satu norma.")},
    )
    side = forms.ModelChoiceField(
        label=gettext_lazy("Pihak yang diuntungkan atau dirugikan"),
        queryset=Side.objects.none(),
        required=False,
        empty_label=gettext_lazy("Belum diketahui"),
    )
    phase_reason = forms.CharField(
        label=gettext_lazy("Alasan memakai norma di luar tahapannya"),
        required=False,
        widget=_long(3),
        help_text=gettext_lazy(
            "Hanya bila norma yang dipilih tidak berlaku pada tahapan hari itu."
        ),
    )

    def __init__(self, data: Any, *, sides: QuerySet[Side]) -> None:
        super().__init__(data)
        self.fields["side"].queryset = sides  # type: ignore[attr-defined] # of ModelChoiceField


def _part(label: StrOrPromise, help_text: StrOrPromise) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, required=False, widget=_long(8)
    )


class StudyForm(forms.Form):
    """The five parts of a study; a draft may leave parts empty.

    `seen` names the version and the moment of saving the writer began from.
    """

    position = _part(
        gettext_lazy("Kasus posisi"),
        gettext_lazy(
            "Siapa diduga berbuat apa, kapan, di mana, dan bagaimana perkara ini masuk."
        ),
    )
    facts = _part(
        gettext_lazy("Data"),
        gettext_lazy(
            "Bukti, keterangan, dan hasil klarifikasi, satu per satu dengan sumbernya."
        ),
    )
    analysis = _part(
        gettext_lazy("Kajian"),
        gettext_lazy(
            "Unsur setiap norma dihadapkan pada fakta; juga yang meringankan terlapor."
        ),
    )
    conclusion = _part(
        gettext_lazy("Kesimpulan"),
        gettext_lazy("Terbukti atau tidak untuk setiap terlapor, dan mengapa."),
    )
    recommendation = _part(
        gettext_lazy("Rekomendasi"),
        gettext_lazy("Apa yang diusulkan untuk diputus pleno."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def texts(self) -> dict[str, str]:
        """Return the text of every part."""
        return {part: self.cleaned_data.get(part, "") for part in Study.PARTS}


class ApproveForm(forms.Form):
    """The version that was read, and a note."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(
        label=gettext_lazy("Catatan penyetuju"), required=False, widget=_long(3)
    )


class ConveneForm(forms.Form):
    """Who is present, and where."""

    members = forms.MultipleChoiceField(
        label=gettext_lazy("Anggota yang hadir"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Pilih anggota yang hadir.")},
        help_text=gettext_lazy("Setiap anggota yang hadir perlu memberi suara."),
    )
    place = forms.CharField(
        label=gettext_lazy("Tempat"), required=False, max_length=160
    )

    def __init__(
        self, data: Any, *, members: Sequence[tuple[int, str]], quorum: int
    ) -> None:
        super().__init__(data)
        self._quorum = quorum
        choices = [(str(pk), label) for pk, label in members]
        self.fields["members"].choices = choices  # type: ignore[attr-defined] # of MultipleChoiceField

    def clean_members(self) -> list[int]:
        """Refuse fewer members than the quorum: such a plenary could never close."""
        chosen = [int(pk) for pk in self.cleaned_data["members"]]
        if len(chosen) < self._quorum:
            raise forms.ValidationError(
                _("Kuorum kantor ini %(quorum)s anggota; yang dipilih baru %(count)s."),
                params={"quorum": self._quorum, "count": len(chosen)},
            )
        return chosen


class SeatsForm(forms.Form):
    """Who is present after all."""

    members = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Anggota yang hadir"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Pilih anggota yang hadir.")},
        help_text=gettext_lazy("Anggota yang sudah bersuara tetap tercatat hadir."),
    )

    def __init__(
        self, data: Any, *, members: Sequence[tuple[int, str]], present: Sequence[int]
    ) -> None:
        super().__init__(data, initial={"members": [str(pk) for pk in present]})
        choices = [(str(pk), label) for pk, label in members]
        self.fields["members"].choices = choices  # type: ignore[attr-defined] # of TypedMultipleChoiceField


class CloseForm(forms.Form):
    """The text of the decision."""

    decision_text = forms.CharField(
        label=gettext_lazy("Isi putusan"),
        widget=_long(10),
        help_text=gettext_lazy("Pertimbangan dan putusan untuk setiap terlapor."),
        error_messages={"required": gettext_lazy("Tulis isi putusan.")},
    )


class ReasonForm(forms.Form):
    """A reason that is kept with the act."""

    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        widget=_long(4),
        error_messages={
            "required": gettext_lazy("Tulis alasannya; alasan ini masuk catatan.")
        },
    )


class AssignForm(forms.Form):
    """Who holds the case."""

    holder = forms.ModelChoiceField(
        label=gettext_lazy("Pemegang perkara"),
        queryset=User.objects.none(),
        empty_label=gettext_lazy("Pilih orang"),
        error_messages={
            "required": gettext_lazy("Pilih siapa yang memegang perkara ini."),
            "invalid_choice": gettext_lazy("Orang ini tidak bertugas di kantor ini."),
        },
    )

    def __init__(self, data: Any, *, case: Case, day: date) -> None:
        super().__init__(data, initial={"holder": case.assigned_to_id})
        serving = roles_on(day).filter(office=case.office_id, role__in=_HOLDERS)
        people = User.objects.filter(pk__in=serving.values("user"), is_active=True)
        self.fields["holder"].queryset = people.order_by("name")  # type: ignore[attr-defined] # of ModelChoiceField

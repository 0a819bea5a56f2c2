"""Forms of the turns a case can take."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.records.turns.models import Correction, LateEvidence, TrackEvent, Withdrawal
from netra.records.turns.models.records import Source
from netra.web.desk.case_forms import DayInput
from netra.web.desk.clarifications.forms import HearingForm, MomentField

_WHEN = {
    "required": _("Tulis tanggal dan jamnya."),
    "invalid": _("Tanggal dan jam ini tidak terbaca."),
}


def _long(rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _text(label: Any, needed: Any, *, rows: int = 4, help_text: Any = "") -> Any:
    return forms.CharField(
        label=label,
        max_length=8000,
        widget=_long(rows),
        help_text=help_text,
        error_messages={"required": needed},
    )


def _set_choices(form: forms.Form, name: str, choices: Any) -> None:
    form.fields[name].choices = choices  # type: ignore[attr-defined] # of ChoiceField


class MoveForm(forms.Form):
    """Why a matter changes hands."""

    reason = _text(
        _("Alasan"),
        _("Tulis alasannya; alasan ini dicetak di surat."),
        help_text=_("Dicetak di surat. Jangan menulis nama pelapor atau saksi."),
    )


class TakeOverForm(MoveForm):
    """Which office takes a matter over, and why."""

    office = forms.ChoiceField(
        label=_("Kantor yang mengambil alih"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih kantornya.")},
    )
    field_order = ("office", "reason")

    def __init__(self, data: Any, *, offices: Sequence[tuple[str, str]]) -> None:
        super().__init__(data, initial={"office": offices[0][0]} if offices else {})
        _set_choices(self, "office", list(offices))


class WithdrawForm(forms.Form):
    """How a reporter takes a report back."""

    letter_on = forms.DateField(
        label=_("Tanggal surat pencabutan"),
        widget=DayInput(),
        error_messages={
            "required": _("Tulis tanggal surat pencabutan."),
            "invalid": _("Tanggal ini tidak terbaca."),
        },
    )
    said_by = forms.ChoiceField(
        label=_("Dicabut oleh"),
        choices=Withdrawal.By.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih siapa yang mencabut.")},
    )
    proof = forms.ChoiceField(
        label=_("Bukti pencabutan"),
        choices=Withdrawal.Proof.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih buktinya.")},
    )
    reason = _text(
        _("Alasan pencabutan"),
        _("Tulis alasan yang disampaikan pelapor."),
        help_text=_("Disegel, karena dapat menyebut pelapor."),
    )


class WithdrawDecisionForm(forms.Form):
    """How handling goes on after a withdrawal."""

    goes_on = forms.ChoiceField(
        label=_("Penanganan dilanjutkan"),
        choices=Withdrawal.GoesOn.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih kelanjutannya.")},
    )
    reason = _text(_("Pertimbangan petugas"), _("Tulis pertimbangannya."))


class AskForm(forms.Form):
    """What information is still needed, and from whom."""

    asked_of = forms.ChoiceField(
        label=_("Diminta dari"),
        choices=Source.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih kepada siapa diminta.")},
    )
    what = _text(
        _("Keterangan yang diminta"),
        _("Tulis keterangan yang diminta."),
        help_text=_("Tanpa nama pelapor atau saksi; masuk catatan perkara."),
    )


class AnswerForm(forms.Form):
    """The information that came."""

    answer = _text(
        _("Keterangan yang diterima"),
        _("Tulis keterangan yang diterima."),
        rows=6,
        help_text=_("Disegel, karena dapat menyebut pemberinya."),
    )


class EvidenceForm(HearingForm):
    """Evidence that came after registration."""

    brought_by = forms.ChoiceField(
        label=_("Dibawa oleh"),
        choices=Source.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih siapa yang membawa.")},
    )
    received_at = MomentField(label=_("Diterima pada"), error_messages=_WHEN)
    description = _text(
        _("Uraian bukti"),
        _("Tulis bukti apa ini."),
        help_text=_("Masuk ke bagian Data kajian. Tanpa nama pelapor atau saksi."),
    )
    why_late = _text(
        _("Alasan baru disampaikan"), _("Tulis mengapa baru disampaikan."), rows=3
    )


class EvidenceFileForm(forms.Form):
    """A file that belongs to new evidence."""

    file = forms.FileField(
        label=_("Berkas"),
        help_text=_("Foto, video, suara, atau PDF."),
        error_messages={
            "required": _("Pilih berkasnya."),
            "empty": _("Berkas ini kosong. Pilih berkas lain."),
        },
    )


class CorrectForm(forms.Form):
    """A slip of the pen, as it stood and as it should stand."""

    what = forms.ChoiceField(
        label=_("Yang diperbaiki"),
        choices=Correction.What.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih yang diperbaiki.")},
    )
    place = forms.CharField(
        label=_("Letak kesalahan"),
        max_length=160,
        help_text=_("Misalnya nama surat, nomor, dan halamannya."),
        error_messages={"required": _("Tulis letak kesalahannya.")},
    )
    stood = _text(_("Tertulis"), _("Salin yang tertulis."), rows=2)
    stands = _text(_("Seharusnya"), _("Tulis yang seharusnya."), rows=2)
    why = _text(_("Sebab kesalahan"), _("Tulis sebabnya."), rows=2)


class ReopenForm(forms.Form):
    """Because of which evidence a case is opened again."""

    evidence = forms.ModelChoiceField(
        label=_("Bukti baru"),
        queryset=LateEvidence.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Pilih bukti barunya.")},
    )
    reason = _text(_("Alasan"), _("Tulis alasan membuka kembali perkara ini."))

    def __init__(self, data: Any, *, evidence: Any) -> None:
        super().__init__(data)
        field = self.fields["evidence"]
        field.queryset = evidence  # type: ignore[attr-defined] # of ModelChoiceField
        field.label_from_instance = lambda row: row.description  # type: ignore[attr-defined] # of ModelChoiceField


class TrackForm(HearingForm):
    """What police, prosecutor or court did."""

    key = forms.ChoiceField(
        label=_("Peristiwa"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih peristiwanya.")},
    )
    happened_at = MomentField(label=_("Terjadi pada"), error_messages=_WHEN)
    note = forms.CharField(
        label=_("Keterangan"),
        required=False,
        widget=_long(3),
        help_text=_("Dari surat atau pemberitahuan mana kantor mengetahuinya."),
    )

    def __init__(self, data: Any, case: Any, *, keys: Sequence[TrackEvent.Key]) -> None:
        super().__init__(data, case)
        self.set_choices("key", [(key.value, str(key.label)) for key in keys])


class SessionForm(HearingForm):
    """When and where the hearing meets."""

    planned_at = MomentField(label=_("Waktu sidang"), error_messages=_WHEN)
    place = forms.CharField(
        label=_("Tempat"),
        max_length=160,
        error_messages={"required": _("Tulis tempat sidang.")},
    )


class SessionNoteForm(HearingForm):
    """Who came to a session, and what was done."""

    held_at = MomentField(label=_("Dimulai pada"), error_messages=_WHEN)
    present = _text(
        _("Pihak yang hadir"),
        _("Tulis siapa yang hadir."),
        rows=3,
        help_text=_("Disegel, karena menyebut nama."),
    )
    course = _text(_("Jalannya sidang"), _("Tulis jalannya sidang."), rows=6)


class HearingDecisionForm(forms.Form):
    """What the members decided after the sessions."""

    members = forms.MultipleChoiceField(
        label=_("Anggota yang memutus"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Pilih anggota yang memutus.")},
    )
    decision_text = _text(_("Isi putusan"), _("Tulis isi putusan."), rows=10)

    def __init__(self, data: Any, *, members: Sequence[tuple[str, str]]) -> None:
        super().__init__(data)
        _set_choices(self, "members", list(members))

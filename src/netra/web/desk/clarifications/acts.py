"""The acts on a hearing that are one form each: what is asked, and what is done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from netra.domain.access import Actor
from netra.records.clarifications import actions
from netra.records.clarifications.models import Clarification, Minutes
from netra.web.desk.clarifications import forms


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an act is done with: the hearing, what was filled in, who and when."""

    row: Clarification
    form: forms.HearingForm
    actor: Actor
    at: datetime

    @property
    def told(self) -> dict[str, Any]:
        """What was filled in."""
        return self.form.cleaned_data

    @property
    def by(self) -> dict[str, Any]:
        """Who does it and when."""
        return {"actor": self.actor, "at": self.at}

    @property
    def on_hearing(self) -> dict[str, Any]:
        """The hearing, who and when."""
        return {"hearing": self.row, **self.by}

    @property
    def on_minutes(self) -> dict[str, Any]:
        """The minutes, who and when."""
        return {"minutes": self.row.minutes, **self.by}


def _nothing(_row: Clarification) -> dict[str, Any]:
    return {}


def _always(_row: Clarification) -> bool:
    return True


def _is_expert(row: Clarification) -> bool:
    return row.capacity == Clarification.Capacity.EXPERT


def _is_paused(row: Clarification) -> bool:
    return row.minutes.breaks.filter(to_at__isnull=True).exists()


def _is_running(row: Clarification) -> bool:
    return not _is_paused(row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act: its words, its form, and what it does.

    `in_minutes` is true where minutes must be there; the page offers it in `states`,
    to hearings that `fits` says it fits.
    """

    title: Promise
    button: Promise
    done: Promise
    form: type[forms.HearingForm]
    do: Callable[[Asked], object]
    states: tuple[str, ...]
    in_minutes: bool = False
    is_final: bool = False
    explains: Promise | str = ""
    fits: Callable[[Clarification], bool] = field(default=_always)
    initial: Callable[[Clarification], dict[str, Any]] = field(default=_nothing)
    options: Callable[[Clarification], dict[str, Any]] = field(default=_nothing)


def _planned(row: Clarification) -> dict[str, Any]:
    names = ("planned_at", "mode", "online_reason", "place", "purpose", "bring")
    return {name: getattr(row, name) for name in names}


def _of_minutes(*names: str) -> Callable[[Clarification], dict[str, Any]]:
    return lambda row: {name: getattr(row.minutes, name) for name in names}


def _minutes_option(row: Clarification) -> dict[str, Any]:
    return {"minutes": row.minutes}


def _sign(asked: Asked) -> Minutes:
    if asked.told["signature"] == Minutes.Signature.SIGNED:
        return actions.sign_minutes(**asked.on_minutes)
    note = asked.told["signature_note"]
    return actions.note_refusal(note=note, **asked.on_minutes)


_S = Clarification.State
_WAITING = (_S.PLANNED.value, _S.ABSENT.value)
_PLANNED, _OPEN, _READ, _FINISHED = (
    (state.value,) for state in (_S.PLANNED, _S.OPEN, _S.READ, _S.FINISHED)
)

ACTS: Mapping[str, Act] = {
    "ubah": Act(
        title=_("Ubah rencana"),
        button=_("Simpan rencana"),
        done=_("Rencana klarifikasi diubah."),
        form=forms.PlanForm,
        do=lambda a: actions.replan_clarification(
            plan=a.form.plan(),  # type: ignore[attr-defined] # of PlanForm
            **a.on_hearing,
        ),
        states=_WAITING,
        initial=_planned,
    ),
    "undang": Act(
        title=_("Catat undangan"),
        button=_("Catat undangan"),
        done=_("Undangan dicatat."),
        form=forms.InviteForm,
        do=lambda a: actions.invite(**a.told, **a.on_hearing),
        states=_PLANNED,
    ),
    "tidak-hadir": Act(
        title=_("Catat tidak hadir"),
        button=_("Catat tidak hadir"),
        done=_("Ketidakhadiran dicatat. Ubah rencana untuk mengundang lagi."),
        form=forms.AbsenceForm,
        do=lambda a: actions.record_absence(**a.told, **a.on_hearing),
        states=_PLANNED,
    ),
    "batal": Act(
        title=_("Batalkan klarifikasi"),
        button=_("Batalkan klarifikasi"),
        done=_("Klarifikasi dibatalkan; alasannya tercatat."),
        form=forms.CallOffForm,
        do=lambda a: actions.call_off(**a.told, **a.on_hearing),
        states=_WAITING,
        is_final=True,
    ),
    "minta": Act(
        title=_("Minta kantor di bawah"),
        button=_("Minta melaksanakan"),
        done=_("Kantor itu kini dapat melaksanakan klarifikasi ini."),
        form=forms.AskForm,
        do=lambda a: actions.ask_lower_office(**a.told, **a.on_hearing),
        states=_WAITING,
        explains=_(
            "Petugas kantor itu dapat membuka klarifikasi ini dan menulis berita "
            "acaranya; bagian lain perkara tetap tertutup bagi mereka."
        ),
    ),
    "mulai": Act(
        title=_("Mulai klarifikasi"),
        button=_("Mulai dan buka berita acara"),
        done=_("Klarifikasi dimulai."),
        form=forms.HearingForm,
        do=lambda a: actions.begin_hearing(**a.on_hearing),
        states=_PLANNED,
        explains=_("Anda tercatat sebagai yang mengambil keterangan."),
    ),
    "identitas": Act(
        title=_("Periksa identitas"),
        button=_("Catat identitas"),
        done=_("Identitas dicatat."),
        form=forms.IdentityForm,
        do=lambda a: actions.record_identity(**a.told, **a.on_minutes),
        states=_OPEN,
        in_minutes=True,
        initial=_of_minutes("identity", "counsel"),
    ),
    "sumpah": Act(
        title=_("Kesediaan disumpah"),
        button=_("Catat sumpah/janji"),
        done=_("Jawaban tentang sumpah/janji dicatat."),
        form=forms.OathForm,
        do=lambda a: actions.record_oath(
            oath=a.told["oath"], note=a.told["oath_note"], **a.on_minutes
        ),
        states=_OPEN,
        in_minutes=True,
        initial=_of_minutes("oath", "oath_note"),
    ),
    "pendapat": Act(
        title=_("Pendapat ahli"),
        button=_("Simpan pendapat"),
        done=_("Pendapat ahli disimpan tersegel."),
        form=forms.OpinionForm,
        do=lambda a: actions.record_opinion(**a.told, **a.on_minutes),
        states=_OPEN,
        in_minutes=True,
        initial=_of_minutes("opinion"),
        fits=_is_expert,
    ),
    "jeda": Act(
        title=_("Jeda"),
        button=_("Jeda klarifikasi"),
        done=_("Klarifikasi dijeda."),
        form=forms.NoteForm,
        do=lambda a: actions.pause_hearing(reason=a.told["note"], **a.on_minutes),
        states=_OPEN,
        in_minutes=True,
        fits=_is_running,
    ),
    "lanjut": Act(
        title=_("Lanjutkan sesudah jeda"),
        button=_("Lanjutkan"),
        done=_("Klarifikasi dilanjutkan."),
        form=forms.HearingForm,
        do=lambda a: actions.resume_hearing(**a.on_minutes),
        states=_OPEN,
        in_minutes=True,
        fits=_is_paused,
    ),
    "dibacakan": Act(
        title=_("Bacakan kembali"),
        button=_("Sudah dibacakan"),
        done=_("Pembacaan dicatat. Tanya jawab kini tetap."),
        form=forms.HearingForm,
        do=lambda a: actions.read_back(**a.on_minutes),
        states=_OPEN,
        in_minutes=True,
        explains=_(
            "Bacakan seluruh tanya jawab kepada orang itu. Sesudah ini tanya jawab "
            "tidak dapat diubah; pembetulannya ditulis tersendiri."
        ),
    ),
    "pembetulan": Act(
        title=_("Pembetulan"),
        button=_("Catat pembetulan"),
        done=_("Pembetulan dicatat di bawah jawaban itu."),
        form=forms.CorrectionForm,
        do=lambda a: actions.correct_answer(**a.told, **a.on_minutes),
        states=_READ,
        in_minutes=True,
        options=_minutes_option,
    ),
    "tanda-tangan": Act(
        title=_("Tanda tangan"),
        button=_("Catat"),
        done=_("Tanda tangan atau penolakannya dicatat."),
        form=forms.SignForm,
        do=_sign,
        states=_READ,
        in_minutes=True,
        initial=_of_minutes("signature", "signature_note"),
    ),
    "selesai": Act(
        title=_("Selesaikan klarifikasi"),
        button=_("Selesaikan"),
        done=_("Berita acara selesai dan terkunci."),
        form=forms.HearingForm,
        do=lambda a: actions.finish_hearing(**a.on_minutes),
        states=_READ,
        in_minutes=True,
        explains=_(
            "Berita acara yang selesai tidak dapat diubah oleh siapa pun; hanya "
            "catatan tambahan yang dapat ditulis."
        ),
    ),
    "catatan": Act(
        title=_("Catatan tambahan"),
        button=_("Tambah catatan"),
        done=_("Catatan ditambahkan; berita acara tidak berubah."),
        form=forms.TextForm,
        do=lambda a: actions.add_note(**a.told, **a.on_minutes),
        states=_FINISHED,
        in_minutes=True,
    ),
    "salinan": Act(
        title=_("Serahkan salinan"),
        button=_("Catat salinan diserahkan"),
        done=_("Penyerahan salinan dicatat."),
        form=forms.NoteForm,
        do=lambda a: actions.hand_over_copy(**a.told, **a.on_minutes),
        states=_FINISHED,
        in_minutes=True,
    ),
}
"""By the last part of the address."""


def offered(row: Clarification) -> list[tuple[str, Act]]:
    """Return the acts that can be done with a hearing now, by their key."""
    return [
        (key, act)
        for key, act in ACTS.items()
        if row.state in act.states and act.fits(row)
    ]

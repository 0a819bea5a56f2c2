"""Words of the agenda: what an entry is, what the ledger says of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from netra.records.correspondence.models import AgendaEntry

__all__ = ["ENTRIES", "WAYS_IN", "Shape", "kind_words", "shape_of"]

ENTRIES: Mapping[str, Promise] = {
    "agenda.entered_in": _("Yang masuk dicatat di agenda"),
    "agenda.entered_out": _("Yang keluar dicatat di agenda"),
    "agenda.call_noted": _("Telepon dicatat di agenda"),
    "agenda.visit_noted": _("Kunjungan dicatat di agenda"),
    "agenda.mail_dropped": _("Surel dicatat di agenda"),
    "agenda.mail_read": _("Isi surel dibaca dari berkasnya"),
    "agenda.answered": _("Jawaban dicatat di agenda"),
    "agenda.corrected": _("Catatan agenda dikoreksi dengan catatan baru"),
    "agenda.voided": _("Catatan agenda dibatalkan dengan alasan"),
    "agenda.linked": _("Catatan agenda ditautkan"),
    "agenda.scan_added": _("Pindaian ditambahkan ke agenda"),
    "agenda.identity_opened": _("Yang tersegel di agenda dibuka dengan alasan"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One way to enter something: its heading, and which parts are asked for."""

    key: str
    title: Promise
    hint: Promise
    direction: str
    kinds: tuple[str, ...]

    @property
    def asks_direction(self) -> bool:
        """Whether it may have gone either way."""
        return not self.direction

    @property
    def is_letter(self) -> bool:
        """Whether it bears a number and a day of its own."""
        return AgendaEntry.Kind.LETTER in self.kinds


_WRITTEN = (
    AgendaEntry.Kind.LETTER,
    AgendaEntry.Kind.MAIL,
    AgendaEntry.Kind.OTHER,
)
WAYS_IN: Mapping[str, Shape] = {
    shape.key: shape
    for shape in (
        Shape(
            key="masuk",
            title=_("Catat surat masuk"),
            hint=_("Surat, paket, atau surel yang tidak ada berkas .eml-nya."),
            direction=AgendaEntry.Direction.IN,
            kinds=_WRITTEN,
        ),
        Shape(
            key="keluar",
            title=_("Catat surat keluar"),
            hint=_("Surat yang diterbitkan Netra dicatat dari halaman perkara."),
            direction=AgendaEntry.Direction.OUT,
            kinds=_WRITTEN,
        ),
        Shape(
            key="telepon",
            title=_("Catat telepon"),
            hint=_("Siapa menelepon, tentang apa, dan apa yang dikatakan."),
            direction="",
            kinds=(AgendaEntry.Kind.CALL,),
        ),
        Shape(
            key="kunjungan",
            title=_("Catat kunjungan"),
            hint=_("Tamu yang datang, atau kunjungan petugas ke tempat lain."),
            direction="",
            kinds=(AgendaEntry.Kind.VISIT,),
        ),
    )
}


def shape_of(entry: AgendaEntry) -> Shape:
    """Return the way in which an entry would be entered anew."""
    for shape in WAYS_IN.values():
        if entry.kind in shape.kinds and shape.direction in ("", entry.direction):
            return shape
    raise LookupError(entry.kind)  # every kind has a way in


_KINDS: Mapping[tuple[str, str], Promise] = {
    ("letter", "in"): _("Surat masuk"),
    ("letter", "out"): _("Surat keluar"),
    ("call", "in"): _("Telepon masuk"),
    ("call", "out"): _("Telepon keluar"),
    ("visit", "in"): _("Tamu"),
    ("visit", "out"): _("Kunjungan petugas"),
    ("mail", "in"): _("Surel masuk"),
    ("mail", "out"): _("Surel keluar"),
    ("other", "in"): _("Lainnya, masuk"),
    ("other", "out"): _("Lainnya, keluar"),
}


def kind_words(entry: AgendaEntry) -> str:
    """Return what an entry is and which way it went."""
    return str(_KINDS[entry.kind, entry.direction])

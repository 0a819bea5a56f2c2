"""Words of the hearings: states, papers, entries of the ledger."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from netra.domain.law import Paper
from netra.records.clarifications.models import Clarification
from netra.records.parties.hearable import label_of
from netra.web.desk.case_words import PAPERS

TONES: Mapping[str, tuple[str, str]] = {
    "planned": ("", "clock"),
    "absent": ("warn", "warn"),
    "open": ("info", "clock"),
    "read": ("info", "check"),
    "finished": ("good", "check"),
    "called_off": ("", "close"),
}
ENTRIES: Mapping[str, Promise] = {
    "clarification.planned": _("Klarifikasi direncanakan"),
    "clarification.replanned": _("Rencana klarifikasi diubah"),
    "clarification.called_off": _("Klarifikasi dibatalkan"),
    "clarification.lower_office_asked": _("Kantor di bawah diminta melaksanakan"),
    "clarification.absence_recorded": _("Ketidakhadiran dicatat"),
    "clarification.begun": _("Klarifikasi dimulai"),
    "clarification.read_back": _("Berita acara dibacakan kembali"),
    "clarification.finished": _("Klarifikasi selesai"),
    "invitation.sent": _("Undangan klarifikasi dikirim"),
    "service.recorded": _("Penyampaian undangan dicatat"),
    "minutes.begun": _("Berita acara dibuka"),
    "minutes.identity_checked": _("Identitas diperiksa"),
    "minutes.oath_recorded": _("Jawaban tentang sumpah/janji dicatat"),
    "minutes.opinion_recorded": _("Pendapat ahli disimpan"),
    "minutes.paused": _("Klarifikasi dijeda"),
    "minutes.resumed": _("Klarifikasi dilanjutkan"),
    "minutes.read_back": _("Tanya jawab dibacakan dan ditetapkan"),
    "minutes.corrected": _("Pembetulan dicatat"),
    "minutes.signed": _("Tanda tangan atau penolakannya dicatat"),
    "minutes.finished": _("Berita acara selesai"),
    "minutes.note_added": _("Catatan tambahan ditulis"),
    "minutes.copy_given": _("Salinan berita acara diserahkan"),
    "case.clarification_invited": _("Undangan klarifikasi pertama tercatat"),
    "case.clarifications_finished": _("Tahap klarifikasi selesai"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownHearing:
    """A hearing in a list; `label` names nobody."""

    row: Clarification
    label: str
    tone: str
    drawing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePaper:
    """A paper that can be issued about a hearing."""

    kind: Paper
    about: str
    name: Promise


def label_rows(rows: Iterable[Clarification]) -> list[ShownHearing]:
    """Return hearings with label and tone."""
    return [
        ShownHearing(
            row=row,
            label=label_of(row.case, row.who),
            tone=TONES[row.state][0],
            drawing=TONES[row.state][1],
        )
        for row in rows
    ]


def papers_due(row: Clarification) -> list[DuePaper]:
    """Return the papers that can be issued now; issuing again makes a further one."""
    due = []
    for letter in row.invitations.prefetch_related("services"):
        due.append(_due(Paper.INVITATION, letter.ledger_subject))
        if letter.services.all():
            due.append(_due(Paper.SERVICE_RECORD, letter.ledger_subject))
    minutes = getattr(row, "minutes", None)
    if minutes is None:
        return due
    is_expert = row.capacity == Clarification.Capacity.EXPERT
    if minutes.oath == "willing":
        kind = Paper.EXPERT_OATH if is_expert else Paper.OATH
        due.append(_due(kind, row.ledger_subject))
    if minutes.read_back_at is not None:
        due.append(_due(Paper.CLARIFICATION_MINUTES, row.ledger_subject))
    return due


def _due(kind: Paper, about: str) -> DuePaper:
    return DuePaper(kind=kind, about=about, name=PAPERS[kind])

"""Doors of the agenda and of the timeline of a case."""

from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk.correspondence import (
    book_file,
    case_pages,
    entering,
    entry_pages,
    files,
    list_pages,
)
from netra.web.routes import staff

_AGENDA = "meja/agenda/"
_ENTRY = f"{_AGENDA}<int:pk>/"
_CASE = "meja/perkara/<int:pk>/"

_LISTS = [
    staff(_AGENDA, list_pages.agenda, name="agenda", needs=Action.VIEW_AGENDA),
    staff(
        f"{_AGENDA}unduh/",
        book_file.agenda_file,
        name="agenda_file",
        needs=Action.VIEW_REGISTERS,
    ),
    staff(
        f"{_AGENDA}surel/", entering.mail, name="agenda_mail", needs=Action.KEEP_AGENDA
    ),
    staff(
        f"{_AGENDA}catat/<slug:key>/",
        entering.enter,
        name="agenda_enter",
        needs=Action.KEEP_AGENDA,
    ),
]

_ENTRIES = [
    staff(_ENTRY, entry_pages.entry, name="agenda_entry", needs=Action.VIEW_AGENDA),
    staff(
        f"{_ENTRY}koreksi/",
        entering.correct,
        name="agenda_correct",
        needs=Action.KEEP_AGENDA,
    ),
    staff(
        f"{_ENTRY}jawab/",
        entering.answer,
        name="agenda_answer",
        needs=Action.KEEP_AGENDA,
    ),
    staff(
        f"{_ENTRY}batalkan/",
        entry_pages.void,
        name="agenda_void",
        needs=Action.KEEP_AGENDA,
    ),
    staff(
        f"{_ENTRY}tautkan/",
        entry_pages.link,
        name="agenda_link",
        needs=Action.KEEP_AGENDA,
    ),
    staff(
        f"{_ENTRY}pindaian/",
        entry_pages.scans,
        name="agenda_scans",
        needs=Action.KEEP_AGENDA,
    ),
    staff(
        f"{_ENTRY}buka/",
        entry_pages.reveal,
        name="agenda_reveal",
        needs=Action.OPEN_IDENTITY,
    ),
    staff(
        f"{_ENTRY}asli/",
        files.original,  # type: ignore[arg-type] # streams, as files may be large
        name="agenda_original",
        needs=Action.VIEW_AGENDA,
    ),
    staff(
        "meja/berkas-agenda/<int:pk>/",
        files.scan,  # type: ignore[arg-type] # as above
        name="agenda_scan",
        needs=Action.VIEW_AGENDA,
    ),
]

_CASES = [
    staff(
        f"{_CASE}linimasa/",
        case_pages.timeline,
        name="case_timeline",
        needs=Action.VIEW_CASE,
    ),
    staff(
        f"{_CASE}agenda/",
        case_pages.note,
        name="case_agenda_note",
        needs=Action.KEEP_AGENDA,
    ),
    staff(
        f"{_CASE}agenda/surat/",
        case_pages.paper,
        name="case_agenda_paper",
        needs=Action.KEEP_AGENDA,
    ),
    staff(
        f"{_CASE}agenda/penerusan/",
        case_pages.referral,
        name="case_agenda_referral",
        needs=Action.KEEP_AGENDA,
    ),
]

DOORS: list[URLPattern] = [*_LISTS, *_ENTRIES, *_CASES]

"""The one timeline of a case: what every room entered, and its letters and calls.

A row is an entry of the ledger; the agenda adds what a letter was about, papers their
name and number. Rooms do not know each other: the words of an entry and the heading it
stands under come with the part of the room.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from netra.domain.law import zone_of
from netra.records.accounts.models import User
from netra.records.cases.models import Case
from netra.records.correspondence.models import AgendaEntry
from netra.records.correspondence.queries import agenda_of_case, counterpart_shown
from netra.records.documents.models import IssuedPaper
from netra.records.documents.queries import papers_of_case
from netra.records.ledger.models import LedgerEntry
from netra.web.desk import case_parts
from netra.web.desk.case_trail import subjects_of
from netra.web.desk.case_words import ENTRIES, KEY_ENTRIES, entry_words, paper_words
from netra.web.desk.correspondence.words import kind_words

__all__ = ["Happening", "happenings", "kinds_of", "narrowed"]

_WRITING = frozenset(
    {
        "agenda.entered_in",
        "agenda.entered_out",
        "agenda.call_noted",
        "agenda.visit_noted",
        "agenda.mail_dropped",
        "agenda.answered",
        "agenda.corrected",
    }
)
_GROUPS: Mapping[str, tuple[str, Promise]] = {
    "report": ("laporan", _("Laporan")),
    "observation": ("pengawasan", _("Pengawasan")),
    "tracing": ("pengawasan", _("Pengawasan")),
    "finding": ("pengawasan", _("Pengawasan")),
    "respondent": ("pihak", _("Para pihak")),
    "case": ("perkara", _("Langkah perkara")),
    "plenary": ("pleno", _("Pleno")),
    "referral": ("penerusan", _("Penerusan")),
    "paper": ("surat", _("Surat terbit")),
}
_OTHER = ("lain", _("Lainnya"))
_KINDS: Mapping[str, Promise] = {
    "letter": _("Surat"),
    "call": _("Telepon"),
    "visit": _("Kunjungan"),
    "mail": _("Surel"),
    "other": _("Lainnya"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a letter answers, as a link."""

    number: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One row of the timeline.

    `group` is what it is filtered by, `heading` its word. `detail` is what it was
    about, empty where the entry says it all. `recorded_at` is set when it was entered
    later than it happened; `note` says that a line counts no more.
    """

    number: int
    group: str
    heading: str
    words: str
    detail: str
    side: str
    url: str
    answers: Answered | None
    who: str
    at: datetime
    recorded_at: datetime | None
    is_key: bool
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The rows an entry may be about, by the ledger's subject."""

    names: Mapping[int, str]
    agenda: Mapping[str, AgendaEntry]
    papers: Mapping[str, IssuedPaper]


def happenings(case: Case, *, sees_agenda: bool, sees_papers: bool) -> list[Happening]:
    """Return everything that happened about a case, newest first; a few queries.

    Args:
        case: Whose timeline it is.
        sees_agenda: Whether the reader may read what letters and calls were about.
        sees_papers: Whether the reader may open papers.
    """
    unsaid = Q(kind__startswith="tracing.") & ~Q(kind__in=list(ENTRIES))
    rows = LedgerEntry.objects.filter(subject__in=list(subjects_of(case)))
    entries = list(rows.exclude(unsaid).order_by("-happened_at", "-number"))
    lines = agenda_of_case(case).select_related("answers") if sees_agenda else ()
    papers = papers_of_case(case) if sees_papers else ()
    known = _Known(
        names=_names(entries),
        agenda={line.ledger_subject: line for line in lines},
        papers={paper.ledger_subject: paper for paper in papers},
    )
    return [_row(entry, known) for entry in entries]


def _names(entries: Iterable[LedgerEntry]) -> dict[int, str]:
    ids = {int(entry.actor) for entry in entries if entry.actor.isdigit()}
    return dict(User.objects.filter(pk__in=ids).values_list("pk", "name"))


def _row(entry: LedgerEntry, known: _Known) -> Happening:
    line = known.agenda.get(entry.subject) if entry.kind in _WRITING else None
    paper = known.papers.get(entry.subject)
    group, heading = _group_of(entry, line)
    words = str(case_parts.part_words(entry.kind) or entry_words(entry.kind))
    detail, url = _detail(line, paper)
    later = entry.recorded_at != entry.happened_at
    actor = int(entry.actor) if entry.actor.isdigit() else 0
    return Happening(
        number=entry.number,
        group=group,
        heading=heading,
        words=kind_words(line) if line else words,
        detail=detail,
        side=counterpart_shown(line) if line else "",
        url=url,
        answers=_answered(line),
        who=known.names.get(actor, ""),
        at=entry.happened_at,
        recorded_at=entry.recorded_at if later else None,
        is_key=entry.kind in KEY_ENTRIES,
        note=_note(line),
    )


def _detail(line: AgendaEntry | None, paper: IssuedPaper | None) -> tuple[str, str]:
    """Return what a row was about, and where it leads."""
    if line is not None:
        return f"{line.number} · {line.subject}", reverse(
            "agenda_entry", args=[line.pk]
        )
    if paper is not None:
        said = f"{paper_words(paper.kind)} {paper.number}".strip()
        return said, reverse("paper", args=[paper.pk])
    return "", ""


def _answered(line: AgendaEntry | None) -> Answered | None:
    if line is None or line.answers is None:
        return None
    url = reverse("agenda_entry", args=[line.answers.pk])
    return Answered(number=line.answers.number, url=url)


def _note(line: AgendaEntry | None) -> str:
    if line is None or line.is_standing:
        return ""
    return str(_("dibatalkan") if line.voided_at else _("dikoreksi"))


def _group_of(entry: LedgerEntry, line: AgendaEntry | None) -> tuple[str, str]:
    """Return by what an entry is filtered, and the word for it."""
    if line is not None:
        return f"agenda-{line.kind}", str(_KINDS[line.kind])
    for part in case_parts.PARTS:
        if entry.kind in part.entries:
            return part.key, str(part.title)
    group, heading = _GROUPS.get(entry.kind.partition(".")[0], _OTHER)
    return group, str(heading)


def kinds_of(rows: Iterable[Happening]) -> list[tuple[str, str]]:
    """Return the groups that occur with their words, in the order of the words."""
    return sorted({(row.group, row.heading) for row in rows}, key=lambda kind: kind[1])


def narrowed(
    rows: Iterable[Happening],
    *,
    region: str,
    words: str = "",
    group: str = "",
    from_on: date | None = None,
    to_on: date | None = None,
) -> list[Happening]:
    """Return the rows that fit; the days are local ones of `region`.

    `words` are looked for in what the row says, its number and who did it, not in the
    name of the other side.
    """
    zone = zone_of(region)
    wanted = words.casefold().split()

    def fits(row: Happening) -> bool:
        day = row.at.astimezone(zone).date()
        said = f"{row.heading} {row.words} {row.detail} {row.who}".casefold()
        return (
            (not group or row.group == group)
            and (from_on is None or day >= from_on)
            and (to_on is None or day <= to_on)
            and all(word in said for word in wanted)
        )

    return [row for row in rows if fits(row)]

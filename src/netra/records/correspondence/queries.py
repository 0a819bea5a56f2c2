"""Reading the agenda: its lines, threads, gaps, and what waits for a number."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Max, Q, QuerySet
from django.utils.translation import gettext as _

from netra.domain.access import Actor
from netra.domain.law import zone_of
from netra.records.accounts.models import Office
from netra.records.cases.models import Case
from netra.records.correspondence.models import AgendaEntry, AgendaMail

__all__ = [
    "AgendaRow",
    "agenda_of_case",
    "agenda_rows",
    "counterpart_shown",
    "found_by",
    "gaps",
    "register_lines",
    "same_messages",
    "suggested_answers",
    "thread_of",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """One line of the register book; what is under seal is not in it.

    `counterpart` is a sentence of ours where the name is sealed. `standing` says
    whether the line counts; `state` is empty if it does, else says why not.
    """

    number: str
    direction: str
    kind: str
    happened_at: datetime
    recorded_at: datetime
    recorded_by: str
    letter_number: str
    letter_on: date | None
    counterpart: str
    subject: str
    case: str
    answers: str
    scans: int
    standing: str
    state: str


def _day_begins(day: date, office: Office) -> datetime:
    return datetime.combine(day, time.min, zone_of(office.region))


def agenda_rows(
    office: Office, from_on: date, to_on: date, direction: str = ""
) -> list[AgendaRow]:
    """Return the lines recorded on the local days from `from_on` to `to_on`, in order.

    Args:
        office: Whose agenda it is.
        from_on: First local day.
        to_on: Last local day.
        direction: One of `AgendaEntry.Direction`; empty for both.
    """
    rows = AgendaEntry.objects.filter(
        office=office,
        recorded_at__gte=_day_begins(from_on, office),
        recorded_at__lt=_day_begins(to_on + timedelta(days=1), office),
    )
    if direction:
        rows = rows.filter(direction=direction)
    return register_lines(rows.order_by("direction", "year", "sequence"))


def register_lines(rows: QuerySet[AgendaEntry]) -> list[AgendaRow]:
    """Return rows as lines of a register book, in the order of `rows`."""
    joined = rows.select_related(
        "recorded_by", "case", "answers", "corrected_by"
    ).prefetch_related("scans")
    return [_line(row) for row in joined]


def counterpart_shown(row: AgendaEntry) -> str:
    """Return the other side as a list may name it."""
    if row.names_source:
        return _("pelapor atau saksi (tersegel)")
    return row.counterpart


def _line(row: AgendaEntry) -> AgendaRow:
    return AgendaRow(
        number=row.number,
        direction=row.get_direction_display(),
        kind=row.get_kind_display(),
        happened_at=row.happened_at,
        recorded_at=row.recorded_at,
        recorded_by=row.recorded_by.name,
        letter_number=row.letter_number,
        letter_on=row.letter_on,
        counterpart=counterpart_shown(row),
        subject=row.subject,
        case=row.case.number if row.case else "",
        answers=row.answers.number if row.answers else "",
        scans=len(row.scans.all()),
        standing=_standing(row),
        state=_state(row),
    )


def _standing(row: AgendaEntry) -> str:
    if row.voided_at is not None:
        return _("dibatalkan")
    return _("dikoreksi") if hasattr(row, "corrected_by") else _("berlaku")


def _state(row: AgendaEntry) -> str:
    if row.voided_at is not None:
        return _("dibatalkan: %(reason)s") % {"reason": row.void_reason}
    later = getattr(row, "corrected_by", None)
    if later is not None:
        return _("dikoreksi oleh %(number)s") % {"number": later.number}
    return ""


def found_by(words: str) -> Q:
    """Return what finds an entry by number, subject or the other side unless sealed."""
    found = Q()
    for word in words.split():
        found &= (
            Q(number__icontains=word)
            | Q(letter_number__icontains=word)
            | Q(subject__icontains=word)
            | Q(counterpart__icontains=word)
        )
    return found


def agenda_of_case(case: Case) -> QuerySet[AgendaEntry]:
    """Return the entries about a case and what it was registered from, newest first."""
    about = Q(case=case)
    if case.report_id:
        about |= Q(report=case.report_id)
    if case.finding_id:
        about |= Q(finding=case.finding_id)
        tracing = case.finding.tracing_id if case.finding else None
        about |= Q(tracing=tracing) if tracing else Q()
    rows = AgendaEntry.objects.filter(about).select_related(
        "answers", "corrected_by", "recorded_by", "corrects"
    )
    return rows.order_by("-happened_at", "-id")


def gaps(office: Office, year: int) -> list[tuple[str, int]]:
    """Return direction and place of every number that is missing in a year."""
    found: list[tuple[str, int]] = []
    for direction in AgendaEntry.Direction.values:
        rows = AgendaEntry.objects.filter(office=office, year=year, direction=direction)
        last = rows.aggregate(last=Max("sequence"))["last"] or 0
        if rows.count() == last:
            continue
        held = set(rows.values_list("sequence", flat=True))
        missing = (n for n in range(1, last + 1) if n not in held)
        found += [(direction, n) for n in missing]
    return found


def thread_of(entry: AgendaEntry, actor: Actor) -> list[AgendaEntry]:
    """Return the letters that answer each other around an entry, oldest first.

    The entry itself is among them; others only if the actor may see them. A query for
    each step of the thread.
    """
    pks, fresh = {entry.pk}, {entry.pk}
    while fresh:
        rows = AgendaEntry.objects.filter(
            Q(answers__in=fresh) | Q(answered_by__in=fresh)
        )
        fresh = set(rows.values_list("pk", flat=True)) - pks
        pks |= fresh
    shown = AgendaEntry.objects.visible_to(actor).filter(pk__in=pks)
    return list(shown.order_by("happened_at", "id"))


def suggested_answers(entry: AgendaEntry) -> QuerySet[AgendaEntry]:
    """Return entries whose message this one names as what it answers; a person decides.

    What a message names was written by its sender and proves nothing.
    """
    mail: AgendaMail | None = getattr(entry, "mail", None)
    if mail is None or entry.answers_id or not mail.answer_keys:
        return AgendaEntry.objects.none()
    return (
        AgendaEntry.objects.filter(
            office=entry.office_id,
            mail__message_key__in=mail.answer_keys,
            voided_at__isnull=True,
        )
        .exclude(pk=entry.pk)
        .select_related("case")
        .order_by("-happened_at")
    )


def same_messages(entry: AgendaEntry) -> QuerySet[AgendaEntry]:
    """Return standing entries of the office whose message bears the same identifier.

    The bytes differ, else it would not have been entered: it may be the same message
    saved by another program, or one that only says so.
    """
    mail: AgendaMail | None = getattr(entry, "mail", None)
    if mail is None or not mail.message_key:
        return AgendaEntry.objects.none()
    return AgendaEntry.objects.filter(
        office=entry.office_id,
        mail__message_key=mail.message_key,
        voided_at__isnull=True,
    ).exclude(pk=entry.pk)

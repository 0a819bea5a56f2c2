"""What Netra finds by itself about a requirement; the officer answers, not Netra."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from netra.domain.law import Deadline, LawError, deadlines_from
from netra.records.law.errors import CalendarError
from netra.records.law.queries import current_calendar, law
from netra.records.regions.queries import name_of
from netra.records.reports import road
from netra.records.reports.models import Exhibit, Report
from netra.records.reports.queries import KNOWN, midday
from netra.records.reports.reception import arrived_at
from netra.web.templatetags.moments import local_date, local_moment

__all__ = ["Hint", "hints_for"]

_REPORTER = "pelapor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What was found: in words, whether it speaks for the requirement, the argument."""

    text: str
    speaks_for: bool | None
    deadline: Deadline | None = None


def hints_for(report: Report) -> dict[str, Hint]:
    """Return a hint for every requirement Netra can say something about."""
    exhibits = list(report.exhibits.all())
    return {key: find(report, exhibits) for key, find in _FINDERS.items()}


def _window(report: Report, _exhibits: list[Exhibit]) -> Hint:
    try:
        found = deadlines_from(
            law(),
            road.procedure_of(report),
            KNOWN,
            midday(report.known_on, report.place_region),
            report.place_region,
            current_calendar(),
        )
    except (LawError, CalendarError) as error:
        return Hint(text=error.reader_message, speaks_for=None)
    deadline = next((d for d in found if d.actor == _REPORTER), None)
    if deadline is None:
        return Hint(
            text=_("Prosedur ini tidak memuat tenggat melapor."), speaks_for=None
        )
    in_time = arrived_at(report) <= deadline.due_at
    said = (
        _("Diketahui %(known)s, disampaikan %(sent)s: dalam tenggat.")
        if in_time
        else _("Diketahui %(known)s, disampaikan %(sent)s: sesudah tenggat.")
    )
    zone = deadline.due_at.tzinfo
    text = said % {
        "known": local_date(report.known_on),
        "sent": local_moment(arrived_at(report), zone),
    }
    return Hint(text=text, speaks_for=in_time, deadline=deadline)


def _file(kind: Exhibit.Kind, exhibits: list[Exhibit]) -> Hint:
    has_file = any(exhibit.kind == kind for exhibit in exhibits)
    text = _("Berkasnya ada.") if has_file else _("Berkasnya belum diunggah.")
    return Hint(text=text, speaks_for=has_file)


def _identity_card(_report: Report, exhibits: list[Exhibit]) -> Hint:
    return _file(Exhibit.Kind.IDENTITY_CARD, exhibits)


def _signature(_report: Report, exhibits: list[Exhibit]) -> Hint:
    found = _file(Exhibit.Kind.SIGNED_PAGE, exhibits)
    text = _("Bandingkan sendiri tanda tangannya dengan kartu identitas.")
    return Hint(text=f"{found.text} {text}", speaks_for=None)


def _evidence(_report: Report, exhibits: list[Exhibit]) -> Hint:
    count = sum(e.kind == Exhibit.Kind.EVIDENCE for e in exhibits)
    text = ngettext(
        "%(count)d berkas bukti diserahkan.",
        "%(count)d berkas bukti diserahkan.",
        count,
    ) % {"count": count}
    return Hint(text=text, speaks_for=count > 0)


def _reporter(report: Report, _exhibits: list[Exhibit]) -> Hint:
    filled = bool(report.reporter.name.strip() and report.reporter.address.strip())
    text = (
        _("Nama dan alamat terisi; isinya tertutup.")
        if filled
        else _("Nama atau alamat belum terisi.")
    )
    return Hint(text=text, speaks_for=filled)


def _respondent(report: Report, _exhibits: list[Exhibit]) -> Hint:
    count = sum(bool(person.name.strip()) for person in report.respondents.all())
    text = ngettext(
        "%(count)d terlapor disebut namanya.",
        "%(count)d terlapor disebut namanya.",
        count,
    ) % {"count": count}
    return Hint(text=text, speaks_for=count > 0)


def _time_place(report: Report, _exhibits: list[Exhibit]) -> Hint:
    if report.happened_on is None:
        return Hint(text=_("Tanggal kejadian tidak disebut."), speaks_for=False)
    text = _("Terisi: %(day)s, %(place)s.") % {
        "day": local_date(report.happened_on),
        "place": ", ".join(filter(None, (report.place, name_of(report.place_region)))),
    }
    return Hint(text=text, speaks_for=True)


def _account(report: Report, _exhibits: list[Exhibit]) -> Hint:
    count = len(report.account.split())
    text = ngettext("Uraian %(count)d kata.", "Uraian %(count)d kata.", count) % {
        "count": count
    }
    return Hint(text=text, speaks_for=count > 0)


_FINDERS: Mapping[str, Callable[[Report, list[Exhibit]], Hint]] = {
    "reporter_name_address": _reporter,
    "respondent_identity": _respondent,
    "within_window": _window,
    "signature_matches_id": _signature,
    "identity_card": _identity_card,
    "time_place": _time_place,
    "account": _account,
    "evidence": _evidence,
}

"""The panels about people, time and joined reports on the page of a case."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action
from netra.domain.law import LawError
from netra.records.cases import road
from netra.records.cases.models import Allegation, Case
from netra.records.law.queries import law
from netra.records.parties.actions.respondents import UNDECIDED
from netra.records.parties.hearable import HearableKind, everybody_reported, hearable
from netra.records.parties.joined import joined_reports, joined_to
from netra.records.parties.models import (
    EventTime,
    Party,
)
from netra.records.parties.queries import EventPhases, event_phases
from netra.records.parties.subjects import event_subjects, people_subjects
from netra.records.reports.models import Respondent
from netra.web.desk.case_access import may
from netra.web.desk.case_part import CasePart
from netra.web.desk.case_words import phase_words
from netra.web.routes import StaffRequest

_OTHERS = (HearableKind.WITNESS, HearableKind.EXPERT, HearableKind.OTHER)
_PEOPLE_ENTRIES = {
    "party.named": _("Saksi, ahli, atau pihak lain dicatat"),
    "party.corrected": _("Keterangan saksi, ahli, atau pihak lain diubah"),
    "party.dropped": _("Saksi, ahli, atau pihak lain dikeluarkan"),
    "party.identity_opened": _("Identitas seseorang dibuka dengan alasan"),
    "respondent.added": _("Terlapor ditambahkan"),
    "respondent.identified": _("Terlapor yang belum dikenal sekarang dikenal"),
    "respondent.replaced": _("Terlapor yang keliru diganti dengan orang yang benar"),
    "respondent.withdrawn": _("Terlapor dikeluarkan dari perkara"),
    "finding.person_added": _("Pelaku ditambahkan pada temuan"),
    "case.allegation_moved": _("Dugaan dipindahkan kepada orang yang benar"),
}
_EVENT_ENTRIES = {
    "case.sides_touched": _("Pihak yang diuntungkan dan dirugikan dicatat"),
    "case.sides_taken_back": _("Catatan pihak ditarik bersama dugaannya"),
    "case.event_time_set": _("Waktu dan tempat kejadian dicatat"),
    "joined.report_joined": _("Laporan lain digabung ke perkara ini"),
    "joined.report_split": _("Laporan yang digabung dipisah"),
    "joined.followed": _("Perkara gabungan maju bersama"),
    "case.followed": _("Perkara maju bersama perkara utama"),
    "case.decided_together": _("Hasil ditetapkan bersama perkara utama"),
}


def is_undecided(case: Case) -> bool:
    """Say whether nobody has decided about the respondents yet."""
    step = road.step_of(case)
    return step is not None and step.kind in UNDECIDED


def _people(request: StaffRequest, case: Case) -> dict[str, Any]:
    parties = {row.key: row for row in _live(case)}
    shown = hearable(case)
    rows = [(one, parties.get(one.key)) for one in shown if one.kind in _OTHERS]
    masked = not may(request, Action.VIEW_EXHIBIT, case)
    return {
        "people": rows,
        "respondents": [] if masked else list(enumerate(case.respondents, start=1)),
        "gone": [(f"respondent:{row.pk}", row) for row in _gone(case)],
        "may_name": may(request, Action.NAME_PARTY, case),
        "may_open": may(request, Action.OPEN_IDENTITY, case),
        "is_undecided": is_undecided(case),
    }


def _gone(case: Case) -> Iterable[Respondent]:
    rows = everybody_reported(case).exclude(standing=Respondent.Standing.NAMED)
    return rows.only("pk", "standing", "report")


def _live(case: Case) -> Iterable[Party]:
    rows = case.parties.filter(dropped_at__isnull=True)
    return rows.defer(*Party.SEALED, "drop_reason")


def _event(request: StaffRequest, case: Case) -> dict[str, Any]:
    time = EventTime.objects.filter(case=case).first()
    if time is not None:
        time.case = case
    phases = _phases(time)
    return {
        "time": time,
        "phases": phases,
        "ends": [phase_words(one.phase) for one in phases.ends] if phases else [],
        "touched": _touched(case),
        "joined": list(joined_reports(case)),
        "leading": joined_to(case),
        "may_study": may(request, Action.WRITE_STUDY, case),
        "is_undecided": is_undecided(case),
    }


def _touched(case: Case) -> list[tuple[Allegation, str]]:
    rows = case.allegations.select_related("side").prefetch_related("touched__side")
    return [(row, law().violation(row.norm).title) for row in rows]


def _phases(time: EventTime | None) -> EventPhases | None:
    if time is None:
        return None
    try:
        found = event_phases(time)
    except LawError:
        return None  # the contest left the data; the days are shown all the same
    return found if found.is_split else None


PEOPLE = CasePart(
    key="saksi",
    title=_("Saksi dan ahli"),
    template="desk/parties/_people.html",
    context=_people,
    subjects=people_subjects,
    entries=_PEOPLE_ENTRIES,
)
EVENT = CasePart(
    key="peristiwa",
    title=_("Peristiwa"),
    template="desk/parties/_event.html",
    context=_event,
    subjects=event_subjects,
    entries=_EVENT_ENTRIES,
)

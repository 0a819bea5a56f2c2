"""The road of a report as its reporter sees it: walked, here, ahead.

Which steps there are, in which order, and what they are called comes from the data of
the procedure. Nothing here names anybody.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from netra.domain.law import (
    Deadline,
    LawError,
    Procedure,
    Step,
    StepKind,
    Term,
    WaitsFor,
)
from netra.records.cases import queries as case_queries
from netra.records.cases import road as case_road
from netra.records.cases.models import Case
from netra.records.law.errors import CalendarError
from netra.records.reports import queries as report_queries
from netra.records.reports import road
from netra.records.reports.models import Report
from netra.records.reports.reception import arrival_words, reception_of
from netra.web.portal.law_words import unit_words

__all__ = [
    "Milestone",
    "Standing",
    "kept_words",
    "milestones",
    "result_words",
    "standing_of",
    "told_steps",
    "unmet_words",
]

_TOLD, _SENT, _REGISTERED = "status_told", "referral_sent", "report_registered"
_KEPT = "kept_as_information"
_REPORTER = "pelapor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a report stands.

    Attributes:
        report: Its rows.
        case: The case it became, if it was registered.
        procedure: The procedure it runs under.
        step: `None` when the road has ended.
        events: What has happened, and when.
        deadline: What the reporter must keep now, `None` if nothing.
        note: Why a deadline could not be counted, for the reader.
        arrival: Which day counts, where it came outside the hours.
    """

    report: Report
    case: Case | None
    procedure: Procedure
    step: Step | None
    events: Mapping[str, datetime]
    deadline: Deadline | None
    note: str = ""
    arrival: str = ""

    @property
    def waits_for_reporter(self) -> bool:
        """Whether it is the reporter's turn."""
        return self.step is not None and self.step.waits_for is WaitsFor.REPORTER

    @property
    def takes_additions(self) -> bool:
        """Whether files and texts can still be added before registration."""
        kinds = (StepKind.INITIAL_STUDY, StepKind.NOTICE, StepKind.COMPLETION)
        return self.case is None and self.step is not None and self.step.kind in kinds

    @property
    def is_told(self) -> bool:
        """Whether the result was announced."""
        return _TOLD in self.events


def standing_of(report: Report) -> Standing:
    """Return where a report stands; queries its events and those of its case."""
    case = Case.objects.filter(report=report).first()
    events = dict(report_queries.events_of(report))
    events |= report_queries.true_events_of(report)
    if case is not None:
        events |= case_queries.events_of(case)
    step = case_road.step_of(case) if case else road.step_of(report)
    deadline, note = _reporter_deadline(report, step)
    return Standing(
        report=report,
        case=case,
        procedure=road.procedure_of(report),
        step=step,
        events=events,
        deadline=deadline,
        note=note,
        arrival=_arrival(report) if case is None and step is not None else "",
    )


def _arrival(report: Report) -> str:
    try:
        return arrival_words(report, reception_of(report))
    except (LawError, CalendarError):
        return arrival_words(report, None)


def _reporter_deadline(
    report: Report, step: Step | None
) -> tuple[Deadline | None, str]:
    """Return what the reporter must keep now, or why it cannot be counted."""
    if step is None or step.waits_for is not WaitsFor.REPORTER:
        return None, ""
    try:
        running = report_queries.deadlines_of(report)
    except (LawError, CalendarError) as error:
        reason = error.reader_message
        return None, _("Tenggat belum dapat dihitung. %(reason)s") % {"reason": reason}
    return next((d for d in running if d.actor == _REPORTER), None), ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """One step of the road.

    Attributes:
        title: What the step is called.
        state: `is-done`, `is-now` or nothing.
        at: When it was done, if it was.
        length: How long it may take in words, for what lies ahead.
        status: How sure that length is.
        law_key: Where the length stands on the law pages.
    """

    title: str
    state: str
    at: datetime | None = None
    length: str = ""
    status: str = ""
    law_key: str = ""


def milestones(standing: Standing) -> list[Milestone]:
    """Return the steps walked, the present one, and those that normally follow."""
    walked = list(_walked(standing))
    here = _here(standing)
    return [*walked, *here, *_ahead(standing)]


def _emitted(step: Step, events: Mapping[str, datetime]) -> dict[str, datetime]:
    """Return the events a step brought about first, with their one moment."""
    keys = {key for result in step.emits.values() for key in result} & events.keys()
    at = min((events[key] for key in keys), default=None)
    return {key: at for key in keys if at is not None and events[key] == at}


def _walked(standing: Standing) -> Iterator[Milestone]:
    """Yield what was done; a check whose result an earlier step gave was passed by."""
    told: set[tuple[str, datetime]] = set()
    for step in standing.procedure.steps.values():
        own = _emitted(step, standing.events)
        is_here = standing.step is not None and step.key == standing.step.key
        if own.items() <= told or is_here or step.side:
            continue
        told |= own.items()
        yield Milestone(title=step.title, state="is-done", at=min(own.values()))


def _here(standing: Standing) -> list[Milestone]:
    if standing.step is None:
        return []
    return [Milestone(title=_title(standing.step), state="is-now")]


def told_steps(standing: Standing) -> list[tuple[str, datetime]]:
    """Return the steps walked and the present one with their moments, newest first."""
    steps = [(one.title, one.at) for one in _walked(standing) if one.at is not None]
    if _KEPT in standing.events:
        steps.append((_("Disimpan sebagai informasi awal"), standing.events[_KEPT]))
    if standing.step is not None:
        since = (standing.case or standing.report).step_since
        steps.append((_title(standing.step), since))
    return sorted(steps, key=lambda one: one[1])[::-1]  # present first at one moment


def _title(step: Step) -> str:
    return step.label_now if step.waits_for is WaitsFor.REPORTER else step.title


def _ahead(standing: Standing) -> Iterator[Milestone]:
    """Yield what follows when each step ends in the first result its data name."""
    step, seen = standing.step, set[str]()
    while step is not None and step.key not in seen and step.results:
        seen.add(step.key)
        step = standing.procedure.after(step.key, next(iter(step.results)))
        if step is not None:
            yield _milestone_ahead(standing.procedure, step)


def _milestone_ahead(procedure: Procedure, step: Step) -> Milestone:
    term = _term_of(procedure, step)
    if term is None:
        return Milestone(title=step.title, state="")
    return Milestone(
        title=step.title,
        state="",
        length=_("paling lama %(length)s %(unit)s")
        % {"length": term.length, "unit": unit_words(term.unit, term.length)},
        status=term.status,
        law_key=f"{procedure.id}.{term.key}",
    )


def _term_of(procedure: Procedure, step: Step) -> Term | None:
    emitted = {key for keys in step.emits.values() for key in keys}
    met = (t for t in procedure.deadlines.values() if t.met_by in emitted)
    return next((t for t in met if t.only_after is None), None)


def result_words(standing: Standing) -> str:
    """Return the result in general words, empty before it was told."""
    if not standing.is_told:
        return ""
    if standing.case is None:
        return _(
            "Laporan Anda tidak dapat diregistrasi. Alasannya dapat Anda tanyakan di "
            "kantor yang menerimanya. Isinya dapat disimpan kantor sebagai informasi "
            "awal."
        )
    if _SENT in standing.events:
        return _(
            "Pemeriksaan sudah selesai. Hasilnya diteruskan kepada lembaga yang "
            "berwenang; lembaga itu yang memeriksa dan menentukan selanjutnya."
        )
    return _(
        "Pemeriksaan sudah selesai dan tidak diteruskan kepada lembaga lain. "
        "Penjelasannya dapat Anda tanyakan di kantor yang menanganinya."
    )


def kept_words(standing: Standing) -> str:
    """Return why and how a report lives on as information; empty while it does not."""
    if _KEPT not in standing.events:
        return ""
    return _(
        "Laporan Anda tidak memenuhi syarat untuk diregistrasi, tetapi isinya tidak "
        "dibuang. Kantor menyimpannya sebagai informasi awal supaya pengawas dapat "
        "menelusurinya sendiri. Yang disimpan: uraian, tempat, waktu, tautan, "
        "terlapor, dan nomor laporan, tanpa nama Anda dan tanpa berkas Anda. "
        "Semuanya disegel: hanya petugas pemegang kunci kantor yang dapat membacanya, "
        "dan setiap pembukaan dicatat. Anda tidak perlu berbuat apa-apa; bila kelak "
        "menjadi temuan, itu atas nama pengawas."
    )


def unmet_words(standing: Standing) -> str:
    """Return which requirements kept a report from registration, as the law names them.

    Empty while that is open, and for a report that became a case. The words of the
    officer are left out: they may name somebody.
    """
    is_open = not standing.is_told and _KEPT not in standing.events
    if standing.case is not None or is_open:
        return ""
    missing = report_queries.missing_items(standing.report)
    if not missing:
        return ""
    return _("Syarat yang menurut pemeriksaan kantor tidak terpenuhi: %(items)s.") % {
        "items": "; ".join(item.label for item in missing)
    }

"""The scripted officer: judges a report as it lies in the database, by rules of its own.

Nothing here reads the coach, its rules or what it asked. The officer reads for
meaning: whether a sentence that tells the act is in the account is known from the
panel, which says of each sentence what it tells. The rules, one for each requirement,
stand in the README of this folder.
"""

from collections.abc import Callable, Mapping

from netra.domain.law import deadlines_from
from netra.records.law.queries import current_calendar, law
from netra.records.reports import road
from netra.records.reports.actions.checking import Finding, items_of
from netra.records.reports.models import Exhibit, Report
from netra.records.reports.queries import KNOWN, midday
from tests.panel.reading import PanelReport

_PARTS_OF_AN_ADDRESS = ("jalan", "dusun", "gang", "perumahan")


def _notes(report: Report, item: str) -> str:
    rows = report.handed_in.filter(item=item)
    return " ".join(row.note for row in rows)


def _account(panel: PanelReport, report: Report) -> bool:
    told = f"{report.account} {_notes(report, 'account')}"
    return panel.act in told and panel.how in told


def _time_place(panel: PanelReport, report: Report) -> bool:
    notes = _notes(report, "time_place")
    about = panel.about
    has_about = bool(about) and about in f"{report.happened_time} {notes}"
    day = panel.could.get("day")
    has_day = report.happened_on is not None or (day is not None and day in notes)
    spot = panel.could.get("place", "")
    has_place = bool(report.place) or (bool(spot) and spot in notes)
    return (has_day or has_about) and has_place


def _respondent(panel: PanelReport, report: Report) -> bool:
    (person,) = report.respondents.all()
    notes = _notes(report, "respondent_identity")
    workplace, post = panel.could.get("workplace"), panel.could.get("post")
    has_workplace = person.workplace or (workplace and workplace in notes)
    has_person = person.name or person.post or (post and post in notes)
    return bool(has_workplace and has_person)


def _address(panel: PanelReport, report: Report) -> bool:
    told = f"{report.reporter.address} {_notes(report, 'reporter_name_address')}"
    has_part = any(part in told.lower() for part in _PARTS_OF_AN_ADDRESS)
    return bool(report.reporter.name) and has_part


def _window(panel: PanelReport, report: Report) -> bool:
    (deadline,) = (
        found
        for found in deadlines_from(
            law(),
            road.procedure_of(report),
            KNOWN,
            midday(report.known_on, report.place_region),
            report.place_region,
            current_calendar(),
        )
        if found.actor == "pelapor"
    )
    return report.submitted_at <= deadline.due_at


def _evidence(panel: PanelReport, report: Report) -> bool:
    has_file = report.exhibits.filter(kind=Exhibit.Kind.EVIDENCE).exists()
    return has_file or (bool(report.links) and panel.link_lives)


def _signature(panel: PanelReport, report: Report) -> bool:
    pages = report.exhibits.filter(kind=Exhibit.Kind.SIGNED_PAGE).count()
    fitting = pages if panel.sign_matches else pages - 1
    return fitting > 0 or report.handed_in.filter(item="signature_matches_id").exists()


def _card(panel: PanelReport, report: Report) -> bool:
    cards = report.exhibits.filter(kind=Exhibit.Kind.IDENTITY_CARD)
    return cards.exists() or report.handed_in.filter(item="identity_card").exists()


_CRITERIA: Mapping[str, Callable[[PanelReport, Report], bool]] = {
    "reporter_name_address": _address,
    "respondent_identity": _respondent,
    "within_window": _window,
    "signature_matches_id": _signature,
    "identity_card": _card,
    "time_place": _time_place,
    "account": _account,
    "evidence": _evidence,
}


def judged(panel: PanelReport, report: Report) -> dict[str, Finding]:
    """Return the finding for every requirement of the report's procedure."""
    items = items_of(road.procedure_of(report))
    return {
        item.key: Finding(present=_CRITERIA[item.key](panel, report)) for item in items
    }

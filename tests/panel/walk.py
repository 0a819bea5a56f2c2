"""From the draft to registration or refusal, by the real actions of the program."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from netra.domain.access import Actor, Role
from netra.records.accounts import actions as accounts
from netra.records.accounts.models import Office
from netra.records.accounts.queries import INSTALLATION, PUBLIC
from netra.records.cases import actions as cases
from netra.records.reports import actions as reports
from netra.records.reports.models import Exhibit, Report
from netra.records.reports.queries import missing_items
from netra.web.portal.reporting_clock import today_of
from netra.web.portal.reporting_content import check
from tests import people
from tests.panel.officer import judged
from tests.panel.reading import PanelReport, panel
from tests.panel.reporter import Behaviour, Desk, blob_of

FACTS_OF = {
    "account": ("act", "how"),
    "time_place": ("day", "about", "place"),
    "respondent_identity": ("workplace", "post"),
    "reporter_name_address": ("address",),
}
_PROOFS = {
    "signature_matches_id": ("sign", Exhibit.Kind.SIGNED_PAGE),
    "identity_card": ("card", Exhibit.Kind.IDENTITY_CARD),
}
STUDY = timedelta(hours=20)
NOTICE = timedelta(hours=24)
BACK = timedelta(hours=40)
LAPSED = timedelta(days=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one report ended.

    Attributes:
        report: Its id.
        is_registered: Whether it became a case.
        at_first: Whether it did so without a notice of what is missing.
        lacked: Requirements that kept it from being registered.
        questions: How many questions of the coach were read.
    """

    report: str
    is_registered: bool
    at_first: bool
    lacked: tuple[str, ...]
    questions: int


def open_offices() -> Actor:
    """Open an office and a contest for every regency of the panel; return an officer."""
    codes = sorted({report.region[:5] for report in panel()})
    offices = []
    for code in codes:
        office = Office(
            name=f"Kantor {code} (DATA CONTOH)",
            tier=Office.Tier.CITY,
            region=code,
            address="Jalan Contoh 1",
            city="Contoh",
        )
        offices.append(
            accounts.open_office(office=office, actor=INSTALLATION, at=people.LAID_AT)
        )
        people.contest_in(code)
    officer = people.person("Sekar", *((Role.OFFICER, office) for office in offices))
    return people.as_actor(officer, panel()[0].at)


def _hand_in(desk: Desk) -> Report:
    report = desk.report
    checked = check(desk.typed, today_of(desk.typed, report.at))
    assert checked.content is not None, [str(p.text) for p in checked.problems]
    return reports.send_draft(
        draft=desk.draft,
        content=checked.content,
        contest=None,
        actor=PUBLIC,
        at=report.at,
    )


def _bring(desk: Desk, report: Report, officer: Actor) -> None:
    """Come to the office with what was promised, if this reporter keeps promises."""
    promises = desk.typed.of("tanda-tangan")
    for item, name in (
        ("signature_matches_id", "signed_at_office"),
        ("identity_card", "card_at_office"),
    ):
        if promises.get(name) and desk.report.comes:
            _at_office(report, item, officer, desk.report.at + timedelta(hours=3))


def _at_office(report: Report, item: str, officer: Actor, at: datetime) -> None:
    reports.hand_in_item(
        report=report, item=item, note="", via=Report.Via.OFFICE, actor=officer, at=at
    )


def _send_file(
    row: PanelReport, report: Report, kind: Exhibit.Kind, name: str, at: datetime
) -> None:
    blob = blob_of(row, f"{name} after the notice")
    reports.add_exhibit(
        report=report, blob=blob, kind=kind, name="baru.png", actor=PUBLIC, at=at
    )


def _mend(row: PanelReport, report: Report, item: str, officer: Actor) -> None:
    """Give for one requirement what the reporter has."""
    at = row.at + BACK
    if item in FACTS_OF:
        told = " ".join(row.could[f] for f in FACTS_OF[item] if f in row.could)
        if told:
            reports.hand_in_item(
                report=report,
                item=item,
                note=told,
                via=Report.Via.WEB,
                actor=PUBLIC,
                at=at,
            )
    elif item == "evidence" and "evidence" in row.could:
        _send_file(row, report, Exhibit.Kind.EVIDENCE, "evidence", at)
    elif item in _PROOFS:
        name, kind = _PROOFS[item]
        way = getattr(row.first, name) or row.could.get(name, "")
        if way == "photo":
            _send_file(row, report, kind, name, at)
        elif way == "office":  # who comes back after a notice also comes this time
            _at_office(report, item, officer, at)


def _complete(
    row: PanelReport, report: Report, behaviour: Behaviour, officer: Actor
) -> Report:
    """Tell what is missing; the reporter comes back in time, or time runs out."""
    told_at = row.at + NOTICE
    report = reports.notify_missing(
        report=report, received_at=told_at, actor=officer, at=told_at
    )
    if behaviour.returns(row):
        for item in missing_items(report):
            _mend(row, report, item.key, officer)
        return reports.complete_report(report=report, actor=PUBLIC, at=row.at + BACK)
    return reports.lapse_completion(report=report, actor=officer, at=row.at + LAPSED)


@transaction.atomic
def walk(
    row: PanelReport, behaviour: Behaviour, officer: Actor, *, coach: bool
) -> Outcome:
    """Walk one report as far as it comes."""
    desk = Desk.sit_down(row)
    asked = desk.listen(behaviour) if coach else []
    return _through_the_office(desk, behaviour, officer, len(asked))


@transaction.atomic
def walk_whole(row: PanelReport, officer: Actor) -> Outcome:
    """Walk a report whose reporter gives every fact at once and does come back."""
    desk = Desk.sit_down(row)
    for fact in row.could:
        desk.give(fact)
    return _through_the_office(desk, Behaviour(returns_share=1.0), officer, 0)


def _through_the_office(
    desk: Desk, behaviour: Behaviour, officer: Actor, questions: int
) -> Outcome:
    row = desk.report
    report = _hand_in(desk)
    _bring(desk, report, officer)
    findings = judged(row, report)
    report = reports.finish_initial_study(
        report=report,
        findings=findings,
        alleged_kind="",
        note="",
        refusal_reason="DATA CONTOH. Syarat tidak terpenuhi.",
        actor=officer,
        at=row.at + STUDY,
    )
    at_first = report.step == "registration"
    if report.step == "notice":
        report = _complete(row, report, behaviour, officer)
        findings = judged(row, report)
        report = reports.finish_completion_check(
            report=report,
            findings=findings,
            refusal_reason="DATA CONTOH. Syarat tidak terpenuhi.",
            actor=officer,
            at=row.at + LAPSED,
        )
    is_registered = report.step == "registration"
    if is_registered:
        cases.register_report(report=report, actor=officer, at=row.at + LAPSED)
    return Outcome(
        report=row.id,
        is_registered=is_registered,
        at_first=at_first,
        lacked=tuple(key for key, found in findings.items() if not found.present),
        questions=questions,
    )

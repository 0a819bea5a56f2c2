"""What happens to the report of a matter, each by the real action."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from netra.cli.demonstration import texts
from netra.cli.demonstration.files import picture
from netra.cli.demonstration.matters import Matter
from netra.cli.demonstration.people import Staff
from netra.domain.access import Actor
from netra.domain.law import Paper
from netra.records.accounts.models import User
from netra.records.accounts.queries import PUBLIC, actor_of
from netra.records.cases.models import Case
from netra.records.contests.models import Contest
from netra.records.documents.actions import issue_paper, issue_receipt
from netra.records.evidence.actions import receive_blob
from netra.records.reports import actions as reports
from netra.records.reports import road
from netra.records.reports.actions.checking import Finding, items_of
from netra.records.reports.content import (
    PersonContent,
    ReportContent,
    ReporterContent,
)
from netra.records.reports.models import Exhibit, Report, ReportDraft


@dataclass(slots=True, kw_only=True)
class Walk:
    """A matter on its way: who acts, and the records as they come to be.

    Invariant: `report` and `case` are as the last act left them.
    """

    matter: Matter
    staff: Staff
    people: Mapping[str, User]
    made_report: Report | None = None
    made_case: Case | None = None

    @property
    def report(self) -> Report:
        """The report; an act before the report arrived is a mistake in the plan."""
        if self.made_report is None:
            raise LookupError("the report has not arrived")
        return self.made_report

    @property
    def case(self) -> Case:
        """The case; an act before registration is a mistake in the plan."""
        if self.made_case is None:
            raise LookupError("the report is not registered")
        return self.made_case

    @property
    def holder(self) -> User:
        """The officer who holds the matter."""
        return self.people[self.staff.officers[self.matter.officer]]

    @property
    def second(self) -> User:
        """Another officer, as second pair of eyes."""
        return self.people[self.staff.officers[self.matter.officer - 1]]

    @property
    def members(self) -> tuple[User, ...]:
        """The members of the office, the chair first."""
        return tuple(self.people[name] for name in self.staff.members)

    def officer(self, at: datetime) -> Actor:
        """Return the holder as actor of that moment."""
        return actor_of(self.holder, at)

    def chair(self, at: datetime) -> Actor:
        """Return the chair as actor of that moment."""
        return actor_of(self.members[0], at)

    def refresh(self) -> None:
        """Read again what other acts may have changed."""
        if self.made_report is not None:
            self.made_report.refresh_from_db()
        if self.made_case is not None:
            self.made_case.refresh_from_db()


def submit(walk: Walk, at: datetime) -> None:
    """Hand the report in, with its files, and issue the receipt."""
    matter = walk.matter
    at_office = matter.via == Report.Via.OFFICE
    actor = walk.officer(at) if at_office else PUBLIC
    draft = reports.open_draft(at=at)
    _attach(draft, matter, at)
    content, contest = _content(matter), Contest.objects.get(pk=matter.contest)
    if at_office:
        walk.made_report = reports.receive_report(
            draft=draft,
            content=content,
            contest=contest,
            received_at=at,
            letter_on=None,
            actor=actor,
            at=at,
        )
    else:
        walk.made_report, _code = reports.hand_in_report(
            draft=draft, content=content, contest=contest, actor=actor, at=at
        )
    if "receipt" in matter.papers:
        issue_receipt(report=walk.report, actor=actor, at=at)


def _content(matter: Matter) -> ReportContent:
    return ReportContent(
        known_on=matter.known_on,
        happened_on=matter.happened_on,
        happened_time=matter.happened_time,
        place_region=matter.place_region,
        place=matter.place,
        event=matter.event,
        account=matter.account,
        links="",
        reporter=ReporterContent(
            name=matter.reporter,
            birth_place="Kota Contoh",
            birth_on="1 Januari 1990",
            occupation="wiraswasta",
            nationality="Indonesia",
            address="Jalan Contoh Nomor 7 (alamat contoh)",
            phone="0800-0000-0000",
        ),
        respondents=tuple(
            PersonContent(name=p.name, workplace=p.workplace, post=p.post)
            for p in matter.respondents
        ),
        witnesses=tuple(PersonContent(name=name) for name in matter.witnesses),
        via=Report.Via(matter.via),
    )


def _attach(draft: ReportDraft, matter: Matter, at: datetime) -> None:
    for kind, (name, item) in _FILES.items():
        if item not in matter.missing:
            blob = receive_blob(chunks=[_drawn(name, matter)], at=at)
            reports.add_draft_file(
                draft=draft, blob=blob, kind=kind, name=f"{name}.png", at=at
            )


_FILES = {
    Exhibit.Kind.EVIDENCE: ("tangkapan layar", "evidence"),
    Exhibit.Kind.SIGNED_PAGE: ("lembar bertanda tangan", "signature_matches_id"),
    Exhibit.Kind.IDENTITY_CARD: ("kartu identitas", "identity_card"),
}


def _drawn(name: str, matter: Matter) -> bytes:
    key = matter.key.replace("-", " ")
    return picture(name, key, "BUKAN DOKUMEN NYATA")


def assign(walk: Walk, at: datetime) -> None:
    """Give the report to its officer."""
    reports.assign_report(
        report=walk.report, holder=walk.holder, actor=walk.chair(at), at=at
    )


def _findings(walk: Walk, missing: tuple[str, ...]) -> dict[str, Finding]:
    items = items_of(road.procedure_of(walk.report))
    return {
        item.key: Finding(
            present=item.key not in missing,
            note=f"Belum ada: {item.label}." if item.key in missing else "",
        )
        for item in items
    }


def study(walk: Walk, at: datetime) -> None:
    """Finish the initial study."""
    reports.finish_initial_study(
        report=walk.report,
        findings=_findings(walk, walk.matter.missing),
        alleged_kind=walk.matter.alleged_kind,
        note=texts.STUDY_NOTE,
        refusal_reason=walk.matter.refusal,
        actor=walk.officer(at),
        at=at,
    )


def notify(walk: Walk, at: datetime) -> None:
    """Open whom to tell, and tell the reporter what is missing."""
    actor = walk.officer(at)
    reports.open_identity(
        report=walk.report, reason=texts.IDENTITY_REASON, actor=actor, at=at
    )
    reports.notify_missing(report=walk.report, received_at=at, actor=actor, at=at)


def hand_in(walk: Walk, at: datetime) -> None:
    """Let the reporter hand in what was missing, except what still is."""
    files = {item: (kind, name) for kind, (name, item) in _FILES.items()}
    for item in walk.matter.missing:
        if item in walk.matter.still_missing:
            continue
        if item in files:
            kind, name = files[item]
            blob = receive_blob(chunks=[_drawn(name, walk.matter)], at=at)
            reports.add_exhibit(
                report=walk.report,
                blob=blob,
                kind=kind,
                name=f"{name}.png",
                actor=PUBLIC,
                at=at,
            )
        reports.hand_in_item(
            report=walk.report,
            item=item,
            note=texts.HANDED_IN,
            via=Report.Via.WEB,
            actor=PUBLIC,
            at=at,
        )


def complete(walk: Walk, at: datetime) -> None:
    """Let the reporter close the completion."""
    reports.complete_report(report=walk.report, actor=PUBLIC, at=at)


def lapse(walk: Walk, at: datetime) -> None:
    """Close the completion because its time ran out."""
    reports.lapse_completion(report=walk.report, actor=walk.officer(at), at=at)


def check(walk: Walk, at: datetime) -> None:
    """Finish the check of what was completed."""
    reports.finish_completion_check(
        report=walk.report,
        findings=_findings(walk, walk.matter.still_missing),
        refusal_reason=walk.matter.refusal,
        actor=walk.officer(at),
        at=at,
    )


def issue(walk: Walk, at: datetime, kind: Paper) -> None:
    """Issue a paper of the matter; a referral letter for each referral."""
    actor, case = walk.officer(at), walk.made_case
    if kind is not Paper.REFERRAL_LETTER:
        issue_paper(kind, report=walk.report, case=case, actor=actor, at=at)
        return
    for referral in walk.case.referrals.order_by("id"):
        issue_paper(kind, referral=referral, actor=actor, at=at)

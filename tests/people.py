"""The cast, which never changes, and matters walked by the real actions.

**Wati** reports from a village of 33.74 and has no account. **Budi** is officer in 33.74
and **Eko** the second pair of eyes; **Sari**, **Tono** and **Rina** are its members,
**Lia** supervises in the field. **Gita** is a member of province 33. **Anton** is officer
and member in 34.71 and must never see a matter of 33.74. **Dewi** audits and **Putri**
administers for the whole country. **Nur** signs in and has no role. All are invented.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import cast as typed

from netra.domain.access import Actor, Role
from netra.records.accounts import actions as accounts
from netra.records.accounts.models import Office, OfficeSetting, User
from netra.records.accounts.queries import INSTALLATION, PUBLIC, actor_of
from netra.records.cases import actions as cases
from netra.records.cases.conditions import newest_study, open_plenary
from netra.records.cases.models import Allegation, Case, Plenary, Study
from netra.records.contests import actions as contests
from netra.records.contests.models import Contest, Side
from netra.records.law import actions as calendar
from netra.records.referrals import actions as referrals
from netra.records.regions.actions import load_regions
from netra.records.regions.models import Region
from netra.records.reports import actions as reports
from netra.records.reports import road
from netra.records.reports.actions.checking import Finding, items_of
from netra.records.reports.content import (
    PersonContent,
    ReportContent,
    ReporterContent,
)
from netra.records.reports.models import Report


def at(text: str) -> datetime:
    """Return a literal moment of Western Indonesia: `at("2024-10-30 09:40")`."""
    return datetime.fromisoformat(f"{text}+07:00")


LAID_AT = at("2024-01-02 08:00")
SUBMITTED_AT = at("2024-10-30 09:40")
STUDIED_AT = at("2024-10-30 14:00")
NOTIFIED_AT = at("2024-10-31 09:00")
COMPLETED_AT = at("2024-11-01 10:00")
CHECKED_AT = at("2024-11-01 11:00")
REGISTERED_AT = at("2024-11-01 13:00")
WRITTEN_AT = at("2024-11-02 10:00")
HANDED_UP_AT = at("2024-11-04 09:00")
APPROVED_AT = at("2024-11-04 13:00")
CONVENED_AT = at("2024-11-05 10:00")
VOTED_AT = at("2024-11-05 10:30")
DECIDED_AT = at("2024-11-05 11:00")
REFERRED_AT = at("2024-11-06 09:00")
TOLD_AT = at("2024-11-06 10:00")

ACT_ON = date(2024, 10, 28)
REGION = "33.74"
SUBDISTRICT = "33.74.01"
ELSEWHERE = "34.71"
PASSWORD = "sandi contoh untuk uji"
NORM = "act-social-support"

WATI = ReporterContent(
    name="Wati Contohwati",
    birth_place="Semarang",
    birth_on="1 Januari 1990",
    sex="perempuan",
    occupation="pedagang",
    nationality="Indonesia",
    address="Jalan Contoh 1, Semarang",
    phone="0800000001",
    email="wati@contoh.example",
)
RESPONDENT = PersonContent(
    name="Bambang Contohadi",
    workplace="Dinas Contoh Kota Semarang",
    post="analis contoh",
    employment_class="pns",
)
TELLING = ReportContent(
    known_on=date(2024, 10, 29),
    happened_on=ACT_ON,
    happened_time="sekitar pukul sembilan pagi",
    place_region=SUBDISTRICT,
    place="Lapangan Contoh",
    event="Aparatur mengajak memilih pada acara kampanye",
    account="DATA CONTOH. Terlapor berbicara di panggung dan mengajak memilih.",
    links="",
    reporter=WATI,
    respondents=(RESPONDENT,),
)
STUDY_TEXTS = {part: f"DATA CONTOH. Bagian {part} ditulis." for part in Study.PARTS}


def lay_ground() -> None:
    """Fill regions and calendar; what is there stays."""
    if not Region.objects.exists():
        load_regions()
    calendar.seed(years=range(2019, 2028), actor=INSTALLATION, at=LAID_AT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The people and offices, as they stand in the database of one test."""

    city: Office
    subdistrict: Office
    province: Office
    elsewhere: Office
    nation: Office
    contest: Contest
    elsewhere_contest: Contest
    budi: User
    eko: User
    sari: User
    tono: User
    rina: User
    lia: User
    gita: User
    anton: User
    dewi: User
    putri: User
    nur: User

    @property
    def admin(self) -> User:
        """Putri, by what she does."""
        return self.putri

    @property
    def wati(self) -> Actor:
        """A citizen without an account."""
        return PUBLIC

    @property
    def members(self) -> tuple[User, User, User]:
        """The members of 33.74."""
        return self.sari, self.tono, self.rina

    def everybody(self) -> dict[str, User]:
        """Return the people with an account, by name."""
        names = [
            "budi",
            "eko",
            "sari",
            "tono",
            "rina",
            "lia",
            "gita",
            "anton",
            "dewi",
            "putri",
            "nur",
        ]
        return {name: typed("User", getattr(self, name)) for name in names}


def as_actor(user: User, moment: datetime = SUBMITTED_AT) -> Actor:
    """Return the actor of a person with the roles of that moment."""
    return actor_of(user, moment)


def _office(name: str, tier: Office.Tier, region: str, **more: object) -> Office:
    office = Office(
        name=f"{name} (DATA CONTOH)",
        tier=tier,
        region=region,
        address="Jalan Contoh 1",
        city="Semarang",
        **more,
    )
    return accounts.open_office(office=office, actor=INSTALLATION, at=LAID_AT)


def person(name: str, *roles: tuple[Role, Office]) -> User:
    """Open an account and give it roles from the first day of 2024 on."""
    user = accounts.add_person(
        username=name.lower(),
        name=f"{name} Contoh",
        password=PASSWORD,
        actor=INSTALLATION,
        at=LAID_AT,
    )
    for role, office in roles:
        accounts.grant_role(
            user=user,
            office=office,
            role=role,
            post="",
            from_on=date(2024, 1, 1),
            actor=INSTALLATION,
            at=LAID_AT,
        )
    return user


def contest_in(region: str) -> Contest:
    """Open the contest of 2024 in a region, with two invented tickets."""
    contest = contests.open_contest(
        contest=Contest(
            id=f"pilkada-2024/{region}",
            election="pilkada-2024",
            region=region,
            kind="walikota",
            title=f"Pemilihan wali kota {region} (DATA CONTOH)",
        ),
        actor=INSTALLATION,
        at=LAID_AT,
    )
    for number in (1, 2):
        contests.add_side(
            contest=contest,
            kind=Side.Kind.TICKET,
            name=f"Pasangan Contoh {number}",
            number=number,
            actor=INSTALLATION,
            at=LAID_AT,
        )
    return contest


def make_cast(*, quorum: str | None = "3") -> Cast:
    """Make offices, people and contests by the real actions."""
    nation = _office("Kantor pusat contoh", Office.Tier.NATIONAL, "")
    province = _office("Kantor provinsi contoh", Office.Tier.PROVINCE, "33")
    city = _office("Kantor kota contoh", Office.Tier.CITY, REGION)
    below = _office(
        "Kantor kecamatan contoh", Office.Tier.SUBDISTRICT, SUBDISTRICT, parent=city
    )
    elsewhere = _office("Kantor kota lain contoh", Office.Tier.CITY, ELSEWHERE)
    for office in (city, elsewhere) if quorum else ():
        accounts.settle(
            office=office,
            key=OfficeSetting.Key.PLENARY_QUORUM,
            value=quorum or "",
            actor=INSTALLATION,
            at=LAID_AT,
        )
    return Cast(
        city=city,
        subdistrict=below,
        province=province,
        elsewhere=elsewhere,
        nation=nation,
        contest=contest_in(REGION),
        elsewhere_contest=contest_in(ELSEWHERE),
        budi=person("Budi", (Role.OFFICER, city)),
        eko=person("Eko", (Role.OFFICER, city)),
        sari=person("Sari", (Role.MEMBER, city)),
        tono=person("Tono", (Role.MEMBER, city)),
        rina=person("Rina", (Role.MEMBER, city)),
        lia=person("Lia", (Role.FIELD, below)),
        gita=person("Gita", (Role.MEMBER, province)),
        anton=person("Anton", (Role.MEMBER, elsewhere), (Role.OFFICER, elsewhere)),
        dewi=person("Dewi", (Role.AUDITOR, nation)),
        putri=person("Putri", (Role.ADMINISTRATOR, nation)),
        nur=person("Nur"),
    )


# Reports ---------------------------------------------------------------------------


def submitted(
    cast: Cast, *, telling: ReportContent = TELLING, moment: datetime = SUBMITTED_AT
) -> Report:
    """Return Wati's report, fresh at the office of 33.74."""
    return submitted_with_code(cast, telling=telling, moment=moment)[0]


def submitted_with_code(
    cast: Cast, *, telling: ReportContent = TELLING, moment: datetime = SUBMITTED_AT
) -> tuple[Report, str]:
    """Return Wati's report and the code on her receipt."""
    draft = reports.open_draft(at=moment)
    return reports.hand_in_report(
        draft=draft, content=telling, contest=None, actor=PUBLIC, at=moment
    )


def findings(report: Report, *, missing: tuple[str, ...] = ()) -> dict[str, Finding]:
    """Answer every requirement; those named are missing."""
    procedure = road.procedure_of(report)
    return {i.key: Finding(present=i.key not in missing) for i in items_of(procedure)}


def _study(report: Report, cast: Cast, missing: tuple[str, ...]) -> Report:
    return reports.finish_initial_study(
        report=report,
        findings=findings(report, missing=missing),
        alleged_kind="other_law_asn",
        note="",
        refusal_reason="",
        actor=as_actor(cast.budi),
        at=STUDIED_AT,
    )


def _complete(report: Report, cast: Cast) -> Report:
    return reports.complete_report(report=report, actor=PUBLIC, at=COMPLETED_AT)


def _check(report: Report, cast: Cast) -> Report:
    return reports.finish_completion_check(
        report=report,
        findings=findings(report),
        refusal_reason="",
        actor=as_actor(cast.budi),
        at=CHECKED_AT,
    )


def _notify(report: Report, cast: Cast) -> Report:
    return reports.notify_missing(
        report=report,
        received_at=NOTIFIED_AT,
        actor=as_actor(cast.budi),
        at=NOTIFIED_AT,
    )


REPORT_STEPS = (
    "initial_study",
    "notice",
    "completion",
    "completion_check",
    "registration",
)


def report_on(
    cast: Cast, step: str = "initial_study", *, telling: ReportContent = TELLING
) -> Report:
    """Return a report walked to a step; the identity card was missing at first.

    Args:
        cast: Who acts.
        step: One of `REPORT_STEPS`.
        telling: What the report states.
    """
    report = submitted(cast, telling=telling)
    moves = {
        "initial_study": lambda r: _study(r, cast, ("identity_card",)),
        "notice": lambda r: _notify(r, cast),
        "completion": lambda r: _complete(r, cast),
        "completion_check": lambda r: _check(r, cast),
    }
    while report.step != step:
        report = moves[report.step](report)
    return report


# Cases -----------------------------------------------------------------------------

CASE_STEPS = ("study", "plenary_outcome", "referral", "status_notice", "follow_up")


def registered(cast: Cast, *, telling: ReportContent = TELLING) -> Case:
    """Return a case fresh from registration, without an allegation."""
    return cases.register_report(
        report=report_on(cast, "registration", telling=telling),
        actor=as_actor(cast.budi),
        at=REGISTERED_AT,
    )


def fitting_norm(case: Case, act_on: date = ACT_ON) -> str:
    """Return the first norm that fits the first respondent on that day."""
    respondent = case.report.respondents.get()
    offered = cases.alleging.offered_norms(case, respondent, act_on)
    return next(offer.violation.id for offer in offered if offer.fits)


def alleged(case: Case, cast: Cast) -> Allegation:
    """Hold a fitting norm against the respondent."""
    return cases.allege(
        case=case,
        respondent=case.report.respondents.get(),
        norm=fitting_norm(case),
        act_on=ACT_ON,
        side=None,
        phase_reason="",
        actor=as_actor(cast.budi),
        at=WRITTEN_AT,
    )


def written(case: Case, cast: Cast) -> Study:
    """Write every part of the study as Budi."""
    return cases.save_study(
        case=case, texts=STUDY_TEXTS, actor=as_actor(cast.budi), at=WRITTEN_AT
    )


def _submit(case: Case, cast: Cast) -> Case:
    alleged(case, cast)
    written(case, cast)
    return cases.submit_study(case=case, actor=as_actor(cast.budi), at=HANDED_UP_AT)


def approved(case: Case, cast: Cast) -> Case:
    """Approve the newest version as Eko."""
    study = newest_study(case)
    assert study is not None
    cases.approve_study(
        case=case,
        version=study.version,
        note="",
        actor=as_actor(cast.eko),
        at=APPROVED_AT,
    )
    return case


def convened(case: Case, cast: Cast) -> Plenary:
    """Open the plenary with the three members of 33.74."""
    return cases.convene_plenary(
        case=case,
        members=cast.members,
        place="Ruang pleno",
        actor=as_actor(cast.sari),
        at=CONVENED_AT,
    )


def voted(plenary: Plenary, cast: Cast, outcome: str) -> None:
    """Let every member vote the same on every respondent."""
    for member in cast.members:
        for respondent in plenary.case.report.respondents.all():
            cases.cast_vote(
                plenary=plenary,
                respondent=respondent,
                outcome=outcome,
                reason="DATA CONTOH. Alasan suara.",
                actor=as_actor(member),
                at=VOTED_AT,
            )


def ready_to_close(case: Case, cast: Cast, outcome: str) -> Case:
    """Approve, convene and vote; only the closing is left."""
    if open_plenary(case) is None:
        voted(convened(approved(case, cast), cast), cast, outcome)
    return case


def _decide(case: Case, cast: Cast, outcome: str) -> Case:
    ready_to_close(case, cast, outcome)
    return cases.close_plenary(
        case=case,
        decision_text="DATA CONTOH. Putusan pleno.",
        actor=as_actor(cast.sari),
        at=DECIDED_AT,
    )


def _refer(case: Case, cast: Cast) -> Case:
    referrals.refer_case(case=case, actor=as_actor(cast.budi), at=REFERRED_AT)
    case.refresh_from_db()
    return case


def _tell(case: Case, cast: Cast) -> Case:
    return cases.tell_status(
        case=case, follow_up=True, actor=as_actor(cast.budi), at=TOLD_AT
    )


def case_on(
    cast: Cast,
    step: str = "study",
    *,
    outcome: str = "other_law_asn",
    telling: ReportContent = TELLING,
) -> Case:
    """Return a case walked to a step by the real actions.

    Args:
        cast: Who acts.
        step: One of `CASE_STEPS`, or `end` for one without addressee that was told.
        outcome: What every member votes.
        telling: What the report states.
    """
    case = registered(cast, telling=telling)
    moves = {
        "study": lambda c: _submit(c, cast),
        "plenary_outcome": lambda c: _decide(c, cast, outcome),
        "referral": lambda c: _refer(c, cast),
        "status_notice": lambda c: _tell(c, cast),
    }
    while case.step != step:
        case = moves[case.step](case)
    return case


def told(telling: ReportContent = TELLING, **changes: object) -> ReportContent:
    """Return a telling with other values in some fields."""
    return replace(telling, **changes)  # type: ignore[arg-type] # names of its fields

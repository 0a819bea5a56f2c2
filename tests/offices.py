"""Offices and people of the cast, and the moments at which they act."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import cast as typed

from netra.domain.access import Actor, Role
from netra.records.accounts import actions as accounts
from netra.records.accounts.models import Office, OfficeSetting, User
from netra.records.accounts.queries import INSTALLATION, PUBLIC, actor_of
from netra.records.cases.models import Study
from netra.records.contests import actions as contests
from netra.records.contests.models import Contest, Side
from netra.records.law import actions as calendar
from netra.records.observations.content import (
    FindingContent,
    ObservationContent,
    TracingPlan,
)
from netra.records.observations.models import Observation
from netra.records.regions.actions import load_regions
from netra.records.regions.models import Region
from netra.records.reports.content import (
    PersonContent,
    ReportContent,
    ReporterContent,
)


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
OBSERVED_AT = at("2024-10-28 16:00")
TRACED_AT = at("2024-10-29 10:00")
PROPOSED_AT = at("2024-10-30 10:00")
FINDING_CONVENED_AT = at("2024-10-31 10:00")
FINDING_SET_AT = at("2024-10-31 11:00")
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
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c626001000000ffff03000006000557"
    "bfabd40000000049454e44ae426082"
)

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
FOUND = PersonContent(
    name="Surya Contohperdana",
    workplace="Badan Contoh Kota Semarang",
    post="penata contoh",
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
FINDING = FindingContent(
    found_on=ACT_ON,
    event="Aparatur membagikan bahan kampanye di kantor",
    account="DATA CONTOH. Pengawas melihat terlapor membagikan bahan kampanye.",
    place_region=SUBDISTRICT,
    place="Balai Contoh",
    happened_on=ACT_ON,
    happened_time="sekitar pukul sepuluh pagi",
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


def observed(contest: Contest) -> ObservationContent:
    """Return a supervision report with a suspicion; every part of Form A is filled."""
    return ObservationContent(
        contest=contest,
        stage="Kampanye",
        supervisor="Lia Contoh",
        post="Pengawas kecamatan contoh",
        assignment_letter="001/ST/CONTOH/2024",
        activity=Observation.Activity.DIRECT,
        aim="Memastikan kampanye berjalan menurut aturan",
        target="Kampanye tatap muka",
        observed_on=ACT_ON,
        observed_time="09.00 sampai 12.00",
        place_region=SUBDISTRICT,
        place="Balai Contoh",
        result="DATA CONTOH. Kegiatan dihadiri warga dan seorang aparatur.",
        address="Jalan Contoh 9",
        has_suspicion=True,
        event=FINDING.event,
        happened_on=ACT_ON,
        happened_time=FINDING.happened_time,
        event_place="Balai Contoh",
        witnesses="Saksi Contohsatu, Jalan Contoh 10",
        exhibits_text="Dua lembar selebaran",
        account=FINDING.account,
        facts="DATA CONTOH. Selebaran memuat ajakan memilih.",
        analysis="DATA CONTOH. Perbuatan terjadi pada masa kampanye.",
        dispute="Tidak ada.",
        respondents=(FOUND,),
    )


def planned(contest: Contest) -> TracingPlan:
    """Return a plan to trace, with a deadline chosen by the officer."""
    return TracingPlan(
        contest=contest,
        event=FINDING.event,
        question="Siapa yang membagikan bahan kampanye, di mana, dan kapan?",
        place_region=SUBDISTRICT,
        place="Balai Contoh",
        happened_on=ACT_ON,
        happened_time=FINDING.happened_time,
        due_on=date(2024, 11, 5),
    )


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

"""A case walked at other moments than those of the cast: other years, other places."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from netra.domain.access import Actor, Role
from netra.records.accounts import actions as accounts
from netra.records.accounts.models import Office, OfficeSetting
from netra.records.accounts.queries import INSTALLATION, PUBLIC, user_of
from netra.records.cases import actions as cases
from netra.records.cases.conditions import newest_study
from netra.records.cases.models import Case
from netra.records.contests import actions as contests
from netra.records.contests.models import Contest
from netra.records.reports import actions as reports
from netra.records.reports.actions.arriving import open_draft
from tests import people
from tests.offices import at
from tests.people import RESPONDENT, STUDY_TEXTS, findings, told

OPENED_AT = at("2020-01-02 08:00")
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """One officer, a second pair of eyes and three members of one office."""

    office: Office
    officer: Actor
    second: Actor
    members: tuple[Actor, Actor, Actor]


def crew_of(name: str, tier: str, region: str, moment: datetime) -> Crew:
    """Open an office with people since 2020 and the quorum of three."""
    office = accounts.open_office(
        office=Office(name=f"{name} (DATA CONTOH)", tier=tier, region=region),
        actor=INSTALLATION,
        at=OPENED_AT,
    )
    accounts.settle(
        office=office,
        key=OfficeSetting.Key.PLENARY_QUORUM,
        value="3",
        actor=INSTALLATION,
        at=OPENED_AT,
    )
    names = ("Ajeng", "Bayu", "Citra", "Danu", "Endah")
    roles = (Role.OFFICER, Role.OFFICER, Role.MEMBER, Role.MEMBER, Role.MEMBER)
    users = [
        accounts.add_person(
            username=f"{n}{region}".lower(),
            name=f"{n} Contoh",
            password=people.PASSWORD,
            actor=INSTALLATION,
            at=OPENED_AT,
        )
        for n in names
    ]
    for user, role in zip(users, roles, strict=True):
        accounts.grant_role(
            user=user,
            office=office,
            role=role,
            post="",
            from_on=OPENED_AT.date(),
            actor=INSTALLATION,
            at=OPENED_AT,
        )
    who = [people.as_actor(user, moment) for user in users]
    return Crew(
        office=office, officer=who[0], second=who[1], members=(who[2], who[3], who[4])
    )


def contest_of(election: str, region: str, kind: str) -> Contest:
    """Open a contest of an election in a region."""
    return contests.open_contest(
        contest=Contest(
            id=f"{election}/{region or kind}",
            election=election,
            region=region,
            kind=kind,
            title=f"{election} {region} (DATA CONTOH)",
        ),
        actor=INSTALLATION,
        at=OPENED_AT,
    )


def registered(
    crew: Crew,
    contest: Contest,
    start: datetime,
    *,
    place: str,
    employment_class: str = "pns",
    act_before: timedelta = timedelta(days=1),
) -> Case:
    """Return a case registered three hours after the report came at `start`."""
    person = replace(RESPONDENT, employment_class=employment_class)
    telling = told(
        known_on=(start - timedelta(hours=2)).date(),
        happened_on=(start - act_before).date(),
        place_region=place,
        respondents=(person,),
    )
    report, _code = reports.hand_in_report(
        draft=open_draft(at=start),
        content=telling,
        contest=contest,
        actor=PUBLIC,
        at=start,
    )
    report = reports.finish_initial_study(
        report=report,
        findings=findings(report),
        alleged_kind="other_law_asn",
        note="",
        refusal_reason="",
        actor=crew.officer,
        at=start + HOUR,
    )
    return cases.register_report(report=report, actor=crew.officer, at=start + 3 * HOUR)


def alleged(case: Case, crew: Crew, moment: datetime) -> str:
    """Hold the first fitting norm against the respondent; return its id."""
    act_on = case.report.happened_on
    norm = people.fitting_norm(case, act_on)
    cases.allege(
        case=case,
        respondent=case.respondents.get(),
        norm=norm,
        act_on=act_on,
        side=None,
        phase_reason="",
        actor=crew.officer,
        at=moment,
    )
    return norm


def decided(case: Case, crew: Crew, moment: datetime, outcome: str) -> Case:
    """Write, approve and decide the case at one moment."""
    cases.save_study(case=case, texts=STUDY_TEXTS, actor=crew.officer, at=moment)
    case = cases.submit_study(case=case, actor=crew.officer, at=moment)
    return again(case, crew, moment, outcome)


def again(case: Case, crew: Crew, moment: datetime, outcome: str) -> Case:
    """Approve the newest study and decide."""
    study = newest_study(case)
    assert study is not None
    cases.approve_study(
        case=case, version=study.version, note="", actor=crew.second, at=moment
    )
    users = [_user(actor) for actor in crew.members]
    plenary = cases.convene_plenary(
        case=case, members=users, place="", actor=crew.members[0], at=moment
    )
    for actor in crew.members:
        cases.cast_vote(
            plenary=plenary,
            respondent=case.respondents.get(),
            outcome=outcome,
            reason="DATA CONTOH. Alasan suara.",
            actor=actor,
            at=moment,
        )
    return cases.close_plenary(
        case=case,
        decision_text="DATA CONTOH. Putusan pleno.",
        actor=crew.members[0],
        at=moment,
    )


def _user(actor: Actor):
    return user_of(actor)

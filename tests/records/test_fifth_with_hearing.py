"""A procedure added by TOML alone puts the hearing on its main road.

The file is all there is: a case walks by the same actions from its arrival through
hearing, plenary and referral to its end, under names no program knows.
"""

from datetime import date
from pathlib import Path

import pytest

from netra.records.accounts.queries import PUBLIC
from netra.records.cases import actions as cases
from netra.records.cases import road
from netra.records.cases.errors import BlockedError, CaseMovedError
from netra.records.cases.models import Case
from netra.records.cases.queries import events_of
from netra.records.clarifications import actions, errors
from netra.records.clarifications.models import Clarification, Minutes
from netra.records.clarifications.queries import invitation_deadline, rule_of
from netra.records.ledger.replaying import compare
from netra.records.referrals import actions as referrals
from netra.records.reports import actions as reports
from netra.records.reports.actions.checking import Finding
from tests import clarifying, people
from tests.people import as_actor, at

FILE = Path(__file__).parent / "fifth_with_hearing.toml"
HEARD_AT = at("2026-03-09 09:00")  # a Monday


@pytest.fixture
def case(cast, law_dir) -> Case:
    (law_dir / "fifth.toml").write_text(FILE.read_text(encoding="utf-8"))
    budi = as_actor(cast.budi)
    report = reports.hand_in_report(
        draft=reports.open_draft(at=at("2026-03-03 09:00")),
        content=people.told(known_on=date(2026, 3, 2), happened_on=date(2026, 3, 1)),
        contest=None,
        actor=PUBLIC,
        at=at("2026-03-03 09:00"),
    )[0]
    reports.finish_initial_study(
        report=report,
        findings={"told_who": Finding(present=True)},
        alleged_kind="",
        note="",
        refusal_reason="",
        actor=budi,
        at=at("2026-03-03 10:00"),
    )
    report.refresh_from_db()
    return cases.register_report(report=report, actor=budi, at=at("2026-03-03 11:00"))


def planned(case: Case, cast, **changes: object) -> Clarification:
    return actions.plan_clarification(
        case=case,
        who=f"respondent:{case.respondents.get().pk}",
        capacity=Clarification.Capacity.RESPONDENT,
        plan=clarifying.plan(HEARD_AT, **changes),
        actor=as_actor(cast.budi),
        at=at("2026-03-04 08:00"),
    )


def heard(case: Case, cast) -> None:
    budi = as_actor(cast.budi)
    hearing = planned(case, cast)
    actions.invite(
        hearing=hearing,
        number="",
        sent_at=at("2026-03-04 09:00"),
        late_reason="",
        actor=budi,
        at=at("2026-03-04 09:00"),
    )
    minutes = clarifying.begun(hearing, cast)
    clarifying.finished(clarifying.read(clarifying.typed(minutes, cast), cast), cast)


def test_the_case_stands_on_the_hearing_and_waits_for_it(case: Case, cast) -> None:
    told = {"case": case, "actor": as_actor(cast.budi), "at": HEARD_AT}
    assert (case.procedure, case.step) == ("contoh-2027", "ask")
    assert [b.key for b in road.blockers_of(case)] == ["hearings_finished"]
    with pytest.raises(BlockedError):
        actions.finish_clarifications(**told)
    planned(case, cast)
    with pytest.raises(BlockedError):
        actions.finish_clarifications(**told)


def test_its_own_term_and_reasons_hold(case: Case, cast) -> None:
    due = invitation_deadline(case, HEARD_AT)
    assert (due.label, due.due_on) == ("Panggilan", date(2026, 3, 5))
    assert rule_of(case).online_reasons == ("jarak",)
    online = {"mode": Clarification.Mode.ONLINE}
    with pytest.raises(errors.OnlineReasonError):
        planned(case, cast, **online, online_reason="bencana")
    assert planned(case, cast, **online, online_reason="jarak").pk


def test_it_walks_through_hearing_plenary_and_referral_to_its_end(
    case: Case, cast
) -> None:
    budi, sari = as_actor(cast.budi), as_actor(cast.sari)
    respondent = case.respondents.get()
    reports.describe_respondent(
        respondent=respondent,
        employment_class="pns",
        holds_office=False,
        post="",
        workplace="",
        actor=budi,
        at=at("2026-03-04 08:00"),
    )
    heard(case, cast)
    case = actions.finish_clarifications(
        case=case, actor=budi, at=at("2026-03-09 12:00")
    )
    assert case.step == "panel"
    with pytest.raises(CaseMovedError):
        actions.finish_clarifications(case=case, actor=budi, at=HEARD_AT)
    plenary = cases.convene_plenary(
        case=case,
        members=cast.members,
        place="",
        actor=sari,
        at=at("2026-03-10 09:00"),
    )
    people.voted(plenary, cast, "other_law_asn")
    case = cases.close_plenary(
        case=case, decision_text="Terbukti.", actor=sari, at=at("2026-03-10 10:00")
    )
    assert case.step == "hand_on"
    (letter,) = referrals.refer_case(case=case, actor=budi, at=at("2026-03-11 09:00"))
    case.refresh_from_db()
    assert (case.step, letter.authority) == ("answer", "bkn")
    case = cases.tell_status(
        case=case, follow_up=False, actor=budi, at=at("2026-03-11 10:00")
    )
    assert case.step == "end"
    assert set(events_of(case)) >= {
        "clarification_invited",
        "everybody_heard",
        "panel_decided",
        "handed_on",
        "answered",
    }
    assert Minutes.objects.get().signature == Minutes.Signature.SIGNED
    assert compare().difference is None

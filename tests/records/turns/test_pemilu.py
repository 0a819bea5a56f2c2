"""A whole case of a Pemilu, and the hearing the supervisors decide themselves."""

from datetime import timedelta

import pytest

from netra.domain.law import Paper
from netra.records.cases import actions as cases
from netra.records.cases.errors import BlockedError, CaseMovedError
from netra.records.documents.actions import issue_paper
from netra.records.law.queries import law
from netra.records.referrals.actions import refer_case
from netra.records.turns import actions
from netra.records.turns.errors import (
    HearingStateError,
    LimitUsedUpError,
    NoHearingError,
    NotAMemberHereError,
)
from netra.records.turns.models.records import Source
from tests import people
from tests.offices import at
from tests.records.turns import walking
from tests.records.turns.turning import due, replayed
from tests.records.turns.walking import (
    alleged,
    contest_of,
    crew_of,
    decided,
    registered,
)

START = at("2024-01-15 09:00")  # a Monday
DECIDED_AT = at("2024-01-24 10:00")
HEARD_AT = at("2024-01-30 09:00")


@pytest.fixture
def crew(db) -> walking.Crew:
    return crew_of("Kantor kota pemilu", "kota", "33.74", START)


@pytest.fixture
def case(crew):
    contest = contest_of("pemilu-2024", "", "presiden")
    return registered(crew, contest, START, place="33.74.01")


def test_the_clock_is_seven_working_days_and_fourteen_in_all(case, crew) -> None:
    assert case.procedure == "pemilu-2022"
    assert due(case) == {"handling": at("2024-01-24 23:59:59")}
    ask = {
        "case": case,
        "asked_of": Source.WITNESS,
        "what": "DATA CONTOH. Jam berapa?",
        "actor": crew.officer,
    }
    actions.ask_information(**ask, at=at("2024-01-24 09:00"))
    # 14 working days after registration in all, not 7 + 14; 8 and 9 February are off
    assert list(due(case)) == ["handling_extension_total"]
    total = due(case)["handling_extension_total"]
    assert total == at("2024-02-02 23:59:59")
    with pytest.raises(LimitUsedUpError):
        actions.ask_information(**ask, at=total + timedelta(minutes=1))
    replayed()


def test_a_whole_case_walks_under_the_forms_of_the_b_series(case, crew) -> None:
    norm = alleged(case, crew, at("2024-01-16 09:00"))
    case = decided(case, crew, DECIDED_AT, "other_law_asn")
    (sent,) = refer_case(case=case, actor=crew.officer, at=at("2024-01-25 09:00"))
    assert sent.authority == "kasn"
    case.refresh_from_db()
    paper = issue_paper(
        Paper.STATUS_NOTICE, case=case, actor=crew.officer, at=at("2024-01-25 10:00")
    )
    assert paper.form_code == "B.18"
    case = cases.tell_status(
        case=case, follow_up=True, actor=crew.officer, at=at("2024-01-25 11:00")
    )
    assert case.step == "follow_up"
    assert law().violation(norm)
    assert due(case) == {}
    replayed()


@pytest.fixture
def administrative(case, crew):
    alleged(case, crew, at("2024-01-16 09:00"))
    return decided(case, crew, DECIDED_AT, "administrative")


def decide(hearing, crew, members=None, moment=HEARD_AT + timedelta(hours=3)):
    return actions.decide_hearing(
        hearing=hearing,
        decision_text="DATA CONTOH. Terbukti melanggar tata cara.",
        members=[walking.user_of(m) for m in crew.members]
        if members is None
        else members,
        actor=crew.members[0],
        at=moment,
    )


def test_an_administrative_violation_is_heard_and_no_letter_goes_out(
    administrative, crew
) -> None:
    case = administrative
    with pytest.raises(BlockedError) as caught:
        refer_case(case=case, actor=crew.officer, at=HEARD_AT)
    assert caught.value.keys == ["own_hearing_over"]
    hearing = actions.open_hearing(case=case, actor=crew.officer, at=HEARD_AT)
    with pytest.raises(HearingStateError):
        actions.open_hearing(case=case, actor=crew.officer, at=HEARD_AT)
    session = actions.plan_session(
        hearing=hearing,
        planned_at=HEARD_AT,
        place="Ruang sidang contoh",
        actor=crew.officer,
        at=at("2024-01-26 09:00"),
    )
    with pytest.raises(HearingStateError):
        decide(hearing, crew)
    actions.note_session(
        session=session,
        held_at=HEARD_AT,
        present="DATA CONTOH. Pelapor dan terlapor.",
        course="Pemeriksaan bukti.",
        actor=crew.officer,
        at=HEARD_AT + timedelta(hours=2),
    )
    with pytest.raises(NotAMemberHereError):
        decide(hearing, crew, [])
    with pytest.raises(NotAMemberHereError):
        decide(hearing, crew, [walking.user_of(crew.officer)])
    decide(hearing, crew)
    assert refer_case(case=case, actor=crew.officer, at=at("2024-01-31 09:00")) == []
    case.refresh_from_db()
    assert case.step == "status_notice"
    assert case.events.filter(key="hearing_decided").exists()
    assert not case.events.filter(key="referral_sent").exists()
    assert due(case) == {}
    replayed()


def test_only_what_is_decided_that_way_is_heard(case, crew) -> None:
    with pytest.raises(CaseMovedError):
        actions.open_hearing(case=case, actor=crew.officer, at=HEARD_AT)
    alleged(case, crew, at("2024-01-16 09:00"))
    case = decided(case, crew, DECIDED_AT, "other_law_asn")
    with pytest.raises(NoHearingError):
        actions.open_hearing(case=case, actor=crew.officer, at=HEARD_AT)


def test_ethics_of_ad_hoc_supervisors_come_down_to_the_regency(db) -> None:
    province = crew_of("Kantor provinsi pemilu", "provinsi", "33", START)
    contest = contest_of("pemilu-2024", "", "presiden")
    case = registered(
        province,
        contest,
        START,
        place="33.74.01",
        employment_class="adhoc_bawaslu",
    )
    city = crew_of("Kantor kota pemilu", "kota", "33.74", START)
    before = due(case)
    move = actions.delegate_case(
        case=case,
        reason="DATA CONTOH. Etik pengawas ad hoc.",
        actor=province.officer,
        at=at("2024-01-16 08:00"),
    )
    assert move.article == "Perbawaslu 7/2022 art. 20(2)"
    assert move.status == "confirmed"
    assert due(case) == before
    actions.accept_delegation(move=move, actor=city.officer, at=at("2024-01-16 09:00"))
    back = actions.take_over_case(
        case=case,
        office=province.office,
        reason="DATA CONTOH. Semua anggota berhalangan.",
        actor=province.members[0],
        at=at("2024-01-16 10:00"),
    )
    assert (back.article, back.status) == ("Perbawaslu 7/2022 art. 20(3)", "confirmed")
    assert city.office.region == people.REGION
    replayed()

"""Outcomes at the edges of time and place: bodies that change, regions that split."""

from datetime import date, timedelta

import pytest

from netra.domain.law import Paper
from netra.records.accounts.queries import office_for
from netra.records.cases.actions.alleging import allegation_facts
from netra.records.cases.models import Allegation, Case
from netra.records.documents.actions import issue_paper
from netra.records.documents.models import IssuedPaper
from netra.records.law.queries import law
from netra.records.ledger import actions as ledger
from netra.records.observations.models import Tracing
from netra.records.referrals.actions import refer_case, refer_tracing
from netra.records.referrals.queries import ChosenAddressee, planned_referrals
from netra.records.turns import actions
from tests import people
from tests.offices import at
from tests.people import as_actor
from tests.records.turns.turning import due, replayed
from tests.records.turns.walking import (
    alleged,
    contest_of,
    crew_of,
    decided,
    registered,
)


@pytest.mark.parametrize(
    ("subject", "authority", "form"),
    [
        ("organiser", "dkpp", "A.13"),
        ("adhoc_kpu", "kpu", "A.13"),
        ("adhoc_bawaslu", "bawaslu-kabkota", "A.13"),
    ],
)
def test_ethics_of_organisers_go_to_whom_the_law_names(
    db, subject, authority, form
) -> None:
    start = at("2024-10-28 09:00")
    crew = crew_of("Kantor kota etik", "kota", "33.74", start)
    case = registered(
        crew,
        contest_of("pilkada-2024", "33.74", "walikota"),
        start,
        place="33.74.01",
        employment_class=subject,
    )
    before = due(case)
    assert list(before) == ["handling"]
    _hold_any_norm(case, crew, start + timedelta(hours=5))
    case = decided(case, crew, start + timedelta(hours=6), "organiser_ethics")
    (sent,) = refer_case(case=case, actor=crew.officer, at=start + timedelta(days=1))
    assert sent.authority == authority
    assert due(case) == {}
    papers = issue_paper(
        Paper.REFERRAL_LETTER,
        referral=sent,
        actor=crew.officer,
        at=start + timedelta(days=1),
    )
    assert papers.form_code == form
    replayed()


def _hold_any_norm(case: Case, crew, moment) -> None:
    """Hold a norm for the study although none of the catalogue is for organisers."""
    row = Allegation.objects.create(
        case=case,
        respondent=case.respondents.get(),
        norm="discipline-banner-candidate",
        act_on=case.report.happened_on,
        phase="candidate",
    )
    ledger.append(
        "case.norm_alleged",
        case.ledger_subject,
        actor=crew.officer,
        at=moment,
        facts=allegation_facts(row),
    )


@pytest.mark.parametrize(
    ("start", "instrument"),
    [("2025-07-28 09:00", "rekomendasi"), ("2025-07-29 09:00", "putusan")],
)
def test_an_administrative_outcome_is_a_decision_from_30_july_2025(
    db, start, instrument
) -> None:
    moment = at(start)
    crew = crew_of("Kantor kota administrasi", "kota", "19.71", moment)
    contest = contest_of("pilkada-ulang-2025", "19.71", "walikota")
    case = registered(crew, contest, moment, place="19.71.01")
    alleged(case, crew, moment + timedelta(hours=5))
    case = decided(case, crew, moment + timedelta(hours=6), "administrative")
    (sent,) = refer_case(case=case, actor=crew.officer, at=moment + timedelta(days=1))
    assert (sent.authority, sent.instrument) == ("kpu", instrument)
    assert due(case) == {}
    replayed()


def test_the_norm_is_that_of_the_day_of_the_act_not_of_the_decision(db) -> None:
    """The act of 20 September is before the candidates of 22 September 2024."""
    start = at("2024-09-21 09:00")
    crew = crew_of("Kantor kota engsel", "kota", "33.74", start)
    contest = contest_of("pilkada-2024", "33.74", "walikota")
    case = registered(crew, contest, start, place="33.74.01")
    norm = alleged(case, crew, start + timedelta(hours=5))
    assert case.allegations.get().phase == "before_candidacy"
    assert "before_candidacy" in law().violation(norm).applies
    before = due(case)
    case = decided(case, crew, at("2024-09-24 09:00"), "other_law_asn")
    assert case.allegations.get().phase == "before_candidacy"
    assert before == {"handling": at("2024-09-24 23:59:59")}
    refer_case(case=case, actor=crew.officer, at=at("2024-09-24 12:00"))
    replayed()


@pytest.mark.parametrize(
    ("referred", "authority", "status"),
    [
        ("2024-08-23 15:00", "kasn", "confirmed"),
        ("2024-08-24 09:00", "bkn", "unconfirmed"),
        ("2024-09-03 09:00", "bkn", "unconfirmed"),
        ("2024-09-04 09:00", "bkn", "confirmed"),
    ],
)
def test_kasn_ends_between_plenary_and_referral(
    db, referred, authority, status
) -> None:
    case, crew = _decided_before_the_end(at("2024-08-20 09:00"))
    (sent,) = refer_case(case=case, actor=crew.officer, at=at(referred))
    assert (sent.authority, sent.status) == (authority, status)
    replayed()


def test_a_person_confirms_the_other_addressee_of_the_grey_days(db) -> None:
    case, crew = _decided_before_the_end(at("2024-08-20 09:00"))
    moment = at("2024-08-28 09:00")
    (plan,) = planned_referrals(case, moment)
    assert [a.to for a in plan.route.alternatives] == ["kemenpanrb"]
    choice = ChosenAddressee(
        instead_of="bkn",
        outcome="other_law_asn",
        authority="kemenpanrb",
        reason="DATA CONTOH. Berkas sudah diproses KASN.",
    )
    (sent,) = refer_case(case=case, chosen=[choice], actor=crew.officer, at=moment)
    assert sent.authority == "kemenpanrb"
    replayed()


def _decided_before_the_end(start):
    crew = crew_of("Kantor kota peralihan", "kota", "33.74", start)
    contest = contest_of("pilkada-2024", "33.74", "walikota")
    case = registered(crew, contest, start, place="33.74.01")
    alleged(case, crew, start + timedelta(hours=5))
    return decided(case, crew, start + timedelta(hours=6), "other_law_asn"), crew


def test_a_case_of_a_split_province_keeps_its_place_and_gets_the_new_office(
    db,
) -> None:
    """Merauke (93.01) was of Papua before 2022 and is of Papua Selatan since."""
    start = at("2024-10-28 09:00")
    old = crew_of("Kantor provinsi Papua", "provinsi", "91", start)
    contest = contest_of("pilkada-2024", "93", "gubernur")
    case = registered(old, contest, start, place="91.71.01")
    Case.objects.filter(pk=case.pk).update(place_region="93.01.01")
    case.refresh_from_db()
    before = due(case)
    new = crew_of("Kantor provinsi Papua Selatan", "provinsi", "93", start)
    assert office_for("93.01.01") == new.office
    move = actions.delegate_case(
        case=case,
        reason="DATA CONTOH. Provinsi baru.",
        actor=old.officer,
        at=start + timedelta(hours=4),
    )
    actions.accept_delegation(
        move=move, actor=new.officer, at=start + timedelta(hours=5)
    )
    case.refresh_from_db()
    assert (case.region, case.place_region) == ("93", "93.01.01")
    assert due(case) == before
    assert not Case.objects.visible_to(old.officer).exists()
    replayed()


def test_a_traced_matter_goes_on_without_registration_clock_or_case(cast) -> None:
    tracing = people.tracing_on(cast)
    (sent,) = refer_tracing(
        tracing=tracing,
        text="DATA CONTOH. Tanpa unsur pelanggaran pemilihan.",
        actor=as_actor(cast.budi),
        at=at("2024-11-04 09:00"),
    )
    tracing.refresh_from_db()
    assert (sent.authority, sent.case) == ("bkn", None)
    assert tracing.ended_as == Tracing.End.REFERRAL
    assert tracing.due_on == date(2024, 11, 5)
    assert not Case.objects.exists()
    for kind, given in (
        (Paper.TRACING_REPORT, {"tracing": tracing}),
        (Paper.REFERRAL_LETTER, {"referral": sent}),
    ):
        issue_paper(kind, **given, actor=as_actor(cast.budi), at=at("2024-11-04 10:00"))
    issued = IssuedPaper.objects.values_list("kind", flat=True)
    assert set(issued) == {Paper.TRACING_REPORT, Paper.REFERRAL_LETTER}
    replayed()

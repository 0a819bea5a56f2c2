"""Respondents of a running case: unknown, mistaken, further, withdrawn."""

import pytest

from netra.domain.law import StepKind
from netra.records.cases import actions as cases
from netra.records.cases import road
from netra.records.cases.conditions import open_plenary
from netra.records.cases.errors import (
    BlockedError,
    CaseMovedError,
    NoRespondentError,
)
from netra.records.cases.models import Case
from netra.records.cases.queries import awaiting_vote
from netra.records.ledger.replaying import compare
from netra.records.notices.concealing import concealed, hidden_names
from netra.records.parties import actions
from netra.records.parties.content import RespondentContent
from netra.records.parties.errors import (
    DroppedError,
    KnownError,
    LastRespondentError,
    NeededError,
    PlenaryRunsError,
    StudyHandedUpError,
)
from netra.records.parties.hearable import hearable, identity_of
from netra.records.reports.models import Respondent
from netra.web.desk.search import named_matters
from tests import people
from tests.records.parties.acting import MARKED, REASON, RIGHT, replaced

ASN, CLEAN = "other_law_asn", "not_a_violation"


def added(case: Case, cast, content: RespondentContent = RIGHT) -> Respondent:
    return actions.add_respondent(
        case=case,
        content=content,
        actor=people.as_actor(cast.budi),
        at=people.WRITTEN_AT,
    )


def withdrawn(case: Case, cast, person: Respondent) -> Respondent:
    return actions.withdraw_respondent(
        case=case,
        respondent=person,
        reason=REASON,
        actor=people.as_actor(cast.budi),
        at=people.WRITTEN_AT,
    )


def alleged(case: Case, cast, person: Respondent) -> str:
    offered = cases.alleging.offered_norms(case, person, people.ACT_ON)
    norm = next(one.violation.id for one in offered if one.fits)
    cases.allege(
        case=case,
        respondent=person,
        norm=norm,
        act_on=people.ACT_ON,
        side=None,
        phase_reason="",
        actor=people.as_actor(cast.budi),
        at=people.WRITTEN_AT,
    )
    return norm


def test_somebody_unknown_is_described_by_marks_and_identified_later(cast) -> None:
    case = people.registered(cast)
    person = added(case, cast, MARKED)
    assert not person.is_known
    assert [one.is_known for one in hearable(case) if one.kind == "respondent"] == [
        True,
        False,
    ]
    acting = {
        "case": case,
        "respondent": person,
        "actor": people.as_actor(cast.budi),
        "at": people.WRITTEN_AT,
    }
    with pytest.raises(NeededError):
        actions.identify_respondent(**acting, content=MARKED)
    actions.identify_respondent(**acting, content=RIGHT)
    person.refresh_from_db()
    assert (person.name, person.marks) == (RIGHT.name, MARKED.marks)
    with pytest.raises(KnownError):
        actions.identify_respondent(**acting, content=RIGHT)
    assert compare().difference is None


def test_nobody_is_added_without_a_name_or_marks(cast) -> None:
    with pytest.raises(NeededError):
        added(people.registered(cast), cast, RespondentContent(post="jabatan contoh"))


def test_the_wrong_person_leaves_every_list_and_the_file_keeps_why(cast) -> None:
    case = people.registered(cast)
    wrong = case.respondents.get()
    norm = people.alleged(case, cast).norm
    done = replaced(case, cast)
    assert (done.carried, done.taken_back, done.uncounted) == (1, 0, 0)
    assert list(case.respondents) == [done.right]
    assert list(case.report.respondents.all()) == [done.right]
    assert not Respondent.objects.filter(pk=wrong.pk).exists()
    assert case.allegations.get().respondent == done.right
    assert case.allegations.get().norm == norm
    kept = Respondent.every.get(pk=wrong.pk)
    assert (kept.standing_reason, kept.replaced_by) == (REASON, done.right)
    budi = people.as_actor(cast.budi)
    assert not named_matters(["bambang"], budi).reports
    assert named_matters(["bagus"], budi).reports
    assert identity_of(case, f"respondent:{wrong.pk}").name == people.RESPONDENT.name
    assert compare().difference is None


def test_what_does_not_reach_the_right_person_is_taken_back(cast) -> None:
    case = people.registered(cast)
    people.alleged(case, cast)
    soldier = RespondentContent(name="Contoh Prajurit", employment_class="tni")
    done = replaced(case, cast, content=soldier)
    assert (done.carried, done.taken_back) == (0, 1)
    assert not case.allegations.exists()
    assert compare().difference is None


def test_the_wrong_person_of_a_finding_is_replaced_too(cast) -> None:
    case = people.case_of_finding(cast)
    wrong = case.respondents.get()
    done = replaced(case, cast)
    assert list(case.respondents) == [done.right]
    assert not case.finding.respondents.filter(pk=wrong.pk).exists()
    assert compare().difference is None


def test_votes_on_the_wrong_person_stay_and_count_for_nobody(cast) -> None:
    case = people.ready_to_close(people.case_on(cast, "plenary_outcome"), cast, ASN)
    plenary = open_plenary(case)
    wrong = case.respondents.get()
    done = replaced(case, cast, at=people.VOTED_AT)
    assert done.uncounted == len(cast.members)
    assert plenary.votes.filter(respondent=wrong).count() == len(cast.members)
    closing = {
        "case": case,
        "decision_text": "DATA CONTOH. Putusan.",
        "actor": people.as_actor(cast.sari),
        "at": people.DECIDED_AT,
    }
    with pytest.raises(BlockedError) as caught:
        cases.close_plenary(**closing)
    assert caught.value.keys == ["every_respondent_voted"]
    assert plenary in awaiting_vote(people.as_actor(cast.sari))
    people.voted(plenary, cast, CLEAN)
    assert plenary not in awaiting_vote(people.as_actor(cast.sari))
    closed = cases.close_plenary(**closing)
    assert [(o.respondent, o.outcome) for o in closed.outcomes.all()] == [
        (done.right, CLEAN)
    ]
    assert compare().difference is None


def test_a_vote_that_comes_after_the_correction_is_refused(cast) -> None:
    case = people.ready_to_close(people.case_on(cast, "plenary_outcome"), cast, ASN)
    wrong = case.respondents.get()
    replaced(case, cast, at=people.VOTED_AT)
    with pytest.raises(NoRespondentError):
        cases.cast_vote(
            plenary=open_plenary(case),
            respondent=wrong,
            outcome=ASN,
            reason="DATA CONTOH.",
            actor=people.as_actor(cast.sari),
            at=people.VOTED_AT,
        )
    assert compare().difference is None


def test_a_correction_after_the_decision_is_refused_and_writes_nothing(cast) -> None:
    case = people.case_on(cast, "referral")
    wrong = case.respondents.get()
    with pytest.raises(CaseMovedError):
        replaced(case, cast, at=people.DECIDED_AT)
    assert list(case.respondents) == [wrong]


def test_nobody_comes_or_goes_while_a_plenary_is_open(cast) -> None:
    case = people.ready_to_close(people.case_on(cast, "plenary_outcome"), cast, ASN)
    with pytest.raises(PlenaryRunsError):
        added(case, cast)
    with pytest.raises(PlenaryRunsError):
        withdrawn(case, cast, case.respondents.get())


def test_nobody_new_is_decided_on_without_a_study(cast) -> None:
    with pytest.raises(StudyHandedUpError):
        added(people.case_on(cast, "plenary_outcome"), cast)


def test_who_is_withdrawn_takes_what_was_alleged_along(cast) -> None:
    case = people.registered(cast)
    first = case.respondents.get()
    people.alleged(case, cast)
    with pytest.raises(LastRespondentError):
        withdrawn(case, cast, first)
    second = added(case, cast)
    alleged(case, cast, second)
    withdrawn(case, cast, first)
    assert list(case.respondents) == [second]
    assert [row.respondent for row in case.allegations.all()] == [second]
    with pytest.raises(DroppedError):
        withdrawn(case, cast, first)
    with pytest.raises(NoRespondentError):
        alleged(case, cast, first)
    assert compare().difference is None


def test_several_respondents_have_their_own_class_norm_and_outcome(cast) -> None:
    case = people.registered(cast)
    official = case.respondents.get()
    soldier = added(
        case,
        cast,
        RespondentContent(name="Contoh Kades", employment_class="village_official"),
    )
    norms = {
        official.pk: alleged(case, cast, official),
        soldier.pk: alleged(case, cast, soldier),
    }
    assert norms[official.pk] != norms[soldier.pk]
    people.written(case, cast)
    budi = people.as_actor(cast.budi)
    case = cases.submit_study(case=case, actor=budi, at=people.HANDED_UP_AT)
    assert road.step_of(case).kind is StepKind.PLENARY
    plenary = people.convened(people.approved(case, cast), cast)
    for member in cast.members:
        for person, outcome in ((official, ASN), (soldier, CLEAN)):
            cases.cast_vote(
                plenary=plenary,
                respondent=person,
                outcome=outcome,
                reason="DATA CONTOH.",
                actor=people.as_actor(member),
                at=people.VOTED_AT,
            )
    closed = cases.close_plenary(
        case=case,
        decision_text="DATA CONTOH. Putusan.",
        actor=people.as_actor(cast.sari),
        at=people.DECIDED_AT,
    )
    found = {o.respondent_id: o.outcome for o in closed.outcomes.all()}
    assert found == {official.pk: ASN, soldier.pk: CLEAN}
    assert compare().difference is None


def test_who_was_named_by_mistake_reads_masked_wherever_a_row_leads(cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    plenary = people.convened(people.approved(case, cast), cast)
    people.voted(plenary, cast, ASN)
    replaced(case, cast, at=people.VOTED_AT)
    vote = plenary.votes.first()
    assert "keliru" in vote.respondent.name
    assert "tersegel" in vote.respondent.workplace
    texts = f"{people.RESPONDENT.name} berpidato. Bagus Contohbenar tidak di sana."
    hidden = hidden_names(Respondent.every.filter(report=case.report))
    shown = concealed(texts, hidden)
    assert "Bambang" not in shown
    assert "Bagus Contohbenar" in shown


def test_somebody_unknown_is_called_by_their_marks(cast) -> None:
    person = added(people.registered(cast), cast, MARKED)
    assert person.called == f"Belum dikenal: {MARKED.marks}"
    long = Respondent(marks="topi biru " * 40)
    assert len(long.called) < 110
    assert Respondent(name="Orang Contoh", marks="topi").called == "Orang Contoh"

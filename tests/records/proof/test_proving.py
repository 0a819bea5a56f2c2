"""What is proven by what: elements judged, evidence tied, and what leaves again."""

import pytest

from netra.domain.law import Status
from netra.records.access import NotAllowedError
from netra.records.cases import actions as cases
from netra.records.cases.errors import CaseMovedError, PlenaryOpenError
from netra.records.evidence.actions import receive_blob
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from netra.records.observations import actions as supervision
from netra.records.parties import actions as parties
from netra.records.proof import actions
from netra.records.proof.errors import (
    ElementTwiceError,
    NotOfTheCaseError,
    TiedTwiceError,
    UnknownElementError,
    UntiedError,
    WhyNeededError,
)
from netra.records.proof.models import ElementFinding, ProofTie, proof_subject
from netra.records.proof.queries import exhibits_in, proof_table
from tests import people
from tests.records.parties.acting import REASON, RIGHT
from tests.records.proof.acting import (
    NOTE,
    WHY,
    first_exhibit,
    judged,
    proven,
    tied,
)


def test_the_table_starts_with_every_element_and_nothing_said(cast) -> None:
    allegation = proven(cast)
    (row,) = proof_table(allegation.case)
    assert (row.allegation, row.number) == (allegation, 1)
    assert [one.element.key for one in row.elements][:2] == ["subject", "time"]
    assert (row.judged_count, row.is_proven, row.bare) == (0, False, ())


def test_a_judgement_and_what_speaks_for_it_stand_in_the_table(cast) -> None:
    allegation = proven(cast)
    judged(allegation, cast)
    tied(allegation, cast)
    tied(allegation, cast, source=f"respondent:{allegation.respondent_id}")
    (row,) = proof_table(allegation.case)
    act = next(one for one in row.elements if one.element.key == "act")
    assert act.finding.why == WHY
    assert [tie.label for tie in act.ties] == ["B-1", "Keterangan Terlapor 1"]
    assert act.ties[0].note == NOTE
    assert (row.judged_count, row.is_proven) == (1, False)
    assert compare().difference is None


def test_what_is_held_without_evidence_is_named(cast) -> None:
    allegation = proven(cast)
    judged(allegation, cast)
    (row,) = proof_table(allegation.case)
    assert [one.element.key for one in row.bare] == ["act"]
    tied(allegation, cast)
    (row,) = proof_table(allegation.case)
    assert row.bare == ()


def test_an_allegation_is_proven_when_every_element_is_met(cast) -> None:
    allegation = proven(cast)
    (row,) = proof_table(allegation.case)
    for one in row.elements:
        assert not proof_table(allegation.case)[0].is_proven
        judged(allegation, cast, one.element.key)
    assert proof_table(allegation.case)[0].is_proven


def test_judging_again_replaces_and_the_ledger_keeps_both(cast) -> None:
    allegation = proven(cast)
    judged(allegation, cast)
    actions.judge_element(
        allegation=allegation,
        element="act",
        judgement=ElementFinding.Judgement.UNCLEAR,
        why=WHY,
        actor=people.as_actor(cast.eko),
        at=people.HANDED_UP_AT,
    )
    row = allegation.element_findings.get()
    assert (row.judgement, row.judged_by) == ("unclear", cast.eko)
    entries = LedgerEntry.objects.filter(subject=proof_subject(allegation.pk))
    assert entries.count() == 2
    assert compare().difference is None


def test_files_that_show_who_reported_are_no_evidence(cast) -> None:
    allegation = proven(cast)
    (one,) = exhibits_in(allegation.case)
    assert one.row.kind == "evidence"
    card = allegation.case.report.exhibits.get(kind="identity_card")
    with pytest.raises(NotOfTheCaseError):
        tied(allegation, cast, source=f"exhibit:{card.pk}")


def test_nothing_of_another_case_proves_anything(cast) -> None:
    allegation, other = proven(cast), proven(cast)
    for source in (
        first_exhibit(other.case),
        f"respondent:{other.respondent_id}",
        "exhibit:x",
        "",
    ):
        if source:
            with pytest.raises(NotOfTheCaseError):
                tied(allegation, cast, source=source)


def test_an_exhibit_of_a_finding_is_tied_too(cast) -> None:
    origin = people.observation_on(cast)
    supervision.gather_exhibit(
        matter=origin,
        blob=receive_blob(chunks=[people.PNG], at=people.OBSERVED_AT),
        name="catatan.png",
        actor=people.as_actor(cast.lia),
        at=people.OBSERVED_AT,
    )
    case = people.case_of_finding(cast, origin=origin)
    allegation = people.alleged(case, cast)
    (one,) = exhibits_in(case)
    assert tied(allegation, cast, source=one.key).gathered == one.row
    finder = tied(allegation, cast, source=f"finder:{case.finding_id}")
    assert finder.who
    assert compare().difference is None


def test_what_is_missing_or_there_already_is_refused(cast) -> None:
    allegation = proven(cast)
    tie = tied(allegation, cast)
    with pytest.raises(TiedTwiceError):
        tied(allegation, cast)
    with pytest.raises(UnknownElementError):
        tied(allegation, cast, element="no-such-element")
    with pytest.raises(WhyNeededError):
        actions.judge_element(
            allegation=allegation,
            element="act",
            judgement=ElementFinding.Judgement.MET,
            why="  ",
            actor=people.as_actor(cast.budi),
            at=people.WRITTEN_AT,
        )
    loosening = {"actor": people.as_actor(cast.budi), "at": people.WRITTEN_AT}
    kept = ProofTie.objects.get(pk=tie.pk)
    actions.untie_exhibit(tie=tie, **loosening)
    with pytest.raises(UntiedError):
        actions.untie_exhibit(tie=kept, **loosening)
    assert compare().difference is None


def test_an_allegation_takes_its_proof_along(cast) -> None:
    allegation = proven(cast)
    judged(allegation, cast)
    tied(allegation, cast)
    pk = allegation.pk
    cases.withdraw_allegation(
        allegation=allegation, actor=people.as_actor(cast.budi), at=people.HANDED_UP_AT
    )
    assert not ProofTie.objects.exists()
    entries = LedgerEntry.objects.filter(subject=proof_subject(pk))
    assert entries.last().kind == "proof.taken_back"
    assert compare().difference is None


def test_the_proof_goes_on_with_the_right_person(cast) -> None:
    allegation = proven(cast)
    judged(allegation, cast)
    tied(allegation, cast, source=f"respondent:{allegation.respondent_id}")
    parties.replace_respondent(
        case=allegation.case,
        respondent=allegation.respondent,
        content=RIGHT,
        reason=REASON,
        actor=people.as_actor(cast.budi),
        at=people.HANDED_UP_AT,
    )
    (row,) = proof_table(allegation.case)
    assert row.respondent.name == RIGHT.name
    act = next(one for one in row.elements if one.element.key == "act")
    assert "Orang yang sudah tidak dalam perkara" in act.ties[0].label
    assert compare().difference is None


def test_an_office_checks_an_element_of_its_own_and_says_so(cast) -> None:
    allegation = proven(cast)
    adding = {
        "case": allegation.case,
        "norm": allegation.norm,
        "actor": people.as_actor(cast.budi),
        "at": people.WRITTEN_AT,
    }
    row = actions.add_element(**adding, text="DATA CONTOH. Unsur kantor.")
    with pytest.raises(ElementTwiceError):
        actions.add_element(**adding, text="DATA CONTOH. Unsur kantor.")
    with pytest.raises(ElementTwiceError):
        actions.add_element(**adding, text=" ")
    judged(allegation, cast, row.key)
    last = proof_table(allegation.case)[0].elements[-1]
    assert (last.element.is_own, last.element.status) == (True, Status.UNCONFIRMED)
    assert last.is_met
    assert compare().difference is None


def test_the_proof_is_closed_with_the_plenary_and_the_decision(cast) -> None:
    open_case = people.case_on(cast, "plenary_outcome")
    people.convened(people.approved(open_case, cast), cast)
    with pytest.raises(PlenaryOpenError):
        judged(open_case.allegations.get(), cast)
    decided = people.case_on(cast, "referral")
    with pytest.raises(CaseMovedError):
        judged(decided.allegations.get(), cast)


def test_members_read_the_proof_and_do_not_write_it(cast) -> None:
    allegation = proven(cast)
    with pytest.raises(NotAllowedError):
        actions.judge_element(
            allegation=allegation,
            element="act",
            judgement=ElementFinding.Judgement.MET,
            why=WHY,
            actor=people.as_actor(cast.sari),
            at=people.WRITTEN_AT,
        )

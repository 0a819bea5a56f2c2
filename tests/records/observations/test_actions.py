"""Supervision: what is recorded, traced, proposed, set and refused."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from netra.domain.access import Role
from netra.records.cases import actions as cases
from netra.records.cases.errors import CaseMovedError
from netra.records.evidence.actions import receive_blob
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from netra.records.observations import actions as supervision
from netra.records.observations.errors import (
    ContentError,
    FileTwiceError,
    MemberError,
    MovedError,
    NobodyFoundError,
    QuorumUnsetError,
    StepsOpenError,
    UndecidedError,
    WindowPassedError,
)
from netra.records.observations.models import Finding, Observation, Tracing
from netra.records.observations.queries import (
    is_overdue,
    open_findings,
    open_tracings,
    suspicions,
    window_of,
    window_passed,
)
from netra.records.referrals import actions as referrals
from netra.records.reports.actions import describe_respondent
from tests import people
from tests.people import as_actor

LATE_AT = people.at("2024-11-20 10:00")


def kinds_of(subject: str) -> list[str]:
    rows = LedgerEntry.objects.filter(subject=subject).order_by("number")
    return list(rows.values_list("kind", flat=True))


# Observations -----------------------------------------------------------------------


def test_an_observation_is_numbered_dated_and_entered(cast) -> None:
    seen = people.observation_on(cast)
    assert seen.number == "001/LHP/PM.01.02/33.74.01/X/2024"
    assert kinds_of(seen.ledger_subject) == ["observation.recorded"]
    assert compare().difference is None


def test_an_observation_without_suspicion_is_kept_too(cast) -> None:
    calm = replace(
        people.observed(cast.contest),
        has_suspicion=False,
        event="",
        account="",
        respondents=(),
    )
    people.observation_on(cast, content=calm)
    assert Observation.objects.count() == 1
    assert not suspicions().exists()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"observed_on": date(2024, 10, 29)}, "observed_on"),
        ({"happened_on": date(2024, 10, 29)}, "happened_on"),
        ({"event": " "}, "event"),
        ({"account": ""}, "account"),
    ],
)
def test_an_observation_that_contradicts_itself_is_refused(
    cast, changed, field
) -> None:
    content = replace(people.observed(cast.contest), **changed)
    with pytest.raises(ContentError) as caught:
        people.observation_on(cast, content=content)
    assert caught.value.field == field
    assert not Observation.objects.exists()


def test_a_correction_stands_beside_the_row_it_corrects_and_only_once(cast) -> None:
    first = people.observation_on(cast)
    sent = {
        "office": cast.subdistrict,
        "content": people.observed(cast.contest),
        "corrects": first,
        "actor": as_actor(cast.lia),
        "at": people.OBSERVED_AT,
    }
    second = supervision.record_observation(**sent)
    assert second.corrects == first
    assert list(suspicions()) == [second]
    with pytest.raises(ContentError, match="corrects"):
        supervision.record_observation(**sent)
    assert Observation.objects.count() == 2
    assert compare().difference is None


def test_a_file_is_gathered_once(cast) -> None:
    seen = people.observation_on(cast)
    blob = receive_blob(chunks=[people.PNG], at=people.OBSERVED_AT)
    sent = {
        "matter": seen,
        "blob": blob,
        "name": "catatan.png",
        "actor": as_actor(cast.lia),
        "at": people.OBSERVED_AT,
    }
    supervision.gather_exhibit(**sent)
    with pytest.raises(FileTwiceError):
        supervision.gather_exhibit(**sent)
    assert seen.exhibits.count() == 1
    assert compare().difference is None


def test_the_office_that_handles_it_describes_who_was_found_below(cast) -> None:
    person = people.observation_on(cast).respondents.get()
    assert person.region == people.REGION
    describe_respondent(
        respondent=person,
        employment_class="pppk",
        holds_office=True,
        post="pranata contoh",
        workplace="Badan Contoh",
        actor=as_actor(cast.budi),
        at=people.PROPOSED_AT,
    )
    assert kinds_of(person.ledger_subject) == [
        "respondent.found",
        "respondent.described",
    ]
    assert compare().difference is None


# Tracings ---------------------------------------------------------------------------


def test_a_tracing_keeps_its_sources_as_a_number_only(cast) -> None:
    tracing = people.tracing_on(cast, mailboxes=("sealed-one", "sealed-two"))
    assert tracing.source_count == 2
    entry = LedgerEntry.objects.get(kind="tracing.begun")
    assert b"sealed" not in bytes(entry.canonical)
    assert compare().difference is None


def test_a_tracing_has_the_deadline_its_officer_chose(cast) -> None:
    tracing = people.tracing_on(cast)
    assert (tracing.due_on, tracing.due_basis) == (date(2024, 11, 5), "chosen")
    assert not is_overdue(tracing, people.at("2024-11-05 23:59"))
    assert is_overdue(tracing, people.at("2024-11-06 00:00"))
    assert list(open_tracings()) == [tracing]


def test_without_a_choice_and_a_custom_a_tracing_has_no_deadline(cast) -> None:
    plan = replace(people.planned(cast.contest), due_on=None)
    tracing = people.tracing_on(cast, plan=plan)
    assert (tracing.due_on, tracing.due_basis) == (None, "")
    assert not is_overdue(tracing, LATE_AT)


def test_without_a_choice_the_custom_of_the_office_counts(cast) -> None:
    from netra.records.accounts import actions as accounts
    from netra.records.accounts.models import OfficeSetting
    from netra.records.accounts.queries import INSTALLATION

    accounts.settle(
        office=cast.city,
        key=OfficeSetting.Key.TRACING_DAYS,
        value="10",
        actor=INSTALLATION,
        at=people.LAID_AT,
    )
    plan = replace(people.planned(cast.contest), due_on=None)
    tracing = people.tracing_on(cast, plan=plan)
    assert (tracing.due_on, tracing.due_basis) == (date(2024, 11, 8), "custom")


def test_a_deadline_in_the_past_is_refused(cast) -> None:
    plan = replace(people.planned(cast.contest), due_on=date(2024, 10, 28))
    with pytest.raises(ContentError, match="due_on"):
        people.tracing_on(cast, plan=plan)


def close(cast, tracing: Tracing, text: str = "DATA CONTOH. Tidak terjadi."):
    return supervision.close_tracing(
        tracing=tracing,
        reason=Tracing.Reason.NOT_TRUE,
        text=text,
        actor=as_actor(cast.budi),
        at=people.PROPOSED_AT,
    )


def another_step(cast, tracing: Tracing):
    return supervision.plan_step(
        tracing=tracing,
        what="Melihat lokasi",
        asked="",
        planned_on=None,
        actor=as_actor(cast.budi),
        at=people.TRACED_AT,
    )


def test_a_tracing_with_an_open_step_does_not_end(cast) -> None:
    tracing = people.tracing_on(cast)
    step = another_step(cast, tracing)
    with pytest.raises(StepsOpenError):
        close(cast, tracing)
    supervision.drop_step(step=step, actor=as_actor(cast.budi), at=people.PROPOSED_AT)
    assert close(cast, tracing).ended_as == Tracing.End.CLOSED
    assert compare().difference is None


def test_a_tracing_ends_once_and_is_closed_to_every_further_act(cast) -> None:
    tracing = people.tracing_on(cast)
    close(cast, tracing)
    budi, acts = as_actor(cast.budi), {"at": people.PROPOSED_AT}
    with pytest.raises(MovedError):
        close(cast, tracing)
    with pytest.raises(MovedError):
        another_step(cast, tracing)
    with pytest.raises(MovedError):
        supervision.name_found(tracing=tracing, person=people.FOUND, actor=budi, **acts)
    with pytest.raises(MovedError):
        supervision.propose_finding(
            origin=tracing, content=people.FINDING, actor=budi, **acts
        )
    with pytest.raises(MovedError):
        referrals.refer_tracing(tracing=tracing, text="hasil", actor=budi, **acts)
    assert not Finding.objects.exists()
    assert not tracing.referrals.exists()


def test_a_tracing_is_not_closed_without_a_text(cast) -> None:
    tracing = people.tracing_on(cast)
    with pytest.raises(ContentError, match="text"):
        close(cast, tracing, text="  ")
    tracing.refresh_from_db()
    assert tracing.is_open


def test_a_step_is_finished_once_and_never_in_the_future(cast) -> None:
    tracing = people.tracing_on(cast)
    step = another_step(cast, tracing)
    sent = {"step": step, "actor": as_actor(cast.budi), "at": people.PROPOSED_AT}
    with pytest.raises(ContentError, match="done_on"):
        supervision.finish_step(done_on=date(2024, 10, 31), result="hasil", **sent)
    with pytest.raises(ContentError, match="result"):
        supervision.finish_step(done_on=date(2024, 10, 30), result=" ", **sent)
    supervision.finish_step(done_on=date(2024, 10, 30), result="hasil", **sent)
    with pytest.raises(MovedError):
        supervision.finish_step(done_on=date(2024, 10, 30), result="lain", **sent)
    with pytest.raises(MovedError):
        supervision.drop_step(**sent)


def test_the_position_of_a_dropped_step_tells_the_next_one_apart(cast) -> None:
    tracing = people.tracing_on(cast)
    dropped = another_step(cast, tracing)
    supervision.drop_step(step=dropped, actor=as_actor(cast.budi), at=people.TRACED_AT)
    another_step(cast, tracing)
    assert compare().difference is None


def test_a_tracing_is_given_to_another_officer(cast) -> None:
    tracing = supervision.assign_tracing(
        tracing=people.tracing_on(cast),
        holder=cast.eko,
        actor=as_actor(cast.sari),
        at=people.PROPOSED_AT,
    )
    assert tracing.assigned_to == cast.eko
    assert compare().difference is None


# Traced referrals -------------------------------------------------------------------


def test_a_traced_matter_is_referred_without_registration(cast) -> None:
    tracing = people.tracing_on(cast)
    (letter,) = referrals.refer_tracing(
        tracing=tracing,
        text="DATA CONTOH. Diteruskan.",
        actor=as_actor(cast.budi),
        at=people.REFERRED_AT,
    )
    tracing.refresh_from_db()
    assert tracing.ended_as == Tracing.End.REFERRAL
    assert letter.case is None
    assert letter.respondents.get() == tracing.respondents.get()
    assert compare().difference is None


def test_a_traced_matter_about_nobody_is_not_referred(cast) -> None:
    with pytest.raises(NobodyFoundError):
        referrals.refer_tracing(
            tracing=people.tracing_on(cast, walked=False),
            text="hasil",
            actor=as_actor(cast.budi),
            at=people.REFERRED_AT,
        )


def test_a_letter_is_not_kept_when_the_tracing_cannot_end(cast) -> None:
    tracing = people.tracing_on(cast)
    another_step(cast, tracing)
    with pytest.raises(StepsOpenError), transaction.atomic():
        referrals.refer_tracing(
            tracing=tracing,
            text="hasil",
            actor=as_actor(cast.budi),
            at=people.REFERRED_AT,
        )
    assert not tracing.referrals.exists()


# Findings ---------------------------------------------------------------------------


def test_a_finding_is_handled_by_the_office_above_the_sub_district(cast) -> None:
    finding = people.finding_on(cast)
    assert finding.observation.office == cast.subdistrict
    assert (finding.office, finding.region) == (cast.city, people.REGION)
    assert list(open_findings()) == [finding]
    assert compare().difference is None


def test_an_observation_leads_to_one_finding(cast) -> None:
    seen = people.observation_on(cast)
    people.finding_on(cast, origin=seen)
    with pytest.raises(MovedError):
        people.finding_on(cast, origin=seen)
    assert Finding.objects.count() == 1


def test_a_finding_about_nobody_is_refused(cast) -> None:
    content = replace(people.observed(cast.contest), respondents=())
    seen = people.observation_on(cast, content=content)
    with pytest.raises(NobodyFoundError):
        people.finding_on(cast, origin=seen)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"found_on": date(2024, 10, 31)}, "found_on"),
        ({"happened_on": date(2024, 10, 29)}, "happened_on"),
    ],
)
def test_a_finding_whose_days_contradict_each_other_is_refused(
    cast, changed, field
) -> None:
    with pytest.raises(ContentError) as caught:
        supervision.propose_finding(
            origin=people.observation_on(cast),
            content=replace(people.FINDING, **changed),
            actor=as_actor(cast.budi),
            at=people.PROPOSED_AT,
        )
    assert caught.value.field == field


def test_a_tracing_ends_in_its_finding(cast) -> None:
    tracing = people.tracing_on(cast)
    people.finding_on(cast, origin=tracing)
    tracing.refresh_from_db()
    assert tracing.ended_as == Tracing.End.FINDING


def test_the_window_counts_from_the_day_of_finding(cast) -> None:
    finding = people.finding_on(cast)
    window = window_of(finding)
    assert window is not None
    assert window.due_at > people.FINDING_SET_AT
    assert not window_passed(finding, window.due_at)
    assert window_passed(finding, LATE_AT)


def set_late(cast, plenary, reason: str) -> Finding:
    return supervision.close_finding_plenary(
        plenary=plenary,
        decision_text="DATA CONTOH. Putusan.",
        late_reason=reason,
        actor=as_actor(cast.sari),
        at=LATE_AT,
    )


def test_a_finding_is_set_late_only_with_a_reason_that_stays(cast) -> None:
    finding = people.finding_on(cast)
    plenary = people.finding_convened(finding, cast)
    people.finding_voted(plenary, cast, agrees=True)
    with pytest.raises(WindowPassedError):
        set_late(cast, plenary, " ")
    finding.refresh_from_db()
    assert finding.state == Finding.State.PROPOSED
    decided = set_late(cast, plenary, "DATA CONTOH. Pengawas sakit.")
    assert decided.state == Finding.State.SET
    assert decided.late_reason == "DATA CONTOH. Pengawas sakit."
    assert compare().difference is None


def test_a_finding_is_dropped_late_without_a_reason(cast) -> None:
    finding = people.finding_on(cast)
    plenary = people.finding_convened(finding, cast)
    people.finding_voted(plenary, cast, agrees=False)
    assert set_late(cast, plenary, "").state == Finding.State.DROPPED


# Its plenary ------------------------------------------------------------------------


def vote(cast, plenary, member, agrees: bool):
    return supervision.cast_finding_vote(
        plenary=plenary,
        agrees=agrees,
        reason="DATA CONTOH.",
        actor=as_actor(member),
        at=people.FINDING_CONVENED_AT,
    )


def close_plenary(cast, plenary, text: str = "DATA CONTOH. Putusan."):
    return supervision.close_finding_plenary(
        plenary=plenary,
        decision_text=text,
        late_reason="",
        actor=as_actor(cast.sari),
        at=people.FINDING_SET_AT,
    )


def convene(cast, finding, members):
    return supervision.convene_finding_plenary(
        finding=finding,
        members=members,
        place="",
        actor=as_actor(cast.sari),
        at=people.FINDING_CONVENED_AT,
    )


def test_a_plenary_needs_the_quorum_the_office_settled(cast) -> None:
    with pytest.raises(MemberError):
        convene(cast, people.finding_on(cast), [cast.sari, cast.tono])


def test_a_plenary_is_not_convened_without_a_settled_quorum(db) -> None:
    cast = people.make_cast(quorum=None)
    with pytest.raises(QuorumUnsetError):
        convene(cast, people.finding_on(cast), cast.members)


def test_a_plenary_is_convened_once(cast) -> None:
    finding = people.finding_on(cast)
    convene(cast, finding, cast.members)
    with pytest.raises(MovedError):
        convene(cast, finding, cast.members)


def test_most_votes_decide_and_a_vote_may_be_changed(cast) -> None:
    plenary = people.finding_convened(people.finding_on(cast), cast)
    vote(cast, plenary, cast.sari, agrees=False)
    vote(cast, plenary, cast.sari, agrees=True)
    vote(cast, plenary, cast.tono, agrees=True)
    vote(cast, plenary, cast.rina, agrees=False)
    assert close_plenary(cast, plenary).state == Finding.State.SET
    assert plenary.votes.count() == 3
    assert compare().difference is None


def test_a_missing_vote_keeps_the_plenary_open(cast) -> None:
    plenary = people.finding_convened(people.finding_on(cast), cast)
    vote(cast, plenary, cast.sari, agrees=True)
    with pytest.raises(UndecidedError, match="not decided") as caught:
        close_plenary(cast, plenary)
    assert "2 anggota" in caught.value.reader_message


def test_a_tie_decides_nothing(cast) -> None:
    fourth = people.person("Wayan", (Role.MEMBER, cast.city))
    members = [*cast.members, fourth]
    finding = people.finding_on(cast)
    plenary = convene(cast, finding, members)
    for member, agrees in zip(members, (True, True, False, False), strict=True):
        vote(cast, plenary, member, agrees=agrees)
    with pytest.raises(UndecidedError) as caught:
        close_plenary(cast, plenary)
    assert "sama banyak" in caught.value.reader_message
    finding.refresh_from_db()
    assert finding.state == Finding.State.PROPOSED


def test_only_who_is_present_votes_and_never_without_a_reason(cast) -> None:
    fourth = people.person("Wayan", (Role.MEMBER, cast.city))
    plenary = people.finding_convened(people.finding_on(cast), cast)
    with pytest.raises(MemberError):
        vote(cast, plenary, fourth, agrees=True)
    with pytest.raises(ContentError, match="reason"):
        supervision.cast_finding_vote(
            plenary=plenary,
            agrees=True,
            reason=" ",
            actor=as_actor(cast.sari),
            at=people.FINDING_CONVENED_AT,
        )


def test_attendance_is_corrected_but_never_over_a_vote(cast) -> None:
    fourth = people.person("Wayan", (Role.MEMBER, cast.city))
    plenary = people.finding_convened(people.finding_on(cast), cast)
    sent = {
        "plenary": plenary,
        "actor": as_actor(cast.sari),
        "at": people.FINDING_CONVENED_AT,
    }
    supervision.correct_finding_attendance(
        members=[cast.sari, cast.tono, fourth], **sent
    )
    vote(cast, plenary, fourth, agrees=True)
    with pytest.raises(MemberError):
        supervision.correct_finding_attendance(members=cast.members, **sent)
    with pytest.raises(MemberError):
        supervision.correct_finding_attendance(members=[fourth, cast.sari], **sent)
    assert compare().difference is None


def test_a_decided_plenary_takes_no_vote_and_closes_once(cast) -> None:
    plenary = people.finding_on(cast, "set").plenary
    with pytest.raises(MovedError):
        vote(cast, plenary, cast.sari, agrees=False)
    with pytest.raises(MovedError):
        close_plenary(cast, plenary)


def test_a_plenary_is_not_closed_without_a_decision_text(cast) -> None:
    plenary = people.finding_convened(people.finding_on(cast), cast)
    people.finding_voted(plenary, cast, agrees=True)
    with pytest.raises(ContentError, match="decision_text"):
        close_plenary(cast, plenary, text=" ")


# Registration -----------------------------------------------------------------------


@pytest.mark.parametrize("state", ["proposed", "dropped", "registered"])
def test_only_a_finding_that_is_set_is_registered_and_once(cast, state) -> None:
    finding = people.finding_on(cast, state)
    with pytest.raises(CaseMovedError):
        cases.register_finding(
            finding=finding, actor=as_actor(cast.budi), at=people.REGISTERED_AT
        )


def test_a_registered_finding_has_a_number_of_findings(cast) -> None:
    case = people.case_of_finding(cast)
    assert "/TM/" in case.number
    assert case.origin == case.finding
    assert list(case.respondents) == list(case.finding.respondents.all())


# What the database refuses ----------------------------------------------------------


@pytest.mark.parametrize(
    ("model", "changed", "constraint"),
    [
        ("observation", {"account": ""}, "suspicion_has_event_and_account"),
        ("tracing", {"ended_as": "finding"}, "ended_tracing_has_end_and_text"),
        ("finding", {"tracing_id": 1}, "finding_has_one_origin"),
        (
            "finding",
            {"happened_on": date(2024, 12, 1)},
            "finding_found_after_it_happened",
        ),
        ("case", {"finding": None}, "case_has_one_origin"),
        ("exhibit", {"observation": None}, "gathered_in_one_place"),
        ("step", {"result": ""}, "done_step_has_a_result"),
        ("respondent", {"found_in": None}, "respondent_reported_or_found"),
    ],
)
def test_the_database_refuses_a_row_that_contradicts_itself(
    cast, model, changed, constraint
) -> None:
    tracing = people.tracing_on(cast)
    case = people.case_of_finding(cast)
    if "tracing_id" in changed:
        changed = {"tracing_id": tracing.pk}
    exhibit = supervision.gather_exhibit(
        matter=case.finding.observation,
        blob=receive_blob(chunks=[people.PNG], at=people.OBSERVED_AT),
        name="catatan.png",
        actor=as_actor(cast.lia),
        at=people.OBSERVED_AT,
    )
    rows = {
        "observation": case.finding.observation,
        "tracing": tracing,
        "finding": case.finding,
        "case": case,
        "exhibit": exhibit,
        "step": tracing.steps.get(),
        "respondent": case.respondents.get(),
    }
    row = rows[model]
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        type(row)._base_manager.filter(pk=row.pk).update(**changed)

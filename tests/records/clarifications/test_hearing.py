"""A hearing from its plan to the signature, with every turn it may take."""

import pytest
from django.db import DatabaseError, transaction

from netra.domain.access import Role
from netra.records.access import NotAllowedError
from netra.records.cases import actions as cases
from netra.records.cases.models import Case, Recusal
from netra.records.clarifications import actions, errors
from netra.records.clarifications.models import Answer, Clarification, Minutes
from netra.records.clarifications.queries import (
    clarification_statements,
    hearings_finished,
)
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from tests import clarifying as scene
from tests import offices, people
from tests.people import as_actor, at


@pytest.fixture
def case(cast) -> Case:
    return people.case_on(cast, "study")


@pytest.fixture
def minutes(case: Case, cast) -> Minutes:
    return scene.begun(scene.planned(case, cast), cast)


def test_somebody_is_heard_from_the_plan_to_the_signature(case: Case, cast) -> None:
    hearing = scene.planned(case, cast)
    scene.served(scene.invited(hearing, cast), cast)
    minutes = scene.typed(scene.begun(hearing, cast), cast)
    assert not hearings_finished(case)
    scene.finished(scene.read(minutes, cast), cast)
    hearing.refresh_from_db()
    assert hearing.state == Clarification.State.FINISHED
    assert hearings_finished(case)
    told = clarification_statements(case)
    assert [(s.pk, s.label, s.text, s.under_oath) for s in told] == [
        (hearing.pk, "Terlapor", scene.ANSWER, True)
    ]
    assert compare().difference is None


def test_the_ledger_holds_no_word_of_what_was_said_or_who_took_a_letter(
    case: Case, cast
) -> None:
    hearing = scene.planned(case, cast)
    scene.served(scene.invited(hearing, cast), cast)
    minutes = scene.typed(scene.begun(hearing, cast), cast)
    scene.finished(scene.read(minutes, cast), cast)
    kept = b"".join(bytes(e.canonical) for e in LedgerEntry.objects.all())
    for word in ("lapangan itu", "Keluarga Contoh", "Contohhukum", "Contohantar"):
        assert word.encode() not in kept


def test_only_people_of_the_case_are_heard(case: Case, cast) -> None:
    with pytest.raises(errors.NotHearableError):
        scene.planned(case, cast, who="respondent:99999")
    assert not Clarification.objects.exists()


def test_a_hearing_lies_ahead_and_has_a_place(case: Case, cast) -> None:
    hearing = scene.planned(case, cast)
    told = {"hearing": hearing, "actor": as_actor(cast.budi), "at": scene.HEARING_AT}
    with pytest.raises(errors.BeforeHearingError):
        actions.replan_clarification(plan=scene.plan(), **told)
    with pytest.raises(errors.TextNeededError):
        actions.replan_clarification(
            plan=scene.plan(at("2024-11-04 09:00"), place=" "), **told
        )


def test_online_needs_a_reason_that_the_procedure_allows(case: Case, cast) -> None:
    assert case.procedure == "pemilihan-2024"
    hearing = scene.planned(case, cast)
    told = {"hearing": hearing, "actor": as_actor(cast.budi), "at": scene.PLANNED_AT}
    online = {"mode": Clarification.Mode.ONLINE, "place": "https://rapat.example/1"}
    for reason in ("", "lebih mudah"):
        with pytest.raises(errors.OnlineReasonError, match="no allowed reason"):
            actions.replan_clarification(
                plan=scene.plan(**online, online_reason=reason), **told
            )
    moved = actions.replan_clarification(
        plan=scene.plan(**online, online_reason="bencana"), **told
    )
    assert (moved.mode, moved.online_reason) == ("online", "bencana")
    assert compare().difference is None


def test_refusing_the_oath_does_not_stop_the_hearing(minutes: Minutes, cast) -> None:
    told = {"minutes": minutes, "actor": as_actor(cast.budi), "at": scene.TYPED_AT}
    with pytest.raises(errors.TextNeededError) as caught:
        actions.record_oath(oath=Minutes.Oath.REFUSED, note="", **told)
    assert caught.value.field == "oath_note"
    actions.record_oath(oath=Minutes.Oath.REFUSED, note="Alasan keyakinan", **told)
    scene.finished(scene.read(scene.typed(minutes, cast), cast), cast)
    told = clarification_statements(minutes.clarification.case)
    assert [s.under_oath for s in told] == [False]


def test_breaks_are_recorded_and_keep_the_reading_back(minutes: Minutes, cast) -> None:
    budi = as_actor(cast.budi)
    scene.typed(minutes, cast)
    actions.pause_hearing(
        minutes=minutes, reason="Salat", actor=budi, at=at("2024-11-03 09:30")
    )
    with pytest.raises(errors.HearingMovedError):
        actions.pause_hearing(
            minutes=minutes, reason="", actor=budi, at=at("2024-11-03 09:31")
        )
    with pytest.raises(errors.NotReadyError, match="break"):
        scene.read(minutes, cast)
    actions.resume_hearing(minutes=minutes, actor=budi, at=at("2024-11-03 09:45"))
    with pytest.raises(errors.HearingMovedError):
        actions.resume_hearing(minutes=minutes, actor=budi, at=scene.READ_AT)
    scene.read(minutes, cast)
    assert compare().difference is None


def test_nothing_is_read_back_without_identity_oath_and_answers(
    case: Case, cast
) -> None:
    budi = as_actor(cast.budi)
    hearing = scene.planned(case, cast)
    minutes = actions.begin_hearing(hearing=hearing, actor=budi, at=scene.BEGUN_AT)
    for missing in ("identity", "oath", "answers"):
        with pytest.raises(errors.NotReadyError, match=missing):
            scene.read(minutes, cast)
        if missing == "identity":
            actions.record_identity(
                minutes=minutes,
                identity=Minutes.Identity.NONE,
                counsel="",
                actor=budi,
                at=scene.BEGUN_AT,
            )
        if missing == "oath":
            actions.record_oath(
                minutes=minutes,
                oath=Minutes.Oath.NOT_ASKED,
                note="Lupa",
                actor=budi,
                at=scene.BEGUN_AT,
            )


def test_corrections_come_after_the_reading_and_leave_the_text(
    minutes: Minutes, cast
) -> None:
    told = {"minutes": minutes, "actor": as_actor(cast.budi), "at": scene.SIGNED_AT}
    with pytest.raises(errors.HearingMovedError):
        actions.correct_answer(answer=None, text="Bukan pagi", **told)
    scene.read(scene.typed(minutes, cast), cast)
    row = Answer.objects.get()
    actions.correct_answer(answer=row, text="DATA CONTOH. Sejak siang.", **told)
    with pytest.raises(errors.MinutesClosedError):
        scene.typed(minutes, cast)
    row.refresh_from_db()
    assert row.answer == scene.ANSWER
    assert compare().difference is None


def test_a_refused_signature_needs_a_note(minutes: Minutes, cast) -> None:
    told = {"minutes": minutes, "actor": as_actor(cast.budi), "at": scene.SIGNED_AT}
    scene.read(scene.typed(minutes, cast), cast)
    with pytest.raises(errors.NotReadyError, match="signature"):
        actions.finish_hearing(**told)
    with pytest.raises(errors.TextNeededError):
        actions.note_refusal(note="  ", **told)
    actions.note_refusal(note="Menolak tanpa alasan", **told)
    assert actions.finish_hearing(**told).signature == Minutes.Signature.REFUSED
    assert compare().difference is None


def test_finished_minutes_are_immutable_and_take_a_further_note(
    minutes: Minutes, cast
) -> None:
    scene.finished(scene.read(scene.typed(minutes, cast), cast), cast)
    told = {"minutes": minutes, "actor": as_actor(cast.budi), "at": scene.FINISHED_AT}
    for act in (actions.sign_minutes, actions.finish_hearing):
        with pytest.raises(errors.HearingMovedError):
            act(**told)
    for write in (
        lambda: Minutes.objects.update(oath="refused", oath_note="lain"),
        lambda: Minutes.objects.update(finished_at=None),
        lambda: Answer.objects.update(place=2),
        lambda: Answer.objects.all().delete(),
        lambda: minutes.breaks.create(from_at=scene.READ_AT),
        lambda: minutes.corrections.create(text="lain", at=scene.READ_AT),
    ):
        with pytest.raises(DatabaseError, match=r"never changed"), transaction.atomic():
            write()
    actions.add_note(text="DATA CONTOH. Catatan tambahan.", **told)
    assert compare().difference is None


def test_the_key_of_what_the_browser_kept_is_forgotten_at_the_end(
    minutes: Minutes, cast
) -> None:
    assert len(bytes.fromhex(minutes.draft_key)) == 32
    scene.finished(scene.read(scene.typed(minutes, cast), cast), cast)
    minutes.refresh_from_db()
    assert minutes.draft_key == ""


def test_a_copy_is_given_only_after_handling_where_the_law_says_so(cast) -> None:
    case = people.case_on(cast, "study")
    minutes = scene.heard(case, cast)
    told = {"minutes": minutes, "note": "", "actor": as_actor(cast.budi)}
    with pytest.raises(errors.CopyTooEarlyError):
        actions.hand_over_copy(at=scene.FINISHED_AT, **told)
    Case.objects.filter(pk=case.pk).update(procedure="pemilu-2022")
    minutes.clarification.case.refresh_from_db()
    actions.hand_over_copy(at=scene.FINISHED_AT, **told)
    with pytest.raises(errors.HearingMovedError):
        actions.hand_over_copy(at=scene.FINISHED_AT, **told)


def test_an_expert_gives_an_opinion_and_nobody_else_does(case: Case, cast) -> None:
    budi = as_actor(cast.budi)
    who = f"respondent:{case.respondents.get().pk}"
    expert = scene.begun(scene.planned(case, cast, who=who, capacity="expert"), cast)
    told = {"opinion": "DATA CONTOH. Pendapat.", "actor": budi, "at": scene.TYPED_AT}
    assert actions.record_opinion(minutes=expert, **told).opinion
    other = scene.begun(scene.planned(case, cast), cast)
    with pytest.raises(errors.NotReadyError, match="expert"):
        actions.record_opinion(minutes=other, **told)
    assert compare().difference is None


def test_a_lower_office_that_was_asked_takes_the_minutes(case: Case, cast) -> None:
    hearing = scene.planned(case, cast)
    officer = offices.person("Titi", (Role.OFFICER, cast.subdistrict))
    titi = as_actor(officer)
    with pytest.raises(NotAllowedError):
        actions.begin_hearing(hearing=hearing, actor=titi, at=scene.BEGUN_AT)
    told = {"hearing": hearing, "note": "Surat 3", "actor": as_actor(cast.budi)}
    for office in (cast.city, cast.elsewhere, cast.province):
        with pytest.raises(errors.WrongOfficeError):
            actions.ask_lower_office(office=office, at=scene.PLANNED_AT, **told)
    actions.ask_lower_office(office=cast.subdistrict, at=scene.PLANNED_AT, **told)
    minutes = actions.begin_hearing(hearing=hearing, actor=titi, at=scene.BEGUN_AT)
    assert minutes.officer == officer
    assert compare().difference is None


def test_a_hearing_that_is_called_off_says_why_and_does_not_count(
    case: Case, cast
) -> None:
    hearing = scene.planned(case, cast)
    told = {"hearing": hearing, "actor": as_actor(cast.budi), "at": scene.SENT_AT}
    with pytest.raises(errors.TextNeededError):
        actions.call_off(reason="", **told)
    actions.call_off(reason="Pelapor sudah memberi keterangan tertulis", **told)
    with pytest.raises(errors.HearingMovedError):
        actions.begin_hearing(**told)
    assert not hearings_finished(case)
    assert compare().difference is None


def test_the_database_keeps_tied_people_out_of_the_hearing(case: Case, cast) -> None:
    hearing = scene.planned(case, cast)
    cases.declare_tie(
        case=case,
        relation=Recusal.Relation.KIN,
        reason="DATA CONTOH. Kerabat.",
        actor=as_actor(cast.eko),
        at=scene.PLANNED_AT,
    )
    told = {"case": case, "who": "witness:1", "capacity": "witness", "place": "x"}
    for write in (
        lambda: Clarification.objects.create(
            planned_by=cast.eko, planned_at=scene.HEARING_AT, mode="in_person", **told
        ),
        lambda: Minutes.objects.create(
            clarification=hearing, officer=cast.eko, began_at=scene.BEGUN_AT
        ),
    ):
        with pytest.raises(DatabaseError, match="takes no part"), transaction.atomic():
            write()

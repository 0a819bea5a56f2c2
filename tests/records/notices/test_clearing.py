"""Whoever is cleared leaves every list; only a recorded reason opens the sealed name."""

from dataclasses import replace

import pytest

from netra.records.access import NotAllowedError
from netra.records.cases.models import Case, RespondentOutcome
from netra.records.ledger.replaying import compare
from netra.records.notices import actions
from netra.records.notices.concealing import concealed, hidden_names
from netra.records.notices.errors import (
    ClearedAlreadyError,
    NotClearableError,
    StillClearError,
    TextNeededError,
)
from netra.records.notices.models import Clearance
from tests import people
from tests.people import TELLING, TOLD_AT, as_actor, case_on, told

NAME = people.RESPONDENT.name
BY = {"at": TOLD_AT}


def _decided(cast, outcome="not_a_violation", **changes) -> Case:
    return case_on(
        cast, "status_notice", outcome=outcome, telling=told(TELLING, **changes)
    )


def _clear(case, cast, ground=Clearance.Ground.NOT_A_VIOLATION, person=None):
    return actions.clear_person(
        case=case,
        respondent=person or case.respondents.get(),
        ground=ground,
        reason="Pleno memutus bukan pelanggaran.",
        actor=as_actor(cast.sari),
        **BY,
    )


def test_the_name_reads_masked_and_the_replay_holds(cast: people.Cast) -> None:
    case = _decided(cast)
    _clear(case, cast)
    assert case.respondents.get().name == "Terlapor 1 (nama disimpan tersegel)"
    assert compare().difference is None


def test_the_titles_lose_the_name_too(cast: people.Cast) -> None:
    case = _decided(cast, event=f"{NAME.upper()} berpidato dan Contohadi mengajak")
    _clear(case, cast)
    case = Case.objects.get(pk=case.pk)
    assert "contohadi" not in f"{case.title} {case.report.event}".lower()
    assert case.title.endswith("mengajak")
    assert compare().difference is None


def test_without_its_ground_nobody_is_cleared(cast: people.Cast) -> None:
    case = _decided(cast, "other_law_asn")
    for ground in Clearance.Ground:
        with pytest.raises(NotClearableError):
            _clear(case, cast, ground)


def test_a_person_is_cleared_once(cast: people.Cast) -> None:
    case = _decided(cast)
    person = case.respondents.get()
    _clear(case, cast, person=person)
    with pytest.raises(ClearedAlreadyError):
        _clear(case, cast, person=person)
    assert case.clearances.count() == 1


def test_the_sealed_name_opens_only_with_a_recorded_reason(cast: people.Cast) -> None:
    row = _clear(_decided(cast), cast)
    with pytest.raises(TextNeededError):
        actions.open_sealed(clearance=row, reason=" ", actor=as_actor(cast.sari), **BY)
    with pytest.raises(NotAllowedError):
        actions.open_sealed(
            clearance=row, reason="ingin tahu", actor=as_actor(cast.dewi), **BY
        )
    opened = actions.open_sealed(
        clearance=row,
        reason="Surat pemulihan diserahkan.",
        actor=as_actor(cast.sari),
        **BY,
    )
    assert (opened.name, opened.post) == (NAME, people.RESPONDENT.post)
    assert row.openings.get().reason == "Surat pemulihan diserahkan."
    assert compare().difference is None


def test_a_clearance_ends_only_when_its_ground_has_fallen(cast: people.Cast) -> None:
    case = _decided(cast, event=f"{NAME} berpidato")
    row = _clear(case, cast)
    lift = {"clearance": row, "reason": "Diputus lain.", "actor": as_actor(cast.sari)}
    with pytest.raises(StillClearError):
        actions.lift_clearance(**lift, **BY)
    RespondentOutcome.objects.filter(case=case).update(outcome="other_law_asn")
    actions.lift_clearance(**lift, **BY)
    case = Case.objects.get(pk=case.pk)
    assert case.respondents.get().name == NAME
    assert case.title == f"{NAME} berpidato"
    person = f"clearance:{row.pk}"
    assert compare(frozenset({person})).difference is None


def test_a_text_loses_the_names_of_the_cleared_and_of_nobody_else(
    cast: people.Cast,
) -> None:
    case = _decided(cast)
    person = case.respondents.get()
    text = "BAMBANG  Contohadi hadir; Bambang pulang; bambang; Bambangan; Ani hadir."
    assert hidden_names([person]) == ()
    _clear(case, cast, person=person)
    person.refresh_from_db()
    mask = "Terlapor 1 (nama disimpan tersegel)"
    names = hidden_names([person])
    assert concealed(text, names) == (
        f"{mask} hadir; {mask} pulang; bambang; Bambangan; Ani hadir."
    )
    assert concealed("Bambang pulang.", names, with_parts=False) == "Bambang pulang."


def test_a_part_that_an_officer_bears_too_is_no_sign_of_the_cleared(
    cast: people.Cast,
) -> None:
    case = _decided(cast, respondents=(replace(people.RESPONDENT, name="Sari Melati"),))
    _clear(case, cast)
    names = hidden_names([case.respondents.get()])
    told = concealed("Sari Contoh memutus; Melati dan SARI MELATI hadir.", names)
    assert told.startswith("Sari Contoh memutus; Terlapor 1")
    assert "MELATI" not in told

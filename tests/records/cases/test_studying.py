"""The study in versions and the second pair of eyes."""

import pytest
from django.db import IntegrityError, transaction

from netra.records.access import NotAllowedError
from netra.records.cases import actions
from netra.records.cases.conditions import newest_study
from netra.records.cases.errors import (
    BlockedError,
    CaseMovedError,
    OwnStudyError,
    PlenaryOpenError,
)
from netra.records.cases.models import StudyApproval
from tests import people
from tests.people import as_actor


def saved(case, person, **changes):
    return actions.save_study(
        case=case,
        texts={**people.STUDY_TEXTS, **changes},
        actor=as_actor(person),
        at=people.WRITTEN_AT,
    )


def submit(case, person):
    return actions.submit_study(
        case=case, actor=as_actor(person), at=people.HANDED_UP_AT
    )


def approve(case, person, version=1):
    return actions.approve_study(
        case=case,
        version=version,
        note="",
        actor=as_actor(person),
        at=people.APPROVED_AT,
    )


def test_saving_again_edits_the_unsubmitted_version(cast) -> None:
    case = people.registered(cast)
    saved(case, cast.budi)
    study = saved(case, cast.budi, analysis="Lain.")
    assert (case.studies.count(), study.analysis) == (1, "Lain.")


def test_a_study_with_an_empty_part_is_not_submitted(cast) -> None:
    case = people.registered(cast)
    people.alleged(case, cast)
    saved(case, cast.budi, conclusion=" ")
    with pytest.raises(BlockedError) as caught:
        submit(case, cast.budi)
    assert caught.value.keys == ["study_text"]
    assert newest_study(case).submitted_at is None


def test_a_study_without_allegation_is_not_submitted(cast) -> None:
    case = people.registered(cast)
    saved(case, cast.budi)
    with pytest.raises(BlockedError) as caught:
        submit(case, cast.budi)
    assert caught.value.keys == ["allegation_for_every_respondent"]


def test_the_author_is_never_the_second_pair_of_eyes(cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    with pytest.raises(OwnStudyError):
        approve(case, cast.budi)
    assert approve(case, cast.eko).approver == cast.eko


def test_the_database_refuses_an_approval_by_the_author(cast) -> None:
    study = newest_study(people.case_on(cast, "plenary_outcome"))
    with pytest.raises(IntegrityError), transaction.atomic():
        StudyApproval.objects.create(
            study=study,
            approver=cast.budi,
            author=cast.budi,
            at=people.APPROVED_AT,
        )


def test_a_revision_needs_an_approval_of_its_own(cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    approve(case, cast.eko)
    revised = saved(case, cast.eko, analysis="Diperbaiki.")
    assert revised.version == 2
    with pytest.raises(CaseMovedError):
        approve(case, cast.sari, version=1)
    with pytest.raises(OwnStudyError):
        approve(case, cast.eko, version=2)
    assert approve(case, cast.budi, version=2)


def test_nothing_is_revised_while_the_plenary_sits(cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    people.convened(people.approved(case, cast), cast)
    with pytest.raises(PlenaryOpenError):
        saved(case, cast.budi)


def test_somebody_approves_a_version_once(cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    approve(case, cast.eko)
    with pytest.raises(CaseMovedError):
        approve(case, cast.eko)


def test_anton_and_dewi_neither_write_nor_approve(cast) -> None:
    case = people.registered(cast)
    for person in (cast.anton, cast.dewi):
        with pytest.raises(NotAllowedError):
            saved(case, person)
        with pytest.raises(NotAllowedError):
            submit(case, person)
        with pytest.raises(NotAllowedError):
            approve(case, person)

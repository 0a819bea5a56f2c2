"""Remarks on the study, its return, and the draft that follows."""

import pytest
from django.db import IntegrityError, transaction

from netra.records.cases import actions
from netra.records.cases.conditions import newest_study
from netra.records.cases.errors import (
    BlockedError,
    CaseMovedError,
    OwnStudyError,
    QuoteNotFoundError,
    RemarkResolvedError,
    RemarksOpenError,
    StudyReturnedError,
    TextMissingError,
)
from netra.records.cases.models import Case, Study, StudyRemark, StudyReturn
from netra.records.ledger.replaying import compare
from tests import people

AT = people.at("2024-11-04 10:00")
LATER = people.at("2024-11-04 11:00")


def remark(case: Case, by: object, **changes: object) -> StudyRemark:
    told = {
        "version": 1,
        "part": "analysis",
        "quote": "Bagian analysis",
        "text": "DATA CONTOH. Unsur ini belum dibahas.",
        **changes,
    }
    return actions.remark_study(case=case, **told, actor=people.as_actor(by), at=AT)


def give_back(case: Case, by: object, version: int = 1) -> StudyReturn:
    return actions.return_study(
        case=case,
        version=version,
        reason="DATA CONTOH. Lengkapi unsur kedua.",
        actor=people.as_actor(by),
        at=AT,
    )


def revise(case: Case, cast: people.Cast) -> Study:
    return actions.save_study(
        case=case,
        texts={**people.STUDY_TEXTS, "analysis": "DATA CONTOH. Unsur kedua dibahas."},
        actor=people.as_actor(cast.budi),
        at=LATER,
    )


def test_a_remark_quotes_what_stands_in_the_version(cast: people.Cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    row = remark(case, cast.sari)
    assert row.study.version == 1
    with pytest.raises(QuoteNotFoundError):
        remark(case, cast.sari, quote="kalimat yang tidak ada")
    with pytest.raises(TextMissingError):
        remark(case, cast.sari, text=" ")
    with pytest.raises(CaseMovedError):
        remark(case, cast.sari, version=2)
    assert compare().difference is None


def test_an_open_remark_holds_the_approval_up_and_is_settled_once(
    cast: people.Cast,
) -> None:
    case = people.case_on(cast, "plenary_outcome")
    row = remark(case, cast.sari)
    with pytest.raises(RemarksOpenError) as caught:
        people.approved(case, cast)
    assert "1 catatan" in caught.value.reader_message
    budi = people.as_actor(cast.budi)
    settled = {"remark": row, "resolution": "Ditambahkan.", "actor": budi, "at": LATER}
    actions.resolve_remark(**settled)
    with pytest.raises(RemarkResolvedError):
        actions.resolve_remark(**settled)
    assert people.approved(case, cast)
    assert compare().difference is None


def test_a_returned_study_becomes_a_draft_of_a_new_version(cast: people.Cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    give_back(case, cast.sari)
    with pytest.raises(StudyReturnedError):
        people.approved(case, cast)
    study = revise(case, cast)
    assert (study.version, study.submitted_at) == (2, None)
    with pytest.raises(CaseMovedError):
        give_back(case, cast.sari, version=2)
    budi = people.as_actor(cast.budi)
    actions.submit_study(case=case, actor=budi, at=people.HANDED_UP_AT)
    people.approved(case, cast)
    newest = newest_study(case)
    assert newest is not None
    assert newest.approvals.count() == 1
    assert compare().difference is None


def test_a_draft_that_was_begun_stays_one_until_it_is_submitted(
    cast: people.Cast,
) -> None:
    case = people.case_on(cast, "plenary_outcome")
    give_back(case, cast.sari)
    revise(case, cast)
    study = revise(case, cast)
    assert (study.version, study.submitted_at) == (2, None)
    assert case.studies.count() == 2


def test_an_approval_counts_no_more_once_the_version_is_returned(
    cast: people.Cast,
) -> None:
    case = people.approved(people.case_on(cast, "plenary_outcome"), cast)
    give_back(case, cast.sari)
    with pytest.raises(BlockedError):
        people.convened(case, cast)


def test_who_wrote_a_version_neither_approves_nor_returns_it(
    cast: people.Cast,
) -> None:
    case = people.case_on(cast, "plenary_outcome")
    with pytest.raises(OwnStudyError):
        give_back(case, cast.budi)
    with pytest.raises(OwnStudyError):
        actions.approve_study(
            case=case, version=1, note="", actor=people.as_actor(cast.budi), at=AT
        )
    study = newest_study(case)
    with pytest.raises(IntegrityError, match="another_than"), transaction.atomic():
        StudyReturn.objects.create(
            study=study, returned_by=cast.budi, author=cast.budi, at=AT, reason="x"
        )


def test_a_revised_text_with_an_empty_part_is_not_submitted(cast: people.Cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    give_back(case, cast.sari)
    actions.save_study(
        case=case,
        texts={**people.STUDY_TEXTS, "conclusion": ""},
        actor=people.as_actor(cast.budi),
        at=LATER,
    )
    with pytest.raises(TextMissingError) as caught:
        actions.submit_study(
            case=case, actor=people.as_actor(cast.budi), at=people.HANDED_UP_AT
        )
    assert caught.value.field == "conclusion"

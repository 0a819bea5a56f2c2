"""The paper of every turn: what it says, and what it keeps sealed."""

import io

import pdfplumber
import pytest

from netra.domain.law import Paper
from netra.records.access import NotAllowedError
from netra.records.documents.actions import issue_move_letter, issue_paper
from netra.records.documents.errors import PaperContentError
from netra.records.documents.models import IssuedPaper
from netra.records.documents.store import verified_bytes
from netra.records.turns import actions
from tests import people
from tests.people import as_actor
from tests.records import turns_refusals as turned
from tests.records.turns.turning import late_evidence, replayed, settle_reopening


def words_of(paper: IssuedPaper) -> str:
    with pdfplumber.open(io.BytesIO(verified_bytes(paper))) as pdf:
        told = " ".join(page.extract_text() for page in pdf.pages)
    return " ".join(told.split())


def issue(cast, kind: Paper, case, row, who=None) -> IssuedPaper:
    return issue_paper(
        kind,
        case=case,
        about=row.ledger_subject,
        actor=as_actor(who or cast.budi),
        at=people.TOLD_AT,
    )


def test_a_delegation_names_reason_status_and_the_clock_that_runs_on(cast) -> None:
    row = turned.move(cast)
    row.case.refresh_from_db()
    paper = issue(cast, Paper.DELEGATION_LETTER, row.case, row)
    assert paper.office == cast.province  # who wrote it, not who has the case now
    text = words_of(paper)
    assert row.number in text
    assert "Kantor provinsi contoh" in text
    assert row.reason in text
    assert "pasalnya belum diketahui" in text
    assert "Penanganan sampai" in text
    assert "4 November 2024" in text
    assert "tidak memulai tenggat lagi" in text
    assert paper.about == row.ledger_subject
    assert paper.form_code == ""  # A.5 stands for another paper, unconfirmed
    replayed()


def test_a_letter_of_another_kind_is_not_drawn_from_a_move(cast) -> None:
    row = turned.move(cast)
    with pytest.raises(PaperContentError):
        issue(cast, Paper.TAKEOVER_LETTER, row.case, row)


def test_the_reason_a_reporter_gave_is_not_printed(cast) -> None:
    case = people.case_on(cast)
    row = turned.withdrawn(cast, case)
    text = words_of(issue(cast, Paper.WITHDRAWAL_RECORD, case, row))
    assert "surat bertanda tangan" in text
    assert "DATA CONTOH. Alasan" not in text
    replayed()


def test_a_correction_sheet_shows_both_wordings_once_two_people_agree(cast) -> None:
    case = people.case_on(cast)
    row = turned.corrected(cast, case)
    with pytest.raises(PaperContentError):
        issue(cast, Paper.CORRECTION_SHEET, case, row)
    actions.approve_correction(
        correction=row, actor=as_actor(cast.eko), at=people.TOLD_AT
    )
    text = words_of(issue(cast, Paper.CORRECTION_SHEET, case, row))
    for said in ("Jalan 1", "Jalan 11", "Budi Contoh", "Eko Contoh"):
        assert said in text
    replayed()


def test_a_reopening_names_the_custom_as_a_custom(cast) -> None:
    settle_reopening(cast)
    case = people.case_on(cast, "referral")
    row = actions.reopen_case(
        case=case,
        evidence=late_evidence(case, cast),
        reason="DATA CONTOH. Bukti baru.",
        actor=as_actor(cast.sari),
        at=people.TOLD_AT,
    )
    text = words_of(issue(cast, Paper.REOPENING_RECORD, case, row))
    assert "Kebiasaan kantor, bukan aturan" in text
    assert "belum diketahui" in text
    replayed()


def test_the_decision_of_a_hearing_names_who_decided_but_not_who_came(cast) -> None:
    hearing = turned.heard(cast)
    actions.note_session(
        session=turned.session(cast, hearing),
        held_at=hearing.opened_at,
        present="DATA CONTOH. Rahasia Contoh hadir.",
        course="DATA CONTOH. Pemeriksaan bukti.",
        actor=as_actor(cast.budi),
        at=people.REFERRED_AT,
    )
    actions.decide_hearing(
        hearing=hearing,
        decision_text="DATA CONTOH. Terbukti.",
        members=list(cast.members),
        actor=as_actor(cast.sari),
        at=people.REFERRED_AT,
    )
    text = words_of(issue(cast, Paper.HEARING_DECISION, hearing.case, hearing))
    assert "Rina Contoh" in text
    assert "Rahasia Contoh" not in text
    replayed()


def test_whoever_gives_a_case_up_still_issues_the_letter(cast) -> None:
    row = turned.move(cast)
    hana = as_actor(row.made_by)
    paper = issue_move_letter(move=row, actor=hana, at=people.TOLD_AT)
    assert (paper.office, paper.region) == (cast.province, people.REGION)
    assert IssuedPaper.objects.visible_to(hana).filter(pk=paper.pk).exists()
    with pytest.raises(NotAllowedError):
        issue_move_letter(move=row, actor=as_actor(cast.budi), at=people.TOLD_AT)
    replayed()


def test_the_letter_of_a_report_that_is_not_registered_is_issued_too(cast) -> None:
    report = people.report_on(cast)
    row = actions.take_over_report(
        report=report,
        office=cast.province,
        reason="DATA CONTOH. Diambil alih.",
        actor=as_actor(cast.gita),
        at=people.TOLD_AT,
    )
    gita = as_actor(cast.gita)
    paper = issue_move_letter(move=row, actor=gita, at=people.TOLD_AT)
    text = words_of(paper)
    assert report.number in text
    assert "Kantor kota contoh" in text
    replayed()


def test_papers_issued_before_follow_the_case_to_its_new_office(cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    before = issue_paper(
        Paper.STUDY, case=case, actor=as_actor(cast.budi), at=people.TOLD_AT
    )
    actions.take_over_case(
        case=case,
        office=cast.province,
        reason="DATA CONTOH. Diambil alih.",
        actor=as_actor(cast.gita),
        at=people.TOLD_AT,
    )
    seen = IssuedPaper.objects.filter(pk=before.pk)
    assert seen.visible_to(as_actor(cast.gita)).exists()
    assert not seen.visible_to(as_actor(cast.budi)).exists()
    assert before.office == cast.city
    replayed()

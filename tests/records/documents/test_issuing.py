"""Papers issued from the records, kept by hash and entered in the ledger."""

import io

import pdfplumber
import pytest
from django.utils import translation

from netra.domain.law import Paper
from netra.records.access import NotAllowedError
from netra.records.accounts.queries import PUBLIC
from netra.records.documents import store
from netra.records.documents.actions import issue_paper, issue_receipt
from netra.records.documents.errors import PaperAlteredError, PaperContentError
from netra.records.documents.models import IssuedPaper
from netra.records.documents.queries import (
    paper_by_check_code,
    papers_due,
    papers_for_reporter,
)
from netra.records.evidence.actions import receive_blob
from netra.records.reports import actions as reports
from netra.records.reports.models import Exhibit
from tests import people
from tests.people import as_actor

NAMES = ("Wati", "Bambang", "Dinas Contoh")


def words_of(paper: IssuedPaper) -> str:
    with pdfplumber.open(io.BytesIO(store.verified_bytes(paper))) as pdf:
        return " ".join(page.extract_text() for page in pdf.pages)


def issue(kind, cast, **matter) -> IssuedPaper:
    return issue_paper(kind, actor=as_actor(cast.budi), at=people.TOLD_AT, **matter)


def test_the_receipt_is_issued_once_and_names_nobody(cast) -> None:
    report = people.submitted(cast)
    first = issue_receipt(report=report, actor=PUBLIC, at=people.SUBMITTED_AT)
    again = issue_receipt(report=report, actor=PUBLIC, at=people.TOLD_AT)
    assert first == again
    text = words_of(first)
    assert report.number in text
    assert not [name for name in NAMES if name in text]


@pytest.mark.parametrize("step", ["notice", "completion"])
def test_the_notice_of_missing_items_says_what_and_until_when(cast, step) -> None:
    report = people.report_on(cast, step)
    text = words_of(issue(Paper.MISSING_ITEMS_NOTICE, cast, report=report))
    assert "Kartu identitas" in text
    assert "November 2024" in text
    assert not [name for name in NAMES if name in text]


def test_a_full_report_gets_no_notice_of_missing_items(cast) -> None:
    with pytest.raises(PaperContentError):
        issue(Paper.MISSING_ITEMS_NOTICE, cast, report=people.submitted(cast))


def test_every_paper_of_a_walked_case_is_issued(cast) -> None:
    case = people.case_on(cast, "follow_up")
    for kind in papers_due(case):
        matter = {"case": case}
        if kind is Paper.REFERRAL_LETTER:
            matter = {"referral": case.referrals.get()}
        assert words_of(issue(kind, cast, **matter))
    assert papers_due(case) == []
    kinds = set(case.report.papers.values_list("kind", flat=True))
    assert kinds == {
        "receipt",
        "initial_study",
        "registration",
        "study",
        "plenary_decision",
        "referral_letter",
        "status_notice",
    }


def test_a_notice_of_missing_items_is_due_only_while_they_are_awaited(cast) -> None:
    notice = Paper.MISSING_ITEMS_NOTICE
    assert notice in papers_due(people.report_on(cast, "notice"))
    assert notice in papers_due(people.report_on(cast, "completion"))
    assert notice not in papers_due(people.report_on(cast, "registration"))


def test_the_referral_names_the_respondent_and_never_the_reporter(cast) -> None:
    case = people.case_on(cast, "status_notice")
    letter = issue(Paper.REFERRAL_LETTER, cast, referral=case.referrals.get())
    text = words_of(letter)
    assert "Bambang" in text
    assert "Wati" not in text
    assert "Badan Kepegawaian Negara" in text


def test_the_referral_is_kept_as_docx_too(cast) -> None:
    case = people.case_on(cast, "status_notice")
    issue(Paper.REFERRAL_LETTER, cast, referral=case.referrals.get())
    docx = IssuedPaper.objects.get(format="docx")
    assert store.verified_bytes(docx)[:2] == b"PK"


@pytest.mark.parametrize("outcome", ["other_law_asn", "not_a_violation"])
def test_the_status_notice_names_nobody(cast, outcome) -> None:
    step = "status_notice"
    case = people.case_on(cast, step, outcome=outcome)
    text = words_of(issue(Paper.STATUS_NOTICE, cast, case=case))
    assert not [name for name in NAMES if name in text]


def test_a_form_stands_on_a_paper_only_with_its_known_title(cast) -> None:
    case = people.case_on(cast, "status_notice")
    study = issue(Paper.STUDY, cast, case=case)
    plenary = issue(Paper.PLENARY_DECISION, cast, case=case)
    assert (study.form_code, study.form_status) == ("A.11", "unconfirmed")
    assert plenary.form_code == ""


def test_the_check_code_finds_its_paper_and_nothing_else(cast) -> None:
    paper = issue_receipt(
        report=people.submitted(cast), actor=PUBLIC, at=people.SUBMITTED_AT
    )
    assert paper_by_check_code(paper.check_code.lower()) == paper
    assert paper_by_check_code("0000000000000000") is None


def test_altered_bytes_are_not_shown(cast) -> None:
    paper = issue_receipt(
        report=people.submitted(cast), actor=PUBLIC, at=people.SUBMITTED_AT
    )
    place = store.path_of(paper.sha256)
    place.chmod(0o600)
    place.write_bytes(b"altered")
    with pytest.raises(PaperAlteredError):
        store.verified_bytes(paper)


def test_the_reporter_gets_only_what_is_meant_for_them(cast) -> None:
    case = people.case_on(cast, "status_notice")
    for kind in (Paper.STUDY, Paper.STATUS_NOTICE):
        issue(kind, cast, case=case)
    kinds = papers_for_reporter(case.report).values_list("kind", flat=True)
    assert list(kinds) == [Paper.STATUS_NOTICE.value]


def test_anton_and_dewi_issue_nothing(cast) -> None:
    report = people.submitted(cast)
    for person in (cast.anton, cast.dewi):
        with pytest.raises(NotAllowedError):
            issue_paper(
                Paper.INITIAL_STUDY,
                report=report,
                actor=as_actor(person),
                at=people.TOLD_AT,
            )
    assert not IssuedPaper.objects.exists()


def test_a_paper_is_indonesian_whatever_page_asks_for_it(cast) -> None:
    report = people.report_on(cast, "initial_study")
    reports.add_exhibit(
        report=report,
        blob=receive_blob(chunks=[people.PNG], at=people.STUDIED_AT),
        kind=Exhibit.Kind.EVIDENCE,
        name="foto.png",
        actor=as_actor(cast.budi),
        at=people.STUDIED_AT,
    )
    with translation.override("en"):
        assert Exhibit.Kind.EVIDENCE.label == "evidence"
        paper = issue_receipt(report=report, actor=PUBLIC, at=people.STUDIED_AT)
    assert "Bukti 1" in words_of(paper)

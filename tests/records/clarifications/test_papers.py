"""Papers of a hearing: what they say, and whom they never name."""

import io

import pdfplumber
import pytest

from netra.domain.law import Paper
from netra.records.cases.models import Case
from netra.records.clarifications.models import Minutes
from netra.records.documents.actions import issue_paper
from netra.records.documents.errors import PaperContentError
from netra.records.documents.models import IssuedPaper
from netra.records.documents.store import verified_bytes
from netra.records.ledger.replaying import compare
from tests import clarifying as scene
from tests import people
from tests.people import as_actor


@pytest.fixture
def case(cast) -> Case:
    return people.case_on(cast, "study")


def issued(cast, kind: Paper, case: Case, about: str) -> tuple[IssuedPaper, str]:
    paper = issue_paper(
        kind, case=case, about=about, actor=as_actor(cast.budi), at=scene.FINISHED_AT
    )
    with pdfplumber.open(io.BytesIO(verified_bytes(paper))) as pdf:
        told = " ".join(page.extract_text() for page in pdf.pages)
    return paper, " ".join(told.split())


def test_an_invitation_to_a_respondent_names_them_and_argues_its_deadline(
    case: Case, cast
) -> None:
    letter = scene.invited(scene.planned(case, cast), cast)
    about = letter.ledger_subject
    paper, text = issued(cast, Paper.INVITATION, case, about)
    assert paper.form_code == "A.6"
    assert people.RESPONDENT.name in text
    assert "12/CONTOH/2024" in text
    assert "Minggu, 3 November 2024, pukul 09.00 WIB" in text
    assert "2 November 2024" in text
    assert "belum dikonfirmasi" in text
    assert compare().difference is None


def test_papers_of_a_reporter_say_a_label_and_leave_room_for_the_name(
    case: Case, cast
) -> None:
    reporter = case.report.reporter
    hearing = scene.planned(
        case, cast, who=f"reporter:{reporter.pk}", capacity="reporter"
    )
    letter = scene.invited(hearing, cast)
    scene.served(letter, cast)
    minutes = scene.begun(hearing, cast)
    scene.finished(scene.read(scene.typed(minutes, cast), cast), cast)
    told = [
        issued(cast, Paper.INVITATION, case, letter.ledger_subject)[1],
        issued(cast, Paper.SERVICE_RECORD, case, letter.ledger_subject)[1],
        issued(cast, Paper.OATH, case, hearing.ledger_subject)[1],
        issued(cast, Paper.CLARIFICATION_MINUTES, case, hearing.ledger_subject)[1],
    ]
    for text in told:
        assert "Pelapor 1 (nama ditulis tangan)" in text
        assert "Wati" not in text
        assert "Keluarga Contoh" not in text
        assert "Contohhukum" not in text
    assert scene.QUESTION in told[3]
    assert "Ditandatangani" in told[3]


def test_the_oath_names_every_form_it_may_be_until_the_role_is_known(
    case: Case, cast
) -> None:
    hearing = scene.planned(case, cast)
    scene.begun(hearing, cast)
    paper, text = issued(cast, Paper.OATH, case, hearing.ledger_subject)
    assert paper.form_code == ""
    assert "A.7, A.8 atau A.9" in text
    Case.objects.filter(pk=case.pk).update(procedure="pemilu-2022")
    type(case.origin).objects.update(procedure="pemilu-2022")
    again = Case.objects.get(pk=case.pk)
    paper, text = issued(cast, Paper.OATH, again, hearing.ledger_subject)
    assert (paper.form_code, paper.form_status) == ("B.10", "confirmed")


def test_a_paper_of_something_that_is_not_there_is_refused(case: Case, cast) -> None:
    hearing = scene.planned(case, cast)
    other = scene.invited(scene.planned(people.case_on(cast, "study"), cast), cast)
    for kind, about in (
        (Paper.INVITATION, "invitation:99999"),
        (Paper.INVITATION, other.ledger_subject),
        (Paper.INVITATION, hearing.ledger_subject),
        (Paper.CLARIFICATION_MINUTES, hearing.ledger_subject),
        (Paper.OATH, hearing.ledger_subject),
    ):
        with pytest.raises(PaperContentError):
            issued(cast, kind, case, about)
    minutes = scene.begun(hearing, cast)
    assert minutes.oath == Minutes.Oath.WILLING
    with pytest.raises(PaperContentError):
        issued(cast, Paper.CLARIFICATION_MINUTES, case, hearing.ledger_subject)

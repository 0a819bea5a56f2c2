"""The report form names who reported only in the copy that is kept under seal."""

import io

import pdfplumber
import pytest

from netra.domain.law import Paper, load_law, oath_forms
from netra.records.access import NotAllowedError
from netra.records.accounts.queries import PUBLIC
from netra.records.documents import store
from netra.records.documents.actions import (
    issue_paper,
    issue_whole_report_form,
    open_sealed_paper,
    reissue_paper,
)
from netra.records.documents.errors import (
    PaperAlteredError,
    PaperContentError,
    PaperSealedError,
)
from netra.records.documents.models import IssuedPaper
from netra.records.documents.queries import papers_for_reporter
from netra.records.ledger.replaying import compare
from netra.records.reports.actions import hand_in_item
from netra.records.reports.errors import ReasonMissingError
from netra.records.reports.models import IdentityOpening, Report
from tests import people
from tests.people import as_actor

REASON = "Diminta rapat pleno"


def words_of(content: bytes) -> str:
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return " ".join(page.extract_text() for page in pdf.pages)


def whole(cast, report: Report, reason: str = REASON) -> IssuedPaper:
    return issue_whole_report_form(
        report=report, reason=reason, actor=as_actor(cast.budi), at=people.TOLD_AT
    )


def issue(kind, cast, **matter) -> IssuedPaper:
    return issue_paper(kind, actor=as_actor(cast.budi), at=people.TOLD_AT, **matter)


def test_the_plain_copy_names_the_respondent_and_never_the_reporter(cast) -> None:
    paper = issue(Paper.REPORT_FORM, cast, report=people.submitted(cast))
    text = words_of(store.verified_bytes(paper))
    assert "Pelapor (identitas dirahasiakan)" in text
    assert "Bambang" in text
    assert "Wati" not in text
    assert paper.form_code == "A.1"
    assert not paper.is_sealed


def test_the_whole_copy_is_issued_with_a_reason_that_is_recorded(cast) -> None:
    report = people.submitted(cast)
    paper = whole(cast, report)
    assert (paper.is_sealed, paper.form_code) == (True, "A.1")
    assert IdentityOpening.objects.get(report=report).reason == REASON
    assert compare().difference is None


def test_the_bytes_of_the_whole_copy_lie_as_ciphertext_only(cast) -> None:
    paper = whole(cast, people.submitted(cast))
    assert not store.path_of(paper.sha256).exists()
    assert b"%PDF" not in store.sealed_path_of(paper.sha256).read_bytes()
    assert store.is_intact(paper)
    with pytest.raises(PaperSealedError):
        store.verified_bytes(paper)


def test_opening_the_whole_copy_needs_a_reason_each_time(cast) -> None:
    report = people.submitted(cast)
    paper = whole(cast, report)
    act = {"paper": paper, "actor": as_actor(cast.budi), "at": people.TOLD_AT}
    with pytest.raises(ReasonMissingError):
        open_sealed_paper(reason=" ", **act)
    text = words_of(open_sealed_paper(reason=REASON, **act))
    assert "Wati" in text
    assert "Memuat identitas pelapor" in text
    assert IdentityOpening.objects.filter(report=report).count() == 2
    assert compare().difference is None


def test_a_sealed_paper_whose_bytes_were_altered_is_not_opened(cast) -> None:
    paper = whole(cast, people.submitted(cast))
    place = store.sealed_path_of(paper.sha256)
    place.chmod(0o600)
    place.write_bytes(b"\x01" + b"0" * 40)
    assert not store.is_intact(paper)
    with pytest.raises(PaperAlteredError):
        open_sealed_paper(
            paper=paper, reason=REASON, actor=as_actor(cast.budi), at=people.TOLD_AT
        )
    assert IdentityOpening.objects.count() == 1


def test_nobody_issues_or_opens_the_whole_copy_without_the_right(cast) -> None:
    report = people.submitted(cast)
    paper = whole(cast, report)
    for actor in (as_actor(cast.anton), as_actor(cast.dewi), PUBLIC):
        with pytest.raises(NotAllowedError):
            issue_whole_report_form(
                report=report, reason=REASON, actor=actor, at=people.TOLD_AT
            )
        with pytest.raises(NotAllowedError):
            open_sealed_paper(
                paper=paper, reason=REASON, actor=actor, at=people.TOLD_AT
            )
    assert IssuedPaper.objects.count() == 1


def test_no_other_act_issues_the_whole_copy(cast) -> None:
    report = people.submitted(cast)
    with pytest.raises(PaperContentError):
        issue(Paper.REPORT_FORM_WHOLE, cast, report=report)
    with pytest.raises(PaperContentError):
        reissue_paper(
            paper=whole(cast, report), actor=as_actor(cast.budi), at=people.TOLD_AT
        )


def test_a_paper_issued_again_is_a_further_one_about_the_same(cast) -> None:
    first = issue(Paper.REPORT_FORM, cast, report=people.submitted(cast))
    again = reissue_paper(paper=first, actor=as_actor(cast.budi), at=people.TOLD_AT)
    assert again.pk != first.pk
    assert (again.kind, again.report) == (first.kind, first.report)
    assert again.check_code != first.check_code


def test_what_completed_a_report_is_receipted_without_a_name(cast) -> None:
    report = people.report_on(cast, "completion")
    hand_in_item(
        report=report,
        item="identity_card",
        note="Kartu Wati",
        via=Report.Via.OFFICE,
        actor=as_actor(cast.budi),
        at=people.COMPLETED_AT,
    )
    paper = issue(Paper.COMPLETION_RECEIPT, cast, report=report)
    text = words_of(store.verified_bytes(paper))
    assert "Kartu identitas" in text
    assert "Wati" not in text
    assert paper in papers_for_reporter(report)


def test_nothing_is_receipted_where_nothing_was_handed_in(cast) -> None:
    with pytest.raises(PaperContentError):
        issue(Paper.COMPLETION_RECEIPT, cast, report=people.submitted(cast))


def test_every_form_with_a_known_title_has_a_paper() -> None:
    law = load_law()
    without = {
        form.code
        for procedure in law.procedures.values()
        for form in procedure.forms
        if form.code is not None and form.paper is None
    }
    assert without == {"A.7", "A.8", "A.9"}  # one paper, whose role is not confirmed
    told = oath_forms(law.procedure("pemilihan-2020"), "witness")
    assert {form.code for form in told.forms} == without


def test_a_code_without_a_title_belongs_to_no_paper() -> None:
    for procedure in load_law().procedures.values():
        for form in procedure.forms:
            assert form.code is not None or form.paper is None

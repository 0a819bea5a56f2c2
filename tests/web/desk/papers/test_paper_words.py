"""Every paper has its words, its composer and its place in the door list's pages."""

import pytest

from netra.domain.law import Paper
from netra.records.documents.actions.issuing import _COMPOSERS
from netra.records.documents.composing.heads import title_of
from netra.records.documents.parts import PaperKind
from netra.records.documents.queries import FOR_REPORTER
from netra.records.documents.registers.books import books
from netra.records.documents.rendering import TEMPLATES
from netra.web.desk.case_words import PAPERS
from netra.web.portal.checking import PAPER_WORDS


@pytest.mark.parametrize("kind", Paper)
def test_every_paper_can_be_issued_and_called_by_its_name(kind: Paper) -> None:
    assert kind in _COMPOSERS
    assert title_of(kind)
    assert PAPERS[kind]
    assert PAPER_WORDS[kind]


@pytest.mark.parametrize("kind", PaperKind)
def test_every_kind_of_sheet_has_its_template(kind: PaperKind) -> None:
    assert (TEMPLATES / "papers" / f"{kind}.html").is_file()


def test_no_paper_under_seal_is_meant_for_the_reporter() -> None:
    assert Paper.REPORT_FORM_WHOLE not in FOR_REPORTER


def test_every_book_names_its_columns_and_counts_one_of_them() -> None:
    for book in books():
        assert 0 <= book.counted < len(book.columns), book.key

"""The receipt of the counter: signed by the office, through whom, never who."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from netra.records.documents import store
from netra.records.documents.actions import issue_receipt
from netra.records.reports import actions
from netra.records.reports.content import AttorneyContent
from netra.records.reports.models import Report
from tests import people
from tests.people import at

pytestmark = pytest.mark.django_db
RECEIVED_AT = at("2024-11-01 17:05")
RECORDED_AT = at("2024-11-01 17:20")


def printed(report: Report, cast: people.Cast) -> str:
    paper = issue_receipt(
        report=report, actor=people.as_actor(cast.budi), at=RECORDED_AT
    )
    pages = PdfReader(BytesIO(store.verified_bytes(paper))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_receipt_tells_attorney_and_hours_and_names_nobody(cast) -> None:
    report = actions.receive_report(
        draft=actions.open_draft(at=RECORDED_AT),
        content=people.told(
            known_on=date(2024, 10, 31),
            via=Report.Via.LETTER,
            attorney=AttorneyContent(name="Dodi Contohdodi"),
        ),
        contest=None,
        received_at=RECEIVED_AT,
        letter_on=None,
        actor=people.as_actor(cast.budi),
        at=RECORDED_AT,
    )
    text = printed(report, cast)
    assert "Melalui surat, melalui kuasa pelapor, di luar jam penerimaan" in text
    assert "pukul 17.05 WIB" in text
    assert "diserahkan petugas pada lembar tersendiri" in text
    for name in ("Dodi", "Wati", "Bambang"):
        assert name not in text


def test_a_receipt_from_the_web_needs_no_officer(cast) -> None:
    text = printed(people.submitted(cast), cast)
    assert "Melalui situs" in text
    assert "kuasa" not in text
    assert "tidak memerlukan tanda tangan petugas" in text

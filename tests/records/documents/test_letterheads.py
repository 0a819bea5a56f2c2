"""A letterhead takes effect for the papers issued from then on; older ones stay."""

import io

import pdfplumber
import pytest
from PIL import Image

from netra.domain.law import Paper
from netra.records.access import NotAllowedError
from netra.records.accounts.queries import INSTALLATION
from netra.records.documents import store
from netra.records.documents.actions import issue_paper, lay_letterhead
from netra.records.documents.composing.letterheads import newest_letterhead
from netra.records.documents.errors import LogoError
from netra.records.documents.logos import LARGEST_BYTES, clean_logo
from netra.records.documents.models import IssuedPaper, OfficeLetterhead
from netra.records.ledger.replaying import compare
from tests import people
from tests.people import as_actor


def picture(kind: str = "PNG", size: tuple[int, int] = (900, 300)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "#0b5a4a").save(out, kind)
    return out.getvalue()


def laid(cast, logo: bytes | None = None, actor=INSTALLATION) -> OfficeLetterhead:
    return lay_letterhead(
        letterhead=OfficeLetterhead(
            office=cast.city,
            tier_line="Kota contoh",
            name_line="Kantor Contoh Berkop",
            second_line="Bidang Penanganan",
            address="Jalan Contoh 3",
            city="Kotacontoh",
            signatory_post="Ketua contoh",
            signatory_name="Wulan Contoh",
        ),
        logo=logo,
        actor=actor,
        at=people.TOLD_AT,
    )


def issued(cast, report) -> IssuedPaper:
    return issue_paper(
        Paper.MISSING_ITEMS_NOTICE,
        report=report,
        actor=as_actor(cast.budi),
        at=people.TOLD_AT,
    )


def words_of(paper: IssuedPaper) -> str:
    with pdfplumber.open(io.BytesIO(store.verified_bytes(paper))) as pdf:
        return " ".join(page.extract_text() for page in pdf.pages)


def pictures_of(paper: IssuedPaper) -> int:
    with pdfplumber.open(io.BytesIO(store.verified_bytes(paper))) as pdf:
        return len(pdf.pages[0].images)


def test_a_letterhead_holds_for_what_is_issued_from_then_on(cast) -> None:
    report = people.report_on(cast, "notice")
    before = issued(cast, report)
    hash_before = before.sha256
    laid(cast, clean_logo(picture()))
    after = issued(cast, report)
    text = words_of(after)
    for word in (
        "Kantor Contoh Berkop",
        "Bidang Penanganan",
        "Kotacontoh, ",
        "Ketua contoh",
        "Wulan Contoh",
    ):
        assert word in text
    assert pictures_of(after) == pictures_of(before) + 1
    assert "Berkop" not in words_of(before)
    assert before.sha256 == hash_before
    assert compare().difference is None


def test_each_version_is_kept_and_the_newest_holds(cast) -> None:
    first = laid(cast, clean_logo(picture()))
    second = laid(cast)
    assert (first.no, second.no) == (1, 2)
    assert second.logo == ""
    assert newest_letterhead(cast.city) == second
    assert OfficeLetterhead.objects.count() == 2


def test_whom_the_letterhead_names_signs_no_study(cast) -> None:
    laid(cast)
    paper = issue_paper(
        Paper.INITIAL_STUDY,
        report=people.report_on(cast, "notice"),
        actor=as_actor(cast.budi),
        at=people.TOLD_AT,
    )
    assert "Wulan Contoh" not in words_of(paper)


def test_an_officer_lays_no_letterhead(cast) -> None:
    with pytest.raises(NotAllowedError):
        laid(cast, actor=as_actor(cast.budi))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_drawn_anew_and_small(kind: str) -> None:
    with Image.open(io.BytesIO(clean_logo(picture(kind)))) as logo:
        assert (logo.format, logo.size) == ("PNG", (600, 200))
        assert not logo.info.get("exif")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"GIF89a" + b"0" * 50, "PNG atau JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "PNG atau JPEG"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 50, "rusak"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * LARGEST_BYTES, "1 MB"),
    ],
)
def test_what_is_no_logo_is_refused_in_words(content: bytes, told: str) -> None:
    with pytest.raises(LogoError) as refused:
        clean_logo(content)
    assert told in refused.value.reader_message

"""From a paper to a PDF: Jinja2 writes HTML, WeasyPrint sets it on A4 sheets.

The HTML engine and the fetcher are private to this room. Nothing is read but the
templates and the style sheet beside this module; any other address stops the
rendering. Output is PDF/A-2a and tagged PDF/UA-1 with language and title, and depends
only on the paper, so issuing it again gives the same hash.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from weasyprint import CSS, HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse

from netra.records.documents import wording
from netra.records.documents.archival import archived
from netra.records.documents.errors import ForeignResourceError
from netra.records.documents.papers import Paper, Receipt
from netra.records.documents.parts import CONFIRMED
from netra.records.documents.qr import qr_svg

TEMPLATES = Path(__file__).parent / "templates"
_QR_ADDRESS = "paper:qr.svg"
_PROOF_ADDRESS = "paper:proof.svg"
_LOGO_ADDRESS = "paper:logo.png"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES / "papers"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=wording.printable,
    )
    environment.filters |= {
        "date": wording.long_date,
        "day": wording.long_day,
        "moment": wording.long_moment,
        "stamp": wording.stamp,
        "size": wording.file_size,
        "paragraphs": wording.paragraphs,
    }
    environment.globals["confirmed"] = CONFIRMED
    return environment


def render_html(paper: Paper) -> str:
    """Return the paper as one HTML page; every value is escaped.

    Raises:
        PaperContentError: a value of the paper cannot be printed.
    """
    template = _environment().get_template(f"{paper.head.kind}.html")
    return template.render(
        paper=paper,
        head=paper.head,
        qr=_QR_ADDRESS,
        proof_qr=_PROOF_ADDRESS,
        logo=_LOGO_ADDRESS,
    )


def fetcher(
    qr: str, proof_qr: str = "", logo: bytes = b""
) -> Callable[[str], URLFetcherResponse]:
    """Return the only source of files a paper has: its own QR codes and its logo.

    Args:
        qr: The code of the check page as SVG.
        proof_qr: The code of a signed receipt as SVG, if the paper has one.
        logo: The logo of the letterhead as PNG, if it has one.

    Returns:
        A fetcher for WeasyPrint. It refuses every other address by an exception that
        stops the rendering.
    """
    drawn = {
        _QR_ADDRESS: (qr.encode(), "image/svg+xml"),
        _PROOF_ADDRESS: (proof_qr.encode(), "image/svg+xml"),
        _LOGO_ADDRESS: (logo, "image/png"),
    }

    def fetch(url: str) -> URLFetcherResponse:
        found, media_type = drawn.get(url, (b"", ""))
        if not found:
            raise FatalURLFetchingError(f"a paper asked for {url[:80]!r}")
        return URLFetcherResponse(url, found, {"Content-Type": media_type})

    return fetch


def page_of(template: str, **values: object) -> str:
    """Return a page of this room that is no paper of a matter; every value is escaped.

    Raises:
        PaperContentError: a value of the page cannot be printed.
    """
    return _environment().get_template(template).render(values)


def pdf_of(
    html: str,
    *,
    qr: str,
    proof_qr: str = "",
    logo: bytes = b"",
    style: str = "papers.css",
) -> bytes:
    """Set one HTML page on A4 sheets.

    Args:
        html: Page as `render_html` writes it.
        qr: QR code of the check page as SVG.
        proof_qr: QR code of a signed receipt as SVG, if the page shows one.
        logo: Logo of the letterhead as PNG, if it has one.
        style: Name of the style sheet beside the templates.

    Raises:
        ForeignResourceError: the page asks for a file or an address.
    """
    fetch = fetcher(qr, proof_qr, logo)
    rules = (TEMPLATES / "papers" / style).read_text(encoding="utf-8")
    sheet = CSS(string=rules, url_fetcher=fetch)
    try:
        page = HTML(string=html, url_fetcher=fetch)
        return archived(page.render(stylesheets=[sheet]))
    except FatalURLFetchingError as error:
        raise ForeignResourceError(str(error)) from error


def render_pdf(paper: Paper) -> bytes:
    """Return the paper as an archival and tagged PDF (PDF/A-2a, PDF/UA-1, A4).

    The same paper gives the same bytes as long as the fonts and the libraries of the
    machine are the same.

    Raises:
        PaperContentError: a value of the paper cannot be printed.
        ForeignResourceError: the page asks for a file or an address.
    """
    proof = paper.proof if isinstance(paper, Receipt) else None
    return pdf_of(
        render_html(paper),
        qr=qr_svg(paper.head.check_url),
        proof_qr=qr_svg(proof.text) if proof else "",
        logo=paper.head.letterhead.logo,
    )

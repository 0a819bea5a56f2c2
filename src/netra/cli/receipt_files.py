"""The receipt in a file: the text of a PDF or of a text file, and what a PDF prints."""

import re
from pathlib import Path

import pypdfium2

from netra.domain.receipts import (
    AlteredReceiptError,
    Kind,
    Receipt,
    UnreadableReceiptError,
    found_in,
)
from netra.records.documents.errors import PaperContentError
from netra.records.documents.wording import long_moment

LARGEST_BYTES = 25 * 2**20
"""No receipt is larger; a larger file is not opened."""
_MOST_PAGES = 50
_PDF = b"%PDF-"
# Readers of PDF put other signs where a line was broken at a hyphen.
_BROKEN = re.compile("[\\s\\-\x02\ufffe]+")


def content_of(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        UnreadableReceiptError: it cannot be read or is too large.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise UnreadableReceiptError("the file is larger than 25 MiB")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableReceiptError("the file cannot be read") from error


def text_and_print(content: bytes) -> tuple[str, str | None]:
    """Return the receipt's text and, of a PDF, the words printed on it.

    Raises:
        UnreadableReceiptError: the file holds no receipt.
        AlteredReceiptError: a PDF holds two different receipts.
    """
    if not content.startswith(_PDF):
        try:
            return content.decode("utf-8"), None
        except UnicodeDecodeError as error:
            raise UnreadableReceiptError("the file is neither text nor PDF") from error
    kept, printed = _words(content)
    texts = dict.fromkeys(found_in(kept) + found_in(printed))
    if not texts:
        raise UnreadableReceiptError("the PDF holds no receipt")
    if len(texts) > 1:
        raise AlteredReceiptError(
            "the PDF holds two different receipts",
            "berkas PDF ini memuat dua teks tanda terima yang berbeda",
        )
    return next(iter(texts)), printed


def _words(content: bytes) -> tuple[str, str]:
    """Return what the PDF keeps as keywords and what its pages print."""
    try:
        with pypdfium2.PdfDocument(content) as pdf:
            kept: str = pdf.get_metadata_dict().get("Keywords", "")
            if len(pdf) > _MOST_PAGES:
                raise UnreadableReceiptError("the PDF has too many pages")
            pages = [page.get_textpage().get_text_range() for page in pdf]
    except pypdfium2.PdfiumError as error:
        raise UnreadableReceiptError("the PDF cannot be opened") from error
    return kept, "\n".join(pages)


def check_print(printed: str, receipt: Receipt) -> None:
    """Hold the printed number and moment of a receipt against the signed ones.

    Raises:
        AlteredReceiptError: the sheet says something else than its signature.
    """
    if receipt.kind is not Kind.REPORT:
        return
    try:
        moment = long_moment(receipt.received_at)
    except PaperContentError as error:
        raise _differs() from error
    expected = f"Nomor laporan {receipt.number} Diterima {moment}"
    if _BROKEN.sub("", expected) not in _BROKEN.sub("", printed):
        raise _differs()


def _differs() -> AlteredReceiptError:
    return AlteredReceiptError(
        "the printed number or moment is not the signed one",
        "nomor atau saat yang tercetak tidak sama dengan yang ditandatangani",
    )

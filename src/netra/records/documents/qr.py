"""The QR code that leads from a paper to its check page."""

import io

import segno

from netra.records.documents.errors import PaperContentError


def qr_svg(text: str) -> str:
    """Return `text` as a QR code: one SVG element with its quiet zone.

    Args:
        text: What the code holds: an address, never a name.

    Returns:
        SVG without XML declaration, black modules on white, sized by its `viewBox`.

    Raises:
        PaperContentError: there is nothing to encode, or more than a code can hold.

    Source:
        ISO/IEC 18004: error correction level M, quiet zone of four modules.
    """
    if not text:
        raise PaperContentError("a QR code without text")
    try:
        code = segno.make(text, error="m", micro=False, boost_error=False)
    except segno.DataOverflowError as error:
        raise PaperContentError(f"{len(text)} characters in a QR code") from error
    out = io.BytesIO()
    code.save(
        out, kind="svg", border=4, xmldecl=False, omitsize=True, light="#fff", nl=False
    )
    return out.getvalue().decode("utf-8")

"""The QR code that leads from a paper to its check page."""

import io

import segno

from netra.records.documents.errors import PaperContentError

_QUIET_MODULES = 4


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
    out = io.BytesIO()
    _code(text).save(
        out,
        kind="svg",
        border=_QUIET_MODULES,
        xmldecl=False,
        omitsize=True,
        light="#fff",
        nl=False,
    )
    return out.getvalue().decode("utf-8")


def qr_png(text: str) -> bytes:
    """Return the same code as `qr_svg` as PNG, ten pixels per module.

    Raises:
        PaperContentError: there is nothing to encode, or more than a code can hold.
    """
    out = io.BytesIO()
    _code(text).save(out, kind="png", border=_QUIET_MODULES, scale=10)
    return out.getvalue()


def qr_data_uri(text: str) -> str:
    """Return the code as a small PNG in a data address, four pixels per module.

    Raises:
        PaperContentError: there is nothing to encode, or more than a code can hold.
    """
    drawn: str = _code(text).png_data_uri(border=_QUIET_MODULES, scale=4)
    return drawn


def _code(text: str) -> segno.QRCode:
    if not text:
        raise PaperContentError("a QR code without text")
    try:
        return segno.make(text, error="m", micro=False, boost_error=False)
    except segno.DataOverflowError as error:
        raise PaperContentError(f"{len(text)} characters in a QR code") from error

"""Taking in the logo of an office: drawn anew, small, and nothing but a picture."""

import io

from django.utils.translation import gettext as _
from PIL import Image

from netra.records.documents.errors import LogoError
from netra.records.evidence.cleaning.derivatives import clean
from netra.records.evidence.cleaning.errors import CleaningError

LARGEST_BYTES = 1_000_000
_LONGEST_PX = 600  # 22 mm of paper at far more than 300 dots an inch
_STARTS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def clean_logo(content: bytes) -> bytes:
    """Return a logo as PNG, drawn anew and at most 600 pixels long.

    Args:
        content: A file somebody chose, at most `LARGEST_BYTES` long.

    Raises:
        LogoError: it is too large, no PNG or JPEG, or broken.
    """
    if len(content) > LARGEST_BYTES:
        raise LogoError(
            f"{len(content)} bytes",
            _("Berkas logo lebih dari 1 MB. Perkecil gambarnya, lalu pilih lagi."),
        )
    kind = next((k for start, k in _STARTS.items() if content.startswith(start)), "")
    if not kind:
        raise LogoError("neither PNG nor JPEG", _("Logo harus berkas PNG atau JPEG."))
    try:
        drawn = clean(content, kind).content
    except CleaningError as error:
        raise LogoError(
            str(error),
            _("Gambar ini rusak dan tidak dapat dibaca. Pilih berkas lain."),
        ) from error
    return _as_png(drawn)


def _as_png(content: bytes) -> bytes:
    with Image.open(io.BytesIO(content)) as image:
        small = image.convert("RGBA" if "A" in image.getbands() else "RGB")
        small.thumbnail((_LONGEST_PX, _LONGEST_PX))
        out = io.BytesIO()
        small.save(out, "PNG", optimize=True)
    return out.getvalue()

"""What a picture file tells beside the picture."""

import re
import struct
from collections.abc import Iterator, Mapping
from contextlib import suppress

from PIL import ExifTags, Image

from netra.records.evidence.cleaning.marks import Removed, mark_of, marks_in_xmp

# Tags that say how the pixels lie, and nothing about anybody.
_STRUCTURE = re.compile(
    "BitsPerSample|ColorSpace|ComponentsConfiguration|Compression|ExifImageHeight"
    "|ExifImageWidth|ExifInteroperabilityOffset|ExifOffset|ExifVersion|FlashPixVersion"
    "|GPSInfo|GPSVersionID|ImageLength|ImageWidth|InteropIndex|InteropVersion"
    "|Orientation|PhotometricInterpretation|PlanarConfiguration|ResolutionUnit"
    "|SamplesPerPixel|XResolution|YCbCrPositioning|YCbCrSubSampling|YResolution"
)
EXIF_ERRORS = (OSError, SyntaxError, ValueError, KeyError, TypeError, struct.error)
_INFO = {  # what Pillow keeps beside the pixels, whatever the format
    "icc_profile": Removed.OTHER,
    "comment": Removed.COMMENT,
    "thumbnails": Removed.THUMBNAIL,
    "depth_images": Removed.OTHER,
    "aux": Removed.OTHER,
}
_PNG_TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_PNG_PICTURE = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA sRGB sBIT bKGD pHYs acTL fcTL fdAT".split()
)
_IPTC = {  # IPTC-IIM 4.2, record 2; all else there is a description
    b"\x37": Removed.MOMENT,
    b"\x3c": Removed.MOMENT,
    b"\x41": Removed.SOFTWARE,
    b"\x50": Removed.AUTHOR,
    b"\x5a": Removed.POSITION,
    b"\x5f": Removed.POSITION,
    b"\x65": Removed.POSITION,
    b"\x6e": Removed.AUTHOR,
    b"\x74": Removed.AUTHOR,
}


def marks_of_picture(
    content: bytes, media_type: str, image: Image.Image
) -> set[Removed]:
    """Return the kinds of traces in a picture file.

    Args:
        content: The whole file.
        media_type: Its kind.
        image: The same, opened; its pixels need not be loaded.
    """
    marks = marks_in_xmp(content)
    marks |= {mark for key, mark in _INFO.items() if image.info.get(key)}
    with suppress(*EXIF_ERRORS):
        marks |= marks_of_exif(image.getexif())
    if media_type == "image/jpeg":
        marks |= _marks_of_jpeg(content)
    elif media_type == "image/png":
        marks |= _marks_of_png(content)
    return marks


def marks_of_exif(exif: Image.Exif) -> set[Removed]:
    """Return the kinds of traces in the tags of a camera."""
    marks = _marks_of_tags(exif, ExifTags.TAGS)
    with suppress(*EXIF_ERRORS):
        marks |= _marks_of_tags(exif.get_ifd(ExifTags.IFD.Exif), ExifTags.TAGS)
    with suppress(*EXIF_ERRORS):
        marks |= _marks_of_tags(exif.get_ifd(ExifTags.IFD.GPSInfo), ExifTags.GPSTAGS)
    with suppress(*EXIF_ERRORS):
        if exif.get_ifd(ExifTags.IFD.IFD1):
            marks.add(Removed.THUMBNAIL)
    return marks


def _marks_of_tags(tags: Mapping[int, object], names: dict[int, str]) -> set[Removed]:
    marks = set()
    for number, entry in tags.items():
        name = names.get(number, "unknown")
        if not _STRUCTURE.fullmatch(name) and str(entry).strip(" \0"):
            marks.add(mark_of(name, entry if isinstance(entry, str) else ""))
    return marks


def _marks_of_jpeg(content: bytes) -> set[Removed]:
    marks = set()
    for marker, payload in _jpeg_segments(content):
        if marker == 0xFE:
            marks.add(Removed.COMMENT)
        elif marker == 0xED:
            marks |= _marks_of_photoshop(payload)
        elif 0xE1 <= marker <= 0xEF and not _is_plain_segment(marker, payload):
            marks.add(Removed.OTHER)
    # A telephone hides a short film, or a second picture, behind the picture.
    if not content.rstrip(b"\0").endswith(b"\xff\xd9"):
        marks.add(Removed.OTHER)
    return marks


def _is_plain_segment(marker: int, payload: bytes) -> bool:
    """Say whether the segment is Adobe's colour note, or EXIF and XMP, read before."""
    return (marker == 0xEE and payload.startswith(b"Adobe")) or (
        marker == 0xE1 and payload.startswith((b"Exif\0", b"http://ns.adobe.com/xap/"))
    )


def _jpeg_segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] != 0xDA:
        (length,) = struct.unpack_from(">H", content, at + 2)
        yield content[at + 1], content[at + 4 : at + 2 + length]
        at += 2 + max(2, length)


def _marks_of_photoshop(payload: bytes) -> set[Removed]:
    marks = {
        _IPTC.get(payload[at + 2 : at + 3], Removed.COMMENT)
        for at in range(len(payload) - 2)
        if payload[at : at + 2] == b"\x1c\x02"
    }
    if b"8BIM\x04\x0c" in payload or b"8BIM\x04\x09" in payload:
        marks.add(Removed.THUMBNAIL)
    return marks or {Removed.OTHER}


def _marks_of_png(content: bytes) -> set[Removed]:
    marks = set()
    for name, payload in _png_chunks(content):
        if name in _PNG_TEXTS:
            marks.add(mark_of(payload.partition(b"\0")[0].decode("latin-1")))
        elif name == b"tIME":
            marks.add(Removed.MOMENT)
        elif name not in _PNG_PICTURE and name != b"eXIf":
            marks.add(Removed.OTHER)
    if not content.endswith(b"IEND\xaeB`\x82"):
        marks.add(Removed.OTHER)
    return marks


def _png_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 8 <= len(content):
        (length,) = struct.unpack_from(">I", content, at)
        name = content[at + 4 : at + 8]
        yield name, content[at + 8 : at + 8 + min(length, 200)]
        if name == b"IEND":
            return
        at += 12 + length

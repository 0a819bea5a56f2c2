"""What a file can tell about its source beside what is seen or heard in it."""

import re
from collections.abc import Iterable
from enum import StrEnum


class Removed(StrEnum):
    """A kind of trace that was found in a file and is not in its derivative."""

    POSITION = "position"
    DEVICE = "device"
    MOMENT = "moment"
    AUTHOR = "author"
    SOFTWARE = "software"
    THUMBNAIL = "thumbnail"
    COMMENT = "comment"
    FILE_NAME = "file_name"
    OTHER = "other"


_POSITION = "gps|location|latitude|longitude|altitude|geo|city|country|xyz|loci"
_SOFTWARE = (
    "software|creator_?tool|encod(?:er|ed_by|ing_settings)|producer|generator|program"
    "|application|toolkit|xmptk|writing|muxing|handler|tsse"
)
_DEVICE = "make|model|device|serial|lens|camera|manufacturer|host_?computer|android"
_AUTHOR = (
    "author|artist|creator|by-?line|owner|copyright|composer|performer|originator"
    "|publisher|company|credit|rights|manager|engineer"
)
_COMMENT = (
    "comment|description|title|subject|keyword|caption|synopsis|lyrics|headline|album"
    "|genre|label|^name$"
)
# The order decides: "CreatorTool" is software before "creator" is an author.
_PATTERNS = tuple(
    (mark, re.compile(pattern))
    for mark, pattern in (
        (Removed.FILE_NAME, "file_?name|document_?name|tofn"),
        (Removed.POSITION, _POSITION),
        (Removed.SOFTWARE, _SOFTWARE),
        (Removed.MOMENT, r"date|(?<!exposure)time|year|history|\bwhen\b|tdr[cl]"),
        (Removed.DEVICE, _DEVICE),
        (Removed.AUTHOR, _AUTHOR),
        (Removed.THUMBNAIL, "thumbnail|cover|picture"),
        (Removed.COMMENT, _COMMENT),
    )
)
_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_XMP_NAMES = re.compile(rb"[<\s](?!xmlns:|rdf:|x:|/)([A-Za-z]\w*:[A-Za-z]\w*)")
_FILE_NAME = re.compile(
    r"\.(?:docx?|xlsx?|pptx?|odt|pdf|jpe?g|png|heic|mp[34]|m4a|ogg|opus|wav|mov)$",
    re.IGNORECASE,
)


def mark_of(key: str, value: str = "") -> Removed:
    """Return the kind of trace that a named entry is, by its name.

    Args:
        key: Name of the entry as the format writes it, any case.
        value: Its text; one that ends like a file name is one.
    """
    if _FILE_NAME.search(value.strip()):
        return Removed.FILE_NAME
    lowered = key.lower().replace(" ", "_")
    return next(
        (mark for mark, pattern in _PATTERNS if pattern.search(lowered)), Removed.OTHER
    )


def marks_in_xmp(content: bytes) -> set[Removed]:
    """Return the kinds of traces in every XMP packet that lies open in the bytes."""
    return {
        mark_of(name.decode("ascii").partition(":")[2])
        for packet in _XMP.findall(content)
        for name in _XMP_NAMES.findall(packet)
    }


def in_order(marks: Iterable[Removed]) -> tuple[Removed, ...]:
    """Return the marks once each, in the order of `Removed`."""
    found = set(marks)
    return tuple(mark for mark in Removed if mark in found)

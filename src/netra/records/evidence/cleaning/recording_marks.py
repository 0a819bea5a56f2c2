"""What a recording tells beside what is heard and seen."""

import re
from collections.abc import Mapping

from av.container import InputContainer
from av.stream import Disposition, Stream

from netra.records.evidence.cleaning.marks import Removed, mark_of, marks_in_xmp

# What every container says of itself, and nothing about anybody.
_STRUCTURE = re.compile(
    r"major_brand|minor_version|compatible_brands|language|vendor_id|duration(-\w+)?"
    r"|alpha_mode|bps(-\w+)?|number_of_(frames|bytes)(-\w+)?",
    re.IGNORECASE,
)
_PLAIN_NAMES = frozenset(
    {"", "und", "VideoHandler", "SoundHandler", "Lavf", "Core Media Video"}
    | {"Core Media Audio", "VideoHandle", "SoundHandle", "Lavc"}
)
_PICTURES = Disposition.attached_pic | Disposition.timed_thumbnails
# Streams of sensors beside picture and sound: GoPro, Android, Apple, Google.
_SENSORS = re.compile(rb"gpmd|camm|mebx|mett")


def marks_of_recording(content: bytes, recording: InputContainer) -> set[Removed]:
    """Return the kinds of traces in a recording.

    Args:
        content: The whole file.
        recording: The same, opened.
    """
    marks = marks_in_xmp(content) | _marks_of_labels(recording.metadata)
    for stream in recording.streams:
        marks |= _marks_of_labels(stream.metadata) | _marks_of_stream(stream)
        if stream.type == "data" and _SENSORS.search(content):
            marks.add(Removed.POSITION)
    if recording.chapters():
        marks.add(Removed.COMMENT)
    return marks


def _marks_of_stream(stream: Stream) -> set[Removed]:
    if stream.disposition & _PICTURES:
        return {Removed.THUMBNAIL}
    if stream.type not in ("audio", "video"):
        return {Removed.OTHER}
    return set()


def _marks_of_labels(labels: Mapping[str, str]) -> set[Removed]:
    return {
        mark_of(key, label)
        for key, label in labels.items()
        if not _STRUCTURE.fullmatch(key) and label not in _PLAIN_NAMES
    }

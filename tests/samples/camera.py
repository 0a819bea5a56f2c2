"""What a camera writes beside the picture: EXIF, by hand, for no writer makes a thumbnail."""

import io
import struct
from collections.abc import Sequence

from PIL import Image, ImageDraw

from tests.samples.marks import AUTHOR, CAMERA, MOMENT, NOTE, PLACE, PROGRAM

LATITUDE_SECONDS = 271_828_183  # of 10,000,000: a number that stands nowhere else
_ASCII, _LONG, _RATIONAL = 2, 4, 5


def scene(width: int = 320, height: int = 240) -> Image.Image:
    """Return a picture whose four corners differ: red, green, blue, white."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    draw = ImageDraw.Draw(image)
    for colour, x, y in (
        ("red", 0, 0),
        ("lime", width - 60, 0),
        ("blue", 0, height - 60),
        ("white", width - 60, height - 60),
    ):
        draw.rectangle((x, y, x + 59, y + 59), fill=colour)
    return image


def exif(orientation: int = 1) -> bytes:
    """Return an EXIF block with place, camera, moment, owner and a thumbnail."""
    small = io.BytesIO()
    scene(64, 48).save(small, "JPEG", comment=b"TANDAKECIL")
    first: list[tuple[int, int, object]] = [
        (0x010E, _ASCII, NOTE),
        (0x010F, _ASCII, CAMERA),
        (0x0110, _ASCII, CAMERA + b" 1"),
        (0x0112, 3, orientation),
        (0x0131, _ASCII, PROGRAM),
        (0x0132, _ASCII, MOMENT),
        (0x013B, _ASCII, AUTHOR),
    ]
    gps: list[tuple[int, int, object]] = [
        (1, _ASCII, b"S"),
        (2, _RATIONAL, ((7, 1), (47, 1), (LATITUDE_SECONDS, 10_000_000))),
        (28, 7, b"ASCII\0\0\0" + PLACE),
    ]
    shot: list[tuple[int, int, object]] = [(0x9003, _ASCII, MOMENT)]
    return b"Exif\0\0" + _tiff(first, shot, gps, small.getvalue())


def _tiff(
    first: list[tuple[int, int, object]],
    shot: list[tuple[int, int, object]],
    gps: list[tuple[int, int, object]],
    thumbnail: bytes,
) -> bytes:
    small: list[tuple[int, int, object]] = [
        (0x0103, 3, 6),
        (0x0201, _LONG, 0),
        (0x0202, _LONG, len(thumbnail)),
    ]
    first = [*first, (0x8769, _LONG, 0), (0x8825, _LONG, 0)]
    places = [8]
    for folder in (first, shot, gps, small):
        places.append(places[-1] + len(_folder(folder, 0)))
    first[-2:] = [(0x8769, _LONG, places[1]), (0x8825, _LONG, places[2])]
    small[1] = (0x0201, _LONG, places[4])
    return (
        b"II*\0\x08\0\0\0"
        + _folder(first, places[0], following=places[3])
        + _folder(shot, places[1])
        + _folder(gps, places[2])
        + _folder(small, places[3])
        + thumbnail
    )


def _folder(
    entries: Sequence[tuple[int, int, object]], place: int, following: int = 0
) -> bytes:
    beside = place + 2 + 12 * len(entries) + 4
    head, body = struct.pack("<H", len(entries)), b""
    for tag, kind, entry in entries:
        count, packed = _packed(kind, entry)
        if len(packed) > 4:
            packed, body = (
                struct.pack("<I", beside + len(body)),
                body + packed + b"\0" * (len(packed) % 2),
            )
        head += struct.pack("<HHI", tag, kind, count) + packed.ljust(4, b"\0")
    return head + struct.pack("<I", following) + body


def _packed(kind: int, entry: object) -> tuple[int, bytes]:
    if isinstance(entry, tuple):
        return len(entry), b"".join(struct.pack("<II", *part) for part in entry)
    if isinstance(entry, int):
        return 1, struct.pack("<H" if kind == 3 else "<I", entry)
    assert isinstance(entry, bytes)
    text = entry + b"\0" if kind == _ASCII else entry
    return len(text), text

"""Small real files for exhibits, drawn with nothing but the standard library.

Every picture is a PNG that says DATA CONTOH and cannot be taken for a real photograph,
signature or identity card.
"""

import hashlib
import struct
import zlib

WIDTH, HEIGHT = 480, 300
_INK, _PAPER, _PALE = 40, 244, 222
_SCALE = 3

# Columns of a 5 × 7 letter from left to right, lowest bit at the top.
_LETTERS = {
    "A": "7E1111117E", "B": "7F49494936", "C": "3E41414122", "D": "7F4141221C",
    "E": "7F49494941", "F": "7F09090901", "G": "3E41494979", "H": "7F0808087F",
    "I": "00417F4100", "J": "2040413F01", "K": "7F08142241", "L": "7F40404040",
    "M": "7F020C027F", "N": "7F0408107F", "O": "3E4141413E", "P": "7F09090906",
    "Q": "3E4151215E", "R": "7F09192946", "S": "4649494931", "T": "01017F0101",
    "U": "3F4040403F", "V": "1F2040201F", "W": "3F4038403F", "X": "6314081463",
    "Y": "0708700807", "Z": "6151494543", "0": "3E5149453E", "1": "00427F4000",
    "2": "4261514946", "3": "2141454B31", "4": "1814127F10", "5": "2745454539",
    "6": "3C4A494930", "7": "0171090503", "8": "3649494936", "9": "064949291E",
}  # fmt: skip
_BLANK = "0000000000"


def picture(*lines: str) -> bytes:
    """Return a grey PNG of 480 × 300 pixels with the lines of text and a pattern.

    Args:
        lines: Letters, digits and spaces; up to 25 characters each. They also decide
            the pattern, so that two texts never give the same bytes.
    """
    rows = _ground("\n".join(lines))
    for place, line in enumerate(("DATA CONTOH", *lines)):
        _write(rows, line.upper(), top=24 + place * 36)
    raw = b"".join(b"\x00" + bytes(row) for row in rows)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(raw, 9))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, body: bytes) -> bytes:
    return (
        struct.pack(">I", len(body))
        + kind
        + body
        + struct.pack(">I", zlib.crc32(kind + body))
    )


def _ground(text: str) -> list[bytearray]:
    """Return the empty sheet with a band of bars that differs by text."""
    rows = [bytearray([_PAPER]) * WIDTH for _ in range(HEIGHT)]
    for place, byte in enumerate(hashlib.sha256(text.encode()).digest()):
        left, height = 16 + place * 14, 10 + byte % 50
        for row in rows[HEIGHT - 12 - height : HEIGHT - 12]:
            row[left : left + 10] = bytes([_PALE - byte % 90]) * 10
    return rows


def _write(rows: list[bytearray], line: str, *, top: int) -> None:
    for place, letter in enumerate(line):
        columns = bytes.fromhex(_LETTERS.get(letter, _BLANK))
        for column, bits in enumerate(columns):
            left = 16 + (place * 6 + column) * _SCALE
            for bit in range(7):
                if bits >> bit & 1:
                    _dot(rows, left, top + bit * _SCALE)


def _dot(rows: list[bytearray], left: int, top: int) -> None:
    for row in rows[top : top + _SCALE]:
        row[left : left + _SCALE] = bytes([_INK]) * _SCALE

"""Texts that stand nowhere else, so that a search of bytes finds them; all invented."""

import struct

PLACE = b"TANDATEMPAT"
CAMERA = b"TANDAKAMERA"
MOMENT = b"2026:01:02 03:04:05"
AUTHOR = b"TANDAPEMILIK"
PROGRAM = b"TANDAPROGRAM"
NOTE = b"TANDACATATAN"
FILE_NAME = b"TANDANAMA.docx"
MARKS = (PLACE, CAMERA, MOMENT, AUTHOR, PROGRAM, NOTE, FILE_NAME)


LABELS = {
    "title": NOTE.decode(),
    "artist": AUTHOR.decode(),
    "comment": NOTE.decode(),
    "encoder": PROGRAM.decode(),
    "location": "-07.7956+110.3695/",
    "creation_time": "2026-01-02T03:04:05.000000Z",
    "make": CAMERA.decode(),
    "model": CAMERA.decode(),
    "com.apple.quicktime.location.ISO6709": "-07.7956+110.3695+" + PLACE.decode(),
    "filename": FILE_NAME.decode(),
}
_RECORDED_AT = 1_767_323_045  # 2026-01-02T03:04:05Z in seconds since 1970
_SINCE_1904 = 2_082_844_800  # QuickTime counts from there
_SINCE_2001 = 978_307_200  # and Matroska from here, in nanoseconds
RECORDED_MARKS = (
    *MARKS,
    b"-07.7956",
    b"110.3695",
    struct.pack(">ii", int(110.3695 * 65_536), int(-7.7956 * 65_536))[1:],
    b"2026-01-02",
    struct.pack(">I", _RECORDED_AT + _SINCE_1904),
    struct.pack(">q", (_RECORDED_AT - _SINCE_2001) * 1_000_000_000),
    b"x264 - core",
    b"x265 (build",
)
"""What is searched in a recording: labels, places and moments also as the containers
write them in numbers, and what an encoder of film says of itself."""


def xmp() -> bytes:
    """Return an XMP packet with every kind of mark."""
    return (
        b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description xmp:CreatorTool="%s" xmp:CreateDate="%s">'
        b"<dc:creator>%s</dc:creator><photoshop:City>%s</photoshop:City>"
        b"<dc:description>%s</dc:description><tiff:Make>%s</tiff:Make>"
        b"<crs:RawFileName>%s</crs:RawFileName>"
        b"</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
    ) % (PROGRAM, MOMENT, AUTHOR, PLACE, NOTE, CAMERA, FILE_NAME)


def iptc() -> bytes:
    """Return the payload of a Photoshop segment with owner, town and caption."""
    entries = b"".join(
        b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(text)) + text
        for number, text in ((80, AUTHOR), (90, PLACE), (120, NOTE))
    )
    padding = b"\0" * (len(entries) % 2)
    size = struct.pack(">I", len(entries))
    return b"Photoshop 3.0\x008BIM\x04\x04\0\0" + size + entries + padding

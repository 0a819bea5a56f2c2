"""Files with marks in them, made on the spot: pictures, papers and recordings.

Every mark is a text that stands nowhere else, so a search of the bytes finds it. The
camera, the place and the people are invented.
"""

import io
import struct
import zlib
from collections.abc import Sequence

import av
import pillow_heif
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

PLACE = b"TANDATEMPAT"
CAMERA = b"TANDAKAMERA"
MOMENT = b"2026:01:02 03:04:05"
AUTHOR = b"TANDAPEMILIK"
PROGRAM = b"TANDAPROGRAM"
NOTE = b"TANDACATATAN"
FILE_NAME = b"TANDANAMA.docx"
MARKS = (PLACE, CAMERA, MOMENT, AUTHOR, PROGRAM, NOTE, FILE_NAME)

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


# --- EXIF, written by hand because no writer makes a thumbnail


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


# --- Pictures


def jpeg(orientation: int = 1, image: Image.Image | None = None) -> bytes:
    """Return a JPEG as a telephone writes it, with a film hidden behind it."""
    out = io.BytesIO()
    (image or scene()).save(
        out,
        "JPEG",
        quality=95,
        exif=exif(orientation),
        xmp=xmp(),
        comment=NOTE,
        icc_profile=srgb_profile(),
        extra=b"\xff\xed" + struct.pack(">H", len(iptc()) + 2) + iptc(),
    )
    return out.getvalue() + b"\0\0\0\x18ftypmp42" + PLACE


def srgb_profile() -> bytes:
    """Return a colour profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def swapped_profile() -> bytes:
    """Return a profile in which red and green have changed places."""
    profile = srgb_profile()
    swapped = profile.replace(b"rXYZ", b"?XYZ").replace(b"gXYZ", b"rXYZ")
    return swapped.replace(b"?XYZ", b"gXYZ")


def png(image: Image.Image | None = None) -> bytes:
    """Return a PNG with texts of three sorts, EXIF and the moment of its change."""
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", AUTHOR.decode())
    texts.add_text("Software", PROGRAM.decode(), zip=True)
    texts.add_itxt("XML:com.adobe.xmp", xmp().decode())
    texts.add(b"tIME", struct.pack(">HBBBBB", 2026, 1, 2, 3, 4, 5))
    out = io.BytesIO()
    (image or scene()).save(out, "PNG", pnginfo=texts, exif=exif())
    return out.getvalue() + NOTE


def webp() -> bytes:
    """Return a WebP with EXIF, XMP and a profile."""
    out = io.BytesIO()
    scene().save(out, "WEBP", exif=exif(), xmp=xmp(), icc_profile=srgb_profile())
    return out.getvalue()


def gif(frame_count: int = 4) -> bytes:
    """Return a moving GIF with a comment."""
    frames = [scene().rotate(90 * turn).convert("P") for turn in range(frame_count)]
    out = io.BytesIO()
    frames[0].save(
        out,
        "GIF",
        save_all=True,
        append_images=frames[1:],
        duration=120,
        loop=0,
        comment=NOTE,
    )
    return out.getvalue()


def heic() -> bytes:
    """Return a HEIC with EXIF and XMP, as a telephone writes it."""
    out = io.BytesIO()
    file = pillow_heif.from_pillow(scene())
    file.save(out, quality=95, exif=exif(), xmp=xmp())
    return out.getvalue()


def png_that_says(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that announces a size of its own."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(bytes(1000)))
        + _chunk(b"IEND", b"")
    )


def _chunk(name: bytes, payload: bytes) -> bytes:
    checked = name + payload
    return (
        struct.pack(">I", len(payload))
        + checked
        + struct.pack(">I", zlib.crc32(checked))
    )


# --- Papers


def pdf(page_count: int = 1) -> bytes:
    """Return a PDF with information, XMP, hidden text, a note and an attachment."""
    from pypdf import PdfWriter
    from pypdf.generic import (
        ArrayObject,
        DecodedStreamObject,
        DictionaryObject,
        FloatObject,
        NameObject,
        TextStringObject,
    )

    writer = PdfWriter()
    for _ in range(page_count):
        page = writer.add_blank_page(width=595, height=842)
        drawing = DecodedStreamObject()
        drawing.set_data(
            b"1 0 0 rg 0 642 200 200 re f 0 0 1 rg 395 0 200 200 re f "
            b"BT /F 12 Tf 3 Tr 100 500 Td (%s) Tj ET" % NOTE
        )
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        page[NameObject("/Contents")] = drawing
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F"): font})}
        )
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Text"),
            NameObject("/T"): TextStringObject(AUTHOR.decode()),
            NameObject("/Contents"): TextStringObject(NOTE.decode()),
            NameObject("/Rect"): ArrayObject([FloatObject(n) for n in (9, 9, 30, 30)]),
        }
    )
    writer.add_annotation(0, note)
    writer.add_attachment(FILE_NAME.decode(), PLACE)
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject(f"app.alert('{CAMERA.decode()}');"),
        }
    )
    writer.add_metadata(
        {
            "/Author": AUTHOR.decode(),
            "/Creator": PROGRAM.decode(),
            "/Producer": PROGRAM.decode(),
            "/CreationDate": "D:20260102030405",
            "/Title": FILE_NAME.decode(),
        }
    )
    writer.xmp_metadata = xmp()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf_of_empty_pages(page_count: int) -> bytes:
    """Return a PDF of many pages in few bytes: one page, named again and again."""
    kids = b"3 0 R " * page_count
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (page_count, kids),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    )
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 4\n0000000000 65535 f \n"
        + table
        + b"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    )


# --- Recordings

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
RECORDED_MARKS = (*MARKS, b"-07.7956", b"110.3695", b"x264 - core", b"2026-01-02")
"""What is searched in a recording: the labels, and what an encoder says of itself."""


def recording(
    container: str,
    *,
    sound: str | None = "aac",
    film: str | None = None,
    rate: int = 48_000,
    options: dict[str, str] | None = None,
) -> bytes:
    """Return a second of noise, and of a turning scene, with labels everywhere."""
    out = io.BytesIO()
    with av.open(out, "w", format=container, options=options or {}) as file:
        file.metadata.update(LABELS)
        streams = []
        if film:
            pictures = file.add_stream(film, rate=10)
            pictures.width, pictures.height = 176, 144
            pictures.pix_fmt = "yuv420p"
            streams.append((pictures, _frames()))
        if sound:
            voice = file.add_stream(sound, rate=rate)
            # FFmpeg's own encoder of Vorbis knows two channels and calls itself a trial.
            voice.layout = "stereo" if sound == "vorbis" else "mono"
            voice.codec_context.options = {"strict": "experimental"}
            streams.append((voice, _noise(rate)))
        for stream, _ in streams:
            stream.metadata.update(LABELS)
        for stream, frames in streams:
            for frame in frames:
                file.mux(stream.encode(frame))
            file.mux(stream.encode(None))
    return out.getvalue()


def _frames() -> list[av.VideoFrame]:
    frames = []
    for number in range(10):
        frame = av.VideoFrame.from_image(scene(176, 144).rotate(9 * number))
        frame.pts = number
        frames.append(frame)
    return frames


def _noise(rate: int) -> list[av.AudioFrame]:
    frames, size = [], 160
    for number in range(rate // size):
        frame = av.AudioFrame("s16", "mono", size)
        frame.planes[0].update(
            b"".join(
                struct.pack("<h", (at * at * 31 + number * 977) % 8000 - 4000)
                for at in range(size)
            )
        )
        frame.sample_rate, frame.pts = rate, number * size
        frames.append(frame)
    return frames


def turned_film() -> bytes:
    """Return a film that is to be shown turned by a quarter, as a telephone writes."""
    film = recording("mp4", sound=None, film="libx264")
    upright = struct.pack(">9i", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
    turned = struct.pack(">9i", 0, 1 << 16, 0, -(1 << 16), 0, 0, 176 << 16, 0, 1 << 30)
    before, track, behind = film.partition(b"tkhd")
    return before + track + behind.replace(upright, turned, 1)


def song_with_cover() -> bytes:
    """Return an MP3 with a picture of its cover."""
    small = io.BytesIO()
    scene(64, 48).save(small, "JPEG", comment=b"TANDAKECIL")
    picture = b"\0image/jpeg\0\x03\0" + small.getvalue()
    return _id3(b"APIC", picture) + recording("mp3", sound="libmp3lame")


def tagged(sound: bytes) -> bytes:
    """Return sound with a label of MP3 before it and two behind it."""
    old = (b"TAG" + NOTE.ljust(30, b"\0") + AUTHOR.ljust(30, b"\0")).ljust(128, b"\0")
    item = struct.pack("<II", len(AUTHOR), 0) + b"Artist\0" + AUTHOR
    ends = struct.pack("<IIII", 2000, len(item) + 32, 1, 0) + bytes(8)
    return _id3(b"TPE1", b"\0" + AUTHOR) + sound + item + b"APETAGEX" + ends + old


def _id3(name: bytes, content: bytes) -> bytes:
    frame = name + struct.pack(">IH", len(content), 0) + content
    size = bytes(len(frame) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\0\0" + size + frame


def film_with_sensor() -> bytes:
    """Return a film with a stream of data beside picture and sound."""
    out = io.BytesIO()
    with av.open(out, "w", format="matroska") as file:
        pictures = file.add_stream("libx264", rate=10)
        pictures.width, pictures.height, pictures.pix_fmt = 176, 144, "yuv420p"
        file.add_attachment(FILE_NAME.decode(), "text/plain", PLACE)
        for frame in _frames():
            file.mux(pictures.encode(frame))
        file.mux(pictures.encode(None))
    return out.getvalue()

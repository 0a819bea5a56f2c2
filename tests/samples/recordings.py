"""Sound and film with marks."""

import io
import struct
from collections.abc import Callable
from fractions import Fraction

import av
from av.container import OutputContainer

from tests.samples.camera import scene
from tests.samples.marks import AUTHOR, FILE_NAME, LABELS, NOTE, PLACE


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
    return _film(
        lambda file: file.add_attachment(FILE_NAME.decode(), "text/plain", PLACE)
    )


def film_with_chapters() -> bytes:
    """Return a film with a chapter that has a title."""
    chapter = {
        "id": 1,
        "start": 0,
        "end": 500,
        "time_base": Fraction(1, 1000),
        "metadata": {"title": NOTE.decode()},
    }
    return _film(lambda file: file.set_chapters([chapter]))


def _film(adorn: Callable[[OutputContainer], object]) -> bytes:
    out = io.BytesIO()
    with av.open(out, "w", format="matroska") as file:
        pictures = file.add_stream("libx264", rate=10)
        pictures.width, pictures.height, pictures.pix_fmt = 176, 144, "yuv420p"
        adorn(file)
        for frame in _frames():
            file.mux(pictures.encode(frame))
        file.mux(pictures.encode(None))
    return out.getvalue()

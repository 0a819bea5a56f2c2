"""A derivative shows the same and tells nothing: searched byte by byte."""

import io
import struct

import av
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from netra.records.evidence.cleaning.binding import Page, bind
from netra.records.evidence.cleaning.derivatives import clean, reveals
from netra.records.evidence.cleaning.marks import Removed
from netra.records.evidence.content import (
    CLEANABLE,
    HEAD_BYTES,
    media_type_of,
)
from tests import samples

TOLD_BY_A_CAMERA = {
    Removed.POSITION,
    Removed.DEVICE,
    Removed.MOMENT,
    Removed.AUTHOR,
    Removed.SOFTWARE,
    Removed.THUMBNAIL,
    Removed.COMMENT,
    Removed.FILE_NAME,
}
PICTURES = {
    "image/jpeg": samples.jpeg,
    "image/png": samples.png,
    "image/webp": samples.webp,
    "image/heic": samples.heic,
}
RECORDINGS = {
    "mp4 with H.264": ("mp4", "aac", "libx264"),
    "mp4 with HEVC": ("mp4", "aac", "libx265"),
    "mp4 with AV1": ("mp4", "aac", "libsvtav1"),
    "mp4 with MPEG-4 part 2": ("mp4", "aac", "mpeg4"),
    "mov with labels of its own": ("mov", "pcm_s16le", "libx264"),
    "matroska with Vorbis": ("matroska", "vorbis", "libx264"),
    "webm with Opus": ("webm", "libopus", "libvpx"),
    "webm with Vorbis": ("webm", "vorbis", "libvpx-vp9"),
    "ogg with Opus": ("ogg", "libopus", None),
    "ogg with Vorbis": ("ogg", "vorbis", None),
    "m4a": ("ipod", "aac", None),
    "mp3": ("mp3", "libmp3lame", None),
    "flac": ("flac", "flac", None),
    "wav": ("wav", "pcm_s16le", None),
    "3gp with AMR": ("3gp", "libopencore_amrnb", "h263"),
}


def picture(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content)) as image:
        image.load()
        return image.convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return the mean difference of two pictures, from 0 to 255."""
    assert one.size == other.size
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


def recorded(kind: str) -> bytes:
    container, sound, film = RECORDINGS[kind]
    rate = 8_000 if container == "3gp" else 48_000
    return samples.recording(container, sound=sound, film=film, rate=rate)


def frame_counts(content: bytes) -> dict[str, int]:
    counts: dict[str, int] = {}
    with av.open(io.BytesIO(content)) as file:
        for frame in file.decode():
            name = type(frame).__name__
            counts[name] = counts.get(name, 0) + 1
    return counts


@pytest.mark.parametrize("media_type", PICTURES)
def test_a_picture_loses_every_mark_and_looks_the_same(media_type: str) -> None:
    original = PICTURES[media_type]()
    if media_type != "image/png":  # its texts are deflated
        assert all(mark in original for mark in samples.MARKS)
    derivative = clean(original, media_type)
    assert not any(mark in derivative.content for mark in samples.MARKS)
    assert b"TANDAKECIL" not in derivative.content
    for number in ("<I", ">I"):
        seconds = struct.pack(number, samples.LATITUDE_SECONDS)
        assert seconds not in derivative.content
    assert set(derivative.removed) >= TOLD_BY_A_CAMERA
    assert reveals(derivative.content, derivative.media_type) == ()
    assert difference(picture(derivative.content), samples.scene()) < 4


def test_what_was_removed_is_what_the_original_reveals() -> None:
    original = samples.jpeg()
    assert clean(original, "image/jpeg").removed == reveals(original, "image/jpeg")


@pytest.mark.parametrize(
    ("orientation", "top_left"),
    [
        *((1, "red"), (2, "lime"), (3, "white"), (4, "blue")),
        *((5, "red"), (6, "blue"), (7, "white"), (8, "lime")),
    ],
)
def test_a_picture_stands_upright_without_its_label(
    orientation: int, top_left: str
) -> None:
    derivative = clean(samples.jpeg(orientation), "image/jpeg")
    drawn = picture(derivative.content)
    assert drawn.size == ((320, 240) if orientation < 5 else (240, 320))
    corner = Image.new("RGB", (1, 1), drawn.getpixel((10, 10)))
    assert difference(corner, Image.new("RGB", (1, 1), top_left)) < 12


def test_a_heic_becomes_a_jpeg_that_an_officer_can_see() -> None:
    original = samples.heic()
    assert media_type_of(original[:HEAD_BYTES]) == "image/heic"
    derivative = clean(original, "image/heic")
    assert derivative.media_type == "image/jpeg"
    assert media_type_of(derivative.content) == "image/jpeg"


def test_of_several_pictures_in_one_file_the_first_is_kept() -> None:
    second = Image.new("RGB", (320, 240), "purple")
    out = io.BytesIO()
    samples.scene().save(
        out, "MPO", save_all=True, append_images=[second], exif=samples.exif()
    )
    original = out.getvalue()
    assert media_type_of(original[:HEAD_BYTES]) == "image/jpeg"
    derivative = clean(original, "image/jpeg")
    assert Removed.OTHER in derivative.removed
    assert not any(mark in derivative.content for mark in samples.MARKS)
    assert len(derivative.content) < len(original)
    with Image.open(io.BytesIO(derivative.content)) as drawn:
        assert drawn.format == "JPEG"
    assert difference(picture(derivative.content), samples.scene()) < 6


def test_a_moving_picture_keeps_its_frames_and_their_time() -> None:
    original = samples.gif(frame_count=4)
    derivative = clean(original, "image/gif")
    assert samples.NOTE in original
    assert samples.NOTE not in derivative.content
    assert derivative.removed == (Removed.COMMENT,)
    with Image.open(io.BytesIO(derivative.content)) as moving:
        assert moving.n_frames == 4
        assert moving.info["duration"] == 120
        assert moving.info["loop"] == 0


def test_a_moving_webp_keeps_its_frames() -> None:
    frames = [samples.scene().rotate(90 * turn) for turn in range(3)]
    out = io.BytesIO()
    frames[0].save(
        out, "WEBP", save_all=True, append_images=frames[1:], xmp=samples.xmp()
    )
    derivative = clean(out.getvalue(), "image/webp")
    assert not any(mark in derivative.content for mark in samples.MARKS)
    with Image.open(io.BytesIO(derivative.content)) as moving:
        assert moving.n_frames == 3
        moving.seek(1)
        assert difference(moving.convert("RGB"), frames[1]) < 6


def test_what_lies_under_transparent_places_is_gone() -> None:
    image = samples.scene().convert("RGBA")
    image.paste((200, 10, 10, 0), (0, 0, 100, 100))
    out = io.BytesIO()
    image.save(out, "PNG")
    with Image.open(io.BytesIO(clean(out.getvalue(), "image/png").content)) as drawn:
        assert drawn.getpixel((50, 50)) == (0, 0, 0, 0)
        assert drawn.getpixel((200, 200))[3] == 255


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_a_png_of_every_mode_looks_the_same(mode: str) -> None:
    grey = samples.scene().convert("L")
    image = (
        grey.convert("I").point(lambda level: level * 257).convert("I;16")
        if mode == "I;16"
        else grey.convert(mode)
    )
    out = io.BytesIO()
    image.save(out, "PNG")
    expected = image.convert("RGB") if mode in ("1", "P") else grey.convert("RGB")
    derivative = clean(out.getvalue(), "image/png")
    assert difference(picture(derivative.content), expected) < 2


def test_colours_of_another_profile_are_brought_to_srgb() -> None:
    out = io.BytesIO()
    swapped = samples.swapped_profile()
    Image.new("RGB", (50, 50), (255, 0, 0)).save(out, "PNG", icc_profile=swapped)
    drawn = picture(clean(out.getvalue(), "image/png").content)
    red, green, blue = drawn.getpixel((20, 20))
    assert green > 200
    assert red < 60
    assert blue < 60


def test_a_jpeg_in_printing_colours_is_shown_in_those_of_a_screen() -> None:
    out = io.BytesIO()
    samples.scene().convert("CMYK").save(out, "JPEG", quality=95)
    derivative = clean(out.getvalue(), "image/jpeg")
    assert difference(picture(derivative.content), samples.scene()) < 6


def test_a_pdf_becomes_pictures_of_its_pages() -> None:
    original = samples.pdf(page_count=2)
    assert samples.AUTHOR in original
    derivative = clean(original, "application/pdf")
    assert not any(mark in derivative.content for mark in samples.MARKS)
    assert set(derivative.removed) >= TOLD_BY_A_CAMERA - {Removed.THUMBNAIL}
    for word in (b"/Info", b"/Metadata", b"/JavaScript", b"/Font", b"Date", b"/ID"):
        assert word not in derivative.content
    paper = pypdfium2.PdfDocument(derivative.content)
    assert len(paper) == 2
    assert paper.get_metadata_dict(skip_empty=True) == {}
    assert paper[0].get_textpage().count_chars() == 0
    drawn = paper[0].render(scale=1).to_pil().convert("RGB")
    seen = pypdfium2.PdfDocument(original)[0].render(scale=1).to_pil().convert("RGB")
    assert difference(drawn, seen) < 3
    paper.close()


def test_a_photograph_inside_a_pdf_tells_its_place() -> None:
    photographed = Page(
        width_points=320,
        height_points=240,
        width=320,
        height=240,
        jpeg=samples.jpeg(),
    )
    original = bind([photographed])
    assert samples.PLACE in original
    assert Removed.POSITION in reveals(original, "application/pdf")
    derivative = clean(original, "application/pdf")
    assert not any(mark in derivative.content for mark in samples.MARKS)


def test_equal_pages_give_equal_bytes() -> None:
    assert (
        clean(samples.pdf(), "application/pdf").content
        == clean(samples.pdf(), "application/pdf").content
    )


@pytest.mark.parametrize("kind", RECORDINGS)
def test_a_recording_loses_every_mark_and_plays_the_same(kind: str) -> None:
    original = recorded(kind)
    media_type = media_type_of(original[:HEAD_BYTES])
    assert media_type in CLEANABLE
    assert any(mark in original for mark in samples.RECORDED_MARKS)
    derivative = clean(original, media_type)
    left = [mark for mark in samples.RECORDED_MARKS if mark in derivative.content]
    assert left == []
    assert derivative.removed
    assert reveals(derivative.content, derivative.media_type) == ()
    assert media_type_of(derivative.content[:HEAD_BYTES]) == derivative.media_type
    assert frame_counts(derivative.content) == frame_counts(original)


@pytest.mark.parametrize(
    ("container", "options", "written"),
    [
        ("mp4", {}, b"loci"),
        ("mov", {}, b"\xa9xyz"),
        (
            "mov",
            {"movflags": "use_metadata_tags"},
            b"com.apple.quicktime.location.ISO6709",
        ),
    ],
)
def test_a_film_says_where_it_was_taken_and_the_copy_does_not(
    container: str, options: dict[str, str], written: bytes
) -> None:
    original = samples.recording(container, film="libx264", options=options)
    assert written in original
    media_type = media_type_of(original[:HEAD_BYTES])
    derivative = clean(original, media_type)
    assert {Removed.POSITION, Removed.MOMENT} <= set(derivative.removed)
    assert written not in derivative.content
    assert b"-07.7956" not in derivative.content


def test_a_film_of_a_turned_telephone_stays_turned() -> None:
    original = samples.turned_film()
    with av.open(io.BytesIO(original)) as file:
        assert next(file.decode(video=0)).rotation == -90
    with av.open(io.BytesIO(clean(original, "video/mp4").content)) as file:
        assert next(file.decode(video=0)).rotation == -90


def test_the_cover_of_a_song_is_left_behind() -> None:
    original = samples.song_with_cover()
    assert b"TANDAKECIL" in original
    derivative = clean(original, "audio/mpeg")
    assert Removed.THUMBNAIL in derivative.removed
    assert b"TANDAKECIL" not in derivative.content


def test_labels_before_and_behind_the_frames_of_sound_are_left_behind() -> None:
    original = samples.tagged(samples.recording("adts"))
    derivative = clean(original, "audio/x-hx-aac-adts")
    assert samples.AUTHOR in original
    assert samples.AUTHOR not in derivative.content
    original = samples.tagged(samples.recording("mp3", sound="libmp3lame"))
    assert original.count(samples.AUTHOR) > 1
    assert samples.AUTHOR not in clean(original, "audio/mpeg").content


def test_a_voice_of_an_old_telephone_is_packed_anew() -> None:
    original = samples.recording("amr", sound="libopencore_amrnb", rate=8_000)
    derivative = clean(original, media_type_of(original))
    assert derivative.media_type == "audio/amr"
    assert frame_counts(derivative.content) == frame_counts(original)


def test_a_stream_of_a_sensor_is_told_and_left_behind() -> None:
    original = samples.film_with_sensor()
    assert samples.PLACE in original
    derivative = clean(original, media_type_of(original[:HEAD_BYTES]))
    assert samples.PLACE not in derivative.content
    assert Removed.OTHER in derivative.removed


def test_chapters_are_told_and_left_behind() -> None:
    original = samples.film_with_chapters()
    assert samples.NOTE in original
    derivative = clean(original, "video/x-matroska")
    assert Removed.COMMENT in derivative.removed
    assert samples.NOTE not in derivative.content


@pytest.mark.parametrize(
    ("container", "sound", "options"),
    [
        ("mp4", "aac", {"movflags": "frag_keyframe+empty_moov"}),
        ("webm", "libopus", {"live": "1"}),
    ],
)
def test_what_a_browser_records_in_pieces_is_packed_anew(
    container: str, sound: str, options: dict[str, str]
) -> None:
    original = samples.recording(container, sound=sound, options=options)
    derivative = clean(original, media_type_of(original[:HEAD_BYTES]))
    left = [mark for mark in samples.RECORDED_MARKS if mark in derivative.content]
    assert left == []
    assert frame_counts(derivative.content) == frame_counts(original)

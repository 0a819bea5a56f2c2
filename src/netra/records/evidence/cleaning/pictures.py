"""Pictures drawn anew: upright, in sRGB, nothing but what is seen."""

import copy
import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from PIL import (
    GifImagePlugin,
    Image,
    ImageCms,
    ImageColor,
    ImageFile,
    ImageFilter,
    ImagePalette,
    ImageSequence,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)

from netra.records.evidence.cleaning.faults import bomb, not_cleanable
from netra.records.evidence.cleaning.limits import MAX_FRAMES, MAX_PIXELS
from netra.records.evidence.cleaning.marks import Removed
from netra.records.evidence.cleaning.picture_marks import marks_of_picture

# Pillow imports its parts when a file needs them; here nothing can be opened any more.
Image.preinit()
_PARTS = (
    copy,
    GifImagePlugin,
    ImageColor,
    ImageFilter,
    ImagePalette,
    ImageSequence,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
_ORIENTATION = 0x0112  # EXIF 2.3, table 4
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# A JPEG with several pictures (depth, second lens) opens as MPO; the first is shown.
_FORMATS = {
    "image/gif": ("GIF",),
    "image/heic": ("HEIF",),
    "image/heif": ("HEIF",),
    "image/jpeg": ("JPEG", "MPO"),
    "image/png": ("PNG",),
    "image/webp": ("WEBP",),
}
_MOVING = frozenset({"GIF", "PNG", "WEBP"})
_HEIF = frozenset({"image/heic", "image/heif"})
_QUALITY = {
    # 92 keeps the letters of a photographed sheet free of visible blocks.
    "JPEG": {"quality": 92},
    "WEBP": {"quality": 92, "method": 2},
    "PNG": {"compress_level": 4},
    "GIF": {},
}
_WRONG_COLOURS = (ImageCms.PyCMSError, OSError, ValueError, TypeError)


def reveals(content: bytes, media_type: str) -> set[Removed]:
    """Return what a picture tells beside what is seen.

    Raises:
        FaultError: it cannot be opened, or its announced size is that of a bomb.
    """
    with _opened(content, media_type) as image:
        return marks_of_picture(content, media_type, image)


def clean(content: bytes, media_type: str) -> tuple[bytes, str]:
    """Return the picture drawn anew and its media type.

    Raises:
        FaultError: it is broken, or larger than allowed.
    """
    with _opened(content, media_type) as image:
        written = "JPEG" if media_type in _HEIF else _FORMATS[media_type][0]
        if written in _MOVING and getattr(image, "is_animated", False):
            return _moving(image, written), f"image/{written.lower()}"
        drawn = _plain(image)
        if written == "JPEG":
            drawn = _without_alpha(drawn)
        return _encoded([drawn], written, {}), f"image/{written.lower()}"


@contextmanager
def _opened(content: bytes, media_type: str) -> Iterator[ImageFile.ImageFile]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=_FORMATS[media_type]) as image:
                _measure(image.width * image.height, 1)
                yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise bomb(f"more than {MAX_PIXELS} pixels") from error
    except UnidentifiedImageError as error:
        raise not_cleanable("no picture of this kind") from error
    except (OSError, SyntaxError, ValueError, EOFError, struct.error) as error:
        raise not_cleanable("the picture is broken") from error


def _measure(pixel_count: int, frame_count: int) -> None:
    if pixel_count * frame_count > MAX_PIXELS:
        raise bomb(f"more than {MAX_PIXELS} pixels")
    if frame_count > MAX_FRAMES:
        raise bomb(f"more than {MAX_FRAMES} frames")


def _moving(image: ImageFile.ImageFile, written: str) -> bytes:
    frames: list[Image.Image] = []
    lasting: list[float] = []
    with suppress(EOFError):
        while True:
            image.seek(len(frames))
            _measure(image.width * image.height, len(frames) + 1)
            lasting.append(image.info.get("duration", 100))
            frames.append(_plain(image))
    timing: dict[str, object] = {
        "save_all": True,
        "append_images": frames[1:],
        "duration": lasting,
        "disposal": 2 if written == "GIF" else 0,
    }
    if "loop" in image.info:
        timing["loop"] = image.info["loop"]
    return _encoded(frames, written, timing)


def _encoded(
    frames: list[Image.Image], written: str, timing: dict[str, object]
) -> bytes:
    out = io.BytesIO()
    frames[0].save(out, written, **_QUALITY[written], **timing)
    return out.getvalue()


def _plain(image: Image.Image) -> Image.Image:
    """Return the pixels alone: upright, sRGB, nothing under transparent places."""
    image.load()
    drawn = _in_srgb(image)
    orientation = _orientation(image)
    if orientation in _TURNS:
        drawn = drawn.transpose(_TURNS[orientation])
    if drawn.mode == "RGBA":
        drawn = _without_hidden_colours(drawn)
    # Writers take comments and profiles from here when they are not told otherwise.
    drawn.info = {}
    return drawn


def _orientation(image: Image.Image) -> int:
    with suppress(OSError, SyntaxError, ValueError, KeyError, TypeError, struct.error):
        return int(image.getexif().get(_ORIENTATION, 1))
    return 1


def _in_srgb(image: Image.Image) -> Image.Image:
    drawn = _in_simple_mode(image)
    profile = image.info.get("icc_profile")
    if not profile:
        return drawn if drawn.mode != "CMYK" else drawn.convert("RGB")
    wanted = "RGBA" if drawn.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        shown = ImageCms.profileToProfile(
            drawn, source, ImageCms.createProfile("sRGB"), outputMode=wanted
        )
    except _WRONG_COLOURS:
        # A profile for other colours than the picture has: shown as if there were none.
        return drawn.convert(wanted)
    return shown or drawn.convert(wanted)


def _in_simple_mode(image: Image.Image) -> Image.Image:
    """Return a copy in one of L, RGB, RGBA and CMYK, 8 bits each."""
    if image.mode in ("L", "RGB", "RGBA", "CMYK") and "transparency" not in image.info:
        return image.copy()
    if image.mode.startswith(("I", "F")):
        return image.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    if "transparency" in image.info or image.mode in ("PA", "LA", "La", "RGBa"):
        return image.convert("RGBA")
    return image.convert("L" if image.mode == "1" else "RGB")


def _without_hidden_colours(image: Image.Image) -> Image.Image:
    seen = image.getchannel("A").point(lambda alpha: 255 if alpha else 0)
    drawn = Image.new("RGBA", image.size)
    drawn.paste(image, mask=seen)
    return drawn


def _without_alpha(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    sheet = Image.new("RGB", image.size, "white")
    sheet.paste(image, mask=image.getchannel("A"))
    return sheet

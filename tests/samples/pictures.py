"""Pictures with marks."""

import io
import struct
import zlib

import pillow_heif
from PIL import Image, ImageCms, PngImagePlugin

from tests.samples.camera import exif, scene
from tests.samples.marks import AUTHOR, NOTE, PLACE, PROGRAM, iptc, xmp


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

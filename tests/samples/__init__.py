"""Files with marks in them, made on the spot: pictures, papers and recordings.

Every mark is a text that stands nowhere else, so a search of the bytes finds it. The
camera, the place and the people are invented.
"""

from tests.samples.camera import LATITUDE_SECONDS, exif, scene
from tests.samples.marks import (
    AUTHOR,
    CAMERA,
    FILE_NAME,
    MARKS,
    MOMENT,
    NOTE,
    PLACE,
    PROGRAM,
    RECORDED_MARKS,
    iptc,
    xmp,
)
from tests.samples.papers import pdf, pdf_of_empty_pages
from tests.samples.pictures import (
    gif,
    heic,
    jpeg,
    png,
    png_that_says,
    srgb_profile,
    swapped_profile,
    webp,
)
from tests.samples.recordings import (
    film_with_chapters,
    film_with_sensor,
    recording,
    song_with_cover,
    tagged,
    turned_film,
)

__all__ = [
    "AUTHOR",
    "CAMERA",
    "FILE_NAME",
    "LATITUDE_SECONDS",
    "MARKS",
    "MOMENT",
    "NOTE",
    "PLACE",
    "PROGRAM",
    "RECORDED_MARKS",
    "exif",
    "film_with_chapters",
    "film_with_sensor",
    "gif",
    "heic",
    "iptc",
    "jpeg",
    "pdf",
    "pdf_of_empty_pages",
    "png",
    "png_that_says",
    "recording",
    "scene",
    "song_with_cover",
    "srgb_profile",
    "swapped_profile",
    "tagged",
    "turned_film",
    "webp",
    "xmp",
]

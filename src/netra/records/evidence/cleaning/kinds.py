"""Which kinds of files can be cleaned, and by which part."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Family(StrEnum):
    """The parts that clean."""

    PICTURE = "picture"
    HEIF_PICTURE = "heif_picture"
    PAPER = "paper"
    RECORDING = "recording"


_PICTURES = "gif jpeg png webp"
_HEIF_PICTURES = "heic heif"
_SOUNDS = "aac amr flac mpeg mp4 ogg x-hx-aac-adts x-m4a x-wav"
_FILMS = "3gpp mp4 quicktime webm x-matroska"

FAMILIES: Mapping[str, Family] = MappingProxyType(
    {f"image/{name}": Family.PICTURE for name in _PICTURES.split()}
    | {f"image/{name}": Family.HEIF_PICTURE for name in _HEIF_PICTURES.split()}
    | {"application/pdf": Family.PAPER}
    | {f"audio/{name}": Family.RECORDING for name in _SOUNDS.split()}
    | {f"video/{name}": Family.RECORDING for name in _FILMS.split()}
)
"""Family of every media type that can be cleaned."""

"""What a source says, as one value that is sealed whole."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationContent:
    """Everything a source says; only `text` or a file is needed.

    `place_region` is the code of the regency or sub-district meant; `contact` is what
    a source who wants to be known leaves; `moment` is when it arrived, kept only here.
    """

    text: str
    place_region: str
    place: str = ""
    when: str = ""
    who: str = ""
    links: str = ""
    name: str = ""
    contact: str = ""
    moment: str = ""
    origin: str = ""

    def sealed_form(self) -> bytes:
        """Return the bytes that are sealed: JSON, empty parts left out."""
        told = {name: value for name, value in asdict(self).items() if value}
        return json.dumps(told, ensure_ascii=False, sort_keys=True).encode()

    @classmethod
    def from_sealed(cls, opened: bytes) -> "InformationContent":
        """Return the value that was sealed; parts of later versions are left out."""
        told: Mapping[str, str] = json.loads(opened)
        known = {k: str(v) for k, v in told.items() if k in cls.__dataclass_fields__}
        return cls(**{"text": "", "place_region": "", **known})


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivedFile:
    """A file as it arrived, with its derivative; only ever in memory.

    `original` is empty when the source said to throw it away.
    """

    name: str
    media_type: str
    derivative: bytes
    derivative_type: str
    removed: tuple[str, ...] = ()
    original: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileHead:
    """What is known of a sealed file once its head is opened."""

    name: str
    media_type: str
    sha256: str
    size_bytes: int
    file_key: str
    removed: tuple[str, ...]

    def sealed_form(self) -> bytes:
        """Return the bytes that are sealed."""
        return json.dumps(asdict(self), ensure_ascii=False).encode()

    @classmethod
    def from_sealed(cls, opened: bytes) -> "FileHead":
        """Return the head that was sealed."""
        told = json.loads(opened)
        return cls(**{**told, "removed": tuple(told["removed"])})

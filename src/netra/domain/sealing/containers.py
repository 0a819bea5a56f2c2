r"""A sealed file for bodies outside: who may open it stands in its head.

Layout: the line `netra-pack 1\n`, the length of the head (4 bytes, big endian), the
head as JSON, then the parts of a secret stream, each behind its own length (4 bytes,
big endian). Each recipient's box holds the key of the stream and the hash of the rest
of the head, so that a head cannot be put before another stream.
"""

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nacl import bindings

from .boxes import KeyPair, PublicKey, open_box, seal_box
from .errors import SealingError, WrongKeyError
from .files import PART_BYTES, new_file_key, open_parts

MAGIC = b"netra-pack 1\n"
_LENGTH_BYTES = 4
_MAX_HEAD = 2**16
_MAX_PART = PART_BYTES + 64
_KEY_BYTES = 32
_FINAL = bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL
_MESSAGE = bindings.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE


class ContainerError(SealingError):
    """The file is no container of this version, or it is cut off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContainerHead:
    """What everybody sees of a container: which pack, which part, whose keys open it.

    `recipients` are fingerprints of public keys, never names.
    """

    pack: str
    part: str
    recipients: tuple[str, ...]

    def as_bytes(self) -> bytes:
        """Return the canonical bytes the boxes are bound to."""
        told = {
            "pack": self.pack,
            "part": self.part,
            "recipients": list(self.recipients),
        }
        return json.dumps(told, sort_keys=True, separators=(",", ":")).encode()


def fingerprint_of(public: PublicKey) -> str:
    """Return the fingerprint of a key: SHA-256, first 40 hex digits in groups of four.

    Short enough to be read aloud on the telephone, too long to be hit by chance.
    """
    digits = hashlib.sha256(b"netra body key v1 " + bytes(public)).hexdigest()[:40]
    return " ".join(digits[start : start + 4] for start in range(0, 40, 4))


def seal_container(
    *,
    pack: str,
    part: str,
    recipients: Sequence[PublicKey],
    pieces: Iterable[bytes],
) -> Iterator[bytes]:
    """Yield a container for the recipients, piece by piece.

    Args:
        pack: Number of the pack; names nobody.
        part: Which part of it.
        recipients: Keys that open it; at least one.
        pieces: What is sealed, in order.

    Raises:
        ContainerError: there is no recipient.
    """
    if not recipients:
        raise ContainerError("a container needs a recipient")
    key = new_file_key()
    head = ContainerHead(
        pack=pack, part=part, recipients=tuple(map(fingerprint_of, recipients))
    )
    bound = key + hashlib.sha256(head.as_bytes()).digest()
    boxes = [b64encode(seal_box(one, bound)).decode() for one in recipients]
    told = json.dumps({"head": json.loads(head.as_bytes()), "boxes": boxes}).encode()
    yield MAGIC + _framed(told)
    for sealed in _sealed_pieces(key, pieces):
        yield _framed(sealed)


def _framed(content: bytes) -> bytes:
    return len(content).to_bytes(_LENGTH_BYTES, "big") + content


def _sealed_pieces(key: bytes, pieces: Iterable[bytes]) -> Iterator[bytes]:
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    yield bindings.crypto_secretstream_xchacha20poly1305_init_push(state, key)
    held = b""
    for part in _even(pieces):
        if held:
            yield bindings.crypto_secretstream_xchacha20poly1305_push(
                state, held, tag=_MESSAGE
            )
        held = part
    yield bindings.crypto_secretstream_xchacha20poly1305_push(state, held, tag=_FINAL)


def _even(pieces: Iterable[bytes]) -> Iterator[bytes]:
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        while len(waiting) >= PART_BYTES:
            yield bytes(waiting[:PART_BYTES])
            del waiting[:PART_BYTES]
    if waiting:
        yield bytes(waiting)


def open_container(
    pair: KeyPair, pieces: Iterable[bytes]
) -> tuple[ContainerHead, Iterator[bytes]]:
    """Return the head and, piece by piece, what was sealed.

    Args:
        pair: Of a recipient.
        pieces: The container in order, cut anywhere.

    Raises:
        ContainerError: no container, another version, or cut off.
        WrongKeyError: this key opens nothing, or the container was altered.
    """
    source = _Source(pieces)
    if source.take(len(MAGIC)) != MAGIC:
        raise ContainerError("no container of this version")
    head, boxes = _read_head(source.framed(_MAX_HEAD))
    key = _key_from(pair, head, boxes)
    return head, open_parts(key, source.frames(_MAX_PART))


def _read_head(told: bytes) -> tuple[ContainerHead, list[bytes]]:
    try:
        read = json.loads(told)
        head = ContainerHead(
            pack=str(read["head"]["pack"]),
            part=str(read["head"]["part"]),
            recipients=tuple(map(str, read["head"]["recipients"])),
        )
        return head, [b64decode(box, validate=True) for box in read["boxes"]]
    except (ValueError, KeyError, TypeError) as error:
        raise ContainerError("the head is unreadable") from error


def _key_from(pair: KeyPair, head: ContainerHead, boxes: list[bytes]) -> bytes:
    own = fingerprint_of(pair.public)
    mine = [
        box for name, box in zip(head.recipients, boxes, strict=False) if name == own
    ]
    if not mine:
        raise WrongKeyError("the container is for other keys")
    bound = open_box(pair, mine[0])
    if bound[_KEY_BYTES:] != hashlib.sha256(head.as_bytes()).digest():
        raise WrongKeyError("the head was altered")
    return bound[:_KEY_BYTES]


class _Source:
    """Bytes taken from pieces that are cut anywhere."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._waiting = bytearray()

    def take(self, count: int) -> bytes:
        """Return the next bytes.

        Raises:
            ContainerError: there are fewer.
        """
        while len(self._waiting) < count:
            piece = next(self._pieces, None)
            if piece is None:
                raise ContainerError("the container is cut off")
            self._waiting += piece
        taken = bytes(self._waiting[:count])
        del self._waiting[:count]
        return taken

    def framed(self, limit: int) -> bytes:
        """Return the next framed bytes.

        Raises:
            ContainerError: they are longer than allowed, or cut off.
        """
        length = int.from_bytes(self.take(_LENGTH_BYTES), "big")
        if length > limit:
            raise ContainerError("a part is longer than allowed")
        return self.take(length)

    def frames(self, limit: int) -> Iterator[bytes]:
        """Yield framed bytes to the end."""
        while self._waiting or self._more():
            yield self.framed(limit)

    def _more(self) -> bool:
        piece = next(self._pieces, None)
        while piece == b"":
            piece = next(self._pieces, None)
        if piece is None:
            return False
        self._waiting += piece
        return True

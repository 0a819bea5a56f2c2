"""Files as a secret stream: sealed part by part, cut off nowhere unseen."""

from collections.abc import Iterable, Iterator

from nacl import bindings, exceptions
from nacl.utils import random

from .errors import WrongKeyError

PART_BYTES = 512 * 1024
"""Size of a part before sealing: small enough for a row, large enough to be quick."""

_FINAL = bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL
_MESSAGE = bindings.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE


def new_file_key() -> bytes:
    """Return a fresh key for one file, 32 bytes."""
    key: bytes = random(bindings.crypto_secretstream_xchacha20poly1305_KEYBYTES)
    return key


def seal_parts(key: bytes, data: bytes) -> Iterator[bytes]:
    """Yield the sealed parts of `data`: a header first, the last one marked as last."""
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    yield bindings.crypto_secretstream_xchacha20poly1305_init_push(state, key)
    starts = range(0, max(len(data), 1), PART_BYTES)
    for start in starts:
        last = start + PART_BYTES >= len(data)
        yield bindings.crypto_secretstream_xchacha20poly1305_push(
            state,
            data[start : start + PART_BYTES],
            tag=_FINAL if last else _MESSAGE,
        )


def open_parts(key: bytes, parts: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what `seal_parts` was given, part by part.

    Raises:
        WrongKeyError: another key, or a part is altered, missing or out of order.
    """
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    rest = iter(parts)
    try:
        bindings.crypto_secretstream_xchacha20poly1305_init_pull(
            state, bytes(next(rest, b"")), key
        )
        ended = False
        for part in rest:
            if ended:
                raise WrongKeyError("a part follows the last one")
            plain, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(
                state, bytes(part)
            )
            ended = tag == _FINAL
            yield plain
    except (
        exceptions.CryptoError,
        exceptions.RuntimeError,
        exceptions.TypeError,
        exceptions.ValueError,
    ) as error:
        raise WrongKeyError("a part does not open") from error
    if not ended:
        raise WrongKeyError("the last part is missing")

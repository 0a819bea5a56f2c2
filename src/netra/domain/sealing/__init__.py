"""Sealing to keys, and keys out of phrases and codes.

Sealed boxes (X25519, XSalsa20-Poly1305) for texts, a secret stream
(XChaCha20-Poly1305) for files, argon2id where a person's phrase or a source's code
opens something. All of it is libsodium, through PyNaCl. No database, no clock.
"""

from netra.domain.sealing.boxes import (
    KeyPair,
    PrivateKey,
    PublicKey,
    new_pair,
    open_box,
    pair_of,
    seal_box,
)
from netra.domain.sealing.codes import (
    CODE_DIGITS,
    Mailbox,
    grouped,
    mailbox_of,
    new_code,
    read_code,
)
from netra.domain.sealing.errors import CodeError, SealingError, WrongKeyError
from netra.domain.sealing.files import (
    PART_BYTES,
    new_file_key,
    open_parts,
    seal_parts,
)
from netra.domain.sealing.phrases import (
    new_recovery_code,
    pair_of_recovery,
    unwrap,
    wrap,
)

__all__ = [
    "CODE_DIGITS",
    "PART_BYTES",
    "CodeError",
    "KeyPair",
    "Mailbox",
    "PrivateKey",
    "PublicKey",
    "SealingError",
    "WrongKeyError",
    "grouped",
    "mailbox_of",
    "new_code",
    "new_file_key",
    "new_pair",
    "new_recovery_code",
    "open_box",
    "open_parts",
    "pair_of",
    "pair_of_recovery",
    "read_code",
    "seal_box",
    "seal_parts",
    "unwrap",
    "wrap",
]

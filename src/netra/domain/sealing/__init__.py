"""Sealing to keys, and keys out of phrases and codes.

Sealed boxes (X25519, XSalsa20-Poly1305) for texts, a secret stream
(XChaCha20-Poly1305) for files, argon2id where a person's phrase or a source's code
opens something; a container seals a file for bodies outside. All of it is libsodium,
through PyNaCl. No database, no clock.
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
from netra.domain.sealing.containers import (
    ContainerError,
    ContainerHead,
    fingerprint_of,
    open_container,
    seal_container,
)
from netra.domain.sealing.errors import CodeError, SealingError, WrongKeyError
from netra.domain.sealing.files import (
    PART_BYTES,
    new_file_key,
    open_parts,
    seal_parts,
)
from netra.domain.sealing.key_files import (
    LEAST_PHRASE,
    PUBLIC_MARK,
    KeyFileError,
    ShortPhraseError,
    new_key_file,
    open_key_file,
    public_line,
    read_public_line,
)
from netra.domain.sealing.phrases import (
    new_recovery_code,
    pair_of_recovery,
    unwrap,
    wrap,
)

__all__ = [
    "CODE_DIGITS",
    "LEAST_PHRASE",
    "PART_BYTES",
    "PUBLIC_MARK",
    "CodeError",
    "ContainerError",
    "ContainerHead",
    "KeyFileError",
    "KeyPair",
    "Mailbox",
    "PrivateKey",
    "PublicKey",
    "SealingError",
    "ShortPhraseError",
    "WrongKeyError",
    "fingerprint_of",
    "grouped",
    "mailbox_of",
    "new_code",
    "new_file_key",
    "new_key_file",
    "new_pair",
    "new_recovery_code",
    "open_box",
    "open_container",
    "open_key_file",
    "open_parts",
    "pair_of",
    "pair_of_recovery",
    "public_line",
    "read_code",
    "read_public_line",
    "seal_box",
    "seal_container",
    "seal_parts",
    "unwrap",
    "wrap",
]

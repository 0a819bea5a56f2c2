"""What `netra verify` asks, finds and says."""

from dataclasses import dataclass
from pathlib import Path

from netra.cli.receipt_files import check_print, content_of, text_and_print
from netra.domain.law import in_words
from netra.domain.receipts import (
    Claim,
    KeyRing,
    Kind,
    Purpose,
    ReceiptKeyError,
    SignedReceipt,
    UnreadableReceiptError,
    verify,
)
from netra.domain.receipts.texts import VERSION
from netra.records.documents.receipt_keys import known_keys

_NO_MORE = (
    "Ini membuktikan bahwa pemegang kunci itu menyatakan telah menerima {kind} pada "
    "saat itu. Ini tidak membuktikan bahwa isinya benar, dan tidak menyebut siapa pun."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A receipt as typed or as a file, the keys to trust, and what it is shown for."""

    shown: str
    keys: Path | None
    number: str | None = None
    kind: Kind | None = None
    entry: Path | None = None
    document: Path | None = None
    sample_is_enough: bool = False

    def claim(self) -> Claim:
        """Return the claim with the bytes of its files."""
        return Claim(
            number=self.number,
            kind=self.kind,
            entry=content_of(self.entry) if self.entry else None,
            document=content_of(self.document) if self.document else None,
            sample_is_enough=self.sample_is_enough,
        )


def answer(question: Question) -> SignedReceipt:
    """Return what the receipt proves.

    Raises:
        ReceiptError: by its name, why it proves nothing.
    """
    text, printed = _shown(question.shown)
    signed = verify(text, trusted_keys(question.keys), question.claim())
    if printed is not None:
        check_print(printed, signed.receipt)
    return signed


def trusted_keys(path: Path | None) -> KeyRing:
    """Return the keys of a list, or without one those of this installation.

    Raises:
        ReceiptKeyError: the list cannot be read, or there is no key.
    """
    if path is None:
        return known_keys()
    try:
        return KeyRing.from_text(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ReceiptKeyError("the list cannot be read") from error


def _shown(shown: str) -> tuple[str, str | None]:
    if shown.lstrip().startswith(f"{VERSION}."):
        return shown, None
    try:
        is_file = Path(shown).is_file()
    except (OSError, ValueError):  # too long for a name, or no name at all
        is_file = False
    if not is_file:
        raise UnreadableReceiptError("it is neither a file nor the text of a receipt")
    return text_and_print(content_of(Path(shown)))


def as_facts(signed: SignedReceipt) -> dict[str, str]:
    """Return the answer for programs."""
    receipt = signed.receipt
    return {
        "purpose": receipt.purpose.value,
        "kind": receipt.kind.value,
        "number": receipt.number,
        "received_at": receipt.received_at.isoformat(),
        "digest": receipt.digest,
        "key": signed.key_id,
    }


def as_words(signed: SignedReceipt, question: Question) -> str:
    """Return the answer for people, in Indonesian."""
    receipt, moment = signed.receipt, signed.receipt.received_at
    said = f"{in_words(moment.date())}, pukul {moment:%H.%M.%S} (UTC{moment:%z})"
    sample = receipt.purpose is Purpose.SAMPLE
    head = "CONTOH, bukan tanda terima kantor. " if sample else ""
    rows = [
        ("Diterima", receipt.kind.label),
        ("Nomor", receipt.number),
        ("Saat", said),
        ("Sidik catatan", receipt.digest),
        ("Kunci", signed.key_id),
        ("Dicocokkan", ", ".join(_matched(question)) or "hanya tanda tangannya"),
    ]
    lines = [f"  {label:<14} {value}" for label, value in rows]
    closing = _NO_MORE.format(kind=receipt.kind.label)
    return "\n".join((f"{head}Sah dan tidak berubah.", *lines, closing))


def _matched(question: Question) -> list[str]:
    asked = {
        "nomor": question.number,
        "jenis": question.kind,
        "catatan buku": question.entry,
        "berkas": question.document,
    }
    return [word for word, given in asked.items() if given is not None]

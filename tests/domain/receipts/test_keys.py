"""Keys: one secret gives one pair a purpose, and a list of public keys is checked."""

from datetime import date

import nacl.signing
import pytest

from netra.domain.receipts import KeyRing, PublicKey, Purpose, ReceiptKeyError, Signer
from tests.domain.receipts import made


def test_the_same_secret_always_gives_the_same_key() -> None:
    again = Signer.from_secret(made.SECRET, Purpose.REAL)
    assert again.public == made.SIGNER.public


def test_a_demonstration_never_signs_with_the_real_key() -> None:
    assert made.SAMPLER.public.raw != made.SIGNER.public.raw
    with pytest.raises(ReceiptKeyError):
        made.SAMPLER.sign(made.receipt())


def test_a_second_library_accepts_the_signature() -> None:
    """PyNaCl stands on libsodium, our signer on OpenSSL."""
    signed = made.SIGNER.sign(made.receipt())
    message = b"netra receipt v1\n" + signed.unsigned.encode("ascii")
    nacl.signing.VerifyKey(made.SIGNER.public.raw).verify(message, signed.signature)


def test_a_signature_without_the_words_before_it_is_no_receipt() -> None:
    seed = nacl.signing.SigningKey.generate()
    key = PublicKey(raw=bytes(seed.verify_key), purpose=Purpose.REAL)
    unsigned = made.receipt().unsigned(key.key_id)
    bare = seed.sign(unsigned.encode()).signature
    meant = seed.sign(b"netra receipt v1\n" + unsigned.encode()).signature
    signed = made.SIGNER.sign(made.receipt())
    shape = {"receipt": signed.receipt, "key_id": key.key_id}
    assert not key.fits(type(signed)(**shape, signature=bare))
    assert key.fits(type(signed)(**shape, signature=meant))


def test_a_secret_is_never_shown() -> None:
    assert made.SECRET not in repr(made.SIGNER)


def test_a_list_is_read_as_it_is_written() -> None:
    ended = PublicKey(
        raw=made.STRANGER.public.raw, purpose=Purpose.REAL, until=date(2024, 12, 31)
    )
    ring = KeyRing(keys=(*made.KEYS.keys, ended))
    text = ring.listed(["Kunci publik", "DATA CONTOH"])
    assert text.startswith("# Kunci publik\n# DATA CONTOH\nTERIMA ")
    assert KeyRing.from_text(text) == ring
    assert ring.named(ended.key_id) == ended
    assert ring.named("A" * 16) is None


@pytest.mark.parametrize(
    "line",
    [
        "",
        "# only a remark",
        "TERIMA",
        "SURAT " + made.SIGNER.public.line.split(" ", 1)[1],
        made.SIGNER.public.line + " kapan",
        made.SIGNER.public.line + " 2024-12-31 lagi",
        made.SIGNER.public.line[:-2],
        made.SIGNER.public.line.lower(),
        f"TERIMA {made.STRANGER.public.key_id} {made.SIGNER.public.line.split()[2]}",
    ],
)
def test_a_wrong_list_is_refused(line: str) -> None:
    with pytest.raises(ReceiptKeyError) as caught:
        KeyRing.from_text(line)
    assert "kantor" in caught.value.reader_message

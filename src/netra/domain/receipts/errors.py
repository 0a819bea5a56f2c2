"""Why a receipt proves nothing: one base, one named error for each reason."""


class ReceiptError(Exception):
    """Base of every error of this room.

    `str(error)` is English, for the operator; `reader_message` is Indonesian, for the
    page. Neither repeats the number on the receipt.
    """

    def __init__(self, message: str, *, reader_message: str) -> None:
        """Keep both texts."""
        super().__init__(message)
        self.reader_message = reader_message


class UnreadableReceiptError(ReceiptError):
    """The text is no receipt, or not written the one way a receipt is written."""

    def __init__(self, why: str) -> None:
        """Say what could not be read."""
        super().__init__(
            f"no readable receipt: {why}",
            reader_message="Ini tidak terbaca sebagai tanda terima. Salin seluruh "
            "teksnya, dari NETRA1 sampai huruf terakhir, lalu periksa lagi.",
        )


class ForgedReceiptError(ReceiptError):
    """No known key of the office stands behind the receipt."""

    def __init__(self, key_id: str, why: str) -> None:
        """Name the key and why it is not accepted."""
        super().__init__(
            f"receipt signed with key {key_id}, which {why}",
            reader_message=f"Tanda terima ini ditandatangani dengan kunci {key_id}, "
            "yang tidak diakui untuk tanda terima ini. Anggap palsu, kecuali kantor "
            "memastikan kunci itu miliknya.",
        )


class AlteredReceiptError(ReceiptError):
    """The signature of a known key does not fit what is written or printed."""

    def __init__(self, what: str, told: str) -> None:
        """Say what was altered, in English and in Indonesian."""
        super().__init__(
            f"receipt altered: {what}",
            reader_message=f"Tanda terima ini diubah: {told}. Jangan dipercaya.",
        )


class ReplayedReceiptError(ReceiptError):
    """A valid receipt is shown for something it was not given for."""

    def __init__(self, what: str, told: str) -> None:
        """Say which claim it does not support, in English and in Indonesian."""
        super().__init__(
            f"receipt replayed: {what}",
            reader_message="Tanda tangannya sah, tetapi tanda terima ini dipakai untuk "
            f"hal lain: {told}.",
        )


class SampleReceiptError(ReceiptError):
    """A valid receipt of a demonstration is shown as a real one."""

    def __init__(self) -> None:
        """Say that it is sample data."""
        super().__init__(
            "the receipt was signed by a demonstration",
            reader_message="Ini CONTOH dari peragaan Netra, bukan tanda terima kantor. "
            "Tidak ada laporan yang diterima.",
        )


class ReceiptKeyError(ReceiptError):
    """A list of public keys or a secret cannot be used."""

    def __init__(self, why: str) -> None:
        """Say which line is wrong, never a secret."""
        super().__init__(
            f"keys of receipts: {why}",
            reader_message="Tidak ada daftar kunci tanda terima yang dapat dipakai. "
            "Ambil daftar kunci dari kantor, lalu sebutkan dengan --keys.",
        )

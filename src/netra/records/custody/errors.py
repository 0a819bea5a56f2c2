"""Errors of custody."""

from django.utils.translation import gettext as _


class CustodyError(Exception):
    """Base of the errors about keys of offices."""

    reader_message = ""


class NoOfficeKeyError(CustodyError):
    """The office has no key yet, so nothing can be sealed to it."""

    def __init__(self, office_id: int) -> None:
        """Name the office by id."""
        super().__init__(f"office {office_id} has no key")
        self.reader_message = _(
            "Kantor ini belum menyiapkan kunci untuk menerima informasi."
        )


class KeyExistsError(CustodyError):
    """The office has a key; it is changed, not made again."""

    def __init__(self) -> None:
        """Say what to do instead."""
        super().__init__("the office has a key already")
        self.reader_message = _(
            "Kantor ini sudah punya kunci. Gunakan “Ganti kunci” untuk membuat yang "
            "baru; yang lama tetap dapat membuka informasi lama."
        )


class NoHolderError(CustodyError):
    """The person has set no key phrase yet."""

    def __init__(self) -> None:
        """Say how to begin."""
        super().__init__("the person holds no pair")
        self.reader_message = _("Buat kalimat kunci dahulu.")


class NotAHolderError(CustodyError):
    """The person holds no copy of this office's key."""

    def __init__(self) -> None:
        """Say who can give one."""
        super().__init__("the person holds no copy of this key")
        self.reader_message = _(
            "Anda belum memegang kunci kantor ini. Mintalah pemegang kunci lain "
            "memberikannya, atau gunakan kode pemulihan dari amplop kantor."
        )


class WrongPhraseError(CustodyError):
    """The phrase does not open the person's pair."""

    def __init__(self) -> None:
        """Say what can be done."""
        super().__init__("the phrase does not open the pair")
        self.reader_message = _(
            "Kalimat kunci tidak cocok. Periksa huruf besar dan kecil, lalu coba lagi."
        )


class WeakPhraseError(CustodyError):
    """The phrase is too short."""

    def __init__(self, least: int) -> None:
        """Say how long it must be."""
        super().__init__(f"phrase shorter than {least} signs")
        self.reader_message = _(
            "Kalimat kunci sekurang-kurangnya %(least)s tanda. Pilih beberapa kata "
            "yang hanya Anda ketahui."
        ) % {"least": least}


class WrongRecoveryCodeError(CustodyError):
    """The code opens no copy of the newest key."""

    def __init__(self) -> None:
        """Say that a code counts once."""
        super().__init__("the recovery code opens nothing")
        self.reader_message = _(
            "Kode pemulihan tidak cocok. Kode hanya berlaku sekali dan diganti setiap "
            "kali kunci diganti; periksa apakah amplopnya yang terbaru."
        )


class LastHolderError(CustodyError):
    """Nobody would be left who can open anything."""

    def __init__(self) -> None:
        """Say what to do first."""
        super().__init__("the last holder cannot be withdrawn")
        self.reader_message = _(
            "Ini pemegang terakhir. Berikan kunci kepada orang lain dahulu, supaya "
            "informasi yang sudah masuk tetap dapat dibaca."
        )


class AlreadyHolderError(CustodyError):
    """The person holds a copy already."""

    def __init__(self) -> None:
        """Say that nothing is to be done."""
        super().__init__("the person holds a copy already")
        self.reader_message = _("Orang ini sudah memegang kunci kantor.")

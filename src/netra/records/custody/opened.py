"""A key that a holder has opened, for as long as a request needs it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from netra.domain import sealing


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedKey:
    """The pairs of an office by version, opened by one person.

    Never stored in clear and left out of representations.
    """

    office_id: int
    account_id: str
    pairs: Mapping[int, sealing.KeyPair] = field(repr=False)

    def open(self, version: int, sealed: bytes) -> bytes:
        """Return what was sealed to a version of the key.

        Raises:
            WrongKeyError: altered, or sealed to a version this person cannot open.
        """
        pair = self.pairs.get(version)
        if pair is None:
            raise sealing.WrongKeyError(f"version {version} is not open")
        return sealing.open_box(pair, bytes(sealed))

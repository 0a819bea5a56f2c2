"""A model field whose column holds ciphertext."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from netra.records.access.sealing import seal, unseal

if TYPE_CHECKING:
    _BinaryField = models.BinaryField[str, str]
else:
    _BinaryField = models.BinaryField


class SealedTextField(_BinaryField):
    """Text in Python, ciphertext in the database; an empty text stays empty.

    It cannot be searched or ordered by: who needs an identity opens it, one by one.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Allow forms to edit it, unlike other binary fields."""
        kwargs.setdefault("editable", True)
        super().__init__(*args, **kwargs)

    def _check_str_default_value(self) -> list[object]:
        """Accept an empty text as default: in Python the value is text."""
        return []

    def get_prep_value(self, value: str | None) -> bytes | None:
        """Seal on the way in."""
        if value is None:
            return None
        return seal(value) if value else b""

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        """Hand the bytes to the driver."""
        sealed = value if prepared else self.get_prep_value(value)
        return super().get_db_prep_value(sealed, connection, prepared=True)

    def from_db_value(
        self,
        value: bytes | memoryview | None,
        _expression: object,
        _connection: object,
    ) -> str | None:
        """Open on the way out."""
        if value is None:
            return None
        sealed = bytes(value)
        return unseal(sealed) if sealed else ""

    def to_python(self, value: Any) -> Any:
        """Leave text alone; serialisers never see identities."""
        return value

    def value_to_string(self, _obj: models.Model) -> str:
        """Refuse to dump identities in clear.

        Raises:
            TypeError: always.
        """
        raise TypeError("sealed fields are not serialised")

"""Permissions as filters, and identities under seal.

`require` refuses an action, `RegionQuerySet.visible_to` hides what lies outside; both
read the one table in `netra.domain.access`. `SealedTextField` keeps identity fields as
ciphertext whose key never enters the database; `ClearableTextField` is one that reads
masked once its person is cleared.
"""

from netra.records.access.clearing import ClearableTextField, revealed
from netra.records.access.errors import (
    AccessError,
    NotAllowedError,
    SealError,
    TiedError,
)
from netra.records.access.fields import SealedTextField
from netra.records.access.jurisdiction import RegionQuerySet, require
from netra.records.access.sealing import seal, unseal
from netra.records.access.ties import (
    is_tied,
    register_tie_check,
    require_for,
    require_untied,
)

__all__ = [
    "AccessError",
    "ClearableTextField",
    "NotAllowedError",
    "RegionQuerySet",
    "SealError",
    "SealedTextField",
    "TiedError",
    "is_tied",
    "register_tie_check",
    "require",
    "require_for",
    "require_untied",
    "revealed",
    "seal",
    "unseal",
]

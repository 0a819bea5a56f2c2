"""Every write about keys."""

from netra.records.custody.actions.holding import (
    change_phrase,
    give_copy,
    set_phrase,
    withdraw_copy,
)
from netra.records.custody.actions.making import (
    change_office_key,
    make_office_key,
    recover_office_key,
)

__all__ = [
    "change_office_key",
    "change_phrase",
    "give_copy",
    "make_office_key",
    "recover_office_key",
    "set_phrase",
    "withdraw_copy",
]

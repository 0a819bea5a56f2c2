"""Sealed fields of a person who may be cleared: read masked from then on.

Whoever is cleared leaves every list but the sealed file. The mask therefore lies in the
field itself: every page, paper, export and search that reads the attribute reads the
mask, and only `revealed` gives what is sealed. House tests hold who may call it.
"""

from collections.abc import Callable
from typing import Any, Self

from django.db import models
from django.db.models.query_utils import DeferredAttribute

from netra.records.access.fields import SealedTextField


class Concealed(str):
    """The mask of a sealed text; carries what it hides so that saving loses nothing."""

    __slots__ = ("_hidden",)
    _hidden: str

    def __new__(cls, mask: str, hidden: str) -> Self:
        """Show `mask`, keep `hidden`."""
        made = super().__new__(cls, mask)
        made._hidden = hidden
        return made

    def __reduce__(self) -> tuple[Callable[[str], str], tuple[str]]:
        """Let only the mask leave the process."""
        return (str, (str(self),))


def revealed(text: str) -> str:
    """Return what a mask hides; any other text as it is.

    Only for the replay, for ledger commitments, and for openings with a recorded
    reason.
    """
    return text._hidden if isinstance(text, Concealed) else text


class _MaskedAttribute(DeferredAttribute):
    """Gives the mask for a cleared row, and takes one back as what it hides."""

    field: "ClearableTextField"

    def __get__(self, instance: models.Model | None, cls: Any = None) -> Any:
        kept = instance and instance.__dict__.get(self.field.attname)
        value = super().__get__(instance, cls) if kept is None else kept
        if instance is None or not isinstance(value, str) or not value:
            return value
        mask = self.field.mask_of(instance)
        return Concealed(mask, value) if mask else value

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = _open(value)


class ClearableTextField(SealedTextField):
    """A sealed text whose row says, by `cleared_mask(field)`, what is shown instead.

    The model gives `cleared_mask(name: str) -> str`; an empty text means: not cleared.
    """

    descriptor_class = _MaskedAttribute

    def deconstruct(self) -> Any:
        """Be the plain sealed field to migrations: the column is the same."""
        name, _path, args, kwargs = super().deconstruct()
        plain = f"{SealedTextField.__module__}.{SealedTextField.__qualname__}"
        return name, plain, args, kwargs

    def mask_of(self, instance: models.Model) -> str:
        """Return what is shown instead of the text of this row, or nothing."""
        mask: str = instance.cleared_mask(self.attname)  # type: ignore[attr-defined] # promised by the model
        return mask

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: ARG002 - Django names it
        """Save what is sealed, never its mask."""
        return _open(getattr(model_instance, self.attname))

    def get_prep_value(self, value: str | None) -> bytes | None:
        """Seal what a mask hides, never the mask."""
        return super().get_prep_value(_open(value))


def _open(value: Any) -> Any:
    return revealed(value) if isinstance(value, str) else value

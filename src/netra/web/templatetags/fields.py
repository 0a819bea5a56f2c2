"""A bound form field as a page shows it: label, hint, error beside it, ties between.

Texts of choices may carry a second line after a line feed; it is shown small.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.forms.boundfield import BoundField, BoundWidget
from django.utils.safestring import SafeString

__all__ = ["Option", "ShownField", "listed_errors", "shown_field"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One radio button or tick box with its label and a small second line."""

    widget: SafeString
    label: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownField:
    """A field ready to print.

    Attributes:
        kind: `hidden`, `tick`, `choices`, `file` or `input`.
        widget: The control; empty for `choices`.
        options: The controls of `choices`.
        hint_id: Id of the hint, empty without one.
        error_id: Id of the errors, empty without any.
    """

    bound: BoundField
    kind: str
    widget: SafeString
    options: tuple[Option, ...]
    hint_id: str
    error_id: str

    @property
    def described_by(self) -> str:
        """Return the ids that describe the field, for `aria-describedby`."""
        return " ".join(part for part in (self.hint_id, self.error_id) if part)


def _kind(bound: BoundField) -> str:
    widget = bound.field.widget
    if bound.is_hidden:
        return "hidden"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "choices"
    if isinstance(widget, forms.CheckboxInput):
        return "tick"
    if isinstance(widget, forms.FileInput):
        return "file"
    return "input"


def _attributes(
    bound: BoundField, kind: str, described_by: str
) -> dict[str, str | bool]:
    attributes: dict[str, str | bool] = {}
    if kind == "input":
        own = bound.field.widget.attrs.get("class", "")
        attributes["class"] = f"input {own}".strip()
    if described_by:
        attributes["aria-describedby"] = described_by
    if bound.errors:
        attributes["aria-invalid"] = "true"
    return attributes


def _option(choice: BoundWidget) -> Option:
    label, _, note = str(choice.choice_label).partition("\n")
    return Option(widget=choice.tag(wrap_label=False), label=label, note=note)


def shown_field(bound: BoundField) -> ShownField:
    """Return a bound field with its control and the ids that tie its texts to it."""
    kind = _kind(bound)
    base = bound.auto_id or bound.html_name
    hint_id = f"{base}-h" if bound.help_text else ""
    error_id = f"{base}-e" if bound.errors else ""
    described_by = " ".join(part for part in (hint_id, error_id) if part)
    is_group = kind == "choices"
    attributes = _attributes(bound, kind, described_by)
    return ShownField(
        bound=bound,
        kind=kind,
        widget=SafeString("") if is_group else bound.as_widget(attrs=attributes),
        options=tuple(_option(choice) for choice in bound) if is_group else (),
        hint_id=hint_id,
        error_id=error_id,
    )


def _anchor(bound: BoundField) -> str:
    if _kind(bound) == "choices":
        return f"{bound.auto_id}_0"
    return bound.id_for_label or bound.auto_id


def listed_errors(form: forms.BaseForm) -> Iterator[tuple[str, str, str]]:
    """Yield anchor, label and error of each wrong field; the first two may be empty."""
    for text in form.non_field_errors():
        yield "", "", str(text)
    for bound in form:
        for text in bound.errors:
            yield _anchor(bound), str(bound.label), str(text)

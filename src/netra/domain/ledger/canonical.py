"""One value, one sequence of bytes."""

import json
import unicodedata
from collections.abc import Mapping

Fact = str | int | bool | None
Facts = Mapping[str, Fact]


class CanonicalError(ValueError):
    """A value has no single canonical form, for example a fraction."""


def _checked(name: str, value: Fact) -> Fact:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if value is None or isinstance(value, bool | int):
        return value
    raise CanonicalError(f"{name}: {type(value).__name__} has no canonical form")


def canonical_bytes(values: Mapping[str, Fact | Facts]) -> bytes:
    """Return the one UTF-8 JSON text of `values`.

    Keys sorted by code point, no white space, texts in Unicode NFC, whole numbers
    only; facts may be nested one level deep.

    Raises:
        CanonicalError: a value is a fraction, a date or another object.

    Source:
        The subset of RFC 8785 (JSON Canonicalization Scheme) without numbers that
        have a fraction.
    """
    checked: dict[str, object] = {}
    for name, value in values.items():
        if isinstance(value, Mapping):
            checked[name] = {key: _checked(key, item) for key, item in value.items()}
        else:
            checked[name] = _checked(name, value)
    text = json.dumps(
        checked, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return text.encode("utf-8")

"""Typed readers of the `NETRA_*` variables; an unreadable value stops the start.

Every variable is declared by calling a reader once in `settings.py`. A secret may
also come from a file named by the same variable with `_FILE` behind it.
"""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

__all__ = [
    "SettingError",
    "flag",
    "folder",
    "number",
    "read_file",
    "secret",
    "text",
    "words",
]

_TRUE = {"1", "true", "yes", "ya"}
_FALSE = {"0", "false", "no", "tidak"}


class SettingError(Exception):
    """A variable is missing or cannot be read; the message names the accepted form."""


def _raw(name: str, source: Mapping[str, str] | None) -> str | None:
    values = os.environ if source is None else source
    if name in values:
        return values[name]
    path = values.get(f"{name}_FILE")
    if path is None:
        return None
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise SettingError(f"{name}_FILE names a file that cannot be read") from error


def read_file(path: Path) -> None:
    """Take `NETRA_NAME=value` lines of a file for variables that are not set.

    Raises:
        SettingError: a line is neither empty, nor a comment, nor of that form.
    """
    if not path.is_file():
        return
    for place, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        name, equals, value = line.strip().partition("=")
        if not name or name.startswith("#"):
            continue
        if not equals or not name.startswith("NETRA_"):
            raise SettingError(f"{path.name}, line {place}: expected NETRA_NAME=value")
        os.environ.setdefault(name, value)


def flag(name: str, *, default: bool, source: Mapping[str, str] | None = None) -> bool:
    """Return a yes-or-no value.

    Raises:
        SettingError: the value is neither yes nor no.
    """
    raw = _raw(name, source)
    if raw is None:
        return default
    if raw.lower() in _TRUE:
        return True
    if raw.lower() in _FALSE:
        return False
    raise SettingError(f"{name} must be one of 1, 0, true, false, yes, no")


def number(
    name: str,
    *,
    default: int,
    least: int = 0,
    source: Mapping[str, str] | None = None,
) -> int:
    """Return a whole number not below `least`.

    Raises:
        SettingError: the value is no whole number or too small.
    """
    raw = _raw(name, source)
    if raw is None:
        return default
    if not raw.isascii() or not raw.isdigit() or int(raw) < least:
        raise SettingError(f"{name} must be a whole number of at least {least}")
    return int(raw)


def text(name: str, *, default: str, source: Mapping[str, str] | None = None) -> str:
    """Return a text, or `default` when the variable is not set."""
    raw = _raw(name, source)
    return default if raw is None else raw


def words(
    name: str, *, default: str, source: Mapping[str, str] | None = None
) -> list[str]:
    """Return the comma-separated words of a value, without empty ones."""
    raw = text(name, default=default, source=source)
    return [word.strip() for word in raw.split(",") if word.strip()]


def folder(
    name: str, *, default: Path, source: Mapping[str, str] | None = None
) -> Path:
    """Return a folder as an absolute path; it need not exist yet."""
    return Path(text(name, default=str(default), source=source)).absolute()


def secret(
    name: str,
    *,
    least_length: int = 32,
    optional: bool = False,
    source: Mapping[str, str] | None = None,
) -> str:
    """Return a secret of at least `least_length` characters.

    With `NETRA_WITHOUT_KEYS=1`, which only the commands about the law set, a missing
    secret is a random one that nobody keeps. One that is `optional` may be missing and
    is then an empty text.

    Raises:
        SettingError: it is missing or too short. The value itself is never named.
    """
    raw = _raw(name, source)
    values = os.environ if source is None else source
    if raw is None and optional:
        return ""
    if raw is None and values.get("NETRA_WITHOUT_KEYS") == "1":
        return secrets.token_urlsafe(48)
    if raw is None:
        raise SettingError(f"{name} or {name}_FILE must be set; run `make keys`")
    if len(raw) < least_length:
        raise SettingError(f"{name} must have at least {least_length} characters")
    return raw

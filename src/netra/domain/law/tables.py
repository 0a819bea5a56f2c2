"""Read TOML tables without trusting their types."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

from .errors import LawDataError
from .status import Status

DATA = Path(__file__).parent / "data"


class Row:
    """One table of a TOML file, read by type and named in every complaint."""

    __slots__ = ("_values", "where")

    def __init__(self, values: Mapping[str, object], where: str) -> None:
        """Keep the values and the words that say where they stand."""
        self._values = values
        self.where = where

    def __contains__(self, key: str) -> bool:
        """Say whether the table gives this key."""
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        """Go through the keys in the order of the file."""
        return iter(self._values)

    def over(self, other: "Row") -> "Row":
        """Return a table with this one's values laid over those of `other`."""
        return Row({**other._values, **self._values}, self.where)

    def without(self, *keys: str) -> "Row":
        """Return the table without the given keys."""
        kept = {k: v for k, v in self._values.items() if k not in keys}
        return Row(kept, self.where)

    def raw(self, key: str) -> object:
        """Return the value as it was read, `None` if absent."""
        return self._values.get(key)

    def text(self, key: str) -> str:
        """Return a text that must be there.

        Raises:
            LawDataError: absent or not a text.
        """
        value = self._values.get(key)
        if not isinstance(value, str):
            raise LawDataError(f"{self.where}: {key} must be a text, is {value!r}")
        return value

    def maybe_text(self, key: str) -> str | None:
        """Return a text or `None` if absent."""
        return self.text(key) if key in self else None

    def count(self, key: str) -> int:
        """Return a whole number that must be there.

        Raises:
            LawDataError: absent or not a whole number.
        """
        value = self._values.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise LawDataError(f"{self.where}: {key} must be a number, is {value!r}")
        return value

    def maybe_count(self, key: str) -> int | None:
        """Return a whole number or `None` if absent."""
        return self.count(key) if key in self else None

    def flag(self, key: str) -> bool:
        """Return a yes or no; absent means no.

        Raises:
            LawDataError: neither yes nor no.
        """
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            raise LawDataError(f"{self.where}: {key} must be true or false")
        return value

    def day(self, key: str) -> date:
        """Return a day that must be there.

        Raises:
            LawDataError: absent or not a plain day.
        """
        value = self._values.get(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise LawDataError(f"{self.where}: {key} must be a day, is {value!r}")
        return value

    def maybe_day(self, key: str) -> date | None:
        """Return a day or `None` if absent."""
        return self.day(key) if key in self else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; a single text is a list of one, absent is empty.

        Raises:
            LawDataError: holds something else than texts.
        """
        value = self._values.get(key, [])
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list):
            raise LawDataError(f"{self.where}: {key} must be a list of texts")
        texts = tuple(item for item in items if isinstance(item, str))
        if len(texts) != len(items):
            raise LawDataError(f"{self.where}: {key} must hold texts only")
        return texts

    def status(self, key: str, default: Status) -> Status:
        """Return a status, or `default` if absent.

        Raises:
            LawDataError: not one of the known statuses.
        """
        if key not in self:
            return default
        try:
            return Status(self.text(key))
        except ValueError:
            raise LawDataError(f"{self.where}: {key} is not a status") from None

    def row(self, key: str) -> "Row":
        """Return an inner table; absent is an empty one.

        Raises:
            LawDataError: not a table.
        """
        value = self._values.get(key, {})
        if not isinstance(value, dict):
            raise LawDataError(f"{self.where}: {key} must be a table")
        return Row(value, f"{self.where} {key}")

    def rows(self, key: str) -> tuple["Row", ...]:
        """Return a list of inner tables; absent is empty.

        Raises:
            LawDataError: not a list of tables.
        """
        value = self._values.get(key, [])
        if not isinstance(value, list):
            raise LawDataError(f"{self.where}: {key} must be a list of tables")
        return tuple(self._inner(key, place, item) for place, item in enumerate(value))

    def _inner(self, key: str, place: int, item: object) -> "Row":
        if not isinstance(item, dict):
            raise LawDataError(f"{self.where}: {key} must hold tables only")
        name = item.get("key") or item.get("id") or item.get("code") or place
        return Row(item, f"{self.where} {key} {name}")

    def text_map(self, key: str) -> dict[str, str]:
        """Return an inner table whose values are texts, in the order of the file."""
        inner = self.row(key)
        return {name: inner.text(name) for name in inner}


def read_file(path: Path) -> Row:
    """Read one TOML file.

    Raises:
        LawDataError: missing or not TOML.
    """
    try:
        values: dict[str, object] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LawDataError(f"{path.name}: {error}") from error
    return Row(values, path.stem)


def read_folder(folder: Path) -> Row:
    """Read all TOML files of a folder as one table; later files win."""
    together = Row({}, folder.name)
    for path in sorted(folder.glob("*.toml")):
        together = read_file(path).over(together)
    return Row({key: together.raw(key) for key in together}, folder.name)

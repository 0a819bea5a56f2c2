"""The files of the program, as the guards read them."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path

import netra.records

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "netra"


def modules(*folders: Path) -> list[Path]:
    """Return the Python files in the folders, without migrations."""
    found = (path for folder in folders for path in folder.rglob("*.py"))
    return sorted(path for path in found if "migrations" not in path.parts)


def templates() -> list[Path]:
    """Return every template of the program."""
    return sorted(PACKAGE.rglob("templates/**/*.html"))


def tree(path: Path) -> ast.Module:
    """Return the parsed module."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name(path: Path) -> str:
    """Return a path as a person would write it."""
    return str(path.relative_to(ROOT))


def _action_modules() -> Iterator[str]:
    for room in pkgutil.iter_modules(netra.records.__path__, "netra.records."):
        names = {m.name for m in pkgutil.iter_modules([_folder(room.name)])}
        if "actions" in names:
            yield f"{room.name}.actions"


def _folder(room: str) -> str:
    return str(PACKAGE.joinpath(*room.split(".")[1:]))


def actions() -> dict[str, Callable[..., object]]:
    """Return every public function of the `actions` of a room, as `room.function`."""
    found: dict[str, Callable[..., object]] = {}
    for dotted in _action_modules():
        module = importlib.import_module(dotted)
        public = getattr(module, "__all__", [n for n in vars(module) if n[0] != "_"])
        for function_name in public:
            function = getattr(module, function_name)
            if inspect.isfunction(function) and function.__module__.startswith(dotted):
                found[f"{dotted.split('.')[2]}.{function_name}"] = function
    return found

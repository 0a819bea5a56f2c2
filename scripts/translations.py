"""Hold the English catalogue against the texts of the program.

`python scripts/translations.py` names every text that has no English, every fuzzy or
unused entry, and a compiled catalogue that does not match; it then ends with 1.
`--update` takes new texts into the catalogue and drops unused ones; `--compile` writes
the compiled file. Indonesian stands in the code and needs no catalogue.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "netra"
CATALOGUE = PACKAGE / "web" / "locale" / "en" / "LC_MESSAGES" / "django.po"
_SHOWN = 15
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]")

Key = tuple[str, str]


def extracted() -> polib.POFile:
    """Return every text the program gives to gettext, by Django's own extraction."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "netra"
        shutil.copytree(
            PACKAGE, copy, ignore=shutil.ignore_patterns("locale", "__pycache__")
        )
        (copy / "locale").mkdir()
        environment = {k: v for k, v in os.environ.items() if "DJANGO" not in k}
        subprocess.run(
            [
                *(sys.executable, "-m", "django", "makemessages", "--locale=en"),
                *("--no-wrap", "--no-location", "--verbosity=0"),
            ],
            check=True,
            cwd=copy,
            env=environment,
        )
        path = copy / "locale" / "en" / "LC_MESSAGES" / "django.po"
        return polib.pofile(str(path))


def _key(entry: polib.POEntry) -> Key:
    return entry.msgctxt or "", entry.msgid


def _texts(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def _placeholders_differ(entry: polib.POEntry) -> bool:
    wanted = set(_PLACEHOLDER.findall(entry.msgid))
    return any(set(_PLACEHOLDER.findall(text)) != wanted for text in _texts(entry))


def faults(wanted: polib.POFile, have: polib.POFile) -> dict[str, list[str]]:
    """Return what is wrong with the catalogue, by kind of fault."""
    known = {_key(entry): entry for entry in have if not entry.obsolete}
    asked = {_key(entry) for entry in wanted if not entry.obsolete}
    live = [known[key] for key in sorted(asked) if key in known]
    return {
        "without English": sorted(text for _, text in asked - known.keys())
        + [entry.msgid for entry in live if not all(_texts(entry))],
        "marked fuzzy": [entry.msgid for entry in live if entry.fuzzy],
        "with other placeholders": [
            entry.msgid
            for entry in live
            if all(_texts(entry)) and _placeholders_differ(entry)
        ],
        "no longer used": sorted(text for _, text in known.keys() - asked),
    }


def compiled_differs(have: polib.POFile) -> bool:
    """Say whether the compiled catalogue is missing or older than the texts."""
    path = CATALOGUE.with_suffix(".mo")
    if not path.exists():
        return True
    compiled = {_key(entry): _texts(entry) for entry in polib.mofile(str(path))}
    return compiled != {
        _key(entry): _texts(entry) for entry in have.translated_entries()
    }


def update(wanted: polib.POFile) -> None:
    """Take new texts in and drop unused ones; what is translated stays."""
    have = polib.pofile(str(CATALOGUE), wrapwidth=88) if CATALOGUE.exists() else None
    known = {_key(entry): entry for entry in have} if have else {}
    fresh = polib.POFile(wrapwidth=88)
    fresh.metadata = {
        "Project-Id-Version": "Netra",
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for entry in sorted(wanted, key=_key):
        fresh.append(known.get(_key(entry), entry))
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    fresh.save(str(CATALOGUE))


def main(arguments: list[str]) -> int:
    """Do what the arguments ask for; return the exit code."""
    if "--compile" in arguments:
        polib.pofile(str(CATALOGUE)).save_as_mofile(str(CATALOGUE.with_suffix(".mo")))
        return 0
    wanted = extracted()
    if "--update" in arguments:
        update(wanted)
        return 0
    if not CATALOGUE.exists():
        print(f"{CATALOGUE.relative_to(ROOT)} is missing: {len(wanted)} texts")
        return 1
    have = polib.pofile(str(CATALOGUE))
    found = {kind: texts for kind, texts in faults(wanted, have).items() if texts}
    for kind, texts in found.items():
        print(f"{len(texts)} texts {kind}:")
        for text in texts[:_SHOWN]:
            print(f"  {text[:100]!r}")
    if not found and compiled_differs(have):
        print("the compiled catalogue differs: scripts/translations.py --compile")
        return 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

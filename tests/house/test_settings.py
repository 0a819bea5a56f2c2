"""The settings and the page about them say the same."""

import ast
import re

import pytest

from netra.site import env
from tests.house.sources import PACKAGE, ROOT, modules, tree

SETTINGS = PACKAGE / "site" / "settings.py"
PAGE = ROOT / "docs" / "settings.md"
READERS = {"flag", "number", "text", "words", "folder", "secret"}


def declared() -> set[str]:
    """Return the variables that settings.py asks a reader for."""
    return {
        node.args[0].value
        for node in ast.walk(tree(SETTINGS))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in READERS
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }


def test_the_page_lists_exactly_what_the_program_reads() -> None:
    rows = re.findall(r"^\| `(NETRA_\w+)`", PAGE.read_text("utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(set(rows))
    assert set(rows) == declared()


def test_nobody_else_reads_the_environment() -> None:
    reads = re.compile(r"os\.environ\s*(\[|\.(?!setdefault\())|os\.getenv")
    found = [
        str(path.relative_to(ROOT))
        for path in modules(PACKAGE)
        if reads.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []
    assert reads.search('os.environ["NETRA_X"]')
    assert reads.search('os.environ.get("NETRA_X")')


@pytest.mark.parametrize("written", ["perhaps", "", "2"])
def test_an_unreadable_flag_names_the_accepted_form(written: str) -> None:
    with pytest.raises(env.SettingError, match="NETRA_X must be one of 1, 0, true"):
        env.flag("NETRA_X", default=False, source={"NETRA_X": written})


@pytest.mark.parametrize("written", ["-1", "1.5", "five", "٣"])
def test_an_unreadable_number_names_the_accepted_form(written: str) -> None:
    with pytest.raises(env.SettingError, match="whole number of at least 1"):
        env.number("NETRA_X", default=3, least=1, source={"NETRA_X": written})


def test_a_short_secret_is_refused_without_being_told() -> None:
    with pytest.raises(env.SettingError, match="at least 32") as caught:
        env.secret("NETRA_X", source={"NETRA_X": "too short"})
    assert "too short" not in str(caught.value)


def test_a_missing_secret_says_how_to_make_one() -> None:
    with pytest.raises(env.SettingError, match="make keys"):
        env.secret("NETRA_X", source={})


def test_a_secret_may_come_from_a_file(tmp_path) -> None:
    path = tmp_path / "secret"
    path.write_text("s" * 40 + "\n", encoding="utf-8")
    assert env.secret("NETRA_X", source={"NETRA_X_FILE": str(path)}) == "s" * 40


def test_a_file_that_cannot_be_read_stops_the_start(tmp_path) -> None:
    missing = str(tmp_path / "absent")
    with pytest.raises(env.SettingError, match="NETRA_X_FILE names a file"):
        env.secret("NETRA_X", source={"NETRA_X_FILE": missing})


def test_a_line_of_the_secrets_file_must_be_an_assignment(tmp_path) -> None:
    path = tmp_path / "netra.env"
    path.write_text("# a comment\n\nnonsense\n", encoding="utf-8")
    with pytest.raises(env.SettingError, match=r"netra\.env, line 3"):
        env.read_file(path)


def test_questions_about_the_law_need_no_secrets() -> None:
    made = env.secret("NETRA_X", source={"NETRA_WITHOUT_KEYS": "1"})
    again = env.secret("NETRA_X", source={"NETRA_WITHOUT_KEYS": "1"})
    assert len(made) >= 32
    assert made != again
    kept = {"NETRA_WITHOUT_KEYS": "1", "NETRA_X": "k" * 40}
    assert env.secret("NETRA_X", source=kept) == "k" * 40

"""A table that cannot be read is an error that names the place."""

from datetime import date, datetime
from pathlib import Path

import pytest

from netra.domain import law
from netra.domain.law import procedure_loading
from netra.domain.law.tables import Row, read_file

ROW = Row(
    {
        "text": "a",
        "number": 3,
        "yes": True,
        "day": date(2024, 1, 1),
        "moment": datetime.fromisoformat("2024-01-01T08:00"),
        "texts": ["a", "b"],
        "mixed": ["a", 1],
        "status": "sure",
        "table": {"key": "x"},
        "tables": [{"key": "x"}, {}],
        "list": [1],
    },
    "here",
)


@pytest.mark.parametrize(
    "read",
    [
        lambda: ROW.text("number"),
        lambda: ROW.text("absent"),
        lambda: ROW.count("text"),
        lambda: ROW.count("yes"),
        lambda: ROW.flag("text"),
        lambda: ROW.day("text"),
        lambda: ROW.day("moment"),
        lambda: ROW.texts("number"),
        lambda: ROW.texts("mixed"),
        lambda: ROW.status("status", law.Status.CONFIRMED),
        lambda: ROW.row("text"),
        lambda: ROW.rows("text"),
        lambda: ROW.rows("list"),
    ],
)
def test_a_value_of_the_wrong_type_is_an_error_that_names_the_place(read) -> None:
    with pytest.raises(law.LawDataError, match="here"):
        read()


def test_what_is_absent_is_empty() -> None:
    assert ROW.maybe_text("absent") is None
    assert ROW.maybe_count("absent") is None
    assert ROW.maybe_day("absent") is None
    assert ROW.flag("absent") is False
    assert ROW.texts("absent") == ()
    assert ROW.rows("absent") == ()
    assert list(ROW.row("absent")) == []


def test_a_single_text_is_a_list_of_one() -> None:
    assert ROW.texts("text") == ("a",)


def test_an_inner_table_is_named_by_its_key_or_place() -> None:
    assert [row.where for row in ROW.rows("tables")] == [
        "here tables x",
        "here tables 1",
    ]


@pytest.mark.parametrize("content", [b"a = ", b"\xff\xfe"])
def test_a_file_that_is_not_toml_is_an_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.toml"
    path.write_bytes(content)
    with pytest.raises(law.LawDataError, match=r"broken\.toml"):
        read_file(path)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(law.LawDataError) as caught:
        read_file(tmp_path / "absent.toml")
    assert caught.value.reader_message == (
        "Tabel hukum Netra tidak dapat dibaca. Hubungi pengelola."
    )


HEAD = """
id = "x"
title = "X"
election_kind = "any"
regulation = "R"
effective_from = 2026-01-01
form_series = "X"
day_unit = "working_days"
"""
DEADLINE = """
[[deadline]]
key = "k"
event = "e"
actor = "a"
article = "p"
"""
STEP = """
[[step]]
key = "s"
title = "S"
"""


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ('inherits = "nobody"', "nobody"),
        (DEADLINE + 'unit = "weeks"\nlength = 1', "unit"),
        (DEADLINE + 'unit = "hours"', "length"),
        (DEADLINE + 'unit = "hours"\nlength = 0', "length"),
        (STEP + 'kind = "party"', "party"),
        (STEP + 'needs = ["luck"]', "luck"),
        (STEP + 'results = { done = "nowhere" }', "nowhere"),
        (STEP + "emits = { done = ['e'] }", "emits"),
        ('[report_formal]\nitems = ["sesuatu"]', "sesuatu"),
        ('[[form]]\ncode = "X.1"\ntitle = "T"\npaper = "napkin"', "napkin"),
    ],
)
def test_a_procedure_that_makes_no_sense_is_refused(
    tmp_path: Path, more: str, says: str
) -> None:
    path = tmp_path / "x.toml"
    path.write_text(HEAD + more, encoding="utf-8")
    with pytest.raises(law.LawDataError, match=says):
        law.load_law(path)


def test_a_procedure_may_be_no_more_than_its_head(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(HEAD, encoding="utf-8")
    procedure = law.load_law(path).procedure("x")
    assert procedure.registration_number is None
    assert procedure.reception_hours is None
    assert procedure.formal_items == ()


def test_a_procedure_given_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(HEAD.replace('"x"', '"pemilu-2022"'), encoding="utf-8")
    with pytest.raises(law.LawDataError, match="given twice"):
        law.load_law(path)


def test_a_road_that_a_step_is_added_to_must_have_the_step_before_it() -> None:
    added = Row({"key": "notice", "after": "initial_study"}, "road")
    with pytest.raises(law.LawDataError, match="no step initial_study to follow"):
        procedure_loading._insert([Row({"key": "intake"}, "here")], added)

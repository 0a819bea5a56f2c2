"""`netra clock` counts and argues."""

import pytest
from django.db import OperationalError

from netra.records.law import queries
from tests.cli.asking import ask, refused, told

pytestmark = pytest.mark.django_db
ASKED = {
    "procedure": "pemilihan-2024",
    "event": "report_registered",
    "at": "2024-10-30T15:40+07:00",
    "region": "19.06",
}


def test_the_answer_holds_the_deadlines_with_their_argument() -> None:
    answer = ask("clock", **ASKED)
    handling, extension = answer["deadlines"]
    assert handling["key"] == "handling"
    assert handling["due_on"] == "2024-11-02"
    assert handling["due_at"] == "2024-11-02T23:59:59+07:00"
    assert handling["unit"] == "calendar_days"
    assert handling["article"] == "UU 1/2015 art. 134(5)"
    assert handling["status"] == "unconfirmed"
    assert set(handling["parts"]) == {
        "length",
        "unit",
        "event",
        "counting_rule",
        "in_force",
    }
    assert handling["days"][0]["date"] == "2024-10-30"
    assert handling["days"][0]["counted"] is False
    assert "tidak dihitung" in handling["days"][0]["why"]
    assert extension["key"] == "handling_extension"
    assert extension["parent"] == "handling"


def test_a_holiday_given_with_the_question_moves_working_days() -> None:
    asked = {
        "procedure": "pemilu-2022",
        "event": "report_submitted",
        "at": "2023-12-06T10:00+07:00",
        "region": "19.06",
    }
    (before,) = ask("clock", **asked)["deadlines"]
    (after,) = ask("clock", **asked, holiday=["2023-12-07=Libur daerah"])["deadlines"]
    assert (before["due_on"], after["due_on"]) == ("2023-12-08", "2023-12-11")
    assert "Libur daerah" in after["days"][1]["why"]


def test_the_answer_is_in_the_zone_of_the_place() -> None:
    answer = ask("clock", **{**ASKED, "region": "91.71"})
    assert answer["zone"] == "WIT"
    assert answer["at"] == "2024-10-30T17:40:00+09:00"
    assert answer["deadlines"][0]["due_at"].endswith("+09:00")


def test_without_json_a_table_is_printed() -> None:
    table = told("clock", **ASKED)
    assert "Jatuh tempo" in table
    assert "belum dikonfirmasi" in table
    assert "2024-10-31    1  Hari kalender ke-1" in table


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"at": "2024-10-30T15:40"}, "tidak menyebut selisih zona"),
        ({"at": "kemarin"}, "tidak terbaca"),
        ({"at": "2024-09-29T12:00+07:00"}, "mendahului mulai berlakunya"),
        ({"region": "19.99"}, "19.99"),
        ({"region": "xx"}, "xx"),
        ({"procedure": "pemilihan-2019"}, "pemilihan-2024"),
        ({"event": "no_such_event"}, "report_registered"),
        ({"holiday": ["2024-11-01"]}, "tidak terbaca"),
        ({"holiday": ["besok=Libur"]}, "tidak terbaca"),
        ({"holiday": ["2024-11-01= "]}, "tidak terbaca"),
        ({"at": "9999-12-31T20:00+07:00"}, "di luar rentang"),
    ],
)
def test_a_wrong_question_is_refused_in_indonesian(changed: dict, says: str) -> None:
    assert says in refused("clock", **{**ASKED, **changed})


def test_a_year_without_holidays_stops_working_days() -> None:
    answer = refused(
        "clock",
        procedure="pemilu-2022",
        event="report_submitted",
        at="2031-01-06T10:00+07:00",
        region="19.06",
    )
    assert "Daftar hari libur tahun 2031 belum ada" in answer


def test_without_a_database_the_seed_calendar_answers(monkeypatch) -> None:
    def gone() -> None:
        raise OperationalError

    monkeypatch.setattr(queries, "current_calendar", gone)
    assert ask("clock", **ASKED)["calendar"].startswith("holidays-")

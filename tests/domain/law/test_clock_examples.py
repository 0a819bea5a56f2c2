"""The clock answers as the example tables say."""

from datetime import date, datetime

import pytest

from netra.domain import law
from tests.domain.law.examples_of import examples, names

CLOCK = examples("clock")
PROCEDURES = examples("procedures.toml")


@pytest.mark.parametrize("example", CLOCK, ids=names(CLOCK))
def test_the_deadline_falls_where_the_table_says(
    example: dict, tables: law.Law, calendar: law.WorkCalendar
) -> None:
    local = law.DayOff(label="Libur daerah", kind="lokal")
    decreed = {date.fromisoformat(day): local for day in example.get("holidays", [])}
    found = law.deadlines_from(
        tables,
        tables.procedure(example["procedure"]),
        example["event"],
        datetime.fromisoformat(example["at"]),
        example["region"],
        calendar.with_days_off(decreed),
    )
    deadline = next(d for d in found if d.key == example["key"])
    assert deadline.due_on == example["due_on"]
    assert deadline.due_at.isoformat() == example["due_at"]
    assert deadline.status == example["status"]


def test_there_are_at_least_sixty_clock_examples() -> None:
    assert len(CLOCK) >= 60


def test_no_two_examples_have_the_same_name() -> None:
    assert len(set(names(CLOCK))) == len(CLOCK)


def test_every_deadline_of_every_procedure_has_an_example(tables: law.Law) -> None:
    asked = {example["key"] for example in CLOCK}
    held = {key for p in tables.procedures.values() for key in p.deadlines}
    assert held - asked == set()


@pytest.mark.parametrize("example", PROCEDURES, ids=names(PROCEDURES))
def test_the_day_of_submission_decides_the_procedure(
    example: dict, tables: law.Law
) -> None:
    found = tables.procedure_for(example["election"], example["submitted_on"])
    assert found.id == example["procedure"]


def test_a_report_before_the_first_procedure_has_none(tables: law.Law) -> None:
    with pytest.raises(law.BeforeTheLawError):
        tables.procedure_for("pilkada-2020", date(2020, 9, 1))


def test_a_report_after_the_last_procedure_has_none(tables: law.Law) -> None:
    with pytest.raises(law.NotInForceError):
        tables.procedure_for("pilkada-2020", date(2024, 10, 1))

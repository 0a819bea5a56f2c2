"""The coach holds a draft against the requirements of the procedure's data."""

from dataclasses import replace

import pytest

from netra.domain.law import CheckItem, Procedure, Status, load_law
from netra.records.reports import actions as reports
from netra.web.portal.drafts import Typed
from netra.web.portal.reporting_clock import Window
from netra.web.portal.reporting_coach import Coach, coach_of
from tests.web.portal import walking

pytestmark = pytest.mark.django_db


def procedure() -> Procedure:
    return load_law().procedure("pemilihan-2024")


def coach(typed: Typed, held: Procedure) -> Coach:
    draft = reports.open_draft(at=walking.NOW)
    found = coach_of(draft, typed, Window(procedure=held))
    assert found is not None
    return found


def test_every_requirement_of_the_procedure_has_a_line() -> None:
    held = procedure()
    labels = [item.label for item in (*held.formal_items, *held.material_items)]
    assert [line.label for line in coach(Typed(), held).lines] == labels


def test_a_requirement_the_page_cannot_judge_is_left_to_the_officer() -> None:
    other = CheckItem(
        key="power_of_attorney",
        text="surat kuasa",
        label="Surat kuasa",
        remediable=True,
        help="Bila diwakili.",
        status=Status.UNCONFIRMED,
        article=None,
        source=None,
    )
    held = replace(procedure(), formal_items=(other,), material_items=())
    (line,) = coach(Typed(), held).lines
    assert line.present is None
    assert line.step == ""


def test_without_a_procedure_there_is_no_coach() -> None:
    draft = reports.open_draft(at=walking.NOW)
    assert coach_of(draft, Typed(), Window(procedure=None)) is None


@pytest.mark.parametrize(
    ("step", "row", "label"),
    [
        ("peristiwa", {"account": "DATA CONTOH."}, "Uraian kejadian"),
        ("pelapor", {"name": "Wati", "address": "-"}, "Nama dan alamat pelapor"),
        ("bukti", {"links": "https://contoh.example/a"}, "Bukti"),
    ],
)
def test_what_was_typed_meets_its_requirement(
    step: str, row: dict[str, str], label: str
) -> None:
    met = coach(Typed(fields={step: row}), procedure())
    assert [line.label for line in met.lines if line.present] == [label]


def test_a_name_without_an_address_is_not_enough() -> None:
    met = coach(Typed(fields={"pelapor": {"name": "Wati"}}), procedure())
    assert met.present_count == 0

"""Typing in one page, in two pages, and sending again what may not have arrived."""

import pytest
from django.db import connection

from netra.records.clarifications import actions
from netra.records.clarifications.actions.writing import RowEdit
from netra.records.clarifications.models import Minutes
from netra.records.clarifications.queries import answers_of
from netra.records.ledger.models import LedgerEntry
from tests import clarifying as scene
from tests import people
from tests.clarifying import edit
from tests.people import as_actor


@pytest.fixture
def minutes(cast) -> Minutes:
    case = people.case_on(cast, "study")
    return scene.begun(scene.planned(case, cast), cast)


@pytest.fixture
def save(minutes: Minutes, cast):
    def saved(*rows: RowEdit, tab: str = "a", order: int = 1):
        return actions.save_answers(
            minutes=minutes,
            rows=rows,
            tab=tab,
            order=order,
            actor=as_actor(cast.budi),
            at=scene.TYPED_AT,
        )

    return saved


def texts(minutes: Minutes) -> list[str]:
    return [row.answer for row in answers_of(minutes)]


def test_sending_the_same_again_changes_nothing(save, minutes: Minutes) -> None:
    first, again = save(edit()), save(edit())
    assert first == again
    assert texts(minutes) == [scene.ANSWER]


def test_a_page_that_missed_an_answer_goes_on_as_itself(save, minutes: Minutes) -> None:
    save(edit(answer="Saya"))
    (row,) = save(edit(answer="Saya di sana"), order=2)  # still believes in version 0
    assert (row.version, row.twin) == (2, None)
    assert texts(minutes) == ["Saya di sana"]


def test_a_late_request_of_the_same_page_undoes_nothing(save, minutes: Minutes) -> None:
    save(edit(answer="Saya di sana"), order=5)
    save(edit(answer="Saya"), order=4)
    assert texts(minutes) == ["Saya di sana"]


def test_another_page_goes_on_from_the_version_it_saw(save, minutes: Minutes) -> None:
    save(edit(answer="Saya"))
    (row,) = save(edit(answer="Saya pulang", version=1), tab="b")
    assert (row.version, row.twin) == (2, None)
    assert texts(minutes) == ["Saya pulang"]


def test_where_two_pages_write_at_once_both_texts_stay(save, minutes: Minutes) -> None:
    save(edit(answer="Saya"))
    save(edit(answer="Saya pergi", version=1), tab="a", order=2)
    (row,) = save(edit(answer="Saya tinggal", version=1), tab="b")
    assert row.twin.answer == "Saya tinggal"
    assert row.other.answer == "Saya pergi"
    assert row.twin.twin_of == "satu"
    assert texts(minutes) == ["Saya pergi", "Saya tinggal"]
    save(edit(answer="Saya tinggal di rumah", version=1), tab="b", order=2)
    assert texts(minutes) == ["Saya pergi", "Saya tinggal di rumah"]


def test_a_removal_yields_to_a_text_somebody_else_wrote(save, minutes: Minutes) -> None:
    save(edit(answer="Saya"))
    save(edit(answer="Saya pergi", version=1), order=2)
    (row,) = save(edit(answer="Saya", version=1, is_removed=True), tab="b")
    assert row.twin is None
    assert texts(minutes) == ["Saya pergi"]
    save(edit(answer="Saya pergi", version=2, is_removed=True), order=3)
    assert texts(minutes) == []


def test_rows_keep_their_order(save, minutes: Minutes) -> None:
    save(edit("dua", "kedua", place=2), edit("satu", "pertama"))
    assert texts(minutes) == ["pertama", "kedua"]


def test_typing_enters_nothing_before_it_is_read_back(
    save, minutes: Minutes, cast
) -> None:
    before = LedgerEntry.objects.count()
    save(edit())
    assert LedgerEntry.objects.count() == before
    scene.read(minutes, cast)
    told = LedgerEntry.objects.get(kind="minutes.read_back").facts()
    assert set(told) == {
        "read_back_at",
        "answer/satu/place",
        "answer/satu/question",
        "answer/satu/answer",
    }


def test_what_was_said_is_ciphertext_in_the_database(save) -> None:
    save(edit())
    with connection.cursor() as cursor:
        cursor.execute("SELECT answer FROM clarifications_answer")
        ((kept,),) = cursor.fetchall()
    assert len(bytes(kept)) > len(scene.ANSWER)
    assert b"lapangan" not in bytes(kept)

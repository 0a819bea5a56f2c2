"""Two officers write into one agenda at once: no number twice, no letter twice."""

import pytest

from netra.domain.law import Paper
from netra.records.correspondence import actions
from netra.records.correspondence.errors import EntryMovedError, InAgendaError
from netra.records.correspondence.models import AgendaEntry
from netra.records.documents.actions import issue_paper
from netra.records.ledger.replaying import compare
from tests import people
from tests.people import REFERRED_AT, STUDIED_AT, as_actor
from tests.records.correspondence.lines import LETTER, letter_in
from tests.records.test_concurrency import at_once

pytestmark = pytest.mark.usefixtures("committed")


@pytest.fixture
def cast() -> people.Cast:
    return people.make_cast()


def test_two_letters_at_once_get_two_numbers(cast: people.Cast) -> None:
    def enter(user):
        return lambda: actions.enter_in(
            office=cast.city, content=LETTER, actor=as_actor(user), at=REFERRED_AT
        )

    assert at_once(enter(cast.budi), enter(cast.eko)) == ["done", "done"]
    numbers = AgendaEntry.objects.order_by("sequence").values_list("number", flat=True)
    assert list(numbers) == ["M-001/2024", "M-002/2024"]
    assert compare().difference is None


def test_a_paper_pressed_by_two_is_entered_once(cast: people.Cast) -> None:
    case = people.case_on(cast)
    paper = issue_paper(
        Paper.REGISTRATION, case=case, actor=as_actor(cast.budi), at=STUDIED_AT
    )

    def press(user):
        return lambda: actions.enter_paper(
            paper=paper,
            counterpart="Pelapor",
            subject="Registrasi",
            actor=as_actor(user),
            at=REFERRED_AT,
        )

    ends = at_once(press(cast.budi), press(cast.eko))
    assert sorted(ends) == [InAgendaError.__name__, "done"]
    assert AgendaEntry.objects.get().number == "K-001/2024"
    assert compare().difference is None


def test_voiding_meets_correcting(cast: people.Cast) -> None:
    row = letter_in(cast)
    ends = at_once(
        lambda: actions.void_entry(
            entry=row, reason="salah", actor=as_actor(cast.budi), at=REFERRED_AT
        ),
        lambda: actions.correct_entry(
            entry=row, content=LETTER, actor=as_actor(cast.eko), at=REFERRED_AT
        ),
    )
    assert sorted(ends) == [EntryMovedError.__name__, "done"]
    later = AgendaEntry.objects.filter(corrects=row).count()
    row.refresh_from_db()
    assert later + (row.voided_at is not None) == 1
    assert compare().difference is None

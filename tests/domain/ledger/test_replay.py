"""State is what follows from the entries, and a difference says where it is not."""

from dataclasses import replace

from netra.domain.ledger import Difference, Fact, first_difference, replay
from tests.domain.ledger.test_chain import chain

ENTRY = chain(1)[0][0]


def told(subject: str, **facts: Fact):
    return replace(ENTRY, subject=subject, facts=facts)


def test_the_last_word_on_a_field_stands() -> None:
    entries = [told("case:1", step="study"), told("case:1", step="end")]
    assert replay(entries) == {"case:1": {"step": "end"}}


def test_subjects_stay_apart() -> None:
    entries = [told("case:1", step="study"), told("case:2", step="end")]
    assert replay(entries) == {"case:1": {"step": "study"}, "case:2": {"step": "end"}}


def test_nothing_takes_a_field_away() -> None:
    entries = [told("case:1", step="study", side="3"), told("case:1", side=None)]
    assert replay(entries) == {"case:1": {"step": "study"}}


def test_a_subject_without_fields_is_no_part_of_the_state() -> None:
    assert replay([told("ledger:replay")]) == {}


def test_equal_states_have_no_difference() -> None:
    state = {"case:1": {"step": "study"}}
    assert first_difference(state, state) is None


def test_the_first_difference_is_named() -> None:
    replayed = {"case:1": {"step": "study"}, "case:2": {"step": "end"}}
    kept = {"case:1": {"step": "study"}, "case:2": {"step": "study"}}
    found = first_difference(replayed, kept)
    assert found == Difference(
        subject="case:2", field="step", replayed="end", kept="study"
    )
    assert str(found) == "case:2 step: replay says 'end', state says 'study'"


def test_a_row_without_entries_is_a_difference() -> None:
    found = first_difference({}, {"case:9": {"step": "end"}})
    assert found is not None
    assert (found.subject, found.replayed) == ("case:9", None)


def test_an_erased_row_is_a_difference() -> None:
    found = first_difference({"case:9": {"step": "end"}}, {})
    assert found is not None
    assert (found.subject, found.kept) == ("case:9", None)

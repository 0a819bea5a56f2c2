"""When it happened, with what nobody knows for sure."""

from datetime import date

import pytest

from netra.records.ledger.replaying import compare
from netra.records.parties import actions
from netra.records.parties.errors import SpanError
from netra.records.parties.models import EventTime
from netra.records.parties.queries import event_phases
from tests import people


def told(case, cast, earliest: date, latest: date, words: str = "") -> EventTime:
    return actions.set_event_time(
        case=case,
        earliest_on=earliest,
        latest_on=latest,
        words=words,
        place_words="sekitar lapangan",
        actor=people.as_actor(cast.budi),
        at=people.WRITTEN_AT,
    )


def test_words_and_days_are_kept_together(cast) -> None:
    case = people.registered(cast)
    row = told(case, cast, date(2024, 10, 1), date(2024, 10, 10), "awal Oktober")
    assert (row.words, row.is_certain) == ("awal Oktober", False)
    again = told(case, cast, date(2024, 10, 3), date(2024, 10, 3))
    assert again.is_certain
    assert EventTime.objects.get() == again
    assert compare().difference is None


def test_days_that_contradict_each_other_are_refused(cast) -> None:
    case = people.registered(cast)
    with pytest.raises(SpanError):
        told(case, cast, date(2024, 10, 10), date(2024, 10, 1))
    with pytest.raises(SpanError) as caught:
        told(case, cast, date(2024, 10, 10), date(2030, 1, 1))
    assert caught.value.field == "latest_on"


def test_a_span_over_the_determination_of_candidates_has_two_phases(cast) -> None:
    case = people.registered(cast)
    row = told(case, cast, date(2024, 10, 1), date(2024, 10, 10))
    assert not event_phases(row).is_split
    row = told(case, cast, date(2024, 9, 18), date(2024, 9, 26), "sekitar penetapan")
    phases = event_phases(row)
    assert phases.is_split
    assert [one.phase for one in phases.ends] == ["before_candidacy", "candidate"]
    pairs = {(h.before.kind, h.after.kind) for h in phases.hinges}
    assert pairs == {("ethics", "discipline")}

"""A file that comes with evidence after registration."""

import pytest

from netra.records.evidence.actions import receive_blob
from netra.records.evidence.errors import FileTwiceError
from netra.records.turns import actions
from netra.records.turns.errors import PlenaryRunningError
from tests import people
from tests.people import PNG, as_actor
from tests.records import turns_refusals as turned
from tests.records.turns.turning import replayed


def add(evidence, cast, content=PNG):
    return actions.add_evidence_file(
        evidence=evidence,
        blob=receive_blob(chunks=[content], at=people.TOLD_AT),
        name="foto-susulan.png",
        actor=as_actor(cast.budi),
        at=people.TOLD_AT,
    )


def test_the_file_of_late_evidence_stands_among_the_exhibits(cast) -> None:
    case = people.case_on(cast, "study")
    before = case.exhibits.count()
    exhibit = add(turned.evidence(cast, case), cast)
    assert list(case.exhibits)[before:] == [exhibit]
    assert exhibit.kind == "evidence"
    replayed()


def test_the_file_of_a_finding_goes_where_supervision_gathered(cast) -> None:
    case = people.case_of_finding(cast)
    exhibit = add(turned.evidence(cast, case), cast)
    assert exhibit in case.exhibits
    replayed()


def test_nothing_is_added_under_the_eyes_of_the_plenary(cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    evidence = turned.evidence(cast, case)
    people.ready_to_close(case, cast, "other_law_asn")
    with pytest.raises(PlenaryRunningError):
        add(evidence, cast)


def test_the_same_bytes_are_not_an_exhibit_twice(cast) -> None:
    evidence = turned.evidence(cast, people.case_on(cast, "study"))
    add(evidence, cast)
    with pytest.raises(FileTwiceError):
        add(evidence, cast)

"""A case is replayed with what its parties, its time and its proof say."""

from datetime import date

from netra.cli.replay_scope import scope_of_case
from netra.records.ledger.replaying import compare
from netra.records.parties import actions
from netra.records.parties.models import PartyOpening
from tests import people
from tests.records.parties.acting import REASON, joined, named, replaced
from tests.records.proof.acting import judged


def test_the_scope_of_a_case_holds_every_room_of_its_people(cast) -> None:
    case = people.registered(cast)
    budi = people.as_actor(cast.budi)
    by = {"actor": budi, "at": people.WRITTEN_AT}
    party = named(case, cast)
    actions.open_party(case=case, key=party.key, reason=REASON, **by)
    span = {"earliest_on": date(2024, 10, 1), "latest_on": date(2024, 10, 9)}
    actions.set_event_time(case=case, **span, words="", place_words="", **by)
    allegation = people.alleged(case, cast)
    judged(allegation, cast)
    row = joined(case, people.registered(cast).report, actor=budi)
    scope = scope_of_case(case.number, budi)
    assert scope.subjects >= {
        party.ledger_subject,
        PartyOpening.objects.get().ledger_subject,
        f"event_time:{case.pk}",
        f"proof:{allegation.pk}",
        row.ledger_subject,
    }
    assert compare(scope.subjects).difference is None


def test_the_scope_of_a_finding_keeps_who_was_named_by_mistake(cast) -> None:
    case = people.case_of_finding(cast)
    wrong = case.respondents.get()
    right = replaced(case, cast).right
    scope = scope_of_case(case.number, people.as_actor(cast.budi))
    assert {wrong.ledger_subject, right.ledger_subject} <= scope.subjects
    assert compare(scope.subjects).difference is None

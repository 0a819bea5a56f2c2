"""Witnesses, experts and others: hearable by key, sealed, opened with a reason."""

from dataclasses import replace

import pytest

from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from netra.records.parties import actions
from netra.records.parties.content import PartyContent
from netra.records.parties.errors import (
    DroppedError,
    NeededError,
    UnknownPartyError,
    WitnessTwiceError,
)
from netra.records.parties.hearable import HearableKind, hearable, identity_of
from netra.records.parties.models import Party, PartyOpening
from netra.records.reports.content import PersonContent
from tests import people
from tests.records.parties.acting import REASON, SEEN, named

WITNESSED = replace(people.TELLING, witnesses=(PersonContent(name="Asih Contohsatu"),))


def test_everybody_of_a_report_can_be_heard_without_being_named(cast) -> None:
    case = people.case_on(cast, "study", telling=WITNESSED)
    expert = replace(SEEN, kind=Party.Kind.EXPERT, name="Dr. Contohahli")
    named(case, cast)
    named(case, cast, expert)
    shown = hearable(case)
    assert [one.label for one in shown] == [
        "Pelapor 1",
        "Terlapor 1",
        "Saksi 1",
        "Saksi 2",
        "Ahli 1",
    ]
    told = " ".join(str(one) for one in shown)
    for name in (people.WATI.name, "Asih", "Joko", "Contohahli"):
        assert name not in told
    assert compare().difference is None


def test_a_case_from_a_finding_has_a_finder(cast) -> None:
    case = people.case_of_finding(cast)
    first = hearable(case)[0]
    assert (first.kind, first.label) == (HearableKind.FINDER, "Penemu")
    assert identity_of(case, first.key).name


def test_a_witness_of_the_report_keeps_the_key_when_the_office_enters_more(
    cast,
) -> None:
    case = people.case_on(cast, "study", telling=WITNESSED)
    witness = case.report.witnesses.get()
    key = f"witness:{witness.pk}"
    assert key in {one.key for one in hearable(case)}
    content = PartyContent(
        kind=Party.Kind.WITNESS,
        source=Party.Source.REPORTER,
        name=witness.name,
        address="Jalan Contoh 77",
        witness=witness,
    )
    party = named(case, cast, content)
    assert party.key == key
    assert [one.key for one in hearable(case)].count(key) == 1
    assert identity_of(case, key).address == "Jalan Contoh 77"
    with pytest.raises(WitnessTwiceError):
        named(case, cast, content)


def test_who_is_dropped_leaves_the_list_and_stays_in_the_file(cast) -> None:
    case = people.case_on(cast, "study")
    party = named(case, cast)
    second = named(case, cast, replace(SEEN, name="Tini Contohdua"))
    budi = people.as_actor(cast.budi)
    acting = {"party": party, "actor": budi, "at": people.HANDED_UP_AT}
    with pytest.raises(NeededError):
        actions.drop_party(**acting, reason=" ")
    actions.drop_party(**acting, reason=REASON)
    labels = {one.key: one.label for one in hearable(case)}
    assert party.key not in labels
    assert labels[second.key] == "Saksi 2"  # numbers stay as they were told
    assert identity_of(case, party.key).name == SEEN.name
    with pytest.raises(DroppedError):
        actions.drop_party(**acting, reason=REASON)
    with pytest.raises(DroppedError):
        actions.correct_party(**acting, content=SEEN)
    assert compare().difference is None


def test_a_correction_leaves_the_earlier_words_in_the_ledger_only(cast) -> None:
    case = people.case_on(cast, "study")
    party = named(case, cast)
    actions.correct_party(
        party=party,
        content=replace(SEEN, name="Joko Contohsaksi, S.E."),
        actor=people.as_actor(cast.budi),
        at=people.HANDED_UP_AT,
    )
    party.refresh_from_db()
    assert party.name == "Joko Contohsaksi, S.E."
    kinds = LedgerEntry.objects.filter(subject=party.ledger_subject)
    assert [row.kind for row in kinds] == ["party.named", "party.corrected"]
    assert compare().difference is None


def test_an_identity_is_opened_with_a_reason_that_is_kept(cast) -> None:
    case = people.case_on(cast, "study")
    party = named(case, cast)
    acting = {
        "case": case,
        "key": party.key,
        "actor": people.as_actor(cast.sari),
        "at": people.HANDED_UP_AT,
    }
    with pytest.raises(NeededError):
        actions.open_party(**acting, reason="")
    assert actions.open_party(**acting, reason=REASON).name == SEEN.name
    row = PartyOpening.objects.get()
    assert (row.account, row.key, row.reason) == (cast.sari, party.key, REASON)
    assert compare().difference is None


def test_nobody_is_found_by_the_key_of_another_case(cast) -> None:
    case, other = people.case_on(cast, "study"), people.case_on(cast, "study")
    party = named(other, cast)
    keys = [one.key for one in hearable(other)]
    assert party.key in keys
    for key in (*keys, "party:x", "party:", "nobody", f"witness:{party.pk}"):
        with pytest.raises(UnknownPartyError):
            identity_of(case, key)


def test_no_identity_stands_in_the_ledger(cast) -> None:
    case = people.case_on(cast, "study")
    party = named(case, cast)
    actions.open_party(
        case=case,
        key=party.key,
        reason=REASON,
        actor=people.as_actor(cast.budi),
        at=people.WRITTEN_AT,
    )
    for entry in LedgerEntry.objects.all():
        text = bytes(entry.canonical).decode()
        for told in (*(getattr(SEEN, name) for name in Party.SEALED), REASON):
            assert told not in text

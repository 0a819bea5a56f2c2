"""One act may favour and harm several sides, of every kind."""

import pytest

from netra.records.cases import actions as cases
from netra.records.contests import actions as contests
from netra.records.contests.models import Side
from netra.records.ledger.replaying import compare
from netra.records.parties import actions
from netra.records.parties.errors import ForeignSideError, PlenaryRunsError
from netra.records.parties.models import TouchedSide
from tests import people

KINDS = {
    Side.Kind.TICKET: "Pasangan Contoh",
    Side.Kind.EMPTY_BOX: "Kolom kosong",
    Side.Kind.PARTY: "Partai Contoh",
    Side.Kind.PROSPECTIVE: "Bakal Calon Contoh",
}
FAVOURED, HARMED = TouchedSide.Effect.FAVOURED, TouchedSide.Effect.HARMED


def sides_of(contest, cast) -> list[Side]:
    by = {"actor": people.as_actor(cast.budi), "at": people.WRITTEN_AT}
    return [
        contests.add_side(contest=contest, kind=kind, name=name, number=None, **by)
        for kind, name in KINDS.items()
    ]


def touched(allegation, cast, sides) -> list[TouchedSide]:
    return actions.touch_sides(
        allegation=allegation,
        sides=sides,
        actor=people.as_actor(cast.budi),
        at=people.WRITTEN_AT,
    )


def test_sides_of_every_kind_are_favoured_or_harmed_by_one_act(cast) -> None:
    case = people.registered(cast)
    allegation = people.alleged(case, cast)
    sides = sides_of(case.contest, cast)
    touched(allegation, cast, dict.fromkeys(sides, FAVOURED))
    assert {row.side.kind for row in allegation.touched.all()} == set(KINDS)
    touched(allegation, cast, {sides[0]: FAVOURED, sides[1]: HARMED})
    found = {row.side.kind: row.effect for row in allegation.touched.all()}
    assert found == {"ticket": "favoured", "empty_box": "harmed"}
    assert compare().difference is None


def test_a_side_of_every_kind_can_be_named_with_the_norm(cast) -> None:
    case = people.registered(cast)
    offered = cases.alleging.offered_norms(case, case.respondents.get(), people.ACT_ON)
    norms = [one.violation.id for one in offered if one.fits]
    for side, norm in zip(sides_of(case.contest, cast), norms, strict=False):
        row = cases.allege(
            case=case,
            respondent=case.respondents.get(),
            norm=norm,
            act_on=people.ACT_ON,
            side=side,
            phase_reason="",
            actor=people.as_actor(cast.budi),
            at=people.WRITTEN_AT,
        )
        assert row.side == side
    assert case.allegations.count() == len(KINDS)
    assert compare().difference is None


def test_a_side_of_another_contest_is_refused(cast) -> None:
    allegation = people.alleged(people.registered(cast), cast)
    foreign = Side.objects.create(
        contest=cast.elsewhere_contest, kind=Side.Kind.PARTY, name="Partai Lain Contoh"
    )
    with pytest.raises(ForeignSideError):
        touched(allegation, cast, {foreign: HARMED})


def test_the_sides_go_with_the_allegation(cast) -> None:
    case = people.registered(cast)
    allegation = people.alleged(case, cast)
    side = sides_of(case.contest, cast)[0]
    touched(allegation, cast, {side: FAVOURED})
    cases.withdraw_allegation(
        allegation=allegation, actor=people.as_actor(cast.budi), at=people.WRITTEN_AT
    )
    assert not TouchedSide.objects.exists()
    assert compare().difference is None


def test_nothing_is_changed_while_a_plenary_is_open(cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    people.convened(people.approved(case, cast), cast)
    with pytest.raises(PlenaryRunsError):
        touched(case.allegations.get(), cast, {})

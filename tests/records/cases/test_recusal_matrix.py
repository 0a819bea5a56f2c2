"""No action on a case is open to who is tied to a party of it: each is tried.

The attempts are those of the refusals, of which the house guard holds that every
exported action has one. Whoever tries them here is officer and member of the office,
and tied to every case from its first moment on: only the tie can refuse.
"""

import pytest

from netra.domain.access import Role
from netra.records.access import TiedError
from netra.records.accounts.models import User
from netra.records.cases import actions
from netra.records.cases.actions import registering
from netra.records.cases.models import Case, Recusal
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from tests import people
from tests.records.refusals import ATTEMPTS

NOT_ON_A_CASE = frozenset(
    {
        "accounts.add_person",
        "accounts.authorise_office",
        "accounts.end_role",
        "accounts.grant_role",
        "accounts.open_office",
        "accounts.replace_password",
        "accounts.settle",
        "cases.register_finding",
        "cases.register_report",
        "contests.add_side",
        "contests.date_stage",
        "contests.open_contest",
        "law.add_day_off",
        "law.seed",
    }
)
"""Before there is a case, or about the office; a new action is not among them."""
MAKES_THE_TIE = frozenset({"cases.declare_tie"})
"""Refused because the tie is there already, and tested beside this."""
BEFORE_A_CASE = ("custody.", "information.", "observations.", "reports.")
"""Rooms whose matters become cases; what they do to one is tried below."""


def is_on_a_case(name: str) -> bool:
    """Say whether an attempt is one on a case."""
    other = NOT_ON_A_CASE | MAKES_THE_TIE | NOT_OF_THE_CASE
    return name not in other and not name.startswith(BEFORE_A_CASE)


NOT_OF_THE_CASE: frozenset[str] = frozenset(
    {"documents.issue_paper", "referrals.refer_tracing"}
)
"""Tried in the refusals on a report or tracing; on a case they are tried below."""

ON_A_CASE = sorted(filter(is_on_a_case, ATTEMPTS))


@pytest.fixture
def uli(cast: people.Cast, monkeypatch: pytest.MonkeyPatch) -> User:
    """Uli, officer and member of 33.74, is tied to every case that is opened."""
    uli = people.person("Uli", (Role.OFFICER, cast.city), (Role.MEMBER, cast.city))
    opened = registering._open_case

    def open_tied(*args: object, **values: object) -> Case:
        case = opened(*args, **values)
        actions.declare_tie(
            case=case,
            relation=Recusal.Relation.KIN,
            reason="DATA CONTOH. Kerabat.",
            actor=people.as_actor(uli),
            at=people.REGISTERED_AT,
        )
        return case

    monkeypatch.setattr(registering, "_open_case", open_tied)
    return uli


@pytest.mark.parametrize("name", ON_A_CASE)
def test_who_is_tied_is_refused(cast: people.Cast, uli: User, name: str) -> None:
    with pytest.raises(TiedError) as caught:
        ATTEMPTS[name](cast, people.as_actor(uli))
    assert "benturan kepentingan" in caught.value.reader_message
    own = LedgerEntry.objects.filter(actor=str(uli.pk))
    assert set(own.values_list("kind", flat=True)) == {"recusal.recorded"}
    assert compare().difference is None


def test_the_tie_alone_refuses(cast: people.Cast) -> None:
    """Without it the same person may: the refusals above are worth something."""
    wulan = people.person("Wulan", (Role.OFFICER, cast.city), (Role.MEMBER, cast.city))
    for name in ("cases.save_study", "cases.remark_study", "cases.assign_case"):
        ATTEMPTS[name](cast, people.as_actor(wulan))


def test_every_room_above_the_cases_is_tried() -> None:
    rooms = {name.partition(".")[0] for name in ON_A_CASE}
    assert {"cases", "referrals"} <= rooms
    assert len(ON_A_CASE) > 20

"""The one table: closed by default, and by place."""

from itertools import product

import pytest

from netra.domain.access import (
    NATION,
    POLICY,
    Action,
    Actor,
    Grant,
    RegionCode,
    Role,
    Scope,
    covers,
    is_allowed,
    reach_of,
)

HERE, BELOW, ABOVE, ELSEWHERE = map(RegionCode, ("33.74", "33.74.01", "33", "34.71"))
PUBLIC = Actor(account_id="public")


def one(role: Role, region: RegionCode) -> Actor:
    return Actor(
        account_id="1", grants=(Grant(role=role, office_id="1", region=region),)
    )


@pytest.mark.parametrize(
    ("own", "asked", "expected"),
    [
        ("33.74", "33.74", True),
        ("33", "33.74", True),
        ("33", "33.74.01", True),
        ("", "33.74.01", True),
        ("", "", True),
        ("33.74", "33", False),
        ("33.74", "", False),
        ("33.7", "33.74", False),
        ("3", "33", False),
        ("33.74", "34.71", False),
    ],
)
def test_a_region_covers_itself_and_what_lies_beneath(
    own: str, asked: str, expected: bool
) -> None:
    assert covers(RegionCode(own), RegionCode(asked)) is expected


@pytest.mark.parametrize("action", Action)
def test_the_public_is_allowed_nothing_of_the_office(action: Action) -> None:
    assert not is_allowed(PUBLIC, action, HERE)
    assert not is_allowed(PUBLIC, action, None)
    assert reach_of(PUBLIC, action) == ()


@pytest.mark.parametrize(("role", "action"), list(product(Role, Action)))
def test_a_pair_that_is_not_listed_is_refused(role: Role, action: Action) -> None:
    if (role, action) not in POLICY:
        assert not is_allowed(one(role, NATION), action, HERE)
        assert not is_allowed(one(role, NATION), action, None)


@pytest.mark.parametrize(("role", "action"), sorted(POLICY))
def test_a_listed_pair_reaches_as_far_as_its_scope(role: Role, action: Action) -> None:
    scope = POLICY[role, action]
    actor = one(role, HERE)
    assert is_allowed(actor, action, HERE)
    assert is_allowed(actor, action, None)
    assert is_allowed(actor, action, BELOW) is (scope is not Scope.OWN)
    assert is_allowed(actor, action, ABOVE) is (scope is Scope.EVERYWHERE)
    assert is_allowed(actor, action, ELSEWHERE) is (scope is Scope.EVERYWHERE)


@pytest.mark.parametrize("action", Action)
def test_every_action_is_somebodys(action: Action) -> None:
    assert any((role, action) in POLICY for role in Role)


CHANGES = {
    Action.STUDY_REPORT,
    Action.NOTIFY_REPORTER,
    Action.RECEIVE_ITEM,
    Action.REGISTER_REPORT,
    Action.ASSIGN_WORK,
    Action.OPEN_IDENTITY,
    Action.WRITE_STUDY,
    Action.APPROVE_STUDY,
    Action.CONVENE_PLENARY,
    Action.VOTE,
    Action.CLOSE_PLENARY,
    Action.REFER_CASE,
    Action.ANNOUNCE_STATUS,
    Action.ISSUE_PAPER,
    Action.EDIT_CONTEST,
    Action.EDIT_CALENDAR,
    Action.MANAGE_PEOPLE,
    Action.MANAGE_OFFICE,
}


def test_the_auditor_changes_nothing_and_opens_no_identity() -> None:
    held = {action for role, action in POLICY if role is Role.AUDITOR}
    assert held & CHANGES == set()


def test_the_administrator_sees_no_matter_and_decides_none() -> None:
    held = {action for role, action in POLICY if role is Role.ADMINISTRATOR}
    seen = {
        Action.VIEW_REPORT,
        Action.VIEW_CASE,
        Action.VIEW_EXHIBIT,
        Action.VIEW_PAPER,
        Action.OPEN_IDENTITY,
        Action.VOTE,
    }
    assert held & seen == set()


def test_only_members_vote() -> None:
    assert {role for role, action in POLICY if action is Action.VOTE} == {Role.MEMBER}


def test_an_office_above_sees_but_does_not_act() -> None:
    actor = one(Role.MEMBER, ABOVE)
    assert is_allowed(actor, Action.VIEW_CASE, HERE)
    assert [a for a in CHANGES if is_allowed(actor, a, HERE)] == []


def test_two_roles_add_up() -> None:
    grants = tuple(
        Grant(role=role, office_id="1", region=HERE)
        for role in (Role.OFFICER, Role.MEMBER)
    )
    both = Actor(account_id="1", grants=grants)
    assert is_allowed(both, Action.REGISTER_REPORT, HERE)
    assert is_allowed(both, Action.VOTE, HERE)


def test_the_table_cannot_be_changed_while_running() -> None:
    with pytest.raises(TypeError):
        POLICY[Role.FIELD, Action.VOTE] = Scope.EVERYWHERE  # type: ignore[index]

"""A database with real commits is laid afresh after every test that used it."""

from netra.records.accounts.models import User
from netra.records.law.queries import newest_edition
from netra.records.regions.models import Region
from tests import people


def test_first_a_test_commits_the_cast(committed: None) -> None:
    people.case_on(people.make_cast(), "follow_up")
    assert User.objects.count() == 11


def test_then_nothing_of_it_is_left(committed: None) -> None:
    assert User.objects.count() == 0
    assert newest_edition() == 1
    assert Region.objects.filter(code=people.REGION).exists()


def test_and_a_rolled_back_test_finds_the_ground(cast: people.Cast) -> None:
    assert newest_edition() == 1
    assert people.submitted(cast).region == people.REGION

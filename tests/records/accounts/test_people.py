"""People, dated roles, offices and their customs."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from netra.domain.access import Role
from netra.records.access import NotAllowedError
from netra.records.accounts import actions as accounts
from netra.records.accounts.errors import (
    RoleEndedError,
    RoleOverlapError,
    SettingValueError,
    UnknownAccountError,
)
from netra.records.accounts.models import Office, OfficeSetting
from netra.records.accounts.numbering import next_number
from netra.records.accounts.patterns import number_from, roman_month
from netra.records.accounts.queries import (
    actor_named,
    an_office_is_authorised,
    members_of,
    office_for,
    setting_of,
)
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from tests import people

DAY = date(2024, 10, 30)


def grant(cast: people.Cast, role: Role, **changes: object):
    values = {
        "user": cast.nur,
        "office": cast.city,
        "role": role,
        "post": "",
        "from_on": date(2024, 10, 1),
        "actor": people.as_actor(cast.putri),
        "at": people.SUBMITTED_AT,
    }
    return accounts.grant_role(**(values | changes))


def test_a_role_opens_the_desk_from_its_first_day(cast: people.Cast) -> None:
    assert people.as_actor(cast.nur).grants == ()
    grant(cast, Role.OFFICER)
    (held,) = people.as_actor(cast.nur).grants
    assert (held.role, held.region) == (Role.OFFICER, people.REGION)
    assert people.as_actor(cast.nur, people.at("2024-09-30 23:59")).grants == ()


def test_the_same_role_is_not_given_twice(cast: people.Cast) -> None:
    grant(cast, Role.OFFICER)
    with pytest.raises(RoleOverlapError):
        grant(cast, Role.OFFICER, from_on=date(2024, 11, 1))


def test_a_role_ends_once(cast: people.Cast) -> None:
    role = grant(cast, Role.OFFICER)
    last = {
        "assignment": role,
        "to_on": date(2024, 10, 31),
        "actor": people.as_actor(cast.putri),
        "at": people.SUBMITTED_AT,
    }
    assert accounts.end_role(**last).to_on == date(2024, 10, 31)
    with pytest.raises(RoleEndedError):
        accounts.end_role(**last)
    assert people.as_actor(cast.nur, people.at("2024-11-01 00:00")).grants == ()


def test_a_role_given_again_after_its_end_counts(cast: people.Cast) -> None:
    role = grant(cast, Role.OFFICER)
    accounts.end_role(
        assignment=role,
        to_on=date(2024, 10, 10),
        actor=people.as_actor(cast.putri),
        at=people.SUBMITTED_AT,
    )
    grant(cast, Role.OFFICER, from_on=date(2024, 10, 20))
    assert len(people.as_actor(cast.nur).grants) == 1
    assert compare().difference is None


def test_an_administrator_of_a_place_gives_no_roles_elsewhere(
    cast: people.Cast,
) -> None:
    grant(cast, Role.ADMINISTRATOR)
    nur = people.as_actor(cast.nur)
    with pytest.raises(NotAllowedError):
        grant(cast, Role.MEMBER, office=cast.elsewhere, actor=nur)
    held = grant(cast, Role.OFFICER, user=cast.eko, office=cast.subdistrict, actor=nur)
    assert held.office == cast.subdistrict
    with pytest.raises(NotAllowedError):
        grant(cast, Role.AUDITOR, office=cast.nation, actor=nur)


def test_a_password_is_nowhere_in_the_ledger(cast: people.Cast) -> None:
    accounts.replace_password(
        user=cast.budi,
        password="sandi yang sama sekali lain",
        actor=people.as_actor(cast.putri),
        at=people.SUBMITTED_AT,
    )
    cast.budi.refresh_from_db()
    assert cast.budi.check_password("sandi yang sama sekali lain")
    whole = b"".join(
        bytes(row) for row in LedgerEntry.objects.values_list("canonical", flat=True)
    )
    assert b"sandi" not in whole
    assert cast.budi.password.encode() not in whole


def test_neither_staff_nor_superuser_opens_anything(cast: people.Cast) -> None:
    cast.nur.is_staff = cast.nur.is_superuser = True
    cast.nur.save()
    assert people.as_actor(cast.nur).grants == ()


def test_an_unknown_or_inactive_account_does_not_act(cast: people.Cast) -> None:
    assert actor_named("budi", people.SUBMITTED_AT).grants
    cast.budi.is_active = False
    cast.budi.save()
    for name in ("budi", "tidakada"):
        with pytest.raises(UnknownAccountError, match=name):
            actor_named(name, people.SUBMITTED_AT)


@pytest.mark.parametrize(
    ("place", "office"),
    [
        ("33.74.01", "city"),
        ("33.74", "city"),
        ("33.01.01", "province"),
        ("33", "province"),
        ("11.01", "nation"),
        ("34.71.02", "elsewhere"),
    ],
)
def test_the_nearest_handling_office_takes_a_matter(
    cast: people.Cast, place: str, office: str
) -> None:
    assert office_for(place) == getattr(cast, office)


def test_members_are_those_of_the_day(cast: people.Cast) -> None:
    members = [row.user for row in members_of(cast.city, DAY)]
    assert members == list(cast.members)
    assert not members_of(cast.city, date(2023, 12, 31)).exists()


def test_no_office_is_official_without_a_letter(cast: people.Cast) -> None:
    assert not an_office_is_authorised()
    accounts.authorise_office(
        office=cast.city,
        letter="1/CONTOH/2024",
        letter_on=DAY,
        actor=people.as_actor(cast.putri),
        at=people.SUBMITTED_AT,
    )
    assert an_office_is_authorised()


# Customs ----------------------------------------------------------------------------------


def settle(cast: people.Cast, key: str, value: str) -> OfficeSetting:
    return accounts.settle(
        office=cast.city,
        key=key,
        value=value,
        actor=people.as_actor(cast.putri),
        at=people.SUBMITTED_AT,
    )


def test_the_newest_custom_is_in_force_and_the_older_stays(cast: people.Cast) -> None:
    key = OfficeSetting.Key.PLENARY_QUORUM
    settle(cast, key, "2")
    assert setting_of(cast.city, key) == "2"
    values = list(cast.city.settings.filter(key=key).values_list("value", flat=True))
    assert sorted(values) == ["2", "3"]


@pytest.mark.parametrize("value", ["0", "16", "dua", "-1", "1.5", ""])
def test_a_quorum_is_a_small_whole_number(cast: people.Cast, value: str) -> None:
    with pytest.raises(SettingValueError) as caught:
        settle(cast, OfficeSetting.Key.PLENARY_QUORUM, value)
    assert "1 sampai 15" in caught.value.reader_message


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("{seq}/{nama}", "nama"),
        ("tanpa urut {year}", "{seq}"),
        ("{seq", "kurawal"),
        ("{seq}/{__class__}", "__class__"),
        ("{seq}/{0}", "0"),
    ],
)
def test_a_number_pattern_is_checked_when_it_is_settled(
    cast: people.Cast, value: str, words: str
) -> None:
    with pytest.raises(SettingValueError) as caught:
        settle(cast, OfficeSetting.Key.REGISTRATION_NUMBER, value)
    assert words in caught.value.reader_message


def test_a_custom_pattern_numbers_the_next_case(cast: people.Cast) -> None:
    settle(
        cast, OfficeSetting.Key.REGISTRATION_NUMBER, "{seq:03}/X/{month_roman}/{year}"
    )
    assert people.registered(cast).number == "001/X/XI/2024"


# Numbers ----------------------------------------------------------------------------------


def numbered(office: Office, day: date, series: str = "uji") -> str:
    return next_number(office, series, day, template="{seq:03}/{year}", fields={})


def test_numbers_run_by_office_series_and_year(cast: people.Cast) -> None:
    assert [numbered(cast.city, DAY) for _ in range(3)] == [
        "001/2024",
        "002/2024",
        "003/2024",
    ]
    assert numbered(cast.elsewhere, DAY) == "001/2024"
    assert numbered(cast.city, DAY, "lain") == "001/2024"
    assert numbered(cast.city, date(2025, 1, 2)) == "001/2025"


def test_a_number_of_a_failed_act_is_given_again(cast: people.Cast) -> None:
    def fail() -> None:
        with transaction.atomic():
            numbered(cast.city, DAY)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert numbered(cast.city, DAY) == "001/2024"


def test_months_are_roman() -> None:
    assert [roman_month(m) for m in (1, 4, 9, 12)] == ["I", "IV", "IX", "XII"]


def test_a_pattern_with_an_unknown_part_is_refused() -> None:
    with pytest.raises(SettingValueError):
        number_from("{seq}/{x}", {"seq": 1})


@pytest.mark.parametrize(
    "changes",
    [
        {"tier": "pusat", "region": "33"},
        {"tier": "kota", "region": ""},
        {"tier": "tps", "region": "33.74.01", "parent": None},
        {"authorisation": "1/CONTOH", "authorised_on": None},
    ],
)
def test_the_database_refuses_an_impossible_office(
    cast: people.Cast, changes: dict[str, object]
) -> None:
    values = {"name": "Kantor", "tier": "kota", "region": "33.75"} | changes
    with pytest.raises(IntegrityError), transaction.atomic():
        Office.objects.create(**values)

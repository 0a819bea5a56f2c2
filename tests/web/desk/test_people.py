"""Offices, people and roles: who sees them, who changes them, what is said beside."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from netra.domain.access import Role
from netra.records.accounts import actions as accounts
from netra.records.accounts.models import Office, OfficeSetting, RoleAssignment, User
from netra.records.accounts.queries import (
    INSTALLATION,
    an_office_is_authorised,
    setting_of,
)
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from tests import people
from tests.people import Cast

NEW_PASSWORD = "kalimat panjang untuk uji"


@pytest.fixture(autouse=True)
def _moment(clock) -> None:
    clock.set(people.SUBMITTED_AT)


@pytest.fixture
def putri(cast: Cast, client: Client) -> Client:
    client.force_login(cast.putri)
    return client


def shown(client: Client, name: str, *args: object) -> str:
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200
    return response.content.decode()


def local_administrator(cast: Cast) -> User:
    return people.person("Joko", (Role.ADMINISTRATOR, cast.city))


def test_an_officer_reads_the_people_of_the_office_and_below(cast, client):
    client.force_login(cast.budi)
    text = shown(client, "people")

    assert cast.city.name in text
    assert cast.subdistrict.name in text
    assert "Sari Contoh" in text
    assert cast.elsewhere.name not in text
    assert "Anton" not in text
    assert reverse("person_add") not in text
    assert "Akhiri peran" not in text


def test_the_list_asks_the_same_number_of_questions_for_many_offices(
    cast, putri, django_assert_max_num_queries
):
    with django_assert_max_num_queries(14):
        shown(putri, "people")
    for number in range(12):
        Office.objects.create(
            name=f"Kantor {number}", tier="kecamatan", region="33.74.02"
        )
    with django_assert_max_num_queries(14):
        shown(putri, "people")


def test_people_are_found_by_name_office_and_region(cast, putri):
    def found(words: str) -> set[int]:
        response = putri.get(reverse("people"), {"q": words})
        return {row.office.pk for row in response.context["offices"]}

    assert found("anton") == {cast.elsewhere.pk}
    assert found("33.74") == {cast.city.pk, cast.subdistrict.pk}
    assert found("kantor pusat") == {cast.nation.pk}
    assert found("tidak ada siapa pun") == set()


def test_an_account_is_opened_and_then_given_a_role(cast, putri):
    person = {"name": "Mega Contoh", "username": "mega", "password": NEW_PASSWORD}
    opened = putri.post(reverse("person_add"), person)
    mega = User.objects.get(username="mega")
    assert opened.status_code == 302
    assert opened["Location"] == f"{reverse('role_grant')}?orang={mega.pk}"
    assert 'value="mega"' in putri.get(opened["Location"]).content.decode()

    granted = putri.post(
        reverse("role_grant"),
        {
            "username": "mega",
            "office": cast.city.pk,
            "role": "officer",
            "post": "staf contoh",
            "from_on": "2024-10-30",
        },
    )

    assert granted.status_code == 302
    assert mega.check_password(NEW_PASSWORD)
    row = mega.roles.get()
    assert (row.office, row.role, row.from_on) == (
        cast.city,
        "officer",
        date(2024, 10, 30),
    )
    assert compare().difference is None


def test_no_password_and_no_name_is_entered_in_the_ledger(cast, putri):
    person = {"name": "Mega Contoh", "username": "mega", "password": NEW_PASSWORD}
    putri.post(reverse("person_add"), person)
    mega = User.objects.get(username="mega")
    putri.post(
        reverse("password_reset_by_admin", args=[mega.pk]),
        {"password": f"{NEW_PASSWORD} lagi"},
    )

    entries = [bytes(e.canonical).decode() for e in LedgerEntry.objects.all()]
    assert [e for e in entries if NEW_PASSWORD in e or "Mega" in e] == []


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("username", "BUDI", "sudah dipakai"),
        ("username", "ada spasi", "nama pengguna"),
        ("password", "pendek", "12"),
        ("name", "", "tidak boleh kosong"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_the_rest_stays_typed(
    cast, putri, field, value, said
):
    told = {"name": "Mega Contoh", "username": "mega", "password": NEW_PASSWORD}
    response = putri.post(reverse("person_add"), told | {field: value})
    text = response.content.decode()

    assert response.status_code == 422
    assert said in " ".join(response.context["form"].errors[field])
    assert f'href="#id_{field}"' in text
    assert NEW_PASSWORD not in text
    if field != "name":
        assert 'value="Mega Contoh"' in text


def test_a_role_is_not_given_twice(cast, putri):
    told = {
        "username": "budi",
        "office": cast.city.pk,
        "role": "officer",
        "post": "",
        "from_on": "2024-10-30",
    }
    response = putri.post(reverse("role_grant"), told)

    assert response.status_code == 409
    assert "sudah memegang peran itu" in response.content.decode()
    assert cast.budi.roles.count() == 1


def test_a_local_administrator_cannot_give_roles_elsewhere(cast, client):
    client.force_login(local_administrator(cast))
    told = {
        "username": "nur",
        "office": cast.elsewhere.pk,
        "role": "member",
        "from_on": "2024-10-30",
    }
    response = client.post(reverse("role_grant"), told)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["office"]
    assert not cast.nur.roles.exists()


def test_a_role_ends_on_its_last_day_and_not_twice(cast, putri):
    row = cast.budi.roles.get()
    end = reverse("role_end", args=[row.pk])

    early = putri.post(end, {"to_on": "2023-12-31"})
    ended = putri.post(end, {"to_on": "2024-10-31"})
    again = putri.post(end, {"to_on": "2024-11-30"})

    assert [early.status_code, ended.status_code, again.status_code] == [422, 302, 409]
    assert "1 Januari 2024" in early.content.decode()
    row.refresh_from_db()
    assert row.to_on == date(2024, 10, 31)
    assert compare().difference is None


def test_a_role_of_another_region_is_not_there(cast, client):
    client.force_login(local_administrator(cast))
    row = RoleAssignment.objects.filter(user=cast.anton)[0]

    assert client.get(reverse("role_end", args=[row.pk])).status_code == 404
    assert client.get(reverse("office", args=[cast.elsewhere.pk])).status_code == 404


def test_a_new_password_ends_the_sessions_of_the_person(cast, putri):
    other = Client()
    other.force_login(cast.budi)
    assert other.get(reverse("people")).status_code == 200

    done = putri.post(
        reverse("password_reset_by_admin", args=[cast.budi.pk]),
        {"password": NEW_PASSWORD},
    )

    assert done.status_code == 302
    assert other.get(reverse("people")).status_code == 302
    cast.budi.refresh_from_db()
    assert cast.budi.check_password(NEW_PASSWORD)
    assert LedgerEntry.objects.latest("number").kind == "account.password_replaced"
    assert compare().difference is None


def test_nobody_takes_over_an_account_that_also_serves_above(cast, client):
    accounts.grant_role(
        user=cast.putri,
        office=cast.city,
        role=Role.OFFICER,
        post="",
        from_on=date(2024, 1, 1),
        actor=INSTALLATION,
        at=people.LAID_AT,
    )
    client.force_login(local_administrator(cast))

    both = client.post(
        reverse("password_reset_by_admin", args=[cast.putri.pk]),
        {"password": NEW_PASSWORD},
    )
    outside = client.get(reverse("password_reset_by_admin", args=[cast.anton.pk]))

    assert (both.status_code, outside.status_code) == (403, 404)
    cast.putri.refresh_from_db()
    assert not cast.putri.check_password(NEW_PASSWORD)


def test_the_letter_makes_the_installation_official(cast, putri):
    assert not an_office_is_authorised()
    page = reverse("office_authorise", args=[cast.city.pk])

    half = putri.post(page, {"letter": "1/CONTOH/2024", "letter_on": ""})
    done = putri.post(page, {"letter": "1/CONTOH/2024", "letter_on": "2024-01-05"})

    assert (half.status_code, done.status_code) == (422, 302)
    assert 'value="1/CONTOH/2024"' in half.content.decode()
    assert an_office_is_authorised()
    assert "Jumat, 5 Januari 2024" in shown(putri, "office", cast.city.pk)
    assert compare().difference is None


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("plenary_quorum", "0", "bilangan bulat"),
        ("plenary_quorum", "tiga", "bilangan bulat"),
        ("registration_number", "Reg/{year}", "{seq}"),
        ("registration_number", "{seq}/{nama}", "nama"),
        ("referral_number", "{seq:03}/{", "kurawal"),
        ("pre_number", "{seq:090}/PL", "Pendekkan"),
        ("pre_number", "{seq:a}/PL", "tidak dikenal"),
    ],
)
def test_a_custom_that_could_not_be_used_is_refused(cast, putri, key, value, said):
    before = OfficeSetting.objects.count()
    response = putri.post(
        reverse("office_settle", args=[cast.city.pk, key]), {"value": value}
    )

    assert response.status_code == 422
    assert said in " ".join(response.context["form"].errors["value"])
    assert OfficeSetting.objects.count() == before


def test_a_custom_shows_the_number_it_makes_and_what_it_was_before(cast, putri):
    settle = reverse("office_settle", args=[cast.city.pk, "registration_number"])
    putri.post(settle, {"value": "{seq}/lama/{year}"})
    putri.post(settle, {"value": "{seq:03}/Reg/{kind}/{contest}/{month_roman}/{year}"})

    text = shown(putri, "office", cast.city.pk)

    assert "Kebiasaan, bukan aturan" in text
    assert "001/<wbr>Reg/<wbr>LP/<wbr>PW/<wbr>X/<wbr>2024" in text
    assert "{seq}/lama/{year}" in text
    assert setting_of(cast.city, "registration_number") == (
        "{seq:03}/Reg/{kind}/{contest}/{month_roman}/{year}"
    )


def test_there_is_no_custom_of_an_unknown_name(cast, putri):
    page = reverse("office_settle", args=[cast.city.pk, "apa-saja"])
    assert putri.get(page).status_code == 404


@pytest.mark.parametrize("name", ["office_authorise", "office_open"])
@pytest.mark.parametrize("who", ["budi", "sari", "dewi"])
def test_only_administrators_change_an_office(cast, client, name, who):
    client.force_login(cast.everybody()[who])
    assert shown(client, "office", cast.city.pk)
    page = reverse(name, args=[cast.city.pk])
    assert client.get(page).status_code == 403
    assert (
        client.post(page, {"letter": "x", "letter_on": "2024-01-01"}).status_code == 403
    )


def test_a_village_office_carries_the_code_of_its_subdistrict(cast, putri):
    response = putri.post(
        reverse("office_open", args=[cast.subdistrict.pk]),
        {"tier": "kelurahan_desa", "name": "Kantor kelurahan contoh"},
    )

    opened = Office.objects.get(name="Kantor kelurahan contoh")
    assert response.status_code == 302
    assert (opened.region, opened.parent) == ("33.74.01", cast.subdistrict)
    assert compare().difference is None


def test_a_subdistrict_office_opens_only_within_its_city(cast, putri):
    page = reverse("office_open", args=[cast.city.pk])
    told = {"tier": "kecamatan", "name": "Kantor baru contoh"}

    outside = putri.post(page, told | {"region": "34.71.01"})
    inside = putri.post(page, told | {"region": "33.74.02"})

    assert (outside.status_code, inside.status_code) == (422, 302)
    assert list(outside.context["form"].errors) == ["region"]


def test_a_tier_must_fit_its_region_and_the_name_be_new(cast, putri):
    page = reverse("office_open", args=[cast.province.pk])
    wrong = putri.post(page, {"tier": "kabupaten", "region": "33.74", "name": "Baru"})
    twice = putri.post(
        page, {"tier": "kota", "region": "33.74", "name": cast.city.name}
    )

    assert list(wrong.context["form"].errors) == ["tier"]
    assert list(twice.context["form"].errors) == ["name"]


def test_nothing_opens_beneath_a_polling_station(cast, putri):
    station = Office.objects.create(
        name="TPS contoh", tier="tps", region="33.74.01", parent=cast.subdistrict
    )
    page = reverse("office_open", args=[station.pk])
    assert putri.get(page).status_code == 404

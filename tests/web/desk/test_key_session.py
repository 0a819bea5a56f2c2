"""An opened key lies split between session and cookie, and closes by itself."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from netra.records.custody import actions as custody
from netra.records.jobs import moment
from netra.web.desk import key_session
from tests import people
from tests.informing import PHRASE, given, opened_by
from tests.web.desk import informed
from tests.web.desk.case_walk import as_, text_of

NOW = people.at("2024-10-30 10:00")


@pytest.fixture(autouse=True)
def today(clock) -> None:
    clock.set(NOW)


@pytest.fixture
def row(cast):
    informed.keyed(cast)
    found, _code = given(cast)
    return found


def is_open(client: Client, row) -> bool:
    page = text_of(client.get(informed.url("information", row)))
    return "Baca isinya" in page


def test_the_phrase_opens_the_key_and_leads_back(cast, client, row) -> None:
    as_(client, cast, "budi")
    here = informed.url("information", row)
    assert not is_open(client, row)
    answer = informed.open_at(client, cast.city, back=here)
    assert (answer.status_code, answer.headers["Location"]) == (302, here)
    assert is_open(client, row)


def test_the_cookie_is_strict_and_kept_from_scripts_and_other_pages(
    cast, client, row, settings
) -> None:
    settings.HTTPS = True
    as_(client, cast, "budi")
    cookie = informed.open_at(client, cast.city).cookies[key_session.COOKIE]
    assert cookie["httponly"]
    assert cookie["secure"]
    assert cookie["samesite"] == "Strict"
    assert cookie["path"] == "/meja/"
    assert cookie["max-age"] == 900


@pytest.mark.parametrize(
    "asked", ["https://jahat.example/", "//jahat.example/", "/lapor/", "/meja/\\x"]
)
def test_the_way_back_leads_to_the_desk_only(cast, client, row, asked: str) -> None:
    as_(client, cast, "budi")
    answer = informed.open_at(client, cast.city, back=asked)
    assert answer.headers["Location"] == reverse("keys_office", args=[cast.city.pk])


def test_neither_half_opens_anything_alone(cast, client, row) -> None:
    informed.signed_in_with_key(client, cast)
    kept = client.cookies.pop(key_session.COOKIE)
    assert not is_open(client, row)
    client.cookies[key_session.COOKIE] = kept.value
    assert is_open(client, row)
    session = client.session
    del session["opened_key"]
    session.save()
    assert not is_open(client, row)


def test_the_session_in_the_database_holds_no_private_half(cast, client, row) -> None:
    informed.signed_in_with_key(client, cast)
    private = opened_by(cast).pairs[1].private
    stored = Session.objects.get(pk=client.session.session_key).get_decoded()
    assert private.hex() not in str(stored)
    assert client.cookies[key_session.COOKIE].value not in str(stored)


def test_after_fifteen_minutes_it_is_closed(cast, client, row, monkeypatch) -> None:
    informed.signed_in_with_key(client, cast)
    later = moment.real_now() + key_session.OPEN_FOR + timedelta(seconds=1)
    monkeypatch.setattr(moment, "real_now", lambda: later)
    assert not is_open(client, row)


def test_closing_and_signing_out_close_it(cast, client, row) -> None:
    informed.signed_in_with_key(client, cast)
    client.post(reverse("keys_close"))
    assert not is_open(client, row)
    informed.open_at(client, cast.city)
    kept = client.cookies[key_session.COOKIE].value
    client.post(reverse("account_logout"))
    as_(client, cast, "budi")
    client.cookies[key_session.COOKIE] = kept
    assert not is_open(client, row)


def test_another_account_does_not_use_it(cast, client, row) -> None:
    informed.second_holder(cast)
    informed.signed_in_with_key(client, cast)
    session, cookie = dict(client.session), client.cookies[key_session.COOKIE].value
    other = as_(Client(), cast, "sari")
    stolen = other.session
    stolen["opened_key"] = session["opened_key"]
    stolen.save()
    other.cookies[key_session.COOKIE] = cookie
    assert not is_open(other, row)


def test_a_change_or_a_withdrawal_closes_what_others_have_open(
    cast, client, row
) -> None:
    informed.second_holder(cast)
    informed.signed_in_with_key(client, cast)
    custody.change_office_key(
        office=cast.city,
        opened=opened_by(cast),
        actor=people.as_actor(cast.budi),
        at=NOW,
    )
    assert not is_open(client, row)
    informed.open_at(client, cast.city)
    assert is_open(client, row)
    copy = cast.budi.key_holder.copies.get()
    custody.withdraw_copy(copy=copy, actor=people.as_actor(cast.sari), at=NOW)
    assert not is_open(client, row)


def test_a_wrong_phrase_says_so_and_keeps_the_way_back(cast, client, row) -> None:
    as_(client, cast, "budi")
    here = informed.url("information", row)
    answer = informed.open_at(client, cast.city, phrase="bukan kalimatnya", back=here)
    assert answer.status_code == 422
    page = text_of(answer)
    assert "Kalimat kunci tidak cocok" in page
    assert f'value="{here}"' in page
    assert "bukan kalimatnya" not in page


def test_phrases_are_limited_by_account(cast, client, row, settings) -> None:
    settings.RATE_LIMITS = True
    as_(client, cast, "budi")
    tries = [
        informed.open_at(client, cast.city, phrase="salah sekali lagi").status_code
        for _ in range(13)
    ]
    assert tries == [422] * 12 + [429]
    assert informed.open_at(client, cast.city, phrase=PHRASE).status_code == 429
    informed.second_holder(cast)
    other = as_(Client(), cast, "sari")
    assert informed.open_at(other, cast.city).status_code == 302


def test_a_phrase_sent_after_the_session_ended_is_not_shown_again(
    cast, client, row
) -> None:
    answer = informed.open_at(client, cast.city)
    assert answer.status_code == 401
    assert PHRASE not in text_of(answer)
    sent = {"lama": PHRASE, "baru": f"{PHRASE} lain", "ulang": f"{PHRASE} lain"}
    changed = client.post(reverse("keys_phrase_change", args=[cast.city.pk]), sent)
    assert changed.status_code == 401
    assert PHRASE not in text_of(changed)

"""Keys of an office at the desk: every consequence is said before the button."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from netra.records.custody.models import HolderCopy, KeyHolder, OfficeKey
from netra.records.custody.queries import holds_key
from netra.records.information.actions import open_information
from netra.records.ledger.replaying import compare
from tests import people
from tests.informing import PHRASE, TOLD, given, opened_by
from tests.web.desk import informed
from tests.web.desk.case_walk import as_, text_of

NOW = people.at("2024-10-30 10:00")
OTHER = "lima kata lain yang panjang"


@pytest.fixture(autouse=True)
def today(clock) -> None:
    clock.set(NOW)


@pytest.fixture
def budi(cast, client):
    return as_(client, cast, "budi")


def at(name: str, cast) -> str:
    return reverse(f"keys_{name}", args=[cast.city.pk])


def twice(phrase: str = PHRASE) -> dict[str, str]:
    return {"baru": phrase, "ulang": phrase}


def code_on(page: str) -> str:
    found = re.search(r'class="recovery">([0-9A-Z-]+)<', page)
    assert found is not None, page
    return found[1]


def test_an_office_gets_its_key_step_by_step(cast, budi) -> None:
    first = text_of(budi.get(reverse("keys")))
    assert "Kantor ini belum punya kunci" in first
    assert "Buat kalimat kunci" in first
    assert "Buat kalimat kunci Anda dahulu" in text_of(budi.get(at("make", cast)))
    assert budi.post(at("make", cast)).status_code == 422
    assert budi.post(at("phrase", cast), twice()).status_code == 302
    before = text_of(budi.get(at("make", cast)))
    assert "Kode pemulihan tampil satu kali" in before
    assert "hilang untuk selamanya" in before
    answer = budi.post(at("make", cast))
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert len(code_on(text_of(answer)).replace("-", "")) == 52
    assert "Simpan di brankas kantor" in text_of(answer)
    assert "Baru satu pemegang" in text_of(budi.get(reverse("keys")))
    assert budi.post(at("make", cast)).status_code == 422
    assert compare().difference is None


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (twice("pendek"), "sekurang-kurangnya 14 tanda"),
        ({"baru": PHRASE, "ulang": OTHER}, "Kedua kalimat tidak sama"),
        ({}, "Tulis kalimat kuncinya"),
    ],
)
def test_a_phrase_that_will_not_do_is_refused_and_never_shown(
    cast, budi, sent: dict[str, str], said: str
) -> None:
    answer = budi.post(at("phrase", cast), sent)
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert PHRASE not in text_of(answer)
    assert not KeyHolder.objects.exists()


def test_a_copy_is_given_to_who_has_set_a_phrase(cast, budi) -> None:
    informed.keyed(cast)
    assert budi.get(at("give", cast)).status_code == 409
    informed.open_at(budi, cast.city)
    assert "Belum ada orang di kantor ini" in text_of(budi.get(at("give", cast)))
    sari = as_(Client(), cast, "sari")
    sari.post(at("phrase", cast), twice(OTHER))
    page = text_of(budi.get(at("give", cast)))
    assert "juga yang sudah masuk" in page
    assert budi.post(at("give", cast), {"to": cast.anton.pk}).status_code == 422
    assert budi.post(at("give", cast), {"to": cast.sari.pk}).status_code == 302
    assert informed.open_at(sari, cast.city, phrase=OTHER).status_code == 302
    assert "Baru satu pemegang" not in text_of(budi.get(reverse("keys")))


def test_the_last_copy_is_not_withdrawn_and_a_withdrawal_asks_for_a_change(
    cast, budi
) -> None:
    informed.keyed(cast)
    mine = HolderCopy.objects.get()
    assert budi.post(reverse("keys_withdraw", args=[mine.pk])).status_code == 422
    informed.second_holder(cast)
    copy = HolderCopy.objects.exclude(pk=mine.pk).get()
    address = reverse("keys_withdraw", args=[copy.pk])
    assert "kunci perlu diganti sesudah ini" in text_of(budi.get(address))
    assert budi.post(address).status_code == 302
    assert not holds_key(people.as_actor(cast.sari), cast.city)
    assert "Kunci perlu diganti" in text_of(budi.get(reverse("keys")))
    informed.open_at(budi, cast.city)
    answer = budi.post(at("change", cast))
    code_on(text_of(answer))
    assert OfficeKey.objects.count() == 2
    assert "Kunci perlu diganti" not in text_of(budi.get(reverse("keys")))


def test_a_change_says_what_it_protects_and_what_not(cast, budi) -> None:
    informed.keyed(cast)
    assert budi.post(at("change", cast)).status_code == 409
    informed.open_at(budi, cast.city)
    page = text_of(budi.get(at("change", cast)))
    assert "tidak dapat ditarik kembali" in page
    assert "kode di amplop lama tidak berlaku lagi" in page


def test_the_own_phrase_changes_and_the_copies_stay(cast, budi) -> None:
    informed.keyed(cast)
    wrong = {"lama": "bukan yang lama", **twice(OTHER)}
    assert budi.post(at("phrase_change", cast), wrong).status_code == 422
    right = {"lama": PHRASE, **twice(OTHER)}
    assert budi.post(at("phrase_change", cast), right).status_code == 302
    assert informed.open_at(budi, cast.city).status_code == 422
    assert informed.open_at(budi, cast.city, phrase=OTHER).status_code == 302


def test_a_last_holder_who_forgot_is_sent_to_the_envelope(cast, budi) -> None:
    budi.post(at("phrase", cast), twice())
    code = code_on(text_of(budi.post(at("make", cast))))
    row, _mailbox = given(cast)
    refused = budi.post(at("phrase", cast), twice(OTHER))
    assert refused.status_code == 422
    assert "pemegang terakhir" in text_of(refused)
    assert budi.post(at("recover", cast), {"kode": "ABCD"}).status_code == 422
    answer = budi.post(at("recover", cast), {"kode": code.lower(), **twice(OTHER)})
    assert code_on(text_of(answer)) != code
    opened = informed.open_at(budi, cast.city, phrase=OTHER)
    assert opened.status_code == 302
    assert TOLD.text in informed.read(budi, row)
    again = budi.post(at("recover", cast), {"kode": code, **twice()})
    assert again.status_code == 422
    assert compare().difference is None


def test_another_member_recovers_and_reads_what_came_before(cast, budi) -> None:
    budi.post(at("phrase", cast), twice())
    code = code_on(text_of(budi.post(at("make", cast))))
    row, _mailbox = given(cast)
    sari = as_(Client(), cast, "sari")
    assert sari.post(at("recover", cast), {"kode": code}).status_code == 422
    answer = sari.post(at("recover", cast), {"kode": code, **twice(OTHER)})
    assert answer.status_code == 200
    assert informed.open_at(sari, cast.city, phrase=OTHER).status_code == 302
    assert TOLD.text in informed.read(sari, row)
    assert informed.open_at(budi, cast.city).status_code == 302


def test_codes_are_limited_like_phrases(cast, budi, settings) -> None:
    settings.RATE_LIMITS = True
    informed.keyed(cast)
    tries = [
        budi.post(at("recover", cast), {"kode": "ABCD"}).status_code for _ in range(13)
    ]
    assert tries == [422] * 12 + [429]


@pytest.mark.parametrize("name", ["anton", "putri", "nur", "gita"])
def test_nobody_of_another_office_comes_near_the_key(cast, client, name: str) -> None:
    informed.keyed(cast)
    as_(client, cast, name)
    assert client.get(at("office", cast)).status_code in {403, 404}
    assert client.post(at("make", cast)).status_code in {403, 404}
    copy = HolderCopy.objects.get()
    withdrawn = client.post(reverse("keys_withdraw", args=[copy.pk]))
    assert withdrawn.status_code in {403, 404}
    assert HolderCopy.objects.count() == 1


def test_what_was_sealed_before_a_change_opens_after_it(cast, budi) -> None:
    informed.keyed(cast)
    row, _code = given(cast)
    informed.open_at(budi, cast.city)
    budi.post(at("change", cast))
    content = open_information(
        information=row,
        opened=opened_by(cast),
        actor=people.as_actor(cast.budi),
        at=NOW,
    )
    assert content.text == TOLD.text

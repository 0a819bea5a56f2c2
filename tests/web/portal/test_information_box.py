"""Coming back with the code: answers, replies, and how it ended."""

from datetime import timedelta

import pytest
from django.test import Client

from netra.records.information import actions
from netra.records.information.models import Information
from netra.records.jobs import moment
from netra.web.portal import information_box
from netra.web.puzzles import Purpose
from tests.informing import keyed, opened_by
from tests.people import SUBMITTED_AT, Cast, as_actor
from tests.web.portal.informant import (
    REPLY,
    WORDS,
    code_on,
    fields_for,
    give,
    open_box,
    photo,
    reply,
)


@pytest.fixture
def browser() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def ready(cast: Cast, clock) -> Cast:
    clock.set(SUBMITTED_AT)
    keyed(cast)
    return cast


def test_the_code_opens_the_box_with_answers_and_without_own_words(ready, browser):
    code = code_on(give(browser))
    actions.post_to_source(
        information=Information.objects.get(),
        text="Di gedung mana?",
        actor=as_actor(ready.budi),
        at=SUBMITTED_AT,
    )
    page = open_box(browser, code)
    shown = page.content.decode()
    assert "Di gedung mana?" in shown
    assert WORDS not in shown
    assert "Menunggu dibaca" in shown
    assert code not in page.headers.get("Location", "")


@pytest.mark.parametrize("code", ["0000 0000 0000 0000", "12", "abc", ""])
def test_a_wrong_code_is_refused_alike(ready, browser, code):
    page = open_box(browser, code)
    assert page.status_code == 422
    assert "angka" in page.content.decode()


def test_a_source_adds_words_and_a_file(ready, browser):
    code = code_on(give(browser))
    page = reply(browser, code, text="Gedung A.", berkas=photo())
    assert "sudah kami terima" in page.content.decode()
    message = Information.objects.get().messages.get()
    assert message.from_source
    assert message.files.count() == 1


def test_an_empty_addition_is_refused_and_the_box_stays_open(ready, browser):
    code = code_on(give(browser))
    page = reply(browser, code)
    assert page.status_code == 422
    assert "Pesan dari kantor" in page.content.decode()


def test_an_addition_sent_twice_is_kept_once(ready, browser):
    code = code_on(give(browser))
    solved = fields_for(Purpose.REPLY)
    for _press in range(2):
        page = reply(browser, code, text="Gedung A.", **solved)
        assert "sudah kami terima" in page.text
    assert Information.objects.get().messages.count() == 1


@pytest.mark.parametrize("shown", ["", "0.abc", "zz", None])
def test_a_reply_is_no_way_to_try_codes(ready, browser, monkeypatch, shown):
    """Codes are stretched at a price; only the page of an opened box may reply."""
    code = code_on(give(browser))
    token = shown or information_box.shown_token("0" * 16, moment.real_now())

    def stretched(_code: str) -> None:
        raise AssertionError("a code was tried without work")

    monkeypatch.setattr(
        "netra.web.portal.information_pages.information_by_code", stretched
    )
    fields = fields_for(Purpose.REPLY, code=code, dibuka=token, text="x")
    page = browser.post(REPLY, fields)
    assert page.status_code == 422
    assert "Buka kotak pesan" in page.text
    assert not Information.objects.get().messages.exists()


def test_an_addition_with_a_wrong_code_asks_for_thecode_on(ready, browser):
    page = browser.post(REPLY, fields_for(Purpose.REPLY, code="0" * 16, text="x"))
    assert page.status_code == 422
    assert "Buka kotak pesan" in page.content.decode()


def test_the_source_reads_how_it_ended(ready, browser):
    code = code_on(give(browser))
    row = Information.objects.get()
    actions.open_information(
        information=row,
        opened=opened_by(ready),
        actor=as_actor(ready.budi),
        at=SUBMITTED_AT,
    )
    actions.end_information(
        information=row,
        ended_as=Information.End.NOT_ENOUGH,
        text="Kami tidak menemukan gedungnya.",
        actor=as_actor(ready.budi),
        at=SUBMITTED_AT + timedelta(hours=1),
    )
    shown = open_box(browser, code).content.decode()
    assert "Kami tidak menemukan gedungnya." in shown
    assert "tidak cukup" in shown
    assert "<textarea" not in shown  # nobody would read it
    assert "kirim informasi baru" in shown

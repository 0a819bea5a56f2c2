"""Information at the desk: closed until a recorded opening, and never in an address."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from netra.records.accounts import actions as accounts
from netra.records.accounts.models import OfficeSetting
from netra.records.accounts.queries import INSTALLATION
from netra.records.information.actions import reply_from_source
from netra.records.information.models import Information, InformationOpening, Message
from netra.records.information.queries import answers_of, mailbox_of
from netra.records.ledger.models import LedgerEntry
from tests import people
from tests.informing import PHOTO, TOLD, given
from tests.web.desk import informed
from tests.web.desk.case_walk import as_, text_of

NOW = people.at("2024-11-04 10:00")
_OPENINGS = InformationOpening.objects


@pytest.fixture(autouse=True)
def today(clock) -> None:
    clock.set(NOW)


@pytest.fixture
def office(cast):
    return informed.keyed(cast)


@pytest.fixture
def told(cast, office):
    return given(cast, files=[PHOTO])


@pytest.fixture
def row(told):
    return told[0]


@pytest.fixture
def budi(cast, client, row):
    return informed.signed_in_with_key(client, cast)


def answers(row: Information, code: str) -> list[str]:
    return [text for _on, text in answers_of(row, mailbox_of(code))]


# List ------------------------------------------------------------------------------


def test_the_list_tells_number_days_and_state_and_no_word_of_the_source(
    cast, client, row
) -> None:
    as_(client, cast, "budi")
    page = text_of(client.get(reverse("information_list")))
    assert row.number.partition("/")[0] in page
    assert "5 hari" in page
    assert "belum dibuka" in page
    assert TOLD.text not in page
    assert _OPENINGS.count() == 0


def test_the_list_is_narrowed_by_state_way_and_holder(cast, client, row) -> None:
    as_(client, cast, "budi")

    def shown(**asked: str) -> bool:
        page = text_of(client.get(reverse("information_list"), asked))
        return str(row.pk) in page

    assert shown(keadaan="received", cara="web", pemegang="belum")
    assert not shown(keadaan="opened")
    assert not shown(cara="desk")
    assert not shown(pemegang="saya")
    assert not shown(keadaan="balasan")
    reply_from_source(information=row, text="DATA CONTOH tambahan", at=NOW)
    assert shown(keadaan="balasan")
    assert shown(kelompok="bukan", keadaan="semua", q=row.number[:4])


def test_another_office_sees_nothing_of_it(cast, client, row) -> None:
    as_(client, cast, "anton")
    assert str(row.pk) not in text_of(client.get(reverse("information_list")))
    assert client.get(informed.url("information", row)).status_code == 404
    assert client.post(informed.url("information_open", row)).status_code == 404


def test_beyond_the_threshold_the_queue_is_shown_and_taken_oldest_first(
    cast, client, row, office
) -> None:
    accounts.settle(
        office=office,
        key=OfficeSetting.Key.INTAKE_THRESHOLD,
        value="1",
        actor=INSTALLATION,
        at=people.LAID_AT,
    )
    waiting = [given(cast, moment=people.at(f"2024-10-3{n} 09:00"))[0] for n in (1, 0)]
    as_(client, cast, "budi")
    page = text_of(client.get(reverse("information_list")))
    assert "2 dalam antrean" in page
    assert "dibatasi 1" in page
    sent = {"office": office.pk, "count": "1"}
    answer = client.post(reverse("information_release"), sent)
    assert answer.status_code == 302
    states = [Information.objects.get(pk=one.pk).state for one in waiting]
    assert states == ["queued", "received"]
    refused = client.post(reverse("information_release"), sent | {"count": "nol"})
    assert refused.status_code == 422
    other = client.post(
        reverse("information_release"), {"office": cast.elsewhere.pk, "count": "1"}
    )
    assert other.status_code == 422


def test_an_officer_puts_what_is_one_event_together_and_apart(
    cast, client, row
) -> None:
    other, _code = given(cast)
    as_(client, cast, "budi")
    sent = {"pilih": [str(row.pk), str(other.pk), "rusak"]}
    answer = client.post(reverse("information_group"), sent)
    row.refresh_from_db()
    assert answer.headers["Location"].endswith(f"?kelompok={row.group}")
    page = text_of(client.get(answer.headers["Location"]))
    assert "Satu peristiwa, 2 informasi" in page
    assert str(other.pk) in text_of(client.get(informed.url("information", row)))
    client.post(informed.url("information_ungroup", row))
    row.refresh_from_db()
    assert row.group is None
    alone = client.post(reverse("information_group"), {"pilih": [str(row.pk)]})
    assert alone.status_code == 422


# Reading ---------------------------------------------------------------------------


def test_the_page_opens_nothing_by_itself(cast, budi, row) -> None:
    page = text_of(budi.get(informed.url("information", row)))
    assert TOLD.text not in page
    assert "Baca isinya" in page
    assert "Pembukaan dicatat dengan nama Anda" in page
    assert _OPENINGS.count() == 0


def test_reading_is_recorded_at_once_with_the_name(cast, budi, row) -> None:
    page = informed.read(budi, row)
    assert TOLD.text in page
    assert TOLD.place in page
    assert "Pembukaan ini dicatat atas nama Anda" in page
    opening = _OPENINGS.get()
    assert (opening.account, opening.what) == (cast.budi, "content")
    entry = LedgerEntry.objects.filter(kind="information.opened").get()
    assert entry.actor == str(cast.budi.pk)
    row.refresh_from_db()
    assert row.state == Information.State.OPENED
    informed.read(budi, row)
    assert _OPENINGS.count() == 2


def test_what_was_read_is_stored_nowhere_by_the_browser(cast, budi, row) -> None:
    answer = budi.post(informed.url("information_open", row))
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert TOLD.text not in str(dict(budi.session))
    assert "<title>" in text_of(answer)
    title = text_of(answer).partition("<title>")[2].partition("</title>")[0]
    assert title == f"{row.number} · Netra"


def test_without_the_open_key_nothing_is_opened_or_recorded(cast, client, row) -> None:
    as_(client, cast, "budi")
    answer = client.post(informed.url("information_open", row))
    assert answer.status_code == 409
    assert "Buka kunci" in text_of(answer)
    assert TOLD.text not in text_of(answer)
    assert _OPENINGS.count() == 0


def test_who_holds_no_copy_is_told_whom_to_ask(cast, client, row) -> None:
    as_(client, cast, "sari")
    page = text_of(client.get(informed.url("information", row)))
    assert "Anda belum memegang kunci kantor ini" in page


def test_ciphertext_that_was_altered_is_refused_and_nothing_recorded(
    cast, budi, row
) -> None:
    broken = bytearray(row.content)
    broken[-1] ^= 1
    Information.objects.filter(pk=row.pk).update(content=bytes(broken))
    answer = budi.post(informed.url("information_open", row))
    assert answer.status_code == 422
    assert "sudah berubah sejak" in text_of(answer)
    assert _OPENINGS.count() == 0


def test_a_message_that_was_altered_leaves_no_opening_behind(cast, budi, row) -> None:
    message = reply_from_source(information=row, text="DATA CONTOH susulan", at=NOW)
    broken = bytearray(message.to_office)
    broken[-1] ^= 1
    Message.objects.filter(pk=message.pk).update(to_office=bytes(broken))
    answer = budi.post(informed.url("information_open", row))
    assert answer.status_code == 422
    assert TOLD.text not in text_of(answer)
    assert _OPENINGS.count() == 0


def test_a_reply_counts_as_seen_once_somebody_read_it(cast, budi, row) -> None:
    reply_from_source(information=row, text="DATA CONTOH: susulan saya", at=NOW)
    listed = reverse("information_list")
    assert "Balasan baru" in text_of(budi.get(listed))
    assert "DATA CONTOH: susulan saya" in informed.read(budi, row)
    assert "Balasan baru" not in text_of(budi.get(listed))


# Files -----------------------------------------------------------------------------


def files(row: Information) -> dict:
    return {file.kind: file for file in row.files.all()}


def test_the_derivative_is_handed_out_sandboxed_under_a_plain_name(
    cast, budi, row
) -> None:
    page = informed.read(budi, row)
    assert "berkas-1" in page
    assert PHOTO.name not in page
    answer = budi.post(informed.url("information_file", files(row)["derivative"]))
    assert answer.content == PHOTO.derivative
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["Content-Disposition"].startswith('inline; filename="inform')
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert _OPENINGS.latest("pk").what == "derivative"


def test_an_original_is_opened_for_a_reason_that_is_kept(cast, budi, row) -> None:
    address = informed.url("information_original", files(row)["original"])
    assert budi.post(address, {"reason": "  "}).status_code == 422
    assert _OPENINGS.count() == 0
    answer = budi.post(address, {"reason": "salinannya buram"})
    assert answer.content == PHOTO.original
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert PHOTO.name not in answer.headers["Content-Disposition"]
    opening = _OPENINGS.get()
    assert (opening.what, opening.reason) == ("original", "salinannya buram")


def test_a_derivative_door_opens_no_original(cast, budi, row) -> None:
    address = informed.url("information_file", files(row)["original"])
    assert budi.post(address).status_code == 404


# Messages, end, assignment ---------------------------------------------------------


def test_what_the_office_writes_is_read_with_the_code_alone(cast, budi, told) -> None:
    row, code = told
    text = "Kapan terakhir Anda melihatnya?"
    answer = budi.post(informed.url("information_write", row), {"text": text})
    assert answer.status_code == 302
    assert answers(row, code) == [text]
    assert text in informed.read(budi, row)
    empty = budi.post(informed.url("information_write", row), {"text": " "})
    assert empty.status_code == 422


def test_it_ends_with_a_reason_that_the_source_reads(cast, budi, told) -> None:
    row, code = told
    address = informed.url("information_end", row)
    refused = budi.post(address, {"ended_as": "not_enough", "text": ""})
    assert refused.status_code == 422
    for by_tracing in ("finding", "referral"):
        sent = {"ended_as": by_tracing, "text": "tidak boleh"}
        assert budi.post(address, sent).status_code == 422
    sent = {"ended_as": "not_enough", "text": "Tempatnya belum jelas."}
    assert budi.post(address, sent).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.ended_as) == ("ended", "not_enough")
    assert answers(row, code) == ["Tempatnya belum jelas."]
    assert budi.post(address, sent).status_code == 409


def test_it_is_given_to_somebody_of_the_office(cast, budi, row) -> None:
    address = informed.url("information_assign", row)
    assert budi.post(address, {"holder": cast.anton.pk}).status_code == 422
    assert budi.post(address, {"holder": cast.eko.pk}).status_code == 302
    row.refresh_from_db()
    assert row.assigned_to == cast.eko


# Written down for somebody ---------------------------------------------------------


def picture() -> bytes:
    """Return a small picture."""
    made = BytesIO()
    Image.new("RGB", (16, 16), "white").save(made, "PNG")
    return made.getvalue()


def spoken(cast, **changes: object) -> dict[str, object]:
    return {
        "office": cast.city.pk,
        "origin": "telepon",
        "place_region": people.SUBDISTRICT,
        "text": "DATA CONTOH: penelepon melihat pembagian kaus.",
        **changes,
    }


def test_what_was_told_is_sealed_with_a_code_to_hand_out(cast, budi, row) -> None:
    answer = budi.post(
        reverse("information_new"),
        spoken(
            cast,
            with_code="on",
            berkas=SimpleUploadedFile("catatan-bu-siti.png", picture()),
        ),
    )
    assert answer.status_code == 200, text_of(answer)
    made = Information.objects.exclude(pk=row.pk).get()
    assert (made.via, made.has_mailbox) == ("desk", True)
    assert "Kode untuk sumber" in text_of(answer)
    assert answer.headers["Cache-Control"] == "private, no-store"
    page = informed.read(budi, made)
    assert "penelepon melihat" in page
    assert "Telepon atau pesan" in page
    assert made.files.count() == 2


def test_without_a_code_there_is_no_mailbox_and_nothing_to_write_to(
    cast, budi, row
) -> None:
    answer = budi.post(reverse("information_new"), spoken(cast))
    assert "Tanpa kotak pesan" in text_of(answer)
    made = Information.objects.exclude(pk=row.pk).get()
    assert not made.has_mailbox
    page = text_of(budi.get(informed.url("information", made)))
    assert "tidak punya kotak pesan" in page
    wrote = budi.post(informed.url("information_write", made), {"text": "Halo?"})
    assert wrote.status_code == 422


def test_nothing_told_is_refused_and_a_form_without_its_token_too(
    cast, budi, row
) -> None:
    answer = budi.post(reverse("information_new"), spoken(cast, text=""))
    assert answer.status_code == 422
    assert "Ceritakan apa yang Anda lihat" in text_of(answer)
    budi.handler.enforce_csrf_checks = True
    assert budi.post(reverse("information_new"), spoken(cast)).status_code == 403

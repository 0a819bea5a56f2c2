"""The right of reply: a code opens what is alleged; one answer, and no trace of who."""

from datetime import date

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from netra.records.notices import actions
from netra.records.notices.models import Reply, ReplyInvitation
from netra.web.limits import forget_counts
from netra.web.puzzles import Purpose
from tests import people
from tests.people import PNG, WRITTEN_AT, as_actor, at, case_on
from tests.web.puzzling import solved_fields

pytestmark = pytest.mark.django_db
NAMES = ("Wati", "Contohwati", "Bambang", "Contohadi", "Dinas Contoh", "Budi")


@pytest.fixture(autouse=True)
def _today(clock) -> None:
    clock.set(WRITTEN_AT)


@pytest.fixture
def invited(cast: people.Cast) -> tuple[ReplyInvitation, str]:
    case = case_on(cast, "plenary_outcome")
    return actions.invite_reply(
        case=case,
        respondent=case.respondents.get(),
        due_on=date(2024, 11, 6),
        actor=as_actor(cast.budi),
        at=WRITTEN_AT,
    )


def enter(client: Client, code: str):
    return client.post("/jawab/", {"code": code, **solved_fields(Purpose.CODE)})


def answer(client: Client, **sent: object):
    return client.post("/jawab/isi/", {"akhir": "1", **sent})


def test_the_code_opens_what_is_alleged_and_names_nobody(
    client: Client, invited
) -> None:
    row, code = invited
    assert enter(client, code.lower())["Location"] == "/jawab/isi/"
    answered = client.get("/jawab/isi/")
    page = answered.content.decode()
    assert row.case.number in page.replace("<wbr>", "")
    assert "28 Oktober 2024" in page
    assert [name for name in NAMES if name in page] == []
    assert code not in page
    assert answered["X-Robots-Tag"] == "noindex"
    assert answered["Cache-Control"] == "no-store, private"


def test_one_answer_with_a_file_is_taken(client: Client, invited) -> None:
    row, code = invited
    enter(client, code)
    file = SimpleUploadedFile("bukti.png", PNG)
    sent = {"text": "DATA CONTOH. Saya cuti.", "uploads": file}
    assert answer(client, **sent)["Location"] == "/jawab/isi/"
    assert "sudah kami terima" in client.get("/jawab/isi/").content.decode()
    assert answer(client, text="Lagi.").status_code == 409
    reply = row.replies.get()
    assert (reply.text, reply.files.count()) == ("DATA CONTOH. Saya cuti.", 1)


def test_a_late_answer_is_taken_and_marked(client: Client, invited, clock) -> None:
    row, code = invited
    clock.set(at("2024-11-08 09:00"))
    enter(client, code)
    assert "ditandai lewat waktu" in client.get("/jawab/isi/").content.decode()
    answer(client, text="DATA CONTOH. Terlambat.")
    assert row.replies.get().is_late


def test_an_empty_answer_is_shown_again(client: Client, invited) -> None:
    enter(client, invited[1])
    page = answer(client, text="  ")
    assert page.status_code == 422
    assert "perlu diisi" in page.content.decode()


def test_a_refused_file_loses_no_word(client: Client, invited) -> None:
    enter(client, invited[1])
    bad = SimpleUploadedFile("x.exe", b"MZ\x90\x00 not a picture")
    page = answer(client, text="Kata saya tetap ada.", uploads=bad)
    assert page.status_code == 422
    assert "Kata saya tetap ada." in page.content.decode()
    assert not Reply.objects.exists()


def test_a_wrong_code_gives_nothing_away(client: Client, invited) -> None:
    wrong = enter(client, "0000-0000-0000")
    assert wrong.status_code == 422
    assert invited[0].case.number not in wrong.content.decode().replace("<wbr>", "")
    assert "reply" not in client.session
    assert client.get("/jawab/isi/")["Location"] == "/jawab/"


def test_without_the_puzzle_no_code_is_even_tried(client: Client, invited) -> None:
    page = client.post("/jawab/", {"code": invited[1]})
    assert page.status_code == 422
    assert client.get("/jawab/isi/").status_code == 302


def test_a_code_is_not_guessed_in_a_hurry(
    client: Client, invited, settings: LazySettings
) -> None:
    settings.RATE_LIMITS = True
    forget_counts()
    tried = [client.post("/jawab/", {"code": "1111-1111-1111"}) for _ in range(21)]
    forget_counts()
    assert {answer.status_code for answer in tried[:20]} == {422}
    assert tried[20].status_code == 429


def test_a_withdrawn_code_closes_the_open_page(
    client: Client, invited, cast: people.Cast
) -> None:
    row, code = invited
    enter(client, code)
    actions.withdraw_reply_invitation(
        invitation=row, actor=as_actor(cast.budi), at=WRITTEN_AT
    )
    assert client.get("/jawab/isi/")["Location"] == "/jawab/"
    assert enter(client, code).status_code == 422


def test_the_page_is_closed_by_a_press_and_by_itself(
    client: Client, invited, clock
) -> None:
    enter(client, invited[1])
    clock.set(at("2024-11-02 11:01"))
    assert client.get("/jawab/isi/").status_code == 302
    enter(client, invited[1])
    client.post("/jawab/tutup/")
    assert client.get("/jawab/isi/").status_code == 302


def test_the_reporter_reads_of_a_notice_and_of_no_name(
    client: Client, cast: people.Cast
) -> None:
    from tests.web.notices_scene import cleared_case, named

    case = cleared_case(cast)
    notice = case.notices.get(to="reporter")
    session = client.session
    session["status"] = {"report": case.report_id, "at": WRITTEN_AT.isoformat()}
    session.save()
    assert notice.text not in client.get("/status/laporan/").content.decode()
    actions.send_notice(notice=notice, actor=as_actor(cast.budi), at=WRITTEN_AT)
    page = client.get("/status/laporan/").content.decode()
    assert notice.text in page
    assert named(page) == []
    assert "pulih" not in page

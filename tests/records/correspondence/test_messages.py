"""Reading messages, honest and hostile; nothing is rendered, followed or believed."""

import random
from datetime import UTC, datetime

import pytest

from netra.records.correspondence.errors import NotAMessageError
from netra.records.correspondence.mail import asking, limits
from netra.records.correspondence.mail.asking import read_eml
from netra.records.correspondence.mail.message import MessageFaultError, read_message
from netra.records.correspondence.mail.words import plain, stripped
from tests.people import PNG
from tests.records.correspondence.lines import eml

HEAD = b"From: a@contoh.example\r\nSubject: DATA CONTOH\r\n"


def test_an_honest_message_is_read() -> None:
    read = read_eml(eml(answers="<nol@contoh.example>"))
    assert read.sender == "Kepala Dinas Contoh <dinas@contoh.example>"
    assert read.subject == "Jawaban atas surat Bapak dan Ibu"
    assert read.sent_at == datetime(2024, 10, 30, 5, tzinfo=UTC)
    assert read.text == "DATA CONTOH. Terlampir jawaban kami."
    assert [part.content for part in read.attachments] == [PNG]
    assert len(read.answer_keys) == 1
    assert read.answer_keys[0] == read_eml(eml(key="<nol@contoh.example>")).message_key


def test_html_is_read_as_words_only() -> None:
    html = (
        "<html><head><title>judul</title><style>p{}</style></head><body>"
        "<p>Baris satu</p><script>alert(1)</script>"
        '<img src="https://luar.example/jejak.gif"><p>Baris dua &amp; tiga</p></body>'
    )
    read = read_eml(eml(html=html, attached=()))
    assert read.is_from_html
    assert read.text.split("\n") == ["Baris satu", "Baris dua & tiga"]


def test_signs_that_turn_the_direction_of_text_are_taken_out() -> None:
    assert plain("tagihan\u202efdp.exe\u2066\x00\x1b[31m") == "tagihanfdp.exe[31m"
    assert stripped("a<scr<script>ipt>b") in {"aipt>b", "a"}


def test_a_forwarded_message_is_one_part_and_not_opened() -> None:
    inner = eml().replace(b"DATA CONTOH. Terlampir", b"RAHASIA DI DALAM")
    content = (
        HEAD
        + b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
        + b"--x\r\nContent-Type: text/plain\r\n\r\nLuar.\r\n"
        + b"--x\r\nContent-Type: message/rfc822\r\n\r\n"
        + inner
        + b"\r\n--x--\r\n"
    )
    read = read_eml(content)
    assert read.text == "Luar."
    assert read.attachments == ()
    assert read.unkept == ("message/rfc822",)


def test_winmail_lies_in_the_original_only() -> None:
    read = read_eml(
        eml(attached=((b"x" * 50, "application", "ms-tnef", "winmail.dat"),))
    )
    assert (read.attachments, read.unkept) == ((), ("application/ms-tnef",))


def test_a_name_with_folders_loses_them() -> None:
    read = read_eml(eml(attached=((PNG, "image", "png", "../../etc/pass.png"),)))
    assert read.attachments[0].name == "pass.png"


def nested(depth: int) -> bytes:
    opened = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
        for n in range(depth)
    )
    return HEAD + b"MIME-Version: 1.0\r\n" + opened + b"\r\nisi\r\n"


def many_parts(count: int) -> bytes:
    part = b"--x\r\nContent-Type: text/plain\r\n\r\nisi\r\n"
    return (
        HEAD
        + b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
        + part * count
        + b"--x--\r\n"
    )


def forwarded(depth: int) -> bytes:
    return (
        HEAD
        + b"MIME-Version: 1.0\r\n"
        + b"Content-Type: message/rfc822\r\n\r\n" * depth
        + HEAD
        + b"\r\nisi\r\n"
    )


@pytest.mark.parametrize(
    "content",
    [
        nested(limits.MAX_PARTS * 20),
        nested(limits.MAX_DEPTH + 2),
        many_parts(limits.MAX_PARTS + 1),
        forwarded(limits.MAX_DEPTH + 1),
        HEAD + b"X-A: b\r\n" * (limits.MAX_HEADER_LINES + 1) + b"\r\nisi",
    ],
    ids=["nested far", "nested", "many parts", "forwarded", "many headers"],
)
def test_a_message_that_asks_too_much_is_refused(content: bytes) -> None:
    with pytest.raises(NotAMessageError) as caught:
        read_eml(content)
    assert "tidak dapat dibaca dengan aman" in caught.value.reader_message


@pytest.mark.parametrize(
    "content",
    [PNG, b"%PDF-1.4\n%%EOF", b"\x00" * 500, b"hanya kata-kata\n\ntanpa kepala", b""],
    ids=["picture", "pdf", "zeros", "words", "empty"],
)
def test_what_is_no_message_is_refused(content: bytes) -> None:
    with pytest.raises(NotAMessageError):
        read_eml(content)


def test_a_message_larger_than_the_limit_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(asking, "MAX_BYTES", 100)
    with pytest.raises(NotAMessageError):
        read_eml(eml())


HOSTILE_HEADERS = {
    "comments": b"From: " + b"(" * 3000 + b"a@contoh.example",
    "quotes": b"From: " + b'"' * 3001,
    "encoded": b"Subject: =?x-tidak-ada?B?" + b"A" * 3000 + b"?=",
    "half encoded": b"Subject: =?utf-8?Q?=",
    "brackets": b"From: " + b"<" * 3000,
    "groups": b"From: " + b"a:;" * 700,
    "raw bytes": b"Subject: \xff\xfe\xed\xa0\x80",
    "wrong day": b"Date: Zzz, 99 Foo 99999 99:99:99 +9999",
    "far day": b"Date: Mon, 01 Jan 0001 00:00:00 +1400",
    "no zone": b"Date: Wed, 30 Oct 2024 12:00:00 -0000",
    "type": b"Content-Type: " + b"a/" * 900,
    "charset": b'Content-Type: text/plain; charset="tidak-ada"',
    "parameters": b"Content-Type: text/plain" + b"; a*0*=x''%ff" * 90,
    "transfer": b"Content-Transfer-Encoding: base64",
    "uuencode": b"Content-Transfer-Encoding: x-uuencode",
    "name": b"Content-Disposition: attachment; filename*=x'y'%00%ff",
    "long line": b"References: " + b"<a@b> " * 500,
}


@pytest.mark.parametrize("header", sorted(HOSTILE_HEADERS))
def test_a_hostile_header_ends_in_a_message_or_a_refusal(header: str) -> None:
    content = HOSTILE_HEADERS[header] + b"\r\nTo: b@contoh.example\r\n\r\nisi \xff\r\n"
    read = read_message(content)
    assert len(read.sender) <= 200
    assert len(read.subject) <= 200
    assert read.sent_at is None or header == "far day"
    assert len(read.answer_keys) <= limits.MAX_KEYS


def test_messages_with_bytes_exchanged_are_read_or_refused() -> None:
    dice = random.Random(20241030)
    content = eml(answers="<nol@contoh.example>", html="<p>isi</p>")
    outcomes = set()
    for _ in range(300):
        spoiled = bytearray(content)
        for _ in range(dice.randrange(1, 30)):
            spoiled[dice.randrange(len(spoiled))] = dice.randrange(256)
        start = dice.randrange(len(spoiled)) if dice.random() < 0.2 else 0
        try:
            read = read_message(bytes(spoiled[start:]))
        except MessageFaultError as fault:
            outcomes.add(fault.kind)
        else:
            outcomes.add("read")
            assert len(read.attachments) <= limits.MAX_ATTACHMENTS
            assert "\x00" not in read.text + read.subject + read.sender
    assert "read" in outcomes


def test_the_reader_that_takes_too_long_is_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(asking, "SECONDS", 0.001)
    with pytest.raises(NotAMessageError) as caught:
        read_eml(eml())
    assert "tidak dapat dibaca dengan aman" in caught.value.reader_message

"""Whoever has the database alone opens no text."""

import json

import pytest
from django.apps import apps
from django.db import connection

from netra.domain import sealing
from netra.records.custody.models import HolderCopy, KeyHolder, OfficeKey
from netra.records.information import actions, queries
from netra.records.information.models import Information
from tests.informing import PHOTO, PHRASE, TOLD, given, keyed
from tests.offices import planned
from tests.people import SUBMITTED_AT, Cast, as_actor

GUESSES = (b"", b"netra", b"secret", b"netra key phrases v1 ")


def _dump() -> bytes:
    """Every column of every table of the rooms, as bytes."""
    found = bytearray()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # our own tables
            for row in cursor.fetchall():
                for value in row:
                    if isinstance(value, bytes | memoryview):
                        found += bytes(value) + b"\n"
                    else:
                        found += str(value).encode() + b"\n"
    return bytes(found)


@pytest.fixture
def dumped(cast: Cast):
    office = keyed(cast)
    row, code = given(cast, files=[PHOTO])
    asked = {"actor": as_actor(cast.budi), "at": SUBMITTED_AT}
    actions.post_to_source(information=row, text="Jawaban bertanda kantor", **asked)
    actions.reply_from_source(
        information=row, text="Balasan bertanda sumber", at=SUBMITTED_AT
    )
    actions.hold_file(file=PHOTO, at=SUBMITTED_AT)
    actions.begin_tracing_from(
        office=office, rows=[row], plan=planned(cast.contest), **asked
    )
    return code, _dump()


def test_no_word_file_name_or_code_stands_in_the_dump(dumped):
    code, dump = dumped
    for mark in (
        TOLD.text,
        TOLD.when,
        PHOTO.name,
        "Jawaban bertanda kantor",
        "Balasan bertanda sumber",
        PHRASE,
        code,
        sealing.grouped(code),
    ):
        assert mark.encode() not in dump
        assert json.dumps(mark).encode() not in dump
    for file in (PHOTO.original, PHOTO.derivative):
        assert file not in dump
        assert file.hex().encode() not in dump


def test_the_dump_names_information_and_tracing_apart(dumped):
    _code, _dump_bytes = dumped
    row = Information.objects.get()
    for label in ("observations.Tracing", "ledger.LedgerEntry"):
        for kept in apps.get_model(label).objects.values():
            if str(kept.get("subject", "")).startswith("information:"):
                continue
            assert row.pk.hex not in repr(kept)
            assert str(row.pk) not in repr(kept)


def test_a_phrase_without_the_secret_of_the_installation_opens_nothing(dumped):
    holder = KeyHolder.objects.get()
    for guess in GUESSES:
        with pytest.raises(sealing.WrongKeyError):
            sealing.unwrap(bytes(holder.wrapped), PHRASE, guess)


def test_a_code_without_the_secret_of_the_installation_finds_no_mailbox(dumped):
    code, _dump_bytes = dumped
    row = Information.objects.get()
    for guess in (bytes(16), b"0123456789abcdef"):
        mailbox = sealing.mailbox_of(code, guess)
        assert mailbox.lookup != row.lookup
        assert bytes(mailbox.pair.public) != bytes(row.mailbox_key)
    assert queries.mailbox_of(code).lookup == row.lookup


def test_no_public_half_opens_what_was_sealed_to_it(dumped):
    key, row = OfficeKey.objects.get(), Information.objects.get()
    halves = [bytes(key.public_key), bytes(row.mailbox_key)]
    halves += [bytes(copy.sealed)[:32] for copy in HolderCopy.objects.all()]
    for half in halves:
        pair = sealing.pair_of(sealing.PrivateKey(half))
        for sealed in (row.content, key.recovery_copy):
            with pytest.raises(sealing.WrongKeyError):
                sealing.open_box(pair, bytes(sealed))

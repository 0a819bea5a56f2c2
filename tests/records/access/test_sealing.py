"""Identities lie in the database as ciphertext that only the key opens."""

import pytest
from django.core import serializers
from django.db import connection

from netra.records.access import SealError, seal, unseal
from netra.records.reports.models import Reporter
from tests import people

NAME = "Wati Contohwati"


def test_what_was_sealed_opens_again() -> None:
    assert unseal(seal(NAME)) == NAME
    assert unseal(seal("Ünïcode ﷺ")) == "Ünïcode ﷺ"


def test_the_same_name_looks_different_each_time() -> None:
    assert seal(NAME) != seal(NAME)


def test_the_name_is_not_in_the_bytes() -> None:
    assert b"Wati" not in seal(NAME)


@pytest.mark.parametrize("place", [1, 13, -1])
def test_an_altered_byte_keeps_it_shut(place: int) -> None:
    sealed = bytearray(seal(NAME))
    sealed[place] ^= 1
    with pytest.raises(SealError, match="wrong key or altered bytes"):
        unseal(bytes(sealed))


def test_another_key_keeps_it_shut(settings) -> None:
    sealed = seal(NAME)
    settings.IDENTITY_KEY = "another key of at least thirty-two characters"
    with pytest.raises(SealError, match="wrong key") as caught:
        unseal(sealed)
    assert "datanya utuh" in caught.value.reader_message


@pytest.mark.parametrize("sealed", [b"", b"\x02" + bytes(40), b"plain text"])
def test_what_was_never_sealed_is_named(sealed: bytes) -> None:
    with pytest.raises(SealError, match="unknown version"):
        unseal(sealed)


def test_no_column_of_a_report_names_the_reporter(cast: people.Cast) -> None:
    report = people.submitted(cast)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM reports_reporter WHERE report_id = %s", [report.pk]
        )
        row = b" ".join(
            bytes(value) if isinstance(value, bytes | memoryview) else b""
            for value in cursor.fetchone()
        )
    assert len(row) > 200
    for told in ("Wati", "Semarang", "0800000001", "contoh.example"):
        assert told.encode() not in row
    assert Reporter.objects.get(report=report).name == NAME


def test_a_dump_refuses_to_tell_identities(cast: people.Cast) -> None:
    people.submitted(cast)
    with pytest.raises(TypeError, match="sealed fields are not serialised"):
        serializers.serialize("json", Reporter.objects.all())


def test_an_empty_field_stays_empty(cast: people.Cast) -> None:
    report = people.submitted(cast, telling=people.TELLING)
    Reporter.objects.filter(report=report).update(email="")
    assert Reporter.objects.get(report=report).email == ""

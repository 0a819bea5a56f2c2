"""Dropping a message: what is kept, what it answers, and never twice."""

import pytest

from netra.domain.access import Actor
from netra.records.correspondence import actions, queries
from netra.records.correspondence.errors import (
    EntryContentError,
    MailTwiceError,
    NotAMessageError,
)
from netra.records.correspondence.models import AgendaEntry
from netra.records.evidence.erasing import erase_unowned
from netra.records.evidence.models import Blob
from netra.records.evidence.store import verified_path
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from tests import people
from tests.people import PNG, at
from tests.records.correspondence.lines import about, dropped, eml


def budi(cast: people.Cast) -> Actor:
    return people.as_actor(cast.budi)


def test_the_original_is_kept_and_attachments_become_scans(cast: people.Cast) -> None:
    content = eml(
        attached=(
            (PNG, "application", "octet-stream", "pindaian.png"),
            (b"MZ" + b"\x00" * 600, "application", "octet-stream", "jahat.exe"),
        )
    )
    row = dropped(cast, content)
    assert verified_path(row.mail.blob_id).read_bytes() == content
    assert [scan.blob.media_type for scan in row.scans.all()] == ["image/png"]
    assert row.mail.unkept == ["application/octet-stream"]
    assert row.happened_at == at("2024-10-30 12:00")
    assert row.subject == "Jawaban atas surat Bapak dan Ibu"
    assert compare().difference is None


def test_what_a_message_holds_is_not_written_in_clear(cast: people.Cast) -> None:
    row = dropped(cast, names_source=True, subject="Surel tentang perkara")
    assert (row.counterpart, row.subject) == ("", "Surel tentang perkara")
    written = b"".join(bytes(e.canonical) for e in LedgerEntry.objects.all())
    for word in (b"Kepala Dinas", b"dinas@contoh", b"Terlampir", b"satu@contoh"):
        assert word not in written


def test_a_source_needs_a_subject_by_the_officer(cast: people.Cast) -> None:
    with pytest.raises(EntryContentError) as caught:
        dropped(cast, names_source=True)
    assert caught.value.field == "subject"


def test_the_same_message_is_not_entered_twice(cast: people.Cast) -> None:
    first = dropped(cast)
    with pytest.raises(MailTwiceError) as caught:
        dropped(cast)
    assert first.number in caught.value.reader_message
    assert AgendaEntry.objects.count() == 1
    actions.void_entry(
        entry=first, reason="salah arah", actor=budi(cast), at=first.recorded_at
    )
    assert dropped(cast).number == "M-002/2024"
    assert compare().difference is None


def test_a_message_names_what_it_answers_and_a_person_confirms(
    cast: people.Cast,
) -> None:
    case = people.case_on(cast)
    asked = dropped(
        cast,
        eml(key="<nol@contoh.example>"),
        direction=AgendaEntry.Direction.OUT,
        links=about(case=case),
    )
    answer = dropped(cast, eml(answers="<nol@contoh.example>"))
    assert answer.answers is None
    assert list(queries.suggested_answers(answer)) == [asked]
    actions.link_entry(
        entry=answer,
        links=about(answers=asked),
        actor=budi(cast),
        at=answer.recorded_at,
    )
    assert (answer.answers, answer.case) == (asked, case)
    assert not list(queries.suggested_answers(answer))
    assert compare().difference is None


def test_a_message_that_claims_the_future_happened_when_it_was_entered(
    cast: people.Cast,
) -> None:
    content = eml().replace(b"30 Oct 2024", b"30 Oct 2094")
    row = dropped(cast, content)
    assert row.happened_at == row.recorded_at


def test_a_refused_file_leaves_nothing_behind(cast: people.Cast) -> None:
    with pytest.raises(NotAMessageError):
        dropped(cast, PNG)
    assert not Blob.objects.exists()
    assert not AgendaEntry.objects.exists()


def test_what_the_agenda_holds_is_not_swept_away(cast: people.Cast) -> None:
    row = dropped(cast)
    assert erase_unowned(at=at("2025-12-31 12:00")) == 0
    assert verified_path(row.scans.get().blob_id).exists()


def test_the_same_identifier_in_other_bytes_is_said(cast: people.Cast) -> None:
    first, second = dropped(cast), dropped(cast, eml(attached=()))
    assert list(queries.same_messages(second)) == [first]

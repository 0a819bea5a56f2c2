"""A part grows at its end only, whoever sends; what expired or is unowned goes."""

import hashlib
import os
import threading
from datetime import timedelta

import pytest

from netra.records.evidence import arriving as arrivals
from netra.records.evidence import erasing, parts
from netra.records.evidence.actions import receive_blob
from netra.records.evidence.arriving import announce, finish, take
from netra.records.evidence.errors import (
    ArrivalGoneError,
    EvidenceError,
    FileTwiceError,
    FileTypeError,
    OffsetConflictError,
)
from netra.records.evidence.models import Arriving, Blob
from netra.records.evidence.store import path_of
from netra.records.jobs import moment
from netra.records.reports import actions as reports
from netra.records.reports.models import Exhibit
from tests import people
from tests.records.refusals import PNG

pytestmark = pytest.mark.django_db
AT = people.SUBMITTED_AT
FILE = PNG + bytes(range(256)) * 2000


def announced(length: int = len(FILE), target: str = "draft/contoh") -> Arriving:
    return announce(
        target=target, length_bytes=length, about="", limit_bytes=2**30, at=AT
    )


def nothing(_blob: Blob) -> None:
    """A room that keeps no row."""


def test_a_part_can_be_read_from_any_byte_it_was_cut_at() -> None:
    row = announced()
    with parts.Part(row.part) as part:
        end = 0
        for length in (1, 15, 16, 17, 65_536, 31):
            end = part.add(end, FILE[end : end + length])
        part.add(end, FILE[end:])
        assert b"".join(part.pieces()) == FILE
        assert part.head(8) == FILE[:8]


def test_two_parts_of_the_same_bytes_share_nothing() -> None:
    held = []
    for row in (announced(), announced()):
        take(row, offset=0, pieces=[FILE])
        held.append((parts.folder() / row.part).read_bytes())
    assert held[0][:4096] != held[1][:4096]


def test_of_two_senders_at_one_place_each_byte_counts_once() -> None:
    row = announced()
    gate, lost = threading.Barrier(2), []

    def send() -> None:
        pieces = [FILE[at : at + 4096] for at in range(0, len(FILE), 4096)]
        with parts.Part(row.part) as part:
            gate.wait()
            end = 0
            try:
                for piece in pieces:
                    end = part.add(end, piece)
            except OffsetConflictError:
                lost.append(end)

    senders = [threading.Thread(target=send) for _ in range(2)]
    for one in senders:
        one.start()
    for one in senders:
        one.join()
    with parts.Part(row.part) as part:
        arrived = b"".join(part.pieces())
    assert arrived == FILE[: len(arrived)]
    assert len(lost) >= 1


def test_a_finished_file_is_given_to_its_room_once() -> None:
    row, kept = announced(), []
    take(row, offset=0, pieces=[FILE])
    for _ in range(2):
        assert finish(arriving=row, keep=kept.append, at=AT).finished_at == AT
    assert [blob.sha256 for blob in kept] == [hashlib.sha256(FILE).hexdigest()]


def test_a_file_its_room_refuses_leaves_nothing_under_way() -> None:
    def refuse(_blob: Blob) -> None:
        raise FileTwiceError

    row = announced()
    take(row, offset=0, pieces=[FILE])
    with pytest.raises(FileTwiceError):
        finish(arriving=row, keep=refuse, at=AT)
    assert not Arriving.objects.exists()
    assert not (parts.folder() / row.part).exists()


def test_what_was_given_up_is_gone_for_every_question() -> None:
    row = announced()
    arrivals.abandon(arriving=row)
    with pytest.raises(ArrivalGoneError):
        arrivals.arrived(row)
    with pytest.raises(ArrivalGoneError):
        take(row, offset=0, pieces=[FILE])
    with pytest.raises(ArrivalGoneError) as caught:
        finish(arriving=row, keep=nothing, at=AT)
    assert "dari awal" in caught.value.reader_message
    assert isinstance(caught.value, EvidenceError)


def test_a_kind_is_judged_before_the_rest_has_come() -> None:
    row, taken = announced(10**6), 0

    def page():
        nonlocal taken
        for _ in range(100):
            taken += 1
            yield b"<!doctype html>" + b" " * 4000

    with pytest.raises(FileTypeError):
        take(row, offset=0, pieces=page())
    assert taken <= 3


def test_a_lost_part_goes_and_one_that_is_still_new_stays() -> None:
    lost, new = parts.make(), parts.make()
    real_now = moment.real_now()
    old = (real_now - arrivals.LASTS - timedelta(hours=1)).timestamp()
    os.utime(parts.folder() / lost, (old, old))
    held = announced()
    os.utime(parts.folder() / held.part, (old, old))
    assert arrivals.sweep_arriving(at=AT, real_now=real_now) == 0
    assert {path.name for path in parts.folder().iterdir()} == {new, held.part}


def test_what_belongs_to_nothing_is_erased_after_a_day() -> None:
    unowned = receive_blob(chunks=[PNG], at=AT)
    owned = receive_blob(chunks=[FILE], at=AT)
    draft = reports.open_draft(at=AT)
    reports.add_draft_file(
        draft=draft, blob=owned, kind=Exhibit.Kind.EVIDENCE, name="a", at=AT
    )
    old = (moment.real_now() - timedelta(days=2)).timestamp()
    os.utime(path_of(unowned.sha256), (old, old))
    assert erasing.erase_unowned(at=AT + erasing.WAITS) == 0
    assert erasing.erase_unowned(at=AT + timedelta(days=2)) == 1
    assert Blob.objects.get() == owned
    assert not path_of(unowned.sha256).exists()
    assert path_of(owned.sha256).exists()

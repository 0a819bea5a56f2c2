"""A pack opened by its receiver names nobody who stays sealed."""

import base64
import io
import zipfile
from dataclasses import replace
from datetime import date

import pypdf
import pytest
from PIL import Image

from netra.domain import sealing
from netra.domain.packs import check_archive
from netra.records.ledger.replaying import compare
from netra.records.packs.models import Pack
from netra.records.reports.content import (
    AttorneyContent,
    PersonContent,
    ReporterContent,
)
from tests import packing, samples
from tests.offices import TELLING, Cast

NAMES = ("Zubaidahx", "Quartinix", "Wirjosentanox")
OTHER = (
    "081299887766",
    "zubaidahx@contoh.example",
    "Gang Pelapornya 77",
    "Gang Kuasanya 88",
    "Gang Saksinya 99",
    "foto-dari-zubaidahx.jpg",
)
MARKED = replace(
    TELLING,
    reporter=ReporterContent(
        name="Zubaidahx Quartinix",
        phone="0812-9988-7766",
        email="zubaidahx@contoh.example",
        address="Gang Pelapornya 77, Semarang",
        birth_on="1 Januari 1990",
    ),
    attorney=AttorneyContent(
        name="Quartinix", address="Gang Kuasanya 88", power_on=date(2024, 10, 1)
    ),
    witnesses=(PersonContent(name="Wirjosentanox", address="Gang Saksinya 99"),),
)
FILES = (
    (samples.jpeg(), "foto-dari-zubaidahx.jpg"),
    (samples.pdf(), "surat-zubaidahx.pdf"),
)
MARKS = tuple(
    text.encode() for text in (*NAMES, *OTHER, "9988-7766", "99887766")
) + tuple(mark for mark in samples.MARKS if mark != samples.MOMENT)


def forms_of(mark: bytes) -> set[bytes]:
    """Return a mark as it may be hidden: case, UTF-16, hexadecimal, base 64."""
    text = mark.decode()
    plain = {mark, mark.lower(), mark.upper(), text.title().encode()}
    wide = {text.encode("utf-16-le"), text.encode("utf-16-be")}
    packed = {base64.b64encode(b" " * n + mark)[4:-4] for n in range(3)}
    return plain | wide | {mark.hex().encode(), mark.hex().upper().encode()} | packed


def layers(name: str, content: bytes) -> list[bytes]:
    """Return a file as bytes and as everything inside it that can be read."""
    found = [name.encode(), content]
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found.append(archive.comment)
            for member in archive.infolist():
                found += [member.comment, member.extra]
                found += layers(member.filename, archive.read(member))
    elif content[:4] == b"%PDF":
        found += of_paper(content)
    elif content[:3] == b"\xff\xd8\xff":
        with Image.open(io.BytesIO(content)) as picture:
            found.append(repr((picture.info, dict(picture.getexif()))).encode())
    return found


def of_paper(content: bytes) -> list[bytes]:
    """Return the words, properties and unpacked streams of a PDF."""
    paper = pypdf.PdfReader(io.BytesIO(content))
    found = [page.extract_text().encode() for page in paper.pages]
    found.append(repr(paper.metadata).encode())
    found += [bytes(part) for parts in paper.attachments.values() for part in parts]
    for number in range(1, len(paper.xref.get(0, {})) + 1):
        held = paper.get_object(number)
        if isinstance(held, pypdf.generic.StreamObject):
            found.append(held.get_data())
        else:
            found.append(repr(held).encode())
    return found


def revealed_in(content: bytes) -> set[bytes]:
    """Return the marks that a search of every byte finds."""
    seen = [layer.replace(b"\n", b" ") for layer in layers("pack", content)]
    return {
        mark
        for mark in MARKS
        for form in forms_of(mark)
        if len(form) > 5 and any(form in layer for layer in seen)
    }


@pytest.fixture
def referral(cast: Cast):
    return packing.referred(cast, telling=MARKED, files=FILES)


def test_a_pack_opened_with_the_employers_key_names_nobody_who_stays_sealed(
    cast, referral
) -> None:
    employer = packing.keyed(cast, "ppk", "33.74")
    pack = packing.built(packing.asked(referral, cast, employer.body, exhibits=(1, 2)))
    assert pack.state == Pack.State.READY, pack.failure
    archive = packing.opened(pack, employer.pair)
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        assert opened.namelist() == [
            "surat-penerusan.pdf",
            "kajian.pdf",
            "putusan-pleno.pdf",
            "bukti-01.jpg",
            "bukti-02.pdf",
            "index.json",
            "index.html",
            "manifest-sha256.txt",
        ]
    assert check_archive(io.BytesIO(archive)).is_whole
    assert revealed_in(archive) == set()
    assert revealed_in(packing.container_of(pack)) == set()
    assert compare().difference is None


def test_the_sealed_part_opens_for_the_body_in_need_alone_and_names_them(
    cast, referral
) -> None:
    employer, police = packing.keyed(cast, "ppk", "33.74"), packing.keyed(cast, "polri")
    need = packing.needed(referral, cast, police.body)
    pack = packing.built(packing.sealed_part(need, cast))
    assert pack.state == Pack.State.READY, pack.failure
    with pytest.raises(sealing.WrongKeyError):
        packing.opened(pack, employer.pair)
    assert revealed_in(packing.container_of(pack)) == set()
    found = revealed_in(packing.opened(pack, police.pair))
    wanted = {text.encode() for text in (*NAMES, "foto-dari-zubaidahx.jpg")}
    assert wanted <= found
    assert {samples.AUTHOR, samples.PLACE} <= found
    assert referral.case.report.openings.count() == 1
    assert compare().difference is None

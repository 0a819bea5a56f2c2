"""The archive of a pack: neutral names, no clock, checked file by file."""

import io
import json
import zipfile

import pytest

from netra.domain.packs import (
    ArchiveError,
    LeftOut,
    PackIndex,
    PackWriter,
    UnsafeNameError,
    check_archive,
    take_out,
)

INDEX = PackIndex(
    pack="001/1",
    part="open",
    title="Berkas <contoh>",
    referral="001",
    matter="002",
    receiver="Lembaga contoh",
    sender="Kantor contoh",
    made_on="hari contoh",
    notes=("DATA CONTOH",),
    left_out=(LeftOut(title="Bukti 2", reason="tidak aman"),),
)


def packed() -> bytes:
    out = io.BytesIO()
    writer = PackWriter(out)
    writer.add("surat.pdf", "Surat", "application/pdf", [b"isi ", b"contoh"])
    writer.finish(INDEX)
    return out.getvalue()


def test_the_index_names_every_file_and_what_was_left_out() -> None:
    with zipfile.ZipFile(io.BytesIO(packed())) as archive:
        told = json.loads(archive.read("index.json"))
        page = archive.read("index.html").decode()
        listed = archive.read("manifest-sha256.txt").decode()
    assert [row["name"] for row in told["files"]] == ["surat.pdf"]
    assert told["files"][0]["size_bytes"] == 10
    assert told["left_out"] == [{"title": "Bukti 2", "reason": "tidak aman"}]
    assert "DATA CONTOH" in page
    assert "Berkas &lt;contoh&gt;" in page
    assert "<script" not in page
    assert listed.count("\n") == 3


def test_the_same_files_give_the_same_archive() -> None:
    assert packed() == packed()


def test_a_whole_archive_is_whole() -> None:
    assert check_archive(io.BytesIO(packed())).is_whole


@pytest.mark.parametrize(
    "name",
    ["../naik.pdf", "Foto Wati.jpg", "index.json", "a/b.pdf", "tanpa-ending", ""],
)
def test_a_name_that_leads_elsewhere_or_speaks_is_refused(name: str) -> None:
    writer = PackWriter(io.BytesIO())
    with pytest.raises(UnsafeNameError):
        writer.add(name, "", "application/pdf", [b"isi"])


def test_an_archive_of_others_is_never_unpacked(tmp_path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../naik.pdf", b"isi")
    with pytest.raises(ArchiveError):
        take_out(out, tmp_path)
    assert not any(tmp_path.iterdir())


def test_what_is_there_already_is_not_overwritten(tmp_path) -> None:
    (tmp_path / "surat.pdf").write_bytes(b"milik orang")
    with pytest.raises(ArchiveError):
        take_out(io.BytesIO(packed()), tmp_path)
    assert (tmp_path / "surat.pdf").read_bytes() == b"milik orang"

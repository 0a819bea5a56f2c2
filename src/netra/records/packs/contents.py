"""The files of a pack: open copies without traces, or the sealed part."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO

from django.db.models import F

from netra.domain.law import zone_of
from netra.domain.packs import LeftOut, PackIndex, PackWriter
from netra.records.documents.rendering import render_pdf
from netra.records.documents.wording import stamp
from netra.records.evidence.cleaning.derivatives import Derivative, clean
from netra.records.evidence.cleaning.errors import CleaningError
from netra.records.evidence.store import verified_path
from netra.records.jobs.moment import is_demonstration
from netra.records.packs.checking import places_in
from netra.records.packs.copies import copies_of
from netra.records.packs.errors import MarksFoundError
from netra.records.packs.identities import marks_for
from netra.records.packs.models import Pack
from netra.records.packs.queries import PackableExhibit, exhibits_of
from netra.records.packs.sealed_facts import sealed_facts

_READ_BYTES = 2**20
_ENDINGS = {
    "application/pdf": "pdf",
    "audio/aac": "aac",
    "audio/amr": "amr",
    "audio/flac": "flac",
    "audio/mp4": "m4a",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/x-hx-aac-adts": "aac",
    "audio/x-m4a": "m4a",
    "audio/x-wav": "wav",
    "image/gif": "gif",
    "image/heic": "heic",
    "image/heif": "heif",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "video/3gpp": "3gp",
    "video/mp4": "mp4",
    "video/quicktime": "mov",
    "video/webm": "webm",
    "video/x-matroska": "mkv",
}
_INVENTED = "DATA CONTOH: semua isi berkas ini rekaan, bukan perkara sungguhan."
_SEALED_ELSEWHERE = LeftOut(
    title="Identitas pelapor dan saksi, serta berkas asli",
    reason="hanya ada di bagian tersegel, yang dibuat bagi lembaga yang keperluan "
    "hukumnya tercatat dan disetujui orang kedua",
)
_NOT_CHOSEN = "belum dinyatakan aman untuk dibagikan"
_NOT_CLEANABLE = "salinan tanpa jejak tidak dapat dibuat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What was written: entries of files and of what was left out, as they are kept."""

    contents: tuple[dict[str, str | int], ...]
    left_out: tuple[dict[str, str], ...]


def write_open(pack: Pack, target: IO[bytes]) -> Built:
    """Write the open part of a referral for one body.

    Raises:
        MarksFoundError: an open text names somebody by now.
        PapersMissingError: a paper was not issued yet.
        EvidenceError: the bytes of an exhibit are altered or missing.
    """
    people = list(pack.respondents.all())
    copies = copies_of(pack.referral, people)
    found = places_in(copies, marks_for(pack.referral, people))
    if found:
        raise MarksFoundError(len(found))
    exhibits = [row for row in exhibits_of(pack.referral) if row.is_evidence]
    _begin(pack, len(copies) + len(pack.exhibits))
    writer, left = PackWriter(target), [_SEALED_ELSEWHERE]
    for copy in copies:
        pdf = render_pdf(copy.paper)
        writer.add(copy.name, copy.title, "application/pdf", [pdf])
        _step(pack)
    for row in exhibits:
        reason = _add_derivative(pack, writer, row)
        if reason:
            left.append(LeftOut(title=row.title, reason=reason))
    return _finished(writer, pack, left)


def _add_derivative(pack: Pack, writer: PackWriter, row: PackableExhibit) -> str:
    """Add a copy without traces; return why there is none."""
    if row.place not in pack.exhibits:
        return _NOT_CHOSEN
    made = _derivative(row)
    if made is not None:
        name = f"bukti-{row.place:02}.{_ENDINGS.get(made.media_type, 'bin')}"
        title = f"{row.title} (salinan tanpa jejak)"
        writer.add(name, title, made.media_type, [made.content])
    _step(pack)
    return "" if made else _NOT_CLEANABLE


def _derivative(row: PackableExhibit) -> Derivative | None:
    if not row.can_be_cleaned:
        return None
    content = verified_path(row.blob.sha256).read_bytes()
    try:
        return clean(content, row.blob.media_type)
    except CleaningError:
        return None


def write_sealed(pack: Pack, target: IO[bytes]) -> Built:
    """Write identities and originals, for the body of an approved need.

    Raises:
        EvidenceError: the bytes of an exhibit are altered or missing.
    """
    exhibits = exhibits_of(pack.referral)
    _begin(pack, len(exhibits) + 1)
    writer = PackWriter(target)
    told = sealed_facts(pack.referral)
    writer.add(
        "identitas.json",
        "Identitas pelapor, kuasa, saksi, dan pihak lain",
        "application/json",
        [json.dumps(told, indent=1, ensure_ascii=False).encode() + b"\n"],
    )
    _step(pack)
    for row in exhibits:
        name = f"asli-{row.place:02}.{_ENDINGS.get(row.blob.media_type, 'bin')}"
        path = verified_path(row.blob.sha256)
        with path.open("rb") as file:
            writer.add(name, f"{row.title} (asli)", row.blob.media_type, _pieces(file))
        _step(pack)
    return _finished(writer, pack, [])


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(_READ_BYTES):
        yield piece


def _begin(pack: Pack, total: int) -> None:
    Pack.objects.filter(pk=pack.pk).update(done=0, total=total)


def _step(pack: Pack) -> None:
    Pack.objects.filter(pk=pack.pk).update(done=F("done") + 1)


def _finished(writer: PackWriter, pack: Pack, left: list[LeftOut]) -> Built:
    index = writer.finish(_index(pack, tuple(left)))
    return Built(
        contents=tuple(
            {
                "name": item.name,
                "title": item.title,
                "sha256": item.sha256,
                "size_bytes": item.size_bytes,
                "media_type": item.media_type,
            }
            for item in index.items
        ),
        left_out=tuple({"title": o.title, "reason": o.reason} for o in left),
    )


def _index(pack: Pack, left: tuple[LeftOut, ...]) -> PackIndex:
    referral, sealed = pack.referral, pack.part == Pack.Part.SEALED
    local = pack.asked_at.astimezone(zone_of(referral.matter.place_region))
    titles: Mapping[bool, str] = {
        True: "Bagian tersegel penerusan",
        False: "Berkas penerusan, bagian terbuka",
    }
    return PackIndex(
        pack=pack.number,
        part=pack.part,
        title=titles[sealed],
        referral=referral.number,
        matter=referral.matter.number,
        receiver=pack.body.name,
        sender=referral.office.name,
        made_on=stamp(local),
        notes=(_INVENTED,) if is_demonstration() else (),
        left_out=left,
    )

"""Doors of letters under way, packs, needs and keys of bodies."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk.packs import (
    body_pages,
    letter_pages,
    need_pages,
    pack_pages,
    proof_files,
)
from netra.web.routes import View, staff

_LETTER = "meja/penerusan/<int:pk>/"
_PACK = "meja/berkas/<int:pk>/"
_BODIES = "meja/lembaga/"

_Streams = Callable[..., HttpResponseBase]  # files may be large

_LIST: tuple[tuple[str, View | _Streams, str, Action], ...] = (
    (_LETTER, letter_pages.referral, "referral", Action.VIEW_CASE),
    (
        f"{_LETTER}langkah/",
        letter_pages.referral_hop,
        "referral_hop",
        Action.RECORD_HOP,
    ),
    (
        f"{_LETTER}jawaban/",
        letter_pages.referral_answer,
        "referral_answer",
        Action.RECORD_HOP,
    ),
    (
        "meja/perkara/<int:pk>/tindak-lanjut/",
        letter_pages.follow_up_end,
        "follow_up_end",
        Action.RECORD_HOP,
    ),
    (
        "meja/penerusan/langkah/<int:pk>/bukti/",
        proof_files.hop_proof,
        "hop_proof",
        Action.VIEW_CASE,
    ),
    (
        "meja/penerusan/jawaban/<int:pk>/bukti/",
        proof_files.answer_proof,
        "answer_proof",
        Action.VIEW_CASE,
    ),
    (f"{_LETTER}berkas/", pack_pages.pack_ask, "pack_ask", Action.MAKE_PACK),
    (
        f"{_LETTER}berkas/tutup/",
        pack_pages.pack_redact,
        "pack_redact",
        Action.MAKE_PACK,
    ),
    (_PACK, pack_pages.pack, "pack", Action.MAKE_PACK),
    (
        f"{_PACK}unduh/",
        pack_pages.pack_download,
        "pack_download",
        Action.MAKE_PACK,
    ),
    (
        f"{_LETTER}keperluan/",
        need_pages.need_record,
        "need_record",
        Action.MAKE_PACK,
    ),
    (
        "meja/penerusan/keperluan/<int:pk>/",
        need_pages.need,
        "need",
        Action.OPEN_IDENTITY,
    ),
    (_BODIES, body_pages.bodies, "bodies", Action.KEEP_BODY_KEYS),
    (f"{_BODIES}baru/", body_pages.body_enter, "body_enter", Action.KEEP_BODY_KEYS),
    (f"{_BODIES}<int:pk>/", body_pages.body, "body", Action.KEEP_BODY_KEYS),
    (
        f"{_BODIES}kunci/<int:pk>/",
        body_pages.body_key,
        "body_key",
        Action.KEEP_BODY_KEYS,
    ),
)

DOORS: list[URLPattern] = [
    staff(route, view, name=name, needs=needs)  # type: ignore[arg-type] # some stream
    for route, view, name, needs in _LIST
]

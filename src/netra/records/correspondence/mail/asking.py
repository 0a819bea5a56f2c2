"""Ask a confined process to read a message."""

import json
import subprocess
import sys
from base64 import b64decode
from datetime import datetime
from typing import cast

from django.utils.translation import gettext as _

from netra.records.correspondence.errors import NotAMessageError
from netra.records.correspondence.mail.limits import MAX_BYTES, SECONDS
from netra.records.correspondence.mail.message import Attached, ReadMessage

_CHILD = "netra.records.correspondence.mail.child"
_ENVIRONMENT = {"LC_ALL": "C.UTF-8", "MALLOC_ARENA_MAX": "2"}


def read_eml(content: bytes) -> ReadMessage:
    """Read a message in a process without files, network or much memory.

    Args:
        content: The whole .eml file.

    Raises:
        NotAMessageError: it is none, it is too large, or it asks too much.
    """
    if not content:
        raise NotAMessageError("empty", _("Berkas ini kosong. Pilih berkas lain."))
    if len(content) > MAX_BYTES:
        raise NotAMessageError("too large", _too_large())
    answer = json.loads(_run(content))
    fault = answer.get("fault")
    if fault == "no_message":
        raise NotAMessageError("no headers", _no_message())
    if fault:
        raise NotAMessageError("it asks too much", _too_much())
    return _read(answer)


def _run(content: bytes) -> bytes:
    command = (sys.executable, "-I", "-B", "-m", _CHILD)
    try:
        ended = subprocess.run(  # noqa: S603 - fixed; the message comes by the pipe
            command,
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a library's complaint may quote the message
            env=_ENVIRONMENT,
            cwd="/",
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise NotAMessageError("it took too long", _too_much()) from error
    if ended.returncode or not ended.stdout:
        raise NotAMessageError(f"the reader ended with {ended.returncode}", _too_much())
    return ended.stdout


def _read(answer: dict[str, object]) -> ReadMessage:
    parts = cast("list[dict[str, str]]", answer["attachments"])
    sent_at = answer["sent_at"]
    return ReadMessage(
        sender=str(answer["sender"]),
        subject=str(answer["subject"]),
        sent_at=datetime.fromisoformat(str(sent_at)) if sent_at else None,
        text=str(answer["text"]),
        is_from_html=bool(answer["is_from_html"]),
        is_cut=bool(answer["is_cut"]),
        message_key=str(answer["message_key"]),
        answer_keys=tuple(cast("list[str]", answer["answer_keys"])),
        unkept=tuple(cast("list[str]", answer["unkept"])),
        attachments=tuple(
            Attached(
                name=part["name"],
                media_type=part["media_type"],
                content=b64decode(part["content"]),
            )
            for part in parts
        ),
    )


def _too_large() -> str:
    return _("Surel ini lebih besar dari %(limit)s MB. Simpan lampirannya sendiri.") % {
        "limit": MAX_BYTES // 2**20
    }


def _no_message() -> str:
    return _(
        "Berkas ini bukan surel. Pada program surel, pilih Simpan sebagai .eml, lalu "
        "unggah berkas itu."
    )


def _too_much() -> str:
    return _(
        "Surel ini tidak dapat dibaca dengan aman: bagiannya terlalu banyak, terlalu "
        "dalam, atau rusak. Catat surelnya dengan formulir biasa, dan unggah "
        "cetakannya sebagai PDF."
    )

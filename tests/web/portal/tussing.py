"""A device that sends files in pieces, as the protocol says."""

import base64
import hashlib
from dataclasses import dataclass

from django.http import HttpResponse
from django.test import Client

from netra.records.jobs import moment
from netra.records.reports.models import Report

VERSION = {"HTTP_TUS_RESUMABLE": "1.0.0"}
BODY = "application/offset+octet-stream"


def about(**told: str) -> str:
    """Return an `Upload-Metadata` header."""
    coded = (
        (key, base64.b64encode(text.encode()).decode()) for key, text in told.items()
    )
    return ",".join(f"{key} {text}" for key, text in coded)


def begin(
    client: Client, length: int, *, key: str = "isian", at: str = "", **told: str
) -> HttpResponse:
    """Announce a file."""
    return client.post(
        f"/unggah/{key}/{at}",
        b"",
        content_type=BODY,
        HTTP_UPLOAD_LENGTH=str(length),
        HTTP_UPLOAD_METADATA=about(**({"name": "rekaman.png"} | told)),
        **VERSION,
    )


@dataclass
class Sender:
    """Who sends one file."""

    client: Client
    place: str

    def patch(self, offset: int, content: bytes, **headers: str) -> HttpResponse:
        """Send a piece."""
        given = {"HTTP_UPLOAD_OFFSET": str(offset), "CONTENT_TYPE": BODY}
        given |= VERSION | headers
        return self.client.generic("PATCH", self.place, content, BODY, **given)

    def head(self) -> HttpResponse:
        """Ask how much has arrived."""
        return self.client.head(self.place, **VERSION)

    def delete(self) -> HttpResponse:
        """Give up."""
        return self.client.delete(self.place, **VERSION)


def sender(client: Client, length: int, **told: str) -> Sender:
    """Announce a file and return who sends it."""
    answer = begin(client, length, **told)
    assert answer.status_code == 201, answer.content
    return Sender(client, answer["Location"])


def large(base: bytes, size: int) -> bytes:
    """Return a file of that size which begins like `base`; no two places are alike."""
    tail = bytearray()
    seed = hashlib.sha256(base).digest()
    while len(tail) < size - len(base):
        seed = hashlib.sha256(seed).digest()
        tail += seed * 32
    return base + bytes(tail[: size - len(base)])


def open_report(client: Client, report: Report) -> None:
    """Open a report for this visit, as number and code do."""
    session = client.session
    session["status"] = {"report": report.pk, "at": moment.now().isoformat()}
    session.save()

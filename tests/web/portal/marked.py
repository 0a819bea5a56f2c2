"""Information full of marks, and the search that must not find them again.

A mark is a text that stands nowhere else. It comes in every place where a sender leaves
one: address, browser, page of origin, cookie, headers, address line, file names, what
files tell of themselves, and the words. All of it is invented.
"""

import base64
import hashlib
import json
import re
import secrets
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import altcha

from tests import samples
from tests.web.puzzling import solution

ADDRESS, DIRECT = "203.0.113.77", "198.51.100.66"
HEADERS = {
    "User-Agent": "TANDAPERAMBAN/7.7 (Linux; TANDAPONSEL)",
    "Referer": "https://contoh.invalid/TANDAASAL",
    "Cookie": "sessionid=TANDAKUKI; netra_theme=TANDATEMA",
    "X-Forwarded-For": f"{DIRECT}, {ADDRESS}",
    "Forwarded": f"for={ADDRESS};host=TANDATERUSAN",
    "X-Real-IP": ADDRESS,
    "X-Request-Id": "TANDANOMORMINTA",
    "Accept-Language": "jv-TANDABAHASA",
    "X-Anything": "TANDAKEPALA",
}
QUERY = "?dari=TANDAKUERI"
WORDS = {
    "text": "DATA CONTOH TANDACERITA: camat mengajak warga.",
    "place": "TANDALOKASI",
    "when": "TANDAWAKTU",
    "who": "TANDAORANG",
    "links": "https://contoh.invalid/TANDATAUTAN",
    "name": "TANDANAMASUMBER",
    "contact": "TANDANOMORTELEPON",
}
PHOTO = ("TANDAFOTO-siti.jpg", "image/jpeg", samples.jpeg())
PAPER = ("TANDASURAT-siti.pdf", "application/pdf", samples.pdf())
PAGE = ("TANDAHALAMAN.jpg", "image/jpeg", b"<!doctype html>TANDAISIHALAMAN")
REPLY = "TANDABALASAN"
GUESS = "4242 4242 4242 4243"

_TOLD = " ".join([*HEADERS.values(), QUERY, *WORDS.values(), REPLY])
_FILES = " ".join(file[0] for file in (PHOTO, PAPER, PAGE))
MARKS = (
    *(mark.encode() for mark in re.findall(r"TANDA[A-Z]+", f"{_TOLD} {_FILES}")),
    *samples.MARKS,
    b"TANDAISIHALAMAN",
    b"TANDAKECIL",
    b"-siti.",
    ADDRESS.encode(),
    DIRECT.encode(),
    GUESS.encode(),
    GUESS.replace(" ", "").encode(),
)
INDEPENDENT = frozenset({"jobs_heartbeat", "netra_cache"})
"""Tables in which the worker writes its own signs of life, all day, with moments."""

_NEAR = timedelta(days=2)
_RANDOM = re.compile(r"[0-9a-f]{32,}")
_WRITTEN = re.compile(r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)")
_AS_PYTHON = re.compile(
    r"datetime\((\d{4}), (\d+), (\d+), (\d+), (\d+)(?:, (\d+))?(?=[,)])"
)


def disguised(mark: bytes) -> Iterable[bytes]:
    """Yield a mark as a program might have written it: plain, coded or hashed bare."""
    text = mark.decode(errors="replace")
    yield mark
    yield text.encode("utf-16-le")
    yield mark.hex().encode()
    yield base64.b64encode(mark)[:-3]
    if "." in text or text.isdigit():
        for kind in ("md5", "sha1", "sha256"):
            yield hashlib.new(kind, mark).hexdigest().encode()


def marks_in(found: bytes, marks: Iterable[bytes] = MARKS) -> list[str]:
    """Return the marks that stand in bytes, in any disguise."""
    return [
        mark.decode(errors="replace")
        for mark in marks
        if any(form in found for form in disguised(mark))
    ]


def marks_under(folder: Path, marks: Iterable[bytes] = MARKS) -> dict[str, list[str]]:
    """Return the marks in names and bytes of every file of a folder."""
    every = tuple(marks)
    found = {}
    for path in sorted(folder.rglob("*")):
        held = path.read_bytes() if path.is_file() else b""
        hits = marks_in(str(path.relative_to(folder)).encode() + b"\n" + held, every)
        if hits:
            found[str(path.relative_to(folder))] = hits
    return found


def rows_of(cursor, tables: Iterable[str]) -> set[tuple[str, str]]:
    """Return every row of tables as text, with bytes in hexadecimal."""
    rows = set()
    for table in tables:
        cursor.execute(f'SELECT * FROM "{table}"')  # our own tables
        for row in cursor.fetchall():
            told = " | ".join(
                bytes(one).hex() if isinstance(one, bytes | memoryview) else repr(one)
                for one in row
            )
            rows.add((table, told))
    return rows


def moments_in(
    rows: Iterable[tuple[str, str]], begun: datetime, ended: datetime
) -> list[tuple[str, str]]:
    """Return the rows that name a time of day near a sending, in any zone.

    What ends hours later tells the moment too: every written moment and every number
    that may be one, from two days before to two days after, is found; only the end of
    a day is not. Bytes and random names are left out.
    """
    first, last = begun - _NEAR, ended + _NEAR
    return [row for row in rows if _tells_a_moment(row[1], first, last)]


def _tells_a_moment(row: str, first: datetime, last: datetime) -> bool:
    told = _RANDOM.sub("", row)
    written = [*_WRITTEN.findall(told), *_AS_PYTHON.findall(told)]
    numbers = [_seconds(digits) for digits in re.findall(r"\d{10,19}", told)]
    moments = [
        datetime(*(int(part or 0) for part in parts), tzinfo=UTC) for parts in written
    ]
    moments += [datetime.fromtimestamp(n, tz=UTC) for n in numbers if n is not None]
    return any(first <= at <= last and not _ends_a_day(at) for at in moments)


def _ends_a_day(at: datetime) -> bool:
    local = at.astimezone(ZoneInfo("Asia/Jakarta"))
    return (local.hour, local.minute, local.second) == (0, 0, 0)


def _seconds(digits: str) -> float | None:
    scale = {10: 1, 13: 1e3, 16: 1e6, 19: 1e9}.get(len(digits))
    return int(digits) / scale if scale else None


def multipart(
    fields: Mapping[str, str], files: Iterable[tuple[str, str, bytes]]
) -> tuple[bytes, str]:
    """Return a body as a browser sends it, and its type."""
    edge, body = secrets.token_hex(12), b""
    for name, told in fields.items():
        head = f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
        body += head.encode() + told.encode() + b"\r\n"
    for name, kind, content in files:
        head = (
            f'--{edge}\r\nContent-Disposition: form-data; name="berkas"; '
            f'filename="{name}"\r\nContent-Type: {kind}\r\n\r\n'
        )
        body += head.encode() + content + b"\r\n"
    return body + f"--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}"


def field_on(page: str, name: str) -> str:
    """Return what a hidden field of a page holds, empty when it is not there."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    return found[1] if found else ""


def puzzle_on(page: str) -> dict[str, str]:
    """Return the solved puzzle of a page, or the one it keeps."""
    kept = field_on(page, "puzzle")
    if kept:
        return {"puzzle": kept}
    asked = page.partition('challenge="')[2].partition('"')[0].replace("&quot;", '"')
    return {"puzzle": solution(altcha.Challenge.from_dict(json.loads(asked)))}

"""The drafts of a device: found by the key in its cookie, kept sealed as JSON.

The cookie holds a random key and nothing else; a device may have several drafts. A form
names the draft it was shown for, so that two tabs never write into each other's; where
nothing is named, the draft chosen last is meant. What was typed is kept as it was
typed, right or wrong, so that no error costs the reader a word.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.text import Truncator

from netra.records.reports.actions import choose_draft, open_draft, save_draft
from netra.records.reports.devices import (
    digest_of_key,
    drafts_of,
    new_key,
    sent_drafts,
    unsent_drafts,
)
from netra.records.reports.models import ReportDraft

__all__ = [
    "COOKIE",
    "WHICH",
    "Row",
    "Typed",
    "begin",
    "current_draft",
    "device_of",
    "first_words",
    "forget",
    "forget_if_empty",
    "keep",
    "part_of_address",
    "read",
    "sent",
    "unsent",
]

COOKIE = "laporan"
WHICH = "isian"
"""Field of a form, or part of an address, that names one of the drafts."""

_KEY_LENGTH = 43
_FIRST_WORDS = 60
_FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
_DAY_SECONDS = 24 * 3600

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed so far.

    Attributes:
        fields: By step, then by field.
        people: By step, the people named there, in order.
        code: Of a report that was sent, until the reader has noted it.
    """

    fields: Mapping[str, Row] = field(default_factory=dict)
    people: Mapping[str, list[Row]] = field(default_factory=dict)
    code: str = ""

    def of(self, step: str) -> Row:
        """Return the fields of a step."""
        return self.fields.get(step, {})

    def named(self, step: str) -> list[Row]:
        """Return the people of a step."""
        return self.people.get(step, [])

    def with_fields(self, step: str, row: Row) -> "Typed":
        """Return a copy with other fields in a step."""
        return replace(self, fields={**self.fields, step: {**self.of(step), **row}})

    def with_people(self, step: str, rows: list[Row]) -> "Typed":
        """Return a copy with other people in a step."""
        return replace(self, people={**self.people, step: rows})


def device_of(request: HttpRequest) -> str:
    """Return the digest of the key of this device, empty if it has none."""
    key = request.COOKIES.get(COOKIE, "")
    return digest_of_key(key) if len(key) == _KEY_LENGTH else ""


def unsent(request: HttpRequest) -> list[ReportDraft]:
    """Return what this device has not handed in, chosen last first."""
    return list(unsent_drafts(device_of(request)))


def sent(request: HttpRequest) -> list[ReportDraft]:
    """Return what this device handed in and whose receipt it may still open."""
    return list(sent_drafts(device_of(request)).select_related("report"))


def current_draft(request: HttpRequest) -> ReportDraft | None:
    """Return the draft that is meant: the one named, else the one chosen last.

    A named draft that is not of this device is none at all; a form that names another
    one than was chosen last chooses it. Queries the database once otherwise.
    """
    held = list(drafts_of(device_of(request)).select_related("report"))
    named = _named(request)
    if not named:
        return held[0] if held else None
    draft = next((one for one in held if str(one.pk) == named), None)
    if draft is not None and request.method == "POST" and draft != held[0]:
        choose_draft(draft=draft)
    return draft


def _named(request: HttpRequest) -> str:
    is_form = request.content_type in _FORMS
    given = request.POST.get(WHICH, "") if is_form else ""
    return given or request.GET.get(WHICH, "")


def begin(
    request: HttpRequest,
    response: HttpResponse,
    at: datetime,
    typed: Typed | None = None,
) -> HttpResponse:
    """Open another draft on this device; return the response with its key.

    The draft begins with `typed`, if anything was told before it was opened.

    A device that holds no draft gets a fresh key, so that a key somebody noted on a
    shared phone opens nothing that is written later.

    Raises:
        TooManyDraftsError: the device has as many as it may have.
    """
    is_known = drafts_of(device_of(request)).exists()
    key = request.COOKIES[COOKIE] if is_known else new_key()
    draft = open_draft(at=at, device=digest_of_key(key))
    if typed is not None:
        keep(draft, typed, at)
    return _remember(request, response, key)


def first_words(draft: ReportDraft) -> str:
    """Return how the event begins, for the list on the device that wrote it."""
    told = read(draft)
    words = told.of("peristiwa").get("event", "").strip()
    if not words:
        words = told.of("peristiwa").get("account", "").strip()
    return Truncator(" ".join(words.split())).chars(_FIRST_WORDS)


def read(draft: ReportDraft) -> Typed:
    """Return what a draft holds."""
    if not draft.content:
        return Typed()
    held = cast("dict[str, object]", json.loads(draft.content))
    return Typed(
        fields=cast("Mapping[str, Row]", held.get("fields", {})),
        people=cast("Mapping[str, list[Row]]", held.get("people", {})),
        code=str(held.get("code", "")),
    )


def keep(draft: ReportDraft, typed: Typed, at: datetime) -> None:
    """Save what was typed.

    Raises:
        DraftHandedInError: it is a report already.
    """
    held = {"fields": typed.fields, "people": typed.people}
    save_draft(draft=draft, content=json.dumps(held), at=at)


def _remember(request: HttpRequest, response: HttpResponse, key: str) -> HttpResponse:
    """Let the device keep its key."""
    response.set_cookie(
        COOKIE,
        key,
        max_age=settings.DRAFT_DAYS * _DAY_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response


def forget(response: HttpResponse) -> HttpResponse:
    """Let the device forget its key."""
    response.delete_cookie(COOKIE, samesite="Lax")
    return response


def forget_if_empty(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let the device forget its key once nothing lies behind it."""
    is_empty = not drafts_of(device_of(request)).exists()
    return forget(response) if is_empty else response


def part_of_address(request: HttpRequest, draft: ReportDraft) -> str:
    """Return what a link adds to name the draft, where the device has several."""
    several = drafts_of(device_of(request)).count() > 1
    return f"?{WHICH}={draft.pk}" if several else ""

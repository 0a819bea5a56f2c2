"""The draft of a device: found by a signed cookie, kept sealed as JSON.

The cookie holds nothing but the id of the draft. What was typed is kept as it was
typed, right or wrong, so that no error costs the reader a word.
"""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from netra.records.reports.actions import save_draft
from netra.records.reports.models import ReportDraft

__all__ = [
    "COOKIE",
    "Row",
    "Typed",
    "current_draft",
    "forget",
    "keep",
    "read",
    "remember",
]

COOKIE = "laporan"
_SALT = "netra.web.portal.drafts"
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


def current_draft(request: HttpRequest) -> ReportDraft | None:
    """Return the draft of this device; queries the database once."""
    seconds = settings.DRAFT_DAYS * _DAY_SECONDS
    value = request.get_signed_cookie(COOKIE, "", salt=_SALT, max_age=seconds)
    try:
        draft_id = uuid.UUID(value)
    except (TypeError, ValueError):
        return None
    return ReportDraft.objects.select_related("report").filter(pk=draft_id).first()


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


def remember(
    request: HttpRequest, response: HttpResponse, draft: ReportDraft
) -> HttpResponse:
    """Let the device find the draft again."""
    response.set_signed_cookie(
        COOKIE,
        str(draft.pk),
        salt=_SALT,
        max_age=settings.DRAFT_DAYS * _DAY_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response


def forget(response: HttpResponse) -> HttpResponse:
    """Let the device forget the draft."""
    response.delete_cookie(COOKIE, samesite="Lax")
    return response

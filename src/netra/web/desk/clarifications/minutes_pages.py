"""The minutes as they are written: a form that works by itself, and its quick saving.

With a script the page sends what was changed every few seconds as JSON and keeps what
could not be sent, sealed with a key that only this page hands out. Without one the same
address takes the form as a whole.
"""

import hashlib
import hmac
import json
import uuid
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.domain.law import zone_of
from netra.records.clarifications import actions
from netra.records.clarifications.actions.writing import RowEdit, SavedRow
from netra.records.clarifications.models import Answer, Minutes
from netra.records.clarifications.queries import answers_of, prepared_questions
from netra.records.jobs import moment
from netra.records.law.queries import law
from netra.web.desk.case_access import REFUSED, Refusal, attempt
from netra.web.desk.clarifications.access import OpenHearing, open_hearing
from netra.web.desk.clarifications.acts import offered
from netra.web.routes import StaffRequest

_CONFLICT = 409
_BLANK_ROWS = 3
_KEY_LETTERS = 36
_MOST_ROWS = 500


class _UnreadableError(ValueError):
    """What was sent is no list of rows."""


def minutes(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the minutes, or save what was written."""
    opened = open_hearing(request, pk, Action.HEAR_PARTY)
    row = opened.minutes
    if row is None or not opened.row.is_under_way:
        return redirect("clarification", pk)
    if request.method != "POST":
        return _page(request, opened, row)
    if request.content_type == "application/json":
        return _save_quickly(request, opened, row)
    return _save_form(request, opened, row)


def _page(
    request: StaffRequest,
    opened: OpenHearing,
    row: Minutes,
    refusal: Refusal | None = None,
    typed: list[RowEdit] | None = None,
    status: int = 200,
) -> HttpResponse:
    case, kept = opened.row.case, list(answers_of(row))
    last = max((one.place for one in kept), default=0)
    context = {
        "case": case,
        "hearing": opened.row,
        "opened": opened,
        "minutes": row,
        "answers": kept,
        "blank": [(str(uuid.uuid4()), last + n) for n in range(1, _BLANK_ROWS + 1)],
        "typed": typed or [],
        "tab": str(uuid.uuid4()),
        "draft_key": _key_of(request, row),
        "lists": _lists(opened),
        "pause": row.breaks.filter(to_at__isnull=True).first(),
        "acts": offered(opened.row),
        "corrections": row.corrections.select_related("answer"),
        "saved_at": max((one.saved_at for one in kept), default=None),
        "refusal": refusal,
    }
    response = render(
        request, "desk/clarifications/minutes.html", context, status=status
    )
    response["Cache-Control"] = "private, no-store"
    return response


def _key_of(request: StaffRequest, row: Minutes) -> str:
    """Return the key of what this officer's browser keeps of these minutes."""
    officer = request.actor.account_id.encode()
    return hmac.new(bytes.fromhex(row.draft_key), officer, hashlib.sha256).hexdigest()


def _lists(opened: OpenHearing) -> list[tuple[str, tuple[str, ...]]]:
    titles = law().violations
    return [
        (titles[title].title if title in titles else title, lines)
        for title, lines in prepared_questions(opened.row.case, opened.row.capacity)
    ]


def _clock(opened: OpenHearing, at: datetime) -> str:
    return f"{at.astimezone(zone_of(opened.row.case.place_region)):%H.%M.%S}"


def _save_quickly(
    request: StaffRequest, opened: OpenHearing, row: Minutes
) -> HttpResponse:
    try:
        sent = json.loads(request.body)
        edits = [_edit(one) for one in sent["rows"][:_MOST_ROWS]]
        tab, order = _short(sent["tab"]), int(sent["order"])
    except (ValueError, KeyError, TypeError) as error:
        return JsonResponse({"message": str(error)}, status=400)
    at = moment.now()
    saved: list[SavedRow] = []
    refusal = attempt(
        lambda: saved.extend(
            actions.save_answers(
                minutes=row,
                rows=edits,
                tab=tab,
                order=order,
                actor=request.actor,
                at=at,
            )
        )
    )
    if refusal:
        return JsonResponse({"message": refusal.message}, status=REFUSED)
    told = {"saved_at": _clock(opened, at), "rows": [_told(one) for one in saved]}
    conflicts = any(one.other for one in saved)
    return JsonResponse(told, status=_CONFLICT if conflicts else 200)


def _short(text: object) -> str:
    if not isinstance(text, str) or not 0 < len(text) <= _KEY_LETTERS:
        raise _UnreadableError("a key has 1 to 36 letters")
    return text


def _edit(one: dict[str, Any]) -> RowEdit:
    return RowEdit(
        key=_short(one["key"]),
        place=max(0, int(one["place"])),
        question=str(one["question"]),
        answer=str(one["answer"]),
        version=int(one["version"]),
        is_removed=one.get("removed") is True,
    )


def _told(saved: SavedRow) -> dict[str, Any]:
    told: dict[str, Any] = {"key": saved.key, "version": saved.version}
    if saved.other:
        told["other"] = _text(saved.other)
    if saved.twin:
        told["twin"] = _text(saved.twin)
    return told


def _text(row: Answer) -> dict[str, Any]:
    return {
        "key": row.key,
        "version": row.version,
        "place": row.place,
        "question": row.question,
        "answer": row.answer,
        "removed": row.is_removed,
    }


def _save_form(
    request: StaffRequest, opened: OpenHearing, row: Minutes
) -> HttpResponse:
    try:
        edits = _sent_rows(request)
        tab = _short(request.POST.get("tab", ""))
    except ValueError:
        return HttpResponse(status=400)
    saved: list[SavedRow] = []
    refusal = attempt(
        lambda: saved.extend(
            actions.save_answers(
                minutes=row,
                rows=edits,
                tab=tab,
                order=1,
                actor=request.actor,
                at=moment.now(),
            )
        )
    )
    if refusal:
        status = refusal.status
        return _page(request, opened, row, refusal, typed=edits, status=status)
    if any(one.twin for one in saved):
        refusal = Refusal(
            message=_(
                "Layar lain mengubah jawaban yang sama. Kedua teks disimpan; pilih "
                "yang benar, lalu hapus yang lain."
            ),
            status=_CONFLICT,
            error=LookupError("two pages wrote at once"),
        )
        return _page(request, opened, row, refusal, status=_CONFLICT)
    messages.success(request, _("Tersimpan."))
    return redirect("clarification_minutes", opened.row.pk)


def _sent_rows(request: StaffRequest) -> list[RowEdit]:
    """Return the rows of the form but for those left blank.

    Raises:
        ValueError: a number is none.
    """
    sent = request.POST
    edits = []
    for key in sent.getlist("row")[:_MOST_ROWS]:
        edit = RowEdit(
            key=_short(key),
            place=max(0, int(sent.get(f"place-{key}", ""))),
            question=_lines(sent.get(f"question-{key}", "")),
            answer=_lines(sent.get(f"answer-{key}", "")),
            version=int(sent.get(f"version-{key}", "")),
            is_removed=f"remove-{key}" in sent,
        )
        if edit.version or edit.question.strip() or edit.answer.strip():
            edits.append(edit)
    return edits


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")

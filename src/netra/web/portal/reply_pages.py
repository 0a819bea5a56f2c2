"""The right of reply: who holds the code reads what is alleged and answers once.

The pages name nobody: neither who is reported, nor who reported, nor who saw it. The
code is never in an address; what it opened lives in the session for an hour.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST

from netra.records.evidence.errors import EvidenceError
from netra.records.jobs import moment
from netra.records.notices.actions import answer_by_code
from netra.records.notices.actions.replying import Answer, AnswerFile
from netra.records.notices.errors import (
    NoticeError,
    NoticeMovedError,
    RepliedAlreadyError,
    UnknownReplyCodeError,
)
from netra.records.notices.matters import local_day
from netra.records.notices.models import Reply, ReplyInvitation
from netra.records.notices.queries import invitation_by_code
from netra.web.limits import count_wrong_code, is_limited
from netra.web.portal.forms_files import END_MARK
from netra.web.portal.reply_forms import AnswerForm, ReplyCodeForm
from netra.web.portal.reply_words import alleged_in_general
from netra.web.portal.uploads import name_of, receive, was_cut_off
from netra.web.puzzles import (
    Purpose,
    PuzzleUnsolvedError,
    puzzle_for,
    require_solved,
)

__all__ = ["reply_answer", "reply_code", "reply_leave"]

_KEY = "reply"
_LASTS = timedelta(minutes=60)
_REFUSED, _CONFLICT, _TOO_OFTEN = 422, 409, 429
_private = cache_control(no_store=True, private=True)
OfInvitation = Callable[..., HttpResponse]


def _unlisted(response: HttpResponse) -> HttpResponse:
    """Keep a page out of search engines, and its address from the next page."""
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


@_private
def reply_code(request: HttpRequest) -> HttpResponse:
    """Ask for the code; open what it belongs to."""
    if request.method != "POST":
        return _code_page(request, ReplyCodeForm())
    form = ReplyCodeForm(request.POST)
    if is_limited(request, "reply"):
        form.add_error(
            None,
            _("Terlalu banyak percobaan dari sini. Coba lagi beberapa menit lagi."),
        )
        return _code_page(request, form, _TOO_OFTEN)
    if not form.is_valid():
        return _code_page(request, form, _REFUSED)
    try:
        require_solved(request, Purpose.CODE)
        row = invitation_by_code(form.cleaned_data["code"])
    except PuzzleUnsolvedError as error:
        form.add_error(None, error.reader_message)
        return _code_page(request, form, _REFUSED)
    except UnknownReplyCodeError as error:
        count_wrong_code(request)
        form.add_error("code", error.reader_message)
        return _code_page(request, form, _REFUSED)
    request.session[_KEY] = {"row": row.pk, "at": moment.now().isoformat()}
    return redirect("reply_answer")


def _code_page(
    request: HttpRequest, form: ReplyCodeForm, status: int = 200
) -> HttpResponse:
    shown = {"form": form, "puzzle": puzzle_for(request, Purpose.CODE)}
    return _unlisted(render(request, "portal/reply/code.html", shown, status=status))


def _opened_row(request: HttpRequest, at: datetime) -> ReplyInvitation | None:
    held = request.session.get(_KEY)
    if not isinstance(held, dict):
        return None
    if at - datetime.fromisoformat(held["at"]) > _LASTS:
        request.session.pop(_KEY, None)
        return None
    rows = ReplyInvitation.objects.filter(withdrawn_at__isnull=True, pk=held["row"])
    return rows.select_related("case__office", "respondent").first()


def _opened(view: OfInvitation) -> OfInvitation:
    """Pass on the invitation this visit has opened, or ask for the code."""

    @_private
    def passed(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        at = moment.now()
        row = _opened_row(request, at)
        if row is None:
            messages.info(request, _("Tulis kode pada lembar kode untuk menjawab."))
            return redirect("reply_code")
        return view(request, row, at, **kwargs)

    return passed


@_opened
def reply_answer(
    request: HttpRequest, row: ReplyInvitation, at: datetime
) -> HttpResponse:
    """Show what is alleged, and take the answer once."""
    if request.method != "POST":
        return _answer_page(request, row, at, AnswerForm())
    if was_cut_off(request):
        return render(request, "portal/report/cut_off.html", status=400)
    form = AnswerForm(request.POST)
    if is_limited(request, "upload"):
        form.add_error(
            None, _("Terlalu banyak kiriman dari sini. Coba lagi beberapa menit lagi.")
        )
        return _answer_page(request, row, at, form, _TOO_OFTEN)
    if not form.is_valid():
        return _answer_page(request, row, at, form, _REFUSED)
    files = _files(request, form, at)
    if form.errors:
        return _answer_page(request, row, at, form, _REFUSED)
    answer = Answer(text=form.cleaned_data["text"], files=files)
    try:
        answer_by_code(invitation=row, answer=answer, at=at)
    except (NoticeError, EvidenceError) as error:
        field = str(getattr(error, "field", "")) or None
        form.add_error(field if field in form.fields else None, error.reader_message)
        gone = isinstance(error, RepliedAlreadyError | NoticeMovedError)
        status = _CONFLICT if gone else _REFUSED
        return _answer_page(request, row, at, form, status)
    messages.success(request, _("Jawaban Anda sudah kami terima."))
    return redirect("reply_answer")


def _files(request: HttpRequest, form: AnswerForm, at: datetime) -> list[AnswerFile]:
    """Keep what was sent; a file that cannot be kept is said beside the field."""
    kept = []
    for file in request.FILES.getlist("uploads")[: settings.UPLOADS_PER_REPORT + 1]:
        name = name_of(file)
        try:
            kept.append(AnswerFile(blob=receive(file, at), name=name))
        except EvidenceError as error:
            said = {"name": name, "reason": error.reader_message}
            form.add_error("uploads", _("%(name)s: %(reason)s") % said)
    return kept


def _answer_page(
    request: HttpRequest,
    row: ReplyInvitation,
    at: datetime,
    form: AnswerForm,
    status: int = 200,
) -> HttpResponse:
    given = row.replies.filter(via=Reply.Via.WEB).first()
    shown = {
        "row": row,
        "case": row.case,
        "form": None if given else form,
        "given": given,
        "alleged": alleged_in_general(row),
        "is_late": local_day(row.case, at) > row.due_on,
        "upload_limit_mb": settings.UPLOAD_LIMIT_BYTES // 2**20,
        "file_limit": settings.UPLOADS_PER_REPORT,
        "end_mark": END_MARK,
    }
    page = render(request, "portal/reply/answer.html", shown, status=status)
    return _unlisted(page)


@require_POST
def reply_leave(request: HttpRequest) -> HttpResponse:
    """Close the page of the reply for this visit."""
    request.session.pop(_KEY, None)
    messages.success(request, _("Halaman hak jawab sudah ditutup di peramban ini."))
    return redirect("reply_code")

"""Giving information: one page, a code, and a mailbox. Nobody is known here.

Nothing of a source is kept between two requests but what is sealed; the page in front
of the source carries the rest.
"""

import hashlib
import hmac
import re
import secrets
from time import sleep

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from netra.domain import sealing
from netra.records.accounts.queries import PUBLIC
from netra.records.information import actions
from netra.records.information.errors import (
    GivenTwiceError,
    InformationError,
    UnknownMailboxError,
)
from netra.records.information.models import Information
from netra.records.information.queries import (
    answers_of,
    information_by_code,
    mailbox_of,
)
from netra.records.jobs import moment
from netra.web.anonymous import anonymous_files, anonymous_way
from netra.web.limits import count_wrong_code, is_limited
from netra.web.portal.information_box import shown_token, was_shown
from netra.web.portal.information_files import Arrived, arrived_files
from netra.web.portal.information_forms import CodeForm, GiveForm, ReplyForm
from netra.web.portal.information_words import standing_words
from netra.web.puzzles import (
    Purpose,
    PuzzleUnsolvedError,
    is_spent,
    puzzle_for,
    require_solved,
)

__all__ = ["information_box", "information_give", "information_reply"]

ONCE, CHECK, CODE, SHOWN = "sekali", "periksa", "code", "dibuka"
_TRIES, _PAUSE_S = 10, 0.3
_ONCE_BYTES = 16
_ONCE = re.compile(r"[0-9a-f]{32}")
_REFUSED = 422
_TOO_OFTEN = 429


@anonymous_files
def information_give(request: HttpRequest) -> HttpResponse:
    """Show the one page, check its files, or seal what was said and show the code."""
    if request.method != "POST":
        return _form_page(request, GiveForm())
    form = GiveForm(request.POST)
    arrived = arrived_files(request, Purpose.INFORMATION)
    if request.POST.get(CHECK):
        form.errors.clear()  # what is still empty is not asked for yet
    elif is_limited(request, "information"):
        form.add_error(None, _too_often())
        return _form_page(request, form, arrived, status=_TOO_OFTEN)
    for problem in arrived.problems:
        form.add_error(None, problem)
    if request.POST.get(CHECK) or not form.is_valid():
        return _form_page(request, form, arrived)
    return _give(request, form, arrived)


def _give(request: HttpRequest, form: GiveForm, arrived: Arrived) -> HttpResponse:
    once = _once_of(request)
    code = _code_from(once)
    try:
        require_solved(request, Purpose.INFORMATION)
        actions.give_information(
            content=form.content(),
            files=arrived.sent(discard=form.cleaned_data["discard"]),
            actor=PUBLIC,
            at=moment.now(),
            code=code,
        )
    except GivenTwiceError:
        return _sent(request, code, arrived, again=True)
    except PuzzleUnsolvedError as error:
        if is_spent(request, Purpose.INFORMATION) and _arrives(code):
            return _sent(request, code, arrived, again=True)
        form.add_error(None, error.reader_message)
    except InformationError as error:
        form.add_error(None, error.reader_message)
    if form.errors:
        return _form_page(request, form, arrived)
    actions.discard_held(tokens=arrived.used)
    return _sent(request, code, arrived, again=False)


def _once_of(request: HttpRequest) -> str:
    """Return the random number of the page that was sent, or a new one.

    Only our own form is taken: with a number that somebody typed or left out, two
    people could come to have one code.
    """
    told = request.POST.get(ONCE, "")
    return told if _ONCE.fullmatch(told) else secrets.token_hex(_ONCE_BYTES)


def _code_from(once: str) -> str:
    """Return the code of a page: sending one page twice shows one code twice.

    The random number stands in the page in front of the source and nowhere else; with
    the installation's secret it gives the sixteen digits.
    """
    key = f"netra information codes v1 {settings.IDENTITY_KEY}".encode()
    mixed = hmac.new(key, once.encode(), hashlib.sha256).digest()
    digits = int.from_bytes(mixed, "big") % 10**sealing.CODE_DIGITS
    return f"{digits:0{sealing.CODE_DIGITS}}"


def _arrives(code: str) -> bool:
    """Say whether this page was sent before; the first may still be on its way."""
    lookup = mailbox_of(code).lookup
    for _try in range(_TRIES):
        if Information.objects.filter(lookup=lookup).exists():
            return True
        sleep(_PAUSE_S)
    return False


def _too_often() -> str:
    return _(
        "Dari jaringan ini sudah banyak kiriman dalam satu jam. Tulisan Anda belum "
        "terkirim dan masih ada di halaman ini. Coba lagi nanti, atau dari jaringan "
        "lain."
    )


def _form_page(
    request: HttpRequest,
    form: GiveForm,
    arrived: Arrived | None = None,
    status: int = 200,
) -> HttpResponse:
    now = moment.now()
    if arrived is not None and form.errors and status == 200:
        status = _REFUSED
    once = _once_of(request)
    context = {
        "form": form,
        "held": arrived.held(now) if arrived else [],
        "problems": arrived.problems if arrived else (),
        "once": once,
        "puzzle": puzzle_for(request, Purpose.INFORMATION),
        "can_receive": len(form.fields["place_region"].choices) > 1,  # type: ignore[attr-defined] # a choice field
        "section": "information",
    }
    return render(request, "portal/information/form.html", context, status=status)


def _sent(
    request: HttpRequest, code: str, arrived: Arrived, *, again: bool
) -> HttpResponse:
    context = {
        "code": sealing.grouped(code),
        "again": again,
        "file_count": len(arrived.files),
        "section": "information",
    }
    return _unpacked(render(request, "portal/information/sent.html", context))


def _unpacked(response: HttpResponse) -> HttpResponse:
    """Send a page with a code uncompressed: its length must tell nothing about it."""
    response.headers["Content-Encoding"] = "identity"
    return response


@anonymous_way
def information_box(request: HttpRequest) -> HttpResponse:
    """Ask for the sixteen digits, or show what they lead to."""
    if request.method != "POST":
        return _code_page(request, CodeForm())
    form = CodeForm(request.POST)
    if is_limited(request, "information_code"):
        form.add_error(None, _too_often())
        return _code_page(request, form, status=_TOO_OFTEN)
    if not form.is_valid():
        return _code_page(request, form, status=_REFUSED)
    try:
        require_solved(request, Purpose.CODE)
        row, mailbox = information_by_code(form.cleaned_data["code"])
    except UnknownMailboxError as error:
        count_wrong_code(request)
        form.add_error("code", error.reader_message)
        return _code_page(request, form, status=_REFUSED)
    except PuzzleUnsolvedError as error:
        form.add_error(None, error.reader_message)
        return _code_page(request, form, status=_REFUSED)
    return _box_page(request, row, mailbox, form.cleaned_data["code"], ReplyForm())


def _code_page(request: HttpRequest, form: CodeForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "puzzle": puzzle_for(request, Purpose.CODE),
        "section": "information_box",
    }
    page = render(request, "portal/information/code.html", context, status=status)
    return _unpacked(page)


def _box_page(
    request: HttpRequest,
    row: Information,
    mailbox: sealing.Mailbox,
    code: str,
    form: ReplyForm,
    *,
    arrived: Arrived | None = None,
    was_sent: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = {
        "row": row,
        "standing": standing_words(row),
        "answers": answers_of(row, mailbox),
        "code": code,
        "shown": shown_token(code, moment.real_now()),
        "form": form,
        "held": arrived.held(moment.now()) if arrived else [],
        "was_sent": was_sent,
        "puzzle": _unasked(puzzle_for(request, Purpose.REPLY), form),
        "section": "information_box",
    }
    page = render(request, "portal/information/box.html", context, status=status)
    return _unpacked(page)


def _unasked(puzzle: dict[str, object], form: ReplyForm) -> dict[str, object]:
    """Leave the sum to readers without JavaScript until a form came back refused."""
    return puzzle if form.errors else {**puzzle, "shows_sum": False}


@anonymous_files
def information_reply(request: HttpRequest) -> HttpResponse:
    """Keep what a source adds, and show the mailbox again."""
    code = request.POST.get(CODE, "")
    if is_limited(request, "information_reply"):
        code_form = CodeForm(request.POST)
        code_form.add_error(None, _too_often())
        return _code_page(request, code_form, status=_TOO_OFTEN)
    if not was_shown(code, request.POST.get(SHOWN, ""), moment.real_now()):
        count_wrong_code(request)
        return _code_page(request, CodeForm(), status=_REFUSED)
    row, mailbox = information_by_code(code)
    form, arrived = ReplyForm(request.POST), arrived_files(request, Purpose.REPLY)
    for problem in arrived.problems:
        form.add_error(None, problem)
    if form.is_valid() and not request.POST.get(CHECK):
        _keep_reply(request, row, form, arrived)
        if form.is_valid():
            actions.discard_held(tokens=arrived.used)
            row.refresh_from_db()
            return _box_page(request, row, mailbox, code, ReplyForm(), was_sent=True)
    status = _REFUSED if form.errors else 200
    return _box_page(request, row, mailbox, code, form, arrived=arrived, status=status)


def _keep_reply(
    request: HttpRequest, row: Information, form: ReplyForm, arrived: Arrived
) -> None:
    """Keep a reply once; what hinders it stands in the form afterwards."""
    try:
        require_solved(request, Purpose.REPLY)
        actions.reply_from_source(
            information=row,
            text=form.cleaned_data["text"].strip(),
            files=arrived.sent(discard=form.cleaned_data["discard"]),
            at=moment.now(),
        )
    except PuzzleUnsolvedError as error:
        if not is_spent(request, Purpose.REPLY):  # else the button was pressed twice
            form.add_error(None, error.reader_message)
    except InformationError as error:
        form.add_error(None, error.reader_message)

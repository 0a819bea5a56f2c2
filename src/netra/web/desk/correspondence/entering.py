"""Entering letters, calls, visits and messages; answering and correcting them."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.domain.law import zone_of
from netra.records.correspondence import actions
from netra.records.correspondence.errors import MailTwiceError, NotAMessageError
from netra.records.correspondence.mail.limits import MAX_BYTES
from netra.records.correspondence.models import AgendaEntry
from netra.records.jobs import moment
from netra.web.desk.correspondence.access import (
    carried_out,
    keeping_offices,
    open_entry,
)
from netra.web.desk.correspondence.forms import EntryForm, MailForm
from netra.web.desk.correspondence.words import WAYS_IN, Shape, shape_of
from netra.web.desk.supervision.access import posted
from netra.web.routes import StaffRequest

__all__ = ["answer", "correct", "enter", "mail"]

_ONCE = "agenda_once"
_REMEMBERED = 20


def enter(request: StaffRequest, key: str) -> HttpResponse:
    """Enter a letter, call or visit."""
    shape = WAYS_IN.get(key)
    if shape is None:
        raise Http404
    about = request.GET.get("tentang", "")
    form = EntryForm(
        posted(request),
        shape=shape,
        offices=keeping_offices(request),
        actor=request.actor,
        now=moment.now(),
        initial={"about": about},
    )
    return _answered(
        request,
        form,
        lambda: _entered(request, form, shape),
        title=shape.title,
        hint=shape.hint,
    )


def _entered(request: StaffRequest, form: EntryForm, shape: Shape) -> AgendaEntry:
    told = form.cleaned_data
    given: dict[str, Any] = {
        "office": told["office"],
        "content": form.content(told["office"]),
        "actor": request.actor,
        "at": moment.now(),
    }
    if shape.key == "telepon":
        return actions.note_call(direction=form.direction_chosen, **given)
    if shape.key == "kunjungan":
        return actions.note_visit(direction=form.direction_chosen, **given)
    act = actions.enter_in if shape.key == "masuk" else actions.enter_out
    return act(kind=form.kind_chosen, **given)


def answer(request: StaffRequest, pk: int) -> HttpResponse:
    """Enter the answer to an entry."""
    entry = open_entry(request, pk, Action.KEEP_AGENDA)
    came_in = entry.direction == AgendaEntry.Direction.IN
    shape = WAYS_IN["keluar" if came_in else "masuk"]
    form = _form_on(request, entry, shape, {"counterpart": entry.counterpart})
    form.for_existing(keeps_seal=False)
    return _answered(
        request,
        form,
        lambda: actions.answer_entry(
            entry=entry,
            content=form.content(entry.office),
            kind=form.kind_chosen,
            actor=request.actor,
            at=moment.now(),
        ),
        title=_("Catat jawaban"),
        hint=_("Jawaban mencatat arah sebaliknya dan ikut perkara yang sama."),
        entry=entry,
    )


def correct(request: StaffRequest, pk: int) -> HttpResponse:
    """Enter a further entry in the place of one."""
    entry = open_entry(request, pk, Action.KEEP_AGENDA)
    told = {
        name: getattr(entry, name)
        for name in ("counterpart", "names_source", "subject", "letter_number")
    }
    local = entry.happened_at.astimezone(zone_of(entry.region))
    moments = {"happened_on": local.date(), "happened_time": local.time()}
    sealed = {} if entry.names_source else {"note": entry.note}
    known = {**told, **moments, **sealed, "letter_on": entry.letter_on}
    form = _form_on(request, entry, shape_of(entry), known)
    form.for_existing(keeps_seal=entry.names_source)
    form.fields.pop("kind", None)
    return _answered(
        request,
        form,
        lambda: actions.correct_entry(
            entry=entry,
            content=form.content(entry.office),
            actor=request.actor,
            at=moment.now(),
        ),
        title=_("Koreksi catatan agenda"),
        hint=_(
            "Catatan lama tidak diubah. Yang Anda simpan menjadi catatan baru dengan "
            "nomor baru yang menyebut nomor lama; pindaiannya ikut."
        ),
        entry=entry,
    )


def _form_on(
    request: StaffRequest, entry: AgendaEntry, shape: Shape, known: dict[str, Any]
) -> EntryForm:
    return EntryForm(
        posted(request),
        shape=shape,
        offices=[entry.office],
        actor=request.actor,
        now=moment.now(),
        initial=known,
    )


def _answered(
    request: StaffRequest,
    form: EntryForm,
    act: Callable[[], AgendaEntry],
    **context: Any,
) -> HttpResponse:
    """Show the form, or act once; what was typed stays after a refusal."""
    if form.is_bound and form.is_valid():
        done = _done_before(request, form.cleaned_data["once"])
        row = done or carried_out(form, act)
        if row is not None:
            _remember(request, form.cleaned_data["once"], row)
            messages.success(
                request,
                _("Tercatat dengan nomor agenda %(number)s.") % {"number": row.number},
            )
            return redirect("agenda_entry", row.pk)
    page = "desk/correspondence/entry_form.html"
    return render(request, page, {"form": form, **context}, status=form.status)


def _done_before(request: StaffRequest, once: str) -> AgendaEntry | None:
    """Return what this very form entered before: its button was pressed twice."""
    pk = request.session.get(_ONCE, {}).get(once) if once else None
    if pk is None:
        return None
    return AgendaEntry.objects.visible_to(request.actor).filter(pk=pk).first()


def _remember(request: StaffRequest, once: str, row: AgendaEntry) -> None:
    if once:
        known = {**request.session.get(_ONCE, {}), once: row.pk}
        request.session[_ONCE] = dict(list(known.items())[-_REMEMBERED:])


def mail(request: StaffRequest) -> HttpResponse:
    """Enter a message from its .eml file."""
    form = MailForm(
        posted(request),
        request.FILES if request.method == "POST" else None,
        offices=keeping_offices(request),
        actor=request.actor,
        initial={"about": request.GET.get("tentang", "")},
    )
    twice: list[int] = []
    if form.is_bound and form.is_valid():
        row = carried_out(form, lambda: _dropped(request, form, twice))
        if row is not None:
            said = _("Surel tercatat dengan nomor agenda %(number)s.")
            messages.success(request, said % {"number": row.number})
            return redirect("agenda_entry", row.pk)
    context = {
        "form": form,
        "twice": twice[0] if twice else None,
        "limit": min(MAX_BYTES, settings.UPLOAD_LIMIT_BYTES),
    }
    page = "desk/correspondence/mail_form.html"
    return render(request, page, context, status=form.status)


def _dropped(request: StaffRequest, form: MailForm, twice: list[int]) -> AgendaEntry:
    told = form.cleaned_data
    file = told["message"]
    if file.size > MAX_BYTES:
        raise NotAMessageError("too large", _("Surel ini terlalu besar."))
    try:
        return actions.drop_email(
            office=told["office"],
            content=file.read(),
            dropped=actions.Dropped(
                direction=AgendaEntry.Direction(told["direction"]),
                names_source=told["names_source"],
                subject=told["subject"],
                links=told["about"],
            ),
            actor=request.actor,
            at=moment.now(),
        )
    except MailTwiceError as error:
        twice.append(error.entry_id)
        raise

"""The page of information: closed at first; reading it is a recorded act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from netra.domain.access import Action, Actor
from netra.records.custody.opened import OpenedKey
from netra.records.evidence.cleaning.marks import Removed
from netra.records.evidence.cleaning.words import in_words
from netra.records.evidence.content import SHOWN_INLINE
from netra.records.information import actions
from netra.records.information.content import InformationContent
from netra.records.information.models import Information, InformationFile
from netra.records.information.queries import head_of, local_day_of, text_of
from netra.records.jobs import moment
from netra.records.regions.queries import name_of
from netra.web.desk.information_access import (
    acted,
    key_context,
    key_page,
    open_row,
    opened_for,
    unstored,
)
from netra.web.desk.information_forms import (
    EndForm,
    JoinForm,
    OriginalForm,
    PlainForm,
    WriteForm,
)
from netra.web.desk.supervision.access import MatterForm, may, today_of
from netra.web.desk.supervision.tracing_forms import HolderForm
from netra.web.routes import StaffRequest

__all__ = ["ShownFile", "information", "information_open", "show_information"]

_CAPITAL = "31"
_DONE = (Information.State.TRACED, Information.State.ENDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFile:
    """A derivative with what was taken from it, and its original if there is one.

    Attributes:
        is_inline: A browser shows this kind by itself.
        removed: What the original says besides, in words.
        message: Position of the message it came with, 0 with the first text.
    """

    derivative: InformationFile
    original: InformationFile | None
    name: str
    size_bytes: int
    is_inline: bool
    removed: tuple[str, ...]
    message: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMessage:
    """One message as an officer reads it."""

    on: date
    from_source: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What one recorded opening shows."""

    content: InformationContent
    place_name: str
    messages: tuple[ShownMessage, ...]
    files: tuple[ShownFile, ...]


def information(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Show what is known without opening anything."""
    return show_information(request, open_row(request, pk))


@require_POST
def information_open(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Read the content; the opening is entered with the reader's name."""
    row = open_row(request, pk, Action.OPEN_INFORMATION)
    opened = opened_for(request, row.office)
    if opened is None:
        return key_page(request, row.office, reverse("information", args=[row.pk]))
    form = PlainForm(request.POST)
    read = acted(form, lambda: _read(row, opened, request.actor))
    if read is None:
        return show_information(request, row, bound={"open": form})
    return show_information(request, row, read=read)


@transaction.atomic
def _read(row: Information, opened: OpenedKey, actor: Actor) -> Opened:
    """Open everything, or nothing: what does not open leaves no opening behind."""
    content = actions.open_information(
        information=row, opened=opened, actor=actor, at=moment.now()
    )
    return Opened(
        content=content,
        place_name=name_of(content.place_region) if content.place_region else "",
        messages=_messages(row, opened),
        files=_files(row, opened),
    )


def _messages(row: Information, opened: OpenedKey) -> tuple[ShownMessage, ...]:
    return tuple(
        ShownMessage(
            on=message.on,
            from_source=message.from_source,
            text=text_of(message, opened),
        )
        for message in row.messages.select_related("key")
    )


def _files(row: Information, opened: OpenedKey) -> tuple[ShownFile, ...]:
    rows = list(row.files.select_related("key", "message"))
    kinds = InformationFile.Kind
    originals = {file.pair: file for file in rows if file.kind == kinds.ORIGINAL}
    clean = [file for file in rows if file.kind == kinds.DERIVATIVE]
    return tuple(_shown_file(file, originals.get(file.pair), opened) for file in clean)


def _shown_file(
    file: InformationFile, original: InformationFile | None, opened: OpenedKey
) -> ShownFile:
    head = head_of(file, opened)
    known = {mark.value for mark in Removed}
    return ShownFile(
        derivative=file,
        original=original,
        name=head.name,
        size_bytes=head.size_bytes,
        is_inline=head.media_type in SHOWN_INLINE,
        removed=tuple(in_words(Removed(m)) for m in head.removed if m in known),
        message=file.message.position if file.message else 0,
    )


def show_information(
    request: StaffRequest,
    row: Information,
    *,
    read: Opened | None = None,
    bound: Mapping[str, MatterForm] | None = None,
) -> HttpResponse:
    """Render the page; after a refusal with what was typed.

    Args:
        request: Of somebody who sees the information.
        row: As it stands now.
        read: What a recorded opening shows; `None` keeps it closed.
        bound: Forms as they were sent, by the name under which the page knows them.
    """
    sent = dict(bound or {})
    here = reverse("information", args=[row.pk])
    context = {
        "row": row,
        "read": read,
        "days": (local_day_of(row.office, moment.now()) - row.received_on).days,
        "openings": row.openings.select_related("account").order_by("-at", "-pk"),
        "place": row.office.region or _CAPITAL,
        "together": _together(row),
        **key_context(request, row.office, opened_for(request, row.office), here),
        **_acting(request, row),
        **sent,
        "refused": [form for form in sent.values() if form.errors],
    }
    status = max((form.status for form in sent.values()), default=200)
    page = "desk/information/information.html"
    return unstored(render(request, page, context, status=status))


def _together(row: Information) -> Sequence[Information]:
    if row.group is None:
        return []
    return list(row.office.information.filter(group=row.group).exclude(pk=row.pk))


def _acting(request: StaffRequest, row: Information) -> dict[str, Any]:
    handles = may(request, Action.OPEN_INFORMATION, row.region)
    is_open = row.state not in _DONE
    traces = is_open and handles and may(request, Action.TRACE, row.region)
    join_form = JoinForm(office=row.office) if traces else None
    return {
        "may_handle": handles,
        "may_end": handles and is_open,
        "may_trace": traces,
        "write_form": WriteForm() if handles and row.has_mailbox else None,
        "end_form": EndForm(auto_id="akhir_%s") if handles and is_open else None,
        "original_form": OriginalForm(),
        "join_form": join_form
        if join_form and join_form.fields["tracing"].queryset.exists()  # type: ignore[attr-defined] # a model field
        else None,
        "assign_form": _assign_form(request, row),
    }


def _assign_form(request: StaffRequest, row: Information) -> HolderForm | None:
    if row.state == Information.State.ENDED:
        return None
    if not may(request, Action.ASSIGN_WORK, row.region):
        return None
    day = today_of(row.office.region or _CAPITAL, moment.now())
    return HolderForm(None, office=row.office, day=day, holder=row.assigned_to_id)

"""What is done on the page of information; every act answers with that page again."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.records.evidence.content import SHOWN_INLINE
from netra.records.information import actions
from netra.records.information.content import FileHead
from netra.records.information.models import Information, InformationFile
from netra.records.jobs import moment
from netra.web.desk.information_access import (
    acted,
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
from netra.web.desk.information_page import show_information
from netra.web.desk.supervision.access import MatterForm, today_of
from netra.web.desk.supervision.tracing_forms import HolderForm
from netra.web.routes import StaffRequest

__all__ = [
    "information_assign",
    "information_end",
    "information_file",
    "information_join",
    "information_original",
    "information_ungroup",
    "information_write",
]

_CAPITAL = "31"
_FILE_POLICY = "default-src 'none'; img-src 'self'; sandbox"


def _act(
    request: StaffRequest,
    row: Information,
    name: str,
    form: MatterForm,
    act: Callable[[], object],
    done: str,
) -> HttpResponse:
    """Do what a valid form asks for and go back to the information."""
    if form.is_valid() and acted(form, lambda: (act(),)) is not None:
        messages.success(request, done)
        return redirect("information", pk=row.pk)
    row.refresh_from_db()
    return show_information(request, row, bound={name: form})


@require_POST
def information_write(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Write to the source."""
    row, form = open_row(request, pk, Action.OPEN_INFORMATION), WriteForm(request.POST)
    return _act(
        request,
        row,
        "write_form",
        form,
        lambda: actions.post_to_source(
            information=row, **form.cleaned_data, actor=request.actor, at=moment.now()
        ),
        _("Pesan disegel ke kotak sumber."),
    )


@require_POST
def information_end(request: StaffRequest, pk: UUID) -> HttpResponse:
    """End it with a reason from the list and words for the source."""
    row = open_row(request, pk, Action.OPEN_INFORMATION)
    form = EndForm(request.POST, auto_id="akhir_%s")
    return _act(
        request,
        row,
        "end_form",
        form,
        lambda: actions.end_information(
            information=row,
            ended_as=Information.End(form.cleaned_data["ended_as"]),
            text=form.cleaned_data["text"],
            actor=request.actor,
            at=moment.now(),
        ),
        _("Informasi ini selesai."),
    )


@require_POST
def information_assign(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Give it to somebody of the office."""
    row, at = open_row(request, pk, Action.ASSIGN_WORK), moment.now()
    day = today_of(row.office.region or _CAPITAL, at)
    form = HolderForm(request.POST, office=row.office, day=day, holder=None)
    return _act(
        request,
        row,
        "assign_form",
        form,
        lambda: actions.assign_information(
            information=row, **form.cleaned_data, actor=request.actor, at=at
        ),
        _("Informasi sudah dibagikan."),
    )


@require_POST
def information_ungroup(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Take it out of its group."""
    row = open_row(request, pk, Action.OPEN_INFORMATION)
    return _act(
        request,
        row,
        "ungroup_form",
        PlainForm(request.POST),
        lambda: actions.ungroup_information(
            information=row, actor=request.actor, at=moment.now()
        ),
        _("Dikeluarkan dari kelompoknya."),
    )


@require_POST
def information_join(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Add the source to an open tracing."""
    row = open_row(request, pk, Action.OPEN_INFORMATION)
    form = JoinForm(request.POST, office=row.office)
    return _act(
        request,
        row,
        "join_form",
        form,
        lambda: actions.join_tracing(
            tracing=form.cleaned_data["tracing"],
            information=row,
            actor=request.actor,
            at=moment.now(),
        ),
        _("Ditambahkan ke penelusuran. Di sana hanya jumlah sumber yang bertambah."),
    )


def _file(request: StaffRequest, pk: UUID, kind: str) -> InformationFile:
    """Return a file of information the reader may open.

    Raises:
        Http404: it belongs to another office, or there is none.
        PermissionDenied: the reader sees it but may not open it.
    """
    seen = Information.objects.visible_to(request.actor).order_by().values("pk")
    files = InformationFile.objects.filter(information__in=seen, kind=kind)
    file = get_object_or_404(files.select_related("information__office", "key"), pk=pk)
    open_row(request, file.information_id, Action.OPEN_INFORMATION)
    return file


@require_POST
def information_file(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Hand out a derivative; the opening is entered."""
    file = _file(request, pk, InformationFile.Kind.DERIVATIVE)
    row, form = file.information, PlainForm(request.POST)
    opened = opened_for(request, row.office)
    if opened is None:
        return key_page(request, row.office, reverse("information", args=[row.pk]))
    found = acted(
        form,
        lambda: actions.open_derivative(
            file=file, opened=opened, actor=request.actor, at=moment.now()
        ),
    )
    if found is None:
        return show_information(request, row, bound={"file_form": form})
    return _handed_out(file, *found, inline=True)


@require_POST
def information_original(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Hand out an original for a reason that is entered; never shown in the page."""
    file = _file(request, pk, InformationFile.Kind.ORIGINAL)
    row, form = file.information, OriginalForm(request.POST)
    opened = opened_for(request, row.office)
    if opened is None:
        return key_page(request, row.office, reverse("information", args=[row.pk]))
    found = (
        acted(
            form,
            lambda: actions.open_original(
                file=file,
                reason=form.cleaned_data["reason"],
                opened=opened,
                actor=request.actor,
                at=moment.now(),
            ),
        )
        if form.is_valid()
        else None
    )
    if found is None:
        return show_information(request, row, bound={"original_form": form})
    return _handed_out(file, *found, inline=False)


def _handed_out(
    file: InformationFile, head: FileHead, data: bytes, *, inline: bool
) -> HttpResponse:
    """Answer with the bytes under a name that says nothing of a source."""
    ending = head.media_type.rpartition("/")[2].removeprefix("x-")
    shown = "inline" if inline and head.media_type in SHOWN_INLINE else "attachment"
    answer = HttpResponse(data, content_type=head.media_type)
    answer.headers["Content-Disposition"] = (
        f'{shown}; filename="informasi-{file.pk.hex[:8]}.{ending}"'
    )
    answer.headers["Content-Security-Policy"] = _FILE_POLICY
    return unstored(answer)

"""The page of an entry, and the small acts that are done from it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.records.correspondence import actions, queries
from netra.records.correspondence.content import Links
from netra.records.correspondence.models import AgendaEntry
from netra.records.evidence.errors import EvidenceError
from netra.records.jobs import moment
from netra.web.desk.case_trail import trail_of
from netra.web.desk.correspondence.access import carried_out, may, open_entry
from netra.web.desk.correspondence.forms import LinkForm, ReasonForm, ScansForm
from netra.web.desk.correspondence.words import kind_words
from netra.web.desk.supervision.access import MatterForm, posted
from netra.web.portal.uploads import Upload, name_of, receive, was_cut_off
from netra.web.routes import StaffRequest

__all__ = ["entry", "link", "reveal", "scans", "show_entry", "void"]


def entry(request: StaffRequest, pk: int) -> HttpResponse:
    """Show an entry."""
    return show_entry(request, open_entry(request, pk))


def show_entry(
    request: StaffRequest,
    row: AgendaEntry,
    *,
    scans_form: ScansForm | None = None,
    link_form: LinkForm | None = None,
    is_opened: bool = False,
) -> HttpResponse:
    """Render the page of an entry, with a form that was refused.

    Args:
        request: Who reads.
        row: The entry, with its links at hand.
        scans_form: With files that were refused.
        link_form: With a number that was refused.
        is_opened: Whether what is sealed is shown: its opening was just recorded.
    """
    may_keep = may(request, Action.KEEP_AGENDA, row.region)
    refused: MatterForm | None = scans_form or link_form
    context = {
        "entry": row,
        "kind": kind_words(row),
        "is_hidden": row.names_source and not is_opened,
        "is_opened": row.names_source and is_opened,
        "counterpart": row.sealed_counterpart if is_opened else "",
        "mail": getattr(row, "mail", None),
        "correction": getattr(row, "corrected_by", None),
        "scans": row.scans.select_related("blob"),
        "openings": row.openings.select_related("account"),
        "may_keep": may_keep,
        "may_open": may(request, Action.OPEN_IDENTITY, row.region),
        "scans_form": scans_form or (ScansForm() if may_keep else None),
        **_ties(request, row, link_form),
        "trail": trail_of([row.ledger_subject]),
    }
    page = "desk/correspondence/entry.html"
    return render(request, page, context, status=refused.status if refused else 200)


def _ties(
    request: StaffRequest, row: AgendaEntry, link_form: LinkForm | None
) -> dict[str, Any]:
    thread = queries.thread_of(row, request.actor)
    may_link = may(request, Action.KEEP_AGENDA, row.region) and row.is_standing
    return {
        "thread": [(one, kind_words(one)) for one in thread] if thread[1:] else [],
        "suggestions": queries.suggested_answers(row) if may_link else (),
        "same": queries.same_messages(row),
        "sees_case": row.case and may(request, Action.VIEW_CASE, row.case.region),
        "link_form": (link_form or LinkForm(actor=request.actor))
        if may_link and row.case is None
        else None,
    }


@require_POST
def link(request: StaffRequest, pk: int) -> HttpResponse:
    """Tie an entry to the matter of a number, or to what it answers."""
    row = open_entry(request, pk, Action.KEEP_AGENDA)
    form = LinkForm(request.POST, actor=request.actor)
    links = None
    if "menjawab" in request.POST:
        form.fields.clear()
        links = _answer_of(request, row)
    if form.is_valid():
        chosen = links or form.cleaned_data["about"]
        done = carried_out(
            form,
            lambda: actions.link_entry(
                entry=row, links=chosen, actor=request.actor, at=moment.now()
            ),
        )
        if done is not None:
            messages.success(request, _("Catatan ini ditautkan."))
            return redirect("agenda_entry", row.pk)
    return show_entry(request, row, link_form=form)


def _answer_of(request: StaffRequest, row: AgendaEntry) -> Links:
    """Return the entry that was suggested and chosen."""
    asked = request.POST.get("menjawab", "")
    found = queries.suggested_answers(row)
    pk = int(asked) if asked.isdecimal() else 0
    return Links(answers=get_object_or_404(found, pk=pk))


def void(request: StaffRequest, pk: int) -> HttpResponse:
    """Let an entry count no more, with the reason."""
    row = open_entry(request, pk, Action.KEEP_AGENDA)
    form = ReasonForm(posted(request))
    if form.is_bound and form.is_valid():
        done = carried_out(
            form,
            lambda: actions.void_entry(
                entry=row,
                reason=form.cleaned_data["reason"],
                actor=request.actor,
                at=moment.now(),
            ),
        )
        if done is not None:
            messages.success(request, _("Dibatalkan. Nomornya tetap terpakai."))
            return redirect("agenda_entry", row.pk)
    context = {"entry": row, "form": form}
    page = "desk/correspondence/void.html"
    return render(request, page, context, status=form.status)


def reveal(request: StaffRequest, pk: int) -> HttpResponse:
    """Open what an entry keeps under seal, for a reason that is recorded."""
    row = open_entry(request, pk, Action.OPEN_IDENTITY)
    form = ReasonForm(posted(request))
    if form.is_bound and form.is_valid():
        done = carried_out(
            form,
            lambda: actions.open_sealed(
                entry=row,
                reason=form.cleaned_data["reason"],
                actor=request.actor,
                at=moment.now(),
            ),
        )
        if done is not None:
            response = show_entry(request, row, is_opened=True)
            response["Cache-Control"] = "private, no-store"
            return response
    context = {"entry": row, "form": form}
    page = "desk/correspondence/reveal.html"
    return render(request, page, context, status=form.status)


@require_POST
def scans(request: StaffRequest, pk: int) -> HttpResponse:
    """Add files to an entry; what cannot be kept does not hold up the others."""
    row = open_entry(request, pk, Action.KEEP_AGENDA)
    form = ScansForm(request.POST, request.FILES)
    form.is_valid()
    sent = request.FILES.getlist("uploads")
    if was_cut_off(request):
        said = _("Kiriman terputus di tengah jalan. Unggah sekali lagi.")
        form.add_error("uploads", said)
    elif not sent:
        form.add_error("uploads", _("Pilih berkasnya dulu."))
    for file in () if form.errors else sent:
        _add(request, row, form, file)
    if form.errors:
        return show_entry(request, row, scans_form=form)
    messages.success(request, _("Berkas disimpan."))
    return redirect("agenda_entry", row.pk)


def _add(
    request: StaffRequest, row: AgendaEntry, form: ScansForm, file: Upload
) -> None:
    name, at, one = name_of(file), moment.now(), ScansForm({})
    try:
        blob = receive(file, at)
    except EvidenceError as error:
        _say(form, name, error.reader_message)
        return
    one.is_valid()
    done = carried_out(
        one,
        lambda: actions.add_scan(
            entry=row, blob=blob, name=name, actor=request.actor, at=at
        ),
    )
    if done is None:
        _say(form, name, str(one.non_field_errors()[0]))


def _say(form: ScansForm, name: str, reason: str) -> None:
    said = _("%(name)s: %(reason)s") % {"name": name, "reason": reason}
    form.add_error("uploads", said)

"""Witnesses, experts and others: naming, correcting, dropping, opening."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.records.cases.models import Case
from netra.records.jobs import moment
from netra.records.parties import actions
from netra.records.parties.errors import UnknownPartyError
from netra.records.parties.hearable import (
    Hearable,
    HearableKind,
    Identity,
    hearable,
    label_of,
)
from netra.records.parties.models import Party
from netra.records.reports.models import Witness
from netra.web.desk.case_access import (
    REFUSED,
    FormPage,
    answer_form,
    attempt,
    open_case,
    posted,
    put_beside,
)
from netra.web.desk.parties.forms import CorrectPartyForm, NewPartyForm, ReasonForm
from netra.web.routes import StaffRequest

ANCHOR = "saksi"


def field_of(error: Exception) -> str:
    """Return beside which field a refusal of these rooms stands."""
    return str(getattr(error, "field", ""))


def add(request: StaffRequest, pk: int) -> HttpResponse:
    """Name a witness, an expert or another person."""
    case = open_case(request, pk, Action.NAME_PARTY)
    form = NewPartyForm(posted(request), witnesses=_reported(case))
    page = FormPage(
        template="desk/parties/party.html",
        done=_("Dicatat. Identitasnya disegel dan dibuka satu per satu."),
        field_of=field_of,
        anchor=ANCHOR,
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: actions.name_party(
            case=case,
            content=form.content(_witness(form.cleaned_data["witness"])),
            actor=request.actor,
            at=moment.now(),
        ),
    )


def _reported(case: Case) -> list[Hearable]:
    """The witnesses of the reports that the office has not entered more about."""
    taken = set(
        case.parties.filter(dropped_at__isnull=True, witness__isnull=False).values_list(
            "witness_id", flat=True
        )
    )
    return [
        one
        for one in hearable(case)
        if one.kind is HearableKind.WITNESS
        and one.key.startswith("witness:")
        and int(one.key.partition(":")[2]) not in taken
    ]


def _witness(key: str) -> Witness | None:
    return Witness.objects.get(pk=int(key.partition(":")[2])) if key else None


def open_party_row(request: StaffRequest, pk: int) -> tuple[Case, Party]:
    """Return somebody of a case the reader handles.

    Raises:
        Http404: they belong to another region, were dropped, or there is nobody.
        PermissionDenied: the reader sees the case but names nobody in it.
    """
    visible = Case.objects.visible_to(request.actor).order_by()
    rows = Party.objects.filter(case__in=visible, dropped_at__isnull=True)
    party = get_object_or_404(rows, pk=pk)
    case = open_case(request, party.case_id, Action.NAME_PARTY)
    party.case = case
    return case, party


def correct(request: StaffRequest, pk: int) -> HttpResponse:
    """Change what is entered about somebody; what is sealed is not shown for it."""
    case, party = open_party_row(request, pk)
    form = CorrectPartyForm(posted(request), party=party)
    page = FormPage(
        template="desk/parties/correct.html",
        done=_("Perubahan disimpan. Yang lama tetap ada di jejak."),
        field_of=field_of,
        anchor=ANCHOR,
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: actions.correct_party(
            party=party, content=form.content(), actor=request.actor, at=moment.now()
        ),
        label=label_of(case, party.key),
    )


def drop(request: StaffRequest, pk: int) -> HttpResponse:
    """Take somebody out of the case, with a reason."""
    case, party = open_party_row(request, pk)
    form = ReasonForm(posted(request))
    page = FormPage(
        template="desk/parties/drop.html",
        done=_("Dikeluarkan dari perkara. Catatannya tetap di berkas."),
        field_of=field_of,
        anchor=ANCHOR,
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: actions.drop_party(
            party=party,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment.now(),
        ),
        label=label_of(case, party.key),
    )


def reveal(request: StaffRequest, pk: int, key: str) -> HttpResponse:
    """Show once who somebody is, for a reason that is recorded."""
    case = open_case(request, pk, Action.OPEN_IDENTITY)
    form = ReasonForm(posted(request))
    context = {"case": case, "form": form, "label": label_of(case, key)}
    opened: list[Identity] = []
    if form.is_bound and form.is_valid():
        reason = form.cleaned_data["reason"]
        refusal = attempt(
            lambda: opened.append(
                actions.open_party(
                    case=case,
                    key=key,
                    reason=reason,
                    actor=request.actor,
                    at=moment.now(),
                )
            )
        )
        if refusal is None:
            return _identity(request, {**context, "reason": reason}, opened[0])
        if isinstance(refusal.error, UnknownPartyError):
            raise Http404
        put_beside(form, refusal, field_of(refusal.error))
    status = REFUSED if form.is_bound else 200
    return render(request, "desk/parties/reveal.html", context, status=status)


def _identity(
    request: StaffRequest, context: dict[str, object], found: Identity
) -> HttpResponse:
    labels = (
        (_("Nama"), found.name),
        (_("Alamat"), found.address),
        (_("Telepon"), found.phone),
        (_("Surel"), found.email),
        (_("Pekerjaan atau jabatan"), found.occupation),
        (_("Tempat kerja"), found.workplace),
    )
    shown = {**context, "fields": [(name, value) for name, value in labels if value]}
    response = render(request, "desk/parties/identity.html", shown)
    response["Cache-Control"] = "no-store"
    return response

"""The keys of an office: who holds them, opening and closing one."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.records.access import NotAllowedError
from netra.records.accounts.models import Office, User
from netra.records.custody.models import KeyHolder, OfficeKey
from netra.records.custody.queries import holders_of, open_key
from netra.records.jobs import moment
from netra.records.ledger.models import LedgerEntry
from netra.web.desk import key_session
from netra.web.desk.information_access import acted, key_page, opened_for
from netra.web.desk.keys_forms import OpenForm, safe_way_back
from netra.web.desk.supervision.access import offices_where, serving, today_of
from netra.web.limits import is_limited
from netra.web.routes import StaffRequest

__all__ = [
    "NATION_PLACE",
    "keys",
    "keys_close",
    "keys_office",
    "keys_open",
    "may_receive",
    "own_office",
    "too_often",
]

NATION_PLACE = "31"
"""The national office counts its days in Jakarta."""
_WITHDRAWN = "office_key.withdrawn"
_LIMITED = 429


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyStanding:
    """How an office stands with its key.

    Attributes:
        key: Newest version, `None` while there is none.
        holders: How many people hold a copy.
        needs_change: Somebody's copy was withdrawn since the key was made.
    """

    key: OfficeKey | None
    holders: int
    needs_change: bool


def own_office(request: StaffRequest, pk: int) -> Office:
    """Return an office whose keys the reader keeps.

    Raises:
        Http404: there is none, or it is not the reader's.
    """
    for office in offices_where(request.actor, Action.KEEP_KEYS):
        if office.pk == pk:
            return office
    raise Http404


def may_receive(office: Office) -> QuerySet[User]:
    """Return who of an office could get a copy: a phrase is set, no copy held."""
    day = today_of(office.region or NATION_PLACE, moment.now())
    held = holders_of(office).order_by().values("holder__user")
    ready = KeyHolder.objects.exclude(user__in=held).values("user")
    return serving(office, day).filter(pk__in=ready)


def keys(request: StaffRequest) -> HttpResponse:
    """Show the keys of the reader's office; with several offices, choose one."""
    offices = offices_where(request.actor, Action.KEEP_KEYS)
    if not offices:
        raise PermissionDenied(NotAllowedError(Action.KEEP_KEYS).reader_message)
    if len(offices) == 1:
        return _shown(request, offices[0])
    return render(request, "desk/keys/offices.html", {"offices": offices})


def keys_office(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the key of one office."""
    return _shown(request, own_office(request, pk))


def _shown(request: StaffRequest, office: Office) -> HttpResponse:
    copies = list(holders_of(office).order_by("given_at", "pk"))
    mine = KeyHolder.objects.filter(user_id=int(request.actor.account_id)).first()
    opened = opened_for(request, office)
    context = {
        "office": office,
        "standing": _standing(office, len(copies)),
        "copies": copies,
        "my_phrase": mine,
        "holds_key": any(copy.holder_id == mine.pk for copy in copies)
        if mine
        else False,
        "could_receive": list(may_receive(office)),
        "opened": opened is not None,
        "closes_in": key_session.closes_in(request) if opened else None,
        "open_form": OpenForm(back=request.path),
        "place": office.region or NATION_PLACE,
        "queued": office.information.filter(state="queued").count(),
    }
    return render(request, "desk/keys/office.html", context)


def _standing(office: Office, holders: int) -> KeyStanding:
    key = OfficeKey.objects.filter(office=office).order_by("-version").first()
    withdrawn = key is not None and (
        LedgerEntry.objects.filter(subject=key.ledger_subject, kind=_WITHDRAWN).exists()
    )
    return KeyStanding(key=key, holders=holders, needs_change=withdrawn)


def too_often(request: StaffRequest) -> bool:
    """Count one attempt at a phrase or code, and say whether it is one too many."""
    return is_limited(request, "phrase", str(request.user.pk))


@require_POST
def keys_open(request: StaffRequest, pk: int) -> HttpResponse:
    """Open the key with the phrase, and go back to where it was needed."""
    office, form = own_office(request, pk), OpenForm(request.POST)
    if too_often(request):
        return limited(request, office)
    back = safe_way_back(request.POST.get("kembali", ""))
    opened = (
        acted(
            form,
            lambda: open_key(
                office=office,
                actor=request.actor,
                phrase=form.cleaned_data["kalimat"],
            ),
        )
        if form.is_valid()
        else None
    )
    if opened is None:
        return key_page(request, office, back, form)
    answer = redirect(back) if back else redirect("keys_office", pk=office.pk)
    key_session.remember(request, answer, opened)
    messages.success(request, _("Kunci terbuka selama lima belas menit."))
    return answer


def limited(request: StaffRequest, office: Office) -> HttpResponse:
    """Say that phrases were tried too often."""
    context = {"office": office}
    return render(request, "desk/keys/limited.html", context, status=_LIMITED)


@require_POST
def keys_close(request: StaffRequest) -> HttpResponse:
    """Close the key now."""
    answer = redirect("keys")
    key_session.forget(request, answer)
    messages.success(request, _("Kunci ditutup."))
    return answer

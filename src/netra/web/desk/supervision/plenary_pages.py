"""The plenary on a potential finding: who sits, who votes what, what is decided."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.domain.law import LawError
from netra.records.accounts.models import OfficeSetting, User
from netra.records.accounts.queries import members_of, setting_of
from netra.records.jobs import moment
from netra.records.law.errors import CalendarError
from netra.records.observations import actions
from netra.records.observations.errors import MovedError, QuorumUnsetError
from netra.records.observations.models import Finding, FindingPlenary, FindingVote
from netra.records.observations.queries import window_passed
from netra.web.desk.supervision.access import (
    MatterForm,
    carried_out,
    open_finding,
    posted,
    today_of,
)
from netra.web.desk.supervision.clocks import window_shown
from netra.web.desk.supervision.finding_forms import (
    CloseForm,
    ConveneForm,
    SeatsForm,
    VoteForm,
)
from netra.web.desk.supervision.finding_pages import plenary_of, sitting_of
from netra.web.desk.supervision.people import shown_people
from netra.web.routes import StaffRequest

__all__ = ["finding_close", "finding_convene", "finding_seats", "finding_vote"]


def finding_convene(request: StaffRequest, pk: int) -> HttpResponse:
    """Open the plenary with the members who are present."""
    row = open_finding(request, pk, Action.CONVENE_PLENARY)
    at = moment.now()
    quorum = setting_of(row.office, OfficeSetting.Key.PLENARY_QUORUM)
    seats = list(members_of(row.office, today_of(row.region, at)))
    form = ConveneForm(
        posted(request),
        members=[(s.user_id, _seat(s.user.name, s.post)) for s in seats],
        present=[],
    )
    if form.is_bound and form.is_valid():
        opened = carried_out(
            form,
            lambda: actions.convene_finding_plenary(
                finding=row,
                members=_chosen([seat.user for seat in seats], form),
                place=form.cleaned_data["place"],
                actor=request.actor,
                at=at,
            ),
        )
        if opened is not None:
            messages.success(
                request, _("Pleno dibuka. Anggota yang hadir dapat bersuara.")
            )
            return redirect("finding", pk=row.pk)
        row = open_finding(request, pk)
    context = {
        "quorum": quorum,
        "quorum_trouble": "" if quorum else QuorumUnsetError().reader_message,
    }
    return _page(request, row, "convene", form, **context)


def _seat(name: str, post: str) -> str:
    return f"{name}\n{post}" if post else name


def _chosen(members: Sequence[User], form: SeatsForm) -> list[User]:
    chosen = set(form.cleaned_data["members"])
    return [member for member in members if member.pk in chosen]


def _page(
    request: StaffRequest, row: Finding, name: str, form: MatterForm, **more: Any
) -> HttpResponse:
    context = {
        "finding": row,
        "form": form,
        "sitting": sitting_of(row),
        "window": window_shown(row),
        "people": shown_people(row.respondents.all()),
        **more,
    }
    page = f"desk/supervision/{name}.html"
    return render(request, page, context, status=form.status)


def _open_plenary(row: Finding) -> FindingPlenary:
    """Return the plenary that is open.

    Raises:
        MovedError: there is none, or it was closed.
    """
    plenary = plenary_of(row)
    if plenary is None or plenary.closed_at is not None:
        raise MovedError(row.number)
    plenary.finding = row
    return plenary


def finding_seats(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct who is present while the plenary is open."""
    row = open_finding(request, pk, Action.CONVENE_PLENARY)
    at, plenary = moment.now(), plenary_of(row)
    present = (
        list(plenary.attendance.values_list("member_id", flat=True)) if plenary else []
    )
    rows = {s.user_id: s.user for s in members_of(row.office, today_of(row.region, at))}
    rows |= {user.pk: user for user in User.objects.filter(pk__in=present)}
    form = SeatsForm(
        posted(request),
        members=[(pk, user.name) for pk, user in rows.items()],
        present=present,
    )
    if form.is_bound and form.is_valid():
        corrected = carried_out(
            form,
            lambda: actions.correct_finding_attendance(
                plenary=_open_plenary(row),
                members=_chosen(list(rows.values()), form),
                actor=request.actor,
                at=at,
            ),
        )
        if corrected is not None:
            messages.success(request, _("Daftar hadir diperbaiki."))
            return redirect("finding", pk=row.pk)
    return _page(request, row, "seats", form)


def finding_vote(request: StaffRequest, pk: int) -> HttpResponse:
    """Vote on a finding, or change one's vote while the plenary is open."""
    row = open_finding(request, pk, Action.VOTE)
    own = _own_vote(request, row)
    initial = (
        {"agrees": "ya" if own.agrees else "tidak", "reason": own.reason} if own else {}
    )
    form = VoteForm(posted(request), initial=initial)
    if form.is_bound and form.is_valid():
        cast = carried_out(
            form,
            lambda: actions.cast_finding_vote(
                plenary=_open_plenary(row),
                **form.cleaned_data,
                actor=request.actor,
                at=moment.now(),
            ),
        )
        if cast is not None:
            messages.success(request, _("Suara Anda dicatat beserta alasannya."))
            return redirect("finding", pk=row.pk)
    plenary = plenary_of(row)
    seats = plenary.attendance.all() if plenary else ()
    context = {
        "has_voted": own is not None,
        "is_member": any(str(s.member_id) == request.actor.account_id for s in seats),
        "votes": plenary.votes.select_related("member") if plenary and own else (),
    }
    return _page(request, row, "vote", form, **context)


def _own_vote(request: StaffRequest, row: Finding) -> FindingVote | None:
    plenary = plenary_of(row)
    if plenary is None:
        return None
    return plenary.votes.filter(member_id=int(request.actor.account_id)).first()


def finding_close(request: StaffRequest, pk: int) -> HttpResponse:
    """Close the plenary with the text of the decision."""
    row, at = open_finding(request, pk, Action.CLOSE_PLENARY), moment.now()
    form = CloseForm(posted(request), is_late=_is_late(row))
    if form.is_bound and form.is_valid():
        decided = carried_out(
            form,
            lambda: actions.close_finding_plenary(
                plenary=_open_plenary(row),
                decision_text=form.cleaned_data["decision_text"],
                late_reason=form.cleaned_data.get("late_reason", ""),
                actor=request.actor,
                at=at,
            ),
        )
        if decided is not None:
            messages.success(request, _decided(decided))
            return redirect("finding", pk=row.pk)
    plenary = plenary_of(row)
    votes = plenary.votes.select_related("member") if plenary else ()
    return _page(request, row, "close_finding", form, votes=votes)


def _is_late(row: Finding) -> bool:
    """Say whether a reason is needed; where nothing can be counted, it may be given."""
    try:
        return window_passed(row, moment.now())
    except (LawError, CalendarError):
        return True


def _decided(row: Finding) -> str:
    if row.state == Finding.State.SET:
        return _(
            "Pleno ditutup: ditetapkan sebagai temuan. Sekarang dapat diregistrasi."
        )
    return _("Pleno ditutup: tidak ditetapkan sebagai temuan.")

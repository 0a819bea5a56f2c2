"""The plenary: who is present, who votes what and why, what is decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.records.accounts.models import OfficeSetting, User
from netra.records.accounts.queries import members_of, setting_of
from netra.records.cases import actions, road
from netra.records.cases.conditions import newest_study, open_plenary
from netra.records.cases.errors import PlenaryClosedError, QuorumUnsetError
from netra.records.cases.models import Case, Plenary, Vote
from netra.records.cases.ties import bench_of
from netra.records.jobs import moment
from netra.web.desk import case_reading as reading
from netra.web.desk.ballot_forms import VoteForm, outcome_choices
from netra.web.desk.case_access import (
    CONFLICT,
    REFUSED,
    FormPage,
    Refusal,
    answer_form,
    attempt,
    back_to,
    open_case,
    posted,
    today_of,
)
from netra.web.desk.case_forms import (
    CloseForm,
    ConveneForm,
    SeatsForm,
)
from netra.web.desk.case_tallies import tallies_of
from netra.web.routes import StaffRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """The form of one respondent."""

    person: reading.ShownRespondent
    form: VoteForm


def convene(request: StaffRequest, pk: int) -> HttpResponse:
    """Open the plenary with the members who are present."""
    case = open_case(request, pk, Action.CONVENE_PLENARY)
    at = moment.now()
    quorum = setting_of(case.office, OfficeSetting.Key.PLENARY_QUORUM)
    bench = bench_of(case, today_of(case, at))
    free = {user.pk for user in bench.untied}
    rows = members_of(case.office, today_of(case, at))
    seats = [seat for seat in rows if seat.user_id in free]
    form = ConveneForm(
        posted(request),
        members=[(seat.user_id, _seat(seat.user.name, seat.post)) for seat in seats],
        quorum=int(quorum) if quorum else 0,
    )
    return answer_form(
        request,
        case,
        FormPage(
            template="desk/cases/convene.html",
            done=_("Pleno dibuka. Anggota yang hadir dapat bersuara."),
            anchor="pleno",
        ),
        form,
        lambda: actions.convene_plenary(
            case=case,
            members=_chosen([seat.user for seat in seats], form),
            place=form.cleaned_data["place"],
            actor=request.actor,
            at=at,
        ),
        quorum=quorum,
        quorum_trouble="" if quorum else QuorumUnsetError().reader_message,
        blockers=road.blockers_of(case),
        plenary=open_plenary(case),
        study=newest_study(case),
        bench=bench,
    )


def seats(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct who is present while the plenary is open."""
    case = open_case(request, pk, Action.CONVENE_PLENARY)
    at = moment.now()
    plenary = open_plenary(case)
    present = set(_present(plenary))
    rows = {user.pk: user for user in bench_of(case, today_of(case, at)).untied}
    rows |= {u.pk: u for u in User.objects.filter(pk__in=present)}
    form = SeatsForm(
        posted(request),
        members=[(pk, user.name) for pk, user in rows.items()],
        present=sorted(present),
    )
    page = FormPage(
        template="desk/cases/seats.html",
        done=_("Daftar hadir diperbaiki."),
        anchor="pleno",
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: _correct(request, plenary, _chosen(list(rows.values()), form)),
        plenary=plenary,
    )


def _present(plenary: Plenary | None) -> list[int]:
    if plenary is None:
        return []
    return list(plenary.attendance.values_list("member_id", flat=True))


def _correct(
    request: StaffRequest, plenary: Plenary | None, members: list[User]
) -> Plenary:
    if plenary is None:
        raise PlenaryClosedError
    return actions.correct_attendance(
        plenary=plenary, members=members, actor=request.actor, at=moment.now()
    )


def _seat(name: str, post: str) -> str:
    return f"{name}\n{post}" if post else name


def _chosen(members: Sequence[User], form: ConveneForm | SeatsForm) -> list[User]:
    chosen = set(form.cleaned_data["members"])
    return [member for member in members if member.pk in chosen]


def vote(request: StaffRequest, pk: int) -> HttpResponse:
    """Vote on every respondent, or change one's votes while the plenary is open."""
    case = open_case(request, pk, Action.VOTE)
    plenary = open_plenary(case)
    if plenary is None:
        return _no_plenary(request, case)
    ballots = _ballots(request, case, plenary)
    refusal = None
    if request.method == "POST" and all(b.form.is_valid() for b in ballots):
        refusal = attempt(lambda: _cast(request, plenary, ballots))
        if refusal is None:
            messages.success(request, _("Suara Anda dicatat beserta alasannya."))
            return back_to(case, "pleno")
    wrong = request.method == "POST" and refusal is None
    status = refusal.status if refusal else REFUSED if wrong else 200
    context = _voting(request, case, plenary)
    context |= {"ballots": ballots, "refusal": refusal}
    return render(request, "desk/cases/vote.html", context, status=status)


def _no_plenary(request: StaffRequest, case: Case) -> HttpResponse:
    """Say that no plenary is open; what was typed is shown to be kept."""
    refusal = None
    if request.method == "POST":
        refusal = Refusal(
            message=_(
                "Pleno sudah ditutup atau belum dibuka. Suara ini tidak dicatat; yang "
                "Anda tulis masih ada di halaman ini. Muat ulang perkara untuk melihat "
                "keadaannya."
            ),
            status=CONFLICT,
            error=LookupError("no open plenary"),
        )
    choices = outcome_choices(road.procedure_of(case))
    people = reading.respondents_of(case, masked=False)
    ballots = [_ballot(request, person, choices, None) for person in people]
    context = {"case": case, "ballots": ballots if refusal else [], "refusal": refusal}
    status = refusal.status if refusal else 200
    return render(request, "desk/cases/vote.html", context, status=status)


def _cast(request: StaffRequest, plenary: Plenary, ballots: list[Ballot]) -> None:
    """Cast every vote, or none."""
    at = moment.now()
    people = {row.pk: row for row in plenary.case.respondents}
    with transaction.atomic():
        for ballot in ballots:
            actions.cast_vote(
                plenary=plenary,
                respondent=people[ballot.person.pk],
                outcome=ballot.form.cleaned_data["outcome"],
                also=ballot.form.cleaned_data["also"],
                reason=ballot.form.cleaned_data["reason"],
                actor=request.actor,
                at=at,
            )


def _ballots(request: StaffRequest, case: Case, plenary: Plenary) -> list[Ballot]:
    choices = outcome_choices(road.procedure_of(case))
    own = {row.respondent_id: row for row in _own_votes(request, plenary)}
    return [
        _ballot(request, person, choices, own.get(person.pk))
        for person in reading.respondents_of(case, masked=False)
    ]


def _ballot(
    request: StaffRequest,
    person: reading.ShownRespondent,
    choices: list[tuple[str, str]],
    cast: Vote | None,
) -> Ballot:
    kept = ("outcome", "also", "reason")
    initial = {name: getattr(cast, name) for name in kept} if cast else None
    form = VoteForm(
        posted(request), choices=choices, prefix=f"r{person.pk}", initial=initial
    )
    return Ballot(person=person, form=form)


def _own_votes(request: StaffRequest, plenary: Plenary) -> list[Vote]:
    account = int(request.actor.account_id)
    return [row for row in plenary.votes.all() if row.member_id == account]


def _voting(request: StaffRequest, case: Case, plenary: Plenary) -> dict[str, Any]:
    """Return what a member may see: others' votes only after voting on everybody."""
    account = int(request.actor.account_id)
    seats = list(plenary.attendance.select_related("member"))
    people = list(case.respondents)
    cast = _own_votes(request, plenary)
    has_voted = bool(people) and len(cast) == len(people)
    voted = {row.member_id for row in plenary.votes.all()}
    return {
        "case": case,
        "plenary": plenary,
        "is_member": any(seat.member_id == account for seat in seats),
        "has_voted": has_voted,
        "waiting": [s.member.name for s in seats if s.member_id not in voted],
        "tallies": tallies_of(case, plenary, people) if has_voted else [],
        "study": plenary.study,
    }


def close(request: StaffRequest, pk: int) -> HttpResponse:
    """Close the plenary with the text of the decision."""
    case = open_case(request, pk, Action.CLOSE_PLENARY)
    form = CloseForm(posted(request))
    plenary = open_plenary(case)
    people = list(case.respondents)
    blockers = road.blockers_of(case) if plenary else ()
    ready = plenary is not None and not blockers
    return answer_form(
        request,
        case,
        FormPage(
            template="desk/cases/close.html",
            done=_("Pleno ditutup. Hasil setiap terlapor sudah ditetapkan."),
            anchor="pleno",
        ),
        form,
        lambda: actions.close_plenary(
            case=case,
            decision_text=form.cleaned_data["decision_text"],
            actor=request.actor,
            at=moment.now(),
        ),
        plenary=plenary,
        blockers=blockers,
        tallies=tallies_of(case, plenary, people) if ready and plenary else [],
    )

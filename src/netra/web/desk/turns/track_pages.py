"""The criminal track and the supervisors' own hearing."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.records.accounts.models import User
from netra.records.accounts.queries import members_of
from netra.records.cases.models import Case
from netra.records.jobs import moment
from netra.records.turns import actions
from netra.records.turns.errors import HearingStateError
from netra.records.turns.models import Hearing, HearingSession, TrackEvent
from netra.records.turns.queries import hearing_of, next_keys
from netra.web.desk.case_access import open_case, posted, today_of
from netra.web.desk.turns.answering import Act, answer, refused
from netra.web.desk.turns.forms import (
    HearingDecisionForm,
    MoveForm,
    SessionForm,
    SessionNoteForm,
    TrackForm,
)
from netra.web.routes import StaffRequest


def note_event(request: StaffRequest, pk: int) -> HttpResponse:
    """Note what police, prosecutor or court did."""
    case = open_case(request, pk, Action.FOLLOW_TRACK)
    keys = next_keys(case)
    form = TrackForm(posted(request), case, keys=keys)
    page = Act(
        title=_("Catat peristiwa jalur pidana"),
        button=_("Catat peristiwa"),
        done=_("Peristiwa dicatat; tenggatnya dihitung dari saat terjadinya."),
        notes=(
            _("Jalur pidana berjalan sendiri di samping penanganan netralitas."),
            *(() if keys else (_("Tidak ada peristiwa lagi yang dapat menyusul."),)),
        ),
    )
    return answer(
        request,
        case,
        page,
        form,
        lambda: actions.note_track_event(
            case=case,
            key=TrackEvent.Key(form.cleaned_data["key"]),
            happened_at=form.cleaned_data["happened_at"],
            note=form.cleaned_data["note"],
            actor=request.actor,
            at=moment.now(),
        ),
    )


def strike_event(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Strike out the newest event, noted by mistake."""
    case = open_case(request, pk, Action.FOLLOW_TRACK)
    row = get_object_or_404(TrackEvent, case=case, pk=key)
    form = MoveForm(posted(request))
    page = Act(
        title=_("Coret catatan yang keliru"),
        button=_("Coret catatan"),
        done=_("Catatan dicoret; alasannya tetap terbaca."),
        notes=(str(TrackEvent.Key(row.key).label),),
    )
    return answer(
        request,
        case,
        page,
        form,
        lambda: actions.strike_track_event(
            event=row,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment.now(),
        ),
    )


@require_POST
def open_hearing(request: StaffRequest, pk: int) -> HttpResponse:
    """Open the hearing of an administrative violation in a Pemilu."""
    case = open_case(request, pk, Action.HOLD_HEARING)
    return refused(
        request,
        case,
        lambda: actions.open_hearing(case=case, actor=request.actor, at=moment.now()),
        _("Sidang dibuka. Jadwalkan sidangnya."),
    )


def _hearing(case: Case) -> Hearing:
    """Return the hearing of a case.

    Raises:
        HearingStateError: none is open.
    """
    found = hearing_of(case)
    if found is None:
        raise HearingStateError("open")
    return found


def plan_session(request: StaffRequest, pk: int) -> HttpResponse:
    """Set when and where the hearing meets."""
    case = open_case(request, pk, Action.HOLD_HEARING)
    form = SessionForm(posted(request), case)
    page = Act(
        title=_("Jadwalkan sidang"),
        button=_("Simpan jadwal"),
        done=_("Jadwal sidang disimpan."),
    )
    return answer(
        request,
        case,
        page,
        form,
        lambda: actions.plan_session(
            hearing=_hearing(case),
            **form.cleaned_data,
            actor=request.actor,
            at=moment.now(),
        ),
    )


def note_session(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Record who came to a session and what was done."""
    case = open_case(request, pk, Action.HOLD_HEARING)
    row = get_object_or_404(HearingSession, hearing__case=case, pk=key)
    form = SessionNoteForm(posted(request), case)
    page = Act(
        title=_("Catat jalannya sidang"),
        button=_("Simpan catatan sidang"),
        done=_("Catatan sidang disimpan."),
        notes=(row.place,),
    )
    return answer(
        request,
        case,
        page,
        form,
        lambda: actions.note_session(
            session=row, **form.cleaned_data, actor=request.actor, at=moment.now()
        ),
    )


def decide_hearing(request: StaffRequest, pk: int) -> HttpResponse:
    """Record what the members decided after the sessions."""
    case = open_case(request, pk, Action.CLOSE_PLENARY)
    at = moment.now()
    seats = members_of(case.office, today_of(case, at))
    members: dict[str, User] = {str(seat.user_id): seat.user for seat in seats}
    form = HearingDecisionForm(
        posted(request), members=[(pk_, user.name) for pk_, user in members.items()]
    )
    page = Act(
        title=_("Putus sidang"),
        button=_("Simpan putusan sidang"),
        done=_("Putusan sidang disimpan. Perkara dapat dilanjutkan tanpa surat."),
        notes=(
            _(
                "Berapa anggota yang harus memutus tidak diketahui dari aturan yang "
                "dibaca; yang memutus dicatat."
            ),
        ),
    )
    return answer(
        request,
        case,
        page,
        form,
        lambda: actions.decide_hearing(
            hearing=_hearing(case),
            decision_text=form.cleaned_data["decision_text"],
            members=[members[pk_] for pk_ in form.cleaned_data["members"]],
            actor=request.actor,
            at=at,
        ),
    )

"""One letter: to whom and why, its stations, its answers, its packs."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.domain.law import StepKind
from netra.records.cases import road
from netra.records.evidence.models import Blob
from netra.records.jobs import moment
from netra.records.law.queries import law
from netra.records.referrals import actions
from netra.records.referrals.content import AnswerContent, HopContent
from netra.records.referrals.models import Answer, Hop, Referral
from netra.web.desk.case_access import back_to, open_case, posted
from netra.web.desk.packs.access import (
    ActForm,
    carried_out,
    may,
    open_referral,
    ready,
)
from netra.web.desk.packs.forms import AnswerForm, EndForm, HopForm
from netra.web.desk.packs.words import PARTS, STATES, TONES
from netra.web.desk.referral_pages import body_names
from netra.web.portal.uploads import receive
from netra.web.routes import StaffRequest

__all__ = ["follow_up_end", "referral", "referral_answer", "referral_hop"]


def referral(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a letter."""
    row = open_referral(request, pk)
    makes = may(request, Action.MAKE_PACK, row.region)
    opens = may(request, Action.OPEN_IDENTITY, row.region)
    packs = row.packs.select_related("body", "asked_by")
    shown = packs if opens else packs.filter(part="open")
    context = {
        "referral": row,
        "copies": body_names(row.copies),
        "respondents": row.respondents.all(),
        "hops": row.hops.select_related("recorded_by"),
        "acknowledged": row.hops.filter(kind=Hop.Kind.ACKNOWLEDGED.value).exists(),
        "answers": [(answer, _level(answer)) for answer in row.answers.all()],
        "packs": [pack_line(pack) for pack in shown] if makes else [],
        "needs": row.needs.select_related("body", "recorded_by", "approved_by"),
        "may_record": may(request, Action.RECORD_HOP, row.region),
        "may_pack": makes,
        "sees_needs": makes or opens,
    }
    return render(request, "desk/packs/letter.html", context)


def _level(answer: Answer) -> str:
    known = law().sanctions.get(answer.level)
    return known.title if known else ""


def pack_line(pack: Any) -> dict[str, Any]:
    """Return a pack with its words, for a list."""
    return {
        "pack": pack,
        "part": PARTS[pack.part],
        "state": STATES[pack.state],
        "tone": TONES[pack.state],
    }


def _page(
    request: StaffRequest, row: Referral, name: str, form: ActForm
) -> HttpResponse:
    context = {"referral": row, "form": form}
    return render(request, f"desk/packs/{name}.html", context, status=form.status)


def _answered(
    request: StaffRequest,
    row: Referral,
    form: ActForm,
    act: Callable[[], object],
    *,
    page: str,
    done: str,
) -> HttpResponse:
    if ready(form) and carried_out(form, act) is not None:
        messages.success(request, done)
        return redirect("referral", pk=row.pk)
    return _page(request, row, page, form)


def _proof(form: ActForm, at: datetime) -> Blob | None:
    """Take the file of a form into the store, if one was sent.

    Raises:
        EvidenceError: empty, too large, or of a kind that is not taken.
    """
    file = form.cleaned_data["proof"]
    return receive(file, at) if file else None


def referral_hop(request: StaffRequest, pk: int) -> HttpResponse:
    """Record one station of a letter."""
    row, at = open_referral(request, pk, Action.RECORD_HOP), moment.now()
    form = HopForm(posted(request), request.FILES or None)

    def record() -> object:
        told = form.cleaned_data
        content = HopContent(
            kind=Hop.Kind(told["kind"]),
            happened_at=form.moment(row),
            body=told["body"],
            channel=told["channel"],
            number=told["number"],
            note=told["note"],
            proof=_proof(form, at),
        )
        return actions.record_hop(
            referral=row, content=content, actor=request.actor, at=at
        )

    done = _("Perjalanan surat dicatat.")
    return _answered(request, row, form, record, page="hop", done=done)


def referral_answer(request: StaffRequest, pk: int) -> HttpResponse:
    """Record what a body answered."""
    row, at = open_referral(request, pk, Action.RECORD_HOP), moment.now()
    form = AnswerForm(posted(request), request.FILES or None)

    def record() -> object:
        told = form.cleaned_data
        content = AnswerContent(
            kind=Answer.Kind(told["kind"]),
            body=told["body"],
            text=told["text"],
            answered_on=told["answered_on"],
            number=told["number"],
            level=told["level"],
            proof=_proof(form, at),
        )
        return actions.record_answer(
            referral=row, content=content, actor=request.actor, at=at
        )

    done = _("Jawaban lembaga dicatat.")
    return _answered(request, row, form, record, page="answer", done=done)


def follow_up_end(request: StaffRequest, pk: int) -> HttpResponse:
    """End watching a case."""
    case = open_case(request, pk, Action.RECORD_HOP)
    form = EndForm(posted(request))
    if ready(form):
        ended = carried_out(
            form,
            lambda: actions.end_follow_up(
                case=case,
                reason=form.cleaned_data["reason"],
                actor=request.actor,
                at=moment.now(),
            ),
        )
        if ended is not None:
            messages.success(request, _("Pemantauan diakhiri."))
            return back_to(case, "tindak-lanjut")
        case.refresh_from_db()
    step = road.step_of(case)
    letters = case.referrals.filter(superseded=False).prefetch_related("answers")
    context = {
        "case": case,
        "form": form,
        "waits": step is not None and step.kind is StepKind.FOLLOW_UP,
        "letters": letters,
    }
    return render(request, "desk/packs/end.html", context, status=form.status)

"""Giving the right of reply, and taking in what was answered."""

from datetime import datetime

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from netra.domain.access import Action
from netra.records.evidence.content import SHOWN_INLINE
from netra.records.evidence.errors import EvidenceError
from netra.records.evidence.store import verified_path
from netra.records.jobs import moment
from netra.records.notices import actions
from netra.records.notices.actions.replying import Answer, AnswerFile, custom_days
from netra.records.notices.errors import NoticeError
from netra.records.notices.models import Reply, ReplyFile, ReplyInvitation
from netra.web.desk.case_access import (
    REFUSED,
    FormPage,
    answer_form,
    attempt,
    back_to,
    open_case,
    posted,
    put_beside,
)
from netra.web.desk.case_page import show_case
from netra.web.desk.notices.forms import InviteForm, RecordReplyForm
from netra.web.portal.uploads import name_of, receive, was_cut_off
from netra.web.routes import StaffRequest

ANCHOR = "pemberitahuan"


def invite(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a respondent the right of reply; the code is shown this once."""
    case = open_case(request, pk, Action.SEND_NOTICE)
    form = InviteForm(
        posted(request), people=case.respondents, custom_days=custom_days(case)
    )
    status, made = 200, None
    if form.is_bound:
        status = REFUSED
    if form.is_bound and form.is_valid():
        found: list[tuple[ReplyInvitation, str]] = []
        refusal = attempt(
            lambda: found.append(
                actions.invite_reply(
                    case=case,
                    **form.cleaned_data,
                    actor=request.actor,
                    at=moment.now(),
                )
            )
        )
        if refusal is None:
            status, made = 200, found[0]
        else:
            status = refusal.status
            put_beside(form, refusal, str(getattr(refusal.error, "field", "")))
    shown = {"case": case, "form": form, "made": made}
    page = render(request, "desk/notices/invite.html", shown, status=status)
    page["Cache-Control"] = "private, no-store"
    return page


@require_POST
def withdraw(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """End an invitation; its code opens nothing any more."""
    case = open_case(request, pk, Action.SEND_NOTICE)
    row = get_object_or_404(ReplyInvitation, pk=key, case=case)
    refusal = attempt(
        lambda: actions.withdraw_reply_invitation(
            invitation=row, actor=request.actor, at=moment.now()
        )
    )
    if refusal:
        return show_case(request, case, refusal)
    messages.success(request, _("Undangan hak jawab dicabut; kodenya tidak berlaku."))
    return back_to(case, ANCHOR)


def record(request: StaffRequest, pk: int) -> HttpResponse:
    """Record an answer that came to the office in writing."""
    case, at = open_case(request, pk, Action.RECEIVE_ITEM), moment.now()
    form = RecordReplyForm(
        posted(request),
        request.FILES or None,
        place=case.place_region,
        now=at,
        people=case.respondents,
    )
    files = _files(request, form, at) if form.is_bound else []
    page = FormPage(
        template="desk/notices/record.html",
        done=_("Jawaban terlapor dicatat."),
        field_of=lambda error: str(getattr(error, "field", "")),
        anchor=ANCHOR,
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: actions.record_reply(
            case=case,
            respondent=form.cleaned_data["respondent"],
            via=Reply.Via(form.cleaned_data["via"]),
            answer=Answer(text=form.cleaned_data["text"], files=files),
            received_at=form.cleaned_data["moment"],
            actor=request.actor,
            at=at,
        ),
    )


def _files(
    request: StaffRequest, form: RecordReplyForm, at: datetime
) -> list[AnswerFile]:
    if was_cut_off(request):
        form.add_error("uploads", _("Kiriman terputus. Unggah sekali lagi."))
        return []
    kept = []
    for file in request.FILES.getlist("uploads"):
        name = name_of(file)
        try:
            kept.append(AnswerFile(blob=receive(file, at), name=name))
        except (EvidenceError, NoticeError) as error:
            said = {"name": name, "reason": error.reader_message}
            form.add_error("uploads", _("%(name)s: %(reason)s") % said)
    return kept


@require_safe
def file(request: StaffRequest, pk: int, key: int) -> HttpResponseBase:
    """Hand out a file that came with an answer, as it was received."""
    case = open_case(request, pk, Action.VIEW_EXHIBIT)
    found = get_object_or_404(
        ReplyFile.objects.select_related("blob"), pk=key, reply__case=case
    )
    try:
        path = verified_path(found.blob_id)
    except EvidenceError as error:
        raise Http404 from error
    ending = found.blob.media_type.rpartition("/")[2].removeprefix("x-")
    response = FileResponse(
        path.open("rb"),
        content_type=found.blob.media_type,
        as_attachment=found.blob.media_type not in SHOWN_INLINE,
        filename=f"jawaban-{found.pk}.{ending}",
    )
    response["Cache-Control"] = "private, no-store"
    return response

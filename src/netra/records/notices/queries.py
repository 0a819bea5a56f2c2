"""Reading notices, replies and clearances."""

from datetime import datetime

from django.db.models import Q, QuerySet

from netra.records.cases.models import Case
from netra.records.notices.codes import digest_of
from netra.records.notices.errors import UnknownReplyCodeError
from netra.records.notices.matters import Matter, report_of
from netra.records.notices.models import (
    Clearance,
    Notice,
    Reply,
    ReplyInvitation,
)
from netra.records.reports.models import Report, Respondent
from netra.records.turns.models import Move

_Event = Notice.Event


def notices_of(matter: Matter) -> QuerySet[Notice]:
    """Return the notices of a matter, newest first; a case has those of its report."""
    rows = Notice.objects.select_related("prepared_by", "sent_by", "office")
    if isinstance(matter, Case):
        mine = rows.filter(case=matter)
        return mine | rows.filter(report=matter.report) if matter.report_id else mine
    return rows.filter(report=matter)


def notices_for_reporter(report: Report) -> QuerySet[Notice]:
    """Return what the status page of a report shows: sent, to its reporter."""
    about = Notice.objects.filter(report=report) | Notice.objects.filter(
        case__report=report
    )
    sent = about.filter(to=Notice.To.REPORTER, sent_at__isnull=False)
    return sent.order_by("-sent_at")


def has_happened(
    matter: Matter, event: str, respondent: Respondent | None = None
) -> bool:
    """Say whether an event of a matter is there to be told.

    That somebody was led to another body no record of Netra shows by itself; the office
    knows it, and it may be told at any time.
    """
    if isinstance(matter, Report):
        return {
            _Event.NOT_REGISTERED: bool(matter.refusal_reason),
            _Event.RECEIVED: True,
            _Event.REDIRECTED: True,
            _Event.DELEGATED: matter.moves.exists(),
        }.get(_Event(event), False)
    return _happened_to(matter, _Event(event), respondent)


def _happened_to(case: Case, event: Notice.Event, person: Respondent | None) -> bool:
    match event:
        case _Event.NOT_REGISTERED:
            return False
        case _Event.DELEGATED:
            return _was_moved(case)
        case _Event.DECIDED:
            return case.outcomes.exists()
        case _Event.REFERRED:
            return case.referrals.exists()
        case _Event.CLEARED:
            return clearances_of(case, person).exists()
        case _Event.REPLY_INVITED:
            return invitation_of(case, person) is not None
    return True


def _was_moved(case: Case) -> bool:
    """Say whether a case, or the report it came from, changed hands."""
    about = Q(case=case)
    if case.report_id is not None:
        about |= Q(report=case.report_id)
    return Move.objects.filter(about).exists()


def clearances_of(case: Case, person: Respondent | None = None) -> QuerySet[Clearance]:
    """Return the clearances in force in a case, of one person or of all."""
    rows = Clearance.objects.filter(case=case, lifted_at__isnull=True)
    return rows.filter(respondent=person) if person else rows


def cleared_at_of(matter: Matter) -> datetime | None:
    """Return when somebody of the matter was last cleared, `None` if nobody was."""
    about = {"case": matter} if isinstance(matter, Case) else {"case__report": matter}
    rows = Clearance.objects.filter(**about, lifted_at__isnull=True)
    return rows.order_by("-cleared_at").values_list("cleared_at", flat=True).first()


def invitation_of(matter: Matter, person: Respondent | None) -> ReplyInvitation | None:
    """Return the open reply invitation of a respondent."""
    if person is None or not isinstance(matter, Case):
        return None
    rows = ReplyInvitation.objects.filter(case=matter, respondent=person)
    return rows.filter(withdrawn_at__isnull=True).first()


def invitation_by_code(code: str) -> ReplyInvitation:
    """Return the invitation a code opens.

    Raises:
        UnknownReplyCodeError: no open invitation has it.
    """
    rows = ReplyInvitation.objects.filter(withdrawn_at__isnull=True)
    found = rows.filter(code_digest=digest_of(code)).select_related("case__office")
    row = found.first()
    if row is None:
        raise UnknownReplyCodeError
    return row


def replies_of(case: Case) -> QuerySet[Reply]:
    """Return what respondents answered, in the order it came."""
    rows = Reply.objects.filter(case=case).select_related("respondent", "recorded_by")
    return rows.prefetch_related("files__blob")


def wants_mail(matter: Matter) -> bool:
    """Say whether the reporter has asked for e-mail and confirmed the address."""
    report = report_of(matter)
    mail = getattr(report, "asked_mail", None) if report else None
    return mail is not None and mail.confirmed_at is not None

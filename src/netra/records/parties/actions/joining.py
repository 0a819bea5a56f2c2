"""Joining a further report on the same event to a case, and splitting it again."""

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.access import require
from netra.records.cases.models import Case
from netra.records.cases.standing import require_on
from netra.records.ledger import actions as ledger
from netra.records.parties.actions.people import officer
from netra.records.parties.actions.respondents import enter, hold
from netra.records.parties.content import RespondentContent
from netra.records.parties.errors import (
    CannotJoinError,
    CannotSplitError,
    NeededError,
    PlenaryRunsError,
)
from netra.records.parties.joined import joinable
from netra.records.parties.models import JoinedPerson, JoinedReport
from netra.records.reports.models import Report, Respondent

NEW = 0
"""Stands for: somebody the case does not know yet."""


@transaction.atomic
def join_report(
    *,
    case: Case,
    report: Report,
    people: Mapping[int, int],
    reason: str,
    actor: Actor,
    at: datetime,
) -> JoinedReport:
    """Handle a further report on the same event in a case.

    The report, its numbers, its reporter and what they are told stay its own; its case,
    if there is one, goes along with this one until the status is told.

    Args:
        case: Not decided, no plenary open.
        report: One of `joinable(case)`.
        people: For every respondent of the report (by id) who they are in the case (by
            id), `NEW` for somebody who becomes a respondent of the case.
        reason: Why it is the same event.
        actor: Needs `WRITE_STUDY` on the case and `STUDY_REPORT` on the report.
        at: Moment of joining.

    Raises:
        NotAllowedError: the actor does not handle both.
        NeededError: no reason was given, or somebody is left out of `people`.
        PlenaryRunsError: a plenary is open.
        CannotJoinError: it stands elsewhere, or is joined already.
        CaseMovedError: the case is decided.
    """
    require_on(case, Action.WRITE_STUDY, actor)
    require(actor, Action.STUDY_REPORT, report.region)
    if not reason.strip():
        raise NeededError("reason")
    if hold(case) is not None:
        raise PlenaryRunsError
    row = _join(case, report, reason, actor=actor, at=at)
    ties = _people(row, people, actor=actor, at=at)
    facts: dict[str, Fact] = {
        "case": str(case.pk),
        "report": str(report.pk),
        "step": row.step,
        "joined_at": moment_text(at),
        "reason": ledger.commit_text(reason),
        **{f"person/{t.respondent_id}": str(t.stands_as_id) for t in ties},
    }
    ledger.append(
        "joined.report_joined", row.ledger_subject, actor=actor, at=at, facts=facts
    )
    return row


def _join(
    case: Case, report: Report, reason: str, *, actor: Actor, at: datetime
) -> JoinedReport:
    if not joinable(case).filter(pk=report.pk).exists():
        raise CannotJoinError(
            _(
                "Laporan ini tidak dapat digabung: harus dari kantor, pemilihan, dan "
                "prosedur yang sama, berada di tahap yang sama, dan belum digabung."
            ),
            f"report {report.pk} cannot be joined to case {case.pk}",
        )
    try:
        with transaction.atomic():
            return JoinedReport.objects.create(
                case=case,
                report=report,
                reason=reason,
                step=case.step,
                joined_by=officer(actor),
                joined_at=at,
            )
    except IntegrityError as error:
        raise CannotJoinError(
            _("Laporan ini baru saja digabung oleh orang lain. Muat ulang."),
            f"report {report.pk} was joined first",
        ) from error


def _people(
    row: JoinedReport, people: Mapping[int, int], *, actor: Actor, at: datetime
) -> list[JoinedPerson]:
    known = {person.pk: person for person in row.case.respondents}
    ties = []
    for person in row.report.respondents.all():
        asked = people.get(person.pk)
        if asked is None or (asked != NEW and asked not in known):
            raise NeededError(f"person_{person.pk}")
        same = known.get(asked) or enter(row.case, _copied(person), actor=actor, at=at)
        ties.append(JoinedPerson(joined=row, respondent=person, stands_as=same))
    return JoinedPerson.objects.bulk_create(ties)


def _copied(person: Respondent) -> RespondentContent:
    return RespondentContent(
        name=person.name,
        marks=person.marks,
        address=person.address,
        phone=person.phone,
        workplace=person.workplace,
        post=person.post,
        employment_class=person.employment_class,
        holds_office=person.holds_office,
    )


@transaction.atomic
def split_report(
    *, joined: JoinedReport, reason: str, actor: Actor, at: datetime
) -> JoinedReport:
    """Handle a joined report by itself again.

    Respondents who came into the case with it stay there until they are withdrawn.

    Args:
        joined: Whose case has not moved along yet.
        reason: Why it is another event.
        actor: Needs `WRITE_STUDY` in the region of the case.
        at: Moment of splitting.

    Raises:
        NotAllowedError: the actor does not handle the case.
        NeededError: no reason was given.
        CannotSplitError: both have moved together, or somebody split it first.
    """
    require_on(joined.case, Action.WRITE_STUDY, actor)
    if not reason.strip():
        raise NeededError("reason")
    live = JoinedReport.objects.filter(
        pk=joined.pk, split_at__isnull=True, followed=False
    )
    if not live.update(split_at=at, split_reason=reason):
        raise CannotSplitError
    facts: dict[str, Fact] = {
        "split_at": moment_text(at),
        "split_reason": ledger.commit_text(reason),
    }
    ledger.append(
        "joined.report_split", joined.ledger_subject, actor=actor, at=at, facts=facts
    )
    joined.refresh_from_db()
    return joined

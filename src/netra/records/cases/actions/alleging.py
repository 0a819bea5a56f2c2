"""Holding norms against respondents."""

from collections.abc import Callable
from datetime import date, datetime

from django.db import IntegrityError, transaction

from netra.domain.access import Action, Actor
from netra.domain.law import OfferedNorm, StageFinding, StepKind, norms_for
from netra.domain.ledger import Fact
from netra.records.cases import road
from netra.records.cases.errors import (
    AllegedTwiceError,
    NoRespondentError,
    NormNotOfferedError,
    PhaseReasonNeededError,
)
from netra.records.cases.models import Allegation, Case
from netra.records.cases.standing import require_on
from netra.records.contests.models import Side
from netra.records.contests.queries import stage_of
from netra.records.law.queries import law
from netra.records.ledger import actions as ledger
from netra.records.reports.models import Respondent


def offered_norms(
    case: Case, respondent: Respondent, act_on: date
) -> tuple[OfferedNorm, ...]:
    """Return every norm with whether it fits this respondent on that day.

    Raises:
        UnknownClassError: the class of the respondent is not entered yet.
    """
    finding = stage_of(case.contest, act_on)
    return norms_for(
        law(),
        act_on,
        finding.phase,
        finding.election.kind,
        respondent.employment_class,
        bool(respondent.holds_office),
    )


@transaction.atomic
def allege(
    *,
    case: Case,
    respondent: Respondent,
    norm: str,
    act_on: date,
    side: Side | None,
    phase_reason: str,
    actor: Actor,
    at: datetime,
) -> Allegation:
    """Hold a norm against a respondent for an act on a day.

    Args:
        case: Under study.
        respondent: Of this case, with a known class.
        norm: Id of the catalogue.
        act_on: Local day of the act.
        side: Who is favoured or harmed, if known.
        phase_reason: Needed when the norm does not apply in the phase of that day.
        actor: Needs `WRITE_STUDY` in the region of the case.
        at: Moment of entering.

    Raises:
        NotAllowedError: the actor does not study this case.
        CaseMovedError: the case is no longer under study.
        NoRespondentError: they are no respondent of the case any more.
        NormNotOfferedError: it reaches neither this person nor this election.
        PhaseReasonNeededError: only its phase does not fit, and no reason is given.
        AllegedTwiceError: it is there already.
    """
    require_on(case, Action.WRITE_STUDY, actor)
    road.require_kind(case, StepKind.STUDY)
    require_respondent(case, respondent)
    offered = {o.violation.id: o for o in offered_norms(case, respondent, act_on)}
    finding = stage_of(case.contest, act_on)
    _check(offered.get(norm), finding, norm, phase_reason)
    try:
        with transaction.atomic():
            allegation = Allegation.objects.create(
                case=case,
                respondent=respondent,
                norm=norm,
                act_on=act_on,
                side=side,
                phase=finding.phase,
                stage=finding.main or "",
                phase_reason=phase_reason,
            )
    except IntegrityError as error:
        raise AllegedTwiceError from error
    ledger.append(
        "case.norm_alleged",
        case.ledger_subject,
        actor=actor,
        at=at,
        facts=allegation_facts(allegation),
    )
    return allegation


def require_respondent(case: Case, respondent: Respondent) -> None:
    """Refuse what is about somebody who is no respondent of the case.

    Raises:
        NoRespondentError: they never were one, were taken out, or were replaced.
    """
    if not case.respondents.filter(pk=respondent.pk).exists():
        raise NoRespondentError(respondent.pk)


def _check(
    offered: OfferedNorm | None, finding: StageFinding, norm: str, phase_reason: str
) -> None:
    if offered is None:
        raise NormNotOfferedError(norm, ())
    if offered.fits:
        return
    in_phase = finding.phase in offered.violation.applies
    only_phase = not in_phase and len(offered.reasons) == 1
    if not only_phase:
        raise NormNotOfferedError(norm, offered.reasons)
    if not phase_reason.strip():
        raise PhaseReasonNeededError(norm, offered.reasons)


def allegation_facts(row: Allegation) -> dict[str, Fact]:
    """Return the facts about an allegation."""
    base = f"allegation/{row.pk}"
    return {
        f"{base}/respondent": str(row.respondent_id),
        f"{base}/norm": row.norm,
        f"{base}/act_on": row.act_on.isoformat(),
        f"{base}/side": str(row.side_id) if row.side_id else None,
        f"{base}/phase": row.phase,
        f"{base}/stage": row.stage or None,
        f"{base}/phase_reason": ledger.commit_text(row.phase_reason),
    }


@transaction.atomic
def withdraw_allegation(*, allegation: Allegation, actor: Actor, at: datetime) -> None:
    """Take an allegation back while the case is under study; the ledger keeps it.

    Raises:
        NotAllowedError: the actor does not study this case.
        CaseMovedError: the case is no longer under study.
    """
    case = allegation.case
    require_on(case, Action.WRITE_STUDY, actor)
    road.require_kind(case, StepKind.STUDY)
    take_back(allegation, actor=actor, at=at)


Leaving = Callable[[Allegation, Actor, datetime], None]

_LEAVING: list[Leaving] = []


def register_leaving(leaving: Leaving) -> None:
    """Name what a room above does before an allegation is taken back; once each."""
    if leaving not in _LEAVING:
        _LEAVING.append(leaving)


def take_back(allegation: Allegation, *, actor: Actor, at: datetime) -> None:
    """Delete an allegation and enter it; runs inside an action."""
    for leaving in _LEAVING:
        leaving(allegation, actor, at)
    gone: dict[str, Fact] = dict.fromkeys(_names_of(allegation))
    subject = allegation.case.ledger_subject
    ledger.append("case.norm_withdrawn", subject, actor=actor, at=at, facts=gone)
    allegation.delete()


def _names_of(row: Allegation) -> list[str]:
    parts = ("respondent", "norm", "act_on", "side", "phase", "stage", "phase_reason")
    return [f"allegation/{row.pk}/{part}" for part in parts]

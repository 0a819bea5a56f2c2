"""Reports and cases of the cast, walked to a step by the real actions."""

from dataclasses import replace
from datetime import date, datetime

from netra.records.accounts.queries import PUBLIC
from netra.records.cases import actions as cases
from netra.records.cases.conditions import newest_study, open_plenary
from netra.records.cases.models import Allegation, Case, Plenary, Study
from netra.records.referrals import actions as referrals
from netra.records.reports import actions as reports
from netra.records.reports import road
from netra.records.reports.actions.checking import Finding, items_of
from netra.records.reports.content import (
    ReportContent,
)
from netra.records.reports.models import Report
from tests.offices import (
    ACT_ON,
    APPROVED_AT,
    CHECKED_AT,
    COMPLETED_AT,
    CONVENED_AT,
    DECIDED_AT,
    HANDED_UP_AT,
    NOTIFIED_AT,
    REFERRED_AT,
    REGISTERED_AT,
    STUDIED_AT,
    STUDY_TEXTS,
    SUBMITTED_AT,
    TELLING,
    TOLD_AT,
    VOTED_AT,
    WRITTEN_AT,
    Cast,
    as_actor,
)

# Reports ---------------------------------------------------------------------------


def submitted(
    cast: Cast, *, telling: ReportContent = TELLING, moment: datetime = SUBMITTED_AT
) -> Report:
    """Return Wati's report, fresh at the office of 33.74."""
    return submitted_with_code(cast, telling=telling, moment=moment)[0]


def submitted_with_code(
    cast: Cast, *, telling: ReportContent = TELLING, moment: datetime = SUBMITTED_AT
) -> tuple[Report, str]:
    """Return Wati's report and the code on her receipt."""
    draft = reports.open_draft(at=moment)
    return reports.hand_in_report(
        draft=draft, content=telling, contest=None, actor=PUBLIC, at=moment
    )


def findings(report: Report, *, missing: tuple[str, ...] = ()) -> dict[str, Finding]:
    """Answer every requirement; those named are missing."""
    procedure = road.procedure_of(report)
    return {i.key: Finding(present=i.key not in missing) for i in items_of(procedure)}


def _study(report: Report, cast: Cast, missing: tuple[str, ...]) -> Report:
    return reports.finish_initial_study(
        report=report,
        findings=findings(report, missing=missing),
        alleged_kind="other_law_asn",
        note="",
        refusal_reason="",
        actor=as_actor(cast.budi),
        at=STUDIED_AT,
    )


def _complete(report: Report, cast: Cast) -> Report:
    return reports.complete_report(report=report, actor=PUBLIC, at=COMPLETED_AT)


def _check(report: Report, cast: Cast) -> Report:
    return reports.finish_completion_check(
        report=report,
        findings=findings(report),
        refusal_reason="",
        actor=as_actor(cast.budi),
        at=CHECKED_AT,
    )


def _notify(report: Report, cast: Cast) -> Report:
    return reports.notify_missing(
        report=report,
        received_at=NOTIFIED_AT,
        actor=as_actor(cast.budi),
        at=NOTIFIED_AT,
    )


REPORT_STEPS = (
    "initial_study",
    "notice",
    "completion",
    "completion_check",
    "registration",
)


def report_on(
    cast: Cast, step: str = "initial_study", *, telling: ReportContent = TELLING
) -> Report:
    """Return a report walked to a step; the identity card was missing at first.

    Args:
        cast: Who acts.
        step: One of `REPORT_STEPS`.
        telling: What the report states.
    """
    report = submitted(cast, telling=telling)
    moves = {
        "initial_study": lambda r: _study(r, cast, ("identity_card",)),
        "notice": lambda r: _notify(r, cast),
        "completion": lambda r: _complete(r, cast),
        "completion_check": lambda r: _check(r, cast),
    }
    while report.step != step:
        report = moves[report.step](report)
    return report


# Cases -----------------------------------------------------------------------------

CASE_STEPS = ("study", "plenary_outcome", "referral", "status_notice", "follow_up")


def registered(cast: Cast, *, telling: ReportContent = TELLING) -> Case:
    """Return a case fresh from registration, without an allegation."""
    return cases.register_report(
        report=report_on(cast, "registration", telling=telling),
        actor=as_actor(cast.budi),
        at=REGISTERED_AT,
    )


def fitting_norm(case: Case, act_on: date = ACT_ON) -> str:
    """Return the first norm that fits the first respondent on that day."""
    respondent = case.respondents.get()
    offered = cases.alleging.offered_norms(case, respondent, act_on)
    return next(offer.violation.id for offer in offered if offer.fits)


def alleged(case: Case, cast: Cast) -> Allegation:
    """Hold a fitting norm against the respondent."""
    return cases.allege(
        case=case,
        respondent=case.respondents.get(),
        norm=fitting_norm(case),
        act_on=ACT_ON,
        side=None,
        phase_reason="",
        actor=as_actor(cast.budi),
        at=WRITTEN_AT,
    )


def written(case: Case, cast: Cast) -> Study:
    """Write every part of the study as Budi."""
    return cases.save_study(
        case=case, texts=STUDY_TEXTS, actor=as_actor(cast.budi), at=WRITTEN_AT
    )


def _submit(case: Case, cast: Cast) -> Case:
    alleged(case, cast)
    written(case, cast)
    return cases.submit_study(case=case, actor=as_actor(cast.budi), at=HANDED_UP_AT)


def approved(case: Case, cast: Cast) -> Case:
    """Approve the newest version as Eko."""
    study = newest_study(case)
    assert study is not None
    cases.approve_study(
        case=case,
        version=study.version,
        note="",
        actor=as_actor(cast.eko),
        at=APPROVED_AT,
    )
    return case


def convened(case: Case, cast: Cast) -> Plenary:
    """Open the plenary with the three members of 33.74."""
    return cases.convene_plenary(
        case=case,
        members=cast.members,
        place="Ruang pleno",
        actor=as_actor(cast.sari),
        at=CONVENED_AT,
    )


def voted(plenary: Plenary, cast: Cast, outcome: str) -> None:
    """Let every member vote the same on every respondent."""
    for member in cast.members:
        for respondent in plenary.case.respondents.all():
            cases.cast_vote(
                plenary=plenary,
                respondent=respondent,
                outcome=outcome,
                reason="DATA CONTOH. Alasan suara.",
                actor=as_actor(member),
                at=VOTED_AT,
            )


def ready_to_close(case: Case, cast: Cast, outcome: str) -> Case:
    """Approve, convene and vote; only the closing is left."""
    if open_plenary(case) is None:
        voted(convened(approved(case, cast), cast), cast, outcome)
    return case


def _decide(case: Case, cast: Cast, outcome: str) -> Case:
    ready_to_close(case, cast, outcome)
    return cases.close_plenary(
        case=case,
        decision_text="DATA CONTOH. Putusan pleno.",
        actor=as_actor(cast.sari),
        at=DECIDED_AT,
    )


def _refer(case: Case, cast: Cast) -> Case:
    referrals.refer_case(case=case, actor=as_actor(cast.budi), at=REFERRED_AT)
    case.refresh_from_db()
    return case


def _tell(case: Case, cast: Cast) -> Case:
    return cases.tell_status(
        case=case, follow_up=True, actor=as_actor(cast.budi), at=TOLD_AT
    )


def case_on(
    cast: Cast,
    step: str = "study",
    *,
    outcome: str = "other_law_asn",
    telling: ReportContent = TELLING,
) -> Case:
    """Return a case walked to a step by the real actions.

    Args:
        cast: Who acts.
        step: One of `CASE_STEPS`, or `end` for one without addressee that was told.
        outcome: What every member votes.
        telling: What the report states.
    """
    return walk_case(registered(cast, telling=telling), cast, step, outcome)


def walk_case(case: Case, cast: Cast, step: str, outcome: str) -> Case:
    """Walk a fresh case to a step; every member votes `outcome` on everybody."""
    moves = {
        "study": lambda c: _submit(c, cast),
        "plenary_outcome": lambda c: _decide(c, cast, outcome),
        "referral": lambda c: _refer(c, cast),
        "status_notice": lambda c: _tell(c, cast),
    }
    while case.step != step:
        case = moves[case.step](case)
    return case


def told(telling: ReportContent = TELLING, **changes: object) -> ReportContent:
    """Return a telling with other values in some fields."""
    return replace(telling, **changes)  # type: ignore[arg-type] # names of its fields

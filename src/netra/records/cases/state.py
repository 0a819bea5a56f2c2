"""The kept state of cases and plenaries, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping

from netra.domain.ledger.entries import moment_text
from netra.records.cases.counting import outcome_facts
from netra.records.cases.meeting_state import around_plenary, review_of
from netra.records.cases.models import Allegation, Case, Plenary, Study
from netra.records.ledger.replaying import Kept, Text


def case_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield every case and every plenary with their fields."""
    cases = Case.objects.prefetch_related(
        "events", "allegations", "studies__approvals", "studies__remarks", "outcomes"
    )
    for case in cases:
        fields = _fields(case)
        for allegation in case.allegations.all():
            fields |= _allegation(allegation)
        for study in case.studies.all():
            fields |= _study(study) | review_of(study)
        yield case.ledger_subject, fields
    for plenary in Plenary.objects.select_related("study").prefetch_related(
        "attendance", "votes", "absences", "dissents"
    ):
        yield plenary.ledger_subject, _plenary(plenary) | around_plenary(plenary)


def _fields(case: Case) -> dict[str, Kept]:
    fields: dict[str, Kept] = {
        "report": str(case.report_id) if case.report_id else None,
        "finding": str(case.finding_id) if case.finding_id else None,
        "office": str(case.office_id),
        "region": case.region,
        "number": case.number,
        "procedure": case.procedure,
        "contest": case.contest_id,
        "step": case.step,
        "registered_at": moment_text(case.registered_at),
        "assigned_to": str(case.assigned_to_id) if case.assigned_to_id else None,
        "extension_reason": Text(value=case.extension_reason),
    }
    for event in case.events.all():
        fields[f"event/{event.key}"] = moment_text(event.at)
    return fields | dict(outcome_facts(case.outcomes.all()))


def _allegation(row: Allegation) -> dict[str, Kept]:
    base = f"allegation/{row.pk}"
    return {
        f"{base}/respondent": str(row.respondent_id),
        f"{base}/norm": row.norm,
        f"{base}/act_on": row.act_on.isoformat(),
        f"{base}/side": str(row.side_id) if row.side_id else None,
        f"{base}/phase": row.phase,
        f"{base}/stage": row.stage or None,
        f"{base}/phase_reason": Text(value=row.phase_reason),
    }


def _study(study: Study) -> dict[str, Kept]:
    base = f"study/{study.version}"
    submitted = moment_text(study.submitted_at) if study.submitted_at else None
    fields: dict[str, Kept] = {
        f"{base}/author": str(study.author_id),
        f"{base}/submitted_at": submitted,
    }
    for part in Study.PARTS:
        fields[f"{base}/{part}"] = Text(value=getattr(study, part))
    for approval in study.approvals.all():
        own = f"{base}/approval/{approval.approver_id}"
        fields[f"{own}/at"] = moment_text(approval.at)
        fields[f"{own}/note"] = Text(value=approval.note)
    return fields


def _plenary(plenary: Plenary) -> dict[str, Kept]:
    fields: dict[str, Kept] = {
        "case": str(plenary.case_id),
        "study": plenary.study.version if plenary.study else None,
        "convened_at": moment_text(plenary.convened_at),
        "quorum": plenary.quorum,
        "closed_at": moment_text(plenary.closed_at) if plenary.closed_at else None,
        "decision_text": Text(value=plenary.decision_text),
        "taken_over": True if plenary.taken_over else None,
    }
    for row in plenary.attendance.all():
        fields[f"member/{row.member_id}"] = True
    for vote in plenary.votes.all():
        base = f"vote/{vote.member_id}/{vote.respondent_id}"
        fields[f"{base}/outcome"] = vote.outcome
        fields[f"{base}/also"] = vote.also or None
        fields[f"{base}/reason"] = Text(value=vote.reason)
    return fields

"""The kept state of supervision, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping

from django.db.models import Prefetch

from netra.domain.ledger.entries import moment_text
from netra.records.ledger.replaying import Kept, Text
from netra.records.observations.models import Finding, Observation, Tracing
from netra.records.reports.models import Respondent
from netra.records.reports.state import respondent_fields

_EVERYBODY = Prefetch("respondents", queryset=Respondent.every.all())


def observation_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield observations, tracings, findings and the people they found."""
    for person in Respondent.every.filter(report__isnull=True):
        yield person.ledger_subject, _person(person)
    for row in Observation.objects.prefetch_related(_EVERYBODY, "exhibits"):
        yield row.ledger_subject, _observation(row)
    for tracing in Tracing.objects.prefetch_related(_EVERYBODY, "exhibits", "steps"):
        yield tracing.ledger_subject, _tracing(tracing)
    findings = Finding.objects.prefetch_related(_EVERYBODY, "events")
    for finding in findings.select_related("plenary"):
        yield finding.ledger_subject, {**_finding(finding), **_plenary(finding)}


def _person(row: Respondent) -> dict[str, Kept]:
    return {"found_in": row.found_in, **respondent_fields(row)}


def _people(row: Observation | Tracing | Finding) -> dict[str, Kept]:
    return {f"person/{person.pk}": True for person in row.respondents.all()}


def _exhibits(row: Observation | Tracing) -> dict[str, Kept]:
    return {f"exhibit/{e.pk}/sha256": e.blob_id for e in row.exhibits.all()}


def _observation(row: Observation) -> dict[str, Kept]:
    return {
        "office": str(row.office_id),
        "region": row.region,
        "number": row.number,
        "contest": row.contest_id,
        "activity": row.activity,
        "observed_on": row.observed_on.isoformat(),
        "happened_on": row.happened_on.isoformat() if row.happened_on else None,
        "place_region": row.place_region,
        "has_suspicion": row.has_suspicion,
        "corrects": str(row.corrects_id) if row.corrects_id else None,
        "entered_at": moment_text(row.entered_at),
        **{name: Text(value=getattr(row, name)) for name in row.TEXTS},
        **_people(row),
        **_exhibits(row),
    }


def _tracing(row: Tracing) -> dict[str, Kept]:
    fields: dict[str, Kept] = {
        "office": str(row.office_id),
        "region": row.region,
        "number": row.number,
        "contest": row.contest_id,
        "place_region": row.place_region,
        "happened_on": row.happened_on.isoformat() if row.happened_on else None,
        "begun_at": moment_text(row.begun_at),
        "assigned_to": str(row.assigned_to_id) if row.assigned_to_id else None,
        "due_on": row.due_on.isoformat() if row.due_on else None,
        "due_basis": row.due_basis or None,
        "source_count": row.source_count,
        "told_on": row.told_on.isoformat() if row.told_on else None,
        "event": Text(value=row.event),
        "question": Text(value=row.question),
        "place": Text(value=row.place),
        "ended_at": moment_text(row.ended_at) if row.ended_at else None,
        "ended_as": row.ended_as or None,
        "end_reason": row.end_reason or None,
        "end_text": Text(value=row.end_text),
        **_people(row),
        **_exhibits(row),
    }
    for step in row.steps.all():
        base = f"step/{step.position}"
        fields[f"{base}/what"] = Text(value=step.what)
        fields[f"{base}/asked"] = Text(value=step.asked)
        planned, done = step.planned_on, step.done_on
        fields[f"{base}/planned_on"] = planned.isoformat() if planned else None
        fields[f"{base}/done_on"] = done.isoformat() if done else None
        fields[f"{base}/result"] = Text(value=step.result)
        fields[f"{base}/done_by"] = str(step.done_by_id) if step.done_by_id else None
    return fields


def _finding(row: Finding) -> dict[str, Kept]:
    fields: dict[str, Kept] = {
        "office": str(row.office_id),
        "region": row.region,
        "number": row.number,
        "procedure": row.procedure,
        "contest": row.contest_id,
        "observation": str(row.observation_id) if row.observation_id else None,
        "tracing": str(row.tracing_id) if row.tracing_id else None,
        "state": row.state,
        "found_on": row.found_on.isoformat(),
        "happened_on": row.happened_on.isoformat() if row.happened_on else None,
        "place_region": row.place_region,
        "assigned_to": str(row.assigned_to_id) if row.assigned_to_id else None,
        "event": Text(value=row.event),
        "account": Text(value=row.account),
        "place": Text(value=row.place),
        "late_reason": Text(value=row.late_reason),
        **_people(row),
    }
    for event in row.events.all():
        fields[f"event/{event.key}"] = moment_text(event.at)
    return fields


def _plenary(finding: Finding) -> dict[str, Kept]:
    plenary = getattr(finding, "plenary", None)
    if plenary is None:
        return {}
    closed = plenary.closed_at
    fields: dict[str, Kept] = {
        "plenary/convened_at": moment_text(plenary.convened_at),
        "plenary/quorum": plenary.quorum,
        "plenary/closed_at": moment_text(closed) if closed else None,
        "plenary/decision_text": Text(value=plenary.decision_text),
    }
    for row in plenary.attendance.all():
        fields[f"plenary/member/{row.member_id}"] = True
    for vote in plenary.votes.all():
        base = f"plenary/vote/{vote.member_id}"
        fields[f"{base}/agrees"] = vote.agrees
        fields[f"{base}/reason"] = Text(value=vote.reason)
    return fields

"""The kept state of reports, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping

from django.db.models import Prefetch

from netra.domain.ledger.entries import moment_text
from netra.records.ledger.replaying import Kept, Text
from netra.records.reports.models import (
    Attorney,
    CounterReception,
    Report,
    Reporter,
    Respondent,
)


def report_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield every report with its fields, people, exhibits, events and checks."""
    reports = Report.objects.select_related(
        "reporter", "attorney", "counter_reception"
    ).prefetch_related(
        Prefetch("respondents", queryset=Respondent.every.all()),
        "events",
        "reception_choices",
        "witnesses",
        "exhibits",
        "handed_in",
        "checks",
        "openings",
    )
    for report in reports:
        yield (
            report.ledger_subject,
            {
                **_fields(report),
                **_people(report),
                **_reception(report),
                **_work(report),
            },
        )


def _fields(report: Report) -> dict[str, Kept]:
    happened = report.happened_on.isoformat() if report.happened_on else None
    return {
        "office": str(report.office_id),
        "region": report.region,
        "number": report.number,
        "procedure": report.procedure,
        "contest": report.contest_id,
        "submitted_at": moment_text(report.submitted_at),
        "via": report.via,
        "known_on": report.known_on.isoformat(),
        "happened_on": happened,
        "place_region": report.place_region,
        "event": Text(value=report.event),
        "account": Text(value=report.account),
        "place": Text(value=report.place),
        "step": report.step,
        "assigned_to": str(report.assigned_to_id) if report.assigned_to_id else None,
        "group": str(report.group) if report.group else None,
        "alleged_kind": report.alleged_kind or None,
        "study_note": Text(value=report.study_note),
        "refusal_reason": Text(value=report.refusal_reason),
    }


def _reception(report: Report) -> dict[str, Kept]:
    fields: dict[str, Kept] = {}
    if report.counted_at is not None:
        fields["counted_at"] = moment_text(report.counted_at)
    for choice in report.reception_choices.all():
        base = f"reception_choice/{choice.pk}"
        fields[f"{base}/counted_at"] = moment_text(choice.counted_at)
        fields[f"{base}/reason"] = Text(value=choice.reason)
        fields[f"{base}/account"] = str(choice.chosen_by_id)
    counter: CounterReception | None = getattr(report, "counter_reception", None)
    if counter is not None:
        letter_on = counter.letter_on.isoformat() if counter.letter_on else None
        fields["counter/received_by"] = str(counter.received_by_id)
        fields["counter/recorded_at"] = moment_text(counter.recorded_at)
        fields["counter/letter_on"] = letter_on
    return fields


def _attorney(report: Report) -> dict[str, Kept]:
    attorney: Attorney | None = getattr(report, "attorney", None)
    if attorney is None:
        return {}
    fields: dict[str, Kept] = {
        f"attorney/{name}": Text(value=getattr(attorney, name))
        for name in Attorney.FIELDS
    }
    power_on = attorney.power_on
    fields["attorney/power_on"] = power_on.isoformat() if power_on else None
    return fields


def respondent_fields(row: Respondent) -> dict[str, Kept]:
    """Return what is kept of a respondent, also of one who is none any more."""
    base = f"respondent/{row.pk}"
    is_named = row.standing == Respondent.Standing.NAMED
    return {
        f"{base}/name": Text(value=row.name),
        f"{base}/workplace": Text(value=row.workplace),
        f"{base}/post": Text(value=row.post),
        f"{base}/class": row.employment_class or None,
        f"{base}/holds_office": row.holds_office,
        f"{base}/marks": Text(value=row.marks),
        f"{base}/standing": None if is_named else row.standing,
        f"{base}/standing_reason": Text(value=row.standing_reason),
        f"{base}/taken_out_at": _taken_out(row),
        f"{base}/replaced_by": str(row.replaced_by_id) if row.replaced_by_id else None,
    }


def _taken_out(row: Respondent) -> str | None:
    is_out = row.standing != Respondent.Standing.NAMED
    return moment_text(row.cleared_at) if is_out and row.cleared_at else None


def _people(report: Report) -> dict[str, Kept]:
    fields: dict[str, Kept] = {
        f"reporter/{name}": Text(value=getattr(report.reporter, name))
        for name in Reporter.FIELDS
    }
    for row in report.respondents.all():
        fields |= respondent_fields(row)
    for witness in report.witnesses.all():
        fields[f"witness/{witness.pk}/name"] = Text(value=witness.name)
    return fields | _attorney(report)


def _work(report: Report) -> dict[str, Kept]:
    fields: dict[str, Kept] = {
        f"event/{event.key}": moment_text(event.at) for event in report.events.all()
    }
    for exhibit in report.exhibits.all():
        fields[f"exhibit/{exhibit.pk}/kind"] = exhibit.kind
        fields[f"exhibit/{exhibit.pk}/sha256"] = exhibit.blob_id
    for row in report.handed_in.all():
        fields[f"handed_in/{row.pk}/item"] = row.item
        fields[f"handed_in/{row.pk}/at"] = moment_text(row.at)
        fields[f"handed_in/{row.pk}/note"] = Text(value=row.note)
    for check in report.checks.all():
        fields[f"check/{check.round}/{check.item}"] = check.present
    for opening in report.openings.all():
        fields[f"opening/{opening.pk}/account"] = str(opening.account_id)
        fields[f"opening/{opening.pk}/at"] = moment_text(opening.at)
        fields[f"opening/{opening.pk}/reason"] = Text(value=opening.reason)
    return fields

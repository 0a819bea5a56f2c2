"""The kept state around study and plenary, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping

from netra.domain.ledger.entries import moment_text
from netra.records.cases.models import (
    Plenary,
    PlenaryNotice,
    Study,
    StudyRemark,
    StudyReturn,
)
from netra.records.ledger.replaying import Kept, Text


def notice_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield every call to a plenary with its fields."""
    for row in PlenaryNotice.objects.prefetch_related("invited"):
        yield row.ledger_subject, _notice(row)


def _notice(row: PlenaryNotice) -> dict[str, Kept]:
    return {
        "case": str(row.case_id),
        "plenary": str(row.plenary_id) if row.plenary_id else None,
        "meets_at": moment_text(row.meets_at),
        "place": Text(value=row.place),
        "is_online": row.is_online,
        "agenda": Text(value=row.agenda),
        "lead_hours": row.lead_hours,
        "sent_at": moment_text(row.sent_at),
        "sent_by": str(row.sent_by_id),
        **{f"invited/{user.pk}": True for user in row.invited.all()},
    }


def around_plenary(plenary: Plenary) -> dict[str, Kept]:
    """Return the fields of a plenary about who stayed away and who dissents."""
    fields: dict[str, Kept] = {}
    for absence in plenary.absences.all():
        fields[f"absent/{absence.member_id}"] = Text(value=absence.reason)
    for dissent in plenary.dissents.all():
        fields[f"dissent/{dissent.member_id}"] = Text(value=dissent.text)
    return fields


def review_of(study: Study) -> dict[str, Kept]:
    """Return the fields of a version about its review."""
    fields: dict[str, Kept] = {}
    for remark in study.remarks.all():
        fields |= _remark(study, remark)
    for row in StudyReturn.objects.filter(study=study):
        base = f"study/{study.version}/returned"
        fields[f"{base}/by"] = str(row.returned_by_id)
        fields[f"{base}/at"] = moment_text(row.at)
        fields[f"{base}/reason"] = Text(value=row.reason)
    return fields


def _remark(study: Study, row: StudyRemark) -> dict[str, Kept]:
    base, by = f"remark/{row.pk}", row.resolved_by_id
    return {
        f"{base}/version": study.version,
        f"{base}/author": str(row.author_id),
        f"{base}/part": row.part,
        f"{base}/quote": Text(value=row.quote),
        f"{base}/text": Text(value=row.text),
        f"{base}/at": moment_text(row.at),
        f"{base}/resolved_at": moment_text(row.resolved_at)
        if row.resolved_at
        else None,
        f"{base}/resolved_by": str(by) if by else None,
        f"{base}/resolution": Text(value=row.resolution),
    }

"""What a reporter still has to add: each requirement with the way to mend it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from netra.domain.law import CheckItem
from netra.records.accounts.queries import PUBLIC
from netra.records.evidence.errors import EvidenceError
from netra.records.evidence.models import Blob
from netra.records.reports.actions import add_exhibit, hand_in_item
from netra.records.reports.models import CheckResult, Exhibit, Report
from netra.records.reports.queries import missing_items
from netra.web.portal.status_road import Standing
from netra.web.portal.uploads import Upload, name_of, receive

__all__ = [
    "Wanted",
    "add_blob",
    "add_text",
    "add_uploads",
    "item_named",
    "wanted_items",
]

_CHECKED = "initial_study_done"

_UPLOADED: Mapping[str, Exhibit.Kind] = {
    "signature_matches_id": Exhibit.Kind.SIGNED_PAGE,
    "identity_card": Exhibit.Kind.IDENTITY_CARD,
    "evidence": Exhibit.Kind.EVIDENCE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One requirement that can be added to now.

    Attributes:
        item: As the procedure's data name it.
        is_upload: Whether it is mended by a file rather than by a text.
        is_missing: Whether the office found it missing.
        added_count: How often it was added since the office looked.
    """

    item: CheckItem
    is_upload: bool
    is_missing: bool
    added_count: int

    @property
    def is_still_missing(self) -> bool:
        """Whether nothing was added since the office found it missing."""
        return self.is_missing and not self.added_count


def item_named(standing: Standing, key: str) -> CheckItem | None:
    """Return a requirement of the procedure by its key."""
    procedure = standing.procedure
    items = (*procedure.formal_items, *procedure.material_items)
    return next((item for item in items if item.key == key), None)


def wanted_items(standing: Standing) -> list[Wanted]:
    """Return what was found missing; before any check, what can be sent as a file."""
    report = standing.report
    is_checked = report.checks.filter(round=CheckResult.Round.INITIAL).exists()
    if is_checked and not standing.waits_for_reporter:
        return []
    if is_checked:
        items = [item for item in missing_items(report) if item.remediable]
    else:
        items = [i for key in _UPLOADED if (i := item_named(standing, key)) is not None]
    added = _added_since(report, standing.events.get(_CHECKED))
    return [
        Wanted(
            item=item,
            is_upload=item.key in _UPLOADED,
            is_missing=is_checked,
            added_count=added.count(item.key),
        )
        for item in items
    ]


def _added_since(report: Report, looked_at: datetime | None) -> list[str]:
    """Return the keys of what was added; before the office looked, of all of it."""
    rows = report.handed_in.all()
    if looked_at is not None:
        rows = rows.filter(at__gt=looked_at)
    return list(rows.values_list("item", flat=True))


def add_text(report: Report, item: CheckItem, text: str, at: datetime) -> None:
    """Hand in a requirement as text.

    Raises:
        ReportError: the report takes no additions any more.
    """
    hand_in_item(
        report=report,
        item=item.key,
        note=text,
        via=Report.Via.WEB,
        actor=PUBLIC,
        at=at,
    )


def _add(report: Report, item: CheckItem, blob: Blob, name: str, at: datetime) -> None:
    kind = _UPLOADED.get(item.key, Exhibit.Kind.EVIDENCE)
    add_exhibit(report=report, blob=blob, kind=kind, name=name, actor=PUBLIC, at=at)


def add_blob(
    report: Report, item: CheckItem, blob: Blob, name: str, at: datetime
) -> None:
    """Hand in a requirement as one file that has arrived in pieces.

    Raises:
        EvidenceError: the report holds it already, or too many.
        ReportError: the report takes no additions any more.
    """
    _add(report, item, blob, name, at)
    add_text(report, item, "", at)


def add_uploads(
    report: Report, item: CheckItem, files: list[Upload], at: datetime
) -> list[str]:
    """Hand in a requirement as files; what is refused does not hold up the others.

    Returns:
        For each refused file its name and the reason.

    Raises:
        ReportError: the report takes no additions any more.
    """
    refused = []
    for file in files:
        name = name_of(file)
        try:
            _add(report, item, receive(file, at), name, at)
        except EvidenceError as error:
            text = _("%(name)s: %(reason)s")
            refused.append(text % {"name": name, "reason": error.reader_message})
    if len(refused) < len(files):
        add_text(report, item, "", at)
    return refused

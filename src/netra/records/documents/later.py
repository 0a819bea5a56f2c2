"""What the worker draws, so that nobody waits for it."""

from netra.records.accounts.queries import PUBLIC
from netra.records.documents.actions import issue_receipt
from netra.records.reports.models import Report


def issue_receipt_later(report_id: int) -> None:
    """Issue the receipt of a report that was handed in; safe to run twice.

    Drawing it takes most of a second, which no reporter should wait for; the page of
    the receipt draws it itself when it comes first.
    """
    report = Report.objects.get(pk=report_id)
    issue_receipt(report=report, actor=PUBLIC, at=report.submitted_at)

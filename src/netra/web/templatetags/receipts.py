"""`{% signed_receipts report %}`: the receipts of a report, to scan, copy and save."""

from django import template

from netra.records.reports.models import Report
from netra.web.portal.receipt_pages import ShownReceipt, shown_receipts

register = template.Library()


@register.inclusion_tag("portal/receipts/_receipts.html")
def signed_receipts(report: Report) -> dict[str, list[ShownReceipt]]:
    """Show every receipt the report has; nothing while the installation has no key."""
    return {"receipts": shown_receipts(report)}

"""The signed receipts of a report: one for each act the ledger holds.

Nothing is kept: the entry of the ledger is the source, and the same entry and key
always give the same text.
"""

from netra.domain.law import zone_of
from netra.domain.receipts import (
    ENTRY_KINDS,
    Kind,
    Purpose,
    Receipt,
    SignedReceipt,
)
from netra.records.documents.receipt_keys import signer
from netra.records.jobs.moment import is_demonstration
from netra.records.ledger.models import LedgerEntry
from netra.records.reports.models import Report


def entry_of(report: Report, kind: Kind) -> LedgerEntry | None:
    """Return the entry a receipt of this kind stands for; `None` before the act."""
    return LedgerEntry.objects.filter(
        subject=report.ledger_subject, kind=ENTRY_KINDS[kind]
    ).first()


def signed_receipt(report: Report, kind: Kind) -> SignedReceipt | None:
    """Return the receipt for one act, told in the zone of the place.

    Returns:
        `None` if the act has not happened, or the installation has no key yet.
    """
    purpose = Purpose.SAMPLE if is_demonstration() else Purpose.REAL
    signs, entry = signer(purpose), entry_of(report, kind)
    if signs is None or entry is None:
        return None
    received_at = entry.happened_at.astimezone(zone_of(report.place_region))
    receipt = Receipt(
        purpose=purpose,
        kind=kind,
        number=report.number,
        received_at=received_at.replace(microsecond=0),
        digest=entry.leaf,
    )
    return signs.sign(receipt)


def receipts_of(report: Report) -> tuple[SignedReceipt, ...]:
    """Return every receipt the report has so far, in the order of its road."""
    made = (signed_receipt(report, kind) for kind in Kind)
    return tuple(receipt for receipt in made if receipt is not None)

"""Every paper, each full and sparse, by name. DATA CONTOH.

`PUBLIC_KINDS` are the papers that leave the office and may name nobody.
"""

from netra.records.documents.papers import Paper
from netra.records.documents.parts import PaperKind
from tests.records.documents.clarification_samples import clarification_samples
from tests.records.documents.form_samples import form_samples
from tests.records.documents.full_samples import (
    full_initial_study,
    full_missing_items,
    full_plenary_decision,
    full_receipt,
    full_referral_letter,
    full_registration,
    full_status_notice,
    full_study,
)
from tests.records.documents.notices_samples import notices_samples
from tests.records.documents.sparse_samples import (
    sparse_initial_study,
    sparse_missing_items,
    sparse_plenary_decision,
    sparse_receipt,
    sparse_referral_letter,
    sparse_registration,
    sparse_status_notice,
    sparse_study,
)
from tests.records.documents.supervision_samples import (
    letter_without_registration,
    supervision_samples,
)
from tests.records.documents.turns_samples import turns_samples

__all__ = [
    "PUBLIC_KINDS",
    "all_samples",
    "full_initial_study",
    "full_missing_items",
    "full_plenary_decision",
    "full_receipt",
    "full_referral_letter",
    "full_registration",
    "full_status_notice",
    "full_study",
    "letter_without_registration",
    "sparse_initial_study",
    "sparse_missing_items",
    "sparse_plenary_decision",
    "sparse_receipt",
    "sparse_referral_letter",
    "sparse_registration",
    "sparse_status_notice",
    "sparse_study",
]

PUBLIC_KINDS = (
    PaperKind.RECEIPT,
    PaperKind.MISSING_ITEMS,
    PaperKind.STATUS_NOTICE,
    PaperKind.COMPLETION_RECEIPT,
)


def all_samples() -> dict[str, Paper]:
    """Return every sample by name, `receipt-full` to `status_notice-sparse`."""
    full: tuple[Paper, ...] = (
        full_receipt(),
        full_missing_items(),
        full_initial_study(),
        full_registration(),
        full_study(),
        full_plenary_decision(),
        full_referral_letter(),
        full_status_notice(),
    )
    sparse: tuple[Paper, ...] = (
        sparse_receipt(),
        sparse_missing_items(),
        sparse_initial_study(),
        sparse_registration(),
        sparse_study(),
        sparse_plenary_decision(),
        sparse_referral_letter(),
        sparse_status_notice(),
    )
    named = {f"{paper.head.kind}-full": paper for paper in full}
    named |= {f"{paper.head.kind}-sparse": paper for paper in sparse}
    named |= notices_samples()
    return (
        named
        | notices_samples()
        | clarification_samples()
        | turns_samples()
        | supervision_samples()
        | form_samples()
    )

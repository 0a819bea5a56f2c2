"""Every write of a paper; which composer draws which kind stands in `issuing`."""

from netra.records.documents.actions.issuing import (
    issue_move_letter,
    issue_paper,
    issue_receipt,
    issue_whole_report_form,
    open_sealed_paper,
    reissue_paper,
)
from netra.records.documents.actions.letterheads import lay_letterhead
from netra.records.documents.actions.office_forms import (
    define_form,
    revise_form,
    withdraw_form,
)
from netra.records.documents.actions.registers import export_register

__all__ = [
    "define_form",
    "export_register",
    "issue_move_letter",
    "issue_paper",
    "issue_receipt",
    "issue_whole_report_form",
    "lay_letterhead",
    "open_sealed_paper",
    "reissue_paper",
    "revise_form",
    "withdraw_form",
]

"""Every write of a paper; which composer draws which kind stands in `issuing`."""

from netra.records.documents.actions.issuing import issue_paper, issue_receipt

__all__ = ["issue_paper", "issue_receipt"]

"""Registers the papers with Django, the replay, the books and the checks at start."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Register `netra.records.documents` under the label `documents`."""

    name = "netra.records.documents"
    label = "documents"

    def ready(self) -> None:
        """Let the replay compare issued papers; check the keys of receipts."""
        from django.core.checks import register

        from netra.records.documents.checks import check_receipt_keys
        from netra.records.documents.registers.books import register_book
        from netra.records.documents.registers.of_matters import BOOKS
        from netra.records.documents.state import paper_state
        from netra.records.documents.turning import follow_office
        from netra.records.ledger.replaying import register_source
        from netra.records.turns.handing import register_follower

        register_source("documents", paper_state)
        register_follower("documents", follow_office)
        for book in BOOKS:
            register_book(book)
        register(check_receipt_keys)

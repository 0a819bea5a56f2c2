"""Registers the papers with Django and with the replay."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Register `netra.records.documents` under the label `documents`."""

    name = "netra.records.documents"
    label = "documents"

    def ready(self) -> None:
        """Let the replay compare issued papers."""
        from netra.records.documents.state import paper_state
        from netra.records.ledger.replaying import register_source

        register_source("documents", paper_state)

"""Registers the room with Django and with the replay."""

from django.apps import AppConfig


class CorrespondenceConfig(AppConfig):
    name = "netra.records.correspondence"
    label = "correspondence"

    def ready(self) -> None:
        from netra.records.correspondence.books import PLAIN_BOOK
        from netra.records.correspondence.guards import GUARDS
        from netra.records.correspondence.state import agenda_state
        from netra.records.documents.registers.books import register_book
        from netra.records.ledger.guards import register_guards
        from netra.records.ledger.replaying import register_source

        register_source("correspondence", agenda_state)
        register_guards(GUARDS)
        register_book(PLAIN_BOOK)

"""Registers the room with Django and with the replay."""

from django.apps import AppConfig


class CustodyConfig(AppConfig):
    name = "netra.records.custody"
    label = "custody"

    def ready(self) -> None:
        from netra.records.custody.state import custody_state
        from netra.records.ledger.replaying import register_source

        register_source("custody", custody_state)

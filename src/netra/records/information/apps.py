"""Registers the room with Django and with the replay."""

from django.apps import AppConfig


class InformationConfig(AppConfig):
    name = "netra.records.information"
    label = "information"

    def ready(self) -> None:
        from netra.records.information.state import information_state
        from netra.records.ledger.replaying import register_source

        register_source("information", information_state)

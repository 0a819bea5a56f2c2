"""Registers the room with Django and with the replay."""

from django.apps import AppConfig


class LawConfig(AppConfig):
    name = "netra.records.law"
    label = "law"

    def ready(self) -> None:
        from netra.records.law.state import calendar_state
        from netra.records.ledger.replaying import register_source

        register_source("law", calendar_state)

"""Registers the room with Django and with the replay."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "netra.records.cases"
    label = "cases"

    def ready(self) -> None:
        from netra.records.cases.state import case_state
        from netra.records.ledger.replaying import register_source

        register_source("cases", case_state)

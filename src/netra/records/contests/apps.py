"""Registers the room with Django and with the replay."""

from django.apps import AppConfig


class ContestsConfig(AppConfig):
    name = "netra.records.contests"
    label = "contests"

    def ready(self) -> None:
        from netra.records.contests.state import contest_state
        from netra.records.ledger.replaying import register_source

        register_source("contests", contest_state)

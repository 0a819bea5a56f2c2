"""Registers the room with Django and with the replay."""

from django.apps import AppConfig


class ObservationsConfig(AppConfig):
    name = "netra.records.observations"
    label = "observations"

    def ready(self) -> None:
        from netra.records.ledger.replaying import register_source
        from netra.records.observations.state import observation_state

        register_source("observations", observation_state)

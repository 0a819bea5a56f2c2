"""Registers the room with Django, the replay and the conditions of the road."""

from django.apps import AppConfig


class TurnsConfig(AppConfig):
    name = "netra.records.turns"
    label = "turns"

    def ready(self) -> None:
        from netra.records.cases.conditions import register_condition
        from netra.records.ledger.replaying import register_source
        from netra.records.turns.queries import own_hearing_is_over
        from netra.records.turns.state import turn_state

        register_condition("own_hearing_over", own_hearing_is_over)
        register_source("turns", turn_state)

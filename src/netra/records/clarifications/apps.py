"""Registers the room with Django, with the replay and with the conditions."""

from django.apps import AppConfig


class ClarificationsConfig(AppConfig):
    name = "netra.records.clarifications"
    label = "clarifications"

    def ready(self) -> None:
        from netra.records.cases.conditions import register_condition
        from netra.records.clarifications.guards import GUARDS
        from netra.records.clarifications.queries import hearings_finished
        from netra.records.clarifications.state import clarification_state
        from netra.records.ledger.guards import register_guards
        from netra.records.ledger.replaying import register_source

        register_guards(GUARDS)
        register_source("clarifications", clarification_state)
        register_condition("hearings_finished", hearings_finished)

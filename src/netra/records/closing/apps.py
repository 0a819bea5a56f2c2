"""Registers the room with Django, the replay, the guards and the standing of cases."""

from django.apps import AppConfig


class ClosingConfig(AppConfig):
    name = "netra.records.closing"
    label = "closing"

    def ready(self) -> None:
        from netra.records.cases.standing import register_check
        from netra.records.closing.guards import GUARDS
        from netra.records.closing.queries import require_open
        from netra.records.closing.state import closing_state
        from netra.records.ledger.guards import register_guards
        from netra.records.ledger.replaying import register_source

        register_check("closing", require_open)
        register_guards(GUARDS)
        register_source("closing", closing_state)

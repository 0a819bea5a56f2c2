"""Registers the room with Django and with the replay."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "netra.records.cases"
    label = "cases"

    def ready(self) -> None:
        from netra.records.access import register_tie_check
        from netra.records.cases.guards import GUARDS
        from netra.records.cases.meeting_state import notice_state
        from netra.records.cases.recusal_state import recusal_state
        from netra.records.cases.state import case_state
        from netra.records.cases.ties import ties_to_matter
        from netra.records.ledger.guards import register_guards
        from netra.records.ledger.replaying import register_source

        register_source("cases", case_state)
        register_source("plenary_notices", notice_state)
        register_source("recusals", recusal_state)
        register_guards(GUARDS)
        register_tie_check("cases", ties_to_matter)

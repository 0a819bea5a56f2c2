"""Registers the room with Django and with the replay."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "netra.records.reports"
    label = "reports"

    def ready(self) -> None:
        from netra.records.ledger.replaying import register_source
        from netra.records.reports.state import report_state

        register_source("reports", report_state)

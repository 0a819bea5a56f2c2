"""Registers the room with Django and with the replay."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "netra.records.notices"
    label = "notices"

    def ready(self) -> None:
        from netra.records.ledger.replaying import register_source
        from netra.records.notices.state import notice_state

        register_source("notices", notice_state)

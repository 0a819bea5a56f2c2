"""Registers the room with Django and with the replay."""

from django.apps import AppConfig


class PacksConfig(AppConfig):
    name = "netra.records.packs"
    label = "packs"

    def ready(self) -> None:
        from netra.records.ledger.replaying import register_source
        from netra.records.packs.state import pack_state

        register_source("packs", pack_state)

"""Registers the room with Django and with the replay."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "netra.records.accounts"
    label = "accounts"

    def ready(self) -> None:
        from netra.records.accounts.state import access_state
        from netra.records.ledger.replaying import register_source

        register_source("access", access_state)

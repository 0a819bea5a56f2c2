"""Registers the room with Django, with the replay and with the road of cases."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    name = "netra.records.parties"
    label = "parties"

    def ready(self) -> None:
        from netra.records.cases.road import register_followers, register_hold
        from netra.records.ledger.replaying import register_source
        from netra.records.parties.joined import followed, followers, hold_joined
        from netra.records.parties.state import party_state

        register_source("parties", party_state)
        register_hold(hold_joined)
        register_followers(followers, followed)

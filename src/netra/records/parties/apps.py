"""Registers the room with Django, with the replay and with the road of cases."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    name = "netra.records.parties"
    label = "parties"

    def ready(self) -> None:
        from netra.records.access import register_tie_check
        from netra.records.cases.actions.alleging import register_leaving
        from netra.records.cases.road import register_followers, register_hold
        from netra.records.ledger.guards import register_guards
        from netra.records.ledger.replaying import register_source
        from netra.records.parties.actions.sides import leave_sides
        from netra.records.parties.joined import followed, followers, hold_joined
        from netra.records.parties.state import party_state
        from netra.records.parties.ties import GUARDS, ties_by_joining

        register_source("parties", party_state)
        register_tie_check("parties", ties_by_joining)
        register_guards(GUARDS)
        register_hold(hold_joined)
        register_leaving(leave_sides)
        register_followers(followers, followed)

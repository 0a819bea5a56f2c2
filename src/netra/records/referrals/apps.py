"""Registers the room with Django, the replay and the conditions of the road."""

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "netra.records.referrals"
    label = "referrals"

    def ready(self) -> None:
        from netra.records.cases.conditions import register_condition
        from netra.records.ledger.replaying import register_source
        from netra.records.referrals.following_state import following_state
        from netra.records.referrals.queries import has_addressees
        from netra.records.referrals.state import referral_state
        from netra.records.referrals.turning import follow_office, set_aside
        from netra.records.turns.actions.reopening import register_reopened
        from netra.records.turns.handing import register_follower

        register_condition("addressee_for_every_outcome", has_addressees)
        register_source("referrals", referral_state)
        register_source("letters_under_way", following_state)
        register_follower("referrals", follow_office)
        register_reopened("referrals", set_aside)

"""Registers the room with Django, with the replay and with the allegations."""

from django.apps import AppConfig


class ProofConfig(AppConfig):
    name = "netra.records.proof"
    label = "proof"

    def ready(self) -> None:
        from netra.records.cases.actions.alleging import register_leaving
        from netra.records.ledger.replaying import register_source
        from netra.records.proof.facts import leave_with
        from netra.records.proof.state import proof_state

        register_source("proof", proof_state)
        register_leaving(leave_with)

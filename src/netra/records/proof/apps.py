"""Registers the room with Django."""

from django.apps import AppConfig


class ProofConfig(AppConfig):
    name = "netra.records.proof"
    label = "proof"

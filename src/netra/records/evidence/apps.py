"""Registers the room with Django."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "netra.records.evidence"
    label = "evidence"

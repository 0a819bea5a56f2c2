"""Registers the room with Django."""

from django.apps import AppConfig


class ClarificationsConfig(AppConfig):
    name = "netra.records.clarifications"
    label = "clarifications"

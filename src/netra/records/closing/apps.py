"""Registers the room with Django."""

from django.apps import AppConfig


class ClosingConfig(AppConfig):
    name = "netra.records.closing"
    label = "closing"

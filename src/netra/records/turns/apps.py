"""Registers the room with Django."""

from django.apps import AppConfig


class TurnsConfig(AppConfig):
    name = "netra.records.turns"
    label = "turns"

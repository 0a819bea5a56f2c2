"""Registers the room with Django."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    name = "netra.records.parties"
    label = "parties"

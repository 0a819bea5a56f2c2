"""Registers the room with Django."""

from django.apps import AppConfig


class PacksConfig(AppConfig):
    name = "netra.records.packs"
    label = "packs"

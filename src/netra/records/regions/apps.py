"""Registers the room with Django."""

from django.apps import AppConfig


class RegionsConfig(AppConfig):
    name = "netra.records.regions"
    label = "regions"

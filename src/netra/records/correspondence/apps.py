"""Registers the room with Django."""

from django.apps import AppConfig


class CorrespondenceConfig(AppConfig):
    name = "netra.records.correspondence"
    label = "correspondence"

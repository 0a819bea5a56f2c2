"""Registers the room with Django."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "netra.records.notices"
    label = "notices"

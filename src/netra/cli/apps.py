"""Registers the commands with Django."""

from django.apps import AppConfig


class CliConfig(AppConfig):
    name = "netra.cli"
    label = "cli"

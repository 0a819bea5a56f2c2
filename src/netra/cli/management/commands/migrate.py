"""`netra migrate`: Django's command, with the guards of the rooms put back after it."""

from typing import Any

from django.core.management.commands.migrate import Command as Migrate
from django.db import connections

from netra.records.ledger.guards import install_guards, remove_guards


class Command(Migrate):
    """Migrate while no guard stands in the way; afterwards all are in place again."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Take the guards away, migrate, and put them back whatever happens."""
        connection = connections[options["database"]]
        remove_guards(connection)
        try:
            super().handle(*args, **options)
        finally:
            install_guards(connection)

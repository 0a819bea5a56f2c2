"""What somebody who has stolen the database could do to the ledger."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.utils import CursorWrapper


@contextmanager
def unguarded() -> Iterator[CursorWrapper]:
    """Let a test do what the triggers refuse, as a thief of the database could."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            table = "ALTER TABLE ledger_ledgerentry {} TRIGGER USER"
            cursor.execute(table.format("DISABLE"))
            yield cursor
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(table.format("ENABLE"))
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _sql in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        yield cursor
        for _name, sql in triggers:
            cursor.execute(sql)

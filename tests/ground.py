"""Emptying a database with real commits, past the triggers that guard the ledger."""

from django.db import connection, transaction

_KEPT = {"regions_region", "django_content_type", "auth_permission"}


def _tables() -> list[str]:
    names = connection.introspection.django_table_names(only_existing=True)
    return sorted(set(names) - _KEPT)


def empty() -> None:
    """Empty every table but the regions."""
    quoted = [connection.ops.quote_name(name) for name in _tables()]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            guarded = "ALTER TABLE ledger_ledgerentry {} TRIGGER USER"
            cursor.execute(guarded.format("DISABLE"))
            cursor.execute(f"TRUNCATE {', '.join(quoted)} RESTART IDENTITY")
            cursor.execute(guarded.format("ENABLE"))
            return
    _empty_sqlite(quoted)


def _empty_sqlite(quoted: list[str]) -> None:
    with (
        connection.constraint_checks_disabled(),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _sql in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        for table in quoted:
            cursor.execute(f"DELETE FROM {table}")
        for _name, sql in triggers:
            cursor.execute(sql)

"""What the database itself refuses, whatever program writes: triggers of the rooms.

A constraint sees one row; some rules need a second table, such as *nobody who is tied
to a party votes*. A room describes such a rule as a `Guard` and registers it when
Django starts. `netra migrate` takes all guards away, migrates, and puts them back: a
migration that rebuilds a table can therefore neither lose a guard nor stumble over one.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

_GUARDS: dict[str, "Guard"] = {}
_PREFIX = "guard_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """One rule: which write to which table is refused on what condition.

    Args:
        name: Unique; letters, digits and underscores.
        table: Table that is guarded.
        event: `INSERT`, `DELETE`, `UPDATE` or `UPDATE OF column`.
        refused_when: SQL condition over `NEW` and `OLD` that both databases know.
        message: What the operator reads, in English, without values.
    """

    name: str
    table: str
    event: str
    refused_when: str
    message: str

    @property
    def trigger(self) -> str:
        """Name of the trigger and, on PostgreSQL, of its function."""
        return f"{_PREFIX}{self.name}"


def register_guards(guards: Iterable[Guard]) -> None:
    """Name the guards of a room; registering one again replaces it."""
    _GUARDS.update((guard.name, guard) for guard in guards)


def known_guards() -> tuple[Guard, ...]:
    """Return every guard that is registered."""
    return tuple(_GUARDS.values())


def install_guards(connection: BaseDatabaseWrapper) -> None:
    """Put every guard in place whose table exists; those of old versions are gone."""
    remove_guards(connection)
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for guard in known_guards():
            if guard.table in tables:
                for statement in _statements(guard, connection.vendor):
                    cursor.execute(statement)


def remove_guards(connection: BaseDatabaseWrapper) -> None:
    """Take every guard away, also those that no room registers any more."""
    with connection.cursor() as cursor:
        for trigger, table in installed(connection):
            if connection.vendor == "postgresql":
                cursor.execute(f'DROP TRIGGER "{trigger}" ON "{table}"')
                cursor.execute(f'DROP FUNCTION IF EXISTS "{trigger}"()')
            else:
                cursor.execute(f'DROP TRIGGER "{trigger}"')


def installed(connection: BaseDatabaseWrapper) -> list[tuple[str, str]]:
    """Return the triggers of guards that are in place, each with its table."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT t.tgname, c.relname FROM pg_trigger t "
                "JOIN pg_class c ON c.oid = t.tgrelid "
                "WHERE NOT t.tgisinternal AND starts_with(t.tgname, %s)",
                [_PREFIX],
            )
        else:
            cursor.execute(
                "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' "
                "AND substr(name, 1, %s) = %s",
                [len(_PREFIX), _PREFIX],
            )
        return [(str(name), str(table)) for name, table in cursor.fetchall()]


def _statements(guard: Guard, vendor: str) -> tuple[str, ...]:
    head = f'CREATE TRIGGER "{guard.trigger}" BEFORE {guard.event} ON "{guard.table}"'
    message = guard.message.replace("'", "''")
    if vendor != "postgresql":
        refuse = f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
        return (f"{head} WHEN {guard.refused_when} {refuse}",)
    message = message.replace("%", "%%")  # RAISE takes it as a format
    function = (
        f'CREATE OR REPLACE FUNCTION "{guard.trigger}"() RETURNS trigger '
        "LANGUAGE plpgsql AS $$ "
        f"BEGIN IF {guard.refused_when} THEN RAISE EXCEPTION '{message}' "
        f"USING ERRCODE = 'integrity_constraint_violation'; END IF; "
        f"RETURN {'OLD' if guard.event == 'DELETE' else 'NEW'}; END $$"
    )
    return (
        function,
        f'{head} FOR EACH ROW EXECUTE FUNCTION "{guard.trigger}"()',
    )

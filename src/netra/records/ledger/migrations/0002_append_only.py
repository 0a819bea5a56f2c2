"""Let the database itself refuse to change or delete an entry."""

from django.db import migrations

_SQLITE = (
    "CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger_ledgerentry "
    "BEGIN SELECT RAISE(ABORT, 'ledger entries are never changed'); END",
    "CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger_ledgerentry "
    "BEGIN SELECT RAISE(ABORT, 'ledger entries are never deleted'); END",
)
_POSTGRESQL = (
    "CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ "
    "BEGIN RAISE EXCEPTION 'ledger entries are never changed or deleted'; END $$",
    "CREATE TRIGGER ledger_no_change BEFORE UPDATE OR DELETE ON ledger_ledgerentry "
    "FOR EACH ROW EXECUTE FUNCTION ledger_refuse()",
    "CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON ledger_ledgerentry "
    "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()",
)
_SQLITE_BACK = ("DROP TRIGGER ledger_no_update", "DROP TRIGGER ledger_no_delete")
_POSTGRESQL_BACK = (
    "DROP TRIGGER ledger_no_truncate ON ledger_ledgerentry",
    "DROP TRIGGER ledger_no_change ON ledger_ledgerentry",
    "DROP FUNCTION ledger_refuse()",
)


def _run(schema_editor, sqlite, postgresql):
    connection = schema_editor.connection
    statements = postgresql if connection.vendor == "postgresql" else sqlite
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def forward(apps, schema_editor):
    _run(schema_editor, _SQLITE, _POSTGRESQL)


def backward(apps, schema_editor):
    _run(schema_editor, _SQLITE_BACK, _POSTGRESQL_BACK)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_first")]
    operations = [migrations.RunPython(forward, backward)]

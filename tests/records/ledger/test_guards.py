"""The database holds every guard that a room registers, whatever was migrated."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from netra.records.ledger.guards import Guard, installed, known_guards, register_guards
from netra.records.ledger.models import Opening


@pytest.mark.usefixtures("db")
def test_every_registered_guard_is_in_place() -> None:
    wanted = {(guard.trigger, guard.table) for guard in known_guards()}
    assert wanted
    assert set(installed(connection)) == wanted


@pytest.mark.usefixtures("committed")
def test_migrating_again_puts_a_lost_guard_back() -> None:
    trigger, table = installed(connection)[0]
    with connection.cursor() as cursor:
        on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
        cursor.execute(f'DROP TRIGGER "{trigger}"{on}')
    assert (trigger, table) not in installed(connection)
    call_command("migrate", verbosity=0)
    assert (trigger, table) in installed(connection)


@pytest.mark.usefixtures("committed")
def test_a_guard_refuses_what_it_describes_and_nothing_else(monkeypatch) -> None:
    monkeypatch.setattr("netra.records.ledger.guards._GUARDS", {})
    register_guards(
        [
            Guard(
                name="sample",
                table=Opening._meta.db_table,
                event="INSERT",
                refused_when="NEW.commitment = 'refused'",
                message="it's 100% refused",
            )
        ]
    )
    call_command("migrate", verbosity=0)
    try:
        Opening.objects.create(commitment="kept", salt=b"1")
        with (
            pytest.raises(IntegrityError, match="it's 100% refused"),
            transaction.atomic(),
        ):
            Opening.objects.create(commitment="refused", salt=b"1")
        assert list(Opening.objects.values_list("commitment", flat=True)) == ["kept"]
    finally:
        monkeypatch.undo()
        call_command("migrate", verbosity=0)
    assert len(installed(connection)) == len(known_guards())

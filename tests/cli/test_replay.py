"""`netra replay` finds the first place where the kept state left the ledger."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from netra.records.accounts.models import Office
from netra.records.cases.models import Case
from netra.records.ledger.models import LedgerEntry
from tests import people
from tests.records.ledger.thief import unguarded

pytestmark = pytest.mark.django_db


def replayed(*arguments: str) -> tuple[int, str]:
    """Return exit code and output."""
    out = StringIO()
    try:
        call_command("replay", *arguments, stdout=out)
    except SystemExit as stop:
        return int(stop.code or 0), out.getvalue()
    return 0, out.getvalue()


def test_a_walked_case_equals_its_replay(cast):
    people.case_on(cast, "status_notice")

    code, told = replayed()

    assert code == 0
    assert told.startswith("Sama")


def test_a_changed_row_is_the_first_difference(cast):
    case = people.case_on(cast, "plenary_outcome")
    Case.objects.filter(pk=case.pk).update(step="end")

    code, told = replayed("--json")

    answer = json.loads(told)
    assert code == 1
    assert answer["equal"] is False
    assert answer["difference"] == {
        "subject": f"case:{case.pk}",
        "field": "step",
        "replayed": "plenary_outcome",
        "kept": "end",
    }


def test_a_case_is_compared_alone_by_its_number(cast):
    case = people.case_on(cast, "referral")
    Office.objects.filter(pk=cast.elsewhere.pk).update(name="Lain")

    whole, _told = replayed()
    alone, told = replayed("--case", case.number, "--json")

    assert whole == 1
    assert alone == 0
    assert json.loads(told)["subjects"] == 3  # report, case and plenary


def test_the_report_of_a_case_is_compared_with_it(cast):
    case = people.case_on(cast, "study")
    type(case.report).objects.filter(pk=case.report_id).update(place_region="33.74.02")

    code, told = replayed("--case", case.number)

    assert code == 1
    assert f"report:{case.report_id} place_region" in told


def test_checking_is_itself_entered_and_changes_no_state(cast):
    replayed("--as", cast.dewi.username)
    newest = LedgerEntry.objects.latest("number")

    assert (newest.kind, newest.subject) == ("ledger.replayed", "ledger:replay")
    assert newest.actor == str(cast.dewi.pk)
    assert replayed()[0] == 0


def test_an_officer_may_check_a_case_of_the_office_but_not_the_nation(cast):
    case = people.case_on(cast, "study")

    assert replayed("--case", case.number, "--as", "budi")[0] == 0
    with pytest.raises(CommandError) as refused:
        call_command("replay", "--as", "budi")
    assert refused.value.returncode == 2


def test_a_case_of_another_region_is_not_there(cast):
    case = people.case_on(cast, "study")

    with pytest.raises(CommandError, match="Tidak ada perkara") as missing:
        call_command("replay", "--case", case.number, "--as", "anton")
    assert missing.value.returncode == 2


def test_an_unknown_account_is_named(cast):
    with pytest.raises(CommandError, match="siapa"):
        call_command("replay", "--as", "siapa")


def test_a_broken_chain_ends_with_code_one(cast):
    with unguarded() as cursor:
        cursor.execute("UPDATE ledger_ledgerentry SET previous = 'x' WHERE number = 3")
    before = LedgerEntry.objects.count()

    with pytest.raises(CommandError, match="entry 3") as broken:
        call_command("replay")

    assert broken.value.returncode == 1
    assert LedgerEntry.objects.count() == before


def test_a_case_of_a_finding_is_compared_with_what_it_came_from(cast):
    tracing = people.tracing_on(cast)
    case = people.case_of_finding(cast, "study", origin=tracing)

    alone, told = replayed("--case", case.number, "--json")
    type(tracing).objects.filter(pk=tracing.pk).update(place_region="33.74.02")
    changed, difference = replayed("--case", case.number)

    assert alone == 0
    assert json.loads(told)["subjects"] == 4  # case, finding, tracing and person
    assert changed == 1
    assert f"tracing:{tracing.pk} place_region" in difference

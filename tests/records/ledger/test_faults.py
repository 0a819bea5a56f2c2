"""Each fault put into the kept ledger or the state is found and named."""

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from netra.domain.ledger import ChainBrokenError
from netra.records.accounts.queries import PUBLIC
from netra.records.cases.models import Case, Vote
from netra.records.ledger import actions as ledger
from netra.records.ledger.models import LedgerEntry, LedgerHead, Opening
from netra.records.ledger.replaying import compare
from netra.records.reports.models import CheckResult, Report, Reporter
from tests import people
from tests.records.ledger.thief import unguarded

UPDATE = "UPDATE ledger_ledgerentry SET {} WHERE number = %s"


@pytest.fixture
def case(cast: people.Cast) -> Case:
    return people.case_on(cast, "status_notice")


def number_of(kind: str) -> int:
    return LedgerEntry.objects.filter(kind=kind).latest("number").number


def broken() -> str:
    with pytest.raises(ChainBrokenError) as caught:
        compare()
    return str(caught.value)


def difference() -> str:
    found = compare().difference
    assert found is not None
    return str(found)


# The database refuses -----------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_ledgerentry SET actor = 'x' WHERE number = 1",
        "DELETE FROM ledger_ledgerentry WHERE number = 1",
        "DELETE FROM ledger_ledgerentry",
    ],
)
def test_the_database_refuses_to_change_the_past(db: None, statement: str) -> None:
    before = LedgerEntry.objects.count()
    with (
        pytest.raises(DatabaseError, match="ledger entries are never"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert LedgerEntry.objects.count() == before > 0


def test_the_database_refuses_to_empty_the_ledger_at_once(db: None) -> None:
    emptying = {
        "postgresql": "TRUNCATE ledger_ledgerentry",
        "sqlite": "DELETE FROM ledger_ledgerentry",  # knows no other way
    }
    with (
        pytest.raises(DatabaseError, match="ledger entries are never"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(emptying[connection.vendor])
    assert LedgerEntry.objects.exists()


def test_an_entry_needs_the_transaction_of_its_act(committed: None) -> None:
    with pytest.raises(transaction.TransactionManagementError, match="append needs"):
        ledger.append(
            "report.submitted",
            "report:1",
            actor=PUBLIC,
            at=people.SUBMITTED_AT,
            facts={},
        )


# Faults in the chain --------------------------------------------------------------------


def test_a_changed_byte(case: Case) -> None:
    number = number_of("case.decided")
    row = LedgerEntry.objects.get(pk=number)
    altered = bytes(row.canonical).replace(b"other_law_asn", b"administrative")
    with unguarded() as cursor:
        cursor.execute(UPDATE.format("canonical = %s"), [altered, number])
    assert broken() == f"entry {number}: leaf hash is {row.leaf}, which is wrong"


def test_a_changed_column(case: Case) -> None:
    number = number_of("case.decided")
    with unguarded() as cursor:
        cursor.execute(UPDATE.format("actor = %s"), ["999", number])
    assert broken() == f"entry {number}: stored bytes differ from its fields"


def test_a_removed_entry(case: Case) -> None:
    number = number_of("plenary.voted")
    with unguarded() as cursor:
        cursor.execute("DELETE FROM ledger_ledgerentry WHERE number = %s", [number])
    assert broken() == f"entry {number} is missing; found {number + 1}"


def test_two_swapped_entries(case: Case) -> None:
    number = number_of("case.decided")
    with unguarded() as cursor:
        for old, new in ((number, 10**6), (number + 1, number), (10**6, number + 1)):
            cursor.execute(UPDATE.format(f"number = {new}"), [old])
    assert broken().startswith(f"entry {number}: previous hash is")


def test_a_removed_entry_covered_by_renumbering(case: Case) -> None:
    number = number_of("plenary.voted")
    with unguarded() as cursor:
        cursor.execute("DELETE FROM ledger_ledgerentry WHERE number = %s", [number])
        later = LedgerEntry.objects.filter(number__gt=number).order_by("number")
        for old in list(later.values_list("number", flat=True)):
            cursor.execute(UPDATE.format(f"number = {old - 1}"), [old])
    assert broken().startswith(f"entry {number}: previous hash is")


def test_a_wrong_predecessor(case: Case) -> None:
    number = number_of("case.referred")
    expected = LedgerEntry.objects.get(pk=number - 1).leaf
    with unguarded() as cursor:
        cursor.execute(UPDATE.format("previous = %s"), ["e" * 64, number])
    assert broken() == (
        f"entry {number}: previous hash is {'e' * 64}, expected {expected}"
    )


def test_a_changed_step(case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(step="end")
    assert difference() == (
        f"case:{case.pk} step: replay says 'status_notice', state says 'end'"
    )


def test_a_changed_outcome(case: Case) -> None:
    respondent = case.report.respondents.get()
    case.outcomes.update(outcome="not_a_violation")
    assert difference() == (
        f"case:{case.pk} outcome/{respondent.pk}: "
        "replay says 'other_law_asn', state says 'not_a_violation'"
    )


def test_a_changed_vote(case: Case) -> None:
    Vote.objects.filter(plenary__case=case).update(outcome="not_a_violation")
    assert difference().startswith("plenary:")


def test_a_changed_addressee(case: Case) -> None:
    case.referrals.update(authority="kasn")
    assert "authority: replay says 'bkn', state says 'kasn'" in difference()


def test_a_changed_date(case: Case) -> None:
    case.events.filter(key="outcome_decided").update(at=people.SUBMITTED_AT)
    assert f"case:{case.pk} event/outcome_decided" in difference()


def test_a_changed_check(case: Case) -> None:
    CheckResult.objects.filter(report=case.report, round=2).update(present=False)
    assert f"report:{case.report_id} check/2/" in difference()


def test_a_removed_norm(case: Case) -> None:
    case.allegations.all().delete()
    assert f"case:{case.pk} allegation/" in difference()


def test_a_role_that_nobody_granted(cast: people.Cast) -> None:
    cast.budi.roles.update(role="member")
    role = cast.budi.roles.get().pk
    assert difference() == (
        f"role:{role} role: replay says 'officer', state says 'member'"
    )


def test_an_account_that_nobody_opened(cast: people.Cast) -> None:
    user = type(cast.budi).objects.create_user("susup", password=people.PASSWORD)
    assert difference().startswith(f"account:{user.pk} ")


# Texts and identities -------------------------------------------------------------------


def test_an_altered_text_does_not_open(case: Case) -> None:
    Report.objects.filter(pk=case.report_id).update(account="Cerita lain.")
    assert "account: " in difference()
    assert "text does not open its commitment" in difference()


def test_an_altered_identity_does_not_open(case: Case) -> None:
    Reporter.objects.filter(report=case.report).update(name="Orang Lain")
    assert "reporter/name: " in difference()


def test_neither_fault_nor_entry_tells_what_the_text_was(case: Case) -> None:
    Reporter.objects.filter(report=case.report).update(name="Orang Lain")
    whole = b" ".join(
        bytes(b) for b in LedgerEntry.objects.values_list("canonical", flat=True)
    )
    for secret in ("Wati", "Orang Lain", "Bambang", "panggung"):
        assert secret not in difference()
        assert secret.encode() not in whole


def fact(case: Case, name: str) -> str:
    for row in LedgerEntry.objects.filter(subject=f"report:{case.report_id}"):
        if name in row.facts():
            return str(row.facts()[name])
    raise LookupError(name)


def test_an_erased_text_says_so_and_leaves_the_replay_whole(case: Case) -> None:
    Report.objects.filter(pk=case.report_id).update(account="")
    commitment = fact(case, "account")
    ledger.erase_opening(commitment=commitment, at=people.TOLD_AT)
    found = compare()
    assert found.difference is None
    assert found.erased == 1
    assert Opening.objects.get(pk=commitment).erased_at == people.TOLD_AT


def test_a_text_kept_after_its_erasure_is_a_fault(case: Case) -> None:
    ledger.erase_opening(commitment=fact(case, "account"), at=people.TOLD_AT)
    assert "text kept after erasure" in difference()


def test_a_text_removed_without_erasure_is_a_fault(case: Case) -> None:
    Report.objects.filter(pk=case.report_id).update(account="")
    assert "text does not open its commitment" in difference()


def test_a_comparison_may_be_of_one_matter(case: Case) -> None:
    Report.objects.filter(pk=case.report_id).update(step="notice")
    only = frozenset({case.ledger_subject})
    assert compare(only).difference is None
    assert compare(only | {case.report.ledger_subject}).difference is not None


def test_the_head_counts_the_entries(case: Case) -> None:
    head = LedgerHead.objects.get()
    newest = LedgerEntry.objects.latest("number")
    assert (head.number, head.leaf) == (newest.number, newest.leaf)
    assert head.number == LedgerEntry.objects.count()


def test_happening_and_recording_are_told_apart(cast: people.Cast) -> None:
    people.report_on(cast, "completion")
    row = LedgerEntry.objects.filter(kind="report.notice_given").get()
    assert row.happened_at == row.recorded_at == people.NOTIFIED_AT


def test_newest_entries_cut_off_are_missed(case) -> None:
    newest = LedgerEntry.objects.latest("number").number
    with unguarded() as cursor:
        cursor.execute("DELETE FROM ledger_ledgerentry WHERE number = %s", [newest])
    assert f"the head names entry {newest}" in broken()

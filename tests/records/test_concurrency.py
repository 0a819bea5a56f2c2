"""Two people act at once on connections of their own; exactly one comes first.

Both wait at a barrier and then write. The loser gets the named error, nothing of its
act is kept, and the ledger stays whole. The tests say the same on both databases.
"""

import threading
from collections import Counter
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from netra.domain.access import Actor
from netra.records.accounts.queries import INSTALLATION, PUBLIC
from netra.records.cases import actions as cases
from netra.records.cases.conditions import open_plenary
from netra.records.cases.errors import CaseError, CaseMovedError, PlenaryClosedError
from netra.records.cases.models import Case, RespondentOutcome
from netra.records.evidence.actions import receive_blob
from netra.records.evidence.models import Blob
from netra.records.ledger import actions as ledger
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from netra.records.referrals import actions as referrals
from netra.records.reports import actions as reports
from netra.records.reports.errors import DraftHandedInError, StepPassedError
from netra.records.reports.models import Report
from tests import people
from tests.records.refusals import PNG

pytestmark = pytest.mark.usefixtures("committed")
_WAIT_S = 30


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Run the acts at the same time; return `done` or the name of each error."""
    barrier = threading.Barrier(len(acts))
    ends: list[str] = ["never ended"] * len(acts)

    def run(place: int, act: Callable[[], object]) -> None:
        try:
            connection.ensure_connection()
            barrier.wait(_WAIT_S)
            act()
            ends[place] = "done"
        except Exception as error:  # noqa: BLE001 # the test names what may come
            ends[place] = type(error).__name__
        finally:
            connection.close()

    threads = [
        threading.Thread(target=run, args=(place, act), daemon=True)
        for place, act in enumerate(acts)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(_WAIT_S)
    return ends


@pytest.fixture
def cast() -> people.Cast:
    return people.make_cast()


def unbroken() -> None:
    found = compare()
    assert found.difference is None
    numbers = list(LedgerEntry.objects.values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))


def one_wins(ends: list[str], error: type[Exception]) -> None:
    assert Counter(ends) == {"done": 1, error.__name__: 1}
    unbroken()


def studying(report_id: int, actor: Actor) -> Callable[[], object]:
    report = Report.objects.get(pk=report_id)
    found = people.findings(report)
    return lambda: reports.finish_initial_study(
        report=report,
        findings=found,
        alleged_kind="",
        note=actor.account_id,
        refusal_reason="",
        actor=actor,
        at=people.STUDIED_AT,
    )


def test_two_officers_end_the_initial_study(cast: people.Cast) -> None:
    report = people.submitted(cast)
    officers = [people.as_actor(user) for user in (cast.budi, cast.eko)]
    ends = at_once(*(studying(report.pk, officer) for officer in officers))
    one_wins(ends, StepPassedError)
    report.refresh_from_db()
    assert report.study_note == officers[ends.index("done")].account_id
    assert report.checks.count() == len(people.findings(report))


def registering(report_id: int, actor: Actor) -> Callable[[], object]:
    report = Report.objects.get(pk=report_id)
    return lambda: cases.register_report(
        report=report, actor=actor, at=people.REGISTERED_AT
    )


def test_two_officers_register_one_report(cast: people.Cast) -> None:
    report = people.report_on(cast, "registration")
    officers = [people.as_actor(user) for user in (cast.budi, cast.eko)]
    ends = at_once(*(registering(report.pk, officer) for officer in officers))
    one_wins(ends, StepPassedError)
    assert Case.objects.count() == 1


def test_two_reports_registered_at_once_get_two_numbers(cast: people.Cast) -> None:
    first, second = (people.report_on(cast, "registration") for _ in range(2))
    ends = at_once(
        registering(first.pk, people.as_actor(cast.budi)),
        registering(second.pk, people.as_actor(cast.eko)),
    )
    assert ends == ["done", "done"]
    assert len(set(Case.objects.values_list("number", flat=True))) == 2
    unbroken()


def closing(case_id: int, actor: Actor, text: str) -> Callable[[], object]:
    case = Case.objects.get(pk=case_id)
    return lambda: cases.close_plenary(
        case=case, decision_text=text, actor=actor, at=people.DECIDED_AT
    )


def test_two_members_decide_one_case(cast: people.Cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    people.ready_to_close(case, cast, "other_law_asn")
    members = [people.as_actor(user) for user in (cast.sari, cast.tono)]
    ends = at_once(
        *(closing(case.pk, member, f"Putusan {n}") for n, member in enumerate(members))
    )
    assert Counter(ends)["done"] == 1
    assert set(ends) - {"done"} <= {"PlenaryClosedError", "CaseMovedError"}
    unbroken()
    assert RespondentOutcome.objects.count() == 1
    assert case.plenaries.get().decision_text == f"Putusan {ends.index('done')}"


def test_a_vote_and_the_closing_keep_their_order(cast: people.Cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    people.ready_to_close(case, cast, "other_law_asn")
    plenary = open_plenary(case)
    assert plenary is not None
    respondent = case.report.respondents.get()
    tono = people.as_actor(cast.tono)
    ends = at_once(
        closing(case.pk, people.as_actor(cast.sari), "Putusan"),
        lambda: cases.cast_vote(
            plenary=plenary,
            respondent=respondent,
            outcome="not_a_violation",
            reason="berubah",
            actor=tono,
            at=people.VOTED_AT,
        ),
    )
    assert ends[0] == "done"
    assert ends[1] in {"done", PlenaryClosedError.__name__}
    assert RespondentOutcome.objects.get().outcome == "other_law_asn"
    unbroken()


def referring(case_id: int, actor: Actor) -> Callable[[], object]:
    case = Case.objects.get(pk=case_id)
    return lambda: referrals.refer_case(case=case, actor=actor, at=people.REFERRED_AT)


def test_two_officers_refer_one_case(cast: people.Cast) -> None:
    case = people.case_on(cast, "referral")
    officers = [people.as_actor(user) for user in (cast.budi, cast.eko)]
    ends = at_once(*(referring(case.pk, officer) for officer in officers))
    assert Counter(ends)["done"] == 1
    assert issubclass(CaseMovedError, CaseError)
    assert "CaseMovedError" in ends
    unbroken()
    assert case.referrals.count() == 1


def test_one_draft_sent_twice_is_one_report(cast: people.Cast) -> None:
    draft = reports.open_draft(at=people.SUBMITTED_AT)

    def send() -> object:
        return reports.hand_in_report(
            draft=draft,
            content=people.TELLING,
            contest=None,
            actor=PUBLIC,
            at=people.SUBMITTED_AT,
        )

    one_wins(at_once(send, send), DraftHandedInError)
    assert Report.objects.count() == 1


def test_many_entries_at_once_leave_no_gap() -> None:
    before = LedgerEntry.objects.count()

    def enter() -> None:
        for _ in range(5):
            with transaction.atomic():
                ledger.append(
                    "ledger.replayed",
                    "ledger:replay",
                    actor=INSTALLATION,
                    at=people.LAID_AT,
                    facts={},
                )

    assert at_once(*[enter] * 4) == ["done"] * 4
    assert LedgerEntry.objects.count() == before + 20
    unbroken()


def test_the_same_bytes_sent_twice_at_once_are_kept_once(
    settings: pytest.FixtureRequest,
) -> None:
    def receive() -> object:
        return receive_blob(chunks=[PNG], at=people.SUBMITTED_AT)

    assert at_once(receive, receive) == ["done", "done"]
    assert Blob.objects.count() == 1


def test_an_act_that_fails_leaves_no_entry(cast: people.Cast) -> None:
    report = people.report_on(cast, "registration")
    before = LedgerEntry.objects.count()

    def register_and_fail() -> None:
        with transaction.atomic():
            registering(report.pk, people.as_actor(cast.budi))()
            raise RuntimeError("after")

    with pytest.raises(RuntimeError, match="after"):
        register_and_fail()
    assert LedgerEntry.objects.count() == before
    assert not Case.objects.exists()
    unbroken()

"""A tier takes over while the other decides, a person is corrected during a plenary.

Two acts that exclude each other are written at the same time on connections of their
own. There is one outcome, nothing is half written, and the ledger replays whole; the
tests say the same on both databases.
"""

from collections import Counter
from collections.abc import Callable

import pytest

from netra.records.cases import actions as cases
from netra.records.cases.conditions import open_plenary
from netra.records.cases.models import Case, Plenary, Recusal, RespondentOutcome, Vote
from netra.records.closing import actions as closing
from netra.records.closing.models import Closure
from netra.records.ledger.models import LedgerEntry
from netra.records.notices import actions as notices
from netra.records.notices.actions.telling import Addressee
from netra.records.notices.models import Notice
from netra.records.parties import actions as parties
from netra.records.parties.content import RespondentContent
from netra.records.referrals import actions as referrals
from netra.records.turns import actions as turns
from netra.records.turns.models import Move
from tests import people
from tests.people import as_actor
from tests.records.closing.test_closing import ended
from tests.records.test_concurrency import at_once, unbroken

pytestmark = pytest.mark.usefixtures("committed")


@pytest.fixture
def cast() -> people.Cast:
    return people.make_cast()


@pytest.fixture
def ready(cast: people.Cast) -> Case:
    """A case whose plenary has voted and is not closed."""
    case = people.case_on(cast, "plenary_outcome")
    people.ready_to_close(case, cast, "other_law_asn")
    return case


def fresh(case: Case) -> Case:
    """The case as a page of its own has read it."""
    return Case.objects.get(pk=case.pk)


def deciding(case: Case, cast: people.Cast) -> Callable[[], object]:
    read = fresh(case)
    return lambda: cases.close_plenary(
        case=read,
        decision_text="Putusan",
        actor=as_actor(cast.sari),
        at=people.DECIDED_AT,
    )


def taking_over(case: Case, cast: people.Cast) -> Callable[[], object]:
    read = fresh(case)
    return lambda: turns.take_over_case(
        case=read,
        office=cast.province,
        reason="DATA CONTOH",
        actor=as_actor(cast.gita),
        at=people.DECIDED_AT,
    )


def test_a_tier_takes_over_while_the_other_decides(cast, ready) -> None:
    ends = at_once(deciding(ready, cast), taking_over(ready, cast))
    assert "done" in ends
    ready.refresh_from_db()
    plenary = Plenary.objects.get()
    outcomes = RespondentOutcome.objects.count()
    if ends[0] == "done":
        assert (ready.step, outcomes, plenary.decision_text) == (
            "referral",
            1,
            "Putusan",
        )
    else:
        assert (ready.step, outcomes) == ("plenary_outcome", 0)
        assert ready.region == "33"
        assert plenary.decision_text != "Putusan"
    assert plenary.closed_at is not None
    assert Move.objects.count() == Counter(ends[1:])["done"]
    unbroken()


def test_two_tiers_and_two_officers_take_over_once(cast, ready) -> None:
    ends = at_once(taking_over(ready, cast), taking_over(ready, cast))
    assert Counter(ends)["done"] == 1
    assert Move.objects.count() == 1
    unbroken()


def test_a_respondent_is_corrected_during_the_plenary(cast, ready) -> None:
    wrong = ready.respondents.get()
    read = fresh(ready)

    def correct() -> object:
        return parties.replace_respondent(
            case=read,
            respondent=wrong,
            content=RespondentContent(
                name="Contoh Yang Benar", employment_class="pns", holds_office=False
            ),
            reason="Nama serupa.",
            actor=as_actor(cast.budi),
            at=people.DECIDED_AT,
        )

    ends = at_once(deciding(ready, cast), correct)
    assert Counter(ends)["done"] == 1
    ready.refresh_from_db()
    decided = ends[0] == "done"
    assert RespondentOutcome.objects.count() == decided
    assert (ready.respondents.get() == wrong) is decided
    assert (open_plenary(ready) is None) is decided
    unbroken()


def test_a_tie_is_declared_while_the_person_votes(cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    plenary = people.convened(people.approved(case, cast), cast)
    respondent = case.respondents.get()
    read = fresh(case)
    tono = as_actor(cast.tono)
    ends = at_once(
        lambda: cases.cast_vote(
            plenary=plenary,
            respondent=respondent,
            outcome="other_law_asn",
            reason="DATA CONTOH",
            actor=tono,
            at=people.VOTED_AT,
        ),
        lambda: cases.declare_tie(
            case=read,
            relation=Recusal.Relation.KIN,
            reason="DATA CONTOH",
            actor=tono,
            at=people.VOTED_AT,
        ),
    )
    assert ends[1] == "done"
    assert not Vote.objects.filter(member=cast.tono).exists()
    assert not plenary.attendance.filter(member=cast.tono).exists()
    unbroken()


def test_two_tabs_prepare_one_message(cast) -> None:
    case = people.case_on(cast, "status_notice")

    def prepare() -> object:
        return notices.prepare_notice(
            matter=fresh(case),
            event=Notice.Event.DECIDED,
            addressee=Addressee(to=Notice.To.REPORTER),
            channel=Notice.Channel.LETTER,
            actor=as_actor(cast.budi),
            at=people.TOLD_AT,
        )

    ends = at_once(prepare, prepare)
    assert Counter(ends) == {"done": 1, "ToldAlreadyError": 1}
    notice = Notice.objects.get()

    def send() -> object:
        read = Notice.objects.get(pk=notice.pk)
        return notices.send_notice(
            notice=read, actor=as_actor(cast.eko), at=people.TOLD_AT
        )

    ends = at_once(send, send)
    assert Counter(ends) == {"done": 1, "NoticeMovedError": 1}
    assert LedgerEntry.objects.filter(kind="notice.sent").count() == 1
    unbroken()


def test_a_case_is_referred_while_a_tier_takes_it_over(cast) -> None:
    case = people.case_on(cast, "referral")
    read = fresh(case)
    ends = at_once(
        lambda: referrals.refer_case(
            case=read, actor=as_actor(cast.budi), at=people.REFERRED_AT
        ),
        taking_over(case, cast),
    )
    assert "done" in ends
    case.refresh_from_db()
    assert case.referrals.count() == (ends[0] == "done")
    assert set(case.referrals.values_list("region", flat=True)) <= {case.region}
    unbroken()


def test_a_task_is_added_while_the_file_is_closed(cast, monkeypatch) -> None:
    monkeypatch.setattr(
        "netra.records.documents.actions.issuing.render_pdf", lambda _paper: b"%PDF-"
    )
    case = ended(cast, monkeypatch)

    def add() -> object:
        return closing.add_task(
            case=fresh(case),
            title="DATA CONTOH",
            due_on=None,
            holder=None,
            actor=as_actor(cast.eko),
            at=people.TOLD_AT,
        )

    def close() -> object:
        return closing.close_file(
            case=fresh(case), note="", actor=as_actor(cast.budi), at=people.TOLD_AT
        )

    ends = at_once(add, close)
    assert Counter(ends)["done"] == 1
    assert Closure.objects.count() + case.tasks.count() == 1
    unbroken()

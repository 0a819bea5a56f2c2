"""What the tests of the turns share: people above, and short ways to act."""

from netra.domain.access import Role
from netra.records.accounts import actions as accounts
from netra.records.accounts.models import OfficeSetting, User
from netra.records.accounts.queries import INSTALLATION
from netra.records.cases import actions as cases
from netra.records.cases.models import Case
from netra.records.cases.queries import deadlines_of
from netra.records.ledger.replaying import compare
from netra.records.referrals.actions import refer_case
from netra.records.turns import actions as turns
from netra.records.turns.models import LateEvidence
from netra.records.turns.models.records import Source
from tests import people
from tests.offices import at
from tests.people import Cast, as_actor

MOVED_AT = at("2024-11-04 15:00")
LATER = at("2024-11-07 09:00")
WHY = "DATA CONTOH. Tempat kejadian berada di wilayah lain."


def replayed() -> None:
    """Hold the kept state to the replay of the ledger."""
    assert compare().difference is None


def officer_of_province(cast: Cast) -> User:
    """Return an officer of province 33, who may take over and give back."""
    return people.person("Hana", (Role.OFFICER, cast.province))


def due(case: Case) -> dict[str, object]:
    """Return the running deadlines of a case by key."""
    return {d.key: d.due_at for d in deadlines_of(case)}


def settle_reopening(cast: Cast) -> None:
    """Let the office settle its custom of reopening."""
    accounts.settle(
        office=cast.city,
        key=OfficeSetting.Key.REOPENING,
        value="DATA CONTOH. Ya, atas bukti baru.",
        actor=INSTALLATION,
        at=people.LAID_AT,
    )


def late_evidence(case: Case, cast: Cast, moment=LATER) -> LateEvidence:
    """Record evidence that came late."""
    return turns.add_new_evidence(
        case=case,
        brought_by=Source.REPORTER,
        description="DATA CONTOH. Rekaman suara acara.",
        why_late="DATA CONTOH. Baru ditemukan.",
        received_at=moment,
        actor=as_actor(cast.budi),
        at=moment,
    )


def decided_both(cast: Cast) -> Case:
    """Return a case decided as a crime and as a breach of neutrality."""
    case = people.approved(people.case_on(cast, "plenary_outcome"), cast)
    plenary = people.convened(case, cast)
    for member in cast.members:
        cases.cast_vote(
            plenary=plenary,
            respondent=case.respondents.get(),
            outcome="criminal",
            also="other_law_asn",
            reason="DATA CONTOH. Dua sisi.",
            actor=as_actor(member),
            at=people.VOTED_AT,
        )
    return cases.close_plenary(
        case=case,
        decision_text="DATA CONTOH. Putusan pleno.",
        actor=as_actor(cast.sari),
        at=people.DECIDED_AT,
    )


def walk_again(case: Case, cast: Cast, step: str = "status_notice") -> Case:
    """Walk a case that was opened again to a later step."""
    budi = as_actor(cast.budi)
    case = cases.submit_study(case=case, actor=budi, at=people.HANDED_UP_AT)
    case = people.ready_to_close(case, cast, "other_law_asn")
    case = cases.close_plenary(
        case=case,
        decision_text="DATA CONTOH. Putusan kedua.",
        actor=as_actor(cast.tono),
        at=LATER,
    )
    if step == "status_notice":
        refer_case(case=case, actor=budi, at=LATER)
        case.refresh_from_db()
    return case

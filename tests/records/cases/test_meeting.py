"""The call to a plenary, who stays away, and the dissent."""

from datetime import datetime

import pytest

from netra.records.accounts import actions as accounts
from netra.records.accounts.models import OfficeSetting
from netra.records.accounts.queries import INSTALLATION
from netra.records.cases import actions
from netra.records.cases.errors import (
    MemberPresentError,
    NobodyInvitedError,
    NotAMemberError,
    NoticePastError,
    PlenaryClosedError,
    TextMissingError,
    TiedPersonError,
)
from netra.records.cases.models import Absence, Case, Plenary, PlenaryNotice, Recusal
from netra.records.ledger.replaying import compare
from tests import people

SENT_AT = people.at("2024-11-04 14:00")


def call(case: Case, cast: people.Cast, **changes: object) -> PlenaryNotice:
    told = {
        "meets_at": people.CONVENED_AT,
        "place": "Ruang pleno",
        "is_online": False,
        "agenda": "DATA CONTOH. Memutus perkara.",
        "invited": cast.members,
        **changes,
    }
    actor = people.as_actor(cast.sari)
    return actions.call_plenary(case=case, **told, actor=actor, at=SENT_AT)


def two_convened(case: Case, cast: people.Cast) -> Plenary:
    accounts.settle(
        office=cast.city,
        key=OfficeSetting.Key.PLENARY_QUORUM,
        value="2",
        actor=INSTALLATION,
        at=people.LAID_AT,
    )
    return actions.convene_plenary(
        case=people.approved(case, cast),
        members=[cast.sari, cast.tono],
        place="Ruang pleno",
        actor=people.as_actor(cast.sari),
        at=people.CONVENED_AT,
    )


def absent(plenary: Plenary, member: object, by: object, at: datetime) -> Absence:
    return actions.note_absence(
        plenary=plenary,
        member=member,
        reason="DATA CONTOH. Sakit.",
        actor=people.as_actor(by),
        at=at,
    )


def dissent(
    plenary: Plenary, by: object, text: str = "DATA CONTOH. Saya lain."
) -> None:
    actions.write_dissent(
        plenary=plenary, text=text, actor=people.as_actor(by), at=people.VOTED_AT
    )


def test_a_call_leads_to_the_plenary_that_follows(cast: people.Cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    first = call(case, cast)
    second = call(case, cast, place="", is_online=True)
    plenary = people.convened(people.approved(case, cast), cast)
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.plenary is None
    assert second.plenary == plenary
    assert compare().difference is None


def test_the_custom_of_the_office_is_kept_with_the_call_and_never_invented(
    cast: people.Cast,
) -> None:
    case = people.case_on(cast, "plenary_outcome")
    assert call(case, cast).lead_hours is None
    accounts.settle(
        office=cast.city,
        key=OfficeSetting.Key.PLENARY_NOTICE_HOURS,
        value="24",
        actor=INSTALLATION,
        at=people.LAID_AT,
    )
    assert call(case, cast).lead_hours == 24


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"meets_at": SENT_AT}, NoticePastError),
        ({"agenda": ""}, TextMissingError),
        ({"place": ""}, TextMissingError),
        ({"invited": ()}, NobodyInvitedError),
    ],
)
def test_a_call_says_when_where_what_and_to_whom(
    cast: people.Cast, changes: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        call(people.case_on(cast, "plenary_outcome"), cast, **changes)


def test_who_is_tied_is_not_called(cast: people.Cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    actions.declare_tie(
        case=case,
        relation=Recusal.Relation.KIN,
        reason="DATA CONTOH. Kerabat.",
        actor=people.as_actor(cast.tono),
        at=SENT_AT,
    )
    with pytest.raises(TiedPersonError):
        call(case, cast)


def test_an_absence_is_noted_and_gone_when_the_member_comes(cast: people.Cast) -> None:
    plenary = two_convened(people.case_on(cast, "plenary_outcome"), cast)
    absent(plenary, cast.rina, cast.sari, people.VOTED_AT)
    with pytest.raises(MemberPresentError):
        absent(plenary, cast.tono, cast.sari, people.VOTED_AT)
    actions.correct_attendance(
        plenary=plenary,
        members=cast.members,
        actor=people.as_actor(cast.sari),
        at=people.VOTED_AT,
    )
    assert not Absence.objects.exists()
    assert compare().difference is None


def test_a_dissent_may_be_changed_until_the_closing(cast: people.Cast) -> None:
    case = people.ready_to_close(
        people.case_on(cast, "plenary_outcome"), cast, "other_law_asn"
    )
    plenary = case.plenaries.get()
    dissent(plenary, cast.tono)
    dissent(plenary, cast.tono, "DATA CONTOH. Saya melihatnya lain.")
    assert plenary.dissents.get().text.endswith("lain.")
    with pytest.raises(TextMissingError):
        dissent(plenary, cast.tono, " ")
    actions.close_plenary(
        case=case,
        decision_text="DATA CONTOH. Putusan.",
        actor=people.as_actor(cast.sari),
        at=people.DECIDED_AT,
    )
    with pytest.raises(PlenaryClosedError):
        dissent(plenary, cast.tono)
    assert compare().difference is None


def test_only_who_takes_part_dissents(cast: people.Cast) -> None:
    plenary = two_convened(people.case_on(cast, "plenary_outcome"), cast)
    with pytest.raises(NotAMemberError):
        dissent(plenary, cast.rina)

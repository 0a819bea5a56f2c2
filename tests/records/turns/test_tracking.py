"""The criminal track: its own events and clocks beside those of the case."""

import pytest

from netra.records.referrals.actions import refer_case
from netra.records.referrals.models import Referral
from netra.records.turns import actions
from netra.records.turns.errors import (
    NotLastEventError,
    NoTrackError,
    NotYetError,
    TrackOrderError,
    TurnTextMissingError,
)
from netra.records.turns.models import TrackEvent
from netra.records.turns.queries import is_in_order, next_keys, track_deadlines
from tests import people
from tests.offices import at
from tests.people import as_actor
from tests.records.turns.turning import decided_both, due, replayed

Key = TrackEvent.Key
NOTED_AT = at("2025-01-31 09:00")
WALK = {
    Key.GAKKUMDU_RECEIVED: at("2024-11-06 09:00"),
    Key.POLICE_RECEIVED: at("2024-11-07 10:00"),
    Key.FILE_RECEIVED: at("2024-11-20 10:00"),
    Key.FILE_RETURNED: at("2024-11-22 10:00"),
    Key.FILE_RESUBMITTED: at("2024-11-26 10:00"),
}


def note(cast, case, key, moment) -> TrackEvent:
    return actions.note_track_event(
        case=case,
        key=key,
        happened_at=moment,
        note="DATA CONTOH. Surat Gakkumdu.",
        actor=as_actor(cast.budi),
        at=NOTED_AT,
    )


def clocks(case) -> dict[str, str]:
    return {d.key: d.due_at.strftime("%Y-%m-%d %H:%M") for d in track_deadlines(case)}


def test_one_act_runs_on_both_tracks_and_each_has_its_own_clock(cast) -> None:
    case = decided_both(cast)
    assert due(case) == {}  # the handling is over
    assert clocks(case) == {"gakkumdu_handover": "2024-11-06 11:00"}
    sent = refer_case(case=case, actor=as_actor(cast.budi), at=people.REFERRED_AT)
    assert {row.authority for row in sent} == {"sentra-gakkumdu", "bkn"}
    note(cast, case, Key.GAKKUMDU_RECEIVED, WALK[Key.GAKKUMDU_RECEIVED])
    assert clocks(case) == {}
    note(cast, case, Key.POLICE_RECEIVED, WALK[Key.POLICE_RECEIVED])
    assert list(clocks(case)) == ["police_investigation"]
    assert Referral.objects.get(authority="bkn").case == case
    replayed()


def test_a_file_goes_back_and_forth_and_every_round_has_its_clock(cast) -> None:
    case = people.case_on(cast, "referral", outcome="criminal")
    for key, moment in WALK.items():
        note(cast, case, key, moment)
    assert clocks(case) == {}
    note(cast, case, Key.FILE_RETURNED, at("2024-11-28 10:00"))
    again = clocks(case)
    assert again == {"police_resubmit": "2024-12-03 23:59"}
    note(cast, case, Key.FILE_RESUBMITTED, at("2024-12-02 10:00"))
    note(cast, case, Key.FILE_RECEIVED, at("2024-12-02 11:00"))
    assert clocks(case) == {"prosecutor_return": "2024-12-05 23:59"}
    note(cast, case, Key.FILE_ACCEPTED, at("2024-12-04 11:00"))
    assert list(clocks(case)) == ["to_court"]
    note(cast, case, Key.AT_COURT, at("2024-12-05 11:00"))
    assert list(clocks(case)) == ["district_court"]
    note(cast, case, Key.JUDGMENT, at("2024-12-12 11:00"))
    assert list(clocks(case)) == ["appeal"]
    note(cast, case, Key.APPEAL, at("2024-12-13 11:00"))
    assert list(clocks(case)) == ["high_court"]
    note(cast, case, Key.HIGH_COURT, at("2024-12-20 11:00"))
    assert clocks(case) == {}
    assert next_keys(case) == []
    assert is_in_order(case)
    replayed()


def test_what_cannot_follow_is_refused(cast) -> None:
    case = people.case_on(cast, "referral", outcome="criminal")
    with pytest.raises(TrackOrderError):
        note(cast, case, Key.POLICE_RECEIVED, WALK[Key.POLICE_RECEIVED])
    note(cast, case, Key.GAKKUMDU_RECEIVED, at("2024-11-06 09:00"))
    with pytest.raises(TrackOrderError):
        note(cast, case, Key.POLICE_RECEIVED, at("2024-11-06 08:00"))
    with pytest.raises(NotYetError):
        note(cast, case, Key.POLICE_RECEIVED, at("2025-02-01 08:00"))


def test_without_a_crime_there_is_no_track(cast) -> None:
    case = people.case_on(cast, "referral")
    assert track_deadlines(case) == ()
    with pytest.raises(NoTrackError):
        note(cast, case, Key.GAKKUMDU_RECEIVED, WALK[Key.GAKKUMDU_RECEIVED])


def test_a_mistaken_event_is_struck_out_and_stays_readable(cast) -> None:
    case = people.case_on(cast, "referral", outcome="criminal")
    first = note(cast, case, Key.GAKKUMDU_RECEIVED, WALK[Key.GAKKUMDU_RECEIVED])
    second = note(cast, case, Key.POLICE_RECEIVED, WALK[Key.POLICE_RECEIVED])

    def strike(event, reason="DATA CONTOH. Salah tanggal."):
        return actions.strike_track_event(
            event=event, reason=reason, actor=as_actor(cast.eko), at=NOTED_AT
        )

    with pytest.raises(NotLastEventError):
        strike(first)
    with pytest.raises(TurnTextMissingError):
        strike(second, " ")
    strike(second)
    with pytest.raises(NotLastEventError):
        strike(second)
    assert TrackEvent.objects.get(pk=second.pk).undo_reason.startswith("DATA CONTOH")
    assert clocks(case) == {}
    assert next_keys(case) == [Key.POLICE_RECEIVED]
    replayed()


def test_the_clock_of_the_case_does_not_know_the_track(cast) -> None:
    case = people.case_on(cast, "referral", outcome="criminal")
    note(cast, case, Key.GAKKUMDU_RECEIVED, WALK[Key.GAKKUMDU_RECEIVED])
    assert due(case) == {}
    assert not case.events.filter(key=Key.GAKKUMDU_RECEIVED).exists()

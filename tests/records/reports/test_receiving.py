"""A report handed in at the counter, its attorney, and the day that counts."""

from datetime import date

import pytest
from django.db import connection

from netra.records.access import NotAllowedError
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from netra.records.reports import actions
from netra.records.reports.content import AttorneyContent
from netra.records.reports.errors import (
    ContentError,
    InsideHoursError,
    ReasonMissingError,
    ReceptionDayError,
    StepPassedError,
)
from netra.records.reports.models import Attorney, CounterEntry, Report, ReportDraft
from netra.records.reports.queries import (
    deadlines_of,
    report_by_code,
    road_events_of,
    true_events_of,
)
from netra.records.reports.reception import reception_of
from netra.records.reports.sweeping import forget_drafts
from netra.web.portal import drafts
from tests import people
from tests.people import at

AFTER_HOURS = at("2024-11-01 17:05")  # a Friday
CHOSEN_AT = at("2024-11-02 09:00")
LETTER = people.told(
    known_on=date(2024, 10, 31),
    via=Report.Via.LETTER,
    attorney=AttorneyContent(
        name="Dodi Contohdodi",
        address="Jalan Kuasa 2",
        phone="0800000009",
        power_on=date(2024, 10, 30),
    ),
)


def received(cast, content=LETTER, received_at=AFTER_HOURS, at_=CHOSEN_AT, **more):
    draft = actions.open_draft(at=at_)
    report = actions.receive_report(
        draft=draft,
        content=content,
        contest=None,
        received_at=received_at,
        letter_on=more.get("letter_on"),
        actor=people.as_actor(cast.budi),
        at=at_,
    )
    return report, draft


def late(cast) -> Report:
    return people.submitted(
        cast,
        telling=people.told(known_on=date(2024, 10, 31)),
        moment=AFTER_HOURS,
    )


def choose(report, cast, day, reason="Petugas jaga sudah pulang.", **more):
    return actions.choose_reception_day(
        report=report,
        counted_on=day,
        reason=reason,
        actor=people.as_actor(more.get("user", cast.budi)),
        at=CHOSEN_AT,
    )


def study_deadline(report):
    return next(d for d in deadlines_of(report) if d.key == "initial_study")


# At the counter --------------------------------------------------------------------


def test_a_letter_keeps_the_moment_it_truly_came(cast) -> None:
    report, _draft = received(cast, letter_on=date(2024, 10, 31))
    assert report.submitted_at == AFTER_HOURS
    assert report.via == Report.Via.LETTER
    assert true_events_of(report)["report_submitted"] == AFTER_HOURS
    row = report.counter_reception
    assert (row.received_by, row.recorded_at) == (cast.budi, CHOSEN_AT)
    assert row.letter_on == date(2024, 10, 31)


def test_the_ledger_tells_who_received_and_when_it_was_recorded(cast) -> None:
    received(cast)
    entries = LedgerEntry.objects.filter(kind__startswith="report.").order_by("number")
    assert [e.kind for e in entries] == [
        "report.submitted",
        "report.received_at_counter",
    ]
    assert {e.actor for e in entries} == {str(cast.budi.pk)}
    assert entries[0].happened_at == AFTER_HOURS
    assert entries[0].recorded_at == CHOSEN_AT
    assert compare().difference is None


def test_the_code_opens_the_report_and_is_kept_sealed_until_handed_over(cast) -> None:
    report, draft = received(cast)
    draft.refresh_from_db()
    code = drafts.read(draft).code
    assert report_by_code(report.number, code) == report
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM reports_reportdraft")
        assert code.encode() not in bytes(cursor.fetchone()[0])


def test_a_moment_ahead_of_the_clock_is_refused_beside_its_field(cast) -> None:
    with pytest.raises(ContentError) as caught:
        received(cast, received_at=at("2024-11-02 09:01"))
    assert caught.value.field == "received_at"
    assert not Report.objects.exists()


def test_what_was_learned_after_the_letter_came_is_refused(cast) -> None:
    with pytest.raises(ContentError) as caught:
        received(cast, content=people.told(LETTER, known_on=date(2024, 11, 2)))
    assert caught.value.field == "known_on"


def test_an_officer_receives_nothing_for_another_office(cast) -> None:
    with pytest.raises(NotAllowedError):
        received(cast, content=people.told(LETTER, place_region="34.71.01"))
    assert not Report.objects.exists()


def test_a_day_not_yet_come_is_no_day_of_a_power_of_attorney(cast) -> None:
    ahead = AttorneyContent(name="Dodi", power_on=date(2024, 11, 5))
    with pytest.raises(ContentError) as caught:
        received(cast, content=people.told(LETTER, attorney=ahead))
    assert caught.value.field == "power_on"


def test_an_entry_belongs_to_the_officer_and_goes_with_its_draft(cast) -> None:
    entry = actions.open_counter_entry(
        region=people.REGION, actor=people.as_actor(cast.budi), at=CHOSEN_AT
    )
    assert entry.opened_by == cast.budi
    assert CounterEntry.objects.visible_to(people.as_actor(cast.anton)).count() == 0
    forget_drafts(at=at("2025-12-01 09:00"))
    assert not CounterEntry.objects.exists()
    assert not ReportDraft.objects.exists()


# The attorney ----------------------------------------------------------------------


def test_an_attorney_is_sealed_and_committed_in_the_ledger(cast) -> None:
    report, _draft = received(cast)
    attorney = Attorney.objects.get(report=report)
    assert attorney.name == "Dodi Contohdodi"
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, address, phone FROM reports_attorney")
        held = b"".join(bytes(part) for part in cursor.fetchone())
    for text in (b"Dodi", b"Jalan Kuasa", b"0800000009"):
        assert text not in held
    written = "".join(
        bytes(e.canonical).decode() if not isinstance(e.canonical, str) else e.canonical
        for e in LedgerEntry.objects.all()
    )
    assert "attorney/name" in written
    assert "Dodi" not in written
    assert compare().difference is None


def test_a_changed_attorney_is_found_by_the_replay(cast) -> None:
    report, _draft = received(cast)
    Attorney.objects.filter(report=report).update(name="Orang lain")
    assert compare().difference is not None


# The day that counts ---------------------------------------------------------------


def test_without_a_choice_the_true_day_counts(cast) -> None:
    report = late(cast)
    reception = reception_of(report)
    assert reception is not None
    assert reception.is_outside
    assert study_deadline(report).due_on == date(2024, 11, 3)


def test_the_next_day_of_reception_moves_what_starts_at_the_arrival(cast) -> None:
    report = choose(late(cast), cast, date(2024, 11, 4))
    assert report.submitted_at == AFTER_HOURS
    assert road_events_of(report)["report_submitted"] == at("2024-11-04 08:00")
    deadline = study_deadline(report)
    assert deadline.due_on == date(2024, 11, 6)
    assert "Dianggap diterima 4 November 2024, pilihan petugas" in deadline.notes[0]
    assert "Petugas jaga sudah pulang" in deadline.notes[0]
    assert deadline.days[0].date == date(2024, 11, 1)
    assert deadline.status == "unconfirmed"
    assert compare().difference is None


def test_a_choice_is_corrected_by_another_one_and_both_stay(cast) -> None:
    report = choose(late(cast), cast, date(2024, 11, 4))
    report = choose(report, cast, date(2024, 11, 1), "Kantor ternyata masih buka.")
    assert study_deadline(report).due_on == date(2024, 11, 3)
    assert "hari sebenarnya" in study_deadline(report).notes[0]
    assert report.reception_choices.count() == 2
    kinds = LedgerEntry.objects.filter(kind="report.reception_day_chosen")
    assert kinds.count() == 2
    assert compare().difference is None


def test_no_other_day_may_be_chosen(cast) -> None:
    report = late(cast)
    for day in (date(2024, 11, 2), date(2024, 11, 5), date(2024, 10, 31)):
        with pytest.raises(ReceptionDayError):
            choose(report, cast, day)
    assert not report.reception_choices.exists()


def test_a_choice_needs_a_reason(cast) -> None:
    with pytest.raises(ReasonMissingError):
        choose(late(cast), cast, date(2024, 11, 4), "  ")


def test_within_the_hours_there_is_nothing_to_choose(cast) -> None:
    report = people.submitted(cast)
    with pytest.raises(InsideHoursError):
        choose(report, cast, date(2024, 10, 31))


def test_after_registration_the_day_no_longer_changes(cast) -> None:
    case = people.registered(cast)
    with pytest.raises(StepPassedError):
        choose(case.report, cast, date(2024, 10, 30))


def test_a_member_may_not_choose_the_day(cast) -> None:
    with pytest.raises(NotAllowedError):
        choose(late(cast), cast, date(2024, 11, 4), user=cast.sari)


def test_a_dated_quiet_period_of_the_contest_is_open_around_the_clock(cast) -> None:
    from netra.records.contests import actions as contests

    contests.date_stage(
        contest=cast.contest,
        key="quiet_period",
        start_on=date(2024, 11, 1),
        end_on=date(2024, 11, 2),
        basis="contoh",
        actor=people.as_actor(cast.budi),
        at=people.LAID_AT,
    )
    reception = reception_of(late(cast))
    assert reception is not None
    assert reception.is_inside

"""A deadline shows its argument and is no surer than its weakest part."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from netra.domain import law

REGISTERED = datetime.fromisoformat("2024-10-30T15:40+07:00")


def found(tables, calendar, procedure, event, at=REGISTERED, region="19.06"):
    return law.deadlines_from(
        tables, tables.procedure(procedure), event, at, region, calendar
    )


def one(tables, calendar, procedure, event, key, at=REGISTERED, region="19.06"):
    deadlines = found(tables, calendar, procedure, event, at, region)
    return next(deadline for deadline in deadlines if deadline.key == key)


def test_the_day_of_registration_is_not_counted(tables, calendar) -> None:
    handling = one(tables, calendar, "pemilihan-2024", "report_registered", "handling")
    first = handling.days[0]
    assert first.date == date(2024, 10, 30)
    assert not first.counted
    assert first.number is None
    assert first.unconfirmed
    assert first.why == (
        "Hari peristiwa (Laporan atau temuan diregistrasi) tidak dihitung"
    )


def test_every_counted_day_has_its_number(tables, calendar) -> None:
    handling = one(tables, calendar, "pemilihan-2024", "report_registered", "handling")
    assert [day.number for day in handling.days] == [None, 1, 2, 3]
    assert handling.days[-1].date == handling.due_on == date(2024, 11, 2)


def test_a_weekend_counted_as_calendar_day_says_so(tables, calendar) -> None:
    handling = one(tables, calendar, "pemilihan-2024", "report_registered", "handling")
    assert handling.days[-1].why == (
        "Hari kalender ke-3 (Sabtu; hari libur tetap dihitung)"
    )


def test_a_holiday_counted_as_calendar_day_is_named(tables, calendar) -> None:
    at = datetime.fromisoformat("2024-12-24T10:00+07:00")
    study = one(
        tables, calendar, "pemilihan-2024", "report_submitted", "initial_study", at
    )
    assert "Hari Raya Natal" in study.days[1].why
    assert "Cuti Bersama" in study.days[2].why


def test_a_day_off_says_which_kind_it_is(tables, calendar) -> None:
    at = datetime.fromisoformat("2023-12-22T10:00+07:00")
    study = one(
        tables, calendar, "pemilu-2022", "report_submitted", "initial_study", at
    )
    whys = {day.date: day.why for day in study.days}
    assert whys[date(2023, 12, 23)] == "Sabtu, bukan hari kerja"
    assert whys[date(2023, 12, 25)].endswith("(libur nasional), bukan hari kerja")
    assert whys[date(2023, 12, 26)].endswith("(cuti bersama), bukan hari kerja")
    assert whys[date(2023, 12, 27)] == "Hari kerja ke-1"


def test_a_holiday_on_a_weekend_names_both(tables, calendar) -> None:
    off = law.DayOff(label="Libur daerah", kind="lokal")
    at = datetime.fromisoformat("2023-12-08T10:00+07:00")
    with_local = calendar.with_days_off({date(2023, 12, 10): off})
    study = one(
        tables, with_local, "pemilu-2022", "report_submitted", "initial_study", at
    )
    assert study.days[2].why == "Minggu, Libur daerah (libur daerah), bukan hari kerja"


def test_an_estimated_holiday_leaves_the_argument_unconfirmed(tables) -> None:
    guess = law.DayOff(label="Idulfitri", kind="nasional", estimated=True)
    calendar = law.WorkCalendar(
        days_off={date(2025, 3, 31): guess}, years=frozenset({2025}), version="t"
    )
    at = datetime.fromisoformat("2025-03-28T10:00+07:00")
    delivery = one(
        tables,
        calendar,
        "discipline-pns-2021",
        "decision_date",
        "decision_delivery",
        at,
    )
    day = next(day for day in delivery.days if day.date == date(2025, 3, 31))
    assert day.unconfirmed
    assert "perkiraan" in day.why
    assert any("perkiraan" in note for note in delivery.notes)


def test_a_chained_deadline_shows_its_parents_days_first(tables, calendar) -> None:
    handling, extension = found(tables, calendar, "pemilihan-2024", "report_registered")
    assert extension.parent == "handling"
    assert extension.days[: len(handling.days)] == handling.days
    assert extension.event == "handling"
    assert extension.event_at == handling.event_at
    assert extension.due_on == date(2024, 11, 4)


def test_a_chained_deadline_is_no_surer_of_its_event_than_its_parent(
    tables, calendar
) -> None:
    _, extension = found(tables, calendar, "pemilihan-2024", "report_registered")
    assert extension.parts["length"] is law.Status.CONFIRMED
    assert extension.parts["event"] is law.Status.UNCONFIRMED


def test_asking_for_the_parent_as_event_gives_the_chained_one_alone(
    tables, calendar
) -> None:
    (extension,) = found(tables, calendar, "pemilihan-2024", "handling")
    assert extension.key == "handling_extension"
    assert extension.due_on == date(2024, 11, 1)


def test_each_part_keeps_its_own_status(tables, calendar) -> None:
    handling = one(tables, calendar, "pemilu-2022", "report_registered", "handling")
    assert {name: part.value for name, part in handling.parts.items()} == {
        "length": "confirmed",
        "unit": "unconfirmed",
        "event": "confirmed",
        "counting_rule": "unconfirmed",
        "in_force": "estimate",
    }
    assert handling.status is law.Status.UNCONFIRMED


def test_an_unknown_unit_is_counted_in_calendar_days_and_flagged(
    tables, calendar
) -> None:
    at = datetime.fromisoformat("2024-02-05T10:00+07:00")
    court = one(
        tables, calendar, "pemilu-2022", "case_file_at_court", "district_court", at
    )
    assert court.unit is law.Unit.DAYS
    assert court.parts["unit"] is law.Status.UNCONFIRMED
    assert all(day.unconfirmed for day in court.days)
    assert any("Jenis hari belum diketahui" in note for note in court.notes)


def test_hours_have_no_counting_rule_of_days(tables, calendar) -> None:
    (handover,) = found(tables, calendar, "pemilihan-2024", "study_says_criminal")
    assert handover.parts["counting_rule"] is law.Status.DERIVED
    assert handover.warn_on == handover.due_on
    assert [day.date for day in handover.days] == [
        date(2024, 10, 30),
        date(2024, 10, 31),
    ]
    assert handover.days[0].why == "24 jam dihitung menit demi menit sejak 15.40 WIB"


def test_the_desk_warns_one_day_early_while_the_counting_rule_is_unconfirmed(
    tables, calendar
) -> None:
    handling = one(tables, calendar, "pemilihan-2024", "report_registered", "handling")
    assert handling.warn_on == handling.due_on - timedelta(days=1)


def test_a_confirmed_counting_rule_warns_on_the_day_itself(tables, calendar) -> None:
    clock = replace(tables.clock, first_day_counts_status=law.Status.CONFIRMED)
    sure = replace(tables, clock=clock)
    handling = one(sure, calendar, "pemilihan-2024", "report_registered", "handling")
    assert handling.warn_on == handling.due_on
    assert not handling.days[0].unconfirmed


def test_counting_the_day_of_the_event_is_a_setting(tables, calendar) -> None:
    clock = replace(tables.clock, first_day_counts=True)
    early = replace(tables, clock=clock)
    handling = one(early, calendar, "pemilihan-2024", "report_registered", "handling")
    assert handling.due_on == date(2024, 11, 1)
    assert handling.days[0].number == 1


def test_a_report_window_in_working_days_warns_at_calendar_days(
    tables, calendar
) -> None:
    at = datetime.fromisoformat("2023-12-04T10:00+07:00")
    window = one(
        tables, calendar, "pemilu-2022", "violation_known_or_found", "report_window", at
    )
    assert window.due_on == date(2023, 12, 13)
    assert window.warn_on == date(2023, 12, 11)


def test_an_event_before_the_law_is_an_error(tables, calendar) -> None:
    at = datetime.fromisoformat("2024-09-29T23:59+07:00")
    with pytest.raises(law.BeforeTheLawError) as caught:
        found(tables, calendar, "pemilihan-2024", "report_submitted", at)
    assert "30 September 2024" in caught.value.reader_message


def test_the_first_local_day_of_the_law_comes_earlier_in_the_east(
    tables, calendar
) -> None:
    at = datetime.fromisoformat("2024-09-29T23:59+07:00")
    study, *_ = found(tables, calendar, "pemilihan-2024", "report_submitted", at, "91")
    assert study.due_on == date(2024, 10, 2)


def test_an_event_after_the_law_is_counted_with_a_note(tables, calendar) -> None:
    handling, *_ = found(tables, calendar, "pemilihan-2020", "report_registered")
    assert handling.due_on == date(2024, 11, 2)
    assert "prosedur mengikuti hari laporan disampaikan" in handling.notes[0]


def test_what_is_unsure_about_a_deadline_is_told_in_indonesian(
    tables, calendar
) -> None:
    at = datetime.fromisoformat("2024-11-01T10:00+07:00")
    (completion,) = found(
        tables, calendar, "pemilihan-2024", "incomplete_notice_received", at
    )
    assert completion.notes == (
        "Mungkin dihitung sejak pemberitahuan diberikan, bukan diterima.",
    )


def test_a_remark_that_is_not_for_readers_is_not_told(tables, calendar) -> None:
    event = "violation_known_or_found"
    window, *_ = found(tables, calendar, "pemilihan-2024", event)
    assert window.key == "report_window"
    assert window.notes == ()


def test_a_moment_without_an_offset_is_an_error(tables, calendar) -> None:
    with pytest.raises(law.NaiveMomentError):
        found(
            tables,
            calendar,
            "pemilihan-2024",
            "report_submitted",
            datetime.fromisoformat("2024-10-30T15:40"),
        )


def test_an_unknown_event_is_an_error_naming_the_known(tables, calendar) -> None:
    with pytest.raises(law.UnknownEventError) as caught:
        found(tables, calendar, "pemilihan-2024", "no_such_event")
    assert "report_submitted" in caught.value.reader_message


@pytest.mark.parametrize("region", ["20.01", "1", "19.6", "19.06.1", "", "xx"])
def test_an_unknown_region_is_an_error(tables, calendar, region: str) -> None:
    with pytest.raises(law.UnknownRegionError):
        found(tables, calendar, "pemilihan-2024", "report_submitted", region=region)


def test_a_year_without_days_off_stops_a_count_of_working_days(tables) -> None:
    calendar = law.seed_calendar([2024])
    at = datetime.fromisoformat("2024-12-27T10:00+07:00")
    with pytest.raises(law.CalendarGapError) as caught:
        found(tables, calendar, "pemilihan-2024", "police_received", at)
    assert "2025" in caught.value.reader_message


def test_a_year_without_days_off_does_not_stop_calendar_days(tables) -> None:
    calendar = law.seed_calendar([2024])
    at = datetime.fromisoformat("2024-12-30T10:00+07:00")
    handling, *_ = found(tables, calendar, "pemilihan-2024", "report_registered", at)
    assert handling.due_on == date(2025, 1, 2)


@pytest.mark.parametrize("event", ["report_submitted", "study_says_criminal"])
def test_a_moment_at_the_end_of_time_is_an_error(tables, calendar, event) -> None:
    at = datetime.fromisoformat("9999-12-31T20:00+07:00")
    with pytest.raises(law.MomentOutOfRangeError):
        found(tables, calendar, "pemilihan-2024", event, at)


def backward_hours(tables: law.Law) -> law.Procedure:
    procedure = tables.procedure("pemilihan-2024")
    term = procedure.deadlines["clarification_invitation"]
    hours = replace(term, unit=law.Unit.HOURS, length=24)
    return replace(procedure, deadlines={hours.key: hours})


def test_hours_can_run_backwards(tables, calendar) -> None:
    (invitation,) = law.deadlines_from(
        tables,
        backward_hours(tables),
        "before_clarification",
        REGISTERED,
        "19.06",
        calendar,
    )
    assert invitation.due_at == REGISTERED - timedelta(hours=24)
    assert [day.date for day in invitation.days] == [
        date(2024, 10, 30),
        date(2024, 10, 29),
    ]
    assert "mundur dari" in invitation.days[0].why


def running(tables, calendar, procedure="pemilihan-2024", **events: str):
    moments = {name: datetime.fromisoformat(text) for name, text in events.items()}
    return law.running_deadlines(
        tables, tables.procedure(procedure), moments, "19.06", calendar
    )


def test_a_started_deadline_runs_until_it_is_met(tables, calendar) -> None:
    started = {"report_submitted": "2024-11-01T10:00+07:00"}
    assert [d.key for d in running(tables, calendar, **started)] == ["initial_study"]
    done = {**started, "initial_study_done": "2024-11-02T10:00+07:00"}
    assert [d.key for d in running(tables, calendar, **done)] == ["notify_incomplete"]


def test_a_deadline_can_be_ended_by_another_event(tables, calendar) -> None:
    events = {
        "initial_study_done": "2024-11-02T10:00+07:00",
        "requirements_met": "2024-11-02T10:00+07:00",
    }
    assert [d.key for d in running(tables, calendar, **events)] == ["registration"]


def test_an_extension_runs_only_after_it_was_taken(tables, calendar) -> None:
    registered = {"report_registered": "2024-11-01T10:00+07:00"}
    assert [d.key for d in running(tables, calendar, **registered)] == ["handling"]


@pytest.mark.parametrize(
    ("procedure", "key"),
    [
        ("pemilihan-2024", "handling_extension"),
        ("pemilu-2022", "handling_extension_total"),
    ],
)
def test_an_extension_taken_stands_in_the_place_of_handling(
    tables, calendar, procedure: str, key: str
) -> None:
    events = {
        "report_registered": "2024-11-01T10:00+07:00",
        "extension_taken": "2024-11-03T10:00+07:00",
    }
    found = running(tables, calendar, procedure, **events)
    assert [deadline.key for deadline in found] == [key]


def test_running_deadlines_stand_soonest_first(tables, calendar) -> None:
    found = running(
        tables,
        calendar,
        violation_known_or_found="2024-11-01T10:00+07:00",
        requirements_met="2024-11-02T10:00+07:00",
        study_says_criminal="2024-11-02T09:00+07:00",
    )
    assert [deadline.due_at for deadline in found] == sorted(d.due_at for d in found)
    assert found[0].key == "gakkumdu_handover"


def test_events_without_a_deadline_start_nothing(tables, calendar) -> None:
    assert running(tables, calendar, status_told="2024-11-02T10:00+07:00") == ()

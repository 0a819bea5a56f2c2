"""Is a moment within the reception hours; and what if another day counts."""

from dataclasses import replace
from datetime import datetime

import pytest

from netra.domain import law
from netra.domain.law import Status

CONTEST = "pilkada-2024/33.74"


def wib(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+07:00")


def placed(
    tables, calendar, text: str, procedure: str = "pemilihan-2024", contest=CONTEST
) -> law.Reception:
    in_force = law.hours_in_force(tables, tables.procedure(procedure))
    assert in_force is not None
    return law.reception_at(
        in_force,
        wib(text),
        lambda on: law.stage_on(tables, contest, on).stages,
        calendar,
    )


@pytest.mark.parametrize(
    ("moment", "is_inside"),
    [
        ("2024-10-30 08:00", True),  # Wednesday
        ("2024-10-30 07:59", False),
        ("2024-10-30 16:00", True),
        ("2024-10-30 16:00:59", True),  # the last minute counts whole
        ("2024-10-30 16:01", False),
        ("2024-11-01 16:30", True),  # Friday
        ("2024-11-01 16:31", False),
        ("2024-11-02 10:00", False),  # Saturday
        ("2024-11-03 10:00", False),  # Sunday
        ("2024-11-24 02:00", True),  # quiet period, a Sunday
        ("2024-11-27 23:59", True),  # voting day
        ("2024-11-30 10:00", False),  # recapitulation, one source only
    ],
)
def test_the_hours_of_2024_and_their_days_around_the_clock(
    tables, calendar, moment, is_inside
) -> None:
    assert placed(tables, calendar, moment).is_inside is is_inside


def test_a_day_within_the_hours_is_as_sure_as_they_are(tables, calendar) -> None:
    found = placed(tables, calendar, "2024-10-30 09:00")
    assert found.status is Status.CONFIRMED
    assert found.why == "Rabu 08.00–16.00: dalam jam penerimaan"
    assert found.opens_at is None
    assert found.days == (found.at,)


def test_after_hours_the_next_opening_is_named(tables, calendar) -> None:
    found = placed(tables, calendar, "2024-11-01 17:05")
    assert found.why == "Jumat pukul 17.05: di luar jam penerimaan 08.00–16.30"
    assert found.opens_at == wib("2024-11-04 08:00")
    assert found.days == (found.at, wib("2024-11-04 08:00"))


def test_before_the_hours_only_the_true_day_may_count(tables, calendar) -> None:
    found = placed(tables, calendar, "2024-10-30 06:10")
    assert found.is_outside
    assert found.opens_at == wib("2024-10-30 08:00")
    assert found.days == (found.at,)


def test_the_day_around_the_clock_opens_at_midnight(tables, calendar) -> None:
    found = placed(tables, calendar, "2024-11-23 12:00")  # the Saturday before
    assert found.opens_at == wib("2024-11-24 00:00")


def test_that_a_weekend_is_closed_is_not_confirmed(tables, calendar) -> None:
    assert placed(tables, calendar, "2024-11-02 10:00").status is Status.UNCONFIRMED


def test_a_public_holiday_is_read_as_closed_and_not_confirmed(tables, calendar) -> None:
    found = placed(tables, calendar, "2024-12-25 10:00")
    assert found.is_outside
    assert "dianggap tutup" in found.why
    assert found.status is Status.UNCONFIRMED


def test_one_source_for_the_recapitulation_is_told_as_one_source(
    tables, calendar
) -> None:
    found = placed(tables, calendar, "2024-12-02 20:00")
    assert "menurut satu sumber" in found.why
    assert found.status is Status.UNCONFIRMED


def test_hours_that_were_not_seen_are_those_of_the_amendment_unconfirmed(
    tables, calendar
) -> None:
    in_force = law.hours_in_force(tables, tables.procedure("pemilihan-2020"))
    assert in_force is not None
    assert in_force.is_default
    found = placed(tables, calendar, "2024-08-05 09:00", "pemilihan-2020")
    assert found.is_inside
    assert found.status is Status.UNCONFIRMED


def test_the_general_election_names_no_hours_for_the_weekend(tables, calendar) -> None:
    found = placed(
        tables, calendar, "2024-01-06 10:00", "pemilu-2022", "pemilu-2024/presiden"
    )
    assert found.is_outside
    assert found.status is Status.UNCONFIRMED
    assert found.article == "Perbawaslu 7/2022 art. 11"


def test_hours_that_nobody_amended_stay_unknown(tables) -> None:
    alone = tables.procedure("pemilihan-2020")
    assert law.hours_in_force(replace(tables, procedures={}), alone) is None


def test_an_office_that_never_opens_has_no_next_opening(tables, calendar) -> None:
    in_force = law.hours_in_force(tables, tables.procedure("pemilihan-2024"))
    closed = replace(in_force.hours, mon_thu=None, fri=None)
    found = law.reception_at(
        replace(in_force, hours=closed),
        wib("2024-10-30 09:00"),
        lambda _on: (),
        calendar,
    )
    assert found.why == "Rabu pukul 09.00: bukan hari terima"
    assert found.opens_at is None
    assert found.days == (found.at,)


def test_a_procedure_without_hours_places_nothing(tables) -> None:
    discipline = tables.procedure("discipline-pns-2021")
    assert law.hours_in_force(tables, discipline) is None


def test_a_moment_without_an_offset_is_refused(tables, calendar) -> None:
    in_force = law.hours_in_force(tables, tables.procedure("pemilihan-2024"))
    with pytest.raises(law.NaiveMomentError):
        law.reception_at(
            in_force, datetime.fromisoformat("2024-10-30"), lambda _on: (), calendar
        )


def test_a_day_the_calendar_does_not_cover_is_judged_by_its_weekday(tables) -> None:
    found = placed(tables, law.seed_calendar(range(2020, 2021)), "2024-10-30 09:00")
    assert found.is_inside


def test_another_day_stands_in_the_argument_of_the_deadline(tables, calendar) -> None:
    procedure = tables.procedure("pemilihan-2024")
    (deadline,) = (
        one
        for one in law.deadlines_from(
            tables,
            procedure,
            "report_submitted",
            wib("2024-11-04 08:00"),
            "33.74",
            calendar,
        )
        if one.key == "initial_study"
    )
    told = law.counted_from(deadline, wib("2024-11-01 17:05"), "Pilihan petugas.")
    assert [(day.date.day, day.counted) for day in told.days[:4]] == [
        (1, False),
        (2, False),
        (3, False),
        (4, False),
    ]
    assert "Disampaikan pukul 17.05 di luar jam" in told.days[0].why
    assert "4 November 2024" in told.days[1].why
    assert told.due_at == deadline.due_at
    assert told.notes[0] == "Pilihan petugas."
    assert told.parts["event"] is Status.UNCONFIRMED
    assert told.status is Status.UNCONFIRMED


def test_the_true_day_leaves_the_days_and_tells_the_choice(tables, calendar) -> None:
    procedure = tables.procedure("pemilihan-2024")
    at = wib("2024-11-01 17:05")
    for deadline in law.deadlines_from(
        tables, procedure, "report_submitted", at, "33.74", calendar
    ):
        told = law.counted_from(deadline, at, "Pilihan petugas.")
        assert told.days == deadline.days
        assert told.notes == ("Pilihan petugas.", *deadline.notes)


@pytest.mark.parametrize(
    ("procedure", "status"),
    [
        ("pemilihan-2024", Status.CONFIRMED),
        ("pemilihan-2020", Status.UNCONFIRMED),
        ("pemilu-2022", Status.UNCONFIRMED),
    ],
)
def test_an_attorney_is_confirmed_only_where_it_was_read(
    tables, procedure, status
) -> None:
    assert tables.procedure(procedure).attorney.status is status
    entry = tables.entry(
        f"{procedure}.attorney", tables.procedure(procedure).effective_from
    )
    assert entry.status is status

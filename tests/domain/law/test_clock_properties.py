"""What holds of every deadline, whatever the question."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from netra.domain import law

TABLES = law.load_law()
CALENDAR = law.seed_calendar(range(2020, 2028))
REGIONS = ("19.06", "51.03", "91.71", "61", "73.71.01")
TERMS = [
    (procedure, term)
    for procedure in TABLES.procedures.values()
    for term in procedure.deadlines.values()
]

terms = st.sampled_from(TERMS)
regions = st.sampled_from(REGIONS)
moments = st.datetimes(
    datetime.fromisoformat("2022-12-01"),
    datetime.fromisoformat("2026-06-30"),
    timezones=st.just(UTC),
)
days = st.dates(date(2022, 12, 1), date(2026, 12, 31))


def due(question, at, region, calendar=CALENDAR) -> law.Deadline | None:
    procedure, term = question
    try:
        found = law.deadlines_from(TABLES, procedure, term.event, at, region, calendar)
    except law.BeforeTheLawError:
        return None
    return next(deadline for deadline in found if deadline.key == term.key)


@given(terms, moments, regions)
def test_a_forward_deadline_lies_after_its_event(question, at, region) -> None:
    deadline = due(question, at, region)
    if deadline is not None:
        assert (deadline.due_at > at) is not question[1].backward


@given(terms, moments, st.timedeltas(timedelta(0), timedelta(days=30)), regions)
def test_a_later_event_never_gives_an_earlier_deadline(
    question, at, later, region
) -> None:
    first, second = due(question, at, region), due(question, at + later, region)
    if first is not None:
        assert second is not None
        assert second.due_at >= first.due_at


@given(terms, moments, regions, days)
def test_a_further_day_off_never_brings_a_forward_deadline_closer(
    question, at, region, day
) -> None:
    more = CALENDAR.with_days_off({day: law.DayOff(label="Libur", kind="lokal")})
    before, after = due(question, at, region), due(question, at, region, more)
    if before is not None and after is not None:
        if question[1].backward:
            assert after.due_at <= before.due_at
        else:
            assert after.due_at >= before.due_at


@given(terms, moments, regions, st.integers(-11, 13))
def test_the_same_moment_in_another_offset_gives_the_same_answer(
    question, at, region, hours
) -> None:
    elsewhere = at.astimezone(timezone(timedelta(hours=hours)))
    assert due(question, at, region) == due(question, elsewhere, region)


@given(terms, moments, regions)
def test_a_deadline_in_days_ends_with_the_last_second_of_its_local_day(
    question, at, region
) -> None:
    deadline = due(question, at, region)
    if deadline is not None and deadline.unit is not law.Unit.HOURS:
        assert f"{deadline.due_at:%H:%M:%S}" == "23:59:59"
        assert (
            deadline.due_at.utcoffset()
            == at.astimezone(law.zone_of(region)).utcoffset()
        )


@given(terms, moments, regions)
def test_as_many_days_are_counted_as_the_law_gives(question, at, region) -> None:
    deadline = due(question, at, region)
    if deadline is not None and deadline.unit is not law.Unit.HOURS:
        own = [day for day in deadline.days if day.counted][-deadline.length :]
        assert [day.number for day in own] == list(range(1, deadline.length + 1))
        assert own[-1].date == deadline.due_on


@given(terms, moments, regions)
def test_the_argument_leaves_no_day_out(question, at, region) -> None:
    deadline = due(question, at, region)
    if deadline is not None:
        step = timedelta(days=-1 if deadline.backward else 1)
        dates = [day.date for day in deadline.days]
        assert all(second - first == step for first, second in pairwise(dates))


@given(terms, moments, regions)
def test_a_working_day_deadline_falls_on_a_working_day(question, at, region) -> None:
    deadline = due(question, at, region)
    if deadline is not None and deadline.unit is law.Unit.WORKING_DAYS:
        assert CALENDAR.is_working_day(deadline.due_on)


@given(terms, moments, regions)
def test_a_deadline_is_as_weak_as_its_weakest_part(question, at, region) -> None:
    deadline = due(question, at, region)
    if deadline is not None:
        assert deadline.status in deadline.parts.values()
        assert law.weakest(deadline.status, *deadline.parts.values()) is deadline.status


@given(st.lists(st.sampled_from(list(law.Status)), max_size=5))
def test_the_weakest_of_statuses_does_not_depend_on_their_order(statuses) -> None:
    assert law.weakest(*statuses) is law.weakest(*reversed(statuses))

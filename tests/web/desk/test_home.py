"""The desk: what runs out first, what waits, what came in, for every role."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.urls import reverse

from netra.domain.law import CalendarGapError
from netra.records.law.errors import EmptyCalendarError
from netra.web.desk import due
from netra.web.desk.due import due_list, open_work
from netra.web.desk.due_pages import plain_cell
from tests import people
from tests.people import as_actor, at
from tests.web.desk.reading import queries_of

NOW = at("2024-10-31 10:00")


@pytest.fixture
def desk(client, cast, clock):
    """A desk at which somebody sits down."""
    clock.set(NOW)

    def sit(user, name="desk", **query):
        client.force_login(user)
        return client.get(reverse(name), query)

    return sit


def rows_for(user, now=NOW):
    actor = as_actor(user)
    return due_list(open_work(actor), actor, now).rows


def test_the_due_list_holds_what_runs_out_first_at_the_top(cast) -> None:
    people.submitted(cast, moment=at("2024-10-30 12:00"))
    older = people.submitted(cast, moment=at("2024-10-29 12:00"))
    rows = rows_for(cast.budi)
    assert rows[0].number == older.number
    assert [r.deadline.due_at for r in rows] == sorted(r.deadline.due_at for r in rows)


def test_a_deadline_no_step_of_the_road_can_meet_is_not_due(cast) -> None:
    people.submitted(cast)
    assert {row.deadline.key for row in rows_for(cast.budi)} == {"initial_study"}


def test_what_is_to_be_done_comes_from_the_procedure(cast) -> None:
    report = people.report_on(cast, "registration")
    row = rows_for(cast.budi)[0]
    assert row.what == "Registrasi laporan"
    assert row.url == reverse("report", args=[report.pk])


def test_an_uncertain_count_is_warned_of_a_day_early(cast) -> None:
    people.submitted(cast, moment=at("2024-10-30 12:00"))
    due_on = rows_for(cast.budi)[0].deadline.due_on
    day_before = rows_for(cast.budi, at(f"{due_on - timedelta(days=1)} 09:00"))[0]
    last_day = rows_for(cast.budi, at(f"{due_on} 09:00"))[0]
    assert (day_before.warns_early, day_before.state) == (True, "")
    assert (last_day.warns_early, last_day.state) == (False, "is-today-row")


def test_what_is_late_is_marked_late(cast) -> None:
    people.submitted(cast)
    assert rows_for(cast.budi, at("2024-11-20 09:00"))[0].state == "is-late-row"


def test_only_files_of_the_own_office_are_on_the_desk(cast) -> None:
    people.submitted(cast)
    assert rows_for(cast.gita) == ()  # the province sees the report, but holds nothing
    assert rows_for(cast.anton) == ()


def test_only_mine_leaves_out_what_others_hold(cast, desk) -> None:
    people.submitted(cast)
    held = people.submitted(cast)
    held.assigned_to = cast.budi
    held.save()
    page = desk(cast.budi, milik="saya")
    assert [row.number for row in page.context["rows"]] == [held.number]
    assert (page.context["due"].whole_count, page.context["due"].mine_count) == (2, 1)


def test_the_desk_shows_eight_rows_and_the_whole_list_pages(cast, desk) -> None:
    for _ in range(27):
        people.submitted(cast)
    assert len(desk(cast.budi).context["rows"]) == 8
    first, second = desk(cast.budi, "due"), desk(cast.budi, "due", page=2)
    assert (len(first.context["rows"]), len(second.context["rows"])) == (25, 2)


def test_the_desk_costs_as_many_queries_for_one_file_as_for_many(cast, desk) -> None:
    people.case_on(cast, "follow_up")
    people.submitted(cast)
    one = queries_of(lambda: desk(cast.budi))
    for _ in range(12):
        people.submitted(cast)
    assert queries_of(lambda: desk(cast.budi)) == one <= 40


@pytest.mark.parametrize(
    "who", ["budi", "sari", "lia", "gita", "anton", "dewi", "putri"]
)
def test_every_role_has_a_desk(who: str, cast, desk) -> None:
    people.case_on(cast, "follow_up")
    people.submitted(cast)
    page = desk(getattr(cast, who))
    assert page.status_code == 200
    assert page.content.decode().count("<h1>") == 1


def test_somebody_without_a_role_has_no_desk(cast, desk) -> None:
    assert desk(cast.nur).status_code == 403


def test_an_empty_desk_says_where_to_look(cast, desk) -> None:
    assert "Tidak ada tenggat yang berjalan" in desk(cast.budi).content.decode()


def test_the_newest_unassigned_reports_are_shown_as_new(cast, desk) -> None:
    report = people.submitted(cast)
    assert desk(cast.budi).context["fresh"] == [report]
    report.assigned_to = cast.eko
    report.save()
    assert desk(cast.budi).context["fresh"] == []


def test_a_report_waits_for_its_reporter_since_the_step_began(cast, desk) -> None:
    report = people.report_on(cast, "completion")
    (row,) = desk(cast.budi).context["waiting"]
    assert (row.who, row.since) == ("Pelapor", report.step_since)


def test_a_referred_case_waits_for_its_addressee_since_it_was_sent(cast, desk) -> None:
    case = people.case_on(cast, "follow_up")
    (row,) = desk(cast.budi).context["waiting"]
    referral = case.referrals.get()
    assert (row.who, row.since) == (referral.addressee, referral.sent_at)


def test_the_stage_of_the_newest_contest_is_on_the_desk(cast, desk) -> None:
    page = desk(cast.budi)
    assert page.context["stage"].finding.main == "campaign"
    assert "Pemungutan suara <b>27 hari lagi</b>" in page.content.decode()


def test_the_csv_holds_every_row_and_runs_no_formula(cast, desk) -> None:
    people.submitted(cast, telling=people.told(event="=HYPERLINK(1)"))
    answer = desk(cast.budi, "due_csv")
    assert answer["Content-Type"].startswith("text/csv")
    table = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(table) == 2
    assert table[1][table[0].index("Perihal")] == "'=HYPERLINK(1)"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_a_spreadsheet_would_run_becomes_text(sign: str) -> None:
    assert plain_cell(f"{sign}1") == f"'{sign}1"
    assert plain_cell("001/PL") == "001/PL"


def test_an_act_known_before_the_procedure_began_hides_no_deadline(cast) -> None:
    known = people.told(known_on=date(2024, 9, 28), happened_on=date(2024, 9, 27))
    report = people.submitted(cast, telling=known, moment=at("2024-10-03 09:00"))
    (row,) = rows_for(cast.budi, at("2024-10-03 10:00"))
    assert (row.number, row.deadline.key) == (report.number, "initial_study")


def test_a_deadline_that_cannot_be_counted_is_named_and_hides_no_other(
    cast, desk, monkeypatch
) -> None:
    broken, fine = people.submitted(cast), people.submitted(cast)
    counted = due.next_deadlines

    def count(file, calendar):
        if file == broken:
            raise CalendarGapError(2031)
        return counted(file, calendar)

    monkeypatch.setattr(due, "next_deadlines", count)
    page = desk(cast.budi)
    assert [row.number for row in page.context["rows"]] == [fine.number]
    assert page.context["due"].problems[0].startswith(f"{broken.number}: ")
    assert "belum dapat dihitung" in page.content.decode()


def test_without_a_calendar_the_desk_says_who_fills_it(cast, desk, monkeypatch) -> None:
    people.submitted(cast)

    def empty():
        raise EmptyCalendarError

    monkeypatch.setattr(due, "current_calendar", empty)
    assert "Kalender libur belum dimuat" in desk(cast.budi).content.decode()

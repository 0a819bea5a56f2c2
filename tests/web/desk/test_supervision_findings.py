"""Findings at the desk: window, plenary, decision, registration, and what waits."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from netra.domain.access import Role
from netra.domain.law import CalendarGapError
from netra.records.cases.models import Case
from netra.records.law.errors import EmptyCalendarError
from netra.records.observations.models import Finding, FindingVote
from netra.web.desk.supervision import waiting
from tests import people, supervision
from tests.web.desk.case_walk import as_, text_of

NOW = people.at("2024-10-31 12:00")
LATE = people.at("2024-11-20 10:00")
VOTE = {"agrees": "ya", "reason": "DATA CONTOH. Alasan anggota."}
TEXT = "DATA CONTOH. Putusan pleno."


@pytest.fixture(autouse=True)
def today(clock) -> None:
    clock.set(NOW)


def url(name: str, row, *more: int) -> str:
    return reverse(name, args=[row.pk, *more])


def page_of(client, row: Finding, name: str = "finding") -> str:
    return text_of(client.get(url(name, row))).replace("<wbr>", "")


@pytest.fixture
def sitting(cast) -> Finding:
    """A finding whose plenary is open and silent."""
    row = supervision.finding_on(cast)
    supervision.finding_convened(row, cast)
    return row


@pytest.fixture
def voted(cast, sitting) -> Finding:
    """A finding on which every member agreed."""
    supervision.finding_voted(sitting.plenary, cast, agrees=True)
    return sitting


# The page --------------------------------------------------------------------------


def test_the_page_argues_the_window_and_names_its_article(cast, client) -> None:
    row = supervision.finding_on(cast)
    page = page_of(as_(client, cast, "budi"), row)
    assert "Menunggu pleno" in page
    assert "Hitungan hari demi hari" in page
    assert "Perbawaslu 8/2020" in page
    assert "Surya Contohperdana" in page
    assert row.observation.number in page


def test_an_auditor_sees_how_it_stands_and_nobodys_name_or_story(cast, client) -> None:
    row = supervision.finding_on(cast, "set")
    page = page_of(as_(client, cast, "dewi"), row)
    assert row.number in page
    assert "Tertutup untuk peran Anda" in page
    for sealed in (
        "Contohperdana",
        "Pengawas melihat",
        "Putusan pleno atas",
        "Alasan suara",
    ):
        assert sealed not in page


def test_nobody_elsewhere_sees_a_finding(cast, client) -> None:
    row = supervision.finding_on(cast)
    assert as_(client, cast, "anton").get(url("finding", row)).status_code == 404


# The plenary -----------------------------------------------------------------------


def test_the_members_of_the_day_are_seated(cast, client) -> None:
    row = supervision.finding_on(cast)
    as_(client, cast, "sari")
    page = page_of(client, row, "finding_convene")
    assert "Sari Contoh" in page
    assert "Anton Contoh" not in page
    assert "kebiasaan, bukan aturan" in page
    two = {"members": [cast.sari.pk, cast.tono.pk], "place": "Ruang contoh"}
    few = client.post(url("finding_convene", row), two)
    assert few.status_code == 422
    assert "Ruang contoh" in text_of(few)
    three = {"members": [m.pk for m in cast.members]}
    assert client.post(url("finding_convene", row), three).status_code == 302
    again = client.post(url("finding_convene", row), three)
    assert again.status_code == 409


def test_a_member_of_another_office_cannot_be_seated(cast, client) -> None:
    row = supervision.finding_on(cast)
    as_(client, cast, "sari")
    sent = {"members": [*(m.pk for m in cast.members), cast.anton.pk]}
    assert client.post(url("finding_convene", row), sent).status_code == 422


def test_without_a_quorum_the_way_to_settle_it_is_told(db, client) -> None:
    cast = people.make_cast(quorum=None)
    row = supervision.finding_on(cast)
    page = page_of(as_(client, cast, "sari"), row, "finding_convene")
    assert "Kuorum pleno belum ditetapkan kantor ini." in page
    sent = {"members": [cast.sari.pk]}
    assert client.post(url("finding_convene", row), sent).status_code == 422


def test_a_vote_needs_a_reason_and_others_are_seen_only_after_it(
    cast, client, sitting
) -> None:
    secret = "DATA CONTOH. Alasan Tono."
    as_(client, cast, "tono")
    client.post(url("finding_vote", sitting), VOTE | {"reason": secret})
    as_(client, cast, "sari")
    assert secret not in page_of(client, sitting, "finding_vote")
    assert secret not in page_of(client, sitting)
    empty = client.post(url("finding_vote", sitting), VOTE | {"reason": ""})
    assert empty.status_code == 422
    client.post(url("finding_vote", sitting), VOTE)
    assert secret in page_of(client, sitting, "finding_vote")


def test_a_vote_can_be_changed_while_it_is_open(cast, client, sitting) -> None:
    as_(client, cast, "sari")
    client.post(url("finding_vote", sitting), VOTE)
    client.post(url("finding_vote", sitting), VOTE | {"agrees": "tidak"})
    assert not FindingVote.objects.get().agrees


def test_who_is_not_present_cannot_vote(cast, client) -> None:
    row = supervision.finding_on(cast)
    yuni = people.person("Yuni", (Role.MEMBER, cast.city))
    supervision.finding_convened(row, cast)
    client.force_login(yuni)
    assert "Hanya anggota yang tercatat hadir" in page_of(client, row, "finding_vote")
    answer = client.post(url("finding_vote", row), VOTE)
    assert answer.status_code == 422
    assert "Anda tidak tercatat hadir" in text_of(answer)


def test_what_waits_for_a_member_stands_on_the_desk_until_the_vote(
    cast, client, sitting
) -> None:
    as_(client, cast, "sari")
    desk = client.get(reverse("desk"))
    assert [p.finding for p in desk.context["decisions"].findings] == [sitting]
    mine = text_of(client.get(reverse("my_decisions"))).replace("<wbr>", "")
    assert sitting.number in mine
    client.post(url("finding_vote", sitting), VOTE)
    assert client.get(reverse("desk")).context["decisions"].findings == ()
    assert VOTE["reason"] in text_of(client.get(reverse("my_decisions")))
    as_(client, cast, "budi")
    assert client.get(reverse("desk")).context["decisions"].findings == ()


def test_the_list_of_those_present_is_corrected(cast, client, sitting) -> None:
    as_(client, cast, "tono")
    client.post(url("finding_vote", sitting), VOTE)
    without = {"members": [cast.sari.pk, cast.rina.pk]}
    answer = client.post(url("finding_seats", sitting), without)
    assert answer.status_code == 422
    assert sitting.plenary.attendance.count() == 3


def test_closing_waits_for_every_vote(cast, client, sitting) -> None:
    as_(client, cast, "sari")
    page = page_of(client, sitting, "finding_close")
    assert "Pleno belum dapat ditutup" in page
    sent = {"decision_text": "Yang diketik"}
    answer = client.post(url("finding_close", sitting), sent)
    assert answer.status_code == 422
    assert "Yang diketik" in text_of(answer)


def test_a_finding_is_set_and_registered_as_a_case(cast, client, voted) -> None:
    as_(client, cast, "sari")
    client.post(url("finding_close", voted), {"decision_text": TEXT})
    voted.refresh_from_db()
    assert voted.state == Finding.State.SET
    assert TEXT in page_of(client, voted)
    as_(client, cast, "budi")
    answer = client.post(url("finding_register", voted))
    case = Case.objects.get(finding=voted)
    assert answer["Location"] == reverse("case", args=[case.pk])
    assert "Buka perkara" in page_of(client, voted)
    twice = client.post(url("finding_register", voted))
    assert twice.status_code == 409
    assert Case.objects.count() == 1


def test_after_the_window_a_reason_is_asked_for_and_shown(
    cast, client, clock, voted
) -> None:
    clock.set(LATE)
    as_(client, cast, "sari")
    assert "Alasan melewati batas waktu" in page_of(client, voted, "finding_close")
    without = client.post(url("finding_close", voted), {"decision_text": TEXT})
    assert without.status_code == 422
    assert "Batas waktu menetapkan temuan sudah lewat" in text_of(without)
    assert TEXT in text_of(without)
    sent = {"decision_text": TEXT, "late_reason": "DATA CONTOH. Terlambat."}
    assert client.post(url("finding_close", voted), sent).status_code == 302
    page = page_of(client, voted)
    assert "Ditetapkan sesudah batas waktunya" in page
    assert "DATA CONTOH. Terlambat." in page


def test_in_time_no_reason_is_asked_for(cast, client, voted) -> None:
    page = page_of(as_(client, cast, "sari"), voted, "finding_close")
    assert "Alasan melewati batas waktu" not in page


def test_a_vote_after_the_closing_is_a_conflict_that_keeps_the_reason(
    cast, client, voted
) -> None:
    as_(client, cast, "sari")
    client.post(url("finding_close", voted), {"decision_text": TEXT})
    answer = client.post(url("finding_vote", voted), VOTE | {"reason": "Yang diketik"})
    assert answer.status_code == 409
    assert "Yang diketik" in text_of(answer)


def test_what_was_dropped_needs_nothing_more(cast, client) -> None:
    row = supervision.finding_on(cast, "dropped")
    page = page_of(as_(client, cast, "budi"), row)
    assert "Pleno tidak menetapkannya sebagai temuan." in page
    assert client.post(url("finding_register", row)).status_code == 409


# Lists, due, desk ------------------------------------------------------------------


def test_the_due_list_holds_the_window_until_the_plenary_decides(cast, client) -> None:
    row = supervision.finding_on(cast)
    as_(client, cast, "budi")
    rows = client.get(reverse("due")).context["rows"]
    assert (row.number, "finding_window") in {(r.number, r.deadline.key) for r in rows}
    supervision.finding_voted(
        supervision.finding_convened(row, cast), cast, agrees=True
    )
    client.force_login(cast.sari)
    client.post(url("finding_close", row), {"decision_text": TEXT})
    rows = client.get(reverse("due")).context["rows"]
    assert "finding_window" not in {r.deadline.key for r in rows}


def test_the_province_sees_a_finding_but_it_is_not_due_there(cast, client) -> None:
    row = supervision.finding_on(cast)
    as_(client, cast, "gita")
    assert client.get(url("finding", row)).status_code == 200
    assert row.number not in text_of(client.get(reverse("due")))


def test_the_desk_counts_what_waits_in_supervision(cast, client) -> None:
    supervision.observation_on(cast)
    supervision.tracing_on(cast)
    supervision.finding_on(cast)
    supervision.finding_on(cast, "set")
    as_(client, cast, "budi")
    counts = client.get(reverse("desk")).context["supervision"]
    assert (counts.suspicions, counts.tracings) == (1, 1)
    assert (counts.proposed, counts.to_register) == (1, 1)
    field = as_(client, cast, "lia").get(reverse("desk"))
    assert "Tulis Formulir A" in text_of(field)
    assert "Dugaan temuan menunggu pleno" not in text_of(field)


def test_the_list_is_narrowed_by_state_and_words(cast, client) -> None:
    waiting = supervision.finding_on(cast)
    dropped = supervision.finding_on(cast, "dropped")
    as_(client, cast, "budi")
    for asked, found in (
        ({"keadaan": "dropped"}, [dropped]),
        ({"q": waiting.number}, [waiting]),
        ({"q": "tidak ada yang begini"}, []),
    ):
        rows = client.get(reverse("findings"), asked).context["rows"]
        assert [row.finding for row in rows] == found


def test_a_finding_is_given_to_somebody_of_the_office(cast, client) -> None:
    row = supervision.finding_on(cast)
    as_(client, cast, "sari")
    assert client.post(url("finding_assign", row), {}).status_code == 422
    client.post(url("finding_assign", row), {"holder": cast.eko.pk})
    row.refresh_from_db()
    assert row.assigned_to == cast.eko


def test_form_and_minutes_are_issued(cast, client) -> None:
    row = supervision.finding_on(cast, "set")
    as_(client, cast, "budi")
    page = page_of(client, row)
    assert "Berita acara pleno temuan" in page
    assert "Formulir A (LHP)" not in page  # the field office that wrote it issues it
    for kind in ("finding_plenary", "finding"):
        client.post(url("finding_issue_paper", row), {"kind": kind})
    assert set(row.papers.values_list("kind", flat=True)) == {
        "finding_plenary",
        "finding",
    }


def test_the_list_costs_the_same_for_one_and_for_many(
    cast, client, django_assert_max_num_queries
) -> None:
    for _ in range(5):
        supervision.finding_on(cast)
    as_(client, cast, "budi")
    with django_assert_max_num_queries(14):
        assert len(client.get(reverse("findings")).context["rows"]) == 5


def test_the_desk_costs_the_same_for_one_and_for_many(
    cast, client, django_assert_max_num_queries
) -> None:
    as_(client, cast, "budi")
    supervision.finding_on(cast)
    supervision.tracing_on(cast)
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("desk"))
    for _ in range(3):
        supervision.finding_on(cast)
        supervision.tracing_on(cast)
    with django_assert_max_num_queries(len(one)):
        client.get(reverse("desk"))


def test_a_deadline_that_cannot_be_counted_is_said_and_hides_no_other(
    cast, client, monkeypatch
) -> None:
    row = supervision.finding_on(cast)
    traced = supervision.tracing_on(cast)
    monkeypatch.setattr(waiting, "running_on", gap)
    due = as_(client, cast, "budi").get(reverse("due"))
    assert [r.number for r in due.context["rows"]] == [traced.number]
    assert any(row.number in said for said in due.context["due"].problems)


def test_without_a_calendar_the_desk_says_so(cast, client, monkeypatch) -> None:
    supervision.finding_on(cast)
    monkeypatch.setattr(waiting, "current_calendar", unseeded)
    due = as_(client, cast, "budi").get(reverse("due")).context["due"]
    assert due.rows == ()
    assert due.problems == (EmptyCalendarError().reader_message,)


def unseeded() -> None:
    raise EmptyCalendarError


def gap(*_given: object) -> None:
    raise CalendarGapError(2031)


def test_the_field_is_led_to_no_page_it_may_not_open(cast, client) -> None:
    row = supervision.finding_on(cast)
    page = text_of(as_(client, cast, "lia").get(url("observation", row.observation)))
    assert "Laporan ini sudah diajukan sebagai dugaan temuan." in page
    assert url("finding", row) not in page

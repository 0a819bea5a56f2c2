"""Everything that came in stands side by side, what dies first at the top."""

import re

import pytest
from django.urls import reverse

from netra.records.information import actions as information
from netra.records.ledger.replaying import compare
from netra.records.reports import actions as reports
from netra.records.reports.models import Report
from netra.web.portal.status_road import milestones, standing_of
from tests import people, supervision
from tests.informing import given, keyed
from tests.web.desk.case_walk import as_, text_of

NOW = people.at("2024-10-30 15:00")


@pytest.fixture(autouse=True)
def today(clock) -> None:
    clock.set(NOW)


@pytest.fixture
def came_in(cast) -> dict[str, str]:
    """One of each kind; return the addresses."""
    keyed(cast)
    row, _code = given(cast)
    report = people.report_on(cast, "initial_study")
    seen = supervision.observation_on(cast)
    return {
        "informasi": reverse("information", args=[row.pk]),
        "laporan": reverse("report", args=[report.pk]),
        "pengawasan": reverse("observation", args=[seen.pk]),
    }


def listed(client, **asked: str) -> list[str]:
    page = text_of(client.get(reverse("arrivals"), asked))
    body = page.partition("<tbody")[2].partition("</tbody>")[0]
    return re.findall(r'scope="row"><a href="([^"]+)"', body)


def test_the_three_kinds_stand_in_one_table_by_their_clocks(
    cast, client, came_in
) -> None:
    as_(client, cast, "budi")
    shown = listed(client)
    assert set(shown) == set(came_in.values())
    assert shown[-1] == came_in["informasi"]
    page = text_of(client.get(reverse("arrivals")))
    assert "tanpa tenggat hukum" in page
    assert page.count("<time") >= 1


@pytest.mark.parametrize("kind", ["informasi", "laporan", "pengawasan"])
def test_one_kind_is_shown_alone(cast, client, came_in, kind: str) -> None:
    as_(client, cast, "budi")
    assert listed(client, jenis=kind) == [came_in[kind]]


def test_the_table_is_narrowed_by_holder(cast, client, came_in) -> None:
    as_(client, cast, "budi")
    Report.objects.update(assigned_to=cast.budi)
    assert listed(client, pemegang="saya") == [came_in["laporan"]]
    assert came_in["laporan"] not in listed(client, pemegang="belum")


def test_what_was_grouped_says_how_many_tell_of_it(cast, client, came_in) -> None:
    row, other = given(cast)[0], given(cast)[0]
    information.group_information(
        rows=[row, other], actor=people.as_actor(cast.budi), at=NOW
    )
    as_(client, cast, "budi")
    assert "Satu peristiwa, 2 informasi" in text_of(client.get(reverse("arrivals")))


def test_nobody_sees_what_belongs_elsewhere(cast, client, came_in) -> None:
    as_(client, cast, "anton")
    assert listed(client) == []
    as_(client, cast, "nur")
    assert came_in["informasi"] not in listed(client)


def test_a_report_is_refused_with_a_reason_from_the_list_and_own_words(
    cast, client
) -> None:
    report = people.report_on(cast, "initial_study")
    as_(client, cast, "budi")
    answers = {f"item-{key}": "ada" for key in people.findings(report)}
    sent = {
        **answers,
        "item-within_window": "belum",
        "refusal_kind": "Disampaikan sesudah batas waktu",
        "refusal_reason": "DATA CONTOH: sembilan hari sesudah diketahui.",
    }
    answer = client.post(reverse("report_study", args=[report.pk]), sent)
    assert answer.status_code == 302, text_of(answer)
    report.refresh_from_db()
    assert report.refusal_reason == (
        "Disampaikan sesudah batas waktu. DATA CONTOH: sembilan hari sesudah diketahui."
    )
    made_up = client.post(
        reverse("report_study", args=[report.pk]), sent | {"refusal_kind": "karangan"}
    )
    assert made_up.status_code == 422


# Reports of one event ---------------------------------------------------------------


def test_reports_of_one_event_are_put_together_and_apart(cast, client) -> None:
    first, second = (people.report_on(cast, "initial_study") for _ in range(2))
    as_(client, cast, "budi")
    sent = {"pilih": [first.pk, second.pk, "x"]}
    answer = client.post(reverse("report_group"), sent)
    first.refresh_from_db()
    assert answer.headers["Location"].endswith(f"?kelompok={first.group}")
    page = text_of(client.get(answer.headers["Location"]))
    assert page.count("Satu peristiwa, 2 laporan") == 2
    shown = text_of(client.get(reverse("report", args=[second.pk])))
    assert "Laporan lain tentang peristiwa ini" in shown
    client.post(reverse("report_ungroup", args=[second.pk]))
    second.refresh_from_db()
    assert second.group is None
    assert compare().difference is None


def test_a_third_report_brings_its_group_along(cast, client) -> None:
    rows = [people.report_on(cast, "initial_study") for _ in range(4)]
    budi = people.as_actor(cast.budi)
    for pair in (rows[:2], rows[2:]):
        reports.group_reports(rows=pair, actor=budi, at=NOW)
    for row in rows:
        row.refresh_from_db()
    reports.group_reports(rows=[rows[0], rows[2]], actor=budi, at=NOW)
    assert len(set(Report.objects.values_list("group", flat=True))) == 1
    assert compare().difference is None


def test_one_report_alone_makes_no_group(cast, client) -> None:
    report = people.report_on(cast, "initial_study")
    as_(client, cast, "budi")
    answer = client.post(reverse("report_group"), {"pilih": [report.pk]})
    assert answer.status_code == 422
    assert "sekurang-kurangnya dua laporan" in text_of(answer)


def test_the_reporter_learns_nothing_of_a_group(cast, client) -> None:
    first, second = (people.report_on(cast, "initial_study") for _ in range(2))
    budi = people.as_actor(cast.budi)
    reports.group_reports(rows=[first, second], actor=budi, at=NOW)
    first.refresh_from_db()
    told = str(milestones(standing_of(first)))
    assert str(first.group) not in told
    assert second.number not in told

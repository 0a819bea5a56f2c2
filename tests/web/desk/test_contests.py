"""Contests: what is on today, dates entered for a region, and the sides."""

import pytest
from django.test import Client
from django.urls import reverse

from netra.records.contests.models import ContestStage
from netra.records.contests.queries import stage_of
from netra.records.ledger.replaying import compare
from tests import people
from tests.people import Cast


@pytest.fixture(autouse=True)
def _moment(clock) -> None:
    clock.set(people.SUBMITTED_AT)


@pytest.fixture
def budi(cast: Cast, client: Client) -> Client:
    client.force_login(cast.budi)
    return client


def shown(client: Client, name: str, *args: object) -> str:
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200
    return response.content.decode()


def undated(cast: Cast) -> str:
    stages = stage_of(cast.contest, people.ACT_ON).election.stages
    return next(s.key for s in stages if s.start is None and s.end is None)


def test_the_list_names_stage_phase_and_days(cast, budi):
    text = shown(budi, "contests")

    assert cast.contest.title in text
    assert "27 Nov 2024" in text
    assert "Sejak calon ditetapkan" in text


def test_the_list_asks_the_same_number_of_questions_for_many_contests(
    cast, budi, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):
        shown(budi, "contests")
    for region in ("33.71", "33.72", "33.73", "33.75", "33.76"):
        people.contest_in(region)
    with django_assert_max_num_queries(12):
        shown(budi, "contests")


def test_contests_are_found_by_region_and_title(cast, budi):
    def found(words: str) -> list[str]:
        response = budi.get(reverse("contests"), {"q": words})
        return [row.contest.pk for row in response.context["rows"]]

    assert found("34.71") == [cast.elsewhere_contest.pk]
    assert found("tidak ada") == []
    assert len(found("pilkada-2024")) == 2


def test_the_page_tells_the_day_that_parts_ethics_from_discipline(cast, budi):
    text = shown(budi, "contest", cast.contest.pk)

    assert "Minggu, 22 September 2024" in text
    assert "Rabu, 27 November 2024" in text
    assert "Sedang berjalan" in text
    assert "1. Pasangan Contoh 1" in text


def test_a_contest_the_law_does_not_know_says_so(cast, budi):
    other = type(cast.contest).objects.create(
        pk="pilkada-1999/33.74", election="pilkada-1999", region="33.74", kind="x"
    )
    assert "tidak lagi mengenal" in shown(budi, "contest", other.pk)
    assert "tidak lagi mengenal" in shown(budi, "contests")


def test_an_unknown_contest_is_not_there(cast, budi):
    assert budi.get(reverse("contest", args=["pilkada-2024/99"])).status_code == 404


def test_an_officer_enters_the_dates_of_a_stage_with_their_basis(cast, budi):
    key = undated(cast)
    page = reverse("contest_stage", args=[cast.contest.pk, key])
    told = {"start_on": "2024-10-30", "end_on": "2024-11-02", "basis": "SK 1 contoh"}

    done = budi.post(page, told)

    assert done.status_code == 302
    text = shown(budi, "contest", cast.contest.pk)
    assert "SK 1 contoh" in text
    finding = stage_of(cast.contest, people.SUBMITTED_AT.date())
    titles = {stage.key: stage.title for stage in finding.stages}
    assert titles[key] != key  # readers never meet the key
    assert compare().difference is None


def test_a_stage_does_not_end_before_it_begins_and_needs_a_basis(cast, budi):
    page = reverse("contest_stage", args=[cast.contest.pk, undated(cast)])
    told = {"start_on": "2024-11-02", "end_on": "2024-10-30", "basis": ""}

    response = budi.post(page, told)

    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"end_on", "basis"}
    assert 'value="2024-11-02"' in response.content.decode()
    assert not ContestStage.objects.exists()


def test_an_unknown_stage_is_not_there(cast, budi):
    page = reverse("contest_stage", args=[cast.contest.pk, "pesta"])
    assert budi.get(page).status_code == 404


def test_the_contest_of_another_region_is_read_but_not_changed(cast, budi):
    pk = cast.elsewhere_contest.pk
    assert reverse("contest_side", args=[pk]) not in shown(budi, "contest", pk)
    assert budi.get(reverse("contest_side", args=[pk])).status_code == 403
    told = {"kind": "party", "name": "Partai contoh"}
    assert budi.post(reverse("contest_side", args=[pk]), told).status_code == 403


@pytest.mark.parametrize(
    ("told", "shown_as"),
    [
        ({"kind": "ticket", "number": "3", "name": "Pasangan 3"}, "3. Pasangan 3"),
        ({"kind": "empty_box", "name": ""}, "Kolom kosong"),
        ({"kind": "party", "name": "Partai contoh"}, "Partai contoh"),
        ({"kind": "prospective", "name": "Bakal calon X"}, "Bakal calon X"),
    ],
)
def test_every_kind_of_side_can_be_entered(cast, budi, told, shown_as):
    done = budi.post(reverse("contest_side", args=[cast.contest.pk]), told)

    assert done.status_code == 302
    assert shown_as in shown(budi, "contest", cast.contest.pk)
    assert compare().difference is None


@pytest.mark.parametrize(
    ("told", "status", "wrong"),
    [
        ({"kind": "party", "number": "3", "name": "Partai"}, 422, "number"),
        ({"kind": "ticket", "number": "3", "name": ""}, 422, "name"),
        ({"kind": "ticket", "number": "0", "name": "A"}, 422, "number"),
        ({"kind": "", "name": "A"}, 422, "kind"),
        ({"kind": "ticket", "number": "1", "name": "Lain"}, 409, "__all__"),
    ],
)
def test_a_side_that_cannot_be_is_refused(cast, budi, told, status, wrong):
    response = budi.post(reverse("contest_side", args=[cast.contest.pk]), told)

    assert response.status_code == status
    assert list(response.context["form"].errors) == [wrong]
    assert cast.contest.sides.count() == 2

"""No door of a case opens to who is tied to a party of it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from netra.domain.access import Action, Role
from netra.records.accounts.models import User
from netra.records.cases import actions
from netra.records.cases.actions import registering
from netra.records.cases.models import Case, Recusal
from netra.records.documents.actions import issue_paper
from netra.records.evidence.actions import receive_blob
from netra.records.jobs import moment
from netra.records.ledger.models import LedgerEntry
from netra.records.reports.models import Exhibit
from tests import people
from tests.web import scene as scenes
from tests.web.ways import WAYS

NOW = people.at("2024-11-06 12:00")
DOORS = {str(pattern.name): pattern for pattern in scenes.patterns()}
OF_A_CASE = sorted(
    name
    for name, way in WAYS.items()
    if str(DOORS[name].pattern).startswith("meja/perkara/<int:pk>/")
    or way.sees is Action.VIEW_CASE
)


def tie_to_every_case(patched: pytest.MonkeyPatch, uli: User) -> None:
    """Let Uli be tied to every case from its first moment on."""
    opened = registering._open_case

    def open_tied(*args: object, **values: object) -> Case:
        case = opened(*args, **values)
        actions.declare_tie(
            case=case,
            relation=Recusal.Relation.KIN,
            reason="DATA CONTOH. Kerabat.",
            actor=people.as_actor(uli),
            at=people.REGISTERED_AT,
        )
        return case

    patched.setattr(registering, "_open_case", open_tied)


def make_uli(cast: people.Cast) -> User:
    """Return Uli, officer and member of 33.74 and of the office below."""
    above = (Role.OFFICER, cast.city), (Role.MEMBER, cast.city)
    return people.person("Uli", *above, (Role.OFFICER, cast.subdistrict))


@pytest.fixture(scope="module")
def scene(django_db_setup: None, django_db_blocker) -> Iterator[scenes.Scene]:
    patched = pytest.MonkeyPatch()
    made = people.make_cast

    def cast_with_uli() -> people.Cast:
        cast = made()
        tie_to_every_case(patched, make_uli(cast))
        return cast

    with django_db_blocker.unblock(), transaction.atomic():
        patched.setattr(people, "make_cast", cast_with_uli)
        yield scenes.set_scene()
        patched.undo()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moment, "now", lambda: NOW)


@pytest.fixture
def uli() -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(username="uli"), backend=scenes._BACKEND)
    return client


@pytest.mark.xdist_group("recusal_doors")
def test_every_door_of_a_case_is_closed_and_says_why(
    scene: scenes.Scene, uli: Client
) -> None:
    met, entries = {}, 0
    for route in OF_A_CASE:
        way = WAYS[route]
        url = reverse(route, kwargs=way.arguments(scene))
        entries = LedgerEntry.objects.count()
        for call in (uli.get, uli.post):
            response = call(url, way.data(scene))
            text = b"" if response.streaming else response.content
            if response.status_code == 405:
                continue
            met[f"{route} {call.__name__}"] = (
                response.status_code,
                b"benturan kepentingan" in text,
            )
        assert LedgerEntry.objects.count() == entries
    assert {k: v for k, v in met.items() if v != (403, True)} == {}
    assert len(met) > 20


@pytest.mark.xdist_group("recusal_doors")
def test_what_the_case_came_from_is_closed_with_it(
    scene: scenes.Scene, uli: Client
) -> None:
    case = scene.cases["study"]
    budi = people.as_actor(scene.cast.budi)
    exhibit = Exhibit.objects.create(
        report=case.report,
        blob=receive_blob(chunks=[people.PNG], at=people.WRITTEN_AT),
        name="foto.png",
        received_at=people.WRITTEN_AT,
    )
    kind = scenes.Paper.REGISTRATION
    paper = issue_paper(kind, case=case, actor=budi, at=people.WRITTEN_AT)
    found = people.case_of_finding(scene.cast).finding
    form_a = issue_paper(
        scenes.Paper.OBSERVATION_REPORT,
        observation=found.observation,
        actor=people.as_actor(scene.cast.lia),
        at=people.WRITTEN_AT,
    )
    closed = [
        reverse("report", args=[case.report_id]),
        reverse("exhibit", args=[exhibit.pk]),
        reverse("paper", args=[paper.pk]),
        reverse("finding", args=[found.pk]),
        reverse("observation", args=[found.observation_id]),
        reverse("observation_paper", args=[form_a.pk]),
        reverse("paper", args=[form_a.pk]),
    ]
    assert {url: uli.get(url).status_code for url in closed} == dict.fromkeys(
        closed, 403
    )


@pytest.mark.xdist_group("recusal_doors")
def test_the_tied_person_knows_that_the_case_is_there_and_no_more(
    scene: scenes.Scene, uli: Client
) -> None:
    case = scene.cases["study"]
    page = uli.get(reverse("case", args=[case.pk])).content.decode()
    assert case.number in page
    assert "Anda tidak ikut menangani perkara ini" in page
    assert case.respondents.get().name not in page
    listed = uli.get(reverse("cases"), {"q": case.number}).content.decode()
    assert case.number in listed
    search = uli.get(reverse("search"), {"q": case.respondents.get().name})
    assert reverse("case", args=[case.pk]) not in search.content.decode()

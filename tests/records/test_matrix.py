"""Role × action × region: what the table allows is what the lists show."""

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest
from django.apps import apps
from django.db.models import QuerySet

from netra.domain.access import Action, Actor, Grant, RegionCode, Role, is_allowed
from netra.records.access import NotAllowedError, RegionQuerySet, require
from netra.records.accounts.models import Office, RoleAssignment
from netra.records.cases.models import Case
from netra.records.contests.models import Contest
from netra.records.correspondence.models import AgendaEntry
from netra.records.documents.models import IssuedPaper
from netra.records.information.models import Information
from netra.records.observations.models import Finding, Observation, Tracing
from netra.records.referrals.models import Referral
from netra.records.reports import actions as reports
from netra.records.reports.models import CounterEntry, Report
from tests import informing, people
from tests.records.correspondence.lines import letter_in

PLACES = ("", "33", "33.74", "33.74.01", "34", "34.71", "33.7", "34.71.02")
SHOWN: dict[type, Callable[[object], str]] = {
    Report: lambda row: row.region,
    Case: lambda row: row.region,
    Referral: lambda row: row.region,
    Office: lambda row: row.region,
    Contest: lambda row: row.region,
    RoleAssignment: lambda row: row.office.region,
    IssuedPaper: lambda row: row.region,
    Observation: lambda row: row.region,
    Tracing: lambda row: row.region,
    Finding: lambda row: row.region,
    Information: lambda row: row.region,
    CounterEntry: lambda row: row.region,
    AgendaEntry: lambda row: row.region,
}


def actor(role: Role, region: str) -> Actor:
    grant = Grant(role=role, office_id="1", region=RegionCode(region))
    return Actor(account_id="1", grants=(grant,))


@pytest.fixture
def rows(cast: people.Cast) -> dict[type, list[object]]:
    """Matters in 33.74 and, moved there by hand, in places around it."""
    informing.keyed(cast)
    for region in ("33.74", "33", "34.71", "33.74.01"):
        case = people.case_on(cast, "follow_up")
        Case.objects.filter(pk=case.pk).update(region=region)
        Report.objects.filter(pk=case.report_id).update(region=region)
        _supervise(cast, region)
        _take_in(cast, region)
        AgendaEntry.objects.filter(pk=letter_in(cast).pk).update(region=region)
    return {model: list(model.objects.all()) for model in SHOWN}


def _supervise(cast: people.Cast, region: str) -> None:
    """A supervision report, a tracing and a finding, moved to a region by hand."""
    finding = people.finding_on(cast)
    tracing = people.tracing_on(cast, walked=False)
    for row in (finding, finding.observation, tracing):
        type(row).objects.filter(pk=row.pk).update(region=region)


def _take_in(cast: people.Cast, region: str) -> None:
    """Information and a report begun at the counter, moved to a region by hand."""
    told, _code = informing.given(cast)
    begun = reports.open_counter_entry(
        region=people.REGION,
        actor=people.as_actor(cast.budi),
        at=people.SUBMITTED_AT,
    )
    for row in (told, begun):
        type(row).objects.filter(pk=row.pk).update(region=region)


def test_every_model_with_a_place_is_in_the_matrix() -> None:
    placed = {
        model
        for model in apps.get_models()
        if isinstance(getattr(model, "objects", None).all(), RegionQuerySet)
    }
    assert placed == set(SHOWN)


@pytest.mark.parametrize("role", Role)
def test_the_list_shows_what_the_table_allows(
    rows: dict[type, list[object]], role: Role
) -> None:
    wrong = []
    for model, place, action in product(SHOWN, PLACES, Action):
        asking = actor(role, place)
        shown = set(model.objects.all().visible_to(asking, action))
        allowed = {
            row
            for row in rows[model]
            if is_allowed(asking, action, RegionCode(SHOWN[model](row)))
        }
        if shown != allowed:
            wrong.append((model.__name__, place, action))
    assert wrong == []


@pytest.mark.parametrize("role", Role)
def test_a_write_is_refused_exactly_where_the_table_is_silent(role: Role) -> None:
    wrong = []
    for own, action, asked in product(PLACES, Action, PLACES):
        allowed = is_allowed(actor(role, own), action, RegionCode(asked))
        try:
            require(actor(role, own), action, asked)
        except NotAllowedError as error:
            if allowed or error.action is not action:
                wrong.append((own, action, asked))
        else:
            if not allowed:
                wrong.append((own, action, asked))
    assert wrong == []


def visible(model: type, user: object) -> QuerySet:
    return model.objects.all().visible_to(people.as_actor(user))


def test_anton_sees_nothing_of_sari(cast: people.Cast) -> None:
    case = people.case_on(cast, "follow_up")
    assert visible(Case, cast.sari).get() == case
    for model in (Case, Report, Referral):
        assert not visible(model, cast.anton).exists()
    assert not visible(Office, cast.anton).filter(region="33.74").exists()


def test_the_province_sees_its_city_and_the_nation_sees_all(cast: people.Cast) -> None:
    people.case_on(cast, "follow_up")
    assert visible(Case, cast.gita).count() == 1
    assert visible(Case, cast.dewi).count() == 1


def test_the_administrator_sees_people_and_no_matters(cast: people.Cast) -> None:
    people.case_on(cast, "follow_up")
    assert not visible(Case, cast.putri).exists()
    assert visible(Office, cast.putri).count() == Office.objects.count()


def test_a_role_counts_from_its_first_to_its_last_day(cast: people.Cast) -> None:
    cast.budi.roles.update(from_on=date(2024, 2, 1), to_on=date(2024, 2, 29))
    days = {
        "2024-01-31 23:59": 0,
        "2024-02-01 00:00": 1,
        "2024-02-29 23:59": 1,
        "2024-03-01 00:00": 0,
    }
    held = {
        text: len(people.as_actor(cast.budi, people.at(text)).grants) for text in days
    }
    assert held == days

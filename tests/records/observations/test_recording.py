"""Form A is kept, corrected beside, and its files are gathered once."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from netra.records.evidence.actions import receive_blob
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from netra.records.observations import actions as supervision
from netra.records.observations.errors import (
    ContentError,
    FileTwiceError,
)
from netra.records.observations.models import Observation
from netra.records.observations.queries import (
    suspicions,
)
from netra.records.reports.actions import describe_respondent
from tests import people
from tests.people import as_actor


def kinds_of(subject: str) -> list[str]:
    rows = LedgerEntry.objects.filter(subject=subject).order_by("number")
    return list(rows.values_list("kind", flat=True))


def test_an_observation_is_numbered_dated_and_entered(cast) -> None:
    seen = people.observation_on(cast)
    assert seen.number == "001/LHP/PM.01.02/33.74.01/X/2024"
    assert kinds_of(seen.ledger_subject) == ["observation.recorded"]
    assert compare().difference is None


def test_an_observation_without_suspicion_is_kept_too(cast) -> None:
    calm = replace(
        people.observed(cast.contest),
        has_suspicion=False,
        event="",
        account="",
        respondents=(),
    )
    people.observation_on(cast, content=calm)
    assert Observation.objects.count() == 1
    assert not suspicions().exists()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"observed_on": date(2024, 10, 29)}, "observed_on"),
        ({"happened_on": date(2024, 10, 29)}, "happened_on"),
        ({"event": " "}, "event"),
        ({"account": ""}, "account"),
    ],
)
def test_an_observation_that_contradicts_itself_is_refused(
    cast, changed, field
) -> None:
    content = replace(people.observed(cast.contest), **changed)
    with pytest.raises(ContentError) as caught:
        people.observation_on(cast, content=content)
    assert caught.value.field == field
    assert not Observation.objects.exists()


def test_a_correction_stands_beside_the_row_it_corrects_and_only_once(cast) -> None:
    first = people.observation_on(cast)
    sent = {
        "office": cast.subdistrict,
        "content": people.observed(cast.contest),
        "corrects": first,
        "actor": as_actor(cast.lia),
        "at": people.OBSERVED_AT,
    }
    second = supervision.record_observation(**sent)
    assert second.corrects == first
    assert list(suspicions()) == [second]
    with pytest.raises(ContentError, match="corrects"):
        supervision.record_observation(**sent)
    assert Observation.objects.count() == 2
    assert compare().difference is None


def test_a_file_is_gathered_once(cast) -> None:
    seen = people.observation_on(cast)
    blob = receive_blob(chunks=[people.PNG], at=people.OBSERVED_AT)
    sent = {
        "matter": seen,
        "blob": blob,
        "name": "catatan.png",
        "actor": as_actor(cast.lia),
        "at": people.OBSERVED_AT,
    }
    supervision.gather_exhibit(**sent)
    with pytest.raises(FileTwiceError):
        supervision.gather_exhibit(**sent)
    assert seen.exhibits.count() == 1
    assert compare().difference is None


def test_the_office_that_handles_it_describes_who_was_found_below(cast) -> None:
    person = people.observation_on(cast).respondents.get()
    assert person.region == people.REGION
    describe_respondent(
        respondent=person,
        employment_class="pppk",
        holds_office=True,
        post="pranata contoh",
        workplace="Badan Contoh",
        actor=as_actor(cast.budi),
        at=people.PROPOSED_AT,
    )
    assert kinds_of(person.ledger_subject) == [
        "respondent.found",
        "respondent.described",
    ]
    assert compare().difference is None


@pytest.mark.parametrize(
    ("model", "changed", "constraint"),
    [
        ("observation", {"account": ""}, "suspicion_has_event_and_account"),
        ("tracing", {"ended_as": "finding"}, "ended_tracing_has_end_and_text"),
        ("finding", {"tracing_id": 1}, "finding_has_one_origin"),
        (
            "finding",
            {"happened_on": date(2024, 12, 1)},
            "finding_found_after_it_happened",
        ),
        ("case", {"finding": None}, "case_has_one_origin"),
        ("exhibit", {"observation": None}, "gathered_in_one_place"),
        ("step", {"result": ""}, "done_step_has_a_result"),
        ("respondent", {"found_in": None}, "respondent_reported_or_found"),
    ],
)
def test_the_database_refuses_a_row_that_contradicts_itself(
    cast, model, changed, constraint
) -> None:
    tracing = people.tracing_on(cast)
    case = people.case_of_finding(cast)
    if "tracing_id" in changed:
        changed = {"tracing_id": tracing.pk}
    exhibit = supervision.gather_exhibit(
        matter=case.finding.observation,
        blob=receive_blob(chunks=[people.PNG], at=people.OBSERVED_AT),
        name="catatan.png",
        actor=as_actor(cast.lia),
        at=people.OBSERVED_AT,
    )
    rows = {
        "observation": case.finding.observation,
        "tracing": tracing,
        "finding": case.finding,
        "case": case,
        "exhibit": exhibit,
        "step": tracing.steps.get(),
        "respondent": case.respondents.get(),
    }
    row = rows[model]
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        type(row)._base_manager.filter(pk=row.pk).update(**changed)

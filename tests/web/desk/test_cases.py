"""The list of cases and the page of a case."""

from itertools import pairwise

import pytest
from django.test import Client
from django.urls import reverse

from netra.domain.law import StepKind
from netra.records.cases import actions
from netra.records.cases.conditions import known_conditions
from netra.records.cases.models import Case
from netra.records.law.queries import law
from netra.records.ledger.models import LedgerEntry
from netra.web.desk.case_doors import DOORS
from netra.web.desk.case_steps import ENDING, REMEDIES
from tests import people
from tests.people import Cast


@pytest.fixture
def at_study(cast: Cast, clock) -> Case:
    clock.set(people.WRITTEN_AT)
    return people.case_on(cast, "study")


def page(client: Client, case: Case) -> str:
    return client.get(reverse("case", args=[case.pk])).content.decode()


@pytest.mark.parametrize("step", people.CASE_STEPS)
@pytest.mark.parametrize("who", ["budi", "sari", "gita", "dewi"])
def test_the_case_opens_on_every_step_for_everybody_who_may_see_it(
    cast, clock, client, step, who
):
    clock.set(people.TOLD_AT)
    case = people.case_on(cast, step)
    client.force_login(cast.everybody()[who])
    text = page(client, case)
    assert case.title in text
    assert law().procedure(case.procedure).step(step).label_now in text


def test_a_case_that_has_ended_says_that_nothing_is_left(cast, clock, client):
    clock.set(people.TOLD_AT)
    case = people.case_on(cast, "status_notice", outcome="not_a_violation")
    actions.tell_status(
        case=case, follow_up=False, actor=people.as_actor(cast.budi), at=people.TOLD_AT
    )
    client.force_login(cast.budi)
    assert "Tidak ada yang perlu dikerjakan" in page(client, case)

"""A tie reaches every case and report that is handled together."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from netra.records.access import TiedError, is_tied
from netra.records.cases import actions
from netra.records.cases.models import Recusal
from netra.records.parties.models import PartyOpening
from netra.records.reports import actions as reports
from tests import people
from tests.records.parties.acting import joined


def test_a_tie_in_the_lead_closes_what_was_joined_and_back(cast: people.Cast) -> None:
    lead = people.registered(cast)
    other = people.registered(cast, telling=replace(people.TELLING, event="Sama"))
    joined(lead, other.report, actor=people.as_actor(cast.budi))
    for case, user in ((lead, cast.eko), (other, cast.tono)):
        actions.declare_tie(
            case=case,
            relation=Recusal.Relation.KIN,
            reason="DATA CONTOH. Kerabat.",
            actor=people.as_actor(user),
            at=people.WRITTEN_AT,
        )
    eko, tono = people.as_actor(cast.eko), people.as_actor(cast.tono)
    assert is_tied(other, eko)
    assert is_tied(other.report, eko)
    assert is_tied(lead, tono)
    assert is_tied(lead.report, tono)
    assert not is_tied(lead, people.as_actor(cast.budi))
    with pytest.raises(TiedError):
        reports.open_identity(
            report=other.report, reason="perlu", actor=eko, at=people.WRITTEN_AT
        )


def test_the_database_opens_no_identity_to_who_is_tied(cast: people.Cast) -> None:
    case = people.registered(cast)
    actions.declare_tie(
        case=case,
        relation=Recusal.Relation.KIN,
        reason="DATA CONTOH. Kerabat.",
        actor=people.as_actor(cast.eko),
        at=people.WRITTEN_AT,
    )
    with pytest.raises(IntegrityError, match="tie"), transaction.atomic():
        PartyOpening.objects.create(
            case=case,
            key="reporter:1",
            account=cast.eko,
            at=people.WRITTEN_AT,
            reason="x",
        )

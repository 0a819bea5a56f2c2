"""Information becomes a tracing and a refused report information, both without a way back."""

from datetime import timedelta

import pytest

from netra.records.custody.errors import NoOfficeKeyError
from netra.records.information import actions, errors, queries
from netra.records.information.models import (
    Information,
)
from netra.records.ledger import replaying
from netra.records.ledger.models import LedgerEntry
from netra.records.observations.actions import close_tracing, plan_step
from netra.records.observations.errors import MovedError, StepsOpenError
from netra.records.observations.models import Tracing
from netra.records.reports import actions as reports
from tests.informing import given, keyed, office_of, opened_by
from tests.offices import planned
from tests.people import (
    SUBMITTED_AT,
    Cast,
    as_actor,
    findings,
    report_on,
)

NEXT_DAY = SUBMITTED_AT + timedelta(days=1)


def _doing(cast: Cast) -> dict[str, object]:
    return {"actor": as_actor(cast.budi), "at": SUBMITTED_AT}


def _traced(cast: Cast) -> tuple[Information, str, Tracing]:
    office = keyed(cast)
    row, code = given(cast)
    tracing = actions.begin_tracing_from(
        office=office, rows=[row], plan=planned(cast.contest), **_doing(cast)
    )
    return row, code, tracing


def test_a_tracing_reaches_its_source_by_the_key_alone(cast: Cast):
    row, code, tracing = _traced(cast)
    assert tracing.source_count == 1
    assert row.pk.hex not in str(tracing.mailboxes)
    key = {"opened": opened_by(cast), **_doing(cast)}
    assert actions.tell_sources(tracing=tracing, text="Kami menelusuri.", **key) == 1
    close_tracing(
        tracing=tracing,
        reason=Tracing.Reason.NOT_TRUE,
        text="Tidak terjadi.",
        **_doing(cast),
    )
    tracing.refresh_from_db()
    actions.tell_sources(tracing=tracing, text="Ternyata bukan pegawai.", **key)
    found, mailbox = queries.information_by_code(code)
    assert len(queries.answers_of(found, mailbox)) == 2
    assert (found.state, found.ended_as) == ("ended", "not_true")
    actions.enter_days(at=NEXT_DAY)
    assert replaying.compare().difference is None


def test_no_entry_beside_a_tracing_names_the_information(cast: Cast):
    row, _code, tracing = _traced(cast)
    assert not LedgerEntry.objects.filter(subject=row.ledger_subject).exists()
    entries = LedgerEntry.objects.filter(subject=tracing.ledger_subject)
    assert all(row.pk.hex not in bytes(e.canonical).decode() for e in entries)
    assert all(str(row.pk) not in bytes(e.canonical).decode() for e in entries)


def test_information_is_traced_once(cast: Cast):
    row, _code, tracing = _traced(cast)
    with pytest.raises(errors.InformationMovedError):
        actions.begin_tracing_from(
            office=office_of(cast),
            rows=[row],
            plan=planned(cast.contest),
            **_doing(cast),
        )
    with pytest.raises(errors.InformationMovedError):
        actions.join_tracing(tracing=tracing, information=row, **_doing(cast))
    assert Tracing.objects.count() == 1


def test_a_second_source_joins_as_a_number(cast: Cast):
    _row, _code, tracing = _traced(cast)
    other, _none = given(cast)
    joined = actions.join_tracing(tracing=tracing, information=other, **_doing(cast))
    assert (joined.source_count, len(joined.mailboxes)) == (2, 2)
    assert replaying.compare().difference is None


def test_a_tracing_with_an_open_step_does_not_end(cast: Cast):
    _row, _code, tracing = _traced(cast)
    plan_step(
        tracing=tracing,
        what="Datangi lapangan",
        asked="",
        planned_on=None,
        **_doing(cast),
    )
    with pytest.raises(StepsOpenError):
        close_tracing(
            tracing=tracing,
            reason=Tracing.Reason.OTHER,
            text="Selesai.",
            **_doing(cast),
        )


def test_an_ended_tracing_takes_no_further_source(cast: Cast):
    _row, _code, tracing = _traced(cast)
    close_tracing(
        tracing=tracing, reason=Tracing.Reason.OTHER, text="Selesai.", **_doing(cast)
    )
    with pytest.raises(MovedError):
        actions.join_tracing(
            tracing=tracing, information=given(cast)[0], **_doing(cast)
        )


def _refused(cast: Cast):
    report = report_on(cast, "initial_study")
    return reports.finish_initial_study(
        report=report,
        findings=findings(report, missing=("within_window",)),
        alleged_kind="other_law_asn",
        note="",
        refusal_reason="Disampaikan melewati tenggat.",
        actor=as_actor(cast.budi),
        at=SUBMITTED_AT,
    )


def test_a_refused_report_becomes_information_once(cast: Cast):
    office = keyed(cast)
    report = _refused(cast)
    row = actions.inform_from_report(report=report, **_doing(cast))
    assert (row.office, row.has_mailbox, row.via) == (office, False, "report")
    content = actions.open_information(
        information=row, opened=opened_by(cast), **_doing(cast)
    )
    assert report.event in content.text
    assert report.number in content.origin
    with pytest.raises(errors.NotFormallyFailedError):
        actions.inform_from_report(report=report, **_doing(cast))
    assert replaying.compare().difference is None


def test_a_report_under_way_is_not_turned_into_information(cast: Cast):
    keyed(cast)
    with pytest.raises(errors.NotFormallyFailedError):
        actions.inform_from_report(
            report=report_on(cast, "registration"), **_doing(cast)
        )


def test_a_refused_report_without_a_key_stays_as_it_is(cast: Cast):
    report = _refused(cast)
    with pytest.raises(NoOfficeKeyError):
        actions.inform_from_report(report=report, **_doing(cast))
    assert not report.events.filter(key="kept_as_information").exists()

"""What the office does with a report until it is registered or refused."""

import pytest

from netra.records.access import NotAllowedError
from netra.records.accounts.queries import PUBLIC
from netra.records.evidence.actions import receive_blob
from netra.records.reports import actions
from netra.records.reports.actions.checking import Finding
from netra.records.reports.errors import (
    MissingCheckError,
    NotLapsedError,
    ReasonMissingError,
    StepPassedError,
)
from netra.records.reports.models import Exhibit, Report
from netra.records.reports.queries import deadlines_of, missing_items, open_reports
from tests import people
from tests.people import as_actor, at
from tests.records.reports.test_arriving import PNG


def studied(report, actor, *, missing=(), reason=""):
    return actions.finish_initial_study(
        report=report,
        findings=people.findings(report, missing=missing),
        alleged_kind="other_law_asn",
        note="Belum ditangani kantor lain.",
        refusal_reason=reason,
        actor=actor,
        at=people.STUDIED_AT,
    )


def test_a_full_report_goes_to_registration(cast) -> None:
    report = studied(people.submitted(cast), as_actor(cast.budi))
    assert report.step == "registration"
    assert set(report.events.values_list("key", flat=True)) == {
        "report_submitted",
        "initial_study_done",
        "requirements_met",
    }


def test_what_can_be_completed_leads_to_the_notice(cast) -> None:
    report = studied(people.submitted(cast), as_actor(cast.budi), missing=("evidence",))
    assert report.step == "notice"
    assert [item.key for item in missing_items(report)] == ["evidence"]


def test_a_report_out_of_its_window_fails_with_a_reason(cast) -> None:
    report = people.submitted(cast)
    budi = as_actor(cast.budi)
    with pytest.raises(ReasonMissingError):
        studied(report, budi, missing=("within_window",))
    report.refresh_from_db()
    assert report.step == "initial_study"
    failed = studied(report, budi, missing=("within_window",), reason="Lewat waktu.")
    assert failed.step == "status_notice"
    assert failed.refusal_reason == "Lewat waktu."


def test_an_unanswered_requirement_is_named(cast) -> None:
    report = people.submitted(cast)
    found = people.findings(report)
    found.pop("account")
    with pytest.raises(MissingCheckError) as caught:
        actions.finish_initial_study(
            report=report,
            findings=found,
            alleged_kind="",
            note="",
            refusal_reason="",
            actor=as_actor(cast.budi),
            at=people.STUDIED_AT,
        )
    assert caught.value.items == ["account"]
    assert not report.checks.exists()


def test_a_second_study_of_the_same_report_is_refused(cast) -> None:
    report = people.submitted(cast)
    stale = Report.objects.get(pk=report.pk)
    studied(report, as_actor(cast.budi))
    with pytest.raises(StepPassedError):
        studied(stale, as_actor(cast.eko))


def test_anton_cannot_study_a_report_of_another_city(cast) -> None:
    report = people.submitted(cast)
    with pytest.raises(NotAllowedError):
        studied(report, as_actor(cast.anton))
    assert report not in Report.objects.visible_to(as_actor(cast.anton))


def test_the_notice_starts_the_completion_at_the_moment_it_was_received(cast) -> None:
    report = people.report_on(cast, "notice")
    report = actions.notify_missing(
        report=report,
        received_at=at("2024-10-31 09:00"),
        actor=as_actor(cast.budi),
        at=at("2024-11-01 08:00"),
    )
    due = {d.key: d.due_on.isoformat() for d in deadlines_of(report)}
    assert due["completion"] == "2024-11-02"


def test_a_notice_received_in_the_future_counts_from_now(cast) -> None:
    report = people.report_on(cast, "notice")
    report = actions.notify_missing(
        report=report,
        received_at=at("2024-12-31 09:00"),
        actor=as_actor(cast.budi),
        at=at("2024-10-31 09:00"),
    )
    event = report.events.get(key="incomplete_notice_received")
    assert event.at == at("2024-10-31 09:00")


def test_anton_cannot_notify_a_reporter_of_another_city(cast) -> None:
    report = people.report_on(cast, "notice")
    with pytest.raises(NotAllowedError):
        actions.notify_missing(
            report=report,
            received_at=people.NOTIFIED_AT,
            actor=as_actor(cast.anton),
            at=people.NOTIFIED_AT,
        )


def test_the_reporter_adds_a_file_while_the_report_waits(cast) -> None:
    report = people.report_on(cast, "completion")
    blob = receive_blob(chunks=[PNG], at=people.COMPLETED_AT)
    actions.add_exhibit(
        report=report,
        blob=blob,
        kind=Exhibit.Kind.IDENTITY_CARD,
        name="ktp.png",
        actor=PUBLIC,
        at=people.COMPLETED_AT,
    )
    assert report.exhibits.get().shows_identity


def test_nothing_is_added_after_registration(cast) -> None:
    report = people.report_on(cast, "registration")
    blob = receive_blob(chunks=[PNG], at=people.COMPLETED_AT)
    with pytest.raises(StepPassedError):
        actions.add_exhibit(
            report=report,
            blob=blob,
            kind=Exhibit.Kind.EVIDENCE,
            name="",
            actor=PUBLIC,
            at=people.COMPLETED_AT,
        )


def test_anton_hands_in_nothing_for_another_city(cast) -> None:
    report = people.report_on(cast, "completion")
    anton = as_actor(cast.anton)
    blob = receive_blob(chunks=[PNG], at=people.COMPLETED_AT)
    with pytest.raises(NotAllowedError):
        actions.hand_in_item(
            report=report,
            item="identity_card",
            note="",
            via=Report.Via.OFFICE,
            actor=anton,
            at=people.COMPLETED_AT,
        )
    with pytest.raises(NotAllowedError):
        actions.add_exhibit(
            report=report,
            blob=blob,
            kind=Exhibit.Kind.EVIDENCE,
            name="",
            actor=anton,
            at=people.COMPLETED_AT,
        )
    with pytest.raises(NotAllowedError):
        actions.complete_report(report=report, actor=anton, at=people.COMPLETED_AT)


def test_the_completion_lapses_only_after_its_last_moment(cast) -> None:
    report = people.report_on(cast, "completion")
    budi = as_actor(cast.budi)
    with pytest.raises(NotLapsedError):
        actions.lapse_completion(report=report, actor=budi, at=at("2024-11-02 23:59"))
    lapsed = actions.lapse_completion(
        report=report, actor=budi, at=at("2024-11-03 00:01")
    )
    assert lapsed.step == "completion_check"


def test_anton_lapses_nothing_in_another_city(cast) -> None:
    report = people.report_on(cast, "completion")
    with pytest.raises(NotAllowedError):
        actions.lapse_completion(
            report=report, actor=as_actor(cast.anton), at=at("2024-11-05 09:00")
        )


def test_what_is_still_missing_after_completion_fails(cast) -> None:
    report = people.report_on(cast, "completion_check")
    report = actions.finish_completion_check(
        report=report,
        findings=people.findings(report, missing=("identity_card",)),
        refusal_reason="Kartu identitas tidak diserahkan.",
        actor=as_actor(cast.budi),
        at=people.CHECKED_AT,
    )
    assert report.step == "status_notice"
    told = actions.tell_status(
        report=report, actor=as_actor(cast.budi), at=people.TOLD_AT
    )
    assert told.step == "end"
    assert told not in open_reports()


def test_anton_checks_and_tells_nothing_in_another_city(cast) -> None:
    report = people.report_on(cast, "completion_check")
    anton = as_actor(cast.anton)
    with pytest.raises(NotAllowedError):
        actions.finish_completion_check(
            report=report,
            findings={key: Finding(present=True) for key in people.findings(report)},
            refusal_reason="",
            actor=anton,
            at=people.CHECKED_AT,
        )
    with pytest.raises(NotAllowedError):
        actions.tell_status(report=report, actor=anton, at=people.TOLD_AT)


def test_an_identity_is_opened_for_a_reason_that_is_recorded(cast) -> None:
    report = people.submitted(cast)
    budi = as_actor(cast.budi)
    with pytest.raises(ReasonMissingError):
        actions.open_identity(
            report=report, reason=" ", actor=budi, at=people.STUDIED_AT
        )
    opened = actions.open_identity(
        report=report,
        reason="Mencocokkan tanda tangan.",
        actor=budi,
        at=people.STUDIED_AT,
    )
    assert opened.name == people.WATI.name
    assert report.openings.get().account == cast.budi


def test_neither_anton_nor_dewi_opens_an_identity(cast) -> None:
    report = people.submitted(cast)
    for person in (cast.anton, cast.dewi, cast.putri):
        with pytest.raises(NotAllowedError):
            actions.open_identity(
                report=report,
                reason="ingin tahu",
                actor=as_actor(person),
                at=people.STUDIED_AT,
            )
    assert not report.openings.exists()


def test_work_is_divided_by_the_own_office_only(cast) -> None:
    report = people.submitted(cast)
    actions.assign_report(
        report=report,
        holder=cast.eko,
        actor=as_actor(cast.sari),
        at=people.STUDIED_AT,
    )
    assert Report.objects.get(pk=report.pk).assigned_to == cast.eko
    with pytest.raises(NotAllowedError):
        actions.assign_report(
            report=report,
            holder=cast.anton,
            actor=as_actor(cast.anton),
            at=people.STUDIED_AT,
        )


def test_anton_describes_no_respondent_of_another_city(cast) -> None:
    respondent = people.submitted(cast).respondents.get()
    with pytest.raises(NotAllowedError):
        actions.describe_respondent(
            respondent=respondent,
            employment_class="pppk",
            holds_office=True,
            post="",
            workplace="",
            actor=as_actor(cast.anton),
            at=people.STUDIED_AT,
        )

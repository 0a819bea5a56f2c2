"""What Anton of 34.71 tries on the matters of 33.74, one attempt for each action.

Anton is officer and member of his own city, so it is the place that refuses him, not a
missing role; he administers nothing.
"""

from collections.abc import Callable
from datetime import date

from netra.domain.access import Actor, Role
from netra.domain.law import Paper
from netra.records.accounts import actions as accounts
from netra.records.accounts.models import Office, OfficeSetting
from netra.records.cases import actions as cases
from netra.records.cases.models import Case, Plenary
from netra.records.contests import actions as contests
from netra.records.contests.models import Contest, Side
from netra.records.documents import actions as documents
from netra.records.evidence.actions import receive_blob
from netra.records.law import actions as calendar
from netra.records.referrals import actions as referrals
from netra.records.reports import actions as reports
from netra.records.reports.models import Exhibit, Report
from tests.people import (
    ACT_ON,
    CONVENED_AT,
    NORM,
    PASSWORD,
    PNG,
    REGION,
    STUDIED_AT,
    STUDY_TEXTS,
    TELLING,
    Cast,
    approved,
    case_on,
    convened,
    findings,
    report_on,
)
from tests.records.clarification_refusals import CLARIFIED
from tests.records.closing_refusals import CLOSING
from tests.records.correspondence_refusals import CORRESPONDED
from tests.records.information_refusals import INFORMED
from tests.records.notices_refusals import NOTIFIED
from tests.records.packs_refusals import PACKED
from tests.records.papers_refusals import PAPERED
from tests.records.parties_refusals import INVOLVED
from tests.records.study_refusals import STUDIED
from tests.records.supervision_refusals import SUPERVISED
from tests.records.turns_refusals import TURNED

Attempt = Callable[[Cast, Actor], object]
_NOW = {"at": STUDIED_AT}


def _report(cast: Cast) -> Report:
    return report_on(cast, "initial_study")


def _case(cast: Cast) -> Case:
    return case_on(cast, "study")


def _plenary(cast: Cast) -> Plenary:
    return convened(approved(case_on(cast, "plenary_outcome"), cast), cast)


def _office() -> Office:
    return Office(
        name="Kantor baru", tier=Office.Tier.SUBDISTRICT, region=f"{REGION}.02"
    )


def _contest() -> Contest:
    return Contest(
        id="pilkada-2024/33",
        election="pilkada-2024",
        region="33",
        kind="gubernur",
        title="DATA CONTOH",
    )


def _vote(cast: Cast, actor: Actor) -> object:
    plenary = _plenary(cast)
    return cases.cast_vote(
        plenary=plenary,
        respondent=plenary.case.report.respondents.get(),
        outcome="other_law_asn",
        reason="alasan",
        actor=actor,
        at=CONVENED_AT,
    )


def _withdraw(cast: Cast, actor: Actor) -> None:
    case = case_on(cast, "plenary_outcome")
    cases.withdraw_allegation(allegation=case.allegations.get(), actor=actor, **_NOW)


ATTEMPTS: dict[str, Attempt] = {
    **NOTIFIED,
    **SUPERVISED,
    **TURNED,
    **INVOLVED,
    **PACKED,
    **CLARIFIED,
    **CLOSING,
    **CORRESPONDED,
    **INFORMED,
    **PAPERED,
    **STUDIED,
    "accounts.open_office": lambda cast, actor: accounts.open_office(
        office=_office(), actor=actor, **_NOW
    ),
    "accounts.authorise_office": lambda cast, actor: accounts.authorise_office(
        office=cast.city,
        letter="1/CONTOH/2024",
        letter_on=date(2024, 1, 1),
        actor=actor,
        **_NOW,
    ),
    "accounts.settle": lambda cast, actor: accounts.settle(
        office=cast.city,
        key=OfficeSetting.Key.PLENARY_QUORUM,
        value="1",
        actor=actor,
        **_NOW,
    ),
    "accounts.add_person": lambda cast, actor: accounts.add_person(
        username="baru", name="Orang Baru", password=PASSWORD, actor=actor, **_NOW
    ),
    "accounts.replace_password": lambda cast, actor: accounts.replace_password(
        user=cast.budi, password=PASSWORD, actor=actor, **_NOW
    ),
    "accounts.grant_role": lambda cast, actor: accounts.grant_role(
        user=cast.anton,
        office=cast.city,
        role=Role.MEMBER,
        post="",
        from_on=date(2024, 1, 1),
        actor=actor,
        **_NOW,
    ),
    "accounts.end_role": lambda cast, actor: accounts.end_role(
        assignment=cast.budi.roles.get(), to_on=date(2024, 12, 1), actor=actor, **_NOW
    ),
    "cases.allege": lambda cast, actor: cases.allege(
        case=(case := _case(cast)),
        respondent=case.report.respondents.get(),
        norm=NORM,
        act_on=ACT_ON,
        side=None,
        phase_reason="",
        actor=actor,
        **_NOW,
    ),
    "cases.approve_study": lambda cast, actor: cases.approve_study(
        case=case_on(cast, "plenary_outcome"), version=1, note="", actor=actor, **_NOW
    ),
    "cases.assign_case": lambda cast, actor: cases.assign_case(
        case=_case(cast), holder=cast.anton, actor=actor, **_NOW
    ),
    "cases.cast_vote": _vote,
    "cases.close_plenary": lambda cast, actor: cases.close_plenary(
        case=_plenary(cast).case, decision_text="putusan", actor=actor, **_NOW
    ),
    "cases.convene_plenary": lambda cast, actor: cases.convene_plenary(
        case=approved(case_on(cast, "plenary_outcome"), cast),
        members=[cast.anton],
        place="",
        actor=actor,
        **_NOW,
    ),
    "cases.correct_attendance": lambda cast, actor: cases.correct_attendance(
        plenary=_plenary(cast), members=cast.members, actor=actor, **_NOW
    ),
    "cases.register_report": lambda cast, actor: cases.register_report(
        report=report_on(cast, "registration"), actor=actor, **_NOW
    ),
    "cases.save_study": lambda cast, actor: cases.save_study(
        case=_case(cast), texts=STUDY_TEXTS, actor=actor, **_NOW
    ),
    "cases.submit_study": lambda cast, actor: cases.submit_study(
        case=_case(cast), actor=actor, **_NOW
    ),
    "cases.take_extension": lambda cast, actor: cases.take_extension(
        case=_case(cast), reason="alasan", actor=actor, **_NOW
    ),
    "cases.tell_status": lambda cast, actor: cases.tell_status(
        case=case_on(cast, "status_notice"), follow_up=False, actor=actor, **_NOW
    ),
    "cases.withdraw_allegation": _withdraw,
    "contests.open_contest": lambda cast, actor: contests.open_contest(
        contest=_contest(), actor=actor, **_NOW
    ),
    "contests.add_side": lambda cast, actor: contests.add_side(
        contest=cast.contest,
        kind=Side.Kind.PARTY,
        name="Partai Contoh",
        number=None,
        actor=actor,
        **_NOW,
    ),
    "contests.date_stage": lambda cast, actor: contests.date_stage(
        contest=cast.contest,
        key="inauguration",
        start_on=date(2025, 2, 1),
        end_on=date(2025, 2, 2),
        basis="contoh",
        actor=actor,
        **_NOW,
    ),
    "documents.issue_paper": lambda cast, actor: documents.issue_paper(
        Paper.RECEIPT, report=_report(cast), actor=actor, **_NOW
    ),
    "law.seed": lambda cast, actor: calendar.seed(
        years=range(2030, 2031), actor=actor, **_NOW
    ),
    "law.add_day_off": lambda cast, actor: calendar.add_day_off(
        day=date(2024, 11, 6), label="Libur", basis="contoh", actor=actor, **_NOW
    ),
    "referrals.refer_case": lambda cast, actor: referrals.refer_case(
        case=case_on(cast, "referral"), actor=actor, **_NOW
    ),
    "reports.add_exhibit": lambda cast, actor: reports.add_exhibit(
        report=_report(cast),
        blob=receive_blob(chunks=[PNG], at=STUDIED_AT),
        kind=Exhibit.Kind.EVIDENCE,
        name="foto.png",
        actor=actor,
        **_NOW,
    ),
    "reports.assign_report": lambda cast, actor: reports.assign_report(
        report=_report(cast), holder=cast.anton, actor=actor, **_NOW
    ),
    "reports.choose_reception_day": lambda cast, actor: reports.choose_reception_day(
        report=_report(cast),
        counted_on=date(2024, 10, 30),
        reason="alasan",
        actor=actor,
        **_NOW,
    ),
    "reports.complete_report": lambda cast, actor: reports.complete_report(
        report=report_on(cast, "completion"), actor=actor, **_NOW
    ),
    "reports.describe_respondent": lambda cast, actor: reports.describe_respondent(
        respondent=_report(cast).respondents.get(),
        employment_class="pppk",
        holds_office=True,
        post="",
        workplace="",
        actor=actor,
        **_NOW,
    ),
    "reports.finish_completion_check": lambda cast, actor: (
        reports.finish_completion_check(
            report=(report := report_on(cast, "completion_check")),
            findings=findings(report),
            refusal_reason="",
            actor=actor,
            **_NOW,
        )
    ),
    "reports.finish_initial_study": lambda cast, actor: reports.finish_initial_study(
        report=(report := _report(cast)),
        findings=findings(report),
        alleged_kind="",
        note="",
        refusal_reason="",
        actor=actor,
        **_NOW,
    ),
    "reports.group_reports": lambda cast, actor: reports.group_reports(
        rows=[_report(cast), _report(cast)], actor=actor, **_NOW
    ),
    "reports.ungroup_report": lambda cast, actor: reports.ungroup_report(
        report=_report(cast), actor=actor, **_NOW
    ),
    "reports.hand_in_item": lambda cast, actor: reports.hand_in_item(
        report=_report(cast),
        item="account",
        note="",
        via=Report.Via.OFFICE,
        actor=actor,
        **_NOW,
    ),
    "reports.lapse_completion": lambda cast, actor: reports.lapse_completion(
        report=report_on(cast, "completion"), actor=actor, **_NOW
    ),
    "reports.notify_missing": lambda cast, actor: reports.notify_missing(
        report=report_on(cast, "notice"), received_at=STUDIED_AT, actor=actor, **_NOW
    ),
    "reports.open_counter_entry": lambda cast, actor: reports.open_counter_entry(
        region=REGION, actor=actor, **_NOW
    ),
    "reports.open_identity": lambda cast, actor: reports.open_identity(
        report=_report(cast), reason="alasan", actor=actor, **_NOW
    ),
    "reports.receive_report": lambda cast, actor: reports.receive_report(
        draft=reports.open_draft(at=STUDIED_AT),
        content=TELLING,
        contest=None,
        received_at=STUDIED_AT,
        letter_on=None,
        actor=actor,
        **_NOW,
    ),
    "reports.tell_status": lambda cast, actor: reports.tell_status(
        report=_report(cast), actor=actor, **_NOW
    ),
}

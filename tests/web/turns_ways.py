"""Where the routes of the turns lead in the scene."""

from collections.abc import Callable

from netra.domain.access import Action
from netra.records.cases.models import Case
from netra.records.turns.models import (
    Correction,
    Hearing,
    HearingSession,
    InformationRequest,
    LateEvidence,
    Move,
    TrackEvent,
    Withdrawal,
)
from tests import people
from tests.records import turns_refusals as turned
from tests.web.scene import Arguments, Scene, Way

Finds = Callable[[Scene], Arguments]


def _study(scene: Scene) -> Arguments:
    return {"pk": scene.cases["study"].pk}


def _report(scene: Scene) -> Arguments:
    return {"pk": scene.reports["initial_study"].pk}


def _move(scene: Scene) -> Arguments:
    rows = Move.objects.filter(kind="delegation", case__isnull=False)
    row = rows.first() or turned.move(scene.cast)
    return {"pk": row.case_id, "key": row.pk}


def _report_move(scene: Scene) -> Arguments:
    return {"pk": scene.reports["initial_study"].pk, "key": 0}


def _withdrawn(scene: Scene) -> Arguments:
    case = scene.cases["study"]
    if not Withdrawal.objects.filter(report=case.report).exists():
        turned.withdrawn(scene.cast, case)
    return {"pk": case.report_id}


def _asked(scene: Scene) -> Arguments:
    case = scene.cases["study"]
    row = InformationRequest.objects.filter(case=case).first()
    return {"pk": case.pk, "key": (row or turned.asked(scene.cast, case)).pk}


def _evidence(scene: Scene) -> Arguments:
    case = scene.cases["study"]
    row = LateEvidence.objects.filter(case=case).first()
    return {"pk": case.pk, "key": (row or turned.evidence(scene.cast, case)).pk}


def _correction(scene: Scene) -> Arguments:
    case = scene.cases["study"]
    row = Correction.objects.filter(case=case).first()
    found = row or turned.corrected(scene.cast, case)
    return {"pk": case.pk, "key": found.pk}


def _criminal(scene: Scene) -> Arguments:
    rows = TrackEvent.objects.select_related("case")
    row = rows.first() or turned.tracked(
        scene.cast, people.case_on(scene.cast, "referral", outcome="criminal")
    )
    return {"pk": row.case_id}


def _event(scene: Scene) -> Arguments:
    case = _criminal(scene)["pk"]
    row = TrackEvent.objects.get(case=case)
    return {"pk": case, "key": row.pk}


def _heard(scene: Scene) -> Arguments:
    found = Case.objects.filter(contest__election="pemilu-2024").first()
    case = found or turned.administrative(scene.cast)
    return {"pk": case.pk}


def _session(scene: Scene) -> Arguments:
    case = Case.objects.get(pk=_heard(scene)["pk"])
    hearing = Hearing.objects.filter(case=case).first() or turned.heard(
        scene.cast, case
    )
    row = HearingSession.objects.filter(hearing=hearing).first()
    found = row or turned.session(scene.cast, hearing)
    return {"pk": case.pk, "key": found.pk}


def _case(finds: Finds, *, ok: int = 200, posts: bool = False, **data: object) -> Way:
    return Way(
        arguments=finds,
        ok=ok,
        posts=posts,
        sees=Action.VIEW_CASE,
        data=lambda _scene: data,
    )


def _of_report(finds: Finds, *, ok: int = 200, posts: bool = False) -> Way:
    return Way(arguments=finds, ok=ok, posts=posts, sees=Action.VIEW_REPORT)


TURNS = {
    "case_delegate": _case(_study),
    "case_take_over": _case(_study),
    "case_return": _case(_study),
    "case_accept": _case(_move, ok=302, posts=True),
    "report_delegate": _of_report(_report),
    "report_take_over": _of_report(_report),
    "report_return": _of_report(_report),
    "report_accept": _of_report(_report_move, ok=404, posts=True),
    "report_withdraw": _of_report(_report),
    "report_withdraw_decide": _of_report(_withdrawn),
    "case_ask": _case(_study),
    "case_answer": _case(_asked),
    "case_new_evidence": _case(_study),
    "case_evidence_file": _case(_evidence),
    "case_correct": _case(_study),
    "case_correct_approve": _case(_correction, ok=302, posts=True),
    "case_reopen": _case(_study),
    "case_turn_paper": _case(
        _study, ok=302, posts=True, kind="withdrawal_record", about="withdrawal:0"
    ),
    "case_track": _case(_criminal),
    "case_track_strike": _case(_event),
    "case_own_hearing": _case(_heard, ok=302, posts=True),
    "case_own_session": _case(_heard),
    "case_own_session_note": _case(_session),
    "case_own_decide": _case(_heard),
}

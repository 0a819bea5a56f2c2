"""Where the routes about notices, replies and clearances lead."""

from collections.abc import Callable

from netra.domain.access import Action
from netra.records.notices.models import Notice
from tests.web.scene import Arguments, Scene, Way

_Key = Callable[[Scene], int]


def _notice(scene: Scene) -> int:
    return scene.cases["cleared"].notices.get(to=Notice.To.REPORTER).pk


def _invitation(scene: Scene) -> int:
    return scene.cases["cleared"].reply_invitations.get().pk


def _file(scene: Scene) -> int:
    return scene.cases["cleared"].replies.get().files.get().pk


def _clearance(scene: Scene) -> int:
    return scene.cases["cleared"].clearances.get().pk


def _person(scene: Scene) -> Arguments:
    case = scene.cases["cleared"]
    return {"pk": case.pk, "respondent": case.report.respondents.get().pk}


def _way(key: _Key | None = None, **more: object) -> Way:
    def arguments(scene: Scene) -> Arguments:
        pk: Arguments = {"pk": scene.cases["cleared"].pk}
        return pk | ({"key": key(scene)} if key else {})

    return Way(arguments=arguments, sees=Action.VIEW_CASE, **more)  # type: ignore[arg-type] # names of its fields


def _reported(scene: Scene) -> Arguments:
    report = scene.reports["initial_study"]
    return {"pk": report.pk, "key": report.notices.get().pk}


NOTICES = {
    "reply_code": Way(),
    "reply_answer": Way(ok=302),
    "reply_leave": Way(posts=True, ok=302),
    "case_notice": _way(),
    "case_notice_send": _way(_notice, posts=True, ok=302),
    "case_notice_deliver": _way(_notice),
    "case_notice_withdraw": _way(_notice),
    "report_notices": Way(
        arguments=lambda s: {"pk": s.reports["initial_study"].pk},
        sees=Action.VIEW_REPORT,
    ),
    "report_notice_send": Way(
        arguments=_reported, posts=True, ok=302, sees=Action.VIEW_REPORT
    ),
    "case_reply_invite": _way(),
    "case_reply_withdraw": _way(_invitation, posts=True, ok=302),
    "case_reply_record": _way(),
    "case_reply_file": _way(_file),
    "case_notice_paper": _way(posts=True, ok=404),
    "case_clear": Way(arguments=_person, sees=Action.VIEW_CASE),
    "case_sealed": _way(_clearance),
    "case_clearance_lift": _way(_clearance),
}

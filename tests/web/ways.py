"""Where each route of the door list leads in the scene; a route without a row fails.

`ok` is what somebody finds who may come in: 200 a page, 302 a redirect after a change
or to where a visit must begin, 400, 404 and 422 an answer to an empty request.
"""

import uuid

from netra.domain.access import Action
from tests.web.clarification_ways import CLARIFIED
from tests.web.closing_ways import CLOSING
from tests.web.correspondence_ways import CORRESPONDED
from tests.web.notices_ways import NOTICES
from tests.web.packs_ways import PACKS
from tests.web.papers_ways import PAPERS
from tests.web.parties_ways import PARTIES
from tests.web.recusal_ways import RECUSAL
from tests.web.scene import Arguments, Scene, Way
from tests.web.study_ways import STUDY
from tests.web.supervision_ways import SUPERVISION, traced
from tests.web.turns_ways import TURNS

_SEES_REPORT, _SEES_CASE = Action.VIEW_REPORT, Action.VIEW_CASE


def _report(step: str, *, ok: int = 200, posts: bool = False, **data: object) -> Way:
    return Way(
        arguments=lambda scene: {"pk": scene.reports[step].pk},
        ok=ok,
        posts=posts,
        sees=_SEES_REPORT,
        data=lambda _scene: data,
    )


def _case(step: str, *, ok: int = 200, posts: bool = False, **data: object) -> Way:
    return Way(
        arguments=lambda scene: {"pk": scene.cases[step].pk},
        ok=ok,
        posts=posts,
        sees=_SEES_CASE,
        data=lambda _scene: data,
    )


def _respondent(scene: Scene) -> Arguments:
    case = scene.cases["study"]
    return {"pk": case.pk, "respondent": case.report.respondents.get().pk}


def _allegation(scene: Scene) -> Arguments:
    # on a case that has left the study: whoever may withdraw is told so
    case = scene.cases["approving"]
    return {"pk": case.pk, "allegation": case.allegations.get().pk}


def _office(scene: Scene) -> Arguments:
    return {"pk": scene.cast.city.pk}


def _contest(scene: Scene) -> Arguments:
    return {"pk": scene.cast.contest.pk}


_PORTAL = {
    "home": Way(),
    "help": Way(),
    "law": Way(),
    "law_value": Way(arguments=lambda _s: {"key": "pemilihan-2020.initial_study"}),
    "style": Way(),
    "set_theme": Way(posts=True, ok=302, data=lambda _s: {"tampilan": "gelap"}),
    "set_language": Way(posts=True, ok=302, data=lambda _s: {"language": "id"}),
    "health": Way(),
    "report_start": Way(),
    "report_discard": Way(posts=True, ok=302),
    "report_sheet": Way(ok=302),
    "report_prepare": Way(),
    "report_sent": Way(ok=302),
    "report_step": Way(arguments=lambda _s: {"step": "waktu"}, ok=302),
    "upload_begin": Way(arguments=lambda _s: {"key": "isian"}, posts=True, ok=412),
    "upload": Way(
        arguments=lambda _s: {"key": "isian", "pk": uuid.UUID(int=1)},
        posts=True,
        ok=412,
    ),
    "status": Way(),
    "status_view": Way(ok=302),
    "status_add": Way(posts=True, ok=302),
    "status_complete": Way(posts=True, ok=302),
    "status_leave": Way(posts=True, ok=302),
    "status_paper": Way(arguments=lambda s: {"pk": s.paper.pk}, ok=302),
    "status_feed_open": Way(posts=True, ok=302),
    "status_feed_stop": Way(posts=True, ok=302),
    "status_feed": Way(arguments=lambda _s: {"token": "nobodys"}, ok=404),
    "status_mail_ask": Way(posts=True, ok=302),
    "status_mail_stop": Way(posts=True, ok=302),
    "status_mail_link": Way(arguments=lambda _s: {"token": "nobodys"}, ok=404),
    "status_mail_one_click": Way(
        arguments=lambda _s: {"token": "nobodys"}, posts=True, ok=200
    ),
    "information_give": Way(),
    "information_box": Way(),
    "information_reply": Way(posts=True, ok=403),
    "announcements": Way(),
    "receipt_check": Way(),
    "receipt_keys": Way(),
    "receipt_checker": Way(),
    "status_receipt": Way(arguments=lambda _s: {"key": "laporan"}, ok=302),
    "status_entry": Way(arguments=lambda _s: {"key": "laporan"}, ok=302),
    "check_paper": Way(arguments=lambda s: {"token": s.paper.check_code}),
}

_SIGN_IN = {
    "account_login": Way(),
    "account_logout": Way(),
    "account_inactive": Way(),
    "account_signup": Way(),
    "account_reset_password": Way(),
    "mfa_authenticate": Way(ok=302),
    "account_reauthenticate": Way(),
    "mfa_reauthenticate": Way(ok=302),
    "account_change_password": Way(),
    "mfa_index": Way(),
    "mfa_activate_totp": Way(ok=302),
    "mfa_deactivate_totp": Way(ok=404),
    "mfa_view_recovery_codes": Way(ok=404),
    "mfa_generate_recovery_codes": Way(ok=302),
    "mfa_download_recovery_codes": Way(ok=404),
    "account_settings": Way(),
}

_DESK = {
    "desk": Way(),
    "due": Way(),
    "due_csv": Way(),
    "search": Way(),
    "my_decisions": Way(),
    "arrivals": Way(),
    "inbox": Way(),
    "cases": Way(),
    "referrals": Way(),
}

_REPORTS = {
    "report": _report("initial_study"),
    "report_study": _report("initial_study"),
    "report_notify": _report("notice", posts=True, ok=422),
    "report_receive": _report("completion", posts=True, ok=422),
    "report_group": Way(posts=True, ok=422),
    "report_ungroup": _report("initial_study", posts=True, ok=302),
    "report_lapse": _report("completion", posts=True, ok=302),
    "report_register": _report("registration", posts=True, ok=302),
    "report_tell": _report("registration", posts=True, ok=409),
    "report_assign": Way(
        arguments=lambda s: {"pk": s.reports["initial_study"].pk},
        posts=True,
        ok=302,
        sees=_SEES_REPORT,
        data=lambda s: {"holder": s.cast.budi.pk},
    ),
    "report_check": _report("completion_check"),
    "report_open_identity": _report("initial_study", posts=True, reason="perlu"),
    "report_issue_paper": _report("initial_study", posts=True, ok=302, jenis="receipt"),
    "exhibit": Way(arguments=lambda s: {"pk": s.exhibit.pk}, sees=Action.VIEW_REPORT),
    "paper": Way(arguments=lambda s: {"pk": s.paper.pk}, sees=Action.VIEW_PAPER),
}

_NOBODYS = "00000000-0000-4000-8000-000000000000"
_COUNTER = {
    "reception": Way(),
    # an entry names a reporter: nobody but its officer finds it, whatever the role
    **{
        f"reception_{name}": Way(
            arguments=lambda _s: {"pk": _NOBODYS}, ok=404, posts=name == "discard"
        )
        for name in ("entry", "discard", "done", "leaflet")
    },
    "report_reception_day": _report("initial_study", ok=302),
}

_CASES = {
    "case": _case("study"),
    "case_respondent": Way(arguments=_respondent, sees=_SEES_CASE),
    "case_allege": _case("study"),
    "case_withdraw": Way(arguments=_allegation, sees=_SEES_CASE),
    "case_study": _case("study"),
    "case_study_submit": _case("study", posts=True, ok=422),
    "case_approve": _case("approving"),
    "case_convene": _case("convening"),
    "case_vote": _case("voting"),
    "case_seats": _case("voting"),
    "case_close": _case("closing"),
    "case_extend": _case("study"),
    "case_refer": _case("referral"),
    "case_tell": _case("status_notice", posts=True, ok=302),
    "case_assign": Way(
        arguments=lambda s: {"pk": s.cases["study"].pk},
        posts=True,
        ok=302,
        sees=_SEES_CASE,
        data=lambda s: {"holder": s.cast.budi.pk},
    ),
    "case_issue_paper": _case("study", posts=True, ok=302, kind="registration"),
}

_OFFICE = {
    "people": Way(),
    "person_add": Way(),
    "role_grant": Way(),
    "role_end": Way(
        arguments=lambda s: {"pk": s.cast.budi.roles.get().pk}, sees=Action.VIEW_PEOPLE
    ),
    "password_reset_by_admin": Way(
        arguments=lambda s: {"pk": s.cast.budi.pk}, sees=Action.VIEW_PEOPLE
    ),
    "office": Way(arguments=_office, sees=Action.VIEW_PEOPLE),
    "office_authorise": Way(arguments=_office, sees=Action.VIEW_PEOPLE),
    "office_settle": Way(
        arguments=lambda s: {**_office(s), "key": "plenary_quorum"},
        sees=Action.VIEW_PEOPLE,
    ),
    "office_open": Way(
        arguments=lambda s: {"pk": s.cast.subdistrict.pk},
        sees=Action.VIEW_PEOPLE,
        region="33.74.01",
    ),
    "contests": Way(),
    "contest": Way(arguments=_contest, sees=Action.VIEW_CONTEST),
    "contest_stage": Way(
        arguments=lambda s: {**_contest(s), "key": "inauguration"},
        sees=Action.VIEW_CONTEST,
    ),
    "contest_side": Way(arguments=_contest, sees=Action.VIEW_CONTEST),
    "calendar": Way(),
    "calendar_add": Way(),
}


def _key(*, ok: int = 200, posts: bool = False) -> Way:
    return Way(arguments=_office, ok=ok, posts=posts, sees=Action.KEEP_KEYS)


_KEYS = {
    "keys": Way(),
    "keys_close": Way(posts=True, ok=302),
    "keys_withdraw": Way(
        arguments=lambda s: {"pk": s.informed.copy.pk}, sees=Action.KEEP_KEYS
    ),
    "keys_office": _key(),
    "keys_open": _key(posts=True, ok=422),
    "keys_phrase": _key(),
    "keys_phrase_change": _key(),
    "keys_make": _key(),
    "keys_change": _key(ok=409),
    "keys_recover": _key(),
    "keys_give": _key(ok=409),
}


def _told(*, ok: int = 200, posts: bool = False, **data: object) -> Way:
    return Way(
        arguments=lambda s: {"pk": s.informed.row.pk},
        ok=ok,
        posts=posts,
        sees=Action.VIEW_INFORMATION,
        data=lambda _scene: data,
    )


def _file(kind: str) -> Way:
    """A file stays closed while nobody has the key open."""
    return Way(
        arguments=lambda s: {"pk": getattr(s.informed, kind).pk},
        ok=409,
        posts=True,
        sees=Action.VIEW_INFORMATION,
    )


_INFORMATION = {
    "information_list": Way(),
    "information_new": Way(),
    "information_release": Way(posts=True, ok=422),
    "information_group": Way(posts=True, ok=422),
    "information_file": _file("derivative"),
    "information_original": _file("original"),
    "information": _told(),
    "information_open": _told(posts=True, ok=409),
    "information_write": _told(posts=True, ok=422),
    "information_end": _told(posts=True, ok=422),
    "information_assign": Way(
        arguments=lambda s: {"pk": s.informed.row.pk},
        posts=True,
        ok=302,
        sees=Action.VIEW_INFORMATION,
        data=lambda s: {"holder": s.cast.budi.pk},
    ),
    "information_ungroup": _told(posts=True, ok=302),
    "information_join": _told(posts=True, ok=422),
    "information_trace": _told(),
    "information_tell": traced(),
    "report_keep": _report("initial_study", posts=True, ok=422),
}

WAYS: dict[str, Way] = {
    **NOTICES,
    **_PORTAL,
    **_SIGN_IN,
    **_DESK,
    **_REPORTS,
    **_COUNTER,
    **_CASES,
    **SUPERVISION,
    **PACKS,
    **RECUSAL,
    **STUDY,
    **TURNS,
    **PARTIES,
    **CLARIFIED,
    **CLOSING,
    **CORRESPONDED,
    **_KEYS,
    **_INFORMATION,
    **_OFFICE,
    **PAPERS,
}

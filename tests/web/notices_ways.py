"""Where the routes about notices, replies and clearances lead."""

from collections.abc import Callable, Iterator, Mapping

from django.urls import reverse

from netra.domain.access import Action
from netra.records.notices.models import Notice
from tests.web.notices_scene import named
from tests.web.scene import Arguments, Scene, Way, client_of, patterns

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


def addresses(scene: Scene, ways: Mapping[str, Way]) -> Iterator[str]:
    """Give every address of the table that is read, and all of the cleared case."""
    case = scene.cases["cleared"]
    own = {"meja/perkara/<int:pk>/": case.pk, "meja/laporan/<int:pk>/": case.report_id}
    for pattern in patterns():
        name, route = str(pattern.name), str(pattern.pattern)
        if not ways[name].posts:
            yield reverse(name, kwargs=ways[name].arguments(scene))
        for start, pk in own.items():
            if route.startswith(start) and set(pattern.pattern.converters) == {"pk"}:
                yield reverse(name, kwargs={"pk": pk})
    yield reverse("case_respondent", kwargs=_person(scene))


def pages_naming(
    scene: Scene, ways: Mapping[str, Way], reader: str
) -> dict[str, list[str]]:
    """Return the pages on which a reader finds the cleared person, by what names them.

    Files are looked into as well, where they are text.
    """
    client = client_of(scene, reader)
    found = {}
    for url in sorted(set(addresses(scene, ways))):
        answer = client.get(url)
        body = (
            b"".join(answer.streaming_content) if answer.streaming else answer.content
        )
        told = named(f"{body.decode(errors='replace')} {answer.headers}")
        if told:
            found[url] = told
    return found

"""One report or case on every step, and where each route of the door list leads."""

from collections.abc import Callable
from dataclasses import dataclass

from django.test import Client
from django.urls import URLPattern, get_resolver

from netra.domain.access import Action, Actor, RegionCode, is_allowed
from netra.domain.law import Paper
from netra.records.accounts.queries import PUBLIC
from netra.records.cases.models import Case
from netra.records.documents import actions as documents
from netra.records.documents.models import IssuedPaper
from netra.records.evidence.actions import receive_blob
from netra.records.reports import actions as reports
from netra.records.reports.models import Exhibit, Report
from netra.web.routes import Door
from tests import people
from tests.records.refusals import PNG
from tests.web.clarification_scene import ClarificationScene, set_clarifications
from tests.web.information_scene import InformationScene, set_information
from tests.web.notices_scene import cleared_case, told_report
from tests.web.packs_scene import PackScene, set_packs
from tests.web.supervision_scene import SupervisionScene, set_supervision

Arguments = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The cast with matters on every step, all of 33.74."""

    cast: people.Cast
    reports: dict[str, Report]
    cases: dict[str, Case]
    exhibit: Exhibit
    paper: IssuedPaper
    supervision: SupervisionScene
    informed: InformationScene
    clarified: ClarificationScene
    packs: PackScene


def set_scene() -> Scene:
    """Make the cast and walk a matter to every step."""
    cast = people.make_cast()
    waiting = {step: people.report_on(cast, step) for step in people.REPORT_STEPS}
    steps = {step: people.case_on(cast, step) for step in people.CASE_STEPS}
    steps["approving"] = people.case_on(cast, "plenary_outcome")
    steps["voting"] = people.case_on(cast, "plenary_outcome")
    people.convened(people.approved(steps["voting"], cast), cast)
    steps["convening"] = people.approved(people.case_on(cast, "plenary_outcome"), cast)
    steps["closing"] = people.ready_to_close(
        people.case_on(cast, "plenary_outcome"), cast, "other_law_asn"
    )
    steps["cleared"] = cleared_case(cast)
    fresh = waiting["initial_study"]
    told_report(fresh, cast)
    exhibit = reports.add_exhibit(
        report=fresh,
        blob=receive_blob(chunks=[PNG], at=people.SUBMITTED_AT),
        kind=Exhibit.Kind.EVIDENCE,
        name="foto.png",
        actor=PUBLIC,
        at=people.SUBMITTED_AT,
    )
    paper = documents.issue_paper(
        Paper.RECEIPT,
        report=fresh,
        actor=people.as_actor(cast.budi),
        at=people.SUBMITTED_AT,
    )
    return Scene(
        cast=cast,
        reports=waiting,
        cases=steps,
        exhibit=exhibit,
        paper=paper,
        supervision=set_supervision(cast),
        informed=set_information(cast),
        clarified=set_clarifications(cast),
        packs=set_packs(cast),
    )


def patterns() -> list[URLPattern]:
    """Return the door list."""
    return list(get_resolver().url_patterns)


def door_of(pattern: URLPattern) -> Door:
    """Return who may come in."""
    door: Door = pattern.callback.door  # type: ignore[union-attr] # set by routes
    return door


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How the matrix goes through a door, and what who may come in finds.

    `sees` is what makes an object visible; without it the route has no object.
    """

    arguments: Callable[[Scene], Arguments] = lambda _scene: {}
    ok: int = 200
    posts: bool = False
    sees: Action | None = None
    region: str = people.REGION
    data: Callable[[Scene], Arguments] = lambda _scene: {}
    wide: bool = False


def actor_of_client(scene: Scene, name: str | None) -> Actor:
    """Return the actor behind a name of the cast; `None` is the public."""
    if name is None:
        return PUBLIC
    return people.as_actor(getattr(scene.cast, name))


def expected(door: Door, way: Way, actor: Actor) -> int:
    """Return the status the tables promise this actor behind this door."""
    if door.is_public:
        return way.ok
    if actor == PUBLIC:  # what was typed when the session ended is shown again
        return 401 if way.posts else 302
    if door.needs is None:
        return way.ok
    if not is_allowed(actor, door.needs, None):
        return 403
    if way.sees is None:
        return way.ok
    region = RegionCode(way.region)
    if not is_allowed(actor, way.sees, region):
        return 404
    return way.ok if way.wide or is_allowed(actor, door.needs, region) else 403


def client_of(scene: Scene, name: str | None) -> Client:
    """Return a browser in which this person has signed in."""
    client = Client(raise_request_exception=False)
    if name is not None:
        client.force_login(getattr(scene.cast, name), backend=_BACKEND)
    return client


_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"

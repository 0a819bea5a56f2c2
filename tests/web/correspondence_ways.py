"""Where the routes of the agenda lead in the scene; `ways.py` says how to read it."""

from netra.domain.access import Action
from netra.records.correspondence import actions
from netra.records.correspondence.models import AgendaEntry
from netra.records.evidence.actions import receive_blob
from tests import people
from tests.people import PNG
from tests.records.correspondence.lines import about, dropped, eml
from tests.web.scene import Arguments, Scene, Way

_SEES = Action.VIEW_AGENDA


def _entry(scene: Scene) -> AgendaEntry:
    """Return the message of the scene with one scan, entered when first asked for."""
    held = AgendaEntry.objects.filter(kind=AgendaEntry.Kind.MAIL).first()
    if held is not None:
        return held
    row = dropped(scene.cast, eml(attached=()), links=about(case=scene.cases["study"]))
    actions.add_scan(
        entry=row,
        blob=receive_blob(chunks=[PNG], at=row.recorded_at),
        name="pindaian.png",
        actor=people.as_actor(scene.cast.budi),
        at=row.recorded_at,
    )
    return row


def _on(*, ok: int = 200, posts: bool = False) -> Way:
    return Way(arguments=lambda s: {"pk": _entry(s).pk}, ok=ok, posts=posts, sees=_SEES)


def _case(*, ok: int = 200, posts: bool = False) -> Way:
    return Way(
        arguments=lambda s: {"pk": s.cases["study"].pk},
        ok=ok,
        posts=posts,
        sees=Action.VIEW_CASE,
    )


def _scan(scene: Scene) -> Arguments:
    return {"pk": _entry(scene).scans.get().pk}


CORRESPONDED: dict[str, Way] = {
    "agenda": Way(),
    "agenda_file": Way(
        data=lambda s: {
            "kantor": s.cast.city.pk,
            "dari": "2024-01-01",
            "sampai": "2024-12-31",
            "bentuk": "csv",
        },
        posts=True,
        sees=Action.VIEW_AGENDA,
    ),
    "agenda_enter": Way(arguments=lambda _s: {"key": "masuk"}),
    "agenda_mail": Way(),
    "agenda_entry": _on(),
    "agenda_correct": _on(),
    "agenda_answer": _on(),
    "agenda_void": _on(),
    "agenda_link": _on(posts=True, ok=422),
    "agenda_scans": _on(posts=True, ok=422),
    "agenda_reveal": _on(),
    "agenda_original": _on(),
    "agenda_scan": Way(arguments=_scan, sees=_SEES),
    "case_timeline": _case(),
    "case_agenda_note": _case(posts=True, ok=422),
    "case_agenda_paper": _case(posts=True, ok=404),
    "case_agenda_referral": _case(posts=True, ok=404),
}

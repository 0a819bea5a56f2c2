"""Where the routes of papers lead in the scene; `ways.py` says how to read it."""

from netra.domain.access import Action
from netra.records.accounts.queries import INSTALLATION
from netra.records.documents.actions import define_form, issue_whole_report_form
from netra.records.documents.models import IssuedPaper, OfficeForm
from tests.people import TOLD_AT, as_actor
from tests.web.scene import Arguments, Scene, Way

_YEAR = 2024
_MANAGES = Action.MANAGE_PAPERS


def _own_form(scene: Scene) -> Arguments:
    held = OfficeForm.objects.filter(office=scene.cast.city).first()
    form = held or define_form(
        office=scene.cast.city,
        title="Lembar Kendali",
        code="KT-07",
        source="Kebiasaan kantor",
        body="Berkas {nomor}.",
        actor=INSTALLATION,
        at=TOLD_AT,
    )
    return {"pk": scene.cast.city.pk, "form": form.pk}


def _whole(scene: Scene) -> Arguments:
    held = IssuedPaper.objects.filter(is_sealed=True).first()
    paper = held or issue_whole_report_form(
        report=scene.reports["initial_study"],
        reason="alasan contoh",
        actor=as_actor(scene.cast.budi),
        at=TOLD_AT,
    )
    return {"pk": paper.pk}


def _office(*, ok: int = 200, posts: bool = False, **more: object) -> Way:
    return Way(
        arguments=lambda s: {"pk": s.cast.city.pk, **more},
        ok=ok,
        posts=posts,
        sees=_MANAGES,
    )


PAPERS = {
    "papers": Way(),
    "paper_reissue": Way(
        arguments=lambda s: {"pk": s.paper.pk},
        posts=True,
        ok=302,
        sees=Action.VIEW_PAPER,
    ),
    "paper_open": Way(arguments=_whole, sees=Action.VIEW_PAPER),
    "report_papers": Way(
        arguments=lambda s: {"pk": s.reports["initial_study"].pk},
        sees=Action.VIEW_REPORT,
    ),
    "paper_rules": Way(),
    "letterhead": _office(),
    "own_forms": _office(),
    "own_form_new": _office(),
    "own_form": Way(arguments=_own_form, sees=_MANAGES),
    "own_form_withdraw": Way(arguments=_own_form, posts=True, ok=302, sees=_MANAGES),
    "numbers": _office(),
    "number_pattern": _office(key="notice_number"),
    "number_gaps": _office(year=_YEAR),
    "number_void": _office(year=_YEAR, posts=True, ok=422),
    "number_file": _office(year=_YEAR),
    "registers": Way(),
    "register_export": Way(posts=True, ok=422),
}

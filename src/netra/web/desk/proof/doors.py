"""Doors of the pages about what is proven by what."""

from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk.proof import pages
from netra.web.routes import staff

_PROOF = "meja/perkara/<int:pk>/pembuktian/"
_ELEMENT = f"{_PROOF}<int:allegation>/<str:key>/"
_STUDIES = {"needs": Action.WRITE_STUDY}

DOORS: list[URLPattern] = [
    staff(
        _PROOF,
        pages.table,
        name="case_proof",
        needs=Action.VIEW_EXHIBIT,  # its free text may name people
    ),
    staff(_ELEMENT, pages.element, name="proof_element", **_STUDIES),
    staff(f"{_ELEMENT}kaitkan/", pages.tie, name="proof_tie", **_STUDIES),
    staff("meja/kaitan/<int:pk>/lepas/", pages.untie, name="proof_untie", **_STUDIES),
    staff(
        "meja/perkara/<int:pk>/unsur-kantor/<int:allegation>/",
        pages.own_element,
        name="proof_own_element",
        **_STUDIES,
    ),
]

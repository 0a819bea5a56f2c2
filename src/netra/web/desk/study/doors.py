"""Doors of the review of the study."""

from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk.study import pages
from netra.web.routes import staff

_STUDY = "meja/perkara/<int:pk>/kajian/"

DOORS: list[URLPattern] = [
    staff(
        f"{_STUDY}banding/",
        pages.compare,
        name="case_study_compare",
        needs=Action.VIEW_EXHIBIT,
    ),
    staff(
        f"{_STUDY}catatan/",
        pages.remark,
        name="case_study_remark",
        needs=Action.REVIEW_STUDY,
    ),
    staff(
        f"{_STUDY}catatan/<int:key>/",
        pages.resolve,
        name="case_study_resolve",
        needs=Action.REVIEW_STUDY,
    ),
    staff(
        f"{_STUDY}kembalikan/",
        pages.give_back,
        name="case_study_return",
        needs=Action.REVIEW_STUDY,
    ),
]

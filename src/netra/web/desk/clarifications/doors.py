"""Doors of clarification."""

from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk.clarifications import minutes_pages, pages, serving
from netra.web.routes import staff

_CASE = "meja/perkara/<int:pk>/klarifikasi/"
_ONE = "meja/klarifikasi/<int:pk>/"

DOORS: list[URLPattern] = [
    staff(
        "meja/klarifikasi/",
        pages.clarifications,
        name="clarifications",
        needs=Action.HEAR_PARTY,
    ),
    staff(
        f"{_CASE}rencana/",
        pages.plan,
        name="clarification_plan",
        needs=Action.HEAR_PARTY,
    ),
    staff(
        f"{_CASE}selesai/",
        pages.finish,
        name="clarifications_finish",
        needs=Action.HEAR_PARTY,
    ),
    staff(
        f"{_CASE}pertanyaan/",
        pages.questions,
        name="clarification_questions",
        needs=Action.HEAR_PARTY,
    ),
    staff(
        _ONE,
        pages.hearing,
        name="clarification",
        needs=Action.VIEW_EXHIBIT,  # what was said may name people
    ),
    staff(
        f"{_ONE}berita-acara/",
        minutes_pages.minutes,
        name="clarification_minutes",
        needs=Action.HEAR_PARTY,
    ),
    staff(
        f"{_ONE}surat/",
        pages.issue,
        name="clarification_issue",
        needs=Action.ISSUE_PAPER,
    ),
    staff(
        f"{_ONE}undangan/<int:invitation>/",
        serving.service,
        name="clarification_service",
        needs=Action.HEAR_PARTY,
    ),
    staff(
        f"{_ONE}bukti/<int:service>/",
        serving.proof,  # type: ignore[arg-type] # streams, as files may be large
        name="clarification_proof",
        needs=Action.VIEW_EXHIBIT,
    ),
    staff(
        f"{_ONE}<slug:key>/",
        pages.act,
        name="clarification_act",
        needs=Action.HEAR_PARTY,
    ),
]

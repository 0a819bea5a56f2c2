"""Doors of the pages about who is in a case and what happened when."""

from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk.parties import event_pages, people_pages, respondent_pages
from netra.web.routes import staff

_CASE = "meja/perkara/<int:pk>/"
_PERSON = f"{_CASE}terlapor/<int:respondent>/"
_NAMES = {"needs": Action.NAME_PARTY}
_STUDIES = {"needs": Action.WRITE_STUDY}

DOORS: list[URLPattern] = [
    staff(f"{_CASE}pihak/tambah/", people_pages.add, name="party_add", **_NAMES),
    staff(
        "meja/pihak/<int:pk>/ubah/",
        people_pages.correct,
        name="party_correct",
        **_NAMES,
    ),
    staff(
        "meja/pihak/<int:pk>/keluarkan/",
        people_pages.drop,
        name="party_drop",
        **_NAMES,
    ),
    staff(
        f"{_CASE}identitas/<str:key>/",
        people_pages.reveal,
        name="party_open",
        needs=Action.OPEN_IDENTITY,
    ),
    staff(
        f"{_CASE}terlapor/tambah/",
        respondent_pages.add,
        name="respondent_add",
        **_NAMES,
    ),
    staff(
        f"{_PERSON}kenali/",
        respondent_pages.identify,
        name="respondent_identify",
        **_NAMES,
    ),
    staff(
        f"{_PERSON}ganti/",
        respondent_pages.replace,
        name="respondent_replace",
        **_NAMES,
    ),
    staff(
        f"{_PERSON}keluarkan/",
        respondent_pages.withdraw,
        name="respondent_withdraw",
        **_NAMES,
    ),
    staff(
        f"{_CASE}waktu-kejadian/",
        event_pages.event_time,
        name="case_event_time",
        **_STUDIES,
    ),
    staff(
        f"{_CASE}dugaan/<int:allegation>/pihak/",
        event_pages.sides,
        name="case_sides",
        **_STUDIES,
    ),
    staff(f"{_CASE}gabung/", event_pages.choose, name="case_join_choose", **_STUDIES),
    staff(f"{_CASE}gabung/<str:key>/", event_pages.join, name="case_join", **_STUDIES),
    staff(
        "meja/gabungan/<int:pk>/pisah/",
        event_pages.split,
        name="case_split",
        **_STUDIES,
    ),
]

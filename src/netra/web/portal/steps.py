"""The screens of a report in their order, one question each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from netra.web.portal.drafts import Row, Typed
from netra.web.portal.forms_people import (
    AttorneyForm,
    PersonForm,
    ReporterForm,
    RespondentForm,
    WitnessForm,
)
from netra.web.portal.forms_story import PlaceForm, StoryForm, TimeForm

__all__ = [
    "ATTORNEY",
    "MOST_PEOPLE",
    "PEOPLE",
    "STEPS",
    "ReportStep",
    "StepState",
    "attorney_form",
    "form_of",
    "people_forms",
    "states_of",
    "step_named",
]

MOST_PEOPLE = 5
"""How many respondents or witnesses the pages take; more can be told in the account."""


ATTORNEY = "kuasa"
"""Where the draft keeps the attorney; asked on the screen of the reporter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportStep:
    """One screen.

    Attributes:
        key: Last part of its address.
        label: What it is about, in one or two words.
        question: Its heading.
        lead: A sentence under the heading.
    """

    key: str
    label: str | Promise
    question: str | Promise
    lead: str | Promise = ""


STEPS: tuple[ReportStep, ...] = (
    ReportStep(
        key="waktu",
        label=_("Waktu"),
        question=_("Kapan Anda mengetahuinya, dan kapan kejadiannya?"),
    ),
    ReportStep(
        key="tempat",
        label=_("Tempat"),
        question=_("Di mana kejadiannya?"),
        lead=_(
            "Tempat menentukan kantor yang menangani laporan Anda dan zona waktunya."
        ),
    ),
    ReportStep(
        key="terlapor",
        label=_("Terlapor"),
        question=_("Siapa yang Anda laporkan?"),
        lead=_(
            "Nama dan tempat kerja sudah cukup. NIP tidak diminta; petugas yang "
            "mencocokkannya."
        ),
    ),
    ReportStep(
        key="peristiwa",
        label=_("Peristiwa"),
        question=_("Apa yang terjadi?"),
        lead=_("Tulis yang Anda lihat atau dengar. Pasalnya dicari petugas."),
    ),
    ReportStep(
        key="saksi",
        label=_("Saksi"),
        question=_("Siapa lagi yang melihatnya?"),
        lead=_("Boleh kosong. Beri tahu orangnya lebih dulu bila Anda bisa."),
    ),
    ReportStep(
        key="bukti",
        label=_("Bukti"),
        question=_("Bukti apa yang Anda punya?"),
        lead=_(
            "Kirim berkas asli bila masih ada. Tangkapan layar juga diterima. Belum "
            "punya bukti? Lewati saja; laporan tetap bisa dikirim."
        ),
    ),
    ReportStep(
        key="pelapor",
        label=_("Pelapor"),
        question=_("Siapa Anda?"),
        lead=_(
            "Laporan memerlukan nama. Isian ini disimpan tersandi, dan setiap petugas "
            "yang membukanya tercatat."
        ),
    ),
    ReportStep(
        key="tanda-tangan",
        label=_("Tanda tangan"),
        question=_("Tanda tangan dan kartu identitas"),
        lead=_(
            "Keduanya termasuk syarat laporan. Kirim fotonya di sini, atau serahkan di "
            "kantor."
        ),
    ),
    ReportStep(
        key="periksa",
        label=_("Periksa"),
        question=_("Baca kembali, lalu kirim"),
        lead=_("Yang masih kosong boleh menyusul, kecuali yang kami sebut di bawah."),
    ),
)

PEOPLE: Mapping[str, type[PersonForm]] = {
    "terlapor": RespondentForm,
    "saksi": WitnessForm,
}


def step_named(key: str) -> ReportStep | None:
    """Return a screen by its key."""
    return next((step for step in STEPS if step.key == key), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepState:
    """A screen beside the others: where the reader stands."""

    step: ReportStep
    number: int
    state: str


def states_of(current: ReportStep) -> Iterator[StepState]:
    """Yield every screen with its number and state: done, now or ahead."""
    here = STEPS.index(current)
    for place, step in enumerate(STEPS):
        state = "is-done" if place < here else "is-now" if place == here else ""
        yield StepState(step=step, number=place + 1, state=state)


def form_of(
    key: str, typed: Typed, today: date, *, given: Row | None = None
) -> forms.Form:
    """Return the form of a screen, bound to `given` or showing what was typed.

    Args:
        key: `waktu`, `tempat`, `peristiwa` or `pelapor`.
        typed: The draft.
        today: Local day of the place.
        given: What is checked now.
    """
    row = dict(given if given is not None else typed.of(key))
    shown: dict[str, Any] = {"data": row} if given is not None else {"initial": row}
    if key == "tempat":
        return PlaceForm(row=row, **shown)
    if key == "peristiwa":
        return StoryForm(**shown)
    return {"waktu": TimeForm, "pelapor": ReporterForm}[key](today=today, **shown)


def attorney_form(
    typed: Typed, today: date, *, given: Row | None = None
) -> AttorneyForm:
    """Return the form of the attorney, bound to `given` or showing what was typed.

    Args:
        typed: The draft.
        today: Local day of the place.
        given: What is checked now.
    """
    if given is None:
        row = dict(typed.of(ATTORNEY))
        return AttorneyForm(initial=row, prefix=ATTORNEY, today=today)
    prefixed = {f"{ATTORNEY}-{name}": value for name, value in given.items()}
    return AttorneyForm(data=prefixed, prefix=ATTORNEY, today=today)


def people_forms(key: str, rows: list[Row], *, check: bool = False) -> list[PersonForm]:
    """Return a form for each named person, checked if `check`."""
    form_class = PEOPLE[key]
    made = []
    for place, row in enumerate(rows):
        prefix = f"{key}-{place}"
        if check:
            prefixed = {f"{prefix}-{name}": value for name, value in row.items()}
            made.append(form_class(data=prefixed, prefix=prefix))
        else:
            made.append(form_class(initial=dict(row), prefix=prefix))
    return made

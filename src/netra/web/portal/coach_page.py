"""A whole report on one page, to be written while there is no line.

Once it is loaded the page needs no line: the coach holds its rules against what is
being typed, and saving waits until the line is back. Nothing typed is kept on the
device beyond the open page, and no part of the program is left there to show that the
page was opened (docs/decisions/0019-coach-without-a-line.md).
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import cache_control

from netra.domain.coach import Answers
from netra.records.jobs import moment
from netra.records.regions.queries import official_codes
from netra.records.reports.errors import TooManyDraftsError
from netra.web.limits import is_limited
from netra.web.portal import drafts
from netra.web.portal.drafts import Row, Typed
from netra.web.portal.forms_people import ReporterForm, RespondentForm
from netra.web.portal.forms_story import StoryForm, TimeForm, kept_place
from netra.web.portal.reporting_clock import states_by_day, today_of, window_of
from netra.web.portal.reporting_coach import coach_for
from netra.web.portal.steps import ReportStep, step_named
from netra.web.portal.steps_frame import limited

__all__ = ["report_prepare"]

_SCREENS = ("waktu", "tempat", "terlapor", "peristiwa", "bukti", "pelapor")
_CONTACT = ("name", "address", "phone", "email")


class WholePlaceForm(forms.Form):
    """Where it happened; without a line no list can be fetched, so this holds all."""

    regency = forms.ChoiceField(
        label=gettext_lazy("Kabupaten atau kota"), required=False
    )
    place = forms.CharField(
        label=gettext_lazy("Tempat persisnya"),
        help_text=gettext_lazy(
            "Misalnya nama gedung, jalan, atau akun dan grup bila terjadi di internet."
        ),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Group the regencies by province."""
        super().__init__(*args, **kwargs)
        chosen = self.fields["regency"]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 # narrows the type
        chosen.choices = [("", gettext_lazy("Pilih")), *_grouped()]


def _grouped() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    names = official_codes()
    for province in sorted(code for code in names if len(code) == 2):
        listed = [
            (code, name)
            for code, name in names.items()
            if len(code) == 5 and code.startswith(f"{province}.")
        ]
        yield names[province], sorted(listed, key=lambda pair: pair[1])


class LinksForm(forms.Form):
    """Links; files follow once there is a line."""

    links = forms.CharField(
        label=gettext_lazy("Tautan unggahan"),
        help_text=gettext_lazy(
            "Satu tautan tiap baris. Foto dan berkas dilampirkan setelah tersambung."
        ),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2, "inputmode": "url"}),
    )


class ContactForm(ReporterForm):
    """The reporter, as far as the coach asks; the rest stands on the later screen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Leave out what can wait."""
        super().__init__(*args, **kwargs)
        self.fields = {name: self.fields[name] for name in _CONTACT}


def _forms(at: datetime, given: Row | None = None) -> dict[str, forms.Form]:
    today = today_of(Typed(), at)
    data: dict[str, Any] = {} if given is None else {"data": dict(given)}
    return {
        "waktu": TimeForm(today=today, **data),
        "tempat": WholePlaceForm(**data),
        "terlapor": RespondentForm(prefix="terlapor-0", **data),
        "peristiwa": StoryForm(**data),
        "bukti": LinksForm(**data),
        "pelapor": ContactForm(today=today, **data),
    }


def _typed(request: HttpRequest, at: datetime) -> Typed:
    """Return what was typed, right or wrong, as the screens would keep it."""
    typed = Typed()
    for step, form in _forms(at).items():
        row = {
            name: request.POST.get(form.add_prefix(name), "") for name in form.fields
        }
        if step == "terlapor":
            typed = typed.with_people(step, [row] if any(row.values()) else [])
        else:
            typed = typed.with_fields(step, _placed(row) if step == "tempat" else row)
    return typed


def _placed(row: Row) -> Row:
    return kept_place({**row, "province": row.get("regency", "")[:2]})


@cache_control(no_store=True, private=True)
def report_prepare(request: HttpRequest) -> HttpResponse:
    """Show a whole report on one page; saving makes a draft of it."""
    at = moment.now()
    if request.method == "POST":
        return _save(request, at)
    window = window_of(Typed(), at)
    screens = [(_step(key), form) for key, form in _forms(at).items()]
    context = {
        "section": "report",
        "screens": screens,
        "coach": coach_for(Answers(), window, _SCREENS, states_by_day(Typed(), at)),
        "no_links": True,
    }
    return render(request, "portal/report/prepare.html", context)


def _step(key: str) -> ReportStep:
    step = step_named(key)
    assert step is not None  # noqa: S101 # the keys are those of the screens
    return step


def _save(request: HttpRequest, at: datetime) -> HttpResponse:
    """Open a draft with everything typed and read it back with what is lacking."""
    if is_limited(request, "draft"):
        return limited(request)
    try:
        read_back = redirect("report_step", step="periksa")
        return drafts.begin(request, read_back, at, _typed(request, at))
    except TooManyDraftsError as error:
        messages.warning(request, error.reader_message)
        return redirect("report_start")

"""The screens that are answered by typing: saved first, judged after."""

from datetime import date, datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from netra.records.reports.models import ReportDraft
from netra.web.portal import drafts
from netra.web.portal.drafts import Row, Typed
from netra.web.portal.forms_people import PersonForm
from netra.web.portal.forms_story import PlaceForm, kept_place
from netra.web.portal.reporting_clock import today_of
from netra.web.portal.steps import (
    ATTORNEY,
    MOST_PEOPLE,
    PEOPLE,
    ReportStep,
    attorney_form,
    form_of,
    people_forms,
)
from netra.web.portal.steps_frame import LATER, show_step, way_on
from netra.web.templatetags.fields import listed_errors

__all__ = ["answer", "name_people", "pick_place"]

_ADD, _REMOVE, _COUNT = "tambah", "hapus", "jumlah"
_REPORTER = "pelapor"


def _given(request: HttpRequest, form: forms.Form) -> Row:
    """Return what was sent for the fields of a form, as it was typed."""
    return {name: request.POST.get(name, "") for name in form.fields}


def _plain(form: forms.Form, row: Row) -> Row:
    """Return the row with its days in ISO form, so that programs can read them."""
    days = {
        name: value.isoformat()
        for name, value in form.cleaned_data.items()
        if isinstance(value, date)
    }
    return {**row, **days}


def answer(
    request: HttpRequest, draft: ReportDraft, step: ReportStep, at: datetime
) -> HttpResponse:
    """Ask one question; keep the answer even where it must be mended."""
    if step.key == _REPORTER:
        return name_reporter(request, draft, step, at)
    typed = drafts.read(draft)
    today = today_of(typed, at)
    if request.method != "POST":
        form = form_of(step.key, typed, today)
        return show_step(request, draft, step, typed, at, {"form": form})
    row = _given(request, form_of(step.key, typed, today))
    form = form_of(step.key, typed, today, given=row)
    is_right = form.is_valid()
    typed = typed.with_fields(step.key, _plain(form, row))
    drafts.keep(draft, typed, at)
    if is_right or LATER in request.POST:
        return way_on(request, step)
    return show_step(request, draft, step, typed, at, {"form": form}, status=422)


def name_reporter(
    request: HttpRequest, draft: ReportDraft, step: ReportStep, at: datetime
) -> HttpResponse:
    """Ask who reports, and who acts for them if somebody does."""
    typed = drafts.read(draft)
    today = today_of(typed, at)
    form, attorney = form_of(step.key, typed, today), attorney_form(typed, today)
    parts = {"form": form, "attorney": attorney}
    if request.method != "POST":
        return show_step(request, draft, step, typed, at, parts)
    row = _given(request, form)
    other = {
        name: request.POST.get(f"{ATTORNEY}-{name}", "") for name in attorney.fields
    }
    form = form_of(step.key, typed, today, given=row)
    attorney = attorney_form(typed, today, given=other)
    is_right = all([form.is_valid(), attorney.is_valid()])
    typed = typed.with_fields(step.key, _plain(form, row))
    typed = typed.with_fields(ATTORNEY, _plain(attorney, other))
    drafts.keep(draft, typed, at)
    if is_right or LATER in request.POST:
        return way_on(request, step)
    parts = {"form": form, "attorney": attorney}
    return show_step(request, draft, step, typed, at, parts, status=422)


def pick_place(
    request: HttpRequest, draft: ReportDraft, step: ReportStep, at: datetime
) -> HttpResponse:
    """Ask for the place; each choice opens the next one after a submit."""
    typed = drafts.read(draft)
    if request.method != "POST":
        form = form_of(step.key, typed, today_of(typed, at))
        return show_step(request, draft, step, typed, at, {"form": form})
    asked = form_of(step.key, typed, today_of(typed, at))
    row = kept_place({**typed.of(step.key), **_given(request, asked)})
    typed = typed.with_fields(step.key, row)
    drafts.keep(draft, typed, at)
    if LATER in request.POST:
        return way_on(request, step)
    form = form_of(step.key, typed, today_of(typed, at), given=row)
    if form.fields.keys() - asked.fields.keys() and row.get("province"):
        return redirect("report_step", step=step.key)
    if form.is_valid() and isinstance(form, PlaceForm) and form.is_whole:
        return way_on(request, step)
    return show_step(request, draft, step, typed, at, {"form": form}, status=422)


def name_people(
    request: HttpRequest, draft: ReportDraft, step: ReportStep, at: datetime
) -> HttpResponse:
    """Ask who is reported, or who saw it; several people one after another."""
    typed = drafts.read(draft)
    if request.method != "POST":
        rows = typed.named(step.key) or _first(step)
        return _show_people(
            request, draft, step, typed, at, people_forms(step.key, rows)
        )
    rows = _rows(request, step)
    typed = typed.with_people(step.key, rows)
    drafts.keep(draft, typed, at)
    if _ADD in request.POST:
        return redirect(f"{reverse('report_step', args=[step.key])}#orang-{len(rows)}")
    if _REMOVE in request.POST:
        return redirect("report_step", step=step.key)
    forms_ = people_forms(step.key, rows, check=True)
    told = [form for form in forms_ if not form.is_blank]
    needed = step.key == "terlapor" and not told
    is_right = all([form.is_valid() for form in told]) and not needed  # noqa: C419 # every form shows its errors
    if LATER in request.POST or is_right:
        return way_on(request, step)
    return _show_people(request, draft, step, typed, at, forms_, status=422)


def _first(step: ReportStep) -> list[Row]:
    return [{}] if step.key == "terlapor" else []


def _show_people(
    request: HttpRequest,
    draft: ReportDraft,
    step: ReportStep,
    typed: Typed,
    at: datetime,
    shown: list[PersonForm],
    *,
    status: int = 200,
) -> HttpResponse:
    parts = {
        "people": shown,
        "has_room": len(shown) < MOST_PEOPLE,
        "most": MOST_PEOPLE,
        "listed": [e for form in shown if form.is_bound for e in listed_errors(form)],
    }
    return show_step(request, draft, step, typed, at, parts, status=status)


def _rows(request: HttpRequest, step: ReportStep) -> list[Row]:
    """Return the people as typed; one blank row more or one fewer if asked."""
    sent = request.POST.get(_COUNT, "")
    count = min(int(sent), MOST_PEOPLE) if sent.isdecimal() else 0
    names = list(PEOPLE[step.key].base_fields)
    rows: list[Row] = [
        {name: request.POST.get(f"{step.key}-{i}-{name}", "") for name in names}
        for i in range(count)
    ]
    removed = request.POST.get(_REMOVE, "")
    if removed.isdecimal() and int(removed) < len(rows):
        del rows[int(removed)]
    elif _ADD in request.POST and len(rows) < MOST_PEOPLE:
        rows.append({})
    else:
        rows = [row for row in rows if any(row.values())] or _first(step)
    return rows

"""From what was typed to what a report states, and back to a page to read it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django import forms
from django.utils.translation import gettext as _

from netra.records.regions.queries import name_of
from netra.records.reports.content import (
    AttorneyContent,
    PersonContent,
    ReportContent,
    ReporterContent,
)
from netra.records.reports.models import Exhibit, ReportDraft, Reporter
from netra.web.portal.drafts import Row, Typed
from netra.web.portal.forms_people import AttorneyForm, PersonForm
from netra.web.portal.forms_story import kept_place, region_of
from netra.web.portal.reporting_clock import contest_meant
from netra.web.portal.steps import (
    ATTORNEY,
    STEPS,
    ReportStep,
    attorney_form,
    form_of,
    people_forms,
    step_named,
)
from netra.web.templatetags.moments import local_date

__all__ = ["Checked", "Part", "Problem", "check", "summary_of"]

_SINGLE = ("waktu", "tempat", "peristiwa", "pelapor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something without which the draft is no report, and where to mend it."""

    step: ReportStep
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The content of a report, or the problems that keep it from being one."""

    content: ReportContent | None
    problems: tuple[Problem, ...]


def check(typed: Typed, today: date) -> Checked:
    """Hold the whole draft against its forms once more.

    Args:
        typed: The draft.
        today: Local day at the place of the act.
    """
    single = {key: form_of(key, typed, today, given=typed.of(key)) for key in _SINGLE}
    people = {key: _told(key, typed) for key in ("terlapor", "saksi")}
    attorney = attorney_form(typed, today, given=typed.of(ATTORNEY))
    problems = tuple(_problems(single, people, attorney))
    if problems:
        return Checked(content=None, problems=problems)
    content = _content(typed, single, people)
    content = replace(content, attorney=_attorney(attorney))
    return Checked(content=content, problems=())


def _attorney(form: AttorneyForm) -> AttorneyContent | None:
    return None if form.is_blank else AttorneyContent(**form.cleaned_data)


def _told(key: str, typed: Typed) -> list[PersonForm]:
    listed = people_forms(key, typed.named(key), check=True)
    return [form for form in listed if not form.is_blank]


def _problems(
    single: dict[str, forms.Form],
    people: dict[str, list[PersonForm]],
    attorney: AttorneyForm,
) -> Iterator[Problem]:
    for step in STEPS:
        listed = _forms_of(step, single, people, attorney)
        for form in listed:
            for texts in form.errors.values():
                yield from (Problem(step=step, text=str(text)) for text in texts)
        if step.key == "terlapor" and not listed:
            text = _("Tulis nama atau tempat kerja paling sedikit satu terlapor.")
            yield Problem(step=step, text=text)
        if step.key == "tempat" and "regency" not in single["tempat"].fields:
            text = _("Pilih kabupaten atau kota tempat kejadian.")
            if "province" not in single["tempat"].errors:
                yield Problem(step=step, text=text)


def _forms_of(
    step: ReportStep,
    single: dict[str, forms.Form],
    people: dict[str, list[PersonForm]],
    attorney: AttorneyForm,
) -> list[forms.Form]:
    if step.key == "pelapor":
        return [single[step.key], attorney]
    if step.key in single:
        return [single[step.key]]
    return list(people.get(step.key, []))


def _content(
    typed: Typed, single: dict[str, forms.Form], people: dict[str, list[PersonForm]]
) -> ReportContent:
    time, story = single["waktu"].cleaned_data, single["peristiwa"].cleaned_data
    place = kept_place(typed.of("tempat"))
    return ReportContent(
        known_on=time["known_on"],
        happened_on=time["happened_on"],
        happened_time=time["happened_time"],
        place_region=region_of(place),
        place=single["tempat"].cleaned_data.get("place", ""),
        event=story["event"],
        account=story["account"],
        links=typed.of("bukti").get("links", ""),
        reporter=_reporter(single["pelapor"]),
        respondents=tuple(_person(form) for form in people["terlapor"]),
        witnesses=tuple(_person(form) for form in people["saksi"]),
    )


def _reporter(form: forms.Form) -> ReporterContent:
    held = dict(form.cleaned_data)
    born: date | None = held["birth_on"]
    held["birth_on"] = born.isoformat() if born else ""
    return ReporterContent(**{name: held[name] for name in Reporter.FIELDS})


def _person(form: PersonForm) -> PersonContent:
    held = form.cleaned_data
    return PersonContent(**{**held, "name": held["name"] or _("Nama belum diketahui")})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A screen read back: its answers as label and value."""

    step: ReportStep
    rows: tuple[tuple[str, str], ...]


def summary_of(draft: ReportDraft, typed: Typed) -> list[Part]:
    """Return every screen with what was answered there; queries the files."""
    files = list(draft.files.select_related("blob"))
    told = {
        "waktu": _time_rows(typed.of("waktu")),
        "tempat": _place_rows(typed),
        "terlapor": _people_rows("terlapor", typed),
        "peristiwa": _labelled("peristiwa", typed),
        "saksi": _people_rows("saksi", typed),
        "bukti": [
            *((_("Berkas"), f.name) for f in files if f.kind == Exhibit.Kind.EVIDENCE),
            (_("Tautan"), typed.of("bukti").get("links", "")),
        ],
        "pelapor": [*_labelled("pelapor", typed), *_attorney_rows(typed)],
        "tanda-tangan": [
            *(
                (f.get_kind_display().capitalize(), f.name)
                for f in files
                if f.kind != Exhibit.Kind.EVIDENCE
            ),
            *_promises(typed.of("tanda-tangan")),
        ],
    }
    return [
        Part(step=step, rows=tuple(row for row in rows if row[1].strip()))
        for key, rows in told.items()
        if (step := step_named(key)) is not None
    ]


Rows = list[tuple[str, str]]


def _day(value: str) -> str:
    try:
        return local_date(date.fromisoformat(value))
    except ValueError:
        return value


def _time_rows(row: Row) -> Rows:
    return [
        (_("Diketahui"), _day(row.get("known_on", ""))),
        (_("Kejadian"), _day(row.get("happened_on", ""))),
        (_("Pukul"), row.get("happened_time", "")),
    ]


def _place_rows(typed: Typed) -> Rows:
    row = kept_place(typed.of("tempat"))
    codes = (
        row.get("subdistrict", ""),
        row.get("regency", ""),
        row.get("province", ""),
    )
    contest = contest_meant(typed)
    return [
        (_("Wilayah"), ", ".join(name_of(code) for code in codes if code)),
        (_("Tempat"), row.get("place", "")),
        (_("Pemilihan"), contest.title if contest else ""),
    ]


def _labelled(key: str, typed: Typed) -> Rows:
    form = form_of(key, typed, date.max)
    row = typed.of(key)
    return [(str(bound.label), _day(row.get(bound.name, ""))) for bound in form]


def _attorney_rows(typed: Typed) -> Rows:
    form = attorney_form(typed, date.max)
    row = typed.of(ATTORNEY)
    return [(str(bound.label), _day(row.get(bound.name, ""))) for bound in form]


def _people_rows(key: str, typed: Typed) -> Rows:
    step = step_named(key)
    label = step.label if step else ""
    return [
        (f"{label} {i + 1}", ", ".join(filter(None, (str(value) for value in shown))))
        for i, form in enumerate(people_forms(key, typed.named(key)))
        if (shown := [_answer(form, name) for name in form.fields])
    ]


def _answer(form: PersonForm, name: str) -> str:
    value = str(form[name].value() or "")
    chosen = form.fields[name]
    if isinstance(chosen, forms.ChoiceField) and value:
        labels = {str(key): str(label) for key, label in chosen.choices}  # type: ignore[union-attr, misc] # flat choices of our own
        return labels.get(value, value)
    return value


def _promises(row: Row) -> Rows:
    office = _("diserahkan di kantor")
    return [
        (_("Lembar bertanda tangan"), office if row.get("signed_at_office") else ""),
        (_("Kartu identitas"), office if row.get("card_at_office") else ""),
    ]

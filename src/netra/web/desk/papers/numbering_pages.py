"""The numbers of an office: patterns with what comes next, and the gap check."""

import csv
import io
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.records.accounts import actions as accounts
from netra.records.accounts.errors import SettingValueError
from netra.records.accounts.models import (
    GivenNumber,
    NumberSeries,
    Office,
    OfficeSetting,
)
from netra.records.accounts.number_books import PlaceState, books_of, years_of
from netra.records.accounts.patterns import (
    PATTERN_KEYS,
    check_setting,
    fields_of,
    series_of,
)
from netra.records.accounts.queries import settings_of
from netra.records.jobs import moment
from netra.web.context import local_zone
from netra.web.desk.acting import ActForm
from netra.web.desk.office_forms import LONGEST_NUMBER
from netra.web.desk.office_words import example_number
from netra.web.desk.papers.access import as_file, carried_out, open_office
from netra.web.routes import StaffRequest

__all__ = ["number_file", "number_gaps", "number_pattern", "number_void", "numbers"]

_PREVIEW = "pratinjau"
SERIES: dict[str, Promise] = {
    "registration": gettext_lazy("Registrasi"),
    "report": gettext_lazy("Tanda terima laporan"),
    "referral": gettext_lazy("Surat penerusan"),
    "observation": gettext_lazy("Hasil pengawasan"),
    "tracing": gettext_lazy("Penelusuran"),
    "finding": gettext_lazy("Dugaan temuan"),
    "invitation": gettext_lazy("Undangan klarifikasi"),
    "notice": gettext_lazy("Pemberitahuan"),
    "delegation": gettext_lazy("Pelimpahan"),
    "agenda_in": gettext_lazy("Agenda surat masuk"),
    "agenda_out": gettext_lazy("Agenda surat keluar"),
    "information": gettext_lazy("Informasi awal"),
}
STATES: dict[PlaceState, Promise] = {
    PlaceState.GIVEN: gettext_lazy("Diberikan"),
    PlaceState.VOIDED: gettext_lazy("Dinyatakan batal"),
    PlaceState.DOUBLE: gettext_lazy("Ganda"),
    PlaceState.MISSING: gettext_lazy("Hilang"),
    PlaceState.UNLISTED: gettext_lazy("Sebelum buku nomor"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One series with its pattern, the number that comes next and the last one."""

    key: str
    name: str
    row: OfficeSetting | None
    next_one: str
    last_one: str


class PatternForm(ActForm):
    """The pattern of a series."""

    value = forms.CharField(label=gettext_lazy("Pola nomor"), max_length=200)

    def __init__(
        self, *args: object, key: str, office: Office, **kwargs: object
    ) -> None:
        """Keep the series against which the pattern is checked."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # those of a form
        self.key, self.office = key, office

    def clean_value(self) -> str:
        """Refuse a pattern that could not be used, or makes numbers too long."""
        value: str = self.cleaned_data["value"].strip()
        try:
            check_setting(self.key, value)
            shown = next_number_of(self.office, self.key, value)
        except SettingValueError as error:
            raise forms.ValidationError(error.reader_message) from error
        if len(shown) > LONGEST_NUMBER:
            raise forms.ValidationError(
                _("Nomor yang dihasilkan lebih dari %(most)s huruf. Pendekkan polanya.")
                % {"most": LONGEST_NUMBER}
            )
        return value


class VoidForm(ActForm):
    """Which place of a series carries no letter, and why."""

    series = forms.IntegerField(widget=forms.HiddenInput)
    seq = forms.IntegerField(label=gettext_lazy("Nomor urut"), min_value=1)
    reason = forms.CharField(label=gettext_lazy("Alasan batal"), max_length=300)


def next_number_of(office: Office, key: str, pattern: str) -> str:
    """Return the number that a pattern would give next, today.

    Raises:
        SettingValueError: the pattern names a field that does not exist.
    """
    on = moment.now().astimezone(local_zone(office)[0]).date()
    row = office.series.filter(name=series_of(key), year=on.year).first()
    return example_number(office, pattern, seq=(row.last if row else 0) + 1)


def numbers(request: StaffRequest, pk: int) -> HttpResponse:
    """Show every series of an office with its pattern and what comes next."""
    office = open_office(request, pk, Action.MANAGE_PAPERS)
    settled = settings_of(office)
    rows = [
        Pattern(
            key=key,
            name=str(SERIES[series]),
            row=settled.get(key),
            next_one=next_number_of(office, key, settled[key].value)
            if key in settled
            else "",
            last_one=_last_number(office, series),
        )
        for series, key in PATTERN_KEYS.items()
    ]
    context = {"office_shown": office, "rows": rows, "years": years_of(office)}
    return render(request, "desk/papers/numbers.html", context)


def _last_number(office: Office, series: str) -> str:
    """Return the number a series gave last, empty before the first."""
    rows = GivenNumber.objects.filter(series__office=office, series__name=series)
    row = rows.order_by("-series__year", "-seq").first()
    return row.number if row else ""


def number_pattern(request: StaffRequest, pk: int, key: str) -> HttpResponse:
    """Settle the pattern of a series; the next number is shown while typing."""
    if key not in PATTERN_KEYS.values():
        raise Http404
    office = open_office(request, pk, Action.MANAGE_PAPERS)
    row = settings_of(office).get(key)
    form = PatternForm(
        request.POST if request.method == "POST" else None,
        key=key,
        office=office,
        initial={"value": row.value if row else ""},
    )
    asked = request.POST.get("aksi") == _PREVIEW
    if form.is_valid() and not asked and _settled(request, office, key, form):
        messages.success(request, _("Pola nomor tersimpan."))
        return redirect("numbers", pk)
    context = {
        "office_shown": office,
        "form": form,
        "name": SERIES[series_of(key) or ""],
        "key": key,
        "fields": [f"{{{name}}}" for name in sorted(fields_of(key))],
        "shown": _shown(office, key, form),
        "history": office.settings.filter(key=key).select_related("set_by")[:25],
    }
    page = "desk/papers/_next_number.html" if _is_part(request) else _PATTERN_PAGE
    return render(
        request, page, context, status=200 if _is_part(request) else form.status
    )


_PATTERN_PAGE = "desk/papers/number_pattern.html"


def _is_part(request: StaffRequest) -> bool:
    """Say whether only the preview is asked for, by the script of the page."""
    return request.headers.get("HX-Request") == "true"


def _shown(office: Office, key: str, form: PatternForm) -> str:
    if form.is_bound:
        value = form.cleaned_data.get("value", "") if form.is_valid() else ""
    else:
        value = form.initial.get("value", "")
    return next_number_of(office, key, str(value)) if value else ""


def _settled(
    request: StaffRequest, office: Office, key: str, form: PatternForm
) -> bool:
    value, at = form.cleaned_data["value"], moment.now()
    made = carried_out(
        form,
        lambda: accounts.settle(
            office=office, key=key, value=value, actor=request.actor, at=at
        ),
    )
    return made is not None


def number_gaps(request: StaffRequest, pk: int, year: int) -> HttpResponse:
    """Show every number of a year, with gaps, doubles and void ones."""
    office = open_office(request, pk, Action.MANAGE_PAPERS)
    return _gaps_page(request, office, year, None)


def _gaps_page(
    request: StaffRequest, office: Office, year: int, form: VoidForm | None
) -> HttpResponse:
    found = [
        (str(SERIES.get(book.series.name, book.series.name)), book)
        for book in books_of(office, year)
    ]
    context = {
        "office_shown": office,
        "year": year,
        "years": years_of(office),
        "books": found,
        "amiss": sum(len(book.amiss) for _name, book in found),
        "states": STATES,
        "form": form,
    }
    status = form.status if form else 200
    return render(request, "desk/papers/gaps.html", context, status=status)


@require_POST
def number_void(request: StaffRequest, pk: int, year: int) -> HttpResponse:
    """Record why a place of a series carries no letter."""
    office = open_office(request, pk, Action.MANAGE_PAPERS)
    form = VoidForm(request.POST)
    if not form.is_valid():
        return _gaps_page(request, office, year, form)
    rows = office.series.filter(year=year)
    series: NumberSeries = get_object_or_404(rows, pk=form.cleaned_data["series"])
    told, at = form.cleaned_data, moment.now()
    done = carried_out(
        form,
        lambda: accounts.void_number(
            series=series,
            seq=told["seq"],
            reason=told["reason"],
            actor=request.actor,
            at=at,
        ),
    )
    if done is None:
        return _gaps_page(request, office, year, form)
    messages.success(request, _("Nomor dinyatakan batal dengan alasan."))
    return redirect("number_gaps", pk, year)


def number_file(request: StaffRequest, pk: int, year: int) -> HttpResponse:
    """Hand out the gap check of a year as CSV."""
    office = open_office(request, pk, Action.MANAGE_PAPERS)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(
        [
            _("Seri"),
            _("Nomor urut"),
            _("Nomor"),
            _("Tanggal"),
            _("Keadaan"),
            _("Alasan"),
        ]
    )
    for book in books_of(office, year):
        for place in book.places:
            told = (
                str(SERIES.get(book.series.name, book.series.name)),
                str(place.seq),
                place.number,
                place.given_on.isoformat() if place.given_on else "",
                str(STATES[place.state]),
                place.reason,
            )
            writer.writerow([_as_text(text) for text in told])
    content = out.getvalue().encode("utf-8-sig")
    return as_file(content, "text/csv; charset=utf-8", f"nomor-{office.pk}-{year}.csv")


def _as_text(text: str) -> str:
    """Keep a spreadsheet from reading a text as a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text

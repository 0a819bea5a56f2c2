"""The register books: choosing one, looking into it, and taking it along."""

from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.records.accounts.models import Office
from netra.records.documents.actions import export_register
from netra.records.documents.models import RegisterExport
from netra.records.documents.registers.books import (
    Book,
    FilledBook,
    Period,
    book_named,
    books,
    fill,
)
from netra.records.jobs import moment
from netra.web.context import local_zone
from netra.web.desk.acting import ActForm, day_field
from netra.web.desk.papers.access import as_file, carried_out, offices_for
from netra.web.routes import StaffRequest

__all__ = ["register_export", "registers"]

SHOWN = 50
_MEDIA = {
    RegisterExport.Format.PDF: "application/pdf",
    RegisterExport.Format.XLSX: (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ),
}


class BookForm(ActForm):
    """Which book, of which office, from which day to which."""

    buku = forms.ChoiceField(label=gettext_lazy("Buku"))
    kantor = forms.ModelChoiceField(
        Office.objects.none(), label=gettext_lazy("Kantor"), empty_label=None
    )
    dari = day_field(gettext_lazy("Dari tanggal"))
    sampai = day_field(gettext_lazy("Sampai tanggal"))

    def __init__(self, data: QueryDict | dict[str, Any], offices: list[Office]) -> None:
        """Offer the books there are, and the offices whose registers are read."""
        super().__init__(data)
        self.fields["buku"].choices = [(b.key, str(b.title)) for b in books()]  # type: ignore[attr-defined]
        seen = Office.objects.filter(pk__in=[row.pk for row in offices])
        self.fields["kantor"].queryset = seen.order_by("region", "name")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = told.get("dari"), told.get("sampai")
        if first and last and first > last:
            self.add_error(
                "sampai", _("Tanggal akhir mendahului tanggal awal. Tukar keduanya.")
            )
        return told

    @property
    def book(self) -> Book:
        """The book that was chosen."""
        found = book_named(self.cleaned_data["buku"])
        if found is None:
            raise LookupError("the field offers only books there are")
        return found

    @property
    def period(self) -> Period:
        """The period that was chosen."""
        told = self.cleaned_data
        return Period(office=told["kantor"], from_on=told["dari"], to_on=told["sampai"])


def _asked(request: StaffRequest, offices: list[Office]) -> dict[str, Any]:
    """Return what is asked for; without a question, this year of the own office."""
    if request.GET:
        return request.GET
    today = moment.now().astimezone(local_zone(offices[0])[0]).date()
    return {
        "buku": "laporan",
        "kantor": offices[0].pk,
        "dari": date(today.year, 1, 1),
        "sampai": today,
    }


def registers(request: StaffRequest) -> HttpResponse:
    """Show the lines of a book for a period, and what was taken along before."""
    offices = offices_for(request, Action.VIEW_REGISTERS)
    if not offices:
        raise Http404
    return _page(request, BookForm(_asked(request, offices), offices))


def _page(request: StaffRequest, form: BookForm) -> HttpResponse:
    filled: FilledBook | None = None
    exports = RegisterExport.objects.none()
    if form.is_valid():
        filled = fill(form.book, form.period)
        exports = RegisterExport.objects.filter(office=form.period.office)
    context = {
        "form": form,
        "filled": filled,
        "lines": [
            list(zip(filled.book.columns, line, strict=True))
            for line in filled.lines[:SHOWN]
        ]
        if filled
        else [],
        "hidden": max(0, len(filled.lines) - SHOWN) if filled else 0,
        "exports": [
            (book_named(row.book), row)
            for row in exports.select_related("exported_by")[:10]
        ],
    }
    return render(request, "desk/papers/registers.html", context, status=form.status)


@require_POST
def register_export(request: StaffRequest) -> HttpResponse:
    """Take a book along as PDF or XLSX; who did is recorded."""
    offices = offices_for(request, Action.VIEW_REGISTERS)
    form = BookForm(request.POST, offices)
    if not form.is_valid():
        return _page(request, form)
    try:
        format_ = RegisterExport.Format(request.POST.get("bentuk", ""))
    except ValueError:
        raise Http404 from None
    at = moment.now()
    made = carried_out(
        form,
        lambda: export_register(
            book=form.book,
            period=form.period,
            format_=format_,
            actor=request.actor,
            at=at,
        ),
    )
    if made is None:
        return _page(request, form)
    row, content = made
    name = f"buku-{row.book}-{row.from_on}-{row.to_on}.{format_}"
    return as_file(content, _MEDIA[format_], name)

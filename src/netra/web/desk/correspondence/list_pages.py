"""The agenda of the offices a reader sees: searched by what is sent, never by address.

What is looked for may be a name, so it travels in the body of the request.
"""

from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from netra.domain.access import Action
from netra.domain.law import zone_of
from netra.records.accounts.models import Office
from netra.records.correspondence import queries
from netra.records.correspondence.models import AgendaEntry
from netra.records.jobs import moment
from netra.web.desk.correspondence.book_file import read_offices
from netra.web.desk.correspondence.words import WAYS_IN, kind_words
from netra.web.desk.supervision.access import offices_where
from netra.web.fragments import render_page
from netra.web.portal.forms_story import day_field
from netra.web.routes import StaffRequest

__all__ = ["agenda"]

PER_PAGE = 25


class AgendaFilter(forms.Form):
    """What the list is narrowed by; every part may be empty."""

    q = forms.CharField(
        label=gettext_lazy("Nomor, perihal, dari, atau kepada"),
        required=False,
        max_length=200,
    )
    arah = forms.ChoiceField(
        label=gettext_lazy("Arah"),
        required=False,
        choices=[
            ("", gettext_lazy("Semua")),
            *((key, capfirst(label)) for key, label in AgendaEntry.Direction.choices),
        ],
    )
    jenis = forms.ChoiceField(
        label=gettext_lazy("Jenis"),
        required=False,
        choices=[
            ("", gettext_lazy("Semua")),
            *((key, capfirst(label)) for key, label in AgendaEntry.Kind.choices),
        ],
    )
    kantor = forms.ModelChoiceField(
        label=gettext_lazy("Kantor"),
        queryset=Office.objects.none(),
        required=False,
        empty_label=gettext_lazy("Semua"),
    )
    dari = day_field(gettext_lazy("Dari tanggal"), "", required=False)
    sampai = day_field(gettext_lazy("Sampai tanggal"), "", required=False)

    def __init__(self, data: Any, *, rows: QuerySet[AgendaEntry]) -> None:
        """Offer the offices whose lines the reader sees."""
        super().__init__(data)
        self._rows = rows
        field: Any = self.fields["kantor"]
        seen = rows.order_by().values("office").distinct()
        field.queryset = Office.objects.filter(pk__in=seen)

    def found(self) -> QuerySet[AgendaEntry]:
        """Return the rows that fit; what cannot be read narrows nothing."""
        self.is_valid()
        asked = self.cleaned_data
        rows = self._rows.filter(queries.found_by(asked.get("q") or ""))
        exact = {"direction": "arah", "kind": "jenis", "office": "kantor"}
        for column, name in exact.items():
            if asked.get(name):
                rows = rows.filter(**{column: asked[name]})
        if asked.get("dari"):
            rows = rows.filter(happened_at__date__gte=asked["dari"])
        if asked.get("sampai"):
            rows = rows.filter(happened_at__date__lte=asked["sampai"])
        return rows

    @property
    def is_filled(self) -> bool:
        """Whether the list is narrowed by anything."""
        return any(self.data.get(name) for name in self.fields)


@require_http_methods(["GET", "HEAD", "POST"])
def agenda(request: StaffRequest) -> HttpResponse:
    """List the agenda the reader may see, newest first."""
    rows = AgendaEntry.objects.visible_to(request.actor)
    form = AgendaFilter(request.POST, rows=rows)
    found = form.found().select_related("office", "case", "corrected_by", "answers")
    page = Paginator(found, PER_PAGE).get_page(request.POST.get("page"))
    context = {
        "form": form,
        "page_obj": page,
        "rows": [
            (row, kind_words(row), queries.counterpart_shown(row))
            for row in page.object_list
        ],
        "is_filtered": form.is_filled,
        "ways_in": WAYS_IN.values(),
        "may_keep": bool(offices_where(request.actor, Action.KEEP_AGENDA)),
        "books": _books(request),
        "gaps": _gaps(request),
    }
    page_name = "desk/correspondence/agenda.html"
    return render_page(request, page_name, "_rows.html", context)


def _books(request: StaffRequest) -> list[dict[str, Any]]:
    """Return the reader's own offices whose agenda may be taken along, with days."""
    now = moment.now()
    serving = [grant.office_id for grant in request.actor.grants]
    books = []
    for office in read_offices(request.actor).filter(pk__in=serving):
        today = now.astimezone(zone_of(office.region)).date()
        books.append(
            {"office": office, "from_on": date(today.year, 1, 1), "to_on": today}
        )
    return books


def _gaps(request: StaffRequest) -> list[dict[str, Any]]:
    """Return the missing numbers of this year in the offices the reader keeps."""
    found = []
    labels = dict(AgendaEntry.Direction.choices)
    for office in offices_where(request.actor, Action.KEEP_AGENDA):
        year = moment.now().astimezone(zone_of(office.region)).year
        for direction, place in queries.gaps(office, year):
            found.append(
                {"office": office, "direction": labels[direction], "place": place}
            )
    return found

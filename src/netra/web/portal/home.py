"""The first page and the help page: what a citizen can do here, and what to expect."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.domain.law import Law, Procedure, Status, Term, weakest
from netra.records.jobs import moment
from netra.records.law import queries
from netra.web.portal.law_words import unit_words

__all__ = ["ReportWindow", "help_page", "home", "report_windows"]

_WINDOW = "report_window"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWindow:
    """How long after learning of an act a citizen may report it.

    Attributes:
        kind_label: Kind of election, in words.
        term: The deadline as the law data hold it.
        unit_label: Its unit, in words.
        status: The weakest status of its length and unit.
        key: Key of the value on the law pages.
    """

    kind_label: str
    term: Term
    unit_label: str
    status: Status
    key: str


def _latest(law: Law, election_kind: str, on: date) -> Procedure | None:
    in_force = [
        procedure
        for procedure in law.procedures.values()
        if procedure.election_kind == election_kind
        and procedure.in_force(on)
        and _WINDOW in procedure.deadlines
    ]
    return max(in_force, key=lambda found: found.effective_from, default=None)


def report_windows(law: Law, on: date) -> Iterator[ReportWindow]:
    """Yield the report window of each kind of election in force on a day."""
    kinds = (("pemilihan", _("Pemilihan kepala daerah")), ("pemilu", _("Pemilu")))
    for kind, label in kinds:
        procedure = _latest(law, kind, on)
        if procedure is None:
            continue
        term = procedure.deadlines[_WINDOW]
        yield ReportWindow(
            kind_label=label,
            term=term,
            unit_label=unit_words(term.unit, term.length),
            status=weakest(term.length_status, term.unit_status, term.article_status),
            key=f"{procedure.id}.{_WINDOW}",
        )


def _windows() -> list[ReportWindow]:
    today = timezone.localtime(moment.now()).date()
    return list(report_windows(queries.law(), today))


def home(request: HttpRequest) -> HttpResponse:
    """Show the doors of the portal and what it can and cannot promise."""
    return render(request, "portal/home.html", {"windows": _windows()})


def help_page(request: HttpRequest) -> HttpResponse:
    """Explain how to report, what follows, who decides and what stays secret."""
    context = {"windows": _windows(), "section": "help"}
    return render(request, "portal/help.html", context)

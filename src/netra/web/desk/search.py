"""One search over reports, findings, cases and, for those who may, respondents.

Names and workplaces are sealed: they are opened in memory, for the newest respondents
the reader may see, and compared there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from netra.domain.access import Action, Actor, is_allowed
from netra.records.cases.models import Case
from netra.records.cases.ties import cases_tied_to
from netra.records.observations.models import Finding
from netra.records.regions.queries import name_of
from netra.records.reports.models import Report, Respondent
from netra.web.desk.case_words import step_words as case_step
from netra.web.desk.found import Found
from netra.web.desk.inbox import step_words as report_step
from netra.web.desk.supervision.searching import found_in_supervision
from netra.web.routes import StaffRequest

__all__ = ["Command", "Found", "commands_for", "found_by", "search"]

PER_PAGE = 25
NEWEST_RESPONDENTS = 2_000
MOST_FOUND = 500
_SNIPPET_SIGNS = 140
_OPEN = ("number", "event", "place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A page that is reached by its name."""

    label: str
    url: str


def commands_for(words: str, actor: Actor) -> list[Command]:
    """Return the pages whose name the words begin with; *hukum* takes what follows."""
    first, _space, rest = words.casefold().strip().partition(" ")
    rows = (
        ("meja", _("Meja saya"), "desk", Action.VIEW_DESK),
        ("tenggat", _("Semua tenggat"), "due", Action.VIEW_DESK),
        ("masuk", _("Laporan masuk"), "inbox", Action.VIEW_REPORT),
        ("putusan", _("Putusan saya"), "my_decisions", Action.APPROVE_STUDY),
        ("tugas", _("Tugas"), "tasks", Action.KEEP_TASKS),
        ("perkara", _("Daftar perkara"), "cases", Action.VIEW_CASE),
        ("penerusan", _("Daftar penerusan"), "referrals", Action.VIEW_CASE),
        (
            "pengawasan",
            _("Hasil pengawasan"),
            "observations",
            Action.VIEW_OBSERVATION,
        ),
        ("penelusuran", _("Penelusuran"), "tracings", Action.VIEW_TRACING),
        ("temuan", _("Daftar temuan"), "findings", Action.VIEW_FINDING),
        ("klarifikasi", _("Klarifikasi"), "clarifications", Action.HEAR_PARTY),
        ("agenda", _("Buku agenda"), "agenda", Action.VIEW_AGENDA),
        ("surat", _("Surat terbit"), "papers", Action.VIEW_PAPER),
        ("buku", _("Buku register"), "registers", Action.VIEW_REGISTERS),
        ("kalender", _("Kalender"), "calendar", Action.VIEW_CALENDAR),
        ("pemilihan", _("Pemilihan"), "contests", Action.VIEW_CONTEST),
        ("orang", _("Orang dan peran"), "people", Action.VIEW_PEOPLE),
    )
    found = [
        Command(label=label, url=reverse(name))
        for word, label, name, action in rows
        if first == word and not rest and is_allowed(actor, action, None)
    ]
    return found + ([_law_command(rest)] if first == "hukum" else [])


def _law_command(rest: str) -> Command:
    if not rest.strip():
        return Command(label=_("Hukum yang dipakai"), url=reverse("law"))
    return Command(
        label=_("Cari “%(words)s” dalam hukum") % {"words": rest.strip()},
        url=f"{reverse('law')}?{urlencode({'q': rest.strip()})}",
    )


def _all_words(words: Iterable[str], *fields: str) -> Q:
    """Return the filter that asks for every word in at least one of the fields."""
    wanted = Q()
    for word in words:
        anywhere = Q()
        for field in fields:
            anywhere |= Q(**{f"{field}__icontains": word})
        wanted &= anywhere
    return wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The matters with a fitting respondent, by key, and who that is."""

    reports: dict[int, str]
    findings: dict[int, str]

    def of(self, case: Case) -> str:
        """Return who fits among the respondents of a case, or nothing."""
        if case.report_id is not None:
            return self.reports.get(case.report_id, "")
        return self.findings.get(case.finding_id or 0, "")


def named_matters(words: list[str], actor: Actor) -> Named:
    """Return the reports and findings with a fitting respondent.

    Only for those who handle reports; looks at the newest 2,000 respondents they may
    see.
    """
    reports = Report.objects.visible_to(actor, Action.VIEW_EXHIBIT).order_by()
    findings = Finding.objects.visible_to(actor, Action.VIEW_EXHIBIT).order_by()
    seen = findings.values("pk")
    mine = Q(report__in=reports.values("pk")) | Q(findings__in=seen)
    named_still = Respondent.objects.filter(mine, cleared_at__isnull=True)
    people = named_still.distinct().order_by("-pk")
    named = Named(reports={}, findings={})
    for person in people[:NEWEST_RESPONDENTS]:
        told = (person.name, person.post, person.workplace)
        text = " ".join(told).casefold()
        if not all(word in text for word in words):
            continue
        words_of = _("Terlapor: %(person)s") % {"person": ", ".join(filter(None, told))}
        if person.report_id is not None:
            named.reports.setdefault(person.report_id, words_of)
        for pk in person.findings.filter(pk__in=seen).values_list("pk", flat=True):
            named.findings.setdefault(pk, words_of)
    return named


def found_by(query: str, actor: Actor) -> list[Found]:
    """Return cases, reports and findings that are none yet, then what led to them.

    Args:
        query: Words that must all be found; letters are compared without case.
        actor: Sees only what lies in their regions.
    """
    words = query.casefold().split()
    if not words:
        return []
    named = named_matters(words, actor)
    return [
        *_cases(words, named, actor),
        *_reports(words, named, actor),
        *_findings(words, named, actor),
        *found_in_supervision(words, actor),
    ][:MOST_FOUND]


def _told(words: list[str], open_fields: tuple[str, ...], free: Q, *texts: str) -> Q:
    """Return the filter for words in open fields, and in free texts where `free` holds.

    Free texts may name people, so they are searched only for who may read them.
    """
    return _all_words(words, *open_fields) | (
        free & _all_words(words, *open_fields, *texts)
    )


_CLEARED: dict[type[Case | Report | Finding], tuple[str, ...]] = {
    Case: ("report__respondents", "finding__respondents"),
    Report: ("respondents",),
    Finding: ("respondents",),
}


def _read_by(actor: Actor, model: type[Case | Report | Finding]) -> QuerySet[Any]:
    rows = model.objects.visible_to(actor, Action.VIEW_EXHIBIT)
    for way in _CLEARED[model]:  # what was written about them may name them
        rows = rows.exclude(**{f"{way}__cleared_at__isnull": False})
    return rows.order_by().values("pk")


def _cases(words: list[str], named: Named, actor: Actor) -> Iterator[Found]:
    readable = _read_by(actor, Case)
    told = _told(
        words,
        (
            *("number", "title", "report__number", "report__place"),
            *("finding__number", "finding__place"),
        ),
        Q(pk__in=readable),
        *("report__account", "finding__account"),
    )
    read = set(readable.values_list("pk", flat=True))
    about = Q(report__in=list(named.reports)) | Q(finding__in=list(named.findings))
    seen = Case.objects.visible_to(actor).exclude(pk__in=cases_tied_to(actor))
    rows = seen.filter(told | about)
    for case in rows.select_related("report", "finding")[:MOST_FOUND]:
        yield Found(
            kind=_("Perkara"),
            number=case.number,
            url=reverse("case", args=[case.pk]),
            title=case.title,
            place=_place(case.origin),
            step=case_step(case),
            snippet=named.of(case)
            or _snippet(case.origin.account if case.pk in read else "", words),
        )


def _findings(words: list[str], named: Named, actor: Actor) -> Iterator[Found]:
    readable = _read_by(actor, Finding)
    told = _told(words, _OPEN, Q(pk__in=readable), "account")
    read = set(readable.values_list("pk", flat=True))
    about = Q(pk__in=list(named.findings))
    rows = Finding.objects.visible_to(actor).filter(told | about)
    for row in rows.exclude(state=Finding.State.REGISTERED)[:MOST_FOUND]:
        yield Found(
            kind=_("Temuan"),
            number=row.number,
            url=reverse("finding", args=[row.pk]),
            title=row.event,
            place=_place(row),
            step=row.get_state_display(),
            snippet=named.findings.get(row.pk)
            or _snippet(row.account if row.pk in read else "", words),
        )


def _reports(words: list[str], named: Named, actor: Actor) -> Iterator[Found]:
    readable = _read_by(actor, Report)
    told = _told(words, _OPEN, Q(pk__in=readable), "account")
    read = set(readable.values_list("pk", flat=True))
    about = Q(pk__in=list(named.reports))
    rows = Report.objects.visible_to(actor).filter(told | about)
    registered = Case.objects.visible_to(actor).filter(report__isnull=False)
    cases = registered.order_by().values("report_id")
    for report in rows.exclude(pk__in=cases)[:MOST_FOUND]:
        yield Found(
            kind=_("Laporan"),
            number=report.number,
            url=reverse("report", args=[report.pk]),
            title=report.event,
            place=_place(report),
            step=report_step(report),
            snippet=named.reports.get(report.pk)
            or _snippet(report.account if report.pk in read else "", words),
        )


def _place(matter: Report | Finding) -> str:
    return ", ".join(filter(None, (matter.place, name_of(matter.place_region))))


def _snippet(text: str, words: list[str]) -> str:
    """Return the piece of a text around the first word found in it, or nothing."""
    folded = text.casefold()
    places = [folded.find(word) for word in words]
    hits = [place for place in places if place >= 0]
    if not hits:
        return ""
    start = max(0, min(hits) - _SNIPPET_SIGNS // 3)
    piece = text[start : start + _SNIPPET_SIGNS]
    head = "…" if start else ""
    tail = "…" if start + _SNIPPET_SIGNS < len(text) else ""
    return f"{head}{piece}{tail}"


@require_http_methods(["GET", "HEAD", "POST"])
def search(request: StaffRequest) -> HttpResponse:
    """Show what fits the words, 25 to a page.

    The words may be a name, so pages send them in the body and no address keeps them.
    """
    asked = request.POST if request.method == "POST" else request.GET
    query = asked.get("q", "").strip()[:200]
    found = found_by(query, request.actor)
    page = Paginator(found, PER_PAGE).get_page(asked.get("page"))
    context = {
        "query": query,
        "commands": commands_for(query, request.actor),
        "page_obj": page,
        "count": len(found),
    }
    response = render(request, "desk/search.html", context)
    response["Cache-Control"] = "private"
    return response

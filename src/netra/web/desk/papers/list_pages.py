"""The list of issued papers, issuing again, and opening one that is sealed."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.domain.law import Paper
from netra.records.documents.actions import open_sealed_paper, reissue_paper
from netra.records.documents.models import IssuedPaper
from netra.records.jobs import moment
from netra.web.desk.acting import ActForm
from netra.web.desk.case_words import PAPERS, paper_words
from netra.web.desk.papers.access import as_file, carried_out, may, open_paper
from netra.web.routes import StaffRequest

__all__ = ["paper_open", "paper_reissue", "papers"]

PER_PAGE = 25
_MATTERS = (
    ("case", "case"),
    ("report", "report"),
    ("finding", "finding"),
    ("tracing", "tracing"),
    ("observation", "observation"),
)


class PaperFilter(forms.Form):
    """What narrows the list of papers."""

    q = forms.CharField(
        label=gettext_lazy("Nomor atau kode periksa"), max_length=80, required=False
    )
    kind = forms.ChoiceField(label=gettext_lazy("Surat"), required=False)

    def __init__(self, data: object, kinds: list[str]) -> None:
        """Offer the kinds that were issued."""
        super().__init__(data)  # type: ignore[arg-type] # the query of a request
        named = sorted((paper_words(kind), kind) for kind in kinds)
        self.fields["kind"].choices = [  # type: ignore[attr-defined] # a choice field
            ("", _("Semua surat")),
            *((kind, name) for name, kind in named),
        ]


class ReasonForm(ActForm):
    """Why somebody needs to know who reported."""

    reason = forms.CharField(
        label=gettext_lazy("Alasan membuka identitas"),
        help_text=gettext_lazy("Alasan ini tercatat bersama nama Anda dan waktunya."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPaper:
    """A paper with its name, and the page of what it is about."""

    row: IssuedPaper
    name: str
    route: str
    matter: int
    may_issue: bool


def papers(request: StaffRequest) -> HttpResponse:
    """Show the papers of the reader's regions, newest first."""
    seen = IssuedPaper.objects.visible_to(request.actor)
    kinds = list(seen.order_by().values_list("kind", flat=True).distinct())
    form = PaperFilter(request.GET, kinds)
    rows = _narrowed(seen, form).select_related("office", "issued_by")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "rows": [_shown(request, row) for row in page.object_list],
        "page_obj": page,
        "is_filtered": any(form.cleaned_data.values()) if form.is_valid() else True,
    }
    return render(request, "desk/papers/list.html", context)


def _narrowed(rows: QuerySet[IssuedPaper], form: PaperFilter) -> QuerySet[IssuedPaper]:
    if not form.is_valid():
        return rows
    asked = form.cleaned_data["q"].strip()
    if asked:
        code = asked.replace(" ", "").upper()
        rows = rows.filter(Q(number__icontains=asked) | Q(check_code__startswith=code))
    if form.cleaned_data["kind"]:
        rows = rows.filter(kind=form.cleaned_data["kind"])
    return rows


def _shown(request: StaffRequest, row: IssuedPaper) -> ShownPaper:
    route, matter = next(
        (
            (route, getattr(row, f"{field}_id"))
            for field, route in _MATTERS
            if getattr(row, f"{field}_id")
        ),
        ("", 0),
    )
    first = row.format == IssuedPaper.Format.PDF
    again = first and not row.is_sealed and row.kind != Paper.RECEIPT
    own = row.kind == Paper.OBSERVATION_REPORT
    needs = Action.WRITE_OBSERVATION if own else Action.ISSUE_PAPER
    return ShownPaper(
        row=row,
        name=str(PAPERS.get(row.kind, row.kind)),
        route=route,
        matter=matter,
        may_issue=again and may(request, needs, row.region),
    )


@require_POST
def paper_reissue(request: StaffRequest, pk: int) -> HttpResponse:
    """Issue a paper again, from what is known now."""
    found = open_paper(request, pk, Action.ISSUE_PAPER)
    form = ActForm(request.POST)
    form.is_valid()
    at = moment.now()
    made = carried_out(
        form, lambda: reissue_paper(paper=found, actor=request.actor, at=at)
    )
    if made is None:
        messages.error(request, str(form.non_field_errors()[0]))
    else:
        messages.success(
            request,
            _("Surat terbit lagi: %(paper)s.") % {"paper": paper_words(made.kind)},
        )
    return redirect("papers")


def paper_open(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask why a sealed paper is needed, then hand it out."""
    found = open_paper(request, pk, Action.OPEN_IDENTITY)
    if not found.is_sealed:
        return redirect("paper", pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        reason, at = form.cleaned_data["reason"], moment.now()
        content = carried_out(
            form,
            lambda: open_sealed_paper(
                paper=found, reason=reason, actor=request.actor, at=at
            ),
        )
        if content is not None:
            return as_file(content, found.media_type, found.file_name)
    context = {"form": form, "paper": found, "name": paper_words(found.kind)}
    return render(request, "desk/papers/open.html", context, status=form.status)

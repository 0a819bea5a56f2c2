"""The forms of a report: plain, whole under seal, and those of the office."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.access import Action
from netra.domain.law import Paper
from netra.records.access import NotAllowedError
from netra.records.documents.actions import issue_paper, issue_whole_report_form
from netra.records.documents.models import IssuedPaper
from netra.records.documents.own_forms import open_forms, version_in_force
from netra.records.jobs import moment
from netra.records.reports.models import Report
from netra.web.desk.acting import ActForm
from netra.web.desk.case_words import paper_words
from netra.web.desk.papers.access import carried_out, may
from netra.web.desk.report_access import open_report
from netra.web.routes import StaffRequest

__all__ = ["report_papers"]

_WHOLE = Paper.REPORT_FORM_WHOLE.value


class FormChoice(ActForm):
    """Which form of a report is wanted, and why if it names who reported."""

    kind = forms.ChoiceField(label=gettext_lazy("Formulir"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=gettext_lazy("Alasan membuka identitas"),
        help_text=gettext_lazy(
            "Hanya untuk formulir lengkap. Tercatat bersama nama Anda dan waktunya."
        ),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, report: Report, opens: bool, **kwargs: Any) -> None:
        """Offer what may be issued for this report."""
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = _choices(report, opens=opens)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where the form names who reported."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if told.get("kind") == _WHOLE and not told.get("reason", "").strip():
            self.add_error("reason", _("Tulis mengapa identitas pelapor diperlukan."))
        return told


def _choices(report: Report, *, opens: bool) -> list[tuple[str, str]]:
    kinds = [Paper.REPORT_FORM]
    if opens:
        kinds.append(Paper.REPORT_FORM_WHOLE)
    if report.handed_in.exists():
        kinds.append(Paper.COMPLETION_RECEIPT)
    known = [(kind.value, paper_words(kind)) for kind in kinds]
    own = [
        (form.ledger_subject, _own_name(version_in_force(form).title))
        for form in open_forms(report.office)
    ]
    return known + own


def _own_name(title: str) -> str:
    return _("%(title)s\nFormulir kantor ini") % {"title": title}


def report_papers(request: StaffRequest, pk: int) -> HttpResponse:
    """Offer the forms of a report and issue the one chosen."""
    report = open_report(request, pk)
    if not may(request, Action.ISSUE_PAPER, report.region):
        raise PermissionDenied(NotAllowedError(Action.ISSUE_PAPER).reader_message)
    opens = may(request, Action.OPEN_IDENTITY, report.region)
    posted = request.POST if request.method == "POST" else None
    form = FormChoice(posted, report=report, opens=opens)
    if form.is_valid():
        made = carried_out(form, lambda: _issue(request, report, form.cleaned_data))
        if made is not None:
            messages.success(
                request,
                _("Surat terbit: %(paper)s.") % {"paper": paper_words(made.kind)},
            )
            return redirect("report_papers", pk)
    context = {
        "form": form,
        "report": report,
        "issued": [
            (paper_words(row.kind), row)
            for row in report.papers.select_related("issued_by")
        ],
        "opens": opens,
    }
    return render(request, "desk/papers/report.html", context, status=form.status)


def _issue(request: StaffRequest, report: Report, told: dict[str, Any]) -> IssuedPaper:
    kind, at = told["kind"], moment.now()
    if kind == _WHOLE:
        return issue_whole_report_form(
            report=report, reason=told["reason"], actor=request.actor, at=at
        )
    own = kind.startswith("office_form:")
    return issue_paper(
        Paper.OFFICE_FORM if own else Paper(kind),
        report=report,
        case=getattr(report, "case", None),
        about=kind if own else "",
        actor=request.actor,
        at=at,
    )

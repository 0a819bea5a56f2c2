"""The study: written, kept in versions, submitted, approved by a second person."""

import difflib
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.domain.law import Condition, StepKind
from netra.records.cases import actions, road
from netra.records.cases.conditions import newest_study, open_plenary
from netra.records.cases.models import Case, Study, StudyReturn
from netra.records.jobs import moment
from netra.web.desk import case_reading as reading
from netra.web.desk.case_access import (
    CONFLICT,
    REFUSED,
    FormPage,
    Refusal,
    answer_form,
    attempt,
    back_to,
    may,
    open_case,
    posted,
)
from netra.web.desk.case_forms import ApproveForm, StudyForm
from netra.web.desk.case_page import show_case
from netra.web.desk.study.earlier import earlier_cases
from netra.web.desk.study.inserting import offered_parts, with_inserted
from netra.web.desk.study.part import remarks_of
from netra.web.routes import StaffRequest

_CONTEXT_LINES = 2


class StudyOvertakenError(Exception):
    """Somebody saved the study after this page was opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedLine:
    """One line of a comparison: `kind` is `added`, `removed`, `same` or `place`."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPart:
    """What changed in one part between two versions."""

    title: str
    lines: tuple[ChangedLine, ...]


_KINDS = {"+": "added", "-": "removed", "@": "place"}


def compare(old: Study, new: Study) -> list[ChangedPart]:
    """Return the parts that differ between two versions, as unified differences."""
    parts = []
    for part in Study.PARTS:
        lines = _changed(getattr(old, part), getattr(new, part))
        if lines:
            title = str(StudyForm.base_fields[part].label)
            parts.append(ChangedPart(title=title, lines=lines))
    return parts


def _changed(old: str, new: str) -> tuple[ChangedLine, ...]:
    told = difflib.unified_diff(
        old.splitlines(), new.splitlines(), lineterm="", n=_CONTEXT_LINES
    )
    body = list(told)[2:]  # the first two lines would name files
    return tuple(
        ChangedLine(kind=_KINDS.get(line[:1], "same"), text=line[1:].strip("@ "))
        if line.startswith("@")
        else ChangedLine(kind=_KINDS.get(line[:1], "same"), text=line[1:])
        for line in body
    )


def mark_of(study: Study | None) -> str:
    """Return a mark of the state a writer began from; empty before the first save."""
    return f"{study.version}@{study.saved_at.isoformat()}" if study else ""


def _differs(study: Study | None, texts: dict[str, str]) -> bool:
    return study is None or any(
        getattr(study, part) != text for part, text in texts.items()
    )


def _save(request: StaffRequest, case: Case, form: StudyForm) -> Refusal | None:
    """Keep the text unless somebody overtook it; an unchanged text enters nothing."""
    newest = newest_study(case)
    texts = form.texts()
    if not _differs(newest, texts):
        return None
    if form.cleaned_data["seen"] != mark_of(newest):
        return Refusal(
            message=_(
                "Kajian ini baru saja disimpan orang lain atau di jendela lain. "
                "Teks Anda masih ada di halaman ini dan belum tersimpan. Bandingkan "
                "dengan versi tersimpan di bawah, lalu simpan lagi untuk "
                "menggantikannya."
            ),
            status=CONFLICT,
            error=StudyOvertakenError(),
        )
    return attempt(
        lambda: actions.save_study(
            case=case, texts=texts, actor=request.actor, at=moment.now()
        )
    )


def study(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the study with its versions; keep it when it is sent."""
    case = open_case(request, pk)
    if request.method != "POST":
        return _show(request, case, _fresh_form(case))
    open_case(request, pk, Action.WRITE_STUDY)
    form = StudyForm(with_inserted(request.POST, case))
    form.is_valid()
    refusal = _save(request, case, form)
    if getattr(request, "htmx", False):
        return _kept(request, case, refusal)
    if refusal:
        return _refused(request, case, refusal)
    messages.success(request, _("Kajian disimpan."))
    return redirect("case_study", case.pk)


@require_POST
def submit(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand the study to the plenary; text that is sent along is kept first."""
    case = open_case(request, pk, Action.WRITE_STUDY)
    form = StudyForm(request.POST) if _carries_text(request.POST) else None
    refusal = None
    if form is not None:
        form.is_valid()
        refusal = _save(request, case, form)
    refusal = refusal or attempt(
        lambda: actions.submit_study(case=case, actor=request.actor, at=moment.now())
    )
    if refusal and form is not None:
        return _refused(request, case, refusal)
    if refusal:
        return show_case(request, case, refusal)
    messages.success(request, _("Kajian diajukan ke pleno. Orang lain menyetujuinya."))
    return back_to(case)


def _carries_text(sent: QueryDict) -> bool:
    return any(part in sent for part in Study.PARTS)


def _kept(request: HttpRequest, case: Case, refusal: Refusal | None) -> HttpResponse:
    """Answer the page that saves by itself with the moment of saving."""
    newest = newest_study(case)
    context = {
        "case": case,
        "refusal": refusal,
        "study": newest,
        "seen": mark_of(newest),
    }
    if refusal:
        context["seen"] = request.POST.get("seen", "")
    status = REFUSED if refusal else 200
    return render(request, "desk/cases/_kept.html", context, status=status)


def _refused(request: StaffRequest, case: Case, refusal: Refusal) -> HttpResponse:
    """Show what was typed again; saving once more is then a choice, not an accident."""
    sent = request.POST.copy()
    sent["seen"] = mark_of(newest_study(case))
    return _show(request, case, StudyForm(sent), refusal=refusal)


def _fresh_form(case: Case) -> StudyForm:
    newest = newest_study(case)
    texts = {part: getattr(newest, part) for part in Study.PARTS} if newest else {}
    return StudyForm(initial={**texts, "seen": mark_of(newest)})


def _is_draft(case: Case) -> bool:
    """Say whether what is written now still has to be submitted."""
    step, newest = road.step_of(case), newest_study(case)
    if step is None or step.kind is StepKind.STUDY:
        return step is not None
    if step.kind is not StepKind.PLENARY or newest is None:
        return False
    returned = StudyReturn.objects.filter(study=newest).exists()
    return newest.submitted_at is None or returned


def _is_editable(case: Case) -> bool:
    step = road.step_of(case)
    kinds = (StepKind.STUDY, StepKind.PLENARY)
    return step is not None and step.kind in kinds and open_plenary(case) is None


def _show(
    request: StaffRequest, case: Case, form: StudyForm, refusal: Refusal | None = None
) -> HttpResponse:
    masked = not may(request, Action.VIEW_EXHIBIT, case)
    writes = _is_editable(case) and may(request, Action.WRITE_STUDY, case)
    fields = offered_parts(form, case) if writes else []
    context = {
        "case": case,
        "form": form,
        "refusal": refusal,
        "is_draft": _is_draft(case),
        "is_editable": writes,
        "fields": fields,
        "has_empty": any(not str(one.bound.value() or "").strip() for one in fields),
        "returned": _returned(case),
        "open_remarks": [one for one in remarks_of(case) if not one[0].resolved_at],
        "earlier": earlier_cases(case, request.actor),
        "study": newest_study(case),
        "blockers": _missing(case),
        **_versions(request, case),
        **_beside(case, masked=masked),
    }
    status = refusal.status if refusal else 200
    return render(request, "desk/cases/study.html", context, status=status)


def _missing(case: Case) -> tuple[Condition, ...]:
    """Return what is missing before the first submission; later the plenary asks."""
    step = road.step_of(case)
    is_first = step is not None and step.kind is StepKind.STUDY
    return road.blockers_of(case) if is_first else ()


def _returned(case: Case) -> StudyReturn | None:
    """Return why the newest submitted version was given back, if it was."""
    rows = StudyReturn.objects.filter(study__case=case).select_related("returned_by")
    row = rows.order_by("-study__version").first()
    newest = newest_study(case)
    if row is None or newest is None or newest.version > row.study.version + 1:
        return None
    return row if newest.submitted_at is None or newest.pk == row.study_id else None


def _versions(request: HttpRequest, case: Case) -> dict[str, Any]:
    """Return every version, the one asked for, and how it differs from the one before.

    `?versi=` chooses; without it nothing is compared.
    """
    versions = list(
        case.studies.select_related("author").prefetch_related("approvals__approver")
    )
    asked = request.GET.get("versi", "")
    by_number = {row.version: row for row in versions}
    chosen = by_number.get(int(asked)) if asked.isdecimal() else None
    before = by_number.get(chosen.version - 1) if chosen else None
    return {
        "versions": versions,
        "chosen": chosen,
        "before": before,
        "changes": compare(before, chosen) if before and chosen else [],
    }


def _beside(case: Case, *, masked: bool) -> dict[str, Any]:
    """Return the facts that stand beside the text while it is written."""
    return {
        "origin": case.origin,
        "respondents": reading.respondents_of(case, masked=masked),
        "exhibits": reading.exhibits_of(case, masked=masked),
        "checks": case.report.checks.exclude(note="") if case.report else (),
        "masked": masked,
    }


def approve(request: StaffRequest, pk: int) -> HttpResponse:
    """Read the newest version and approve it as second pair of eyes."""
    case = open_case(request, pk, Action.APPROVE_STUDY)
    newest = newest_study(case)
    form = ApproveForm(
        posted(request), initial={"version": newest.version if newest else 0}
    )
    return answer_form(
        request,
        case,
        FormPage(
            template="desk/cases/approve.html",
            done=_("Kajian disetujui. Pleno dapat dibuka."),
        ),
        form,
        lambda: actions.approve_study(
            case=case,
            version=form.cleaned_data["version"],
            note=form.cleaned_data["note"],
            actor=request.actor,
            at=moment.now(),
        ),
        study=newest,
        is_author=newest is not None
        and str(newest.author_id) == request.actor.account_id,
        respondents=reading.respondents_of(case, masked=False),
        **_approvable(case),
    )


def _approvable(case: Case) -> dict[str, int]:
    step = road.step_of(case)
    newest = newest_study(case)
    waits = step is not None and step.kind is StepKind.PLENARY
    approved = newest is not None and newest.approvals.exists()
    drafted = waits and _is_draft(case)
    return {
        "waits": waits and not approved and not drafted,
        "is_approved": approved and not drafted,
        "is_revised": drafted,
        "left": len([one for one in remarks_of(case) if not one[0].resolved_at]),
    }

"""Comparing versions of the study, remarking on them, giving one back."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from netra.domain.access import Action
from netra.records.access import NotAllowedError
from netra.records.cases import actions
from netra.records.cases.conditions import newest_study
from netra.records.cases.errors import QuoteNotFoundError
from netra.records.cases.models import Case, Study, StudyRemark
from netra.records.jobs import moment
from netra.web.desk.case_access import FormPage, answer_form, may, open_case, posted
from netra.web.desk.study.diffing import Piece, is_changed, words_changed
from netra.web.desk.study.forms import (
    CompareForm,
    RemarkForm,
    ResolveForm,
    ReturnForm,
)
from netra.web.desk.study.words import PARTS
from netra.web.routes import StaffRequest

_ANCHOR = "telaah"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPart:
    """A part of the study in two versions."""

    title: Promise
    pieces: tuple[Piece, ...]
    is_changed: bool


def _readable(request: StaffRequest, pk: int, needs: Action) -> Case:
    """Return a case whose study the reader may both read and act on."""
    case = open_case(request, pk, needs)
    if not may(request, Action.VIEW_EXHIBIT, case):
        raise PermissionDenied(NotAllowedError(Action.VIEW_EXHIBIT).reader_message)
    return case


def compared(old: Study, new: Study) -> list[ComparedPart]:
    """Return every part with what changed in it, word by word."""
    parts = []
    for name, title in PARTS.items():
        pieces = words_changed(getattr(old, name), getattr(new, name))
        changed = is_changed(pieces)
        parts.append(ComparedPart(title=title, pieces=pieces, is_changed=changed))
    return parts


@require_safe
def compare(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what changed between two versions; without a choice, the newest two."""
    case = _readable(request, pk, Action.VIEW_EXHIBIT)
    versions = list(case.studies.select_related("author").order_by("version"))
    form = CompareForm(_asked(request, versions), versions=versions)
    chosen = _chosen(form, versions)
    context = {
        "case": case,
        "form": form,
        "versions": versions,
        "chosen": chosen,
        "parts": compared(*chosen) if chosen else [],
    }
    return render(request, "desk/study/compare.html", context)


def _asked(request: StaffRequest, versions: list[Study]) -> dict[str, str]:
    last_two = [str(row.version) for row in versions[-2:]]
    older, newer = (last_two[0], last_two[-1]) if last_two else ("", "")
    return {
        "lama": request.GET.get("lama", older),
        "baru": request.GET.get("baru", newer),
    }


def _chosen(form: CompareForm, versions: list[Study]) -> tuple[Study, Study] | None:
    if len(versions) < 2 or not form.is_valid():
        return None
    by_number = {row.version: row for row in versions}
    asked = form.cleaned_data
    return by_number[asked["lama"]], by_number[asked["baru"]]


def remark(request: StaffRequest, pk: int) -> HttpResponse:
    """Remark on the submitted version."""
    case = _readable(request, pk, Action.REVIEW_STUDY)
    study = newest_study(case)
    initial = {"version": study.version if study else 0}
    form = RemarkForm(posted(request), initial=initial)
    return answer_form(
        request,
        case,
        FormPage(
            template="desk/study/remark.html",
            done=_("Catatan disimpan. Penyusun kajian menindaklanjutinya."),
            field_of=_field_of,
            anchor=_ANCHOR,
        ),
        form,
        lambda: actions.remark_study(
            case=case, **form.cleaned_data, actor=request.actor, at=moment.now()
        ),
        study=study,
    )


def _field_of(error: Exception) -> str:
    return "quote" if isinstance(error, QuoteNotFoundError) else ""


def resolve(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Settle a remark."""
    case = _readable(request, pk, Action.REVIEW_STUDY)
    rows = StudyRemark.objects.select_related("study__case", "author")
    row = get_object_or_404(rows, study__case=case, pk=key)
    form = ResolveForm(posted(request))
    return answer_form(
        request,
        case,
        FormPage(
            template="desk/study/resolve.html",
            done=_("Catatan ditindaklanjuti."),
            anchor=_ANCHOR,
        ),
        form,
        lambda: actions.resolve_remark(
            remark=row,
            resolution=form.cleaned_data["resolution"],
            actor=request.actor,
            at=moment.now(),
        ),
        remark=row,
        part_title=PARTS[row.part],
    )


def give_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Give the submitted version back to be revised."""
    case = _readable(request, pk, Action.REVIEW_STUDY)
    study = newest_study(case)
    initial = {"version": study.version if study else 0}
    form = ReturnForm(posted(request), initial=initial)
    return answer_form(
        request,
        case,
        FormPage(
            template="desk/study/return.html",
            done=_("Kajian dikembalikan. Simpanan berikutnya menjadi versi baru."),
            anchor=_ANCHOR,
        ),
        form,
        lambda: actions.return_study(
            case=case, **form.cleaned_data, actor=request.actor, at=moment.now()
        ),
        study=study,
        is_author=study is not None
        and str(study.author_id) == request.actor.account_id,
    )

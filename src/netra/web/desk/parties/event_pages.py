"""When it happened, and which reports are handled together."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.records.cases.models import Case
from netra.records.jobs import moment
from netra.records.law.queries import law
from netra.records.parties import actions
from netra.records.parties.joined import joinable
from netra.records.parties.models import EventTime, JoinedReport
from netra.records.reports.models import Report
from netra.web.desk.case_access import FormPage, answer_form, open_case, posted
from netra.web.desk.parties.forms import EventTimeForm, JoinForm, ReasonForm, SidesForm
from netra.web.desk.parties.people_pages import field_of
from netra.web.routes import StaffRequest

_ANCHOR = "peristiwa"
_MOST = 50
"""Reports offered at once; a number narrows them."""


def event_time(request: StaffRequest, pk: int) -> HttpResponse:
    """Enter between which days it happened, in words too."""
    case = open_case(request, pk, Action.WRITE_STUDY)
    known = EventTime.objects.filter(case=case).first()
    told = case.origin.happened_on
    form = EventTimeForm(posted(request), known=known, told=told)
    page = FormPage(
        template="desk/parties/event_time.html",
        done=_("Waktu dan tempat kejadian dicatat."),
        field_of=field_of,
        anchor=_ANCHOR,
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: actions.set_event_time(
            case=case, **form.cleaned_data, actor=request.actor, at=moment.now()
        ),
    )


def sides(request: StaffRequest, pk: int, allegation: int) -> HttpResponse:
    """Enter which sides an alleged act favours and harms."""
    case = open_case(request, pk, Action.WRITE_STUDY)
    row = get_object_or_404(case.allegations, pk=allegation)
    row.case = case
    known = dict(row.touched.values_list("side_id", "effect"))
    offered = list(case.contest.sides.all())
    form = SidesForm(posted(request), sides=offered, known=known)
    page = FormPage(
        template="desk/parties/sides.html",
        done=_("Pihak yang diuntungkan dan dirugikan dicatat."),
        anchor=_ANCHOR,
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: actions.touch_sides(
            allegation=row, sides=form.chosen(), actor=request.actor, at=moment.now()
        ),
        title=law().violation(row.norm).title,
    )


def choose(request: StaffRequest, pk: int) -> HttpResponse:
    """Show which reports may be joined to a case."""
    case = open_case(request, pk, Action.WRITE_STUDY)
    asked = request.GET.get("q", "").strip()
    rows = joinable(case).filter(number__icontains=asked)
    context = {"case": case, "reports": rows[:_MOST], "asked": asked}
    return render(request, "desk/parties/choose.html", context)


def join(request: StaffRequest, pk: int, key: str) -> HttpResponse:
    """Say who the people of a further report are, and join it."""
    case = open_case(request, pk, Action.WRITE_STUDY)
    report = _report(request, case, key)
    people = list(report.respondents.all())
    form = JoinForm(posted(request), people=people, known=list(case.respondents))
    page = FormPage(
        template="desk/parties/join.html",
        done=_("Laporan digabung. Nomor, pelapor, dan pemberitahuannya tetap sendiri."),
        field_of=lambda error: _join_field(error, form),
        anchor=_ANCHOR,
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: actions.join_report(
            case=case,
            report=report,
            people=form.chosen(),
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment.now(),
        ),
        report=report,
    )


def _join_field(error: Exception, form: JoinForm) -> str:
    name = field_of(error)
    return name if name in form.fields else ""


def _report(request: StaffRequest, case: Case, key: str) -> Report:
    """Return the report to be joined, also one that was joined in this moment."""
    rows = Report.objects.visible_to(request.actor).filter(office=case.office_id)
    asked = int(key) if key.isdecimal() else 0
    return get_object_or_404(rows.exclude(pk=case.report_id or 0), pk=asked)


def split(request: StaffRequest, pk: int) -> HttpResponse:
    """Handle a joined report by itself again."""
    visible = Case.objects.visible_to(request.actor).order_by()
    rows = JoinedReport.objects.filter(case__in=visible, split_at__isnull=True)
    row = get_object_or_404(rows.select_related("report"), pk=pk)
    case = open_case(request, row.case_id, Action.WRITE_STUDY)
    row.case = case
    form = ReasonForm(posted(request))
    page = FormPage(
        template="desk/parties/split.html",
        done=_("Laporan dipisah dan ditangani sendiri lagi."),
        field_of=field_of,
        anchor=_ANCHOR,
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: actions.split_report(
            joined=row,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment.now(),
        ),
        joined=row,
    )

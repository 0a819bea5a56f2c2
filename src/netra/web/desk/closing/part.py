"""The panel of tasks and of the file's closing on the page of a case."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action
from netra.records.cases.models import Case
from netra.records.closing.open_items import open_items
from netra.records.closing.queries import closure_of
from netra.web.desk.case_access import may
from netra.web.desk.case_part import CasePart
from netra.web.routes import StaffRequest


def _shown(request: StaffRequest, case: Case) -> dict[str, Any]:
    return {
        "tasks": case.tasks.select_related("holder"),
        "closure": closure_of(case),
        "items": open_items(case),
        "may_keep": may(request, Action.KEEP_TASKS, case),
        "may_close": may(request, Action.CLOSE_FILE, case),
    }


def _subjects(case: Case) -> Iterable[str]:
    yield from (task.ledger_subject for task in case.tasks.all())
    yield from (closure.ledger_subject for closure in case.closures.all())


PART = CasePart(
    key="penutupan",
    title=_("Tugas dan penutupan"),
    template="desk/closing/_part.html",
    context=_shown,
    subjects=_subjects,
    entries={
        "task.added": _("Tugas ditambahkan"),
        "task.done": _("Tugas selesai"),
        "task.dropped": _("Tugas dihapus dari daftar"),
        "task.taken_up": _("Tugas dibuka lagi"),
        "closure.made": _("Berkas ditutup"),
        "closure.reopened": _("Berkas dibuka kembali"),
    },
)

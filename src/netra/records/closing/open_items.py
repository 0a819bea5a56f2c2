"""What still keeps the file of a case open, in one list.

Everything is asked anew each time: the road, tasks, plenaries, what must be known of
the respondents, papers and letters. The database holds the part it can see by itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from netra.domain.law import Paper
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.documents.composing.heads import title_of
from netra.records.documents.queries import papers_due


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """One thing that is open: its key, a sentence that says what to do, and where.

    `anchor` is the part of the page of the case where it is put right.
    """

    key: str
    sentence: str
    anchor: str = ""


Question = Callable[[Case], Iterator[OpenItem]]


def open_items(case: Case) -> list[OpenItem]:
    """Return what is open, in the order in which it is usually done."""
    return [item for question in QUESTIONS for item in question(case)]


def _road(case: Case) -> Iterator[OpenItem]:
    step = road.step_of(case)
    if step is not None:
        yield OpenItem(
            key="road",
            sentence=_("Langkah ini belum selesai: %(step)s.")
            % {"step": step.label_now},
            anchor="berikut",
        )


def _plenary(case: Case) -> Iterator[OpenItem]:
    if case.plenaries.filter(closed_at__isnull=True).exists():
        yield OpenItem(
            key="plenary", sentence=_("Pleno masih terbuka."), anchor="pleno"
        )


def _tasks(case: Case) -> Iterator[OpenItem]:
    for task in case.tasks.filter(done_at__isnull=True, dropped_at__isnull=True):
        yield OpenItem(
            key="task",
            sentence=_("Tugas belum selesai: %(title)s.") % {"title": task.title},
            anchor="penutupan",
        )


def _fields(case: Case) -> Iterator[OpenItem]:
    for number, person in enumerate(case.respondents, start=1):
        if not person.employment_class:
            yield OpenItem(
                key="field",
                sentence=_("Status kepegawaian terlapor %(number)s belum diisi.")
                % {"number": number},
                anchor="pihak",
            )


def _papers(case: Case) -> Iterator[OpenItem]:
    for paper in papers_due(case):
        if paper is not Paper.REFERRAL_LETTER:
            yield OpenItem(
                key=f"paper:{paper}",
                sentence=_("Surat belum diterbitkan: %(paper)s.")
                % {"paper": title_of(paper)},
                anchor="surat",
            )


def _letters(case: Case) -> Iterator[OpenItem]:
    for referral in case.referrals.exclude(
        papers__kind=Paper.REFERRAL_LETTER.value
    ).distinct():
        yield OpenItem(
            key="letter",
            sentence=_("Surat penerusan nomor %(number)s belum diterbitkan.")
            % {"number": referral.number},
            anchor="surat",
        )


QUESTIONS: tuple[Question, ...] = (_road, _plenary, _fields, _papers, _letters, _tasks)
"""Asked in this order; each yields what it finds open."""

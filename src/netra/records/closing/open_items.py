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
from netra.records.clarifications.models import Clarification
from netra.records.documents.composing.heads import title_of
from netra.records.documents.queries import papers_due
from netra.records.notices.models import Clearance, Notice
from netra.records.notices.queries import notices_of
from netra.records.turns.models import Move, Withdrawal
from netra.records.turns.queries import last_arrival, open_requests


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


def _hearings(case: Case) -> Iterator[OpenItem]:
    over = (
        Clarification.State.FINISHED,
        Clarification.State.ABSENT,
        Clarification.State.CALLED_OFF,
    )
    if Clarification.objects.filter(case=case).exclude(state__in=over).exists():
        yield OpenItem(
            key="hearing",
            sentence=_("Ada klarifikasi yang belum selesai."),
            anchor="klarifikasi",
        )


def _turns(case: Case) -> Iterator[OpenItem]:
    arrival = last_arrival(case)
    waits = arrival is not None and arrival.kind == Move.Kind.DELEGATION
    if arrival is not None and waits and arrival.accepted_at is None:
        yield OpenItem(
            key="delegation", sentence=_("Pelimpahan belum dinyatakan diterima.")
        )
    undecided = Withdrawal.objects.filter(report__case=case, goes_on="")
    if undecided.exists():
        yield OpenItem(
            key="withdrawal", sentence=_("Pencabutan laporan belum diputuskan.")
        )
    if open_requests(case).exists():
        yield OpenItem(
            key="request", sentence=_("Permintaan keterangan belum dijawab.")
        )
    if case.corrections.filter(approved_at__isnull=True).exists():
        yield OpenItem(
            key="correction", sentence=_("Perbaikan salah tulis belum disetujui.")
        )


def _stations(case: Case) -> Iterator[OpenItem]:
    for referral in case.referrals.filter(hops__isnull=True):
        yield OpenItem(
            key="hop",
            sentence=_("Pengiriman surat penerusan nomor %(number)s belum dicatat.")
            % {"number": referral.number},
            anchor="penerusan",
        )


def _notices(case: Case) -> Iterator[OpenItem]:
    if notices_of(case).filter(sent_at__isnull=True, withdrawn_at__isnull=True):
        yield OpenItem(
            key="notice_unsent",
            sentence=_("Ada pemberitahuan yang belum dikirim."),
            anchor="pemberitahuan",
        )
    told = notices_of(case).filter(
        to=Notice.To.REPORTER, event=Notice.Event.DECIDED, sent_at__isnull=False
    )
    if case.report_id and not told.exists():
        yield OpenItem(
            key="reporter_untold",
            sentence=_("Pelapor belum diberi tahu hasilnya."),
            anchor="pemberitahuan",
        )


def _cleared(case: Case) -> Iterator[OpenItem]:
    unfounded = case.outcomes.filter(
        outcome=Clearance.Ground.NOT_A_VIOLATION, respondent__cleared_at__isnull=True
    )
    if unfounded.exists():
        yield OpenItem(
            key="uncleared",
            sentence=_("Terlapor yang tidak terbukti belum dipulihkan namanya."),
            anchor="pemberitahuan",
        )


QUESTIONS: tuple[Question, ...] = (
    _road,
    _hearings,
    _plenary,
    _turns,
    _fields,
    _papers,
    _letters,
    _stations,
    _notices,
    _cleared,
    _tasks,
)
"""Asked in this order; each yields what it finds open."""

"""What a status means in law, which date comes next, and what a reporter can do now.

The sentences are ours and say what a step is; article, status and dates come from the
data of the procedure. Nothing here names anybody or tells a result before it is told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.law import Deadline, LawError, Procedure, Step, StepKind, Term
from netra.records.cases import queries as case_queries
from netra.records.law.errors import CalendarError
from netra.records.reports import queries as report_queries
from netra.web.portal.status_road import Standing

__all__ = ["Meaning", "NextDate", "can_do", "meaning_of", "next_date"]

_KEPT, _SENT = "kept_as_information", "referral_sent"

_MEANINGS: Mapping[StepKind, Promise] = {
    StepKind.INTAKE: gettext_lazy(
        "Laporan Anda sudah sampai. Saat penerimaan kelengkapannya belum dinilai."
    ),
    StepKind.INITIAL_STUDY: gettext_lazy(
        "Kantor memeriksa apakah syarat formal dan syarat materiel laporan terpenuhi. "
        "Benar tidaknya peristiwa belum dinilai."
    ),
    StepKind.NOTICE: gettext_lazy(
        "Ada syarat yang belum terpenuhi. Kantor wajib memberitahukannya kepada Anda; "
        "waktu Anda untuk melengkapi belum berjalan sebelum itu."
    ),
    StepKind.COMPLETION: gettext_lazy(
        "Anda berhak melengkapi laporan sampai tenggatnya. Laporan belum ditolak dan "
        "belum diterima; setelah tenggat itu kantor menilai yang sudah ada."
    ),
    StepKind.COMPLETION_CHECK: gettext_lazy(
        "Kantor memeriksa apakah yang kurang sudah dilengkapi. Sesudahnya laporan "
        "diregistrasi atau tidak diregistrasi."
    ),
    StepKind.REGISTRATION: gettext_lazy(
        "Syarat laporan terpenuhi. Dengan registrasi laporan menjadi perkara dan "
        "tenggat penanganannya mulai dihitung."
    ),
    StepKind.CLARIFICATION: gettext_lazy(
        "Kantor meminta keterangan. Undangan klarifikasi bukan tuduhan kepada yang "
        "diundang."
    ),
    StepKind.STUDY: gettext_lazy(
        "Laporan sudah diregistrasi. Pengawas meminta keterangan, memeriksa bukti, dan "
        "menulis kajian. Belum ada yang dinyatakan melanggar."
    ),
    StepKind.PLENARY: gettext_lazy(
        "Kajian sudah selesai. Hasilnya ditetapkan bersama oleh para anggota dalam "
        "rapat pleno; sebelum itu belum ada hasil."
    ),
    StepKind.REFERRAL: gettext_lazy(
        "Hasil sudah ditetapkan. Bila hasilnya diteruskan, lembaga lain yang memeriksa "
        "dan menentukan selanjutnya, bukan pengawas."
    ),
    StepKind.STATUS_NOTICE: gettext_lazy(
        "Langkah terakhir pada laporan ini: statusnya diumumkan dan diberitahukan "
        "kepada Anda."
    ),
    StepKind.FOLLOW_UP: gettext_lazy(
        "Penanganan oleh pengawas selesai. Lembaga yang menerima penerusan memeriksa "
        "menurut aturannya sendiri; pengawas memantau tindak lanjutnya."
    ),
}

_WAIT = gettext_lazy(
    "Simpan nomor dan kode Anda; langkah baru dan suratnya tampil di halaman ini."
)
_ASK = gettext_lazy("Bila ada pertanyaan, datanglah ke kantor yang menangani laporan.")
_MAY_FOLLOW = gettext_lazy(
    "Anda boleh menyusulkan berkas lewat halaman ini sampai kajian awal selesai."
)
_CAN_DO: Mapping[StepKind, tuple[Promise, ...]] = {
    StepKind.INTAKE: (_WAIT,),
    StepKind.INITIAL_STUDY: (_WAIT, _MAY_FOLLOW),
    StepKind.NOTICE: (
        gettext_lazy(
            "Siapkan yang mungkin kurang, misalnya kartu identitas, tanda tangan, atau "
            "bukti. Pemberitahuannya tampil di sini begitu dikirim."
        ),
    ),
    StepKind.COMPLETION: (
        gettext_lazy("Tambahkan yang diminta di halaman ini, lalu kirim perbaikannya."),
        gettext_lazy(
            "Tidak dapat lewat internet? Bawalah ke kantor yang menerima laporan "
            "sebelum tenggatnya lewat."
        ),
    ),
    StepKind.STUDY: (
        gettext_lazy(
            "Kantor dapat mengundang Anda untuk klarifikasi. Datanglah bila diundang; "
            "undangannya tampil pada berkas Anda atau disampaikan langsung."
        ),
        _ASK,
    ),
    StepKind.FOLLOW_UP: (
        gettext_lazy("Tanyakan tindak lanjutnya di kantor yang menangani laporan."),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What the status means in law.

    Attributes:
        text: In plain words.
        article: The citation of the data, empty while none is known.
        status: How sure that citation is.
        law_key: Where it stands on the law pages.
    """

    text: str
    article: str
    status: str
    law_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDate:
    """Until when the office has to do what comes next."""

    deadline: Deadline
    law_key: str
    is_past: bool


def meaning_of(standing: Standing) -> Meaning:
    """Return what the status means in law, with the article where the data name one."""
    article, status, law_key = _source(standing)
    return Meaning(
        text=_meaning_text(standing), article=article, status=status, law_key=law_key
    )


def _meaning_text(standing: Standing) -> str:
    step = standing.step
    if step is not None:
        known = _MEANINGS.get(step.kind)
        return str(known) if known else step.title
    if standing.case is None:
        return _(
            "Laporan tidak diregistrasi karena syaratnya tidak terpenuhi. Ini bukan "
            "penilaian tentang benar tidaknya peristiwa."
        )
    if _SENT in standing.events:
        return _(
            "Pengawas tidak menjatuhkan sanksi. Yang berwenang memeriksa dan memutus "
            "adalah lembaga yang menerima penerusan."
        )
    return _(
        "Penanganan laporan ini selesai di pengawas. Tidak ada yang diteruskan kepada "
        "lembaga lain."
    )


def _source(standing: Standing) -> tuple[str, str, str]:
    """Return article, its status and where it stands on the law pages."""
    procedure, step = standing.procedure, standing.step
    if step is not None and step.article:
        return step.article, step.status, f"{procedure.id}.step.{step.key}"
    term = _term_here(standing) if step is not None else _last_term(standing)
    if term is not None:
        return term.article, term.article_status, f"{procedure.id}.{term.key}"
    if step is None:
        return "", "unconfirmed", ""
    return "", step.status, f"{procedure.id}.step.{step.key}"


def _term_here(standing: Standing) -> Term | None:
    """Return the deadline under which the present step stands.

    A study has none of its own: it lies within the handling that ends in the plenary.
    """
    step = standing.step
    while step is not None and step.results:
        term = _met_by(standing.procedure, step)
        if term is not None:
            return term
        if step.kind is not StepKind.STUDY:
            return None
        step = standing.procedure.after(step.key, next(iter(step.results)))
    return None


def _last_term(standing: Standing) -> Term | None:
    """Return the deadline met last on a road that has ended."""
    met = [
        term
        for term in _own_terms(standing.procedure)
        if term.met_by in standing.events and term.only_after is None
    ]
    return max(met, key=lambda t: standing.events[t.met_by or ""], default=None)


def _met_by(procedure: Procedure, step: Step) -> Term | None:
    emitted = {key for keys in step.emits.values() for key in keys}
    terms = (t for t in procedure.deadlines.values() if t.met_by in emitted)
    return next((t for t in terms if t.only_after is None), None)


def _own_terms(procedure: Procedure) -> Iterator[Term]:
    """Yield the deadlines of the road itself: nothing that would betray a result."""
    steps = (step for step in procedure.steps.values() if not step.side)
    emitted = {key for step in steps for keys in step.emits.values() for key in keys}
    for term in procedure.deadlines.values():
        if term.met_by in emitted:
            yield term


def next_date(standing: Standing, at: datetime) -> NextDate | None:
    """Return until when the office must act, `None` when nothing runs or can be told.

    Deadlines of the reporter stand on the page by themselves.
    """
    if standing.step is None or standing.waits_for_reporter:
        return None
    try:
        running = (
            case_queries.deadlines_of(standing.case)
            if standing.case
            else report_queries.deadlines_of(standing.report)
        )
    except (LawError, CalendarError):
        return None
    own = {term.key for term in _own_terms(standing.procedure)}
    due = next((d for d in running if d.key in own), None)
    if due is None:
        return None
    return NextDate(
        deadline=due,
        law_key=f"{standing.procedure.id}.{due.key}",
        is_past=due.due_at < at,
    )


def can_do(standing: Standing) -> list[str]:
    """Return what the reporter can do now, the most useful first."""
    if standing.step is not None:
        known = _CAN_DO.get(standing.step.kind, (_WAIT, _ASK))
        return [str(text) for text in known]
    if _KEPT in standing.events or standing.case is not None:
        return [str(_ASK)]
    return [
        _(
            "Bila waktu untuk melapor belum lewat, Anda boleh membuat laporan baru "
            "yang lebih lengkap. Tanyakan di kantor apa yang kurang."
        ),
        _("Anda juga boleh memberi informasi tanpa menyebut nama Anda."),
    ]

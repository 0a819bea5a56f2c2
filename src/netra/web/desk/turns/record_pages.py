"""Withdrawals, further information, late evidence, corrections and reopening."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action, Actor
from netra.domain.law import LawError, zone_of
from netra.records.accounts.models import OfficeSetting
from netra.records.accounts.queries import setting_of
from netra.records.cases.models import Case
from netra.records.evidence.actions import receive_blob
from netra.records.jobs import moment
from netra.records.law.errors import CalendarError
from netra.records.turns import actions
from netra.records.turns.errors import ReopeningUnsettledError
from netra.records.turns.models import (
    Correction,
    InformationRequest,
    LateEvidence,
    Withdrawal,
)
from netra.records.turns.queries import longer_deadline, longer_term, rule_of
from netra.web.desk.case_access import open_case, posted
from netra.web.desk.turns.answering import Act, answer, refused
from netra.web.desk.turns.forms import (
    AnswerForm,
    AskForm,
    CorrectForm,
    EvidenceFileForm,
    EvidenceForm,
    ReopenForm,
    WithdrawDecisionForm,
    WithdrawForm,
)
from netra.web.desk.turns.move_pages import opened_report
from netra.web.routes import StaffRequest
from netra.web.templatetags.moments import local_moment


def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Record that the reporter takes a report back."""
    report = opened_report(request, pk, Action.RECORD_TURN)
    form = WithdrawForm(posted(request))
    page = Act(
        title=_("Catat pencabutan laporan"),
        button=_("Catat pencabutan"),
        done=_("Pencabutan dicatat. Penanganan tidak berhenti karenanya."),
        notes=(
            _(
                "Pencabutan tidak mengakhiri penanganan dengan sendirinya. Petugas "
                "memutuskan apakah dilanjutkan sebagai laporan atau informasi awal."
            ),
        ),
        rule=rule_of(report, "withdrawal"),
        needs_rule=True,
    )
    return answer(
        request,
        report.case if hasattr(report, "case") else report,
        page,
        form,
        lambda: actions.record_withdrawal(
            report=report, **form.cleaned_data, actor=request.actor, at=moment.now()
        ),
    )


def decide_withdrawal(request: StaffRequest, pk: int) -> HttpResponse:
    """Decide how handling goes on after a withdrawal."""
    report = opened_report(request, pk, Action.RECORD_TURN)
    row = get_object_or_404(Withdrawal, report=report)
    form = WithdrawDecisionForm(posted(request))
    page = Act(
        title=_("Putuskan kelanjutan sesudah pencabutan"),
        button=_("Simpan putusan"),
        done=_("Kelanjutan penanganan dicatat."),
        notes=(_("Putusan ini tidak memindahkan laporan; langkahnya tetap."),),
        rule=rule_of(report, "withdrawal"),
        needs_rule=True,
    )
    return answer(
        request,
        report.case if hasattr(report, "case") else report,
        page,
        form,
        lambda: actions.decide_withdrawal(
            withdrawal=row,
            goes_on=Withdrawal.GoesOn(form.cleaned_data["goes_on"]),
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment.now(),
        ),
    )


def ask(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask for information within the longer time of the law."""
    case = open_case(request, pk, Action.RECORD_TURN)
    form = AskForm(posted(request))
    page = Act(
        title=_("Minta keterangan tambahan"),
        button=_("Catat permintaan"),
        done=_("Permintaan dicatat; waktu tambahan berjalan."),
        notes=_limits(case),
    )
    return answer(
        request,
        case,
        page,
        form,
        lambda: actions.ask_information(
            case=case, **form.cleaned_data, actor=request.actor, at=moment.now()
        ),
    )


def _limits(case: Case) -> tuple[str, ...]:
    term = longer_term(case)
    if term is None:
        return (_("Prosedur ini tidak memberi waktu tambahan."),)
    try:
        limit = longer_deadline(case, moment.now())
    except (LawError, CalendarError) as error:
        return (error.reader_message,)
    if limit is None:
        return ()
    return (
        _("%(label)s: paling lambat %(moment)s (%(article)s).")
        % {
            "label": limit.label,
            "moment": local_moment(limit.due_at, zone_of(case.place_region)),
            "article": limit.article,
        },
        _("Permintaan pertama mengambil waktu tambahan itu; hanya satu kali."),
    )


def answer_request(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Record the information that came."""
    case = open_case(request, pk, Action.RECORD_TURN)
    row = get_object_or_404(InformationRequest, case=case, pk=key)
    form = AnswerForm(posted(request))
    page = Act(
        title=_("Catat keterangan yang diterima"),
        button=_("Simpan keterangan"),
        done=_("Keterangan disimpan."),
        notes=(row.what,),
    )
    return answer(
        request,
        case,
        page,
        form,
        lambda: actions.answer_information(
            request=row, **form.cleaned_data, actor=request.actor, at=moment.now()
        ),
    )


def add_evidence(request: StaffRequest, pk: int) -> HttpResponse:
    """Record evidence that came after registration."""
    case = open_case(request, pk, Action.RECORD_TURN)
    form = EvidenceForm(posted(request), case)
    page = Act(
        title=_("Catat bukti baru"),
        button=_("Catat bukti"),
        done=_("Bukti baru dicatat."),
        notes=(
            _(
                "Sebelum putusan, bukti masuk ke versi baru kajian yang disetujui "
                "lagi. Sesudah putusan, bukti tidak mengubah apa pun dengan sendirinya."
            ),
        ),
    )
    return answer(
        request,
        case,
        page,
        form,
        lambda: actions.add_new_evidence(
            case=case, **form.cleaned_data, actor=request.actor, at=moment.now()
        ),
    )


def add_file(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Add a file to evidence that came after registration."""
    case = open_case(request, pk, Action.RECORD_TURN)
    row = get_object_or_404(LateEvidence, pk=key, case=case)
    files = request.FILES if request.method == "POST" else None
    form = EvidenceFileForm(posted(request), files)
    page = Act(
        title=_("Tambah berkas bukti baru"),
        button=_("Tambahkan berkas"),
        done=_("Berkas masuk ke daftar bukti perkara."),
        notes=(row.description,),
        takes_files=True,
    )
    return answer(
        request,
        case,
        page,
        form,
        lambda: _keep_file(row, form.cleaned_data["file"], request.actor),
    )


def _keep_file(row: LateEvidence, file: UploadedFile[bytes], actor: Actor) -> None:
    at = moment.now()
    actions.add_evidence_file(
        evidence=row,
        blob=receive_blob(chunks=file.chunks(), at=at),
        name=file.name or "",
        actor=actor,
        at=at,
    )


def correct(request: StaffRequest, pk: int) -> HttpResponse:
    """Propose to set a slip of the pen right."""
    case = open_case(request, pk, Action.RECORD_TURN)
    form = CorrectForm(posted(request))
    page = Act(
        title=_("Usulkan perbaikan salah tulis"),
        button=_("Usulkan perbaikan"),
        done=_("Perbaikan diusulkan; orang lain yang menyetujuinya."),
        notes=(
            _(
                "Hanya salah tulis: hasil, norma, dan alamat penerusan tidak dapat "
                "diubah di sini. Tulisan lama tetap terlihat."
            ),
        ),
    )
    return answer(
        request,
        case,
        page,
        form,
        lambda: actions.correct_clerically(
            case=case, **form.cleaned_data, actor=request.actor, at=moment.now()
        ),
    )


@require_POST
def approve_correction(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Approve a correction as second pair of eyes."""
    case = open_case(request, pk, Action.APPROVE_STUDY)
    row = get_object_or_404(Correction, case=case, pk=key)
    return refused(
        request,
        case,
        lambda: actions.approve_correction(
            correction=row, actor=request.actor, at=moment.now()
        ),
        _("Perbaikan disetujui. Lembar perbaikan dapat diterbitkan."),
    )


def reopen(request: StaffRequest, pk: int) -> HttpResponse:
    """Open a decided case again, where the office has settled that custom."""
    case = open_case(request, pk, Action.REOPEN_CASE)
    custom = setting_of(case.office, OfficeSetting.Key.REOPENING)
    found = LateEvidence.objects.filter(
        case=case, after_decision=True, reopening__isnull=True
    )
    form = ReopenForm(posted(request), evidence=found)
    page = Act(
        title=_("Buka kembali perkara"),
        button=_("Buka kembali"),
        done=_("Perkara dibuka kembali dan kembali ke kajian."),
        notes=(
            _("Kebiasaan kantor ini (bukan aturan): %(custom)s") % {"custom": custom}
            if custom
            else ReopeningUnsettledError().reader_message,
            _(
                "Tidak ada pasal yang diketahui. Berapa lama penanganan sesudah itu "
                "belum diketahui, jadi tidak ada tenggat yang dihitung."
            ),
            _("Putusan lama tetap tersimpan; surat yang sudah dikirim ditandai usang."),
            *(() if found.exists() else (_("Belum ada bukti baru sesudah putusan."),)),
        ),
    )
    return answer(
        request,
        case,
        page,
        form,
        lambda: actions.reopen_case(
            case=case, **form.cleaned_data, actor=request.actor, at=moment.now()
        ),
    )

"""The answer to the QR code of a paper: is it one of ours, and is it intact?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from netra.domain.law import Paper
from netra.records.documents.queries import paper_by_check_code
from netra.records.documents.store import is_intact

__all__ = ["PAPER_WORDS", "check_paper"]

PAPER_WORDS: dict[str, Promise] = {
    Paper.RECEIPT: _("Tanda terima laporan"),
    Paper.MISSING_ITEMS_NOTICE: _("Pemberitahuan kekurangan laporan"),
    Paper.INITIAL_STUDY: _("Kajian awal"),
    Paper.REGISTRATION: _("Registrasi laporan"),
    Paper.STUDY: _("Kajian"),
    Paper.PLENARY_DECISION: _("Putusan pleno"),
    Paper.REFERRAL_LETTER: _("Surat penerusan"),
    Paper.STATUS_NOTICE: _("Pemberitahuan status"),
    Paper.FINDING: _("Formulir temuan"),
    Paper.FINDING_PLENARY: _("Berita acara pleno temuan"),
    Paper.OBSERVATION_REPORT: _("Laporan hasil pengawasan"),
    Paper.TRACING_REPORT: _("Laporan penelusuran"),
    Paper.NOTICE: _("Surat pemberitahuan"),
    Paper.RESPONDENT_NOTICE: _("Surat pemberitahuan"),
    Paper.REPLY_LETTER: _("Surat pemberitahuan"),
    Paper.EXONERATION_LETTER: _("Surat pemberitahuan"),
    Paper.REPORT_FORM: _("Formulir laporan"),
    Paper.REPORT_FORM_WHOLE: _("Formulir laporan"),
    Paper.COMPLETION_RECEIPT: _("Tanda bukti perbaikan laporan"),
    Paper.OFFICE_FORM: _("Formulir kantor"),
    Paper.INVITATION: _("Undangan klarifikasi"),
    Paper.SERVICE_RECORD: _("Tanda penyampaian undangan"),
    Paper.OATH: _("Sumpah/janji"),
    Paper.EXPERT_OATH: _("Sumpah/janji ahli"),
    Paper.CLARIFICATION_MINUTES: _("Berita acara klarifikasi"),
    Paper.DELEGATION_LETTER: _("Surat pelimpahan"),
    Paper.TAKEOVER_LETTER: _("Surat pengambilalihan"),
    Paper.RETURN_LETTER: _("Surat pengembalian"),
    Paper.WITHDRAWAL_RECORD: _("Catatan pencabutan laporan"),
    Paper.CORRECTION_SHEET: _("Lembar perbaikan"),
    Paper.REOPENING_RECORD: _("Catatan pembukaan kembali"),
    Paper.HEARING_DECISION: _("Putusan sidang"),
}


def check_paper(request: HttpRequest, token: str) -> HttpResponse:
    """Answer for a code: kind, number, office, day, and whether the bytes are whole.

    It names nobody: not the reporter, not the respondent, not a unit.
    """
    paper = paper_by_check_code(token)
    context = {
        "paper": paper,
        "kind": PAPER_WORDS.get(paper.kind, paper.kind) if paper else "",
        "hash_prefix": paper.sha256[:16] if paper else "",
        "is_intact": is_intact(paper) if paper else False,
    }
    status = 200 if paper else 404
    return render(request, "portal/check.html", context, status=status)

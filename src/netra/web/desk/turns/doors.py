"""Doors of the turns a case can take."""

from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk.turns import move_pages, papers, record_pages, track_pages
from netra.web.routes import staff

_CASE = "meja/perkara/<int:pk>/"
_REPORT = "meja/laporan/<int:pk>/"

_MOVES = [
    staff(
        f"{_CASE}limpahkan/",
        move_pages.delegate_case,
        name="case_delegate",
        needs=Action.DELEGATE_CASE,
    ),
    staff(
        f"{_CASE}ambil-alih/",
        move_pages.take_over_case,
        name="case_take_over",
        needs=Action.TAKE_OVER_CASE,
    ),
    staff(
        f"{_CASE}kembalikan/",
        move_pages.return_case,
        name="case_return",
        needs=Action.DELEGATE_CASE,
    ),
    staff(
        f"{_CASE}terima-limpahan/<int:key>/",
        move_pages.accept_case,
        name="case_accept",
        needs=Action.DELEGATE_CASE,
    ),
    staff(
        f"{_REPORT}limpahkan/",
        move_pages.delegate_report,
        name="report_delegate",
        needs=Action.DELEGATE_CASE,
    ),
    staff(
        f"{_REPORT}ambil-alih/",
        move_pages.take_over_report,
        name="report_take_over",
        needs=Action.TAKE_OVER_CASE,
    ),
    staff(
        f"{_REPORT}kembalikan/",
        move_pages.return_report,
        name="report_return",
        needs=Action.DELEGATE_CASE,
    ),
    staff(
        f"{_REPORT}terima-limpahan/<int:key>/",
        move_pages.accept_report,
        name="report_accept",
        needs=Action.DELEGATE_CASE,
    ),
]

_RECORDS = [
    staff(
        f"{_REPORT}pencabutan/",
        record_pages.withdraw,
        name="report_withdraw",
        needs=Action.RECORD_TURN,
    ),
    staff(
        f"{_REPORT}pencabutan/putuskan/",
        record_pages.decide_withdrawal,
        name="report_withdraw_decide",
        needs=Action.RECORD_TURN,
    ),
    staff(
        f"{_CASE}keterangan/minta/",
        record_pages.ask,
        name="case_ask",
        needs=Action.RECORD_TURN,
    ),
    staff(
        f"{_CASE}keterangan/<int:key>/jawab/",
        record_pages.answer_request,
        name="case_answer",
        needs=Action.RECORD_TURN,
    ),
    staff(
        f"{_CASE}bukti-baru/",
        record_pages.add_evidence,
        name="case_new_evidence",
        needs=Action.RECORD_TURN,
    ),
    staff(
        f"{_CASE}bukti-baru/<int:key>/berkas/",
        record_pages.add_file,
        name="case_evidence_file",
        needs=Action.RECORD_TURN,
    ),
    staff(
        f"{_CASE}perbaikan/",
        record_pages.correct,
        name="case_correct",
        needs=Action.RECORD_TURN,
    ),
    staff(
        f"{_CASE}perbaikan/<int:key>/setujui/",
        record_pages.approve_correction,
        name="case_correct_approve",
        needs=Action.APPROVE_STUDY,
    ),
    staff(
        f"{_CASE}buka-kembali/",
        record_pages.reopen,
        name="case_reopen",
        needs=Action.REOPEN_CASE,
    ),
    staff(
        f"{_CASE}giliran/surat/",
        papers.issue,
        name="case_turn_paper",
        needs=Action.ISSUE_PAPER,
    ),
]

_TRACKS = [
    staff(
        f"{_CASE}jalur-pidana/",
        track_pages.note_event,
        name="case_track",
        needs=Action.FOLLOW_TRACK,
    ),
    staff(
        f"{_CASE}jalur-pidana/<int:key>/coret/",
        track_pages.strike_event,
        name="case_track_strike",
        needs=Action.FOLLOW_TRACK,
    ),
    staff(
        f"{_CASE}sidang/buka/",
        track_pages.open_hearing,
        name="case_own_hearing",
        needs=Action.HOLD_HEARING,
    ),
    staff(
        f"{_CASE}sidang/jadwal/",
        track_pages.plan_session,
        name="case_own_session",
        needs=Action.HOLD_HEARING,
    ),
    staff(
        f"{_CASE}sidang/<int:key>/catat/",
        track_pages.note_session,
        name="case_own_session_note",
        needs=Action.HOLD_HEARING,
    ),
    staff(
        f"{_CASE}sidang/putus/",
        track_pages.decide_hearing,
        name="case_own_decide",
        needs=Action.CLOSE_PLENARY,
    ),
]

DOORS: list[URLPattern] = [*_MOVES, *_RECORDS, *_TRACKS]

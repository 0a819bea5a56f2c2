"""Doors of the pages about notices, replies and clearances."""

from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk.notices import clearing, papers, replying, telling
from netra.web.routes import staff

_CASE = "meja/perkara/<int:pk>/"
_NOTICE = f"{_CASE}pemberitahuan/<int:key>/"
_REPORT = "meja/laporan/<int:pk>/kabar/"
_SENDS = Action.SEND_NOTICE

DOORS: list[URLPattern] = [
    staff(f"{_CASE}pemberitahuan/", telling.prepare, name="case_notice", needs=_SENDS),
    staff(f"{_NOTICE}kirim/", telling.send, name="case_notice_send", needs=_SENDS),
    staff(
        f"{_NOTICE}sampai/", telling.deliver, name="case_notice_deliver", needs=_SENDS
    ),
    staff(
        f"{_NOTICE}tarik/", telling.withdraw, name="case_notice_withdraw", needs=_SENDS
    ),
    staff(_REPORT, telling.of_report, name="report_notices", needs=_SENDS),
    staff(
        f"{_REPORT}<int:key>/kirim/",
        telling.send_of_report,
        name="report_notice_send",
        needs=_SENDS,
    ),
    staff(
        f"{_CASE}hak-jawab/", replying.invite, name="case_reply_invite", needs=_SENDS
    ),
    staff(
        f"{_CASE}hak-jawab/<int:key>/cabut/",
        replying.withdraw,
        name="case_reply_withdraw",
        needs=_SENDS,
    ),
    staff(
        f"{_CASE}jawaban/",
        replying.record,
        name="case_reply_record",
        needs=Action.RECEIVE_ITEM,
    ),
    staff(
        f"{_CASE}jawaban/berkas/<int:key>/",
        replying.file,  # type: ignore[arg-type] # streams, as files may be large
        name="case_reply_file",
        needs=Action.VIEW_EXHIBIT,
    ),
    staff(
        f"{_CASE}pemberitahuan/surat/",
        papers.issue,
        name="case_notice_paper",
        needs=Action.ISSUE_PAPER,
    ),
    staff(
        f"{_CASE}terlapor/<int:respondent>/pulihkan/",
        clearing.clear,
        name="case_clear",
        needs=Action.CLEAR_PERSON,
    ),
    staff(
        f"{_CASE}tersegel/<int:key>/",
        clearing.sealed,
        name="case_sealed",
        needs=Action.OPEN_IDENTITY,
    ),
    staff(
        f"{_CASE}tersegel/<int:key>/akhiri/",
        clearing.lift,
        name="case_clearance_lift",
        needs=Action.CLEAR_PERSON,
    ),
]

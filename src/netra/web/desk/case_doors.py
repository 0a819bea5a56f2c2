"""Doors of the case pages and of the referrals."""

from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk import (
    allegation_pages,
    case_list,
    case_page,
    plenary_pages,
    referral_pages,
    study_pages,
)
from netra.web.routes import staff

_CASE = "meja/perkara/<int:pk>/"

DOORS: list[URLPattern] = [
    staff("meja/perkara/", case_list.cases, name="cases", needs=Action.VIEW_CASE),
    staff(_CASE, case_page.case, name="case", needs=Action.VIEW_CASE),
    staff(
        f"{_CASE}terlapor/<int:respondent>/",
        case_page.respondent,
        name="case_respondent",
        needs=Action.WRITE_STUDY,
    ),
    staff(
        f"{_CASE}dugaan/",
        allegation_pages.allege,
        name="case_allege",
        needs=Action.WRITE_STUDY,
    ),
    staff(
        f"{_CASE}dugaan/<int:allegation>/tarik/",
        allegation_pages.withdraw,
        name="case_withdraw",
        needs=Action.WRITE_STUDY,
    ),
    staff(
        f"{_CASE}kajian/",
        study_pages.study,
        name="case_study",
        needs=Action.VIEW_EXHIBIT,  # its free text may name people
    ),
    staff(
        f"{_CASE}kajian/ajukan/",
        study_pages.submit,
        name="case_study_submit",
        needs=Action.WRITE_STUDY,
    ),
    staff(
        f"{_CASE}kajian/setujui/",
        study_pages.approve,
        name="case_approve",
        needs=Action.APPROVE_STUDY,
    ),
    staff(
        f"{_CASE}pleno/buka/",
        plenary_pages.convene,
        name="case_convene",
        needs=Action.CONVENE_PLENARY,
    ),
    staff(
        f"{_CASE}pleno/suara/",
        plenary_pages.vote,
        name="case_vote",
        needs=Action.VOTE,
    ),
    staff(
        f"{_CASE}pleno/hadir/",
        plenary_pages.seats,
        name="case_seats",
        needs=Action.CONVENE_PLENARY,
    ),
    staff(
        f"{_CASE}pleno/tutup/",
        plenary_pages.close,
        name="case_close",
        needs=Action.CLOSE_PLENARY,
    ),
    staff(
        f"{_CASE}tambah-waktu/",
        case_page.extend,
        name="case_extend",
        needs=Action.WRITE_STUDY,
    ),
    staff(
        f"{_CASE}penerusan/",
        referral_pages.refer,
        name="case_refer",
        needs=Action.REFER_CASE,
    ),
    staff(
        f"{_CASE}status/",
        case_page.tell,
        name="case_tell",
        needs=Action.ANNOUNCE_STATUS,
    ),
    staff(
        f"{_CASE}bagi/", case_page.assign, name="case_assign", needs=Action.ASSIGN_WORK
    ),
    staff(
        f"{_CASE}surat/terbitkan/",
        case_page.issue,
        name="case_issue_paper",
        needs=Action.ISSUE_PAPER,
    ),
    staff(
        "meja/penerusan/",
        referral_pages.referrals,
        name="referrals",
        needs=Action.VIEW_CASE,
    ),
]

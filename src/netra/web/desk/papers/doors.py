"""Doors to the papers, to what an office settles about them, and to the registers."""

from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk.papers import (
    letterhead_pages,
    list_pages,
    numbering_pages,
    own_form_pages,
    register_pages,
    report_forms,
)
from netra.web.routes import staff

_OFFICE = "meja/surat/kantor/<int:pk>/"

_PAPERS = [
    staff("meja/surat/", list_pages.papers, name="papers", needs=Action.VIEW_PAPER),
    staff(
        "meja/surat/<int:pk>/ulang/",
        list_pages.paper_reissue,
        name="paper_reissue",
        needs=Action.ISSUE_PAPER,
    ),
    staff(
        "meja/surat/<int:pk>/buka/",
        list_pages.paper_open,
        name="paper_open",
        needs=Action.OPEN_IDENTITY,
    ),
    staff(
        "meja/laporan/<int:pk>/formulir/",
        report_forms.report_papers,
        name="report_papers",
        needs=Action.ISSUE_PAPER,
    ),
]

_RULES = [
    staff(
        "meja/surat/kantor/",
        letterhead_pages.paper_rules,
        name="paper_rules",
        needs=Action.MANAGE_PAPERS,
    ),
    staff(
        f"{_OFFICE}kop/",
        letterhead_pages.letterhead,
        name="letterhead",
        needs=Action.MANAGE_PAPERS,
    ),
    staff(
        f"{_OFFICE}formulir/",
        own_form_pages.own_forms,
        name="own_forms",
        needs=Action.MANAGE_PAPERS,
    ),
    staff(
        f"{_OFFICE}formulir/baru/",
        own_form_pages.own_form_new,
        name="own_form_new",
        needs=Action.MANAGE_PAPERS,
    ),
    staff(
        f"{_OFFICE}formulir/<int:form>/",
        own_form_pages.own_form,
        name="own_form",
        needs=Action.MANAGE_PAPERS,
    ),
    staff(
        f"{_OFFICE}formulir/<int:form>/tarik/",
        own_form_pages.own_form_withdraw,
        name="own_form_withdraw",
        needs=Action.MANAGE_PAPERS,
    ),
    staff(
        f"{_OFFICE}nomor/",
        numbering_pages.numbers,
        name="numbers",
        needs=Action.MANAGE_PAPERS,
    ),
    staff(
        f"{_OFFICE}nomor/<int:year>/",
        numbering_pages.number_gaps,
        name="number_gaps",
        needs=Action.MANAGE_PAPERS,
    ),
    staff(
        f"{_OFFICE}nomor/<int:year>/batal/",
        numbering_pages.number_void,
        name="number_void",
        needs=Action.MANAGE_PAPERS,
    ),
    staff(
        f"{_OFFICE}nomor/<int:year>/berkas/",
        numbering_pages.number_file,
        name="number_file",
        needs=Action.MANAGE_PAPERS,
    ),
    staff(
        f"{_OFFICE}nomor/<slug:key>/",
        numbering_pages.number_pattern,
        name="number_pattern",
        needs=Action.MANAGE_PAPERS,
    ),
]

_BOOKS = [
    staff(
        "meja/buku/",
        register_pages.registers,
        name="registers",
        needs=Action.VIEW_REGISTERS,
    ),
    staff(
        "meja/buku/ekspor/",
        register_pages.register_export,
        name="register_export",
        needs=Action.VIEW_REGISTERS,
    ),
]

DOORS: list[URLPattern] = [*_PAPERS, *_RULES, *_BOOKS]

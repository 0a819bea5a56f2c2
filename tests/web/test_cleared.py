"""Whoever is cleared stands on no page, in no list and no export of the office.

`test_matrix` opens every page of the table of routes and looks for the name.
"""

import pytest
from django.test import Client
from django.urls import reverse

from netra.domain.law import Paper
from netra.records.cases.models import Case
from netra.records.documents import actions as documents
from netra.records.documents.models import IssuedPaper
from netra.records.documents.rendering import render_html
from netra.records.jobs import moment
from netra.records.notices.models import SealedOpening
from tests import people
from tests.web.notices_scene import CLEARED, MARKS, clear, heard_case, named

NOW = people.at("2024-11-07 12:00")


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moment, "now", lambda: NOW)


def test_the_walk_over_the_pages_would_find_a_name(cast, client: Client) -> None:
    case = heard_case(cast)
    client.force_login(cast.budi)
    page = client.get(reverse("case", args=[case.pk])).content.decode()
    assert set(named(page)) == set(MARKS)


@pytest.mark.parametrize("words", ["Xaverius", "zulkarnaen", "Quilombo", "wexford"])
def test_the_search_finds_nobody_cleared(cast, client: Client, words: str) -> None:
    case = heard_case(cast)
    client.force_login(cast.budi)
    link = reverse("case", args=[case.pk])
    assert link in client.post(reverse("search"), {"q": words}).content.decode()
    clear(case, cast)
    page = client.post(reverse("search"), {"q": words}).content.decode()
    assert link not in page
    again = client.post(reverse("search"), {"q": case.number}).content.decode()
    assert link in again
    assert named(again) == []


def test_a_paper_issued_before_is_handed_out_only_with_a_reason(cast) -> None:
    case, budi = heard_case(cast), people.as_actor(cast.budi)
    at = people.TOLD_AT
    paper = documents.issue_paper(Paper.STUDY, case=case, actor=budi, at=at)
    before = paper.sha256
    clear(case, cast)
    client = Client()
    client.force_login(cast.sari)
    closed = client.get(reverse("paper", args=[paper.pk]))
    assert closed.status_code == 403
    assert named(closed.content.decode()) == []
    clearance = case.clearances.get()
    page = reverse("case_sealed", args=[case.pk, clearance.pk]) + f"?surat={paper.pk}"
    assert client.post(page, {"reason": ""}).status_code == 422
    opened = client.post(page, {"reason": "Diminta yang bersangkutan."})
    assert opened.content.startswith(b"%PDF")
    assert SealedOpening.objects.get().account == cast.sari
    assert IssuedPaper.objects.get(pk=paper.pk).sha256 == before


def test_a_paper_issued_after_does_not_name_them(cast, monkeypatch) -> None:
    pages: list[str] = []
    monkeypatch.setattr(
        "netra.records.documents.actions.issuing.render_pdf",
        lambda paper: pages.append(render_html(paper)) or b"%PDF-",
    )
    case, budi = heard_case(cast), people.as_actor(cast.budi)
    clear(case, cast)
    case = Case.objects.get(pk=case.pk)
    for kind in (Paper.STUDY, Paper.PLENARY_DECISION, Paper.REPORT_FORM):
        documents.issue_paper(kind, case=case, actor=budi, at=NOW)
    about = case.clearances.get().ledger_subject
    assert named(" ".join(pages)) == []
    documents.issue_paper(
        Paper.EXONERATION_LETTER, case=case, about=about, actor=budi, at=NOW
    )
    assert CLEARED.name in pages[-1]


def test_the_sealed_name_opens_on_its_own_page_only(cast, client: Client) -> None:
    case = heard_case(cast)
    clear(case, cast)
    client.force_login(cast.sari)
    clearance = case.clearances.get()
    page = reverse("case_sealed", args=[case.pk, clearance.pk])
    assert named(client.get(page).content.decode()) == []
    opened = client.post(page, {"reason": "Surat diserahkan."}).content.decode()
    assert set(named(opened)) >= {"xaverius", "zulkarnaen", "quilombo"}
    audit = client.get(page).content.decode()
    assert "Surat diserahkan." in audit
    assert named(audit) == []

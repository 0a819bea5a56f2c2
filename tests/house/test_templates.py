"""What no template may hold: the content policy forbids it, or the reader pays."""

import re
from pathlib import Path

import pytest

from tests.house.sources import PACKAGE, name, templates

PAGES = [p for p in templates() if "documents" not in p.parts]
PAPERS = [p for p in templates() if "documents" in p.parts]
FORBIDDEN = {
    "|safe": re.compile(r"\|\s*safe\b|\{% autoescape off"),
    "an inline style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)", re.IGNORECASE),
    "an event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript address": re.compile(r"javascript:", re.IGNORECASE),
    "htmx evaluation": re.compile(r"\shx-(on|vals=.js:)", re.IGNORECASE),
    "something from elsewhere": re.compile(r"(src|href)=\"(https?:)?//", re.IGNORECASE),
}
TOKEN = re.compile(r"\{% (csrf|anonymous)_token %\}")
FORM = re.compile(r"<form\b[^>]*method=\"post\".*?</form>", re.IGNORECASE | re.DOTALL)


def test_there_are_templates_to_guard() -> None:
    assert len(PAGES) > 30
    assert len(PAPERS) > 5


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_page_holds(what: str) -> None:
    found = [
        name(page)
        for page in PAGES
        if FORBIDDEN[what].search(page.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_paper_trusts_its_values() -> None:
    found = [
        name(page)
        for page in PAPERS
        if FORBIDDEN["|safe"].search(page.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_every_form_that_changes_something_carries_a_token(page: Path) -> None:
    forms = FORM.findall(page.read_text(encoding="utf-8"))
    assert [f[:80] for f in forms if not TOKEN.search(f)] == []


def test_no_fragment_has_a_page_around_it() -> None:
    found = [
        name(page)
        for page in PAGES
        if page.name.startswith("_")
        and "<html" in page.read_text(encoding="utf-8").lower()
    ]
    assert found == []


def test_no_emblem_is_shipped() -> None:
    pictures = {
        p.name for p in PACKAGE.rglob("*") if p.suffix in {".png", ".svg", ".jpg"}
    }
    assert pictures <= {"netra.svg"}

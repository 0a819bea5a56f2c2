"""What a guide prints in bold, as the name of a page or button, stands on a page."""

import re
from pathlib import Path

import pytest

from tests.house.sources import PACKAGE, ROOT, modules, templates

GUIDES = sorted((ROOT / "docs" / "panduan").glob("*.md"))
STRESSED = {
    "tebal",
    "belum cukup?",
    "sinyal lemah?",
    "(pengelola)",
    "tidak ada tenggat yang mulai lagi",
    "jangan menulis apa pun yang menunjuk ke pemberi informasi",
    "jangan pernah mengirimkannya",
}
"""Bold for its own sake."""


def _shown() -> str:
    law = (PACKAGE / "domain" / "law" / "data").rglob("*.toml")
    paths = [*templates(), *modules(PACKAGE), *law]
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    return re.sub(r'"\s*\n\s*"', "", text).lower()


SHOWN = _shown()


def unknown(text: str) -> list[str]:
    """Return the bold words of a guide that no page shows."""
    bold = re.findall(r"\*\*([^*]+)\*\*", re.sub(r"\s+", " ", text))
    names = {name.strip(" .:…").lower() for name in bold}
    return sorted(name for name in names - STRESSED if name not in SHOWN)


@pytest.mark.parametrize("guide", GUIDES, ids=[path.name for path in GUIDES])
def test_a_guide_names_pages_and_buttons_as_they_are(guide: Path) -> None:
    assert unknown(guide.read_text(encoding="utf-8")) == []


def test_a_name_that_is_nowhere_would_be_found() -> None:
    assert unknown("Tekan **Tombol yang tidak pernah ada**.")

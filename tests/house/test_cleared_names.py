"""Only a few modules open what a clearance has sealed, and no query goes around it."""

import re
from pathlib import Path

from tests.house.sources import PACKAGE, modules, name

SOURCES = modules(PACKAGE)
MAY_REVEAL = {
    "src/netra/records/access/__init__.py": "gives the name to the rooms",
    "src/netra/records/access/clearing.py": "defines it",
    "src/netra/records/documents/composing/of_notices.py": "addresses the letter",
    "src/netra/records/ledger/actions.py": "commits to what is sealed",
    "src/netra/records/ledger/replaying.py": "opens the commitment",
    "src/netra/records/notices/actions/clearing.py": "opens for a recorded reason",
    "src/netra/records/notices/concealing.py": "must know what to hide",
    "src/netra/records/packs/identities.py": "must know what no pack may show",
    "src/netra/records/parties/hearable.py": "opens who was taken out, for a reason",
}
_DETAIL = "name|address|phone|workplace|post|marks"
_AROUND = re.compile(
    rf"respondents?__(?:{_DETAIL})\b|Respondent\.\w+[^\n]*values(?:_list)?\("
    rf"[^)\n]*[\"'](?:{_DETAIL})[\"']"
)


def test_only_these_modules_reveal_a_sealed_name() -> None:
    found = {name(path) for path in SOURCES if re.search(r"\brevealed\b", text(path))}
    assert found == set(MAY_REVEAL)


def test_no_query_reads_a_name_without_its_mask() -> None:
    assert [name(path) for path in SOURCES if _AROUND.search(text(path))] == []


def test_the_guard_knows_a_query_that_goes_around() -> None:
    assert _AROUND.search('Case.objects.values("report__respondents__name")')
    assert _AROUND.search('Respondent.objects.values_list("pk", "name")')
    assert not _AROUND.search('Respondent.objects.values_list("pk", "report")')


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")

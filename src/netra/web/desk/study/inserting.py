"""Offering assembled text beside what is typed; typed text is never replaced."""

from dataclasses import dataclass

from django.forms.boundfield import BoundField
from django.http import QueryDict

from netra.records.cases.models import Case, Study
from netra.web.desk.case_forms import StudyForm
from netra.web.desk.study.assembling import assemble_study

INSERT = "sisip"
"""Name of the button; its value is a part, or `EVERY_EMPTY`."""
EVERY_EMPTY = "kosong"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedPart:
    """A field of the study with the text assembled from facts, if it is not in yet."""

    bound: BoundField
    part: str
    assembled: str


def offered_parts(form: StudyForm, case: Case) -> list[OfferedPart]:
    """Return the fields of the form, each with what may be inserted into it."""
    texts = assemble_study(case)
    return [
        OfferedPart(
            bound=form[part],
            part=part,
            assembled="" if _holds(form[part].value(), texts[part]) else texts[part],
        )
        for part in Study.PARTS
    ]


def _holds(typed: object, assembled: str) -> bool:
    return _plain(assembled) in _plain(str(typed or ""))


def _plain(text: str) -> str:
    return " ".join(text.split())


def with_inserted(sent: QueryDict, case: Case) -> QueryDict:
    """Return what was sent, with assembled text after what was typed where asked."""
    asked = sent.get(INSERT, "")
    if asked not in (*Study.PARTS, EVERY_EMPTY):
        return sent
    texts, filled = assemble_study(case), sent.copy()
    for part in Study.PARTS:
        typed = sent.get(part, "").rstrip()
        wanted = not typed if asked == EVERY_EMPTY else part == asked
        if wanted and not _holds(typed, texts[part]):
            filled[part] = f"{typed}\n\n{texts[part]}" if typed else texts[part]
    return filled

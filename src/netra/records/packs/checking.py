"""Where open texts still name somebody who stays sealed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from netra.domain.packs import Found, Mark, MarkKind, found_in
from netra.records.packs.copies import PaperCopy, copies_of
from netra.records.packs.identities import marks_for
from netra.records.packs.texts import part_words, texts_in
from netra.records.referrals.models import Referral
from netra.records.reports.models import Respondent

_MASK = "█"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """One passage that names somebody, as a page may show where it stands.

    `line` is the line of the part, from 1, and `shown` that line with every such
    passage masked; `passage` is what stands there and leaves this room sealed only.
    """

    paper: str
    part: str
    line: int
    shown: str
    kind: MarkKind
    passage: str = field(repr=False)
    mark: str = field(repr=False)


def places_in(
    copies: Iterable[PaperCopy], marks: Sequence[Mark]
) -> tuple[FoundPlace, ...]:
    """Return every passage of the papers that a mark finds, in their order."""
    return tuple(
        place
        for copy in copies
        for name, text in texts_in(copy.paper)
        for place in _in_text(copy.title, name, text, marks)
    )


def _in_text(
    title: str, name: str, text: str, marks: Sequence[Mark]
) -> list[FoundPlace]:
    places = []
    for number, line in enumerate(text.splitlines() or [text], 1):
        found = found_in(line, marks)
        places += [
            FoundPlace(
                paper=title,
                part=part_words(name),
                line=number,
                shown=_masked(line, found),
                kind=one.mark.kind,
                passage=line[one.start : one.end],
                mark=one.mark.text,
            )
            for one in found
        ]
    return places


def _masked(line: str, found: Sequence[Found]) -> str:
    signs = list(line)
    for one in found:
        for place in range(one.start, one.end):
            signs[place] = _MASK
    return "".join(signs)


def open_places(
    referral: Referral, respondents: Sequence[Respondent]
) -> tuple[FoundPlace, ...]:
    """Return what still names somebody in the copies of a referral.

    Raises:
        PapersMissingError: a paper was not issued yet.
        PaperContentError: a paper cannot be composed.
    """
    copies = copies_of(referral, respondents)
    return places_in(copies, marks_for(referral, respondents))

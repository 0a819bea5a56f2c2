"""The trail of a case: every entry of the ledger about it, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from netra.records.accounts.models import User
from netra.records.cases.models import Case
from netra.records.documents.queries import papers_of_case
from netra.records.ledger.models import LedgerEntry
from netra.records.observations.models import Finding
from netra.web.desk.case_parts import part_subjects, part_words
from netra.web.desk.case_words import ENTRIES, KEY_ENTRIES, entry_words

_TRACED = "tracing."


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailRow:
    """One entry as a reader meets it.

    `short_hash` is the beginning and end of the leaf hash; `who` is empty for the
    public and the installation; `recorded_at` is set when it was entered later than
    it happened.
    """

    number: int
    words: str
    who: str
    at: datetime
    recorded_at: datetime | None
    short_hash: str
    is_key: bool


def subjects_of(case: Case) -> tuple[str, ...]:
    """Return the subjects of the entries about a case and what belongs to it.

    Never those of information: nothing about a case leads to who gave it.
    """
    return (
        *_of_origin(case),
        case.ledger_subject,
        *(f"plenary:{pk}" for pk in case.plenaries.values_list("pk", flat=True)),
        *(f"referral:{pk}" for pk in case.referrals.values_list("pk", flat=True)),
        *(f"paper:{pk}" for pk in papers_of_case(case).values_list("pk", flat=True)),
        *part_subjects(case),
    )


def _of_origin(case: Case) -> tuple[str, ...]:
    origin = case.origin
    if not isinstance(origin, Finding):
        return (origin.ledger_subject,)
    people = (person.ledger_subject for person in case.respondents)
    return (origin.ledger_subject, origin.origin.ledger_subject, *people)


def trail_of(subjects: Iterable[str]) -> list[TrailRow]:
    """Return the entries about the subjects, newest first; two queries.

    Of a tracing only what is known to say nothing of sources is told.
    """
    unsaid = Q(kind__startswith=_TRACED) & ~Q(kind__in=list(ENTRIES))
    rows = LedgerEntry.objects.filter(subject__in=list(subjects)).exclude(unsaid)
    entries = list(rows.order_by("-number"))
    ids = {int(entry.actor) for entry in entries if entry.actor.isdigit()}
    names = dict(User.objects.filter(pk__in=ids).values_list("pk", "name"))
    return [_row(entry, names) for entry in entries]


def _row(entry: LedgerEntry, names: dict[int, str]) -> TrailRow:
    who = names.get(int(entry.actor), "") if entry.actor.isdigit() else ""
    later = entry.recorded_at != entry.happened_at
    return TrailRow(
        number=entry.number,
        words=str(part_words(entry.kind) or entry_words(entry.kind)),
        who=who,
        at=entry.happened_at,
        recorded_at=entry.recorded_at if later else None,
        short_hash=f"{entry.leaf[:4]}…{entry.leaf[-4:]}",
        is_key=entry.kind in KEY_ENTRIES,
    )

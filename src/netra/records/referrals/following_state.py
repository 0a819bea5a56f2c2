"""The kept state of what happened to letters, as the replay must give it."""

from collections.abc import Iterator, Mapping

from netra.domain.ledger.entries import moment_text
from netra.records.ledger.replaying import Kept, Text
from netra.records.referrals.facts import (
    ANSWER_TEXTS,
    HOP_TEXTS,
    answer_codes,
    hop_codes,
)
from netra.records.referrals.models import Answer, FollowUpEnd, Hop


def following_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield every station, every answer and every end of a follow-up."""
    for hop in Hop.objects.all():
        yield hop.ledger_subject, {**hop_codes(hop), **_texts(hop, HOP_TEXTS)}
    for answer in Answer.objects.all():
        told = _texts(answer, ANSWER_TEXTS)
        yield answer.ledger_subject, {**answer_codes(answer), **told}
    for end in FollowUpEnd.objects.all():
        yield (
            end.ledger_subject,
            {
                "case": str(end.case_id),
                "at": moment_text(end.at),
                "reason": Text(value=end.reason),
            },
        )


def _texts(row: Hop | Answer, names: tuple[str, ...]) -> dict[str, Kept]:
    return {name: Text(value=getattr(row, name)) for name in names}

"""The titles of a case and of what it came from, without the name of who is cleared."""

from datetime import datetime

from netra.domain.access import Actor
from netra.records.cases.models import Case
from netra.records.ledger import actions as ledger
from netra.records.notices.concealing import concealed
from netra.records.reports.models import Respondent

_CASE, _ORIGIN = "case", "origin"


def retitle(
    case: Case, person: Respondent, *, actor: Actor, at: datetime
) -> dict[str, str]:
    """Take the name out of the titles; return what they said, empty if unchanged."""
    before = {_CASE: case.title, _ORIGIN: case.origin.event}
    after = {key: concealed(text, [person]) for key, text in before.items()}
    changed = {key: text for key, text in before.items() if after[key] != text}
    _write(case, {key: after[key] for key in changed}, actor=actor, at=at)
    return changed


def untitled(case: Case, titles: dict[str, str], *, actor: Actor, at: datetime) -> None:
    """Put the titles back as they were before."""
    _write(case, titles, actor=actor, at=at)


def _write(case: Case, titles: dict[str, str], *, actor: Actor, at: datetime) -> None:
    if _CASE in titles:
        Case.objects.filter(pk=case.pk).update(title=titles[_CASE])
    if _ORIGIN not in titles:
        return
    origin = case.origin
    type(origin).objects.filter(pk=origin.pk).update(event=titles[_ORIGIN])
    ledger.append(
        f"{origin.ledger_subject.partition(':')[0]}.retitled",
        origin.ledger_subject,
        actor=actor,
        at=at,
        facts={"event": ledger.commit_text(titles[_ORIGIN])},
    )

"""The titles of a case and of what it came from, without the name of who is cleared."""

from collections.abc import Iterator
from datetime import datetime

from netra.domain.access import Actor
from netra.records.cases.models import Case
from netra.records.ledger import actions as ledger
from netra.records.notices.concealing import concealed, hidden_names
from netra.records.observations.models import Finding, Observation, Tracing
from netra.records.reports.models import Report, Respondent

Source = Report | Finding | Tracing | Observation


def _sources(case: Case) -> Iterator[Source]:
    origin = case.origin
    yield origin
    if isinstance(origin, Finding):
        yield origin.origin


def retitle(
    case: Case, person: Respondent, *, actor: Actor, at: datetime
) -> dict[str, str]:
    """Take the name out of the titles; return what they said, empty if unchanged."""
    names = hidden_names([person])
    before = {case.ledger_subject: case.title}
    before |= {source.ledger_subject: source.event for source in _sources(case)}
    after = {key: concealed(text, names) for key, text in before.items()}
    changed = {key: text for key, text in before.items() if after[key] != text}
    _write(case, {key: after[key] for key in changed}, actor=actor, at=at)
    return changed


def untitled(case: Case, titles: dict[str, str], *, actor: Actor, at: datetime) -> None:
    """Put the titles back as they were before."""
    _write(case, titles, actor=actor, at=at)


def _write(case: Case, titles: dict[str, str], *, actor: Actor, at: datetime) -> None:
    if case.ledger_subject in titles:
        title = titles[case.ledger_subject][: Case._meta.get_field("title").max_length]
        Case.objects.filter(pk=case.pk).update(title=title)
    for source in _sources(case):
        subject = source.ledger_subject
        if subject not in titles:
            continue
        event = titles[subject][: source._meta.get_field("event").max_length]
        type(source).objects.filter(pk=source.pk).update(event=event)
        ledger.append(
            f"{subject.partition(':')[0]}.retitled",
            subject,
            actor=actor,
            at=at,
            facts={"event": ledger.commit_text(event)},
        )

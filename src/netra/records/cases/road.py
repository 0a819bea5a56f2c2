"""Moving a case along the road its procedure describes."""

from collections.abc import Callable
from datetime import datetime

from netra.domain.access import Actor
from netra.domain.law import Condition, Procedure, Step, StepKind, open_needs
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.cases.conditions import facts_of
from netra.records.cases.errors import BlockedError, CaseMovedError
from netra.records.cases.models import Case, CaseEvent
from netra.records.law.queries import law
from netra.records.ledger import actions as ledger

END = "end"

Hold = Callable[[Case, StepKind], None]
Followers = Callable[[Case], list[Case]]
Followed = Callable[[Case, Case, Actor, datetime], None]

_HOLDS: list[Hold] = []
_FOLLOWERS: list[tuple[Followers, Followed]] = []


def register_hold(hold: Hold) -> None:
    """Name what refuses to let a case be worked on by itself; once each."""
    if hold not in _HOLDS:
        _HOLDS.append(hold)


def register_followers(followers: Followers, followed: Followed) -> None:
    """Name which cases go along when one moves, and what is entered then."""
    if (followers, followed) not in _FOLLOWERS:
        _FOLLOWERS.append((followers, followed))


def procedure_of(case: Case) -> Procedure:
    """Return the procedure the case runs under."""
    return law().procedure(case.procedure)


def step_of(case: Case) -> Step | None:
    """Return the step the case stands on, `None` when its road has ended."""
    return None if case.step == END else procedure_of(case).step(case.step)


def blockers_of(case: Case) -> tuple[Condition, ...]:
    """Return what still keeps the case on its step."""
    step = step_of(case)
    return open_needs(step, facts_of(case, step.needs)) if step else ()


def require_kind(case: Case, *kinds: StepKind) -> Step:
    """Return the case's step when it is of one of the kinds, and hold the row.

    The counted update queues behind another writer and sees what that one left.

    Raises:
        CaseMovedError: the case stands elsewhere, or was moved since it was read.
    """
    step = step_of(case)
    if step is None or step.kind not in kinds:
        raise CaseMovedError(case.number, " or ".join(kinds))
    for hold in _HOLDS:
        hold(case, step.kind)
    if not Case.objects.filter(pk=case.pk, step=case.step).update(step=case.step):
        raise CaseMovedError(case.number, case.step)
    return step


def require_unblocked(case: Case) -> None:
    """Refuse while something the procedure needs for this step is not there.

    Raises:
        BlockedError: naming what is missing.
    """
    blockers = blockers_of(case)
    if blockers:
        raise BlockedError([b.key for b in blockers], [b.blocks for b in blockers])


def note_events(case: Case, keys: tuple[str, ...], at: datetime) -> dict[str, Fact]:
    """Write the events of one move and return them as facts."""
    CaseEvent.objects.bulk_create(CaseEvent(case=case, key=key, at=at) for key in keys)
    return {f"event/{key}": moment_text(at) for key in keys}


def advance(
    case: Case,
    *,
    result: str,
    kind: str,
    actor: Actor,
    at: datetime,
    facts: dict[str, Fact] | None = None,
) -> Case:
    """End the case's step with `result` and enter it; runs inside an action.

    Raises:
        BlockedError: the procedure needs something that is not there.
        CaseMovedError: somebody moved the case first; nothing was written.
        NotOnRoadError: the step cannot end in this result.
    """
    require_unblocked(case)
    procedure = procedure_of(case)
    before = case.step
    along = [(one, told) for find, told in _FOLLOWERS for one in find(case)]
    following = procedure.after(case.step, result)
    target = following.key if following else END
    moved = Case.objects.filter(pk=case.pk, step=case.step).update(
        step=target, step_since=at
    )
    if not moved:
        raise CaseMovedError(case.number, case.step)
    events = note_events(case, procedure.step(case.step).emits.get(result, ()), at)
    ledger.append(
        kind,
        case.ledger_subject,
        actor=actor,
        at=at,
        facts={"step": target, **events, **(facts or {})},
    )
    case.refresh_from_db()
    for one, told in along:
        _follow(one, case, before, actor=actor, at=at)
        told(one, case, actor, at)
    return case


def _follow(
    case: Case, leader: Case, before: str, *, actor: Actor, at: datetime
) -> None:
    """Bring a case to where the one it goes along with has moved.

    Raises:
        CaseMovedError: it no longer stands where the other one stood.
    """
    moved = Case.objects.filter(pk=case.pk, step=before).update(
        step=leader.step, step_since=at
    )
    if not moved:
        raise CaseMovedError(case.number, before)
    known = set(case.events.values_list("key", flat=True))
    told = leader.events.order_by("pk").values_list("key", flat=True)
    events = note_events(case, tuple(key for key in told if key not in known), at)
    ledger.append(
        "case.followed",
        case.ledger_subject,
        actor=actor,
        at=at,
        facts={"step": leader.step, **events},
    )
    case.refresh_from_db()

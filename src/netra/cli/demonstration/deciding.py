"""What happens to the case of a matter, each by the real action."""

from datetime import datetime

from netra.cli.demonstration import texts
from netra.cli.demonstration.errors import PlanError
from netra.cli.demonstration.matters import Accused
from netra.cli.demonstration.walking import Walk
from netra.records.accounts.models import User
from netra.records.accounts.queries import actor_of
from netra.records.cases import actions as cases
from netra.records.cases.conditions import newest_study, open_plenary
from netra.records.contests.models import Side
from netra.records.law.queries import law
from netra.records.referrals import actions as referrals
from netra.records.reports import actions as reports
from netra.records.reports.models import Respondent


def register(walk: Walk, at: datetime) -> None:
    """Register the report."""
    walk.made_case = cases.register_report(
        report=walk.report, actor=walk.officer(at), at=at
    )


def extend(walk: Walk, at: datetime) -> None:
    """Take the longer time for handling."""
    cases.take_extension(
        case=walk.case, reason=texts.EXTENSION, actor=walk.officer(at), at=at
    )


def _pairs(walk: Walk) -> list[tuple[Respondent, Accused]]:
    rows = walk.report.respondents.order_by("id")
    return list(zip(rows, walk.matter.respondents, strict=True))


def describe(walk: Walk, at: datetime) -> None:
    """Enter class and office of every respondent on the day of the act."""
    for row, accused in _pairs(walk):
        reports.describe_respondent(
            respondent=row,
            employment_class=accused.employment_class,
            holds_office=accused.holds_office,
            post=accused.post,
            workplace=accused.workplace,
            actor=walk.officer(at),
            at=at,
        )


def allege(walk: Walk, at: datetime) -> None:
    """Hold the norm of the plan against every respondent."""
    for row, accused in _pairs(walk):
        cases.allege(
            case=walk.case,
            respondent=row,
            norm=accused.norm,
            act_on=walk.matter.happened_on,
            side=_side(walk),
            phase_reason=accused.phase_reason,
            actor=walk.officer(at),
            at=at,
        )


def _side(walk: Walk) -> Side | None:
    if not walk.matter.side:
        return None
    return Side.objects.get(contest=walk.case.contest, name=walk.matter.side)


def write(walk: Walk, at: datetime) -> None:
    """Write the study."""
    matter = walk.matter
    cases.save_study(
        case=walk.case,
        texts=texts.study_texts(
            event=matter.event,
            place=matter.place,
            norm=law().violation(matter.respondents[0].norm).title,
        ),
        actor=walk.officer(at),
        at=at,
    )


def submit_up(walk: Walk, at: datetime) -> None:
    """Hand the study to the plenary."""
    cases.submit_study(case=walk.case, actor=walk.officer(at), at=at)


def approve(walk: Walk, at: datetime) -> None:
    """Approve the study as second pair of eyes."""
    study = newest_study(walk.case)
    if study is None:
        raise PlanError(walk.matter.key, "no study to approve")
    cases.approve_study(
        case=walk.case,
        version=study.version,
        note="",
        actor=actor_of(walk.second, at),
        at=at,
    )


def convene(walk: Walk, at: datetime) -> None:
    """Open the plenary with every member."""
    cases.convene_plenary(
        case=walk.case,
        members=walk.members,
        place="Ruang rapat kantor",
        actor=walk.chair(at),
        at=at,
    )


def vote(walk: Walk, at: datetime) -> None:
    """Let the members vote on every respondent; the last ones if not all have."""
    count = walk.matter.vote_count or len(walk.members)
    for member in walk.members[-count:]:
        for row, accused in _pairs(walk):
            _vote(walk, member, row, accused, at)


def _vote(
    walk: Walk, member: User, row: Respondent, accused: Accused, at: datetime
) -> None:
    plenary = open_plenary(walk.case)
    if plenary is None:
        raise PlanError(walk.matter.key, "no plenary to vote in")
    last = member == walk.members[-1]
    chosen = walk.matter.dissent if last and walk.matter.dissent else accused.outcome
    cases.cast_vote(
        plenary=plenary,
        respondent=row,
        outcome=chosen,
        reason=texts.VOTES[chosen],
        also=accused.also,
        actor=actor_of(member, at),
        at=at,
    )


def decide(walk: Walk, at: datetime) -> None:
    """Close the plenary."""
    cases.close_plenary(
        case=walk.case, decision_text=texts.DECISION, actor=walk.chair(at), at=at
    )


def refer(walk: Walk, at: datetime) -> None:
    """Send the referrals."""
    referrals.refer_case(case=walk.case, actor=walk.officer(at), at=at)


def tell(walk: Walk, at: datetime) -> None:
    """Tell the status, of the case if there is one, else of the report."""
    actor = walk.officer(at)
    if walk.made_case is None:
        reports.tell_status(report=walk.report, actor=actor, at=at)
        return
    follow_up = walk.case.referrals.exists()
    cases.tell_status(case=walk.case, follow_up=follow_up, actor=actor, at=at)

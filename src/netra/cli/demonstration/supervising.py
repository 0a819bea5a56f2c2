"""Supervision of the demonstration: reports of it, and a finding before its plenary."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from netra.cli.demonstration.offices import read
from netra.cli.demonstration.texts import MARK
from netra.domain.access import Actor
from netra.domain.law import Paper
from netra.records.accounts.models import Office, User
from netra.records.accounts.queries import actor_of
from netra.records.contests.models import Contest
from netra.records.documents.actions import issue_paper
from netra.records.observations import actions as supervision
from netra.records.observations.content import ObservationContent
from netra.records.observations.models import Finding, Observation
from netra.records.reports.content import PersonContent

Work = Callable[[datetime], None]
_VOTERS = 3


def issue(kind: Paper, actor: Actor, at: datetime, **about: Any) -> None:
    """Issue one paper of supervision; `about` names what it is of."""
    issue_paper(kind, **about, actor=actor, at=at)


def observations(
    people: Mapping[str, User], *, with_papers: bool
) -> Iterator[tuple[datetime, Work]]:
    """Yield moment and act of every supervision report of the data."""
    for row in read("information.toml")["observation"]:
        yield row["entered"], _observing(row, people[row["by"]], with_papers)


def _observing(row: Mapping[str, Any], supervisor: User, with_papers: bool) -> Work:
    def observe(at: datetime) -> None:
        actor = actor_of(supervisor, at)
        made = supervision.record_observation(
            office=Office.objects.get(region=row["office"]),
            content=_content(row, supervisor),
            actor=actor,
            at=at,
        )
        if with_papers:
            issue(Paper.OBSERVATION_REPORT, actor, at, observation=made)

    return observe


def _content(row: Mapping[str, Any], supervisor: User) -> ObservationContent:
    return ObservationContent(
        contest=Contest.objects.get(pk=row["contest"]),
        stage="Kampanye",
        supervisor=supervisor.name,
        post="Pengawas",
        assignment_letter="001/ST/CONTOH/2024",
        activity=Observation.Activity.DIRECT,
        aim=f"{MARK} Memastikan kampanye berjalan menurut aturan.",
        target="Kampanye",
        observed_on=row["observed_on"],
        place_region=row["place_region"],
        place=row["place"],
        result=row["result"],
        has_suspicion=row["suspicion"],
        **(_suspicion(row) if row["suspicion"] else {}),
    )


def _suspicion(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "event": row["event"],
        "event_place": row["place"],
        "happened_on": row["observed_on"],
        "account": row["account"],
        "facts": f"{MARK} Dicatat di tempat.",
        "analysis": f"{MARK} Diduga melanggar netralitas.",
        "respondents": (PersonContent(**row["person"]),),
    }


def decide_finding(finding: Finding, members: Sequence[User], at: datetime) -> None:
    """Let the plenary set a finding: three members agree, the chair closes."""
    chair = actor_of(members[0], at)
    plenary = supervision.convene_finding_plenary(
        finding=finding,
        members=members[:_VOTERS],
        place="Ruang rapat contoh",
        actor=chair,
        at=at,
    )
    for member in members[:_VOTERS]:
        supervision.cast_finding_vote(
            plenary=plenary,
            agrees=True,
            reason=f"{MARK} Penelusuran cukup menunjukkan dugaan pelanggaran.",
            actor=actor_of(member, at),
            at=at,
        )
    supervision.close_finding_plenary(
        plenary=plenary,
        decision_text=f"{MARK} Pleno menetapkan dugaan ini sebagai temuan.",
        late_reason="",
        actor=chair,
        at=at,
    )
    finding.refresh_from_db()

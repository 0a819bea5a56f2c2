"""Keys, information and supervision of the demonstration, each by the real action."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from netra.cli.demonstration.files import picture
from netra.cli.demonstration.offices import read
from netra.cli.demonstration.people import PASSWORD, staff_of
from netra.cli.demonstration.supervising import decide_finding, issue
from netra.domain.access import Actor
from netra.domain.law import Paper
from netra.records.accounts.models import Office, User
from netra.records.accounts.queries import PUBLIC, actor_of
from netra.records.contests.models import Contest
from netra.records.custody import actions as custody
from netra.records.custody.opened import OpenedKey
from netra.records.custody.queries import open_key
from netra.records.evidence.cleaning.derivatives import clean
from netra.records.information import actions as information
from netra.records.information.content import ArrivedFile, InformationContent
from netra.records.information.models import Information
from netra.records.observations import actions as supervision
from netra.records.observations.content import FindingContent, TracingPlan
from netra.records.observations.models import Finding, Tracing
from netra.records.referrals.actions import refer_tracing
from netra.records.reports.content import PersonContent

REGION = "19.06"
"""Whose information is shown; the other offices only have their key."""

Work = Callable[[datetime], None]


@dataclass(slots=True, kw_only=True)
class Told:
    """One piece of information on its way.

    Invariant: `row`, `code`, `tracing` and `finding` are set by the acts that make
    them; `members` decide, the chair first.
    """

    data: Mapping[str, Any]
    officer: User
    members: tuple[User, ...]
    opened: "Opened"
    with_papers: bool
    row: Information | None = None
    code: str = ""
    tracing: Tracing | None = None
    finding: Finding | None = None

    @property
    def arrived(self) -> Information:
        """The row, read again; an act before arrival is a mistake in the data."""
        if self.row is None:
            raise LookupError("the information has not arrived")
        self.row.refresh_from_db()
        return self.row

    @property
    def begun(self) -> Tracing:
        """The tracing; an act before it began is a mistake in the data."""
        if self.tracing is None:
            raise LookupError("nothing is traced yet")
        self.tracing.refresh_from_db()
        return self.tracing

    def actor(self, at: datetime) -> Actor:
        """Return the officer as actor of that moment."""
        return actor_of(self.officer, at)


@dataclass(slots=True, kw_only=True)
class Opened:
    """The key of one office, opened once for all acts: opening is slow on purpose."""

    office: Office
    officer: User
    key: OpenedKey | None = field(default=None, repr=False)

    def at(self, at: datetime) -> OpenedKey:
        """Return the opened key."""
        if self.key is None:
            self.key = open_key(
                office=self.office, actor=actor_of(self.officer, at), phrase=PASSWORD
            )
        return self.key


def make_keys(people: Mapping[str, User], *, at: datetime) -> int:
    """Give every office that handles matters a key held by officer and chair."""
    made = 0
    for office in Office.objects.order_by("pk"):
        staff = staff_of(office)
        if not staff.officers or not staff.members:
            continue
        first, chair = people[staff.officers[0]], people[staff.members[0]]
        for person in (first, chair):
            custody.set_phrase(
                office=office, phrase=PASSWORD, actor=actor_of(person, at), at=at
            )
        actor = actor_of(first, at)
        custody.make_office_key(office=office, actor=actor, at=at)
        key = open_key(office=office, actor=actor, phrase=PASSWORD)
        custody.give_copy(office=office, to=chair, opened=key, actor=actor, at=at)
        made += 1
    return made


def stories(people: Mapping[str, User], *, with_papers: bool) -> list[Told]:
    """Return every piece of information of the data, before anything happened."""
    office = Office.objects.get(region=REGION)
    staff = staff_of(office)
    officer = people[staff.officers[0]]
    opened = Opened(office=office, officer=officer)
    return [
        Told(
            data=row,
            officer=officer,
            members=tuple(people[name] for name in staff.members),
            opened=opened,
            with_papers=with_papers,
        )
        for row in read("information.toml")["information"]
    ]


def acts_of_story(told: Told) -> Iterator[tuple[datetime, Work]]:
    """Yield moment and act of what happens to one piece of information."""
    for name, at in told.data["moments"].items():
        act = _ACTS[name]
        yield at, lambda at, act=act: act(told, at)  # type: ignore[misc] # bound early


def code_lines(told: list[Told]) -> Iterator[str]:
    """Yield one line for each mailbox that is worth trying: code and what is in it."""
    for one in told:
        if one.code and one.data.get("label"):
            groups = " ".join(one.code[n : n + 4] for n in range(0, 16, 4))
            yield f"  {groups}   {one.data['label']}"


# What happens -----------------------------------------------------------------------


def _give(told: Told, at: datetime) -> None:
    data = told.data
    parts = {
        name: data[name]
        for name in InformationContent.__dataclass_fields__
        if name in data
    }
    by_desk = data.get("via") == Information.Via.DESK
    told.row, told.code = information.give_information(
        content=InformationContent(**parts),
        files=[_photo(data["key"])] if data.get("photo") else [],
        actor=told.actor(at) if by_desk else PUBLIC,
        at=at,
        office=told.opened.office,
        via=Information.Via.DESK if by_desk else Information.Via.WEB,
        code="" if by_desk else None,
    )


def _photo(key: str) -> ArrivedFile:
    """Return a drawn picture with its derivative, as a phone would send one."""
    drawn = picture("foto informasi", key.replace("-", " "), "BUKAN FOTO NYATA")
    made = clean(drawn, "image/png")
    return ArrivedFile(
        name="foto.png",
        media_type="image/png",
        derivative=made.content,
        derivative_type=made.media_type,
        removed=tuple(mark.value for mark in made.removed),
        original=drawn,
    )


def _open(told: Told, at: datetime) -> None:
    row, actor = told.arrived, told.actor(at)
    information.open_information(
        information=row, opened=told.opened.at(at), actor=actor, at=at
    )
    file = row.files.filter(kind="derivative").first()
    if file is not None:
        information.open_derivative(
            file=file, opened=told.opened.at(at), actor=actor, at=at
        )


def _ask(told: Told, at: datetime) -> None:
    information.post_to_source(
        information=told.arrived,
        text=told.data["question"],
        actor=told.actor(at),
        at=at,
    )


def _reply(told: Told, at: datetime) -> None:
    information.reply_from_source(
        information=told.arrived, text=told.data["reply"], at=at
    )


def _end(told: Told, at: datetime) -> None:
    information.end_information(
        information=told.arrived,
        ended_as=Information.End(told.data["ended_as"]),
        text=told.data["end_text"],
        actor=told.actor(at),
        at=at,
    )


def _trace(told: Told, at: datetime) -> None:
    trace = told.data["trace"]
    told.tracing = information.begin_tracing_from(
        office=told.opened.office,
        rows=[told.arrived],
        plan=TracingPlan(
            contest=Contest.objects.get(pk=f"pilkada-2024/{REGION}"),
            event=trace["event"],
            question=trace["question"],
            place_region=told.data["place_region"],
            place=trace["place"],
            happened_on=trace["happened_on"],
        ),
        actor=told.actor(at),
        at=at,
    )


def _step(told: Told, at: datetime) -> None:
    trace, actor = told.data["trace"], told.actor(at)
    step = supervision.plan_step(
        tracing=told.begun,
        what=trace["step"],
        asked="",
        planned_on=at.date(),
        actor=actor,
        at=at,
    )
    supervision.finish_step(
        step=step, done_on=at.date(), result=trace["result"], actor=actor, at=at
    )
    person = PersonContent(**trace["person"])
    supervision.name_found(tracing=told.begun, person=person, actor=actor, at=at)


def _conclude(told: Told, at: datetime) -> None:
    trace, actor = told.data["trace"], told.actor(at)
    if trace["end"] == Tracing.End.REFERRAL:
        refer_tracing(tracing=told.begun, text=trace["account"], actor=actor, at=at)
    else:
        told.finding = _propose(told, trace, actor, at)
    if told.with_papers:
        issue(Paper.TRACING_REPORT, actor, at, tracing=told.begun)


def _propose(
    told: Told, trace: Mapping[str, Any], actor: Actor, at: datetime
) -> Finding:
    happened_on: date = trace["happened_on"]
    content = FindingContent(
        found_on=at.date(),
        event=trace["event"],
        account=trace["account"],
        place_region=told.data["place_region"],
        place=trace["place"],
        happened_on=happened_on,
    )
    return supervision.propose_finding(
        origin=told.begun, content=content, actor=actor, at=at
    )


def _set(told: Told, at: datetime) -> None:
    if told.finding is None:
        raise LookupError("no finding was proposed")
    decide_finding(told.finding, told.members, at)
    if told.with_papers:
        for kind in (Paper.FINDING_PLENARY, Paper.FINDING):
            issue(kind, told.actor(at), at, finding=told.finding)


def _tell(told: Told, at: datetime) -> None:
    information.tell_sources(
        tracing=told.begun,
        opened=told.opened.at(at),
        text=told.data["told_end"],
        actor=told.actor(at),
        at=at,
    )


_ACTS: Mapping[str, Callable[[Told, datetime], None]] = {
    "given": _give,
    "opened": _open,
    "asked": _ask,
    "replied": _reply,
    "ended": _end,
    "traced": _trace,
    "stepped": _step,
    "concluded": _conclude,
    "told": _tell,
    "set": _set,
}

"""Turns a case takes in the demonstration: ties, calls, moves, withdrawal, tracks."""

from datetime import datetime, timedelta

from netra.cli.demonstration.errors import PlanError
from netra.cli.demonstration.texts import MARK
from netra.cli.demonstration.walking import Walk
from netra.records.accounts.models import Office
from netra.records.accounts.queries import actor_of
from netra.records.cases import actions as cases
from netra.records.cases.conditions import open_plenary
from netra.records.cases.models import Recusal
from netra.records.turns import actions as turns
from netra.records.turns.models import TrackEvent, Withdrawal
from netra.records.turns.queries import last_arrival

_DAY = timedelta(days=1)


def declare_tie(walk: Walk, at: datetime) -> None:
    """Let the last member step back: a relative of the respondent."""
    cases.declare_tie(
        case=walk.case,
        relation=Recusal.Relation.KIN,
        reason=f"{MARK} Sepupu terlapor.",
        actor=actor_of(walk.members[-1], at),
        at=at,
    )


def call_plenary(walk: Walk, at: datetime) -> None:
    """Call the members without a tie to the plenary of the day after tomorrow."""
    cases.call_plenary(
        case=walk.case,
        meets_at=at + 2 * _DAY,
        place="Ruang rapat contoh",
        is_online=False,
        agenda=f"{MARK} Pembahasan kajian dan penetapan hasil perkara.",
        invited=walk.members[:-1],
        actor=walk.chair(at),
        at=at,
    )


def dissent(walk: Walk, at: datetime) -> None:
    """Let the member who voted otherwise write why."""
    plenary = open_plenary(walk.case)
    if plenary is None:
        raise PlanError(walk.matter.key, "no plenary to dissent in")
    cases.write_dissent(
        plenary=plenary,
        text=f"{MARK} Bukti belum cukup menunjukkan keberpihakan; saya berpendapat "
        "lain daripada anggota yang lain.",
        actor=actor_of(walk.members[-1], at),
        at=at,
    )


def withdraw(walk: Walk, at: datetime) -> None:
    """Record that the reporter takes the report back."""
    turns.record_withdrawal(
        report=walk.report,
        letter_on=at.date() - _DAY,
        said_by=Withdrawal.By.REPORTER,
        proof=Withdrawal.Proof.LETTER,
        reason=f"{MARK} Pelapor merasa sudah berdamai dengan terlapor.",
        actor=walk.officer(at),
        at=at,
    )


def handle_further(walk: Walk, at: datetime) -> None:
    """Decide that handling goes on after the withdrawal."""
    turns.decide_withdrawal(
        withdrawal=Withdrawal.objects.get(report=walk.report),
        goes_on=Withdrawal.GoesOn.REPORT,
        reason=f"{MARK} Pencabutan tidak menghapus dugaan pelanggaran.",
        actor=walk.officer(at),
        at=at,
    )


def take_over(walk: Walk, at: datetime) -> None:
    """Let the province take the case over."""
    province = Office.objects.get(region=walk.case.region[:2])
    turns.take_over_case(
        case=walk.case,
        office=province,
        reason=f"{MARK} Terlapor bertugas di beberapa kabupaten.",
        actor=actor_of(walk.people["ketua.babel"], at),
        at=at,
    )


def pass_on(walk: Walk, at: datetime) -> None:
    """Let the province pass the case on to the office of the place."""
    turns.delegate_case(
        case=walk.case,
        reason=f"{MARK} Ternyata hanya menyangkut satu kabupaten.",
        actor=actor_of(walk.people["petugas.babel"], at),
        at=at,
    )


def accept(walk: Walk, at: datetime) -> None:
    """Let the office of the place say that it has the case."""
    arrival = last_arrival(walk.case)
    if arrival is None:
        raise PlanError(walk.matter.key, "nothing was passed on")
    turns.accept_delegation(move=arrival, actor=walk.officer(at), at=at)


def follow_track(walk: Walk, at: datetime, key: TrackEvent.Key) -> None:
    """Note what the criminal track did; the disciplinary letter goes its own way."""
    turns.note_track_event(
        case=walk.case,
        key=key,
        happened_at=at,
        note=f"{MARK} Menurut tanda terima.",
        actor=walk.officer(at),
        at=at,
    )

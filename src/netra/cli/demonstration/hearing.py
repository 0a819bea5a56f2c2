"""Hearing people in the demonstration: parties, proof, clarifications."""

from datetime import datetime, timedelta

from netra.cli.demonstration.texts import MARK
from netra.cli.demonstration.walking import Walk
from netra.domain.access import Actor
from netra.records.cases.models import Case
from netra.records.clarifications import actions as clarifications
from netra.records.clarifications.actions.inviting import Served
from netra.records.clarifications.actions.planning import HearingPlan
from netra.records.clarifications.actions.writing import RowEdit
from netra.records.clarifications.models import (
    Clarification,
    Invitation,
    Minutes,
    Service,
)
from netra.records.parties import actions as parties
from netra.records.parties.content import PartyContent
from netra.records.parties.models import Party
from netra.records.proof import actions as proof
from netra.records.proof.models import ElementFinding, ProofTie
from netra.records.proof.queries import elements_for, exhibits_in

_ROOM = "Ruang klarifikasi, Jalan Contoh 1"
_HOUR = timedelta(hours=1)
_TALK = (
    ("Di mana Saudara pada hari itu?", "Saya di rumah dan membuka media sosial."),
    ("Apakah akun itu milik Saudara?", "Betul, akun itu saya pakai sendiri."),
    ("Mengapa Saudara menulisnya?", "Saya kira itu urusan pribadi, bukan dinas."),
)
"""Questions and answers of the one hearing; all invented."""


def invite_respondent(walk: Walk, at: datetime) -> None:
    """Plan to hear the respondent the next day, and invite them."""
    actor, case = walk.officer(at), walk.case
    person = case.respondents.order_by("pk").first()
    if person is None:
        raise LookupError("the case has no respondent")
    who = f"respondent:{person.pk}"
    capacity = Clarification.Capacity.RESPONDENT
    _invite(case, who, capacity, at + 28 * _HOUR, actor, at)


def serve(walk: Walk, at: datetime) -> None:
    """Hand over the newest invitation."""
    letters = Invitation.objects.filter(clarification__case=walk.case)
    clarifications.record_service(
        invitation=letters.latest("pk"),
        served=Served(
            how=Service.How.BY_HAND,
            by="Petugas Contohantar",
            received_by="Keluarga Contoh",
            served_at=at,
            result=Service.Result.RECEIVED,
        ),
        proof=None,
        actor=walk.officer(at),
        at=at,
    )


def take_minutes(walk: Walk, at: datetime) -> None:
    """Hear the respondent: identity, oath, questions and answers."""
    actor = walk.officer(at)
    hearing = Clarification.objects.get(case=walk.case)
    minutes = clarifications.begin_hearing(hearing=hearing, actor=actor, at=at)
    clarifications.record_identity(
        minutes=minutes, identity=Minutes.Identity.KTP, counsel="", actor=actor, at=at
    )
    clarifications.record_oath(
        minutes=minutes, oath=Minutes.Oath.WILLING, note="", actor=actor, at=at
    )
    clarifications.save_answers(
        minutes=minutes,
        rows=[_row(place, asked, said) for place, (asked, said) in enumerate(_TALK, 1)],
        tab="layar-contoh",
        order=1,
        actor=actor,
        at=at,
    )


def end_hearing(walk: Walk, at: datetime) -> None:
    """Read the minutes back, have them signed, and finish them."""
    actor = walk.officer(at)
    minutes = Minutes.objects.get(clarification__case=walk.case)
    endings = (
        clarifications.read_back,
        clarifications.sign_minutes,
        clarifications.finish_hearing,
    )
    for end in endings:
        end(minutes=minutes, actor=actor, at=at)


def _row(place: int, asked: str, said: str) -> RowEdit:
    return RowEdit(
        key=f"baris-{place}",
        place=place,
        question=asked,
        answer=f"{MARK} {said}",
        version=0,
    )


def invite_witness(walk: Walk, at: datetime) -> None:
    """Enter a witness and an expert the office found, and invite the witness."""
    actor, case = walk.officer(at), walk.case
    witness = parties.name_party(
        case=case, content=_somebody(Party.Kind.WITNESS), actor=actor, at=at
    )
    parties.name_party(
        case=case, content=_somebody(Party.Kind.EXPERT), actor=actor, at=at
    )
    who, capacity = f"party:{witness.pk}", Clarification.Capacity.WITNESS
    _invite(case, who, capacity, at + 48 * _HOUR, actor, at)


def _somebody(kind: Party.Kind) -> PartyContent:
    is_expert = kind == Party.Kind.EXPERT
    return PartyContent(
        kind=kind,
        source=Party.Source.OFFICE,
        name="Sekar Contohahli" if is_expert else "Joko Contohsaksi",
        address="Jalan Contoh 12 (alamat contoh)",
        phone="0800-0000-0012",
        occupation="dosen contoh" if is_expert else "pedagang contoh",
        expertise="bahasa" if is_expert else "",
        knows="" if is_expert else f"{MARK} Melihat komentar itu sebelum dihapus.",
    )


def prove(walk: Walk, at: datetime) -> None:
    """Judge two elements of the norm and tie the evidence to the first."""
    actor, case = walk.officer(at), walk.case
    case_allegation = case.allegations.first()
    if case_allegation is None:
        raise LookupError("nothing is alleged")
    offered = elements_for(case.office, case_allegation.norm)
    elements = [element.key for element in offered]
    judged = zip(
        elements,
        (ElementFinding.Judgement.MET, ElementFinding.Judgement.UNCLEAR),
        strict=False,
    )
    for element, judgement in judged:
        proof.judge_element(
            allegation=case_allegation,
            element=element,
            judgement=judgement,
            why=f"{MARK} Dinilai dari bukti yang ditautkan.",
            actor=actor,
            at=at,
        )
    proof.tie_exhibit(
        allegation=case_allegation,
        element=elements[0],
        source=exhibits_in(case)[0].key,
        speaks=ProofTie.Speaks.FOR,
        note=f"{MARK} Tangkapan layar menunjukkan akunnya.",
        actor=actor,
        at=at,
    )


def _invite(
    case: Case,
    who: str,
    capacity: Clarification.Capacity,
    planned_at: datetime,
    actor: Actor,
    at: datetime,
) -> None:
    plan = HearingPlan(
        mode=Clarification.Mode.IN_PERSON,
        place=_ROOM,
        planned_at=planned_at,
        purpose=f"{MARK} Memberi keterangan tentang peristiwa yang dilaporkan.",
        bring="Kartu identitas",
    )
    hearing = clarifications.plan_clarification(
        case=case, who=who, capacity=capacity, plan=plan, actor=actor, at=at
    )
    clarifications.invite(
        hearing=hearing, number="", sent_at=at, late_reason="", actor=actor, at=at
    )

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
from netra.records.clarifications.models import Clarification, Minutes, Service
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


def hear_respondent(walk: Walk, at: datetime) -> None:
    """Plan to hear the respondent, invite, and serve the letter."""
    actor, case = walk.officer(at), walk.case
    person = case.respondents.order_by("pk").first()
    if person is None:
        raise LookupError("the case has no respondent")
    hearing = _planned(
        case,
        f"respondent:{person.pk}",
        Clarification.Capacity.RESPONDENT,
        at + 28 * _HOUR,
        actor,
        at,
    )
    _invited(hearing, actor, at + timedelta(minutes=10))


def take_minutes(walk: Walk, at: datetime) -> None:
    """Hear the respondent: identity, questions, reading back, signature."""
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
        at=at + timedelta(minutes=25),
    )
    endings = (
        clarifications.read_back,
        clarifications.sign_minutes,
        clarifications.finish_hearing,
    )
    for place, end in enumerate(endings):
        end(minutes=minutes, actor=actor, at=at + timedelta(minutes=35 + 5 * place))


def _row(place: int, asked: str, said: str) -> RowEdit:
    return RowEdit(
        key=f"baris-{place}",
        place=place,
        question=asked,
        answer=f"{MARK} {said}",
        version=0,
    )


def plan_witness(walk: Walk, at: datetime) -> None:
    """Enter a witness and an expert the office found, and plan to hear the witness."""
    actor, case = walk.officer(at), walk.case
    witness = parties.name_party(
        case=case, content=_somebody(Party.Kind.WITNESS), actor=actor, at=at
    )
    parties.name_party(
        case=case, content=_somebody(Party.Kind.EXPERT), actor=actor, at=at
    )
    hearing = _planned(
        case,
        f"party:{witness.pk}",
        Clarification.Capacity.WITNESS,
        at + 48 * _HOUR,
        actor,
        at,
    )
    _invited(hearing, actor, at + timedelta(minutes=10))


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


def _planned(
    case: Case,
    who: str,
    capacity: Clarification.Capacity,
    planned_at: datetime,
    actor: Actor,
    at: datetime,
) -> Clarification:
    plan = HearingPlan(
        mode=Clarification.Mode.IN_PERSON,
        place=_ROOM,
        planned_at=planned_at,
        purpose=f"{MARK} Memberi keterangan tentang peristiwa yang dilaporkan.",
        bring="Kartu identitas",
    )
    return clarifications.plan_clarification(
        case=case, who=who, capacity=capacity, plan=plan, actor=actor, at=at
    )


def _invited(hearing: Clarification, actor: Actor, at: datetime) -> None:
    letter = clarifications.invite(
        hearing=hearing, number="", sent_at=at, late_reason="", actor=actor, at=at
    )
    served_at = at + timedelta(minutes=50)
    clarifications.record_service(
        invitation=letter,
        served=Served(
            how=Service.How.BY_HAND,
            by="Petugas Contohantar",
            received_by="Keluarga Contoh",
            served_at=served_at,
            result=Service.Result.RECEIVED,
        ),
        proof=None,
        actor=actor,
        at=served_at,
    )

"""Every write of the proof: judging elements, tying evidence, an office's elements."""

from datetime import datetime

from django.db import IntegrityError, transaction

from netra.domain.access import Action, Actor
from netra.domain.law import StepKind
from netra.domain.ledger.entries import moment_text
from netra.records.accounts.models import User
from netra.records.accounts.queries import user_of
from netra.records.cases import road
from netra.records.cases.conditions import open_plenary
from netra.records.cases.errors import PlenaryOpenError
from netra.records.cases.models import Allegation, Case
from netra.records.cases.standing import require_on
from netra.records.law.queries import law
from netra.records.ledger import actions as ledger
from netra.records.proof.errors import (
    ElementTwiceError,
    NotOfTheCaseError,
    TiedTwiceError,
    UnknownElementError,
    UntiedError,
    WhyNeededError,
)
from netra.records.proof.facts import finding_facts, gone_facts, tie_facts
from netra.records.proof.models import (
    ElementFinding,
    OfficeElement,
    ProofTie,
    proof_subject,
)
from netra.records.proof.queries import elements_for, exhibits_in, statements_in
from netra.records.reports.models import Exhibit

_OPEN = (StepKind.CLARIFICATION, StepKind.STUDY, StepKind.PLENARY)


def _officer(actor: Actor) -> User:
    user = user_of(actor)
    if user is None:
        raise LookupError("acts of the desk have an account")
    return user


def _require_writable(case: Case, actor: Actor) -> None:
    require_on(case, Action.WRITE_STUDY, actor)
    road.require_kind(case, *_OPEN)
    if open_plenary(case):
        raise PlenaryOpenError


def _require_element(allegation: Allegation, element: str) -> None:
    known = elements_for(allegation.case.office, allegation.norm)
    if element not in {one.key for one in known}:
        raise UnknownElementError(element)


@transaction.atomic
def judge_element(
    *,
    allegation: Allegation,
    element: str,
    judgement: ElementFinding.Judgement,
    why: str,
    actor: Actor,
    at: datetime,
) -> ElementFinding:
    """Say whether an element is met; judging again replaces, the ledger keeps both.

    Args:
        allegation: Of a case that is not decided and has no plenary open.
        element: Key of an element of its norm.
        judgement: Met, not met or unclear.
        why: Kept with the judgement.
        actor: Needs `WRITE_STUDY` in the region of the case.
        at: Moment of judging.

    Raises:
        NotAllowedError: the actor does not study this case.
        CaseMovedError: the case is decided.
        PlenaryOpenError: the plenary has the study on the table.
        UnknownElementError: the norm has no such element.
        WhyNeededError: no reason was given.
    """
    _require_writable(allegation.case, actor)
    _require_element(allegation, element)
    if not why.strip():
        raise WhyNeededError
    row, _made = ElementFinding.objects.update_or_create(
        allegation=allegation,
        element=element,
        defaults={
            "judgement": judgement,
            "why": why,
            "judged_by": _officer(actor),
            "judged_at": at,
        },
    )
    ledger.append(
        "proof.element_judged",
        proof_subject(allegation.pk),
        actor=actor,
        at=at,
        facts=finding_facts(row),
    )
    return row


@transaction.atomic
def tie_exhibit(
    *,
    allegation: Allegation,
    element: str,
    source: str,
    speaks: ProofTie.Speaks,
    note: str,
    actor: Actor,
    at: datetime,
) -> ProofTie:
    """Tie an exhibit or a statement to an element of an allegation.

    Args:
        allegation: Of a case that is not decided and has no plenary open.
        element: Key of an element of its norm.
        source: Key of `exhibits_in(case)`, or of somebody in `statements_in(case)`.
        speaks: For or against the element.
        note: What it shows; may be empty.
        actor: Needs `WRITE_STUDY` in the region of the case.
        at: Moment of tying.

    Raises:
        NotAllowedError: the actor does not study this case.
        CaseMovedError: the case is decided.
        PlenaryOpenError: the plenary has the study on the table.
        UnknownElementError: the norm has no such element.
        NotOfTheCaseError: the case has neither such an exhibit nor such a person.
        TiedTwiceError: the exhibit is tied to the element already.
    """
    case = allegation.case
    _require_writable(case, actor)
    _require_element(allegation, element)
    row = ProofTie(
        allegation=allegation,
        element=element,
        speaks=speaks,
        note=note,
        tied_by=_officer(actor),
        tied_at=at,
    )
    _point(row, case, source)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise TiedTwiceError from error
    ledger.append(
        "proof.tied",
        proof_subject(allegation.pk),
        actor=actor,
        at=at,
        facts=tie_facts(row),
    )
    return row


def _point(row: ProofTie, case: Case, source: str) -> None:
    exhibits = {one.key: one.row for one in exhibits_in(case)}
    found = exhibits.get(source)
    if isinstance(found, Exhibit):
        row.exhibit = found
    elif found is not None:
        row.gathered = found
    elif source in {one.key for one in statements_in(case)}:
        row.who = source
    else:
        raise NotOfTheCaseError


@transaction.atomic
def untie_exhibit(*, tie: ProofTie, actor: Actor, at: datetime) -> None:
    """Loosen a tie; the ledger keeps that it was there.

    Raises:
        NotAllowedError: the actor does not study this case.
        CaseMovedError: the case is decided.
        PlenaryOpenError: the plenary has the study on the table.
        UntiedError: somebody was first.
    """
    _require_writable(tie.allegation.case, actor)
    facts, subject = gone_facts(tie), proof_subject(tie.allegation_id)
    deleted, _rows = ProofTie.objects.filter(pk=tie.pk).delete()
    if not deleted:
        raise UntiedError
    ledger.append("proof.untied", subject, actor=actor, at=at, facts=facts)


@transaction.atomic
def add_element(
    *, case: Case, norm: str, text: str, actor: Actor, at: datetime
) -> OfficeElement:
    """Let the office of a case check an element of its own for a norm, in all cases.

    Args:
        case: In which it came up.
        norm: Id of the catalogue.
        text: In the words of the office.
        actor: Needs `WRITE_STUDY` in the region of the case.
        at: Moment of adding.

    Raises:
        NotAllowedError: the actor does not study this case.
        UnknownKeyError: the catalogue has no such norm.
        ElementTwiceError: it is there already, or empty.
    """
    require_on(case, Action.WRITE_STUDY, actor)
    law().violation(norm)
    if not text.strip():
        raise ElementTwiceError
    try:
        with transaction.atomic():
            row = OfficeElement.objects.create(
                office=case.office,
                norm=norm,
                text=text.strip(),
                added_by=_officer(actor),
                added_at=at,
            )
    except IntegrityError as error:
        raise ElementTwiceError from error
    ledger.append(
        "element.added",
        row.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "office": str(case.office_id),
            "norm": norm,
            "text": ledger.commit_text(row.text),
            "added_at": moment_text(at),
        },
    )
    return row

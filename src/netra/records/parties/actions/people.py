"""Witnesses, experts and others: naming, correcting, dropping, opening."""

from datetime import datetime

from django.db import IntegrityError, transaction

from netra.domain.access import Action, Actor
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.accounts.models import User
from netra.records.accounts.queries import user_of
from netra.records.cases.models import Case
from netra.records.cases.standing import require_on
from netra.records.ledger import actions as ledger
from netra.records.parties.content import PartyContent
from netra.records.parties.errors import DroppedError, NeededError, WitnessTwiceError
from netra.records.parties.hearable import Identity, identity_of
from netra.records.parties.models import Party, PartyOpening


def officer(actor: Actor) -> User:
    """Return the person behind an actor; these acts are nobody else's."""
    user = user_of(actor)
    if user is None:
        raise LookupError("acts of the desk have an account")
    return user


@transaction.atomic
def name_party(
    *, case: Case, content: PartyContent, actor: Actor, at: datetime
) -> Party:
    """Enter a witness, an expert or another person.

    Args:
        case: Of any step.
        content: A name at least; of a report's witness what is left out is copied.
        actor: Needs `NAME_PARTY` in the region of the case.
        at: Moment of entering.

    Raises:
        NotAllowedError: the actor does not handle this case.
        NeededError: there is no name.
        WitnessTwiceError: the witness of the report is entered already.
    """
    require_on(case, Action.NAME_PARTY, actor)
    row = Party(case=case, named_by=officer(actor), named_at=at)
    _fill(row, content)
    row.witness = content.witness
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise WitnessTwiceError from error
    facts = {"case": str(case.pk), "named_at": moment_text(at), **party_facts(row)}
    ledger.append("party.named", row.ledger_subject, actor=actor, at=at, facts=facts)
    return row


def _fill(row: Party, content: PartyContent) -> None:
    row.kind, row.source = content.kind, content.source
    row.expertise = content.expertise
    for field in Party.SEALED:
        told = getattr(content, field) or _reported(content, field)
        setattr(row, field, told)
    if not row.name.strip():
        raise NeededError("name")


def _reported(content: PartyContent, field: str) -> str:
    """Return what the report says of its witness where nothing else is told."""
    return str(getattr(content.witness, field, ""))


def party_facts(row: Party) -> dict[str, Fact]:
    """Return the facts about somebody as they stand now; identities as commitments."""
    return {
        "kind": str(row.kind),
        "source": str(row.source),
        "witness": str(row.witness_id) if row.witness_id else None,
        "expertise": ledger.commit_text(row.expertise),
        **{name: ledger.commit_text(getattr(row, name)) for name in Party.SEALED},
    }


@transaction.atomic
def correct_party(
    *, party: Party, content: PartyContent, actor: Actor, at: datetime
) -> Party:
    """Correct what is entered about somebody; the ledger keeps what was there.

    Raises:
        NotAllowedError: the actor does not handle this case.
        DroppedError: the person was taken out before.
        NeededError: there is no name.
    """
    require_on(party.case, Action.NAME_PARTY, actor)
    _hold(party)
    _fill(party, content)
    if party.witness_id is not None:
        party.kind, party.source = Party.Kind.WITNESS, Party.Source.REPORTER
    party.save(update_fields=["kind", "source", "expertise", *Party.SEALED])
    ledger.append(
        "party.corrected",
        party.ledger_subject,
        actor=actor,
        at=at,
        facts=party_facts(party),
    )
    return party


def _hold(party: Party) -> None:
    """Queue behind another writer; refuse what that one has dropped."""
    live = Party.objects.filter(pk=party.pk, dropped_at__isnull=True)
    if not live.update(named_at=party.named_at):
        raise DroppedError


@transaction.atomic
def drop_party(*, party: Party, reason: str, actor: Actor, at: datetime) -> Party:
    """Take somebody out of the case; the row and the reason stay in the file.

    Raises:
        NotAllowedError: the actor does not handle this case.
        DroppedError: somebody was first.
        NeededError: no reason was given.
    """
    require_on(party.case, Action.NAME_PARTY, actor)
    if not reason.strip():
        raise NeededError("reason")
    _hold(party)
    party.dropped_at, party.drop_reason = at, reason
    party.save(update_fields=["dropped_at", "drop_reason"])
    facts: dict[str, Fact] = {
        "dropped_at": moment_text(at),
        "drop_reason": ledger.commit_text(reason),
    }
    ledger.append(
        "party.dropped", party.ledger_subject, actor=actor, at=at, facts=facts
    )
    return party


@transaction.atomic
def open_party(
    *, case: Case, key: str, reason: str, actor: Actor, at: datetime
) -> Identity:
    """Open who somebody in a case is, for a reason that is recorded.

    Args:
        case: Read through `visible_to(actor)`.
        key: Of `Hearable`.
        reason: Why it is needed; kept as a commitment beside the entry.
        actor: Needs `OPEN_IDENTITY` in the region of the case.
        at: Moment of opening.

    Raises:
        NotAllowedError: the actor has no need to know.
        NeededError: no reason was given.
        UnknownPartyError: nobody of the case has this key.
    """
    require_on(case, Action.OPEN_IDENTITY, actor)
    if not reason.strip():
        raise NeededError("reason")
    found = identity_of(case, key)
    row = PartyOpening.objects.create(
        case=case, key=key, account=user_of(actor), at=at, reason=reason
    )
    facts: dict[str, Fact] = {
        "case": str(case.pk),
        "key": key,
        "account": actor.account_id,
        "at": moment_text(at),
        "reason": ledger.commit_text(reason),
    }
    ledger.append(
        "party.identity_opened", row.ledger_subject, actor=actor, at=at, facts=facts
    )
    return found

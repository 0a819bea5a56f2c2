"""Laying down the letterhead of an office."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Max

from netra.domain.access import Action, Actor
from netra.records.access import require
from netra.records.accounts.models import Office
from netra.records.accounts.queries import user_of
from netra.records.documents import store
from netra.records.documents.models import OfficeLetterhead
from netra.records.ledger import actions as ledger


@transaction.atomic
def lay_letterhead(
    *, letterhead: OfficeLetterhead, logo: bytes | None, actor: Actor, at: datetime
) -> OfficeLetterhead:
    """Make a version of the letterhead; papers issued from now on carry it.

    Args:
        letterhead: Not yet saved; of its logo only the hash it already has is kept.
        logo: A PNG from `logos.clean_logo`; `None` keeps the hash as it is.
        actor: Needs `MANAGE_PAPERS` over the region of the office.
        at: Moment of laying down.

    Raises:
        NotAllowedError: the actor does not manage the papers of this office.
    """
    office = letterhead.office
    require(actor, Action.MANAGE_PAPERS, office.region)
    Office.objects.filter(pk=office.pk).update(name=F("name"))  # others wait here
    newest = office.letterheads.aggregate(no=Max("no"))["no"] or 0
    letterhead.no = newest + 1
    if logo is not None:
        letterhead.logo = store.keep(logo) if logo else ""
    letterhead.set_by, letterhead.set_at = user_of(actor), at
    letterhead.save(force_insert=True)
    ledger.append(
        "letterhead.laid",
        letterhead.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "office": str(office.pk),
            "no": letterhead.no,
            "logo": letterhead.logo or None,
            **{
                name: ledger.commit_text(getattr(letterhead, name))
                for name in (*OfficeLetterhead.LINES, *OfficeLetterhead.SIGNED)
            },
        },
    )
    return letterhead

"""Reading the way of letters: what is awaited since when, what was answered."""

from django.db.models import Exists, OuterRef, QuerySet

from netra.domain.access import Actor
from netra.records.referrals.models import Hop, Referral

_ACKNOWLEDGED = Hop.objects.filter(
    referral=OuterRef("pk"), kind=Hop.Kind.ACKNOWLEDGED.value
)


def unacknowledged(actor: Actor) -> QuerySet[Referral]:
    """Return the visible letters nobody has acknowledged yet, oldest first.

    No rule gives a time for it; the list says since when, and nothing more.
    """
    return (
        Referral.objects.visible_to(actor)
        .filter(~Exists(_ACKNOWLEDGED), superseded=False)
        .order_by("sent_at", "pk")
    )


def last_hop(referral: Referral) -> Hop | None:
    """Return where a letter was last, `None` while nothing is recorded."""
    return referral.hops.last()


def is_acknowledged(referral: Referral) -> bool:
    """Say whether somebody has acknowledged the letter."""
    return referral.hops.filter(kind=Hop.Kind.ACKNOWLEDGED.value).exists()

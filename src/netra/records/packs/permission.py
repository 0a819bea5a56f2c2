"""Who may work on a referral: the table, and no tie to a party of its case."""

from netra.domain.access import Action, Actor
from netra.records.access import require_for
from netra.records.accounts.models import User
from netra.records.cases.standing import require_on
from netra.records.referrals.models import Referral


def require_work(referral: Referral, action: Action, actor: Actor) -> User:
    """Refuse what is not allowed on a referral; return who acts.

    Raises:
        NotAllowedError: the table does not list it, or a tie forbids it.
    """
    if referral.case is not None:
        require_on(referral.case, action, actor)
    else:
        require_for(actor, action, referral.matter, referral.region)
    return User.objects.get(pk=int(actor.account_id))

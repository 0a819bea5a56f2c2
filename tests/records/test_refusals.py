"""Anton is refused by every action on a matter of 33.74, and nothing is written."""

import pytest

from netra.records.access import NotAllowedError
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from tests import people
from tests.records.refusals import ATTEMPTS


@pytest.mark.parametrize("action", sorted(ATTEMPTS))
def test_anton_is_refused(cast: people.Cast, action: str) -> None:
    anton = people.as_actor(cast.anton)
    with pytest.raises(NotAllowedError) as caught:
        ATTEMPTS[action](cast, anton)
    assert "Peran Anda tidak mencakup" in caught.value.reader_message
    assert not LedgerEntry.objects.filter(actor=anton.account_id).exists()
    assert compare().difference is None


def test_the_same_attempt_succeeds_for_those_who_may(cast: people.Cast) -> None:
    """The refusals above are worth something only because the place decides."""
    budi = people.as_actor(cast.budi)
    ATTEMPTS["reports.open_identity"](cast, budi)
    ATTEMPTS["contests.add_side"](cast, budi)
    assert LedgerEntry.objects.filter(actor=budi.account_id).count() >= 2

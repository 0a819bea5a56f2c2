"""Who holds the key of an office, and what happens when a phrase is lost."""

import pytest

from netra.domain import sealing
from netra.domain.access import Role
from netra.records.access import NotAllowedError
from netra.records.custody import actions, errors
from netra.records.custody.models import HolderCopy, KeyHolder, OfficeKey
from netra.records.custody.queries import newest_key, open_key
from netra.records.ledger import replaying
from tests.informing import PHRASE, keyed, office_of, opened_by
from tests.people import LAID_AT, Cast, as_actor

OTHER = "kata lain yang panjang juga"


def _second(cast: Cast):
    actor = as_actor(cast.eko)
    actions.set_phrase(office=office_of(cast), phrase=OTHER, actor=actor, at=LAID_AT)
    return actor


def test_the_first_holder_opens_what_is_sealed_to_the_office(cast: Cast):
    office = keyed(cast)
    key = newest_key(office)
    public = sealing.PublicKey(bytes(key.public_key))
    sealed = sealing.seal_box(public, b"kata")
    assert opened_by(cast).open(1, sealed) == b"kata"
    assert replaying.compare().difference is None


def test_no_private_half_lies_in_a_row(cast: Cast):
    office = keyed(cast)
    private = opened_by(cast).pairs[1].private
    key, holder = newest_key(office), KeyHolder.objects.get()
    rows = [key.public_key, key.recovery_copy, holder.wrapped, holder.public_key]
    rows += [copy.sealed for copy in HolderCopy.objects.all()]
    assert all(private not in bytes(row) for row in rows)


def test_another_phrase_opens_nothing(cast: Cast):
    office = keyed(cast)
    with pytest.raises(errors.WrongPhraseError):
        open_key(office=office, actor=as_actor(cast.budi), phrase=OTHER)


def test_the_phrase_opens_nothing_under_another_secret(cast: Cast, settings):
    office = keyed(cast)
    settings.IDENTITY_KEY = "a secret of another installation 0123456789"
    with pytest.raises(errors.WrongPhraseError):
        open_key(office=office, actor=as_actor(cast.budi), phrase=PHRASE)


def test_who_holds_no_copy_is_told_who_can_give_one(cast: Cast):
    office = keyed(cast)
    with pytest.raises(errors.NoHolderError):
        open_key(office=office, actor=as_actor(cast.eko), phrase=OTHER)
    with pytest.raises(errors.NotAHolderError):
        open_key(office=office, actor=_second(cast), phrase=OTHER)


def test_a_holder_gives_a_copy_and_both_open(cast: Cast):
    office, second = keyed(cast), _second(cast)
    give = {"office": office, "to": cast.eko, "opened": opened_by(cast), "at": LAID_AT}
    actions.give_copy(**give, actor=as_actor(cast.budi))
    assert (
        open_key(office=office, actor=second, phrase=OTHER).pairs
        == opened_by(cast).pairs
    )
    with pytest.raises(errors.AlreadyHolderError):
        actions.give_copy(**give, actor=as_actor(cast.budi))
    assert replaying.compare().difference is None


def test_the_last_holder_stays(cast: Cast):
    keyed(cast)
    copy = HolderCopy.objects.get()
    with pytest.raises(errors.LastHolderError):
        actions.withdraw_copy(copy=copy, actor=as_actor(cast.budi), at=LAID_AT)


def test_who_is_withdrawn_opens_nothing_any_more(cast: Cast):
    office, second = keyed(cast), _second(cast)
    actions.give_copy(
        office=office,
        to=cast.eko,
        opened=opened_by(cast),
        actor=as_actor(cast.budi),
        at=LAID_AT,
    )
    copy = HolderCopy.objects.get(holder__user=cast.eko)
    actions.withdraw_copy(copy=copy, actor=as_actor(cast.budi), at=LAID_AT)
    with pytest.raises(errors.NotAHolderError):
        open_key(office=office, actor=second, phrase=OTHER)
    assert replaying.compare().difference is None


def test_after_a_change_the_holders_open_old_and_new(cast: Cast):
    office = keyed(cast)
    old = sealing.PublicKey(bytes(newest_key(office).public_key))
    before = sealing.seal_box(old, b"dulu")
    key, _code = actions.change_office_key(
        office=office, opened=opened_by(cast), actor=as_actor(cast.budi), at=LAID_AT
    )
    after = sealing.seal_box(sealing.PublicKey(bytes(key.public_key)), b"kini")
    opened = opened_by(cast)
    assert opened.open(1, before) == b"dulu"
    assert opened.open(2, after) == b"kini"
    assert replaying.compare().difference is None


def test_two_changes_at_once_leave_one_new_key(cast: Cast):
    office, opened = keyed(cast), opened_by(cast)
    budi = {"actor": as_actor(cast.budi), "at": LAID_AT}
    stale = newest_key(office)
    actions.change_office_key(office=office, opened=opened, **budi)
    OfficeKey.objects.filter(version=2).update(version=9)  # as if read before
    with pytest.raises((errors.KeyExistsError, KeyError)):
        actions.change_office_key(office=office, opened=opened, **budi)
    stale.refresh_from_db()
    assert bytes(stale.onward)


def test_the_envelope_opens_once_and_everything_old_stays_readable(cast: Cast):
    office, budi = office_of(cast), as_actor(cast.budi)
    actions.set_phrase(office=office, phrase=PHRASE, actor=budi, at=LAID_AT)
    first, code = actions.make_office_key(office=office, actor=budi, at=LAID_AT)
    sealed = sealing.seal_box(sealing.PublicKey(bytes(first.public_key)), b"dulu")
    second = _second(cast)
    key, new_code = actions.recover_office_key(
        office=office, code=code.lower(), actor=second, at=LAID_AT
    )
    assert (key.version, new_code == code) == (2, False)
    assert open_key(office=office, actor=second, phrase=OTHER).open(1, sealed)
    with pytest.raises(errors.WrongRecoveryCodeError):
        actions.recover_office_key(office=office, code=code, actor=second, at=LAID_AT)
    assert replaying.compare().difference is None


@pytest.mark.parametrize("code", ["", "salah", "0" * 52])
def test_a_wrong_recovery_code_changes_nothing(cast: Cast, code: str):
    office, second = keyed(cast), _second(cast)
    with pytest.raises(errors.WrongRecoveryCodeError):
        actions.recover_office_key(office=office, code=code, actor=second, at=LAID_AT)
    assert newest_key(office).version == 1


def test_a_forgotten_phrase_of_the_only_holder_is_not_overwritten(cast: Cast):
    office = keyed(cast)
    with pytest.raises(errors.LastHolderError):
        actions.set_phrase(
            office=office, phrase=OTHER, actor=as_actor(cast.budi), at=LAID_AT
        )
    assert opened_by(cast)


def test_a_changed_phrase_keeps_the_copies(cast: Cast):
    office, budi = keyed(cast), as_actor(cast.budi)
    actions.change_phrase(office=office, old=PHRASE, new=OTHER, actor=budi)
    assert open_key(office=office, actor=budi, phrase=OTHER)
    with pytest.raises(errors.WrongPhraseError):
        actions.change_phrase(office=office, old=PHRASE, new=OTHER, actor=budi)


def test_a_short_phrase_is_refused(cast: Cast):
    with pytest.raises(errors.WeakPhraseError):
        actions.set_phrase(
            office=office_of(cast),
            phrase="pendek",
            actor=as_actor(cast.budi),
            at=LAID_AT,
        )


def test_a_second_first_key_is_refused(cast: Cast):
    office = keyed(cast)
    with pytest.raises(errors.KeyExistsError):
        actions.make_office_key(office=office, actor=as_actor(cast.budi), at=LAID_AT)


def test_an_administrator_keeps_no_keys(cast: Cast):
    admin = as_actor(cast.putri)
    assert {grant.role for grant in admin.grants} == {Role.ADMINISTRATOR}
    with pytest.raises(NotAllowedError):
        actions.set_phrase(
            office=office_of(cast), phrase=OTHER, actor=admin, at=LAID_AT
        )

"""Two people for every key of a body and for every legal need."""

import pytest

from netra.domain import sealing
from netra.records.accounts.models import OutsideBody
from netra.records.ledger.replaying import compare
from netra.records.packs import actions
from netra.records.packs.errors import (
    BodyKnownError,
    FourEyesError,
    KeyKnownError,
    MovedOnError,
    NoNeedError,
    NoPublicKeyError,
    NoUsableKeyError,
    PackTextMissingError,
    UnknownAuthorityError,
)
from netra.records.packs.models import BodyKey
from netra.records.packs.queries import bodies_kept_by, usable_key
from tests import matters, packing
from tests.offices import LAID_AT, as_actor

HOW = "dibacakan lewat telepon kantor"


def confirm(key: BodyKey, person, how: str = HOW) -> BodyKey:
    return actions.confirm_body_key(
        key=key, how=how, actor=as_actor(person), at=LAID_AT
    )


def test_a_key_is_used_only_once_a_second_person_confirmed_it(cast) -> None:
    made = packing.registered(cast, packing.entered(cast))
    assert usable_key(made.body) is None
    with pytest.raises(FourEyesError):
        confirm(made.key, cast.putri)
    raka = packing.second_keeper(cast)
    with pytest.raises(PackTextMissingError):
        confirm(made.key, raka, " ")
    confirm(made.key, raka)
    assert usable_key(made.body) == made.key
    with pytest.raises(MovedOnError):
        confirm(made.key, raka)
    assert compare().difference is None


def test_a_revoked_key_is_used_no_more(cast) -> None:
    made = packing.keyed(cast)
    revoked = actions.revoke_body_key(
        key=made.key, reason="hilang", actor=as_actor(cast.putri), at=LAID_AT
    )
    assert not revoked.is_usable
    assert usable_key(made.body) is None
    assert compare().difference is None
    with pytest.raises(MovedOnError):
        actions.revoke_body_key(
            key=made.key, reason="lagi", actor=as_actor(cast.putri), at=LAID_AT
        )
    again = packing.registered(cast, made.body)
    assert again.key.version == 2


def test_what_is_no_key_and_a_known_key_are_refused(cast) -> None:
    made = packing.registered(cast, packing.entered(cast))
    public = sealing.public_line(made.pair.public)
    for typed, error in (("kunci", NoPublicKeyError), (public, KeyKnownError)):
        with pytest.raises(error):
            actions.register_body_key(
                body=made.body, public=typed, actor=as_actor(cast.putri), at=LAID_AT
            )
    assert BodyKey.objects.count() == 1


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ({"authority": "lembaga-karangan"}, UnknownAuthorityError),
        ({"name": "  "}, PackTextMissingError),
        ({"name": "Lembaga contoh bkn"}, BodyKnownError),
    ],
)
def test_a_body_is_one_of_the_law_with_a_name_of_its_own(cast, told, error) -> None:
    packing.entered(cast)
    body = {
        "authority": "bkn",
        "name": "Nama",
        "region": "",
        "address": "",
        "email": "",
    }
    with pytest.raises(error):
        actions.enter_body(**{**body, **told}, actor=as_actor(cast.putri), at=LAID_AT)
    assert OutsideBody.objects.count() == 1


def test_who_keeps_no_keys_sees_no_bodies(cast) -> None:
    packing.entered(cast)
    assert bodies_kept_by(as_actor(cast.putri)).count() == 1
    assert not bodies_kept_by(as_actor(cast.budi)).exists()


def test_nothing_sealed_is_made_before_a_second_person_approved(cast) -> None:
    referral = matters.case_on(cast, "follow_up").referrals.get()
    body = packing.keyed(cast).body
    need = packing.recorded(referral, cast, body)
    with pytest.raises(FourEyesError):
        actions.approve_need(need=need, actor=as_actor(cast.budi), at=packing.ASKED_AT)
    with pytest.raises(NoNeedError):
        packing.sealed_part(need, cast)
    actions.approve_need(need=need, actor=as_actor(cast.sari), at=packing.ASKED_AT)
    with pytest.raises(MovedOnError):
        actions.approve_need(need=need, actor=as_actor(cast.eko), at=packing.ASKED_AT)
    assert packing.sealed_part(need, cast).need == need
    assert compare().difference is None


def test_a_body_without_a_confirmed_key_gets_nothing_sealed(cast) -> None:
    referral = matters.case_on(cast, "follow_up").referrals.get()
    need = packing.needed(referral, cast, packing.entered(cast))
    with pytest.raises(NoUsableKeyError):
        packing.sealed_part(need, cast)
    assert not referral.case.report.openings.exists()

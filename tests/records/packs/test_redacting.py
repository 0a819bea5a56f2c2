"""No pack is built while a text names somebody; covering changes copies alone."""

from dataclasses import replace
from unittest.mock import patch

import pytest

from netra.domain.packs import COVER
from netra.records.cases.conditions import newest_study
from netra.records.ledger.replaying import compare
from netra.records.packs import actions
from netra.records.packs.checking import open_places
from netra.records.packs.copies import copies_of
from netra.records.packs.errors import (
    MarksFoundError,
    NotAReceiverError,
    NotSparableError,
    OwnSparingError,
    PackNotReadyError,
    PapersMissingError,
    PassageNotFoundError,
    WrongChoiceError,
)
from netra.records.packs.models import Pack, PackDownload
from tests import matters, packing
from tests.offices import STUDY_TEXTS, as_actor

SLIP = "Menurut Wati, terlapor hadir.\nHubungi 0800-000-001."
NOW = {"at": packing.ASKED_AT}


@pytest.fixture
def referral(cast):
    """A referral whose study names the reporter."""
    texts = {**STUDY_TEXTS, "analysis": SLIP}
    with patch.object(matters, "STUDY_TEXTS", texts):
        return packing.referred(cast)


def people(referral):
    return list(referral.respondents.all())


def test_a_pack_is_refused_while_a_text_names_the_reporter(cast, referral) -> None:
    body = packing.keyed(cast).body
    with pytest.raises(MarksFoundError) as caught:
        packing.asked(referral, cast, body)
    assert "wati" not in f"{caught.value}{caught.value.reader_message}".lower()
    assert not Pack.objects.exists()
    places = open_places(referral, people(referral))
    assert {(p.part, p.line) for p in places} == {("Kajian", 1), ("Kajian", 2)}
    assert "Wati" not in "".join(place.shown for place in places)
    assert "wati" not in repr(places).lower()


def test_covering_all_lets_the_pack_be_built_and_leaves_the_study_alone(
    cast, referral
) -> None:
    body = packing.keyed(cast).body
    count = actions.cover_found(
        referral=referral,
        respondents=people(referral),
        actor=as_actor(cast.budi),
        **NOW,
    )
    assert count == 2
    assert open_places(referral, people(referral)) == ()
    study = next(
        c for c in copies_of(referral, people(referral)) if "Kajian" in c.title
    )
    assert study.paper.analysis == (
        f"Menurut {COVER}, terlapor hadir.\nHubungi {COVER}."
    )
    assert newest_study(referral.case).analysis == SLIP
    assert packing.asked(referral, cast, body).state == Pack.State.QUEUED
    assert compare().difference is None


def test_a_passage_is_covered_by_hand_and_must_stand_somewhere(cast, referral) -> None:
    actions.cover_passage(
        referral=referral, passage="Terlapor  HADIR", actor=as_actor(cast.budi), **NOW
    )
    texts = [c.paper for c in copies_of(referral, people(referral))]
    assert "terlapor hadir" not in repr(texts)
    with pytest.raises(PassageNotFoundError):
        actions.cover_passage(
            referral=referral,
            passage="kalimat yang tidak ada",
            actor=as_actor(cast.budi),
            **NOW,
        )


def spare(referral, person, word="wati"):
    return actions.spare_word(
        referral=referral,
        word=word,
        reason="Nama tempat, bukan orang",
        actor=as_actor(person),
        **NOW,
    )


def test_a_spared_word_stays_and_another_person_makes_the_pack(cast, referral) -> None:
    body = packing.keyed(cast).body
    spare(referral, cast.budi)
    actions.cover_found(
        referral=referral,
        respondents=people(referral),
        actor=as_actor(cast.eko),
        **NOW,
    )
    with pytest.raises(OwnSparingError):
        packing.asked(referral, cast, body)
    pack = actions.ask_pack(
        referral=referral,
        body=body,
        respondents=people(referral),
        exhibits=(),
        actor=as_actor(cast.eko),
        **NOW,
    )
    assert pack.state == Pack.State.QUEUED
    assert compare().difference is None


@pytest.mark.parametrize("word", ["0800000001", "Wati Contohwati", "terlapor"])
def test_only_a_part_of_a_name_that_was_found_is_spared(cast, referral, word) -> None:
    with pytest.raises(NotSparableError):
        spare(referral, cast.budi, word)


def test_a_pack_needs_its_papers(cast) -> None:
    referral = matters.case_on(cast, "follow_up").referrals.get()
    with pytest.raises(PapersMissingError) as caught:
        packing.asked(referral, cast, packing.keyed(cast).body)
    assert "Surat Penerusan" in caught.value.reader_message


def test_a_pack_is_for_a_receiver_about_its_people_with_its_evidence(cast) -> None:
    referral = packing.referred(cast)
    body, stranger = packing.keyed(cast).body, packing.keyed(cast, "dkpp").body
    with pytest.raises(NotAReceiverError):
        packing.asked(referral, cast, stranger)
    with pytest.raises(WrongChoiceError):
        packing.asked(referral, cast, body, exhibits=(7,))
    with pytest.raises(WrongChoiceError):
        actions.ask_pack(
            referral=referral,
            body=body,
            respondents=[],
            exhibits=(),
            actor=as_actor(cast.budi),
            **NOW,
        )


def test_a_pack_is_taken_away_once_ready_and_every_time_is_entered(cast) -> None:
    referral = packing.referred(cast)
    pack = packing.asked(referral, cast, packing.keyed(cast).body)
    with pytest.raises(PackNotReadyError):
        actions.download_pack(pack=pack, actor=as_actor(cast.budi), **NOW)
    packing.built(pack)
    packing.built(pack)
    for _time in range(2):
        actions.download_pack(pack=pack, actor=as_actor(cast.budi), **NOW)
    assert PackDownload.objects.filter(pack=pack).count() == 2
    assert compare().difference is None


def test_a_key_revoked_while_the_pack_is_built_fails_it(cast) -> None:
    referral, made = packing.referred(cast), packing.keyed(cast)
    pack = packing.asked(referral, cast, made.body)
    actions.revoke_body_key(
        key=made.key, reason="hilang", actor=as_actor(cast.putri), **NOW
    )
    pack = packing.built(pack)
    assert pack.state == Pack.State.FAILED
    assert pack.failure
    assert compare().difference is None


def test_another_respondent_of_the_case_stays_out_of_the_employers_copy(cast) -> None:
    other = replace(
        matters.TELLING.respondents[0],
        name="Zulkarnainx Contohlain",
        workplace="Dinas Lainx",
    )
    telling = replace(
        matters.TELLING, respondents=(*matters.TELLING.respondents, other)
    )
    with patch.object(matters, "alleged", _alleged_all):
        referral = packing.referred(cast, telling=telling)
    first = referral.respondents.order_by("pk").first()
    copies = copies_of(referral, [first])
    assert "Zulkarnainx" not in repr([copy.paper for copy in copies])
    assert "Bambang" in repr([copy.paper for copy in copies])
    assert open_places(referral, [first]) == ()


def _alleged_all(case, cast):
    for person in case.respondents:
        matters.cases.allege(
            case=case,
            respondent=person,
            norm=_norm(case, person),
            act_on=matters.ACT_ON,
            side=None,
            phase_reason="",
            actor=as_actor(cast.budi),
            at=matters.WRITTEN_AT,
        )


def _norm(case, person):
    offered = matters.cases.alleging.offered_norms(case, person, matters.ACT_ON)
    return next(offer.violation.id for offer in offered if offer.fits)


def test_whoever_was_cleared_is_concealed_like_a_witness(cast) -> None:
    texts = {**STUDY_TEXTS, "analysis": "Bambang Contohadi hadir."}
    with patch.object(matters, "STUDY_TEXTS", texts):
        referral = packing.referred(cast)
    assert open_places(referral, people(referral)) == ()
    referral.respondents.update(cleared_at=packing.ASKED_AT, cleared_as=1)
    assert {place.line for place in open_places(referral, people(referral))} == {1}

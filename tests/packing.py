"""Referrals whose papers are issued, bodies with keys, and packs opened by them."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from unittest.mock import patch

from netra.domain import sealing
from netra.domain.access import Role
from netra.domain.law import Paper
from netra.records.accounts.models import OutsideBody, User
from netra.records.accounts.queries import PUBLIC
from netra.records.documents.actions import issue_paper
from netra.records.evidence.actions import receive_blob
from netra.records.packs import actions, store
from netra.records.packs.later import build_pack_later
from netra.records.packs.models import BodyKey, LegalNeed, Pack
from netra.records.referrals.models import Referral
from netra.records.reports import actions as reports
from netra.records.reports.content import ReportContent
from netra.records.reports.models import Exhibit, Report
from tests import matters
from tests.offices import (
    LAID_AT,
    SUBMITTED_AT,
    TELLING,
    TOLD_AT,
    Cast,
    as_actor,
    at,
    person,
)

PHRASE = "kalimat contoh lembaga penerima"
ASKED_AT = at("2024-11-07 09:00")
HANDED_AT = at("2024-11-07 11:00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """A body with a confirmed key, and what the body keeps to itself."""

    body: OutsideBody
    key: BodyKey
    file: str
    pair: sealing.KeyPair


def second_keeper(cast: Cast) -> User:
    """Return Raka, who keeps keys of bodies beside Putri."""
    found = User.objects.filter(username="raka").first()
    return found or person("Raka", (Role.ADMINISTRATOR, cast.nation))


def entered(cast: Cast, authority: str = "bkn", region: str = "") -> OutsideBody:
    """Enter a body as Putri; the same one twice is entered once."""
    known = OutsideBody.objects.filter(authority=authority, region=region).first()
    return known or actions.enter_body(
        authority=authority,
        name=f"Lembaga contoh {authority} {region}".strip(),
        region=region,
        address="",
        email="",
        actor=as_actor(cast.putri),
        at=LAID_AT,
    )


def registered(cast: Cast, body: OutsideBody) -> Keyed:
    """Let a body make a key, and register it as Putri."""
    file, pair = sealing.new_key_file(PHRASE)
    key = actions.register_body_key(
        body=body,
        public=sealing.public_line(pair.public),
        actor=as_actor(cast.putri),
        at=LAID_AT,
    )
    return Keyed(body=body, key=key, file=file, pair=pair)


def keyed(cast: Cast, authority: str = "bkn", region: str = "") -> Keyed:
    """Return a body whose key Putri registered and Raka confirmed."""
    made = registered(cast, entered(cast, authority, region))
    confirmed = actions.confirm_body_key(
        key=made.key,
        how="dibacakan lewat telepon kantor",
        actor=as_actor(second_keeper(cast)),
        at=LAID_AT,
    )
    return replace(made, key=confirmed)


def _with_files(files: Sequence[tuple[bytes, str]]) -> Callable[..., Report]:
    """Return how a report is handed in with its files."""
    plain = matters.submitted

    def submitted(cast: Cast, **told: object) -> Report:
        report = plain(cast, **told)
        for content, name in files:
            reports.add_exhibit(
                report=report,
                blob=receive_blob(chunks=[content], at=SUBMITTED_AT),
                kind=Exhibit.Kind.EVIDENCE,
                name=name,
                actor=PUBLIC,
                at=SUBMITTED_AT,
            )
        return report

    return submitted


def referred(
    cast: Cast,
    *,
    telling: ReportContent = TELLING,
    files: Sequence[tuple[bytes, str]] = (),
) -> Referral:
    """Return a referral whose letter, study and decision are issued."""
    with patch.object(matters, "submitted", _with_files(files)):
        case = matters.case_on(cast, "follow_up", telling=telling)
    budi = as_actor(cast.budi)
    referral = case.referrals.get()
    for kind in (Paper.STUDY, Paper.PLENARY_DECISION):
        issue_paper(kind, case=case, actor=budi, at=TOLD_AT)
    issue_paper(Paper.REFERRAL_LETTER, referral=referral, actor=budi, at=TOLD_AT)
    return referral


def asked(
    referral: Referral, cast: Cast, body: OutsideBody, *, exhibits: Sequence[int] = ()
) -> Pack:
    """Ask for the open part as Budi."""
    return actions.ask_pack(
        referral=referral,
        body=body,
        respondents=list(referral.respondents.all()),
        exhibits=exhibits,
        actor=as_actor(cast.budi),
        at=ASKED_AT,
    )


def built(pack: Pack) -> Pack:
    """Let the worker build it."""
    build_pack_later(pack.pk)
    pack.refresh_from_db()
    return pack


def recorded(referral: Referral, cast: Cast, body: OutsideBody) -> LegalNeed:
    """Record a need as Budi."""
    return actions.record_need(
        referral=referral,
        body=body,
        ground="Pasal contoh",
        letter="1/CONTOH/2024",
        letter_on=date(2024, 11, 6),
        actor=as_actor(cast.budi),
        at=ASKED_AT,
    )


def needed(referral: Referral, cast: Cast, body: OutsideBody) -> LegalNeed:
    """Record a need as Budi and approve it as Sari."""
    need = recorded(referral, cast, body)
    return actions.approve_need(need=need, actor=as_actor(cast.sari), at=ASKED_AT)


def sealed_part(need: LegalNeed, cast: Cast) -> Pack:
    """Ask for the sealed part of a need as Budi."""
    return actions.ask_sealed_part(
        need=need,
        reason="Diminta penyidik contoh",
        actor=as_actor(cast.budi),
        at=ASKED_AT,
    )


def container_of(pack: Pack) -> bytes:
    """Return the bytes that are handed out."""
    return store.verified_path(pack).read_bytes()


def opened(pack: Pack, pair: sealing.KeyPair) -> bytes:
    """Return the archive inside a pack, as the body of the key opens it."""
    _head, pieces = sealing.open_container(pair, io.BytesIO(container_of(pack)))
    return b"".join(pieces)

"""What follows a decision in the demonstration: letters, packs, notices, closing."""

from datetime import datetime, timedelta

from netra.cli.demonstration.errors import PlanError
from netra.cli.demonstration.people import PASSWORD
from netra.cli.demonstration.texts import MARK
from netra.cli.demonstration.walking import Walk
from netra.domain import sealing
from netra.records.accounts.models import OutsideBody
from netra.records.accounts.queries import actor_of
from netra.records.cases.models import Case
from netra.records.closing import actions as closing
from netra.records.documents.actions import issue_paper
from netra.records.documents.queries import papers_due
from netra.records.notices import actions as notices
from netra.records.notices.actions.replying import Answer
from netra.records.notices.actions.telling import Addressee
from netra.records.notices.models import Clearance, Notice, Reply
from netra.records.packs import actions as packs
from netra.records.packs.models import BodyKey
from netra.records.packs.queries import receivers_of
from netra.records.referrals import actions as referrals
from netra.records.referrals.content import HopContent
from netra.records.referrals.models import Hop, Referral
from netra.records.reports.models import Respondent


def _first(case: Case) -> Respondent:
    found = case.respondents.order_by("pk").first()
    if found is None:
        raise LookupError("the case has no respondent")
    return found


def invite_reply(walk: Walk, at: datetime) -> None:
    """Give the respondent the right of reply."""
    notices.invite_reply(
        case=walk.case,
        respondent=_first(walk.case),
        due_on=at.date() + timedelta(days=3),
        actor=walk.officer(at),
        at=at,
    )


def record_reply(walk: Walk, at: datetime) -> None:
    """Record what the respondent answered by letter."""
    notices.record_reply(
        case=walk.case,
        respondent=_first(walk.case),
        via=Reply.Via.LETTER,
        answer=Answer(text=f"{MARK} Spanduk itu dipasang orang lain di pagar saya."),
        received_at=at,
        actor=walk.officer(at),
        at=at,
    )


def tell_reporter(walk: Walk, at: datetime) -> None:
    """Tell the reporter that it was registered and what was decided."""
    actor = walk.officer(at)
    for event in (Notice.Event.REGISTERED, Notice.Event.DECIDED):
        notice = notices.prepare_notice(
            matter=walk.case,
            event=event,
            addressee=Addressee(to=Notice.To.REPORTER),
            channel=Notice.Channel.STATUS_PAGE,
            actor=actor,
            at=at,
        )
        notices.send_notice(notice=notice, actor=actor, at=at)


def clear(walk: Walk, at: datetime) -> None:
    """Clear the respondent against whom nothing was found."""
    notices.clear_person(
        case=walk.case,
        respondent=_first(walk.case),
        ground=Clearance.Ground.NOT_A_VIOLATION,
        reason=f"{MARK} Pleno menetapkan bukan pelanggaran.",
        actor=walk.chair(at),
        at=at,
    )


def close(walk: Walk, at: datetime) -> None:
    """Issue what is still due and close the file."""
    actor = walk.officer(at)
    for kind in papers_due(walk.case):
        issue_paper(kind, case=walk.case, actor=actor, at=at)
    closing.close_file(
        case=walk.case,
        note=f"{MARK} Semua langkah selesai.",
        actor=actor,
        at=at,
    )


def add_task(walk: Walk, at: datetime) -> None:
    """Remind the office of something that is still to be done."""
    closing.add_task(
        case=walk.case,
        title="Menanyakan tindak lanjut kepada instansi (DATA CONTOH)",
        due_on=at.date() + timedelta(days=14),
        holder=walk.holder,
        actor=walk.officer(at),
        at=at,
    )


def register_key(walk: Walk, at: datetime) -> None:
    """Register the key of a body in the region."""
    _referral, body = _letter(walk)
    _file, pair = sealing.new_key_file(PASSWORD)
    packs.register_body_key(
        body=body,
        public=sealing.public_line(pair.public),
        actor=actor_of(walk.people["pengelola"], at),
        at=at,
    )


def confirm_key(walk: Walk, at: datetime) -> None:
    """Let a second keeper confirm the key of the body."""
    _referral, body = _letter(walk)
    packs.confirm_body_key(
        key=BodyKey.objects.get(body=body),
        how=f"{MARK} Dibacakan lewat telepon kantor.",
        actor=actor_of(walk.people["pengelola.babel"], at),
        at=at,
    )


def pack(walk: Walk, at: datetime) -> None:
    """Build the pack for the body in the region and send it with the letter."""
    referral, body = _letter(walk)
    actor = walk.officer(at)
    people = list(referral.respondents.all())
    packs.cover_found(referral=referral, respondents=people, actor=actor, at=at)
    asked = packs.ask_pack(
        referral=referral,
        body=body,
        respondents=people,
        exhibits=(),
        actor=actor,
        at=at,
    )
    packs.build_pack(pack=asked, actor=actor, at=at)
    asked.refresh_from_db()
    packs.download_pack(pack=asked, actor=actor, at=at)
    _station(walk, Hop.Kind.SENT, at)


def acknowledge(walk: Walk, at: datetime) -> None:
    """Note that the letter arrived and that its receiver signed for it."""
    _station(walk, Hop.Kind.DELIVERED, at)
    _station(walk, Hop.Kind.ACKNOWLEDGED, at)


def _letter(walk: Walk) -> tuple[Referral, OutsideBody]:
    """Return the first referral and who receives it, or a copy, in the region."""
    referral = walk.case.referrals.order_by("pk").first()
    if referral is None:
        raise PlanError(walk.matter.key, "there is no referral")
    near = receivers_of(referral).filter(region=walk.case.region)
    body = near.order_by("pk").first()
    if body is None:
        raise PlanError(walk.matter.key, "nobody in the region receives the referral")
    return referral, body


def _station(walk: Walk, kind: Hop.Kind, at: datetime) -> None:
    referral, body = _letter(walk)
    referrals.record_hop(
        referral=referral,
        content=HopContent(
            kind=kind,
            happened_at=at,
            body=body.name if kind == Hop.Kind.ACKNOWLEDGED else "",
            channel="Diantar langsung",
            note=MARK,
        ),
        actor=walk.officer(at),
        at=at,
    )

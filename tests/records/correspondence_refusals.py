"""What Anton of 34.71 tries on the agenda of 33.74; every entry is about a case."""

from dataclasses import replace

from netra.domain.access import Actor
from netra.domain.law import Paper
from netra.records.correspondence import actions
from netra.records.correspondence.models import AgendaEntry
from netra.records.documents.actions import issue_paper
from netra.records.evidence.actions import receive_blob
from tests.people import PNG, REFERRED_AT, STUDIED_AT, Cast, as_actor, case_on
from tests.records.correspondence.lines import LETTER, about, eml, letter_in

_NOW = {"at": REFERRED_AT}


def _entry(cast: Cast) -> AgendaEntry:
    return letter_in(cast, links=about(case=case_on(cast)))


def _given(cast: Cast) -> dict[str, object]:
    content = replace(LETTER, links=about(case=case_on(cast)))
    return {"office": cast.city, "content": content, **_NOW}


def _way(cast: Cast) -> dict[str, object]:
    return {**_given(cast), "direction": AgendaEntry.Direction.IN}


def _paper(cast: Cast, actor: Actor) -> object:
    paper = issue_paper(
        Paper.REGISTRATION, case=case_on(cast), actor=as_actor(cast.budi), at=STUDIED_AT
    )
    return actions.enter_paper(
        paper=paper, counterpart="Pelapor", subject="Surat", actor=actor, **_NOW
    )


def _referral(cast: Cast, actor: Actor) -> object:
    referral = case_on(cast, "status_notice").referrals.get()
    return actions.enter_referral(
        referral=referral, subject="Surat", actor=actor, **_NOW
    )


def _drop(cast: Cast, actor: Actor) -> object:
    dropped = actions.Dropped(
        direction=AgendaEntry.Direction.IN,
        names_source=False,
        links=about(case=case_on(cast)),
    )
    return actions.drop_email(
        office=cast.city, content=eml(), dropped=dropped, actor=actor, **_NOW
    )


CORRESPONDED = {
    "correspondence.add_scan": lambda cast, actor: actions.add_scan(
        entry=_entry(cast),
        blob=receive_blob(chunks=[PNG], at=STUDIED_AT),
        name="surat.png",
        actor=actor,
        **_NOW,
    ),
    "correspondence.answer_entry": lambda cast, actor: actions.answer_entry(
        entry=_entry(cast), content=LETTER, actor=actor, **_NOW
    ),
    "correspondence.correct_entry": lambda cast, actor: actions.correct_entry(
        entry=_entry(cast), content=LETTER, actor=actor, **_NOW
    ),
    "correspondence.drop_email": _drop,
    "correspondence.enter_in": lambda cast, actor: actions.enter_in(
        actor=actor, **_given(cast)
    ),
    "correspondence.enter_out": lambda cast, actor: actions.enter_out(
        actor=actor, **_given(cast)
    ),
    "correspondence.enter_paper": _paper,
    "correspondence.enter_referral": _referral,
    "correspondence.link_entry": lambda cast, actor: actions.link_entry(
        entry=letter_in(cast), links=about(case=case_on(cast)), actor=actor, **_NOW
    ),
    "correspondence.note_call": lambda cast, actor: actions.note_call(
        actor=actor, **_way(cast)
    ),
    "correspondence.note_visit": lambda cast, actor: actions.note_visit(
        actor=actor, **_way(cast)
    ),
    "correspondence.open_sealed": lambda cast, actor: actions.open_sealed(
        entry=_entry(cast), reason="alasan", actor=actor, **_NOW
    ),
    "correspondence.void_entry": lambda cast, actor: actions.void_entry(
        entry=_entry(cast), reason="alasan", actor=actor, **_NOW
    ),
}

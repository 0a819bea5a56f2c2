"""What Anton of 34.71 tries on the people and the proof of a case of 33.74."""

from collections.abc import Callable
from datetime import date

from netra.domain.access import Actor
from netra.records.cases.models import Case
from netra.records.parties import actions as parties
from netra.records.proof import actions as proof
from netra.records.proof.models import ElementFinding
from tests.people import ACT_ON, NORM, WRITTEN_AT, Cast, alleged, as_actor, registered
from tests.records.parties.acting import MARKED, REASON, RIGHT, SEEN, joined, named
from tests.records.proof.acting import NOTE, WHY, tied

Attempt = Callable[[Cast, Actor], object]
_NOW = {"at": WRITTEN_AT}


def _case(cast: Cast) -> Case:
    return registered(cast)


def _on_person(act: Callable[..., object], **told: object) -> Attempt:
    """Try something on the first respondent of a fresh case."""

    def attempt(cast: Cast, actor: Actor) -> object:
        case = _case(cast)
        person = case.respondents.first()
        return act(case=case, respondent=person, actor=actor, **told, **_NOW)

    return attempt


def _split(cast: Cast, actor: Actor) -> object:
    row = joined(_case(cast), _case(cast).report, actor=as_actor(cast.budi))
    return parties.split_report(joined=row, reason=REASON, actor=actor, **_NOW)


def _untie(cast: Cast, actor: Actor) -> object:
    allegation = alleged(_case(cast), cast)
    source = f"respondent:{allegation.respondent_id}"
    tie = tied(allegation, cast, source=source)
    return proof.untie_exhibit(tie=tie, actor=actor, **_NOW)


INVOLVED: dict[str, Attempt] = {
    "parties.name_party": lambda cast, actor: parties.name_party(
        case=_case(cast), content=SEEN, actor=actor, **_NOW
    ),
    "parties.correct_party": lambda cast, actor: parties.correct_party(
        party=named(_case(cast), cast), content=SEEN, actor=actor, **_NOW
    ),
    "parties.drop_party": lambda cast, actor: parties.drop_party(
        party=named(_case(cast), cast), reason=REASON, actor=actor, **_NOW
    ),
    "parties.open_party": lambda cast, actor: parties.open_party(
        case=_case(cast), key="reporter:1", reason=REASON, actor=actor, **_NOW
    ),
    "parties.add_respondent": lambda cast, actor: parties.add_respondent(
        case=_case(cast), content=MARKED, actor=actor, **_NOW
    ),
    "parties.identify_respondent": _on_person(
        parties.identify_respondent, content=RIGHT
    ),
    "parties.replace_respondent": _on_person(
        parties.replace_respondent, content=RIGHT, reason=REASON
    ),
    "parties.withdraw_respondent": _on_person(
        parties.withdraw_respondent, reason=REASON
    ),
    "parties.join_report": lambda cast, actor: joined(
        _case(cast), _case(cast).report, actor=actor
    ),
    "parties.split_report": _split,
    "parties.set_event_time": lambda cast, actor: parties.set_event_time(
        case=_case(cast),
        earliest_on=ACT_ON,
        latest_on=date(2024, 10, 29),
        words="",
        place_words="",
        actor=actor,
        **_NOW,
    ),
    "parties.touch_sides": lambda cast, actor: parties.touch_sides(
        allegation=alleged(_case(cast), cast), sides={}, actor=actor, **_NOW
    ),
    "proof.judge_element": lambda cast, actor: proof.judge_element(
        allegation=alleged(_case(cast), cast),
        element="subject",
        judgement=ElementFinding.Judgement.MET,
        why=WHY,
        actor=actor,
        **_NOW,
    ),
    "proof.tie_exhibit": lambda cast, actor: proof.tie_exhibit(
        allegation=alleged(_case(cast), cast),
        element="subject",
        source="respondent:1",
        speaks="for",
        note=NOTE,
        actor=actor,
        **_NOW,
    ),
    "proof.untie_exhibit": _untie,
    "proof.add_element": lambda cast, actor: proof.add_element(
        case=_case(cast), norm=NORM, text="DATA CONTOH", actor=actor, **_NOW
    ),
}

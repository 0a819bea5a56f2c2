"""What Anton tries on the keys and the information of 33.74."""

from collections.abc import Callable

from netra.domain.access import Actor
from netra.records.custody import actions as custody
from netra.records.custody.models import HolderCopy
from netra.records.information import actions as information
from netra.records.information.models import Information, InformationFile
from netra.records.observations.content import TracingPlan
from tests.informing import PHOTO, PHRASE, TOLD, given, keyed, office_of, opened_by
from tests.people import STUDIED_AT, SUBDISTRICT, Cast, report_on, tracing_on

Attempt = Callable[[Cast, Actor], object]
_NOW = {"at": STUDIED_AT}


def _given(cast: Cast) -> Information:
    keyed(cast)
    row, _code = given(cast, files=[PHOTO])
    return row


def _file(cast: Cast, kind: str) -> InformationFile:
    return _given(cast).files.get(kind=kind)


def _change(cast: Cast, actor: Actor) -> None:
    office = keyed(cast)
    custody.change_office_key(
        office=office, opened=opened_by(cast), actor=actor, **_NOW
    )


def _give(cast: Cast, actor: Actor) -> None:
    office = keyed(cast)
    custody.give_copy(
        office=office, to=cast.anton, opened=opened_by(cast), actor=actor, **_NOW
    )


def _withdraw(cast: Cast, actor: Actor) -> None:
    keyed(cast)
    custody.withdraw_copy(copy=HolderCopy.objects.get(), actor=actor, **_NOW)


def _begin(cast: Cast, actor: Actor) -> None:
    row = _given(cast)
    information.begin_tracing_from(
        office=row.office,
        rows=[row],
        plan=TracingPlan(
            contest=cast.contest,
            event="Pembagian kaus",
            question="Siapa yang membagikan?",
            place_region=SUBDISTRICT,
        ),
        actor=actor,
        **_NOW,
    )


INFORMED: dict[str, Attempt] = {
    "custody.set_phrase": lambda cast, actor: custody.set_phrase(
        office=office_of(cast), phrase=PHRASE, actor=actor, **_NOW
    ),
    "custody.change_phrase": lambda cast, actor: custody.change_phrase(
        office=keyed(cast), old=PHRASE, new=f"{PHRASE} baru", actor=actor
    ),
    "custody.make_office_key": lambda cast, actor: custody.make_office_key(
        office=office_of(cast), actor=actor, **_NOW
    ),
    "custody.change_office_key": _change,
    "custody.recover_office_key": lambda cast, actor: custody.recover_office_key(
        office=keyed(cast), code="ABCD", actor=actor, **_NOW
    ),
    "custody.give_copy": _give,
    "custody.withdraw_copy": _withdraw,
    "information.assign_information": lambda cast, actor: (
        information.assign_information(
            information=_given(cast), holder=cast.anton, actor=actor, **_NOW
        )
    ),
    "information.begin_tracing_from": _begin,
    "information.end_information": lambda cast, actor: information.end_information(
        information=_given(cast),
        ended_as=Information.End.SPAM,
        text="alasan",
        actor=actor,
        **_NOW,
    ),
    "information.give_information": lambda cast, actor: information.give_information(
        content=TOLD,
        office=keyed(cast),
        via=Information.Via.DESK,
        actor=actor,
        **_NOW,
    ),
    "information.group_information": lambda cast, actor: information.group_information(
        rows=[_given(cast)], actor=actor, **_NOW
    ),
    "information.inform_from_report": lambda cast, actor: (
        information.inform_from_report(
            report=report_on(cast, "initial_study"), actor=actor, **_NOW
        )
    ),
    "information.join_tracing": lambda cast, actor: information.join_tracing(
        tracing=tracing_on(cast), information=_given(cast), actor=actor, **_NOW
    ),
    "information.open_derivative": lambda cast, actor: information.open_derivative(
        file=_file(cast, "derivative"), opened=opened_by(cast), actor=actor, **_NOW
    ),
    "information.open_information": lambda cast, actor: information.open_information(
        information=_given(cast), opened=opened_by(cast), actor=actor, **_NOW
    ),
    "information.open_original": lambda cast, actor: information.open_original(
        file=_file(cast, "original"),
        reason="alasan",
        opened=opened_by(cast),
        actor=actor,
        **_NOW,
    ),
    "information.post_to_source": lambda cast, actor: information.post_to_source(
        information=_given(cast), text="Halo", actor=actor, **_NOW
    ),
    "information.release_queued": lambda cast, actor: information.release_queued(
        office=office_of(cast), count=5, actor=actor, **_NOW
    ),
    "information.tell_sources": lambda cast, actor: information.tell_sources(
        tracing=tracing_on(cast),
        opened=opened_by(cast, office=keyed(cast)),
        text="Halo",
        actor=actor,
        **_NOW,
    ),
    "information.ungroup_information": lambda cast, actor: (
        information.ungroup_information(information=_given(cast), actor=actor, **_NOW)
    ),
}

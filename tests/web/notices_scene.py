"""A case in which somebody was told, invited to answer, heard and cleared."""

from datetime import date

from netra.records.cases.models import Case
from netra.records.evidence.actions import receive_blob
from netra.records.notices import actions
from netra.records.notices.actions.replying import Answer, AnswerFile
from netra.records.notices.actions.telling import Addressee
from netra.records.notices.models import Clearance, Notice
from netra.records.reports.content import PersonContent
from netra.records.reports.models import Report
from tests import people

CLEARED = PersonContent(
    name="Xaverius Zulkarnaen",
    workplace="Balai Quilombo",
    post="penyusun Wexford",
    employment_class="pns",
)
MARKS = ("xaverius", "zulkarnaen", "quilombo", "wexford")
"""What names the cleared person and stands nowhere else in the cast."""


def named(text: str) -> list[str]:
    """Return the marks of the cleared person that a text shows."""
    return [mark for mark in MARKS if mark in text.lower()]


_TOLD = people.told(
    people.TELLING,
    respondents=(CLEARED,),
    event=f"{CLEARED.name} mengajak memilih di lapangan",
    account=f"DATA CONTOH. {CLEARED.name.upper()} naik panggung. Zulkarnaen bicara.",
)


def heard_case(cast: people.Cast) -> Case:
    """Return a decided case whose respondent was told of it and has answered."""
    case = people.case_on(
        cast, "status_notice", outcome="not_a_violation", telling=_TOLD
    )
    by = {"actor": people.as_actor(cast.budi), "at": people.TOLD_AT}
    person = case.respondents.get()
    for event, to in (
        (Notice.Event.REGISTERED, Addressee(to=Notice.To.REPORTER)),
        (
            Notice.Event.DECIDED,
            Addressee(to=Notice.To.RESPONDENT, respondent=person),
        ),
    ):
        actions.prepare_notice(
            matter=case,
            event=event,
            addressee=to,
            channel=Notice.Channel.BY_HAND,
            **by,
        )
    invitation, _code = actions.invite_reply(
        case=case, respondent=person, due_on=date(2024, 11, 12), **by
    )
    blob = receive_blob(chunks=[people.PNG], at=people.TOLD_AT)
    file = AnswerFile(blob=blob, name="foto.png")
    answer = Answer(text="DATA CONTOH. Saya bukan orang itu.", files=[file])
    actions.answer_by_code(invitation=invitation, answer=answer, at=people.TOLD_AT)
    return case


def clear(case: Case, cast: people.Cast) -> Clearance:
    """Clear the respondent of a case."""
    return actions.clear_person(
        case=case,
        respondent=case.respondents.get(),
        ground=Clearance.Ground.NOT_A_VIOLATION,
        reason="Pleno memutus bukan pelanggaran.",
        actor=people.as_actor(cast.sari),
        at=people.TOLD_AT,
    )


def cleared_case(cast: people.Cast) -> Case:
    """Return such a case after its respondent was cleared."""
    case = heard_case(cast)
    clear(case, cast)
    return Case.objects.get(pk=case.pk)


def told_report(report: Report, cast: people.Cast) -> Notice:
    """Return an unsent notice about a report without a case."""
    return actions.prepare_notice(
        matter=report,
        event=Notice.Event.RECEIVED,
        addressee=Addressee(to=Notice.To.REPORTER),
        channel=Notice.Channel.STATUS_PAGE,
        actor=people.as_actor(cast.budi),
        at=people.TOLD_AT,
    )

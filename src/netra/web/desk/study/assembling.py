"""Reading what the study of a case is assembled from."""

from netra.domain.law import Status
from netra.records.cases.models import Case
from netra.records.clarifications.queries import clarification_statements
from netra.records.parties.models import EventTime
from netra.records.proof.queries import (
    NumberedExhibit,
    ProvenAllegation,
    ProvenElement,
    ProvenTie,
    exhibits_in,
    proof_table,
)
from netra.records.regions.queries import name_of
from netra.web.desk import case_reading as reading
from netra.web.desk.study.texts import (
    AllegationFacts,
    CaseFacts,
    ElementFacts,
    PersonFacts,
    StatementFacts,
    compose,
)
from netra.web.desk.study.words import origin_words, unjudged_words
from netra.web.portal.law_words import status_words
from netra.web.templatetags.netra import article, local_date, short_moment


def assemble_study(case: Case) -> dict[str, str]:
    """Return the starting text of each part of the study, from what the case holds.

    It names respondents, so only who may read the study may see it; reporters and
    witnesses stand there as capacities.
    """
    return compose(case_facts(case))


def case_facts(case: Case) -> CaseFacts:
    """Return what the study is composed from."""
    people = reading.respondents_of(case, masked=False)
    shown = {one.row.pk: one for person in people for one in person.allegations}
    when, place = _when_and_where(case)
    return CaseFacts(
        origin=origin_words(case),
        event=case.origin.event,
        when=when,
        place=place,
        account=case.origin.account.strip(),
        people=tuple(_person(person) for person in people),
        allegations=tuple(
            _allegation(proven, shown[proven.allegation.pk])
            for proven in proof_table(case)
        ),
        exhibits=tuple(_exhibit(one) for one in exhibits_in(case)),
        statements=tuple(
            StatementFacts(
                label=one.label,
                when=short_moment(one.finished_at, case.region),
                text=one.text,
                under_oath=one.under_oath,
            )
            for one in clarification_statements(case)
        ),
    )


def _when_and_where(case: Case) -> tuple[str, str]:
    """Return day and place, as surely as anybody has said."""
    origin = case.origin
    place = ", ".join(filter(None, (origin.place, name_of(case.place_region))))
    row = EventTime.objects.filter(case=case).first()
    if row is None:
        days = local_date(origin.happened_on) if origin.happened_on else ""
        return ", ".join(filter(None, (days, origin.happened_time))), place
    days = local_date(row.earliest_on)
    if row.latest_on != row.earliest_on:
        days = f"{days} – {local_date(row.latest_on)}"
    when = f"{row.words} ({days})" if row.words else days
    return when, row.place_words or place


def _person(person: reading.ShownRespondent) -> PersonFacts:
    what = (person.class_label, person.post, person.workplace)
    return PersonFacts(
        number=person.number, name=person.name, what=", ".join(filter(None, what))
    )


def _allegation(
    proven: ProvenAllegation, shown: reading.ShownAllegation
) -> AllegationFacts:
    sure = "" if shown.status is Status.CONFIRMED else status_words(shown.status)
    return AllegationFacts(
        person=proven.number,
        title=shown.violation.title,
        articles="; ".join(article(citation) for citation in shown.citations),
        status=sure,
        act_on=local_date(proven.allegation.act_on),
        stage=shown.stage,
        elements=tuple(_element(one) for one in proven.elements),
        is_proven=proven.is_proven,
    )


def _element(proven: ProvenElement) -> ElementFacts:
    finding = proven.finding
    return ElementFacts(
        text=proven.element.text,
        judgement=finding.get_judgement_display() if finding else unjudged_words(),
        why=finding.why.strip() if finding else "",
        evidence=tuple(_evidence(tie) for tie in proven.ties),
    )


def _evidence(tie: ProvenTie) -> str:
    told = f"{tie.label} ({tie.speaks})"
    return f"{told}, {tie.note.strip()}" if tie.note.strip() else told


def _exhibit(one: NumberedExhibit) -> str:
    return f"{one.label} ({one.source}), {one.row.blob.short_hash}"

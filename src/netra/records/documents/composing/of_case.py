"""Papers of a case: registration, study, plenary."""

from datetime import date

from netra.domain.law import zone_of
from netra.records.cases import road
from netra.records.cases.conditions import newest_study
from netra.records.cases.models import Case, Plenary, Study, Vote
from netra.records.cases.queries import deadlines_of
from netra.records.documents import papers, parts
from netra.records.documents.composing.heads import (
    Issue,
    deadline_text,
    head_of,
    members_of,
    signatory_of,
)
from netra.records.documents.composing.of_meeting import (
    absent_of,
    call_of,
    dissent_of,
    quorum_of,
    recused_of,
)
from netra.records.documents.composing.of_notices import answers_of
from netra.records.documents.composing.people import (
    allegation_of,
    exhibits_of,
    may_be_named,
    respondent_of,
)
from netra.records.documents.errors import PaperContentError


def registration(issue: Issue, case: Case) -> papers.Registration:
    """Return the record of registration with the deadlines that run now."""
    alleged = case.report.alleged_kind if case.report else ""
    outcome = road.procedure_of(case).outcomes.get(alleged)
    local = case.registered_at.astimezone(zone_of(case.place_region))
    return papers.Registration(
        head=head_of(issue),
        origin=origin_of(case),
        set_on=_set_on(case),
        registration_number=case.number,
        pre_number=case.origin.number if case.report else "",
        report_number=case.origin.number,
        registered_on=local.date(),
        procedure=road.procedure_of(case).title,
        alleged_kind=outcome.title if outcome else "",
        deadlines=tuple(deadline_text(d) for d in deadlines_of(case)),
        signatory=signatory_of(issue),
    )


def origin_of(case: Case) -> parts.Origin:
    """Return what the case was registered from."""
    return parts.Origin.REPORT if case.report else parts.Origin.FINDING


def _set_on(case: Case) -> date | None:
    if case.finding is None:
        return None
    decided = case.finding.events.get(key="finding_set")
    return decided.at.astimezone(zone_of(case.place_region)).date()


def study_of(case: Case) -> Study:
    """Return the newest version of the study.

    Raises:
        PaperContentError: there is none yet.
    """
    study = newest_study(case)
    if study is None:
        raise PaperContentError(f"case {case.pk} has no study")
    return study


def study(issue: Issue, case: Case) -> papers.Study:
    """Return the newest version of the study.

    Raises:
        PaperContentError: there is no study yet.
    """
    row = study_of(case)
    approval = row.approvals.select_related("approver").first()
    rows = case.allegations.select_related("respondent", "case__contest")
    approver = (
        parts.Signatory(
            role="Penyetuju", post="Orang kedua", name=approval.approver.name
        )
        if approval
        else None
    )
    return papers.Study(
        head=head_of(issue),
        origin=origin_of(case),
        registration_number=case.number,
        case_position=row.position,
        data=(parts.Fact(label="Data", value=row.facts), *answers_of(case)),
        respondents=tuple(respondent_of(r) for r in case.respondents),
        allegations=tuple(allegation_of(a) for a in rows),
        evidence=exhibits_of(case.origin, named=may_be_named(case.origin)),
        analysis=row.analysis,
        conclusion=row.conclusion,
        recommendation=row.recommendation,
        author=parts.Signatory(
            role="Penyusun", post="Penyusun kajian", name=row.author.name
        ),
        approver=approver,
    )


def _closed_plenary(case: Case) -> Plenary:
    found = case.plenaries.filter(closed_at__isnull=False, taken_over=False).first()
    if found is None:
        raise PaperContentError(f"case {case.pk} has no closed plenary")
    return found


def plenary(issue: Issue, case: Case) -> papers.PlenaryDecision:
    """Return the minutes and decision of the closed plenary.

    Raises:
        PaperContentError: the plenary has not decided.
    """
    row = _closed_plenary(case)
    titles = {key: o.title for key, o in road.procedure_of(case).outcomes.items()}
    votes = row.votes.select_related("member", "respondent")
    won = {(o.respondent_id, o.outcome) for o in row.outcomes.all()}
    dissent = [v for v in votes if (v.respondent_id, v.outcome) not in won]
    return papers.PlenaryDecision(
        head=head_of(issue),
        registration_number=case.number,
        convened_at=row.convened_at.astimezone(zone_of(case.place_region)),
        call=call_of(row),
        members=members_of(case.office, row.attendance.select_related("member")),
        absent=absent_of(row),
        recused=recused_of(row),
        quorum=quorum_of(row),
        outcomes=tuple(
            parts.RespondentOutcome(
                respondent=respondent_of(o.respondent), outcome=titles[o.outcome]
            )
            for o in row.outcomes.select_related("respondent")
        ),
        votes=tuple(_vote(v, titles) for v in votes),
        reasons="\n\n".join(v.reason for v in votes if v not in dissent),
        dissent=dissent_of(row, dissent),
        decision=tuple(t for t in row.decision_text.splitlines() if t.strip()),
    )


def _vote(vote: Vote, titles: dict[str, str]) -> parts.Vote:
    chosen = " dan ".join(titles[key] for key in vote.chosen)
    return parts.Vote(
        member=vote.member.name,
        choice=f"{chosen} ({vote.respondent.name or 'terlapor'})",
        note=vote.reason,
    )

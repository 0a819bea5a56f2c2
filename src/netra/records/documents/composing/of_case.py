"""Papers of a case: registration, study, plenary, referral, status."""

from netra.domain.law import StepKind, in_indonesian, zone_of
from netra.records.accounts.models import RoleAssignment
from netra.records.cases import road
from netra.records.cases.conditions import newest_study
from netra.records.cases.models import Allegation, Case, Plenary, Study, Vote
from netra.records.cases.queries import deadlines_of
from netra.records.documents import papers, parts
from netra.records.documents.composing.heads import (
    Issue,
    deadline_text,
    head_of,
    signatory_of,
)
from netra.records.documents.composing.people import (
    allegation_of,
    articles_of,
    decree_of,
    exhibits_of,
    respondent_of,
    sanction_of,
)
from netra.records.documents.errors import PaperContentError
from netra.records.law.queries import law
from netra.records.referrals.models import Referral
from netra.records.reports.models import Report


def registration(issue: Issue, case: Case) -> papers.Registration:
    """Return the record of registration with the deadlines that run now."""
    outcome = road.procedure_of(case).outcomes.get(case.report.alleged_kind)
    local = case.registered_at.astimezone(zone_of(case.place_region))
    return papers.Registration(
        head=head_of(issue),
        registration_number=case.number,
        pre_number=case.report.number,
        report_number=case.report.number,
        registered_on=local.date(),
        procedure=road.procedure_of(case).title,
        alleged_kind=outcome.title if outcome else "",
        deadlines=tuple(deadline_text(d) for d in deadlines_of(case)),
        signatory=signatory_of(issue),
    )


def _study_of(case: Case) -> Study:
    study = newest_study(case)
    if study is None:
        raise PaperContentError(f"case {case.pk} has no study")
    return study


def study(issue: Issue, case: Case) -> papers.Study:
    """Return the newest version of the study.

    Raises:
        PaperContentError: there is no study yet.
    """
    row = _study_of(case)
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
        registration_number=case.number,
        case_position=row.position,
        data=(parts.Fact(label="Data", value=row.facts),),
        respondents=tuple(respondent_of(r) for r in case.report.respondents.all()),
        allegations=tuple(allegation_of(a) for a in rows),
        evidence=exhibits_of(case.report, named=True),
        analysis=row.analysis,
        conclusion=row.conclusion,
        recommendation=row.recommendation,
        author=parts.Signatory(
            role="Penyusun", post="Penyusun kajian", name=row.author.name
        ),
        approver=approver,
    )


def _closed_plenary(case: Case) -> Plenary:
    found = case.plenaries.filter(closed_at__isnull=False).first()
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
    won = {o.respondent_id: o.outcome for o in row.outcomes.all()}
    dissent = [v for v in votes if v.outcome != won[v.respondent_id]]
    return papers.PlenaryDecision(
        head=head_of(issue),
        registration_number=case.number,
        convened_at=row.convened_at.astimezone(zone_of(case.place_region)),
        members=tuple(_members(case, row)),
        quorum=f"{row.quorum} anggota",
        outcomes=tuple(
            parts.RespondentOutcome(
                respondent=respondent_of(o.respondent), outcome=titles[o.outcome]
            )
            for o in row.outcomes.select_related("respondent")
        ),
        votes=tuple(_vote(v, titles) for v in votes),
        reasons="\n\n".join(v.reason for v in votes if v not in dissent),
        dissent="\n\n".join(f"{v.member.name}: {v.reason}" for v in dissent),
        decision=tuple(t for t in row.decision_text.splitlines() if t.strip()),
    )


def _members(case: Case, row: Plenary) -> list[parts.Member]:
    held = RoleAssignment.objects.filter(office=case.office, role="member")
    posts = dict(held.values_list("user_id", "post"))
    return [
        parts.Member(name=a.member.name, post=posts.get(a.member_id) or "Anggota")
        for a in row.attendance.select_related("member")
    ]


def _vote(vote: Vote, titles: dict[str, str]) -> parts.Vote:
    return parts.Vote(
        member=vote.member.name,
        choice=f"{titles[vote.outcome]} ({vote.respondent.name or 'terlapor'})",
        note=vote.reason,
    )


def _copies(referral: Referral) -> tuple[str, ...]:
    known = law().authorities
    return tuple(
        law().told(known[key].title) for key in referral.copies if key in known
    )


def _act(row: Allegation) -> parts.ReferredAct:
    violation = law().violation(row.norm)
    sanction, status = sanction_of(row)
    return parts.ReferredAct(
        respondent=respondent_of(row.respondent),
        act=violation.title,
        norm=decree_of(row) or violation.title,
        article=articles_of(row),
        status=violation.status,
        sanction=sanction,
        sanction_status=status,
    )


def referral(issue: Issue, row: Referral) -> papers.ReferralLetter:
    """Return the letter of referral; the reporter stands nowhere in it."""
    case = row.case
    people = list(row.respondents.all())
    alleged = case.allegations.filter(respondent__in=people)
    study_row = _study_of(case)
    return papers.ReferralLetter(
        head=head_of(issue),
        registration_number=case.number,
        addressee=row.addressee,
        copies=_copies(row),
        channel=row.channel,
        instrument=row.instrument,
        route_status=row.status,
        subject="Penerusan hasil penanganan dugaan pelanggaran",
        basis=tuple(in_indonesian(cite) for cite in row.basis),
        body=study_row.conclusion,
        acts=tuple(_act(a) for a in alleged.select_related("respondent", "case")),
        request="Kami meneruskan hasil ini untuk ditindaklanjuti sesuai kewenangan. "
        "Kami menantikan kabar tindak lanjutnya.",
        enclosures=(
            "Kajian dugaan pelanggaran",
            "Berita acara pleno",
            *(f"{e.label} (sidik {e.sha256[:12]})" for e in _evidence(case.report)),
        ),
        signatory=signatory_of(issue, "Ketua"),
    )


def _evidence(report: Report) -> tuple[parts.Exhibit, ...]:
    """Return exhibits that are evidence: identity papers of the reporter stay here."""
    label = "Bukti"
    return tuple(
        e for e in exhibits_of(report, named=False) if e.label.startswith(label)
    )


_TOLD = {
    "not_a_violation": (
        "Bukan pelanggaran",
        "Pleno tidak menemukan pelanggaran dalam laporan ini.",
    )
}


def status(issue: Issue, report: Report, case: Case | None) -> papers.StatusNotice:
    """Return the status in general words; no reporter, respondent or unit.

    Raises:
        PaperContentError: nothing has been decided yet.
    """
    told, meaning, outcome = _told(report, case)
    return papers.StatusNotice(
        head=head_of(issue),
        report_number=report.number,
        registration_number=case.number if case else "",
        status=told,
        meaning=meaning,
        outcome=outcome,
        what_next=_what_next(case),
        signatory=signatory_of(issue),
    )


def _told(report: Report, case: Case | None) -> tuple[str, str, str]:
    if case is None:
        if not report.refusal_reason:
            raise PaperContentError(f"report {report.pk} has no status to tell")
        return (
            "Tidak diregistrasi",
            "Laporan tidak memenuhi syarat untuk diregistrasi.",
            "",
        )
    outcomes = {row.outcome for row in case.outcomes.all()}
    if not outcomes:
        raise PaperContentError(f"case {case.pk} is not decided")
    if outcomes <= set(_TOLD):
        told, meaning = _TOLD[min(outcomes)]
        return told, meaning, ""
    titles = road.procedure_of(case).outcomes
    shown = "; ".join(titles[key].title for key in sorted(outcomes))
    return (
        "Selesai ditangani, diteruskan",
        "Pleno memutus laporan ini dan hasilnya diteruskan kepada yang berwenang.",
        shown,
    )


def _what_next(case: Case | None) -> tuple[str, ...]:
    if case is None:
        return ("Isi laporan tetap disimpan dan dapat menjadi informasi awal.",)
    if any(
        s.kind is StepKind.FOLLOW_UP for s in road.procedure_of(case).steps.values()
    ):
        return (
            ("Pengawas memantau tindak lanjutnya.",) if case.referrals.exists() else ()
        )
    return ()

"""The letter that refers a case, or a traced matter without registration."""

from netra.domain.law import in_indonesian
from netra.records.cases.models import Allegation, Case
from netra.records.documents import papers, parts
from netra.records.documents.composing.heads import Issue, head_of, signatory_of
from netra.records.documents.composing.of_case import study_of
from netra.records.documents.composing.people import (
    articles_of,
    decree_of,
    evidence_of,
    respondent_of,
    sanction_of,
)
from netra.records.documents.errors import PaperContentError
from netra.records.law.queries import law
from netra.records.observations.models import Tracing
from netra.records.referrals.models import Referral
from netra.records.referrals.queries import procedure_on

_SHORTCUT = "neutrality_shortcut"


def referral(issue: Issue, row: Referral) -> papers.ReferralLetter:
    """Return the letter; neither a reporter nor a source stands anywhere in it.

    Raises:
        PaperContentError: the case has no study, or the tracing has not ended.
    """
    if row.case is not None:
        return _of_case(issue, row, row.case)
    if row.tracing is None:
        raise PaperContentError(f"referral {row.pk} has no matter")
    return _of_tracing(issue, row, row.tracing)


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


def _files(evidence: tuple[parts.Exhibit, ...]) -> tuple[str, ...]:
    return tuple(f"{item.label} (sidik {item.sha256[:12]})" for item in evidence)


def _of_case(issue: Issue, row: Referral, case: Case) -> papers.ReferralLetter:
    people = list(row.respondents.all())
    alleged = case.allegations.filter(respondent__in=people)
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
        body=study_of(case).conclusion,
        acts=tuple(_act(a) for a in alleged.select_related("respondent", "case")),
        request="Kami meneruskan hasil ini untuk ditindaklanjuti sesuai kewenangan. "
        "Kami menantikan kabar tindak lanjutnya.",
        enclosures=(
            "Kajian dugaan pelanggaran",
            "Berita acara pleno",
            *_files(evidence_of(case.origin)),
        ),
        signatory=signatory_of(issue, "Ketua"),
    )


def _of_tracing(issue: Issue, row: Referral, tracing: Tracing) -> papers.ReferralLetter:
    if tracing.is_open:
        raise PaperContentError(f"tracing {tracing.pk} has not ended")
    return papers.ReferralLetter(
        head=head_of(issue),
        addressee=row.addressee,
        copies=_copies(row),
        channel=row.channel,
        instrument=row.instrument,
        route_status=row.status,
        subject="Penerusan dugaan pelanggaran netralitas ASN tanpa registrasi",
        unregistered=_practice(row, tracing),
        basis=tuple(in_indonesian(cite) for cite in row.basis),
        body=tracing.end_text,
        acts=tuple(
            parts.ReferredAct(respondent=respondent_of(person), act=tracing.event)
            for person in row.respondents.all()
        ),
        request="Kami meneruskan dugaan ini untuk diperiksa sesuai kewenangan. "
        "Penilaian norma dan hukumannya ada pada pejabat yang berwenang. "
        "Kami menantikan kabar tindak lanjutnya.",
        enclosures=_files(evidence_of(tracing)),
        signatory=signatory_of(issue, "Ketua"),
    )


def _practice(row: Referral, tracing: Tracing) -> parts.Ground:
    """Return on what a letter without registration rests, as far as it is known."""
    rule = procedure_on(tracing, row.sent_at).side_rules.get(_SHORTCUT)
    if rule is None:
        return parts.Ground(
            text="Penerusan ini tidak melalui registrasi. Dasarnya bagi pemilihan ini "
            "belum ditemukan.",
            status="unconfirmed",
        )
    return parts.Ground(
        text=f"{law().told(rule.rule)} Ini praktik, bukan pasal peraturan.",
        status=rule.status,
    )

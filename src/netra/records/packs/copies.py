"""The papers of a referral as a body outside gets them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.utils import translation

from netra.domain.law import Paper
from netra.domain.packs import covered
from netra.records.cases.models import Case
from netra.records.documents import papers as layouts
from netra.records.documents import parts
from netra.records.documents.composing import of_case, of_origin, referring
from netra.records.documents.composing.heads import Issue, title_of
from netra.records.documents.composing.people import (
    allegation_of,
    evidence_of,
    respondent_of,
)
from netra.records.documents.matters import matter_of
from netra.records.documents.models import IssuedPaper
from netra.records.packs.errors import PapersMissingError
from netra.records.packs.models import Redaction
from netra.records.packs.texts import rewritten
from netra.records.referrals.models import Referral
from netra.records.reports.models import Respondent

_NAMES = {
    Paper.REFERRAL_LETTER: "surat-penerusan.pdf",
    Paper.STUDY: "kajian.pdf",
    Paper.PLENARY_DECISION: "putusan-pleno.pdf",
    Paper.TRACING_REPORT: "laporan-penelusuran.pdf",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCopy:
    """One paper as it goes into a pack: neutral name, title, and the words to set."""

    name: str
    title: str
    paper: layouts.Paper


def copies_of(
    referral: Referral, respondents: Sequence[Respondent]
) -> tuple[PaperCopy, ...]:
    """Return the papers about these respondents, with what was covered in them.

    A paper carries the check code and the moment of the one that was issued.

    Args:
        referral: Whose letter, study and decision are copied.
        respondents: Of the referral; what concerns only others is left out.

    Raises:
        PapersMissingError: one of them was not issued yet.
        PaperContentError: a paper cannot be composed.
    """
    rows = {kind: _issued(referral, kind) for kind in _kinds(referral)}
    missing = [kind for kind, row in rows.items() if row is None]
    if missing:
        raise PapersMissingError(
            [kind.value for kind in missing], [title_of(kind) for kind in missing]
        )
    covers = referral.redactions.filter(kind=Redaction.Kind.COVER)
    passages = [row.passage for row in covers]
    with translation.override("id"):  # a paper is Indonesian whoever asks for it
        return tuple(
            PaperCopy(
                name=_NAMES[kind],
                title=title_of(kind),
                paper=rewritten(
                    _composed(kind, row, referral, respondents),
                    lambda text: covered(text, passages),
                ),
            )
            for kind, row in rows.items()
            if row is not None
        )


def _kinds(referral: Referral) -> tuple[Paper, ...]:
    if referral.case is None:
        return Paper.REFERRAL_LETTER, Paper.TRACING_REPORT
    return Paper.REFERRAL_LETTER, Paper.STUDY, Paper.PLENARY_DECISION


def _issued(referral: Referral, kind: Paper) -> IssuedPaper | None:
    papers = IssuedPaper.objects.filter(kind=kind.value, format="pdf")
    if kind is Paper.REFERRAL_LETTER:
        return papers.filter(referral=referral).first()
    if referral.case is None:
        return papers.filter(tracing=referral.tracing).first()
    return papers.filter(case=referral.case).first()


def _composed(
    kind: Paper, row: IssuedPaper, referral: Referral, respondents: Sequence[Respondent]
) -> layouts.Paper:
    about = referral if kind is Paper.REFERRAL_LETTER else referral.matter
    issue = Issue(
        kind=kind,
        matter=matter_of(about, kind),
        at=row.issued_at,
        check_code=row.check_code,
        check_url=f"{settings.PUBLIC_URL}/periksa/{row.check_code}/",
    )
    compose: dict[Paper, Callable[[], layouts.Paper]] = {
        Paper.REFERRAL_LETTER: lambda: _letter(issue, referral, respondents),
        Paper.STUDY: lambda: _study(issue, _case(referral), respondents),
        Paper.PLENARY_DECISION: lambda: _plenary(issue, _case(referral), respondents),
        Paper.TRACING_REPORT: lambda: _tracing(issue, referral, respondents),
    }
    return compose[kind]()


def _case(referral: Referral) -> Case:
    if referral.case is None:
        raise LookupError("a referral of a tracing has neither study nor plenary")
    return referral.case


def _named(respondents: Sequence[Respondent]) -> tuple[parts.Respondent, ...]:
    return tuple(map(respondent_of, respondents))


def _letter(
    issue: Issue, referral: Referral, respondents: Sequence[Respondent]
) -> layouts.Paper:
    letter, named = referring.referral(issue, referral), _named(respondents)
    acts = tuple(act for act in letter.acts if act.respondent in named)
    return replace(letter, acts=acts)


def _study(
    issue: Issue, case: Case, respondents: Sequence[Respondent]
) -> layouts.Paper:
    """Return the study without the names that files got from who handed them in."""
    study, named = of_case.study(issue, case), _named(respondents)
    alleged = case.allegations.filter(respondent__in=respondents)
    rows = alleged.select_related("respondent", "case__contest")
    whole = len(named) == len(study.respondents)
    return replace(
        study,
        respondents=named,
        allegations=tuple(allegation_of(row) for row in rows),
        evidence=evidence_of(case.origin),
        elements=study.elements if whole else (),
    )


def _plenary(
    issue: Issue, case: Case, respondents: Sequence[Respondent]
) -> layouts.Paper:
    paper, named = of_case.plenary(issue, case), _named(respondents)
    others = {o.respondent.name for o in paper.outcomes} - {r.name for r in named}
    return replace(
        paper,
        outcomes=tuple(o for o in paper.outcomes if o.respondent in named),
        votes=tuple(
            vote
            for vote in paper.votes
            if not any(name in vote.choice for name in others)
        ),
    )


def _tracing(
    issue: Issue, referral: Referral, respondents: Sequence[Respondent]
) -> layouts.Paper:
    tracing, named = referral.tracing, _named(respondents)
    if tracing is None:
        raise LookupError("only a referral of a tracing has its report")
    paper = of_origin.tracing_report(issue, tracing)
    return replace(
        paper,
        respondents=tuple(r for r in paper.respondents if r in named),
        exhibits=evidence_of(tracing),
    )

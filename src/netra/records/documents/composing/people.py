"""Respondents, allegations and exhibits as the papers of the office state them."""

from netra.domain.law import citations_on, hinge, in_indonesian, sanctions_for, weakest
from netra.records.cases.models import Allegation
from netra.records.contests.queries import stage_of
from netra.records.documents import parts
from netra.records.documents.matters import Subject
from netra.records.law.queries import law
from netra.records.observations.models import Finding, GatheredExhibit
from netra.records.reports.models import Exhibit, Report, Respondent

_PHASES = {
    "before_candidacy": "sebelum penetapan calon",
    "candidate": "sejak penetapan calon sampai hari pemungutan suara",
    "after": "sesudah hari pemungutan suara",
}


def class_label(key: str) -> str:
    """Return the label of a class, or that it is not known yet."""
    return law().classes[key].label if key in law().classes else "belum diketahui"


def respondent_of(row: Respondent, *, addressed: bool = False) -> parts.Respondent:
    """Return a respondent as a paper of the office names them.

    Args:
        row: Who.
        addressed: With the address, where the form asks for it.
    """
    return parts.Respondent(
        name=row.name or "belum dikenal",
        class_label=class_label(row.employment_class),
        post=row.post,
        workplace=row.workplace,
        address=row.address if addressed else "",
    )


def articles_of(row: Allegation) -> str:
    """Return the articles of a norm that were in force on the day of the act."""
    kind = law().procedure(row.case.procedure).election_kind
    cited = citations_on(law(), law().violation(row.norm), row.act_on, kind)
    return "; ".join(in_indonesian(cite) for cite in cited)


def decree_of(row: Allegation) -> str:
    """Return item and joint decree of a norm on the day of the act, if it has one."""
    violation, catalogue = law().violation(row.norm), law().catalogue
    if violation.number is None:
        return ""
    early = row.act_on < catalogue.decree.effective_from
    decree = catalogue.predecessor if early else catalogue.decree
    lists = {"ethics": "daftar etik", "discipline": "daftar disiplin"}
    return f"{decree.title}, {lists[violation.kind]} nomor {violation.number}"


def sanction_of(row: Allegation) -> tuple[str, str]:
    """Return the sanctions that may be shown for the respondent, and their status."""
    shown = sanctions_for(law(), row.norm, row.respondent.employment_class, row.act_on)
    if not shown:
        return "", parts.CONFIRMED
    titles = "; ".join(sanction.title for sanction in shown)
    return titles, weakest(*(sanction.status for sanction in shown))


def allegation_of(row: Allegation) -> parts.Allegation:
    """Return an allegation with norm, article, stage, hinge and sanction."""
    violation = law().violation(row.norm)
    finding = stage_of(row.case.contest, row.act_on)
    turned = hinge(law(), row.norm, row.act_on, finding.determination_on)
    titles = [stage.title for stage in finding.stages if stage.key == row.stage]
    stage = "; ".join([*titles, _PHASES[row.phase]])
    sanction, status = sanction_of(row)
    return parts.Allegation(
        act=violation.title,
        norm=decree_of(row),
        article=articles_of(row),
        status=violation.status,
        stage=stage,
        hinge=turned.text if turned else row.phase_reason,
        against=class_label(row.respondent.employment_class),
        sanction=sanction,
        sanction_status=status,
    )


def exhibits_of(subject: Subject, *, named: bool) -> tuple[parts.Exhibit, ...]:
    """Return the exhibits; without names for papers that leave the office."""
    rows: list[Exhibit | GatheredExhibit] = list(
        subject.exhibits.select_related("blob")
    )
    return tuple(
        parts.Exhibit(
            label=f"{_kind_of(row)} {place}",
            file_name=row.name if named else "",
            size_bytes=row.blob.size_bytes,
            sha256=row.blob_id,
        )
        for place, row in enumerate(rows, 1)
    )


def evidence_of(subject: Subject) -> tuple[parts.Exhibit, ...]:
    """Return what is evidence, unnamed: identity papers of a reporter stay here."""
    shown = exhibits_of(subject, named=False)
    return tuple(item for item in shown if item.label.startswith(_EVIDENCE))


def may_be_named(subject: Subject) -> bool:
    """Say whether a study may print file names: never those of a traced matter.

    A file that a tracing gathered may bear a name chosen by who gave it.
    """
    if isinstance(subject, Finding):
        return subject.observation_id is not None
    return isinstance(subject, Report)


_EVIDENCE = "Bukti"


def _kind_of(row: Exhibit | GatheredExhibit) -> str:
    if isinstance(row, Exhibit):
        return row.get_kind_display().capitalize()
    return _EVIDENCE

"""What is proven by what: respondent, allegation, element, finding and evidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from netra.domain.law import Status, Violation, elements_of
from netra.records.accounts.models import Office
from netra.records.cases.models import Allegation, Case
from netra.records.law.queries import law
from netra.records.observations.models import GatheredExhibit
from netra.records.parties.hearable import Hearable, hearable, label_of, reports_of
from netra.records.proof.models import (
    ElementFinding,
    OfficeElement,
    ProofTie,
    proof_subject,
)
from netra.records.reports.models import Exhibit, Respondent


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedElement:
    """An element to be checked; `is_own` says that the office added it."""

    key: str
    text: str
    article: str
    status: Status
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedExhibit:
    """An exhibit of a case under its number; `label` tells no name of a file."""

    number: int
    label: str
    source: str
    row: Exhibit | GatheredExhibit

    @property
    def is_reported(self) -> bool:
        """Whether a report brought it; supervision gathered it otherwise."""
        return isinstance(self.row, Exhibit)

    @property
    def key(self) -> str:
        """Stable key for forms: which table, and the id."""
        return f"{'exhibit' if self.is_reported else 'gathered'}:{self.row.pk}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenTie:
    """What speaks to an element; `exhibit` is set unless it is a statement."""

    pk: int
    label: str
    speaks: str
    is_for: bool
    note: str
    tied_at: datetime
    exhibit: NumberedExhibit | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenElement:
    """An element with what the study holds of it and what speaks to it."""

    element: CheckedElement
    finding: ElementFinding | None
    ties: tuple[ProvenTie, ...]

    @property
    def is_met(self) -> bool:
        """Whether the element was found to be met."""
        return bool(self.finding and self.finding.judgement == "met")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenAllegation:
    """An allegation with its elements; `number` counts the respondents of the case."""

    allegation: Allegation
    respondent: Respondent
    number: int
    violation: Violation
    elements: tuple[ProvenElement, ...]

    @property
    def judged_count(self) -> int:
        """Number of elements that were judged."""
        return sum(one.finding is not None for one in self.elements)

    @property
    def is_proven(self) -> bool:
        """Whether every element was found to be met."""
        return all(one.is_met for one in self.elements)

    @property
    def bare(self) -> tuple[ProvenElement, ...]:
        """The elements found to be met that nothing speaks for."""
        return tuple(
            one
            for one in self.elements
            if one.is_met and not any(tie.is_for for tie in one.ties)
        )


def elements_for(office: Office, norm: str) -> tuple[CheckedElement, ...]:
    """Return the elements an office checks for a norm: derived ones, then its own."""
    derived = (
        CheckedElement(
            key=one.key,
            text=one.text,
            article=one.article,
            status=one.status,
            is_own=False,
        )
        for one in elements_of(law(), norm)
    )
    own = (
        CheckedElement(
            key=row.key,
            text=row.text,
            article="",
            status=Status.UNCONFIRMED,
            is_own=True,
        )
        for row in OfficeElement.objects.filter(office=office, norm=norm)
    )
    return (*derived, *own)


def exhibits_in(case: Case) -> tuple[NumberedExhibit, ...]:
    """Return the evidence of a case, also of joined reports, in order of arrival.

    The labels are those of the case's page: `B-2` is the second file, `B-2.1` the first
    one of the second report. Files that show who reported are no evidence and are left
    out, but keep their number.
    """
    return tuple(_gathered(case)) + tuple(_reported(case))


def _gathered(case: Case) -> Iterator[NumberedExhibit]:
    if case.finding is None:
        return
    rows = case.finding.exhibits.select_related("blob")
    for number, row in enumerate(rows, start=1):
        yield NumberedExhibit(
            number=number, label=f"B-{number}", source=case.finding.number, row=row
        )


def _reported(case: Case) -> Iterator[NumberedExhibit]:
    first = 2 if case.report_id is None else 1
    for place, report in enumerate(reports_of(case), start=first):
        before = f"{place}." if place > 1 else ""
        for number, row in enumerate(report.exhibits.select_related("blob"), start=1):
            if row.kind == Exhibit.Kind.EVIDENCE:
                yield NumberedExhibit(
                    number=number,
                    label=f"B-{before}{number}",
                    source=report.number,
                    row=row,
                )


def statements_in(case: Case) -> tuple[Hearable, ...]:
    """Return whose statements may be tied to an element."""
    return hearable(case)


def proof_table(case: Case) -> tuple[ProvenAllegation, ...]:
    """Return every allegation of a case with its elements and what proves them.

    In the order of the respondents, then of the allegations.
    """
    exhibits = {one.key: one for one in exhibits_in(case)}
    rows = case.allegations.select_related("respondent", "side").prefetch_related(
        "element_findings__judged_by", "proof_ties"
    )
    by_person: dict[int, list[Allegation]] = {}
    for row in rows:
        row.case = case
        by_person.setdefault(row.respondent_id, []).append(row)
    return tuple(
        _proven(case, row, person, number, exhibits)
        for number, person in enumerate(case.respondents, start=1)
        for row in by_person.get(person.pk, [])
    )


def proof_subjects(case: Case) -> tuple[str, ...]:
    """Return the ledger's subjects of what proves the allegations of a case."""
    rows = case.allegations.values_list("pk", flat=True)
    return tuple(proof_subject(pk) for pk in rows)


def _proven(
    case: Case,
    row: Allegation,
    person: Respondent,
    number: int,
    exhibits: dict[str, NumberedExhibit],
) -> ProvenAllegation:
    findings = {one.element: one for one in row.element_findings.all()}
    ties: dict[str, list[ProvenTie]] = {}
    for tie in row.proof_ties.all():
        ties.setdefault(tie.element, []).append(_tie(case, tie, exhibits))
    return ProvenAllegation(
        allegation=row,
        respondent=person,
        number=number,
        violation=law().violation(row.norm),
        elements=tuple(
            ProvenElement(
                element=element,
                finding=findings.get(element.key),
                ties=tuple(ties.get(element.key, ())),
            )
            for element in elements_for(case.office, row.norm)
        ),
    )


def _tie(case: Case, row: ProofTie, exhibits: dict[str, NumberedExhibit]) -> ProvenTie:
    found = exhibits.get(_key(row))
    if row.who:
        label = _("Keterangan %(who)s") % {"who": label_of(case, row.who)}
    else:
        label = found.label if found else _("Bukti dari laporan yang sudah dipisah")
    return ProvenTie(
        pk=row.pk,
        label=label,
        speaks=row.get_speaks_display(),
        is_for=row.speaks == ProofTie.Speaks.FOR,
        note=row.note,
        tied_at=row.tied_at,
        exhibit=found,
    )


def _key(row: ProofTie) -> str:
    if row.exhibit_id:
        return f"exhibit:{row.exhibit_id}"
    return f"gathered:{row.gathered_id}" if row.gathered_id else ""

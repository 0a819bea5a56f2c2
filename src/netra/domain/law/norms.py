"""Which norms fit an act, what the hinge says, and which sanctions may be shown."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from .catalogue import Sanction, SubjectClass, Violation
from .citations import has_ended
from .loading import Law
from .stages import Phase
from .status import Status, weakest
from .wording import in_words

ANY = "any"
PHASES = {
    Phase.BEFORE_CANDIDACY: "sebelum penetapan calon",
    Phase.CANDIDATE: "sejak penetapan calon sampai hari pemungutan suara",
    Phase.AFTER: "sesudah hari pemungutan suara",
}
"""Words of the phases, to go on a sentence with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedNorm:
    """An item of the catalogue held against one act.

    `reasons` say in Indonesian why it does not fit; none when it fits. `citations`
    are those in force on the day of the act; `notes` are remarks that do not exclude.
    """

    violation: Violation
    fits: bool
    reasons: tuple[str, ...]
    citations: tuple[str, ...]
    status: Status
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hinge:
    """The same act before and after candidates are determined.

    `phase` tells which side the day of the act lies on, `applies` is the item of that
    side; `text` explains it in Indonesian.
    """

    before: Violation
    after: Violation
    applies: Violation
    phase: Phase
    on: date
    determination_on: date
    text: str


def norms_for(
    law: Law,
    on: date,
    phase: str,
    election_kind: str,
    subject_class: str,
    holds_office: bool,
) -> tuple[OfferedNorm, ...]:
    """Return every item of the catalogue, those that fit first, each with reasons.

    Args:
        law: The tables.
        on: Local day of the act.
        phase: A value of `Phase`, from `stage_on`.
        election_kind: `pemilihan` or `pemilu`.
        subject_class: A key of `law.classes`.
        holds_office: Whether the person held an office on the day of the act.

    Raises:
        UnknownClassError: `subject_class` is not in the tables.
        ValueError: `phase` is not a phase.
    """
    subject = law.subject_class(subject_class)
    subjects = subjects_of(law, subject, holds_office=holds_office)
    offered = (
        _offer(law, violation, on, Phase(phase), election_kind, subject, subjects)
        for violation in law.violations.values()
    )
    return tuple(sorted(offered, key=lambda norm: not norm.fits))


def subjects_of(
    law: Law, subject: SubjectClass, *, holds_office: bool
) -> frozenset[str]:
    """Return the classes of the tables that a person stands in."""
    stands_as = subject.stands_as
    if not holds_office:
        return frozenset({stands_as})
    derived = (c.key for c in law.classes.values() if stands_as in c.derived_from)
    return frozenset({stands_as, *derived})


def _offer(
    law: Law,
    violation: Violation,
    on: date,
    phase: Phase,
    election_kind: str,
    subject: SubjectClass,
    subjects: frozenset[str],
) -> OfferedNorm:
    reasons = (
        *_against_day(law, violation, on),
        *_against_contest(violation, phase, election_kind),
        *_against_subject(law, violation, on, subject, subjects),
    )
    notes = tuple(_remarks(violation, on))
    statuses = [violation.status, violation.applies_status, subject.status]
    if notes:
        statuses.append(law.catalogue.predecessor.status)
    return OfferedNorm(
        violation=violation,
        fits=not reasons,
        reasons=reasons,
        citations=citations_on(law, violation, on, election_kind),
        status=weakest(*statuses),
        notes=notes,
    )


def _against_day(law: Law, violation: Violation, on: date) -> Iterator[str]:
    if violation.valid_from is None:
        return
    first = law.catalogue.predecessor.effective_from
    if on < first:
        yield (
            f"Perbuatan mendahului keputusan bersama yang pertama ({in_words(first)})."
        )


def _remarks(violation: Violation, on: date) -> Iterator[str]:
    if violation.valid_from is not None and on < violation.valid_from:
        yield (
            "SKB 2020: butir ini dipetakan dari keputusan bersama yang lebih lama, "
            "belum dikonfirmasi."
        )


def _against_contest(
    violation: Violation, phase: Phase, election_kind: str
) -> Iterator[str]:
    if phase not in violation.applies:
        names = ", ".join(PHASES[Phase(name)] for name in violation.applies)
        yield f"Berlaku {names}; perbuatan ini terjadi {PHASES[phase]}."
    if violation.election_kind not in (None, election_kind):
        yield f"Hanya berlaku untuk {violation.election_kind}."


def _against_subject(
    law: Law,
    violation: Violation,
    on: date,
    subject: SubjectClass,
    subjects: frozenset[str],
) -> Iterator[str]:
    meant = subjects.intersection(violation.subjects)
    if not meant:
        yield _why_not_subject(law, violation, subject)
    later = [violation.subjects_since.get(key) for key in meant]
    since = min((day for day in later if day is not None), default=None)
    if since is not None and None not in later and on < since:
        yield f"{subject.label} baru dicakup norma ini sejak {in_words(since)}."


def _why_not_subject(law: Law, violation: Violation, subject: SubjectClass) -> str:
    needs_office = (
        key for key in violation.subjects if subject.stands_as in _sources(law, key)
    )
    if any(needs_office):
        return "Hanya menjangkau pegawai yang memegang jabatan pada hari perbuatan."
    names = ", ".join(law.subject_class(key).label for key in violation.subjects)
    return f"{subject.label} bukan subjek norma ini. Subjeknya: {names}."


def _sources(law: Law, key: str) -> tuple[str, ...]:
    return law.subject_class(key).derived_from


_OTHER_KIND = {"pemilihan": "(Pemilu)", "pemilu": "(Pilkada)"}
"""The mark the tables put behind an article that holds for the other kind only."""


def citations_on(
    law: Law, violation: Violation, on: date, election_kind: str
) -> tuple[str, ...]:
    """Return the articles of a norm for an act on a day in one kind of election."""
    other = _OTHER_KIND.get(election_kind)
    return tuple(
        cited_on(law, cite, on)
        for cite in violation.legal_basis
        if (other is None or not cite.endswith(other)) and not has_ended(cite, on)
    )


def cited_on(law: Law, citation: str, on: date) -> str:
    """Return what is cited for an act on `on`: the article in force that day.

    Source:
        `statute_periods.toml`.
    """
    for period in law.catalogue.periods:
        named = citation == period.cite or citation.startswith(f"{period.cite} ")
        if named and on < period.valid_from:
            return period.before
    return citation


def hinge(
    law: Law, violation_id: str, on: date, determination_on: date
) -> Hinge | None:
    """Return the two sides of an act that has an ethics and a discipline norm.

    `None` when the item has no counterpart.

    Raises:
        UnknownKeyError: no such item of the catalogue.
    """
    violation = law.violation(violation_id)
    if violation.counterpart is None:
        return None
    pair = {v.kind: v for v in (violation, law.violation(violation.counterpart))}
    before, after = pair["ethics"], pair["discipline"]
    early = on < determination_on
    applies = before if early else after
    return Hinge(
        before=before,
        after=after,
        applies=applies,
        phase=Phase.BEFORE_CANDIDACY if early else Phase.CANDIDATE,
        on=on,
        determination_on=determination_on,
        text=_hinge_text(on, determination_on, early=early),
    )


def _hinge_text(on: date, determination_on: date, *, early: bool) -> str:
    day, switch = in_words(on), in_words(determination_on)
    if early:
        return (
            f"Perbuatan pada {day} terjadi sebelum penetapan calon ({switch}), jadi "
            "termasuk pelanggaran kode etik. Perbuatan yang sama sejak hari penetapan "
            "menjadi pelanggaran disiplin."
        )
    return (
        f"Perbuatan pada {day} terjadi sejak penetapan calon ({switch}), jadi termasuk "
        "pelanggaran disiplin. Perbuatan yang sama sebelum hari penetapan adalah "
        "pelanggaran kode etik."
    )


def sanctions_for(
    law: Law, violation_id: str, subject_class: str, on: date
) -> tuple[Sanction, ...]:
    """Return the sanctions that may be shown to a class for an act on `on`.

    A class outside a sanction's `applies_to` gets the row of its own class (PPPK,
    contract staff), unconfirmed, or nothing.

    Raises:
        UnknownKeyError: no such item of the catalogue.
        UnknownClassError: `subject_class` is not in the tables.
    """
    subject = law.subject_class(subject_class)
    ids = law.violation(violation_id).sanction
    shown = (_sanction_of(law, sanction_id, subject, on) for sanction_id in ids)
    return tuple(dict.fromkeys(s for s in shown if s is not None))


def _sanction_of(
    law: Law, sanction_id: str, subject: SubjectClass, on: date
) -> Sanction | None:
    sanction = law.sanctions[sanction_id]
    if not sanction.in_force(on):
        earlier = law.catalogue.sanction_before.get(sanction_id, sanction_id)
        sanction = law.sanctions[earlier]
    if not _reaches(sanction, subject):
        own = law.catalogue.sanction_for_class.get(subject.stands_as)
        if own is None:
            return None
        sanction = replace(law.sanctions[own], status=Status.UNCONFIRMED)
    return sanction if sanction.in_force(on) else None


def _reaches(sanction: Sanction, subject: SubjectClass) -> bool:
    meant = {subject.stands_as, *subject.derived_from, ANY}
    return not meant.isdisjoint(sanction.applies_to)

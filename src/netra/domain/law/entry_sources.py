"""The values outside the procedures, for the flat list of the law."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from .catalogue import Sanction, SubjectClass, Violation
from .entries import LawEntry
from .status import Status, weakest
from .wording import in_words, span_in_words

if TYPE_CHECKING:
    from .loading import Law


def entries_of(law: "Law") -> Iterator[LawEntry]:
    """Return the values of clock, catalogue, elections, bodies and routes."""
    for source in _SOURCES:
        yield from source(law)


def _maybe(*texts: str | None) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _clock(law: "Law") -> Iterator[LawEntry]:
    rule = law.clock
    yield LawEntry(
        key="clock.first_day_counts",
        kind="clock",
        group="clock",
        label="Hari peristiwa ikut dihitung",
        value="ya" if rule.first_day_counts else "tidak",
        status=rule.first_day_counts_status,
        notes=(rule.first_day_counts_note,),
    )
    yield LawEntry(
        key="clock.late_intake_rule",
        kind="clock",
        group="clock",
        label="Laporan di luar jam penerimaan",
        value=rule.late_intake_rule,
        status=rule.late_intake_rule_status,
        notes=(rule.late_intake_rule_note,),
    )
    for unit in rule.units:
        yield LawEntry(
            key=f"clock.{unit.election_kind}_unit",
            kind="clock",
            group="clock",
            label=f"Jenis hari ({unit.election_kind})",
            value=unit.unit,
            status=unit.status,
            sources=_maybe(unit.source),
            notes=_maybe(unit.note),
        )


def _violations(law: "Law") -> Iterator[LawEntry]:
    for violation in law.violations.values():
        if violation.number is not None:
            yield _under_predecessor(law, violation)
        yield _violation(law, violation)


def _violation(law: "Law", violation: Violation) -> LawEntry:
    decree = law.catalogue.decree
    numbered = violation.number is not None
    return LawEntry(
        key=violation.id,
        kind="violation",
        group=violation.kind,
        label=violation.title,
        value=violation.title,
        article="; ".join(violation.legal_basis),
        status=violation.status,
        sources=_maybe(violation.source, decree.source if numbered else None),
        valid_from=violation.valid_from,
        notes=_maybe(
            violation.unconfirmed,
            violation.note,
            violation.subjects_note,
            violation.applies_note,
            decree.note if numbered else None,
        ),
    )


def _under_predecessor(law: "Law", violation: Violation) -> LawEntry:
    decree = law.catalogue.predecessor
    return LawEntry(
        key=violation.id,
        kind="violation",
        group=violation.kind,
        label=f"SKB 2020: {violation.title}",
        value=violation.title,
        article=decree.title,
        status=weakest(decree.status, violation.status),
        sources=(decree.title,),
        valid_from=decree.effective_from,
        valid_to=decree.effective_to,
        notes=_maybe(decree.note),
    )


def _norms(law: "Law") -> Iterator[LawEntry]:
    for norm in law.norms.values():
        period = next(
            (p for p in law.catalogue.periods if norm.basis.startswith(p.cite)), None
        )
        yield LawEntry(
            key=norm.id,
            kind="norm",
            group="norms",
            label=norm.text,
            value=norm.text,
            article=norm.basis,
            status=norm.status,
            sources=(norm.basis,),
            valid_from=period.valid_from if period else None,
            notes=(f"{norm.level}: {norm.level_basis}",),
        )


def _sanctions(law: "Law") -> Iterator[LawEntry]:
    yield from map(_sanction, law.sanctions.values())


def _sanction(sanction: Sanction) -> LawEntry:
    return LawEntry(
        key=sanction.id,
        kind="sanction",
        group="sanctions",
        label=sanction.title,
        value=sanction.title,
        article="; ".join(sanction.basis),
        status=sanction.status,
        sources=sanction.basis,
        valid_from=sanction.valid_from,
        valid_to=sanction.valid_to,
        notes=_maybe(sanction.note, sanction.imposed_by),
    )


def _periods(law: "Law") -> Iterator[LawEntry]:
    for period in law.catalogue.periods:
        yield LawEntry(
            key=f"statute.{period.cite}",
            kind="statute",
            group="statutes",
            label=period.cite,
            value=in_words(period.valid_from),
            article=period.cite,
            status=period.status,
            sources=(period.cite,),
            notes=_maybe(period.before, period.status_note),
        )


def _authorities(law: "Law") -> Iterator[LawEntry]:
    for body in law.authorities.values():
        yield LawEntry(
            key=f"authority.{body.id}",
            kind="authority",
            group="authorities",
            label=body.title,
            value=body.role or body.title,
            article="; ".join(body.basis) or None,
            status=body.status,
            sources=_maybe(body.source),
            valid_from=body.valid_from,
            valid_to=body.valid_to,
            notes=_maybe(body.note),
        )


def _routes(law: "Law") -> Iterator[LawEntry]:
    for row in law.routes:
        yield LawEntry(
            key=row.key,
            kind="route",
            group="routes",
            label=f"{row.outcome}: {', '.join(row.subjects)}",
            value=row.to,
            article="; ".join(row.basis) or None,
            status=row.status,
            sources=_maybe(row.source),
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            notes=_maybe(row.only_if, row.note, row.copy_note),
        )


def _sbt(law: "Law") -> Iterator[LawEntry]:
    for step in law.sbt_steps:
        yield LawEntry(
            key=f"sbt.{step.id}",
            kind="sbt_step",
            group="sbt",
            label=step.title,
            value=step.title if step.limit_length is None else step.limit_length,
            unit=step.limit_unit,
            article="; ".join(step.basis) or None,
            status=(
                step.status
                if step.limit_length is None
                else weakest(step.status, step.limit_unit_status)
            ),
            sources=_maybe(step.source),
            notes=_maybe(step.note, step.limit_note),
        )


def _elections(law: "Law") -> Iterator[LawEntry]:
    for election in law.elections.values():
        yield LawEntry(
            key=f"election.{election.id}",
            kind="election",
            group=election.id,
            label=election.title,
            value=in_words(election.voting_on),
            article="; ".join(election.basis),
            status=election.status,
            sources=election.sources,
            notes=_maybe(election.determination_note, election.rotation_ban_note),
        )
        for stage in election.stages:
            yield LawEntry(
                key=f"{election.id}.stage.{stage.key}",
                kind="stage",
                group=election.id,
                label=stage.title,
                value=span_in_words(stage.start, stage.end),
                article="; ".join(election.basis),
                status=stage.status,
                sources=election.sources,
                notes=_maybe(stage.note),
            )


def _classes(law: "Law") -> Iterator[LawEntry]:
    yield from map(_class, law.classes.values())


def _class(subject: SubjectClass) -> LawEntry:
    return LawEntry(
        key=f"class.{subject.key}",
        kind="class",
        group="classes",
        label=subject.label,
        value=subject.stands_as,
        status=subject.status,
        notes=_maybe(subject.note),
    )


def _rest(law: "Law") -> Iterator[LawEntry]:
    yield LawEntry(
        key="phase_rule",
        kind="phase_rule",
        group="elections",
        label="Fase pemilihan",
        value="; ".join(law.phase_rule.texts),
        status=law.phase_rule.status,
        notes=(law.phase_rule.note, law.phase_rule.overlap_note),
    )
    for category in law.news_categories.values():
        yield LawEntry(
            key=f"news.{category.id}",
            kind="news_category",
            group="statistics",
            label=category.title,
            value=category.share,
            unit="percent",
            status=category.status,
            sources=(category.source,),
        )
    for future in law.futures:
        yield LawEntry(
            key=f"future.{future.id}",
            kind="future",
            group="future",
            label=future.title_en,
            value=future.effect,
            article=future.basis,
            status=future.status,
            sources=(future.basis,),
        )
    yield _report_form(law)


def _report_form(law: "Law") -> LawEntry:
    row = law.supervision_report
    return LawEntry(
        key="supervision_report",
        kind="form",
        group="supervision",
        label=row.text("title"),
        value=row.text("code"),
        article=row.text("regulation"),
        status=row.status("status", Status.UNCONFIRMED),
        sources=(row.text("source"),),
        notes=(row.text("mandatory"), row.text("status_note")),
    )


_SOURCES: tuple[Callable[["Law"], Iterator[LawEntry]], ...] = (
    _clock,
    _violations,
    _norms,
    _sanctions,
    _periods,
    _authorities,
    _routes,
    _sbt,
    _elections,
    _classes,
    _rest,
)

"""The values of one procedure, for the flat list of the law."""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from .entries import LawEntry
from .procedures import CheckItem, Form, Procedure, Step, Term
from .status import Status, weakest


def entries_of(procedure: Procedure) -> Iterator[LawEntry]:
    """Return the values of a procedure, in force as long as the procedure is."""
    for entry in _all(procedure):
        yield replace(
            entry,
            key=f"{procedure.id}.{entry.key}" if entry.key else procedure.id,
            group=procedure.id,
            sources=entry.sources or procedure.sources,
            valid_from=procedure.effective_from,
            valid_to=procedure.effective_to,
        )


def _all(p: Procedure) -> Iterator[LawEntry]:
    yield _head(p)
    yield from map(_term, p.deadlines.values())
    yield from map(_step, p.steps.values())
    yield from map(_form, p.forms)
    for outcome in p.outcomes.values():
        yield _entry(
            f"outcome.{outcome.key}", "outcome", outcome.title, outcome.title,
            outcome.status,
        )  # fmt: skip
    yield from _side_rules(p)
    yield from _requirements(p)
    yield from _office(p)
    for rule in p.rules:
        yield _entry(
            rule.key, "rule", _RULES[rule.key], "; ".join(rule.lines), rule.status,
            article=rule.article, sources=_maybe(rule.source),
        )  # fmt: skip


_RULES = {"finding": "Syarat temuan", "changes": "Yang berubah"}


def _entry(
    key: str,
    kind: str,
    label: str,
    value: int | str,
    status: Status,
    *,
    unit: str | None = None,
    article: str | None = None,
    sources: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
) -> LawEntry:
    return LawEntry(
        key=key,
        kind=kind,
        group="",
        label=label,
        value=value,
        unit=unit,
        article=article,
        status=status,
        sources=sources,
        notes=notes,
    )


def _maybe(*texts: str | None) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _head(p: Procedure) -> LawEntry:
    return _entry(
        "",
        "procedure",
        p.title,
        p.regulation,
        p.in_force_status,
        article=p.statute,
        notes=_maybe(p.in_force_note, p.inherits and f"Mewarisi {p.inherits}."),
    )


def _term(term: Term) -> LawEntry:
    parts = {
        "length": term.length_status,
        "unit": term.unit_status,
        "event": term.event_status,
        "article": term.article_status,
    }
    entry = _entry(
        term.key,
        "deadline",
        term.label,
        term.length,
        weakest(term.status, *parts.values()),
        unit=term.unit,
        article=term.article,
        notes=_maybe(term.note, term.effect, *term.status_notes),
    )
    return replace(entry, parts=MappingProxyType(parts))


def _step(step: Step) -> LawEntry:
    details = (f"{name}: {text}" for name, text in step.details.items())
    return _entry(
        f"step.{step.key}",
        "step",
        step.title,
        step.title,
        step.status,
        article=step.article,
        notes=_maybe(
            "; ".join(step.actors),
            "; ".join(step.checks),
            "; ".join(step.forms),
            step.note,
            *details,
        ),
    )


def _form(form: Form) -> LawEntry:
    return _entry(
        f"form.{form.listed_as}",
        "form",
        form.title,
        form.listed_as,
        form.status,
        sources=_maybe(form.source),
        notes=_maybe("; ".join(form.fields), *form.notes),
    )


def _side_rules(p: Procedure) -> Iterator[LawEntry]:
    for rule in p.side_rules.values():
        yield _entry(
            f"side_rule.{rule.key}",
            "side_rule",
            rule.title,
            rule.rule,
            rule.status,
            article=rule.article,
            sources=_maybe(rule.source),
            notes=_maybe(rule.status_note),
        )


def _requirements(p: Procedure) -> Iterator[LawEntry]:
    if p.formal_items:
        yield _items("report_formal", "Syarat formal laporan", p.formal_items)
    if p.material_items:
        yield _items("report_material", "Syarat materiel laporan", p.material_items)
    if p.who_may_report:
        yield _entry(
            "who_may_report",
            "requirement",
            "Siapa yang dapat melapor",
            "; ".join(p.who_may_report),
            p.formal_items[0].status,
            article=p.formal_items[0].article,
        )


def _items(key: str, label: str, items: tuple[CheckItem, ...]) -> LawEntry:
    return _entry(
        key,
        "requirement",
        label,
        "; ".join(item.text for item in items),
        items[0].status,
        article=items[0].article,
        sources=_maybe(*(item.source for item in items)),
    )


def _office(p: Procedure) -> Iterator[LawEntry]:
    number, hours = p.registration_number, p.reception_hours
    if number is not None:
        yield _entry(
            "registration_number",
            "number",
            "Nomor registrasi",
            number.format,
            number.status,
            notes=_maybe(number.pre_registration_format, number.note),
        )
    if hours is not None:
        spans = (hours.mon_thu, hours.fri, hours.sat_sun)
        yield _entry(
            "reception_hours",
            "hours",
            "Jam penerimaan laporan",
            "; ".join(_maybe(*spans)) or "belum diketahui",
            hours.status,
            article=hours.article,
            sources=_maybe(hours.source),
            notes=_maybe(hours.note, "; ".join(hours.all_day_stages)),
        )
    if p.formal_items:
        yield _entry(
            "attorney",
            "requirement",
            "Kuasa pelapor",
            p.attorney.text,
            p.attorney.status,
            article=p.attorney.article,
            sources=_maybe(p.attorney.source),
        )

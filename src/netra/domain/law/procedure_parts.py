"""Turn the rows of a procedure's tables into its parts."""

from collections.abc import Mapping

from .errors import LawDataError
from .modelling import Modelling
from .procedures import (
    AttorneyRule,
    CheckItem,
    Condition,
    Form,
    NumberTemplate,
    Outcome,
    Paper,
    ReceptionHours,
    Rule,
    SideRule,
    Step,
    StepKind,
    Term,
    WaitsFor,
)
from .status import Status, Unit
from .tables import Row

_DETAILS = (
    "online_reasons",
    "counsel_allowed",
    "copy_of_minutes",
    "refusal_to_sign",
    "sequence",
    "oath_refused",
)
_NOTES = ("status_note", "unit_status_note", "event_status_note")


def _present(row: Row, *keys: str) -> tuple[str, ...]:
    return tuple(row.text(key) for key in keys if key in row)


def _unit(row: Row, key: str) -> Unit:
    try:
        return Unit(row.text(key))
    except ValueError:
        raise LawDataError(f"{row.where}: {key} is not a unit") from None


def _length(row: Row) -> int:
    length = row.count("length")
    if length < 1:
        raise LawDataError(f"{row.where}: length must be at least 1, is {length}")
    return length


def _paper(row: Row, name: str) -> Paper:
    try:
        return Paper(name)
    except ValueError:
        raise LawDataError(f"{row.where}: {name} is not a paper") from None


def read_term(row: Row, procedure_id: str, terms: frozenset[str], m: Modelling) -> Term:
    """Return one deadline; `terms` are the keys of all deadlines beside it.

    Raises:
        LawDataError: a value is missing or unreadable.
    """
    key = row.text("key")
    row = row.over(m.terms[key]) if key in m.terms else row
    status = row.status("status", Status.UNCONFIRMED)
    unit, event = _unit(row, "unit"), row.text("event")
    unit_status = row.status("unit_status", status)
    warn = m.warn_units.get(f"{procedure_id}.{key}")
    return Term(
        key=key,
        label=row.maybe_text("label") or key,
        length=_length(row),
        unit=unit,
        event=event,
        backward=row.flag("backward"),
        parent=event if event in terms else None,
        article=row.text("article"),
        status=status,
        article_status=row.status("article_status", status),
        length_status=row.status("length_status", status),
        unit_status=Status.UNCONFIRMED if unit is Unit.DAYS else unit_status,
        event_status=row.status("event_status", status),
        actor=row.text("actor"),
        met_by=row.maybe_text("met_by"),
        also_ended_by=row.texts("also_ended_by"),
        only_after=row.maybe_text("only_after"),
        replaces=row.maybe_text("replaces"),
        warn_unit=Unit(warn) if warn else None,
        effect=row.maybe_text("effect"),
        note=row.maybe_text("note"),
        status_notes=_present(row, *_NOTES),
    )


def read_step(row: Row, order: int, conditions: Mapping[str, Condition]) -> Step:
    """Return one step.

    Raises:
        LawDataError: a value is missing, unreadable or names an unknown condition.
    """
    try:
        return Step(
            key=row.text("key"),
            order=order,
            title=row.text("title"),
            kind=StepKind(row.maybe_text("kind") or StepKind.NONE),
            side=row.flag("side"),
            label_now=row.maybe_text("label_now") or row.text("title"),
            waits_for=WaitsFor(row.maybe_text("waits_for") or WaitsFor.OFFICE),
            results=row.text_map("results"),
            emits={k: row.row("emits").texts(k) for k in row.row("emits")},
            needs=tuple(conditions[key] for key in row.texts("needs")),
            papers=tuple(Paper(kind) for kind in row.texts("papers")),
            actors=row.texts("actor"),
            tiers=row.texts("tiers"),
            forms=row.texts("output"),
            checks=row.texts("checks"),
            article=row.maybe_text("article"),
            status=row.status("status", Status.UNCONFIRMED),
            note=row.maybe_text("note"),
            details={key: _plain(row, key) for key in _DETAILS if key in row},
        )
    except (KeyError, ValueError) as error:
        raise LawDataError(f"{row.where}: unknown word {error}") from error


def _plain(row: Row, key: str) -> str:
    value = row.raw(key)
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return "; ".join(row.texts(key))


def read_form(row: Row, m: Modelling) -> Form:
    """Return one form; without a known title it has no code.

    Raises:
        LawDataError: a value is missing or unreadable.
    """
    listed, title = row.text("code"), row.text("title")
    paper = row.maybe_text("paper") or m.papers.get(listed)
    status = row.status("status", Status.UNCONFIRMED)
    return Form(
        code=None if title in m.unknown_titles else listed,
        listed_as=listed,
        title=title,
        status=status,
        paper=_paper(row, paper) if paper else None,
        outcome=row.maybe_text("outcome") or m.paper_outcomes.get(listed),
        fields=row.texts("fields"),
        fields_status=row.status("fields_status", status),
        attachments=row.texts("attachments"),
        notes=_present(row, "note", "status_note", "fields_note"),
        source=row.maybe_text("source"),
    )


def read_outcome(row: Row) -> Outcome:
    """Return one outcome; the list has no status of its own, so it is unconfirmed."""
    return Outcome(
        key=row.text("key"),
        title=row.text("title"),
        status=row.status("status", Status.UNCONFIRMED),
    )


def read_side_rule(row: Row) -> SideRule:
    """Return one side rule."""
    return SideRule(
        key=row.text("key"),
        title=row.text("title"),
        rule=row.text("rule"),
        article=row.maybe_text("article"),
        status=row.status("status", Status.UNCONFIRMED),
        status_note=row.maybe_text("status_note"),
        source=row.maybe_text("source"),
    )


def read_check_items(row: Row, m: Mapping[str, Row]) -> tuple[CheckItem, ...]:
    """Return the requirements of one section, its attachments among them.

    Raises:
        LawDataError: a requirement has no row in the modelling table.
    """
    texts = row.texts("items") + row.texts("attachments")
    unknown = [text for text in texts if text not in m]
    if unknown:
        raise LawDataError(f"{row.where}: no check item for {unknown}")
    return tuple(_check_item(row, m[text], text) for text in texts)


def _check_item(row: Row, model: Row, text: str) -> CheckItem:
    key = model.text("key")
    own_source = row.maybe_text("signature_match_source")
    return CheckItem(
        key=key,
        text=text,
        label=model.text("label"),
        remediable=model.flag("remediable"),
        help=model.text("help"),
        status=row.status("status", Status.UNCONFIRMED),
        article=row.maybe_text("article"),
        source=own_source if key == "signature_matches_id" else None,
    )


def read_number(row: Row) -> NumberTemplate:
    """Return the template of registration numbers."""
    return NumberTemplate(
        format=row.text("format"),
        pre_registration_format=row.maybe_text("pre_registration_format"),
        kinds=row.text_map("kinds"),
        contests=row.text_map("contests"),
        tiers=row.text_map("tiers"),
        status=row.status("status", Status.UNCONFIRMED),
        note=row.maybe_text("status_note"),
    )


def read_hours(row: Row) -> ReceptionHours:
    """Return the hours in which reports are received."""
    status = row.status("status", Status.UNCONFIRMED)
    return ReceptionHours(
        mon_thu=row.maybe_text("mon_thu"),
        fri=row.maybe_text("fri"),
        sat_sun=row.maybe_text("sat_sun"),
        sat_sun_status=row.status("sat_sun_status", status),
        all_day_stages=row.texts("all_day_stages"),
        all_day_stages_maybe=row.texts("all_day_stages_maybe"),
        status=status,
        article=row.maybe_text("article"),
        note=row.maybe_text("note"),
        source=row.maybe_text("source"),
    )


def read_attorney(row: Row) -> AttorneyRule:
    """Return whether a reporter may act through an attorney, in words."""
    return AttorneyRule(
        text=row.text("text"),
        status=row.status("status", Status.UNCONFIRMED),
        article=row.maybe_text("article"),
        source=row.maybe_text("source"),
    )


def read_rule(key: str, row: Row) -> Rule:
    """Return a section that people read; its lines are all its texts in order."""
    told = ("status", "article", "source")
    lines = (text for name in row.without(*told) for text in row.texts(name))
    return Rule(
        key=key,
        lines=tuple(lines),
        status=row.status("status", Status.UNCONFIRMED),
        article=row.maybe_text("article"),
        source=row.maybe_text("source"),
    )

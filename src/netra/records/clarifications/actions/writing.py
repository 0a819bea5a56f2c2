"""Saving questions and answers while they are typed; nothing typed is ever lost.

A page sends the rows it changed every few seconds, and again when it is not sure that
they arrived. A row knows which page saved it last and in which order, so that sending
again changes nothing and a late request cannot undo a newer one. Where two pages wrote
at once, both texts stay: the second becomes a row of its own beside the first.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from netra.domain.access import Actor
from netra.records.clarifications.actions.hearing import hold_open
from netra.records.clarifications.models import Answer, Minutes

_TWINS = uuid.UUID("6f0a1d0e-7d43-4d0c-9f0e-2b7b0f7f3a51")


@dataclass(frozen=True, slots=True, kw_only=True)
class RowEdit:
    """A row as a page has it; `version` is the one it saw last, 0 for a new row."""

    key: str
    place: int
    question: str
    answer: str
    version: int
    is_removed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedRow:
    """What became of a row: its version now.

    `twin` is set where another page had changed the row: the text of this page is kept
    under that key, beside the text of the other.
    """

    key: str
    version: int
    twin: Answer | None = None
    other: Answer | None = None


@transaction.atomic
def save_answers(
    *,
    minutes: Minutes,
    rows: Sequence[RowEdit],
    tab: str,
    order: int,
    actor: Actor,
    at: datetime,
) -> tuple[SavedRow, ...]:
    """Keep the rows a page has changed. They are a draft until they are read back.

    Args:
        minutes: Open ones.
        rows: Changed rows.
        tab: Name of the page, chosen by it.
        order: Grows with every save of the page.
        actor: Needs `HEAR_PARTY` in the region of the case.
        at: Moment of saving.

    Returns:
        What became of each row, in the order given.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        MinutesClosedError: they were read back; nothing was written.
    """
    hold_open(minutes, actor)
    kept = {row.key: row for row in minutes.answers.all()}
    return tuple(_save(minutes, kept, row, (tab, order), at) for row in rows)


def _save(
    minutes: Minutes,
    kept: dict[str, Answer],
    edit: RowEdit,
    writer: tuple[str, int],
    at: datetime,
) -> SavedRow:
    held = kept.get(edit.key)
    if held is None:
        made = kept[edit.key] = _make(minutes, edit, writer, at)
        return SavedRow(key=made.key, version=made.version)
    tab, order = writer
    is_own = held.tab == tab
    if _same(held, edit) or (is_own and order <= held.order):
        return SavedRow(key=held.key, version=held.version)
    if is_own or held.version == edit.version:
        return _change(held, edit, writer, at)
    return _beside(minutes, kept, held, edit, writer, at)


def _same(held: Answer, edit: RowEdit) -> bool:
    return (held.question, held.answer, held.place, held.is_removed) == (
        edit.question,
        edit.answer,
        edit.place,
        edit.is_removed,
    )


def _make(
    minutes: Minutes, edit: RowEdit, writer: tuple[str, int], at: datetime, of: str = ""
) -> Answer:
    return Answer.objects.create(
        minutes=minutes,
        key=edit.key,
        place=edit.place,
        question=edit.question,
        answer=edit.answer,
        tab=writer[0],
        order=writer[1],
        twin_of=of,
        is_removed=edit.is_removed,
        saved_at=at,
    )


def _change(
    held: Answer, edit: RowEdit, writer: tuple[str, int], at: datetime
) -> SavedRow:
    held.question, held.answer, held.place = edit.question, edit.answer, edit.place
    held.tab, held.order = writer
    held.is_removed = edit.is_removed
    held.version += 1
    held.saved_at = at
    held.save()
    return SavedRow(key=held.key, version=held.version)


def _beside(
    minutes: Minutes,
    kept: dict[str, Answer],
    held: Answer,
    edit: RowEdit,
    writer: tuple[str, int],
    at: datetime,
) -> SavedRow:
    """Keep the second text beside the first; one that only removes or moves yields."""
    if edit.is_removed or (held.question, held.answer) == (edit.question, edit.answer):
        return SavedRow(key=held.key, version=held.version, other=held)
    key = str(uuid.uuid5(_TWINS, f"{minutes.pk}/{edit.key}/{writer[0]}"))
    own = RowEdit(
        key=key,
        place=edit.place,
        question=edit.question,
        answer=edit.answer,
        version=edit.version,
    )
    twin = kept.get(key)
    if twin is None:
        twin = kept[key] = _make(minutes, own, writer, at, of=held.key)
    elif not _same(twin, own) and writer[1] > twin.order:
        _change(twin, own, writer, at)
    return SavedRow(key=held.key, version=held.version, twin=twin, other=held)

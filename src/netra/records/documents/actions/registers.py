"""Taking a register book out of the program."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils import translation

from netra.domain.access import Action, Actor
from netra.records.access import require
from netra.records.accounts.queries import user_of
from netra.records.documents.composing.letterheads import letterhead_of
from netra.records.documents.errors import RegisterPeriodError
from netra.records.documents.models import RegisterExport
from netra.records.documents.registers.books import Book, Period, fill
from netra.records.documents.registers.printing import Sheet, book_pdf
from netra.records.documents.registers.sheets import book_xlsx
from netra.records.jobs.moment import is_demonstration
from netra.records.ledger import actions as ledger

_DRAWN = {
    RegisterExport.Format.PDF: book_pdf,
    RegisterExport.Format.XLSX: book_xlsx,
}


@transaction.atomic
def export_register(
    *,
    book: Book,
    period: Period,
    format_: RegisterExport.Format,
    actor: Actor,
    at: datetime,
) -> tuple[RegisterExport, bytes]:
    """Return a register book as a file; who took it and when is recorded first.

    Args:
        book: Which book.
        period: Of which office, from which day to which.
        format_: PDF or XLSX.
        actor: Needs `VIEW_REGISTERS` over the region of the office.
        at: Moment of export, printed on the sheets.

    Raises:
        NotAllowedError: the actor does not read the registers of this office.
        RegisterPeriodError: the period ends before it begins.
    """
    office, user = period.office, user_of(actor)
    require(actor, Action.VIEW_REGISTERS, office.region)
    if period.from_on > period.to_on:
        raise RegisterPeriodError("the period ends before it begins")
    with translation.override("id"):  # a book is Indonesian whatever page asks for it
        filled = fill(book, period)
        sheet = Sheet(
            letterhead=letterhead_of(office),
            exported_at=at.astimezone(period.zone),
            exported_by=user.name if user else "pemasangan",
            demo=is_demonstration(),
        )
        content = _DRAWN[format_](filled, sheet)
    row = RegisterExport.objects.create(
        office=office,
        book=book.key,
        format=format_,
        from_on=period.from_on,
        to_on=period.to_on,
        row_count=len(filled.lines),
        sha256=hashlib.sha256(content).hexdigest(),
        exported_by=user,
        exported_at=at,
    )
    ledger.append(
        "register.exported", row.ledger_subject, actor=actor, at=at, facts=row.facts
    )
    return row, content

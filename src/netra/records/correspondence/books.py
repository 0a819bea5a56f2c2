"""The agenda as register books: one for everybody who reads registers, one in full.

The first holds numbers, days and kinds, as the other registers do. The second names
subjects and other sides, except under seal; it is for those who read the agenda.
"""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from netra.records.correspondence.queries import AgendaRow, agenda_rows
from netra.records.documents.registers.books import Book, Line, Period


def _rows(period: Period) -> list[AgendaRow]:
    return agenda_rows(period.office, period.from_on, period.to_on)


def plain_lines(period: Period) -> Iterator[Line]:
    """Give one line an entry, without anything that was typed freely."""
    for row in _rows(period):
        yield (
            row.number,
            row.direction,
            row.kind,
            period.day(row.happened_at),
            period.day(row.recorded_at),
            row.case,
            row.answers,
            str(row.scans),
            row.standing,
        )


def full_lines(period: Period) -> Iterator[Line]:
    """Give one line an entry with subject and other side, masked where it is sealed."""
    for row in _rows(period):
        yield (
            row.number,
            row.direction,
            row.kind,
            period.day(row.happened_at),
            row.letter_number,
            row.letter_on.isoformat() if row.letter_on else "",
            row.counterpart,
            row.subject,
            row.case,
            row.answers,
            row.state,
        )


PLAIN_BOOK = Book(
    key="agenda",
    title=_("Buku agenda"),
    columns=(
        _("Nomor agenda"),
        _("Arah"),
        _("Jenis"),
        _("Terjadi"),
        _("Dicatat"),
        _("Perkara"),
        _("Menjawab"),
        _("Pindaian"),
        _("Keadaan"),
    ),
    lines=plain_lines,
    counted=2,
)
FULL_BOOK = Book(
    key="agenda-lengkap",
    title=_("Buku agenda dengan perihal"),
    columns=(
        _("Nomor agenda"),
        _("Arah"),
        _("Jenis"),
        _("Terjadi"),
        _("Nomor surat"),
        _("Tanggal surat"),
        _("Dari atau kepada"),
        _("Perihal"),
        _("Perkara"),
        _("Menjawab"),
        _("Keterangan"),
    ),
    lines=full_lines,
    counted=2,
)
"""Not in the list of registers: those who read no agenda do not get it."""

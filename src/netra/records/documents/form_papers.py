"""Forms of a report and forms of an office, as frozen dataclasses ready to print.

The report form is the one paper with a place for who reported. That place is filled
only in the whole copy, which is kept under seal; every other copy says that the
identity is kept secret.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from netra.records.documents.papers import Paper
from netra.records.documents.parts import (
    CONFIRMED,
    Exhibit,
    Fact,
    PaperKind,
    Respondent,
    Signatory,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportForm(Paper):
    """A report by the fields of its form.

    `identity` and `seen_by` (one tuple of facts a witness) are filled only where
    `is_whole`; `witness_count` is told in every copy. `fields_status` is the status of
    the list of fields.
    """

    KIND: ClassVar[PaperKind] = PaperKind.REPORT_FORM
    NEEDED: ClassVar[tuple[str, ...]] = ("report_number", "event")
    report_number: str
    is_whole: bool
    identity: tuple[Fact, ...] = ()
    respondents: tuple[Respondent, ...] = ()
    event: str
    place: str
    happened: str
    known_on: date
    witness_count: int = 0
    seen_by: tuple[tuple[Fact, ...], ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    account: str
    links: str = ""
    reported_at: datetime
    reported_in: str
    handed_in_via: str
    fields_status: str = CONFIRMED
    officer: Signatory


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionReceipt(Paper):
    """Receipt for what was handed in to complete a report. Public: names nobody."""

    KIND: ClassVar[PaperKind] = PaperKind.COMPLETION_RECEIPT
    NEEDED: ClassVar[tuple[str, ...]] = ("items",)
    report_number: str
    received_at: datetime
    items: tuple[Fact, ...]
    exhibits: tuple[Exhibit, ...] = ()
    reported_in: str
    signatory: Signatory


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnForm(Paper):
    """A form an office has defined, filled in; marked as its own, not as the law's."""

    KIND: ClassVar[PaperKind] = PaperKind.OFFICE_FORM
    NEEDED: ClassVar[tuple[str, ...]] = ("body",)
    own_code: str = ""
    version: int
    cited: str
    body: str
    signatory: Signatory

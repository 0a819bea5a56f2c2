"""Rows of the papers: what was issued, how it looks, and what an office adds itself."""

from netra.records.documents.models.issued import (
    IssuedPaper,
    PaperQuerySet,
    matter_facts,
)
from netra.records.documents.models.office_forms import OfficeForm, OfficeFormVersion
from netra.records.documents.models.office_letterheads import OfficeLetterhead
from netra.records.documents.models.register_exports import RegisterExport

__all__ = [
    "IssuedPaper",
    "OfficeForm",
    "OfficeFormVersion",
    "OfficeLetterhead",
    "PaperQuerySet",
    "RegisterExport",
    "matter_facts",
]

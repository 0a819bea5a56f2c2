"""The form of a supervision report (Formulir A) by its parts."""

from collections.abc import Mapping
from dataclasses import dataclass

from .loading import Law
from .modelling import load_modelling
from .status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPart:
    """One part of the form; `fields` are the words of what it asks for."""

    no: str
    title: str
    fields: tuple[str, ...]
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionForm:
    """The form with its parts by their Roman number; it carries no letterhead."""

    code: str
    title: str
    regulation: str
    status: Status
    parts: Mapping[str, FormPart]


def supervision_form(law: Law) -> SupervisionForm:
    """Return the form of a supervision report, each part with its own status.

    Raises:
        LawDataError: a value of the form is missing or unreadable.
    """
    row = law.supervision_report
    status = row.status("status", Status.UNCONFIRMED)
    unseen = load_modelling().unconfirmed_parts
    parts = [
        FormPart(
            no=part.text("no"),
            title=part.text("title"),
            fields=part.texts("fields"),
            status=Status.UNCONFIRMED if part.text("no") in unseen else status,
        )
        for part in row.rows("section")
    ]
    return SupervisionForm(
        code=row.text("code"),
        title=row.text("title"),
        regulation=row.text("regulation"),
        status=status,
        parts={part.no: part for part in parts},
    )

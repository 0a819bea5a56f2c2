"""The kept state of the papers' room, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping

from netra.records.documents.models import (
    IssuedPaper,
    OfficeForm,
    OfficeLetterhead,
    RegisterExport,
    matter_facts,
)
from netra.records.ledger.replaying import Kept, Text


def paper_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield every issued paper with its hash, and what offices have laid down."""
    for paper in IssuedPaper.objects.all():
        yield (
            paper.ledger_subject,
            {
                "kind": paper.kind,
                "format": paper.format,
                **matter_facts(paper),
                "sha256": paper.sha256,
            },
        )
    yield from _letterheads()
    yield from _office_forms()
    yield from _exports()


def _letterheads() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    for row in OfficeLetterhead.objects.all():
        lines: dict[str, Kept] = {
            name: Text(value=getattr(row, name)) for name in (*row.LINES, *row.SIGNED)
        }
        yield (
            row.ledger_subject,
            {
                "office": str(row.office_id),
                "no": row.no,
                "logo": row.logo or None,
                **lines,
            },
        )


def _office_forms() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    for form in OfficeForm.objects.prefetch_related("versions"):
        fields: dict[str, Kept] = {
            "office": str(form.office_id),
            "withdrawn": True if form.withdrawn_at else None,
        }
        for version in form.versions.all():
            for name in ("title", "code", "source", "body"):
                value = Text(value=getattr(version, name))
                fields[f"version/{version.no}/{name}"] = value
        yield form.ledger_subject, fields


def _exports() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    for row in RegisterExport.objects.all():
        yield row.ledger_subject, row.facts

"""What Anton tries on the papers, letterheads, forms and books of 33.74."""

from collections.abc import Callable
from datetime import date

from netra.domain.access import Actor
from netra.domain.law import Paper
from netra.records.accounts import actions as accounts
from netra.records.accounts.models import NumberSeries
from netra.records.accounts.queries import INSTALLATION
from netra.records.documents import actions as documents
from netra.records.documents.models import (
    IssuedPaper,
    OfficeForm,
    OfficeLetterhead,
    RegisterExport,
)
from netra.records.documents.registers.books import Period, book_named
from tests.people import STUDIED_AT, Cast, as_actor, report_on

Attempt = Callable[[Cast, Actor], object]
_NOW = {"at": STUDIED_AT}
_TYPED = {"title": "Lembar", "code": "", "source": "Kebiasaan", "body": "Isi {nomor}"}


def _series(cast: Cast) -> NumberSeries:
    return NumberSeries.objects.create(
        office=cast.city, name="notice", year=2024, last=1
    )


def _form(cast: Cast) -> OfficeForm:
    return documents.define_form(office=cast.city, **_TYPED, actor=INSTALLATION, **_NOW)


def _paper(cast: Cast) -> IssuedPaper:
    return documents.issue_paper(
        Paper.REPORT_FORM,
        report=report_on(cast, "initial_study"),
        actor=as_actor(cast.budi),
        **_NOW,
    )


def _whole(cast: Cast) -> IssuedPaper:
    return documents.issue_whole_report_form(
        report=report_on(cast, "initial_study"),
        reason="alasan",
        actor=as_actor(cast.budi),
        **_NOW,
    )


PAPERED: dict[str, Attempt] = {
    "accounts.void_number": lambda cast, actor: accounts.void_number(
        series=_series(cast), seq=1, reason="alasan", actor=actor, **_NOW
    ),
    "documents.define_form": lambda cast, actor: documents.define_form(
        office=cast.city, **_TYPED, actor=actor, **_NOW
    ),
    "documents.export_register": lambda cast, actor: documents.export_register(
        book=book_named("laporan"),
        period=Period(
            office=cast.city, from_on=date(2024, 1, 1), to_on=date(2024, 12, 31)
        ),
        format_=RegisterExport.Format.XLSX,
        actor=actor,
        **_NOW,
    ),
    "documents.issue_whole_report_form": lambda cast, actor: (
        documents.issue_whole_report_form(
            report=report_on(cast, "initial_study"),
            reason="alasan",
            actor=actor,
            **_NOW,
        )
    ),
    "documents.lay_letterhead": lambda cast, actor: documents.lay_letterhead(
        letterhead=OfficeLetterhead(office=cast.city, name_line="Kantor"),
        logo=None,
        actor=actor,
        **_NOW,
    ),
    "documents.open_sealed_paper": lambda cast, actor: documents.open_sealed_paper(
        paper=_whole(cast), reason="alasan", actor=actor, **_NOW
    ),
    "documents.reissue_paper": lambda cast, actor: documents.reissue_paper(
        paper=_paper(cast), actor=actor, **_NOW
    ),
    "documents.revise_form": lambda cast, actor: documents.revise_form(
        form=_form(cast), **_TYPED, actor=actor, **_NOW
    ),
    "documents.withdraw_form": lambda cast, actor: documents.withdraw_form(
        form=_form(cast), actor=actor, **_NOW
    ),
}

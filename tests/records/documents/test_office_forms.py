"""Forms an office defines: a closed list of placeholders, filled once, never run."""

import io

import pdfplumber
import pytest

from netra.domain.law import Paper
from netra.records.access import NotAllowedError
from netra.records.accounts.queries import INSTALLATION
from netra.records.documents import store
from netra.records.documents.actions import (
    define_form,
    issue_paper,
    revise_form,
    withdraw_form,
)
from netra.records.documents.errors import (
    OwnFormError,
    OwnFormWithdrawnError,
    PaperContentError,
)
from netra.records.documents.filling import PLACEHOLDERS, check_body, filled
from netra.records.documents.models import OfficeForm
from netra.records.ledger.replaying import compare
from tests import people
from tests.people import as_actor

TYPED = {
    "title": "Lembar Kendali",
    "code": "KT-07",
    "source": "Keputusan kantor contoh",
    "body": "Berkas {nomor} diperiksa pada {tanggal}. Terlapor: {terlapor}.",
}


def defined(cast, office=None, **changed: str) -> OfficeForm:
    return define_form(
        office=office or cast.city,
        **(TYPED | changed),
        actor=INSTALLATION,
        at=people.TOLD_AT,
    )


def issued(cast, form: OfficeForm, **matter) -> str:
    paper = issue_paper(
        Paper.OFFICE_FORM,
        about=form.ledger_subject,
        actor=as_actor(cast.budi),
        at=people.TOLD_AT,
        **matter,
    )
    with pdfplumber.open(io.BytesIO(store.verified_bytes(paper))) as pdf:
        return " ".join(" ".join(p.extract_text() for p in pdf.pages).split())


def test_a_form_is_filled_in_and_called_the_offices_own(cast) -> None:
    report = people.submitted(cast)
    text = issued(cast, defined(cast), report=report)
    assert f"Berkas {report.number} diperiksa pada" in text
    assert "Formulir kantor ini, kode KT-07, versi 1." in text
    assert "Sumber menurut kantor: Keputusan kantor contoh" in text
    assert "Lembar Kendali" in text
    assert "Wati" not in text
    assert compare().difference is None


def test_a_further_version_is_printed_and_the_older_one_stays(cast) -> None:
    form = defined(cast)
    revise_form(
        form=form,
        **(TYPED | {"body": "Isi baru {kota}."}),
        actor=INSTALLATION,
        at=people.TOLD_AT,
    )
    assert "versi 2." in issued(cast, form, report=people.submitted(cast))
    assert [v.no for v in form.versions.order_by("no")] == [1, 2]
    assert compare().difference is None


def test_a_withdrawn_form_is_issued_and_changed_no_more(cast) -> None:
    form = defined(cast)
    act = {"actor": INSTALLATION, "at": people.TOLD_AT}
    withdraw_form(form=form, **act)
    with pytest.raises(OwnFormWithdrawnError):
        withdraw_form(form=form, **act)
    with pytest.raises(OwnFormWithdrawnError):
        revise_form(form=form, **TYPED, **act)
    with pytest.raises(OwnFormWithdrawnError):
        issued(cast, form, report=people.submitted(cast))
    assert compare().difference is None


def test_an_office_issues_only_its_own_forms(cast) -> None:
    foreign = defined(cast, office=cast.elsewhere)
    with pytest.raises(PaperContentError):
        issued(cast, foreign, report=people.submitted(cast))


def test_an_officer_defines_no_form(cast) -> None:
    with pytest.raises(NotAllowedError):
        define_form(
            office=cast.city, **TYPED, actor=as_actor(cast.budi), at=people.TOLD_AT
        )


@pytest.mark.parametrize("field", ["title", "source", "body"])
def test_what_a_form_cannot_do_without_is_asked_for_beside_its_field(
    cast, field: str
) -> None:
    with pytest.raises(OwnFormError) as refused:
        defined(cast, **{field: "  "})
    assert refused.value.field == field
    assert not OfficeForm.objects.exists()


@pytest.mark.parametrize(
    "body",
    [
        "{pelapor}",
        "{nomor} {nomer}",
        "{}",
        "{nomor",
        "nomor}",
        "{{nomor}}",
        "{nomor!r}",
        "{nomor.__class__}",
        "{% include 'x' %}",
        "{0}",
    ],
)
def test_a_text_with_a_placeholder_that_is_not_listed_is_refused(body: str) -> None:
    with pytest.raises(OwnFormError):
        check_body(body)


def test_every_listed_placeholder_may_be_used_and_none_gives_the_reporter() -> None:
    check_body(" ".join(f"{{{name}}}" for name in PLACEHOLDERS))
    assert not [name for name in PLACEHOLDERS if "pelapor" in name or "saksi" in name]


def test_what_a_value_holds_is_never_read_as_a_placeholder() -> None:
    assert filled("{nomor} {kota}", {"nomor": "{kota}", "kota": ""}) == "{kota} –"

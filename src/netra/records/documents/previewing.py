"""How a letterhead or an own form would look, before it is laid down or issued.

A preview is no paper: it has no number of a series, is not kept, and its check code
leads nowhere.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from netra.domain.law import zone_of
from netra.records.accounts.models import Office
from netra.records.documents.composing.letterheads import drawn, letterhead_of
from netra.records.documents.filling import PLACEHOLDERS, check_body, filled
from netra.records.documents.form_papers import OwnForm
from netra.records.documents.models import OfficeLetterhead
from netra.records.documents.parts import (
    Letterhead,
    PaperHead,
    PaperKind,
    Signatory,
)
from netra.records.documents.rendering import render_pdf
from netra.records.jobs.moment import is_demonstration
from netra.records.regions.queries import name_of

_NUMBER = "CONTOH"
_TEXT = (
    "Ini contoh surat untuk melihat kop dan penanda tangan. Surat ini tidak terbit, "
    "tidak bernomor, dan tidak disimpan.\n\n"
    "Periksa nama kantor, alamat, dan jabatan. Bila sudah benar, simpan kop surat."
)


def preview_letterhead(row: OfficeLetterhead, logo: bytes, *, at: datetime) -> bytes:
    """Return a sample letter under a letterhead, as PDF.

    Args:
        row: The version, saved or not.
        logo: Its logo as PNG, empty without one.
        at: Moment printed on the sheet.
    """
    return _sheet(
        row.office,
        drawn(row, logo),
        title="Contoh surat",
        body=_TEXT,
        version=row.no or 1,
        cited="contoh, bukan formulir",
        code="",
        signatory=Signatory(
            role="Ketua",
            post=row.signatory_post or "Petugas penanganan pelanggaran",
            name=row.signatory_name or None,
        ),
        at=at,
    )


def preview_form(
    office: Office, *, title: str, code: str, source: str, body: str, at: datetime
) -> bytes:
    """Return an own form with the meaning of each placeholder in its place, as PDF.

    Raises:
        OwnFormError: the text has a placeholder that is not on the list.
    """
    check_body(body)
    meanings = {name: f"[{words}]" for name, words in PLACEHOLDERS.items()}
    return _sheet(
        office,
        letterhead_of(office),
        title=title,
        body=filled(body, meanings),
        version=1,
        cited=source,
        code=code,
        signatory=Signatory(role="Petugas", post="Petugas penanganan pelanggaran"),
        at=at,
    )


def _sheet(
    office: Office,
    letterhead: Letterhead,
    *,
    title: str,
    body: str,
    version: int,
    cited: str,
    code: str,
    signatory: Signatory,
    at: datetime,
) -> bytes:
    region = office.region
    local = at.astimezone(zone_of(region) if region else ZoneInfo(settings.TIME_ZONE))
    head = PaperHead(
        kind=PaperKind.OFFICE_FORM,
        title=title,
        number=_NUMBER,
        letterhead=letterhead,
        place=letterhead.city or office.city or name_of(region),
        issued_on=local.date(),
        issued_at=local,
        provisional_layout=True,
        demo=is_demonstration(),
        check_url=f"{settings.PUBLIC_URL}/",
        check_code=_NUMBER,
    )
    return render_pdf(
        OwnForm(
            head=head,
            own_code=code,
            version=version,
            cited=cited,
            body=body,
            signatory=signatory,
        )
    )

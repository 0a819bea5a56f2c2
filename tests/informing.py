"""Keys of the cast's offices, and information given to them by the real actions."""

from collections.abc import Sequence
from datetime import datetime

from netra.domain.access import Actor
from netra.records.accounts.models import Office
from netra.records.accounts.queries import PUBLIC
from netra.records.custody import actions as custody
from netra.records.custody.opened import OpenedKey
from netra.records.custody.queries import open_key
from netra.records.information import actions as information
from netra.records.information.content import ArrivedFile, InformationContent
from netra.records.information.models import Information
from tests.offices import (
    LAID_AT,
    REGION,
    SUBDISTRICT,
    SUBMITTED_AT,
    Cast,
    as_actor,
)

PHRASE = "empat kata yang panjang"
TOLD = InformationContent(
    text="DATA CONTOH: pegawai berseragam dinas membagikan kaus bergambar calon.",
    place_region=SUBDISTRICT,
    place="Lapangan Contoh",
    when="kemarin sore",
)
PHOTO = ArrivedFile(
    name="foto-dari-siti.jpg",
    media_type="image/jpeg",
    derivative=b"derivative without marks",
    derivative_type="image/jpeg",
    removed=("position",),
    original=b"original with position and device",
)


def office_of(cast: Cast) -> Office:
    """Return the office of 33.74."""
    return Office.objects.get(region=REGION)


def keyed(
    cast: Cast, *, office: Office | None = None, actor: Actor | None = None
) -> Office:
    """Give an office its first key, held by Budi unless somebody else is named."""
    mine, holder = office or office_of(cast), actor or as_actor(cast.budi)
    custody.set_phrase(office=mine, phrase=PHRASE, actor=holder, at=LAID_AT)
    custody.make_office_key(office=mine, actor=holder, at=LAID_AT)
    return mine


def opened_by(
    cast: Cast, *, office: Office | None = None, actor: Actor | None = None
) -> OpenedKey:
    """Return the key of an office, opened with the phrase."""
    return open_key(
        office=office or office_of(cast),
        actor=actor or as_actor(cast.budi),
        phrase=PHRASE,
    )


def given(
    cast: Cast,
    *,
    content: InformationContent = TOLD,
    files: Sequence[ArrivedFile] = (),
    moment: datetime = SUBMITTED_AT,
) -> tuple[Information, str]:
    """Return information that arrived at the office of 33.74, and its code."""
    return information.give_information(
        content=content, files=files, actor=PUBLIC, at=moment
    )

"""Lines of the agenda of 33.74, by the real actions."""

from dataclasses import replace
from email.message import EmailMessage

from netra.records.correspondence import actions
from netra.records.correspondence.content import EntryContent, Links
from netra.records.correspondence.models import AgendaEntry
from tests.people import PNG, REGISTERED_AT, STUDIED_AT, Cast, as_actor

WRITTEN_AT = REGISTERED_AT
LETTER = EntryContent(
    counterpart="Dinas Contoh Kota Semarang",
    subject="Jawaban atas permintaan keterangan",
    happened_at=STUDIED_AT,
    letter_number="800/12/CONTOH/2024",
    letter_on=STUDIED_AT.date(),
    note="DATA CONTOH. Diantar kurir.",
)


def letter_in(cast: Cast, **changes: object) -> AgendaEntry:
    """Enter a letter that came in, as Budi."""
    return actions.enter_in(
        office=cast.city,
        content=replace(LETTER, **changes),
        actor=as_actor(cast.budi),
        at=WRITTEN_AT,
    )


def letter_out(cast: Cast, **changes: object) -> AgendaEntry:
    """Enter a letter that went out, as Budi."""
    return actions.enter_out(
        office=cast.city,
        content=replace(LETTER, **changes),
        actor=as_actor(cast.budi),
        at=WRITTEN_AT,
    )


def eml(
    *,
    key: str = "<satu@contoh.example>",
    answers: str = "",
    html: str = "",
    attached: tuple[tuple[bytes, str, str, str], ...] = (
        (PNG, "image", "png", "pindaian.png"),
    ),
) -> bytes:
    """Return a message as a mail program stores it."""
    message = EmailMessage()
    message["From"] = "Kepala Dinas Contoh <dinas@contoh.example>"
    message["To"] = "kantor@contoh.example"
    message["Subject"] = "Jawaban atas surat Bapak dan Ibu"
    message["Date"] = "Wed, 30 Oct 2024 12:00:00 +0700"
    message["Message-ID"] = key
    if answers:
        message["In-Reply-To"] = answers
    message.set_content("DATA CONTOH. Terlampir jawaban kami.\n")
    if html:
        message.clear_content()
        message.set_content(html, subtype="html")
    for content, kind, subtype, name in attached:
        message.add_attachment(content, maintype=kind, subtype=subtype, filename=name)
    if message.is_multipart():
        message.set_boundary("batas-contoh")  # the same words give the same bytes
    return message.as_bytes()


def dropped(cast: Cast, content: bytes | None = None, **changes: object) -> AgendaEntry:
    """Drop a message into the agenda, as Budi."""
    told = actions.Dropped(direction=AgendaEntry.Direction.IN, names_source=False)
    return actions.drop_email(
        office=cast.city,
        content=eml() if content is None else content,
        dropped=replace(told, **changes),
        actor=as_actor(cast.budi),
        at=WRITTEN_AT,
    )


def about(**links: object) -> Links:
    """Return links by name."""
    return Links(**links)  # type: ignore[arg-type] # names of its fields

"""Letters, calls and a message of the demonstration, in the agenda of the office."""

from datetime import datetime, timedelta
from email.message import EmailMessage

from netra.cli.demonstration.files import picture
from netra.cli.demonstration.texts import MARK
from netra.cli.demonstration.walking import Walk
from netra.domain.law import Paper
from netra.records.correspondence import actions as agenda
from netra.records.correspondence.content import EntryContent, Links
from netra.records.correspondence.models import AgendaEntry
from netra.records.documents.models import IssuedPaper
from netra.records.documents.queries import papers_of_case

_IN = AgendaEntry.Direction.IN
_ASKED = "Permintaan keterangan kepegawaian"


def ask_employer(walk: Walk, at: datetime) -> None:
    """Write to the employer."""
    agenda.enter_out(
        office=walk.case.office,
        content=EntryContent(
            counterpart="Kepala Badan Kepegawaian Contoh",
            subject=_ASKED,
            happened_at=at,
            letter_number="015/CONTOH/2024",
            letter_on=at.date(),
            note=MARK,
            links=Links(case=walk.case),
        ),
        actor=walk.officer(at),
        at=at,
    )


def take_call(walk: Walk, at: datetime) -> None:
    """Note that the reporter called."""
    agenda.note_call(
        office=walk.case.office,
        content=EntryContent(
            counterpart=walk.matter.reporter,
            subject="Menanyakan perkembangan laporan",
            happened_at=at,
            names_source=True,
            note=f"{MARK} Dijelaskan bahwa perkara sedang dikaji.",
            links=Links(case=walk.case),
        ),
        direction=_IN,
        actor=walk.officer(at),
        at=at,
    )


def answer_by_mail(walk: Walk, at: datetime) -> None:
    """Drop the employer's answer as a message, and tie it to the letter it answers."""
    asked = AgendaEntry.objects.get(case=walk.case, subject=_ASKED)
    actor = walk.officer(at)
    row = agenda.drop_email(
        office=walk.case.office,
        content=_message(at - timedelta(minutes=20)),
        dropped=agenda.Dropped(direction=_IN, names_source=False),
        actor=actor,
        at=at,
    )
    agenda.link_entry(entry=row, links=Links(answers=asked), actor=actor, at=at)


def _message(sent_at: datetime) -> bytes:
    message = EmailMessage()
    message["From"] = "Badan Kepegawaian Contoh <surat@kepegawaian.example>"
    message["To"] = "kantor@bawaslu.example"
    message["Subject"] = "Jawaban permintaan keterangan (DATA CONTOH)"
    message["Date"] = sent_at
    message["Message-ID"] = "<jawaban-contoh-1@kepegawaian.example>"
    message.set_content(f"{MARK} Bersama ini kami sampaikan keterangan kepegawaian.\n")
    message.add_attachment(
        picture("surat jawaban", "kepegawaian"),
        maintype="image",
        subtype="png",
        filename="surat-jawaban.png",
    )
    return message.as_bytes()


def number_letters(walk: Walk, at: datetime) -> None:
    """Give the referrals and the notice of the status their numbers."""
    actor = walk.officer(at)
    for referral in walk.case.referrals.order_by("pk"):
        agenda.enter_referral(
            referral=referral, subject="Surat penerusan", actor=actor, at=at
        )
    notices = papers_of_case(walk.case).filter(
        kind=Paper.STATUS_NOTICE.value, format=IssuedPaper.Format.PDF
    )
    for paper in notices:
        agenda.enter_paper(
            paper=paper,
            counterpart="Pelapor",
            subject="Pemberitahuan status",
            actor=actor,
            at=at,
        )


def receive_visit(walk: Walk, at: datetime) -> None:
    """Note a visit, entered wrongly and corrected."""
    actor = walk.officer(at)
    told = EntryContent(
        counterpart="Staf Dinas Contoh",
        subject="Menyerahkan daftar hadir kegiatan",
        happened_at=at - timedelta(hours=1),
        note=MARK,
        links=Links(case=walk.case),
    )
    row = agenda.note_visit(
        office=walk.case.office, content=told, direction=_IN, actor=actor, at=at
    )
    agenda.correct_entry(
        entry=row,
        content=EntryContent(
            counterpart="Sekretaris Dinas Contoh",
            subject=told.subject,
            happened_at=told.happened_at,
            note=MARK,
        ),
        actor=actor,
        at=at,
    )

"""The agenda: numbers, answers, corrections, voiding, links; nothing is changed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from netra.domain.law import Paper
from netra.records.access import NotAllowedError
from netra.records.accounts import actions as accounts
from netra.records.accounts.models import OfficeSetting
from netra.records.accounts.queries import INSTALLATION
from netra.records.correspondence import actions, queries
from netra.records.correspondence.books import (
    FULL_BOOK,
    PLAIN_BOOK,
    full_lines,
    plain_lines,
)
from netra.records.correspondence.errors import (
    EntryContentError,
    EntryMovedError,
    InAgendaError,
    ScanTwiceError,
)
from netra.records.correspondence.models import AgendaEntry
from netra.records.documents.actions import issue_paper
from netra.records.documents.registers.books import Period
from netra.records.evidence.actions import receive_blob
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from tests import people
from tests.people import LAID_AT, PNG, REFERRED_AT, STUDIED_AT
from tests.records.correspondence.lines import (
    LETTER,
    WRITTEN_AT,
    about,
    letter_in,
    letter_out,
)


def as_budi(cast: people.Cast) -> dict[str, object]:
    return {"actor": people.as_actor(cast.budi), "at": WRITTEN_AT}


def test_each_direction_has_its_own_numbers(cast: people.Cast) -> None:
    rows = [letter_in(cast), letter_out(cast), letter_in(cast)]
    assert [row.number for row in rows] == ["M-001/2024", "K-001/2024", "M-002/2024"]
    assert [row.sequence for row in rows] == [1, 1, 2]
    assert compare().difference is None


def test_the_pattern_of_the_office_counts(cast: people.Cast) -> None:
    accounts.settle(
        office=cast.city,
        key=OfficeSetting.Key.AGENDA_IN,
        value="{seq:04}/AGENDA/{region_code}/{month_roman}/{year}",
        actor=INSTALLATION,
        at=LAID_AT,
    )
    assert letter_in(cast).number == "0001/AGENDA/33.74/XI/2024"


def test_calls_and_visits_are_numbered_with_the_letters(cast: people.Cast) -> None:
    content = replace(LETTER, letter_number="", letter_on=None)
    call = actions.note_call(
        office=cast.city,
        content=content,
        direction=AgendaEntry.Direction.IN,
        **as_budi(cast),
    )
    visit = actions.note_visit(
        office=cast.city,
        content=content,
        direction=AgendaEntry.Direction.IN,
        **as_budi(cast),
    )
    assert [call.kind, call.sequence, visit.kind, visit.sequence] == [
        "call",
        1,
        "visit",
        2,
    ]


def test_what_names_a_source_is_kept_under_seal_only(cast: people.Cast) -> None:
    row = letter_in(cast, counterpart="Wati Contohwati", names_source=True)
    row.refresh_from_db()
    assert (row.counterpart, row.sealed_counterpart) == ("", "Wati Contohwati")
    assert not AgendaEntry.objects.filter(queries.found_by("wati")).exists()
    written = b"".join(bytes(e.canonical) for e in LedgerEntry.objects.all())
    assert b"Wati" not in written
    line = queries.agenda_rows(cast.city, WRITTEN_AT.date(), WRITTEN_AT.date())[0]
    assert line.counterpart == "pelapor atau saksi (tersegel)"


def test_opening_the_seal_is_recorded_with_its_reason(cast: people.Cast) -> None:
    row = letter_in(cast, counterpart="Wati Contohwati", names_source=True)
    with pytest.raises(EntryContentError):
        actions.open_sealed(entry=row, reason=" ", **as_budi(cast))
    actions.open_sealed(entry=row, reason="menjawab suratnya", **as_budi(cast))
    assert row.openings.get().account == cast.budi
    assert compare().difference is None


def test_a_letter_cannot_lie_ahead_or_name_nobody(cast: people.Cast) -> None:
    with pytest.raises(EntryContentError) as caught:
        letter_in(cast, happened_at=WRITTEN_AT + timedelta(minutes=1))
    assert caught.value.field == "happened_on"
    with pytest.raises(EntryContentError):
        letter_in(cast, counterpart="  ")
    assert not AgendaEntry.objects.exists()


def test_the_database_refuses_to_change_what_was_entered(cast: people.Cast) -> None:
    row = letter_in(cast)
    with pytest.raises(DatabaseError), transaction.atomic():
        AgendaEntry.objects.filter(pk=row.pk).update(subject="lain")
    row.refresh_from_db()
    assert row.subject == LETTER.subject


def test_a_correction_is_a_further_entry_with_the_scans(cast: people.Cast) -> None:
    case = people.case_on(cast)
    row = letter_in(cast, links=about(case=case))
    blob = receive_blob(chunks=[PNG], at=WRITTEN_AT)
    actions.add_scan(entry=row, blob=blob, name="surat.png", **as_budi(cast))
    later = actions.correct_entry(
        entry=row, content=replace(LETTER, subject="Perihal betul"), **as_budi(cast)
    )
    assert (later.corrects, later.case, later.scans.get().blob) == (row, case, blob)
    assert not AgendaEntry.objects.get(pk=row.pk).is_standing
    with pytest.raises(EntryMovedError):
        actions.correct_entry(entry=row, content=LETTER, **as_budi(cast))
    with pytest.raises(EntryMovedError):
        actions.void_entry(entry=row, reason="salah", **as_budi(cast))
    assert compare().difference is None


def test_a_correction_may_leave_the_sealed_name_alone(cast: people.Cast) -> None:
    row = letter_in(cast, counterpart="Wati Contohwati", names_source=True)
    content = replace(LETTER, counterpart="", names_source=True)
    later = actions.correct_entry(entry=row, content=content, **as_budi(cast))
    assert later.sealed_counterpart == "Wati Contohwati"


def test_a_voided_number_stays_used(cast: people.Cast) -> None:
    row = letter_in(cast)
    with pytest.raises(EntryContentError):
        actions.void_entry(entry=row, reason="", **as_budi(cast))
    actions.void_entry(entry=row, reason="tercatat dua kali", **as_budi(cast))
    assert letter_in(cast).number == "M-002/2024"
    with pytest.raises(EntryMovedError):
        actions.void_entry(entry=row, reason="lagi", **as_budi(cast))
    assert queries.gaps(cast.city, 2024) == []
    lines = queries.agenda_rows(cast.city, WRITTEN_AT.date(), WRITTEN_AT.date(), "in")
    assert [line.state for line in lines] == ["dibatalkan: tercatat dua kali", ""]
    assert compare().difference is None


def test_an_answer_goes_the_other_way_and_keeps_the_case(cast: people.Cast) -> None:
    case = people.case_on(cast)
    asked = letter_out(cast, links=about(case=case))
    answer = actions.answer_entry(entry=asked, content=LETTER, **as_budi(cast))
    assert (answer.direction, answer.case, answer.answers) == ("in", case, asked)
    thanks = actions.answer_entry(entry=answer, content=LETTER, **as_budi(cast))
    seen = queries.thread_of(thanks, people.as_actor(cast.budi))
    assert seen == [asked, answer, thanks]
    assert queries.thread_of(thanks, people.as_actor(cast.anton)) == []
    assert compare().difference is None


def test_a_link_is_set_once(cast: people.Cast) -> None:
    case = people.case_on(cast)
    row = letter_in(cast)
    actions.link_entry(entry=row, links=about(case=case), **as_budi(cast))
    assert list(queries.agenda_of_case(case)) == [row]
    with pytest.raises(EntryMovedError):
        actions.link_entry(entry=row, links=about(case=case), **as_budi(cast))
    with pytest.raises(EntryContentError):
        actions.link_entry(entry=row, links=about(answers=row), **as_budi(cast))
    assert compare().difference is None


def test_a_letter_about_a_report_leads_to_its_case(cast: people.Cast) -> None:
    case = people.case_on(cast)
    assert letter_in(cast, links=about(report=case.report)).case == case


def test_a_matter_elsewhere_is_refused(cast: people.Cast) -> None:
    case = people.case_on(cast)
    with pytest.raises(NotAllowedError):
        actions.enter_in(
            office=cast.elsewhere,
            content=replace(LETTER, links=about(case=case)),
            actor=people.as_actor(cast.anton),
            at=WRITTEN_AT,
        )


def test_a_paper_gets_its_number_once(cast: people.Cast) -> None:
    case = people.case_on(cast)
    paper = issue_paper(
        Paper.REGISTRATION, case=case, actor=people.as_actor(cast.budi), at=STUDIED_AT
    )
    told = {"counterpart": "Pelapor", "subject": "Pemberitahuan registrasi"}
    row = actions.enter_paper(paper=paper, **told, **as_budi(cast))
    assert (row.paper, row.case, row.letter_number) == (paper, case, paper.number)
    with pytest.raises(InAgendaError) as caught:
        actions.enter_paper(paper=paper, **told, **as_budi(cast))
    assert row.number in caught.value.reader_message
    actions.void_entry(entry=row, reason="salah alamat", **as_budi(cast))
    again = actions.enter_paper(paper=paper, **told, **as_budi(cast))
    assert again.number == "K-002/2024"
    assert compare().difference is None


def test_a_referral_gets_its_number_once(cast: people.Cast) -> None:
    referral = people.case_on(cast, "status_notice").referrals.get()
    told = {"referral": referral, "subject": "Penerusan dugaan pelanggaran"}
    as_later = {"actor": people.as_actor(cast.budi), "at": REFERRED_AT}
    row = actions.enter_referral(**told, **as_later)
    assert row.counterpart == referral.addressee
    with pytest.raises(InAgendaError):
        actions.enter_referral(**told, **as_later)
    assert compare().difference is None


def test_the_same_scan_is_kept_once(cast: people.Cast) -> None:
    row = letter_in(cast)
    blob = receive_blob(chunks=[PNG], at=WRITTEN_AT)
    actions.add_scan(entry=row, blob=blob, name="surat.png", **as_budi(cast))
    with pytest.raises(ScanTwiceError):
        actions.add_scan(entry=row, blob=blob, name="lagi.png", **as_budi(cast))
    assert row.scans.count() == 1


def test_a_missing_number_is_said(cast: people.Cast) -> None:
    letter_in(cast)
    gone = letter_in(cast)
    letter_in(cast)
    AgendaEntry.objects.filter(pk=gone.pk).delete()
    assert queries.gaps(cast.city, 2024) == [("in", 2)]


def test_the_register_holds_nothing_that_was_typed(cast: people.Cast) -> None:
    row = letter_in(cast, subject="Perihal rahasia", counterpart="Dinas Rahasia")
    actions.void_entry(entry=row, reason="alasan rahasia", **as_budi(cast))
    day = WRITTEN_AT.date()
    period = Period(office=cast.city, from_on=day, to_on=day)
    plain, full = list(plain_lines(period)), list(full_lines(period))
    assert plain[0][0] == row.number
    assert "rahasia" not in " ".join(plain[0]).lower()
    assert "Perihal rahasia" in full[0]
    assert len(plain[0]) == len(PLAIN_BOOK.columns)
    assert len(full[0]) == len(FULL_BOOK.columns)

"""From a draft to a report with number and code."""

from datetime import date

import pytest
from django.db import connection

from netra.domain.law import BeforeTheLawError
from netra.records.accounts.queries import PUBLIC
from netra.records.evidence.actions import receive_blob
from netra.records.evidence.errors import FileTwiceError, TooManyFilesError
from netra.records.reports import actions
from netra.records.reports.codes import digest_of, new_code
from netra.records.reports.errors import (
    ContentError,
    DraftHandedInError,
    NoOfficeError,
    UnknownCodeError,
)
from netra.records.reports.models import Exhibit, Report, ReportDraft
from netra.records.reports.queries import report_by_code
from tests import people
from tests.people import at

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 40 + b"IEND\xaeB`\x82"


def handed_in(content=people.TELLING, moment=people.SUBMITTED_AT):
    draft = actions.open_draft(at=moment)
    return draft, *actions.hand_in_report(
        draft=draft, content=content, contest=None, actor=PUBLIC, at=moment
    )


def test_the_report_gets_a_number_and_stands_on_the_initial_study(cast) -> None:
    _draft, report, _code = handed_in()
    assert report.number == "001/PL/PW/Kota/33.74/X/2024"
    assert report.step == "initial_study"
    assert report.procedure == "pemilihan-2024"


def test_numbers_of_an_office_follow_each_other(cast) -> None:
    first, second = handed_in()[1], handed_in()[1]
    assert [first.number[:3], second.number[:3]] == ["001", "002"]


def test_the_day_of_submission_decides_the_procedure(cast) -> None:
    early = people.told(known_on=date(2024, 9, 28), happened_on=date(2024, 9, 27))
    report = handed_in(early, at("2024-09-29 23:50"))[1]
    later = handed_in(early, at("2024-09-30 00:10"))[1]
    assert (report.procedure, later.procedure) == ("pemilihan-2020", "pemilihan-2024")


def test_a_report_before_the_law_is_refused(cast) -> None:
    old = people.told(known_on=date(2019, 1, 2), happened_on=None)
    with pytest.raises(BeforeTheLawError):
        handed_in(old, at("2019-01-03 09:00"))
    assert not Report.objects.exists()


def test_handing_in_twice_makes_one_report(cast) -> None:
    draft, _report, _code = handed_in()
    with pytest.raises(DraftHandedInError):
        actions.hand_in_report(
            draft=draft,
            content=people.TELLING,
            contest=None,
            actor=PUBLIC,
            at=people.SUBMITTED_AT,
        )
    assert Report.objects.count() == 1


def test_a_draft_that_was_handed_in_is_no_longer_saved(cast) -> None:
    draft, _report, _code = handed_in()
    with pytest.raises(DraftHandedInError):
        actions.save_draft(draft=draft, content="x", at=people.SUBMITTED_AT)


def test_known_in_the_future_is_refused_beside_its_field(cast) -> None:
    with pytest.raises(ContentError) as caught:
        handed_in(people.told(known_on=date(2024, 10, 31), happened_on=None))
    assert caught.value.field == "known_on"
    assert caught.value.reader_message == "Tanggal ini ada di masa depan."


def test_an_act_cannot_be_known_before_it_happened(cast) -> None:
    with pytest.raises(ContentError) as caught:
        handed_in(people.told(happened_on=date(2024, 10, 30)))
    assert caught.value.field == "happened_on"


def test_a_place_without_office_keeps_the_draft(db) -> None:
    draft = actions.open_draft(at=people.SUBMITTED_AT)
    actions.save_draft(draft=draft, content="cerita", at=people.SUBMITTED_AT)
    with pytest.raises(NoOfficeError):
        actions.hand_in_report(
            draft=draft,
            content=people.TELLING,
            contest=None,
            actor=PUBLIC,
            at=people.SUBMITTED_AT,
        )
    kept = ReportDraft.objects.get(pk=draft.pk)
    assert kept.handed_in_at is None
    assert kept.content == "cerita"


def test_the_code_opens_its_report_in_any_case_and_spacing(cast) -> None:
    _draft, report, code = handed_in()
    sloppy = code.lower().replace("-", " ")
    assert report_by_code(report.number.lower(), sloppy) == report


def test_a_wrong_code_opens_nothing(cast) -> None:
    _draft, report, _code = handed_in()
    with pytest.raises(UnknownCodeError):
        report_by_code(report.number, new_code())


def test_lookalike_letters_are_read_as_digits() -> None:
    assert digest_of("O1IL-0000-0000") == digest_of("0111-0000-0000")


def test_the_code_is_kept_nowhere_in_clear(cast) -> None:
    _draft, report, code = handed_in()
    assert code not in report.code_digest
    assert report.code_digest == digest_of(code)


def test_identities_lie_in_the_database_as_ciphertext(cast) -> None:
    handed_in()
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, address FROM reports_reporter")
        row = cursor.fetchone()
        cursor.execute("SELECT name FROM reports_respondent")
        other = cursor.fetchone()
    for value in (*row, *other):
        assert b"Contoh" not in bytes(value)


def test_the_same_file_is_kept_once_a_draft(cast) -> None:
    draft = actions.open_draft(at=people.SUBMITTED_AT)
    blob = receive_blob(chunks=[PNG], at=people.SUBMITTED_AT)
    add = {"draft": draft, "kind": Exhibit.Kind.EVIDENCE, "at": people.SUBMITTED_AT}
    actions.add_draft_file(blob=blob, name="foto.png", **add)
    with pytest.raises(FileTwiceError):
        actions.add_draft_file(blob=blob, name="foto-lain.png", **add)
    assert draft.files.count() == 1


def test_a_draft_takes_only_so_many_files(cast, settings) -> None:
    settings.UPLOADS_PER_REPORT = 1
    draft = actions.open_draft(at=people.SUBMITTED_AT)
    add = {"draft": draft, "kind": Exhibit.Kind.EVIDENCE, "at": people.SUBMITTED_AT}
    for number in range(2):
        blob = receive_blob(chunks=[PNG + bytes([number])], at=people.SUBMITTED_AT)
        if number:
            with pytest.raises(TooManyFilesError):
                actions.add_draft_file(blob=blob, name="b.png", **add)
        else:
            actions.add_draft_file(blob=blob, name="a.png", **add)


def test_files_of_the_draft_become_exhibits(cast) -> None:
    draft = actions.open_draft(at=people.SUBMITTED_AT)
    blob = receive_blob(chunks=[PNG], at=people.SUBMITTED_AT)
    kind = Exhibit.Kind.SIGNED_PAGE
    actions.add_draft_file(
        draft=draft, blob=blob, kind=kind, name="x.png", at=people.SUBMITTED_AT
    )
    report, _code = actions.hand_in_report(
        draft=draft,
        content=people.TELLING,
        contest=None,
        actor=PUBLIC,
        at=people.SUBMITTED_AT,
    )
    exhibit = report.exhibits.get()
    assert (exhibit.blob_id, exhibit.kind) == (blob.sha256, kind)


def test_a_dropped_file_leaves_the_draft(cast) -> None:
    draft = actions.open_draft(at=people.SUBMITTED_AT)
    blob = receive_blob(chunks=[PNG], at=people.SUBMITTED_AT)
    file = actions.add_draft_file(
        draft=draft,
        blob=blob,
        kind=Exhibit.Kind.EVIDENCE,
        name="x.png",
        at=people.SUBMITTED_AT,
    )
    actions.drop_draft_file(draft=draft, file_id=file.pk)
    assert not draft.files.exists()

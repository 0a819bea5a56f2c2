"""Information is sealed on the way in, and only the right key or code opens it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from netra.domain import sealing
from netra.records.access import NotAllowedError
from netra.records.accounts.models import OfficeSetting
from netra.records.accounts.queries import PUBLIC
from netra.records.custody import actions as custody
from netra.records.information import actions, errors, queries
from netra.records.information.models import (
    HeldFile,
    Information,
    InformationFile,
    InformationOpening,
)
from netra.records.ledger import replaying
from netra.records.ledger.models import LedgerEntry
from tests.informing import PHOTO, TOLD, given, keyed, opened_by
from tests.people import (
    ELSEWHERE,
    LAID_AT,
    SUBMITTED_AT,
    Cast,
    as_actor,
)

NEXT_DAY = SUBMITTED_AT + timedelta(days=1)


def _doing(cast: Cast) -> dict[str, object]:
    return {"actor": as_actor(cast.budi), "at": SUBMITTED_AT}


def test_the_office_opens_what_the_source_said(cast: Cast):
    keyed(cast)
    row, _code = given(cast)
    content = actions.open_information(
        information=row, opened=opened_by(cast), **_doing(cast)
    )
    assert content == replace(TOLD, moment=SUBMITTED_AT.isoformat())
    assert row.state == Information.State.OPENED


def test_every_opening_is_recorded(cast: Cast):
    keyed(cast)
    row, _code = given(cast)
    for _ in range(2):
        actions.open_information(
            information=row, opened=opened_by(cast), **_doing(cast)
        )
    assert InformationOpening.objects.filter(information=row).count() == 2
    entries = LedgerEntry.objects.filter(subject=row.ledger_subject)
    assert [e.kind for e in entries] == ["information.opened"] * 2


def test_arrival_leaves_no_moment_and_no_entry(cast: Cast):
    keyed(cast)
    before = LedgerEntry.objects.count()
    row, _code = given(cast, files=[PHOTO])
    assert LedgerEntry.objects.count() == before
    assert row.received_on == SUBMITTED_AT.date()
    fields = {type(f).__name__ for f in Information._meta.get_fields()}
    assert "DateTimeField" not in fields


def test_the_batch_enters_a_day_once_it_is_over(cast: Cast):
    keyed(cast)
    row, _code = given(cast)
    assert actions.enter_days(at=SUBMITTED_AT) == 0
    assert actions.enter_days(at=NEXT_DAY) == 1
    assert actions.enter_days(at=NEXT_DAY) == 0
    assert replaying.compare().difference is None
    actions.open_information(information=row, opened=opened_by(cast), **_doing(cast))
    assert replaying.compare().difference is None
    actions.enter_days(at=NEXT_DAY)
    assert replaying.compare().difference is None


def test_a_row_altered_behind_the_ledger_is_found(cast: Cast):
    keyed(cast)
    row, _code = given(cast)
    actions.enter_days(at=NEXT_DAY)
    Information.objects.filter(pk=row.pk).update(content=b"other words")
    assert replaying.compare().difference is not None


def test_the_code_opens_answers_and_never_what_the_source_wrote(cast: Cast):
    keyed(cast)
    row, code = given(cast)
    actions.post_to_source(information=row, text="Di mana tepatnya?", **_doing(cast))
    found, mailbox = queries.information_by_code(sealing.grouped(code))
    assert found == row
    assert [text for _on, text in queries.answers_of(found, mailbox)] == [
        "Di mana tepatnya?"
    ]
    with pytest.raises(sealing.WrongKeyError):
        sealing.open_box(mailbox.pair, bytes(row.content))


@pytest.mark.parametrize("code", ["", "1234", "0000 0000 0000 0000", "x" * 16])
def test_a_wrong_code_opens_nothing(cast: Cast, code: str):
    keyed(cast)
    given(cast)
    with pytest.raises(errors.UnknownMailboxError):
        queries.information_by_code(code)


def test_a_source_answers_and_the_office_reads_it(cast: Cast):
    keyed(cast)
    row, _code = given(cast)
    message = actions.reply_from_source(
        information=row, text="Di depan kantor.", files=[PHOTO], at=SUBMITTED_AT
    )
    assert queries.text_of(message, opened_by(cast)) == "Di depan kantor."
    assert message.files.count() == 2


def test_a_file_comes_as_derivative_and_original_apart(cast: Cast):
    keyed(cast)
    row, _code = given(cast, files=[PHOTO])
    shown = row.files.get(kind=InformationFile.Kind.DERIVATIVE)
    kept = row.files.get(kind=InformationFile.Kind.ORIGINAL)
    key = {"opened": opened_by(cast), **_doing(cast)}
    head, data = actions.open_derivative(file=shown, **key)
    assert (head.name, data) == ("berkas-1.jpg", PHOTO.derivative)
    with pytest.raises(errors.ReasonMissingError):
        actions.open_derivative(file=kept, **key)
    with pytest.raises(errors.ReasonMissingError):
        actions.open_original(file=kept, reason=" ", **key)
    head, data = actions.open_original(file=kept, reason="pembuktian", **key)
    assert (head.name, data) == (PHOTO.name, PHOTO.original)
    assert replaying.compare().difference is None


def test_an_original_thrown_away_is_nowhere(cast: Cast):
    keyed(cast)
    row, _code = given(cast, files=[replace(PHOTO, original=b"")])
    assert [f.kind for f in row.files.all()] == [InformationFile.Kind.DERIVATIVE]


def test_an_altered_file_is_refused_and_not_recorded_as_opened(cast: Cast):
    keyed(cast)
    row, _code = given(cast, files=[replace(PHOTO, original=b"")])
    part = row.files.get().parts.last()
    part.sealed = bytes(part.sealed)[:-1] + b"\x00"
    part.save()
    with pytest.raises(sealing.WrongKeyError):
        actions.open_derivative(
            file=row.files.get(), opened=opened_by(cast), **_doing(cast)
        )
    assert not InformationOpening.objects.exists()


def test_beyond_the_threshold_information_waits_in_a_queue(cast: Cast):
    office = keyed(cast)
    OfficeSetting.objects.create(
        office=office,
        key=OfficeSetting.Key.INTAKE_THRESHOLD,
        value="2",
        set_at=LAID_AT,
    )
    rows = [given(cast)[0] for _ in range(4)]
    assert [row.state for row in rows].count(Information.State.QUEUED) == 2
    assert queries.queued_information(office).count() == 2
    taken = actions.release_queued(office=office, count=1, **_doing(cast))
    assert (taken, queries.queued_information(office).count()) == (1, 1)


def test_what_is_ended_says_why_and_cannot_be_ended_again(cast: Cast):
    keyed(cast)
    row, code = given(cast)
    end = {
        "information": row,
        "ended_as": Information.End.NOT_ENOUGH,
        "text": "Kami tidak menemukan tempatnya.",
        **_doing(cast),
    }
    assert actions.end_information(**end).state == Information.State.ENDED
    _row, mailbox = queries.information_by_code(code)
    assert queries.answers_of(row, mailbox)[0][1].startswith("Kami tidak")
    with pytest.raises(errors.InformationMovedError):
        actions.end_information(**end)
    assert row.messages.count() == 1


def test_grouping_and_ungrouping_is_an_officers_act(cast: Cast):
    keyed(cast)
    rows = [given(cast)[0] for _ in range(3)]
    actions.group_information(rows=rows[:2], **_doing(cast))
    actions.group_information(
        rows=[Information.objects.get(pk=rows[1].pk), rows[2]], **_doing(cast)
    )
    assert Information.objects.values_list("group").distinct().count() == 1
    actions.ungroup_information(information=rows[0], **_doing(cast))
    assert Information.objects.filter(group__isnull=True).count() == 1


def test_without_a_key_nobody_receives(cast: Cast):
    with pytest.raises(errors.NoReceiverError):
        given(cast)


def test_a_place_without_a_key_is_received_above(cast: Cast):
    keyed(cast)
    with pytest.raises(errors.NoReceiverError):
        given(cast, content=replace(TOLD, place_region=ELSEWHERE))


@pytest.mark.parametrize(
    ("content", "files", "error"),
    [
        (replace(TOLD, text="  "), [], errors.EmptyInformationError),
        (replace(TOLD, text="a" * 20_001), [], errors.TooLongError),
        (TOLD, [PHOTO] * 6, errors.TooManyFilesError),
    ],
)
def test_what_cannot_be_taken_is_refused_whole(cast: Cast, content, files, error):
    keyed(cast)
    with pytest.raises(error):
        given(cast, content=content, files=files)
    assert not Information.objects.exists()


def test_an_officer_elsewhere_opens_nothing(cast: Cast):
    keyed(cast)
    row, _code = given(cast)
    with pytest.raises(NotAllowedError):
        actions.open_information(
            information=row,
            opened=opened_by(cast),
            actor=as_actor(cast.anton),
            at=SUBMITTED_AT,
        )
    assert not Information.objects.visible_to(as_actor(cast.anton)).exists()


def test_a_held_file_opens_with_its_token_only(cast: Cast):
    token = actions.hold_file(file=PHOTO, at=SUBMITTED_AT)
    assert actions.take_held(token=token) == PHOTO
    name, _dot, key = token.partition(".")
    wrong = ("0" if key[0] != "0" else "1") + key[1:]
    for other in (f"{name}.{wrong}", f"{name}.", "", "x.y", f"{'0' * 32}.{key}"):
        assert actions.take_held(token=other) is None
    assert PHOTO.original not in bytes(HeldFile.objects.get().body)
    actions.discard_held(tokens=[token, "kein token"])
    assert actions.take_held(token=token) is None


def test_after_a_change_of_key_old_and_new_information_open(cast: Cast):
    office = keyed(cast)
    old, _code = given(cast)
    custody.change_office_key(office=office, opened=opened_by(cast), **_doing(cast))
    new, _code = given(cast)
    for row in (old, new):
        assert actions.open_information(
            information=row, opened=opened_by(cast), **_doing(cast)
        )


def test_the_same_form_sent_twice_is_kept_once(cast: Cast):
    keyed(cast)
    _row, code = given(cast)
    with pytest.raises(errors.GivenTwiceError):
        actions.give_information(content=TOLD, actor=PUBLIC, at=SUBMITTED_AT, code=code)
    assert Information.objects.count() == 1

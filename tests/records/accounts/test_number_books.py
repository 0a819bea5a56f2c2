"""Numbers one by one: what was given, what is missing, what is double, what is void."""

from datetime import date

import pytest
from django.db import transaction

from netra.records.access import NotAllowedError
from netra.records.accounts import actions as accounts
from netra.records.accounts.errors import NumberVoidError, SettingValueError
from netra.records.accounts.models import GivenNumber, NumberSeries, OfficeSetting
from netra.records.accounts.number_books import PlaceState, books_of, years_of
from netra.records.accounts.numbering import next_number, numbered
from netra.records.accounts.patterns import check_setting
from netra.records.accounts.queries import INSTALLATION
from netra.records.ledger.replaying import compare
from tests import people
from tests.people import as_actor

AUGUST = date(2024, 8, 5)


def give(office, series="notice", template="{seq:03}/X/{year}") -> str:
    with transaction.atomic():
        return next_number(office, series, AUGUST, template=template, fields={})


def states(office) -> list[str]:
    (book,) = books_of(office, 2024)
    return [place.state.value for place in book.places]


def series_of(office) -> NumberSeries:
    return NumberSeries.objects.get(office=office, name="notice", year=2024)


def void(office, seq=1, reason="Surat batal dikirim", actor=INSTALLATION):
    return accounts.void_number(
        series=series_of(office), seq=seq, reason=reason, actor=actor, at=people.TOLD_AT
    )


def test_every_number_is_listed_with_its_day(cast) -> None:
    assert [give(cast.city), give(cast.city)] == ["001/X/2024", "002/X/2024"]
    (book,) = books_of(cast.city, 2024)
    assert [(p.seq, p.given_on) for p in book.places] == [(1, AUGUST), (2, AUGUST)]
    assert book.amiss == ()
    assert years_of(cast.city) == [2024]


def test_a_number_that_went_missing_is_found(cast) -> None:
    for _ in range(3):
        give(cast.city)
    GivenNumber.objects.filter(seq=2).delete()
    assert states(cast.city) == ["given", "missing", "given"]
    assert books_of(cast.city, 2024)[0].amiss[0].seq == 2


def test_numbers_given_before_the_list_began_are_not_called_missing(cast) -> None:
    NumberSeries.objects.create(
        office=cast.city, name="notice", year=2024, last=2, unlisted=2
    )
    give(cast.city)
    assert states(cast.city) == ["unlisted", "unlisted", "given"]


def test_the_same_words_twice_are_double_also_across_series(cast) -> None:
    give(cast.city, "notice", "{seq}/2024")
    give(cast.city, "invitation", "{seq}/2024")
    found = [p.state for book in books_of(cast.city, 2024) for p in book.places]
    assert found == [PlaceState.DOUBLE, PlaceState.DOUBLE]


def test_a_void_number_says_why_and_is_given_no_more(cast) -> None:
    give(cast.city)
    void(cast.city)
    assert states(cast.city) == ["voided"]
    assert books_of(cast.city, 2024)[0].voided[0].reason == "Surat batal dikirim"
    assert give(cast.city) == "002/X/2024"
    assert compare().difference is None


@pytest.mark.parametrize(("seq", "reason"), [(1, "  "), (0, "a"), (2, "a")])
def test_a_place_is_void_only_with_a_reason_and_once_reached(cast, seq, reason) -> None:
    give(cast.city)
    with pytest.raises(NumberVoidError):
        void(cast.city, seq, reason)


def test_a_place_is_made_void_once(cast) -> None:
    give(cast.city)
    void(cast.city)
    with pytest.raises(NumberVoidError, match="place 1"):
        void(cast.city)
    assert states(cast.city) == ["voided"]


def test_an_officer_makes_no_number_void(cast) -> None:
    give(cast.city)
    with pytest.raises(NotAllowedError):
        void(cast.city, actor=as_actor(cast.budi))


def test_what_the_office_settled_goes_before_the_plain_pattern(cast) -> None:
    accounts.settle(
        office=cast.city,
        key=OfficeSetting.Key.NOTICE_NUMBER,
        value="{seq:02}/B/{month_roman}",
        actor=INSTALLATION,
        at=people.TOLD_AT,
    )
    shown = numbered(cast.city, "notice", 1, AUGUST, template="{seq}", fields={})
    assert shown == give(cast.city) == "01/B/VIII"


def test_a_series_that_knows_of_no_contest_takes_no_contest_in_its_pattern() -> None:
    check_setting(OfficeSetting.Key.REGISTRATION_NUMBER, "{seq}/{contest}")
    with pytest.raises(SettingValueError) as refused:
        check_setting(OfficeSetting.Key.NOTICE_NUMBER, "{seq}/{contest}")
    assert "contest" in refused.value.reader_message

"""Limits: in memory, without address or moment, and never for long."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache, caches
from django.db import connection

from netra.records.jobs import moment
from netra.web import limits

AT = datetime(2026, 3, 2, 10, 59, 59, tzinfo=UTC)
HERE, THERE = "198.51.100.7", "198.51.100.8"


@pytest.fixture(autouse=True)
def real(monkeypatch, settings):
    """Let the real clock stand at a moment; limits are on."""

    def stand(at: datetime) -> None:
        monkeypatch.setattr(moment, "real_now", lambda: at)

    settings.RATE_LIMITS = True
    stand(AT)
    return stand


def most(group: str) -> int:
    return int(limits.RATES[group].partition("/")[0])


@pytest.fixture
def ask(rf):
    """Ask as somebody at an address."""
    return lambda address=HERE: rf.post("/", REMOTE_ADDR=address)


def use_up(group: str, request) -> None:
    for number in range(most(group)):
        assert not limits.is_limited(request, group, str(number))


@pytest.mark.parametrize("group", [g for g, r in limits.RATES.items() if "/ip" in r])
def test_each_group_has_its_limit_for_one_address(ask, group) -> None:
    use_up(group, ask())
    assert limits.is_limited(ask(), group)
    assert not limits.is_limited(ask(THERE), group)


def test_nobody_waits_longer_than_to_the_full_hour(ask, real) -> None:
    use_up("information_code", ask())
    assert limits.is_limited(ask(), "information_code")
    real(AT + timedelta(seconds=1))
    assert not limits.is_limited(ask(), "information_code")


def test_all_addresses_of_one_ipv6_household_count_together(ask) -> None:
    for number in range(most("information")):
        assert not limits.is_limited(ask(f"2001:db8:0:7::{number:x}"), "information")
    assert limits.is_limited(ask("2001:db8:0:7:ffff::1"), "information")
    assert not limits.is_limited(ask("2001:db8:0:8::1"), "information")


def test_what_is_no_address_is_counted_as_it_stands(ask) -> None:
    use_up("information", ask("unix:"))
    assert limits.is_limited(ask("unix:"), "information")


def test_one_group_uses_up_nothing_of_another(ask) -> None:
    use_up("information", ask())
    assert limits.is_limited(ask(), "information")
    assert not limits.is_limited(ask(), "information_code")


def test_junk_on_the_anonymous_way_uses_up_nothing_of_a_report(ask) -> None:
    anonymous = [group for group in limits.RATES if group.startswith("information")]
    named = ["draft", "upload", "hand_in", "status", "complete"]
    for group in anonymous:
        use_up(group, ask())
        assert limits.is_limited(ask(), group)
    assert not any(limits.is_limited(ask(), group) for group in named)


def test_a_report_is_also_counted_by_its_number(ask) -> None:
    """Whoever guesses its code from many addresses is refused too."""
    answers = [
        limits.is_limited(ask(f"203.0.113.{number}"), "status", "DATA-CONTOH-1")
        for number in range(11)
    ]
    assert answers == [False] * 10 + [True]
    assert not limits.is_limited(ask(), "status", "DATA-CONTOH-2")


def test_a_span_of_ten_minutes_ends_after_ten_minutes(ask, real) -> None:
    real(AT.replace(minute=10, second=0))
    for number in range(20):
        assert not limits.is_limited(ask(), "status", str(number))
    real(AT.replace(minute=19, second=59))
    assert limits.is_limited(ask(), "status", "x")
    real(AT.replace(minute=20, second=0))
    assert not limits.is_limited(ask(), "status", "x")


@pytest.mark.parametrize("written", ["", "20", "20/h", "20/d/ip", "x/h/ip", "2/h/user"])
def test_a_rate_that_is_not_understood_is_named(ask, monkeypatch, written) -> None:
    monkeypatch.setitem(limits.RATES, "draft", written)
    with pytest.raises(limits.LimitError, match="20/10m/ip"):
        limits.is_limited(ask(), "draft")


def test_without_limits_nothing_is_counted(ask, settings) -> None:
    settings.RATE_LIMITS = False
    for _round in range(most("information") + 1):
        assert not limits.is_limited(ask(), "information")
    for _round in range(100):
        limits.count_wrong_code(ask())
    assert limits.code_pressure(ask()) == 1


# What is kept --------------------------------------------------------------------------


@pytest.mark.django_db
def test_nothing_that_is_counted_is_written_to_a_table(ask) -> None:
    def rows() -> list[object]:
        with connection.cursor() as cursor:
            found = []
            for table in ("netra_cache", "netra_used_puzzles"):
                cursor.execute(f"SELECT * FROM {table}")
                found += cursor.fetchall()
            return found

    before = rows()
    for group in limits.RATES:
        use_up(group, ask())
    limits.count_wrong_code(ask())
    assert rows() == before


def test_in_memory_no_address_stands_in_clear(ask) -> None:
    use_up("information", ask())
    kept = repr([vars(span) for span in limits._counts._spans.values()])
    assert "counts" in kept
    assert HERE not in kept
    assert HERE.encode().hex() not in kept


def test_the_key_of_the_hashes_is_thrown_away_with_them(ask, real) -> None:
    limits.is_limited(ask(), "information")
    before = limits._counts._spans[3600]
    real(AT + timedelta(hours=1))
    limits.is_limited(ask(), "information")
    after = limits._counts._spans[3600]
    assert after.key != before.key
    assert not set(after.counts) & set(before.counts)


def test_more_addresses_than_are_kept_begin_the_counting_anew() -> None:
    counts = limits.Counts(most=3)
    for address in "abc":
        counts.add("information", address, 3600)
    assert counts.add("information", "c", 3600) == 2
    counts.add("information", "d", 3600)
    assert counts.of("information", "c", 3600) == 0
    assert counts.of("information", "d", 3600) == 1


def test_many_threads_lose_no_count() -> None:
    counts = limits.Counts()

    def count() -> None:
        for _round in range(500):
            counts.add("information", HERE, 3600)

    threads = [threading.Thread(target=count) for _number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts.of("information", HERE, 3600) == 4000


# Codes tried by force --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "pressure"), [(0, 1), (4, 1), (5, 2), (10, 4), (15, 8), (90, 8)]
)
def test_wrong_codes_of_one_address_make_its_next_more_work(
    ask, wrong, pressure
) -> None:
    for _round in range(wrong):
        limits.count_wrong_code(ask())
    assert limits.code_pressure(ask()) == pressure
    assert limits.code_pressure(ask(THERE)) == 1


def test_wrong_codes_of_everybody_make_every_next_more_work(ask) -> None:
    for number in range(400):
        limits.count_wrong_code(ask(f"203.0.113.{number % 250}"))
    assert limits.code_pressure(ask(THERE)) == 4


def test_a_true_source_is_never_locked_out_by_the_guesses_of_others(ask) -> None:
    for number in range(5000):
        limits.count_wrong_code(ask(f"203.0.113.{number % 250}"))
    assert not limits.is_limited(ask(THERE), "information_code")
    assert limits.code_pressure(ask(THERE)) == 8


def test_the_work_falls_back_at_the_full_hour(ask, real) -> None:
    for _round in range(20):
        limits.count_wrong_code(ask())
    real(AT + timedelta(seconds=1))
    assert limits.code_pressure(ask()) == 1


# Caches ----------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("seconds", [1, 1800, 3600, 5000])
def test_every_entry_of_the_whole_hour_cache_ends_at_a_full_hour(seconds) -> None:
    end = caches["used"].get_backend_timeout(seconds)
    assert end % 3600 == 0


@pytest.mark.django_db
def test_a_flood_of_keys_pushes_no_count_out() -> None:
    """Django keeps 300 entries unless told otherwise."""
    for number in range(400):
        cache.add(f"key {number}", number)
    assert cache.get("key 0") == 0
    assert sum(cache.get(f"key {number}") == number for number in range(400)) == 400

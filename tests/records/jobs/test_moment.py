"""The shifted clock of a demonstration, and the marks that go with it."""

from datetime import timedelta

from django.urls import reverse

from netra.records.jobs import moment
from netra.records.jobs.models import ClockShift
from tests.people import at


def test_the_clock_shows_the_moment_it_was_set_to_and_runs_on(db) -> None:
    moment.set_shift(at("2024-10-30 09:40"))
    passed = moment.now() - at("2024-10-30 09:40")
    assert timedelta(seconds=-1) < passed < timedelta(minutes=1)


def test_without_a_shift_the_clock_is_the_real_one(db) -> None:
    assert abs(moment.now() - moment.real_now()) < timedelta(minutes=1)
    assert not moment.is_demonstration()


def test_shifted_data_stay_marked_whatever_the_setting(db, client, settings) -> None:
    settings.DEMO = False
    ClockShift.objects.create(pk=1, seconds=-3600)
    moment.shift.cache_clear()
    assert "DATA CONTOH" in client.get(reverse("home")).text


def test_without_demonstration_no_page_is_marked(db, client) -> None:
    assert "DATA CONTOH" not in client.get(reverse("home")).text

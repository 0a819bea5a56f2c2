"""What the page of a tracing says of those who gave the information: a number."""

from datetime import date

import pytest
from django.urls import reverse

from netra.records.observations import actions
from netra.records.observations.models import Tracing
from tests import people, supervision
from tests.web.desk.case_walk import as_, text_of

NOW = people.at("2024-10-30 10:00")
TOKENS = ("kotak-tersandi-satu", "kotak-tersandi-dua")
TELL = "Beri tahu pemberi informasi"


@pytest.fixture(autouse=True)
def today(clock) -> None:
    clock.set(NOW)


def page_of(client, row: Tracing) -> str:
    return text_of(client.get(reverse("tracing", args=[row.pk])))


def ended(cast, row: Tracing) -> Tracing:
    return actions.close_tracing(
        tracing=row,
        reason=Tracing.Reason.NOT_TRUE,
        text="DATA CONTOH. Tidak terjadi.",
        actor=people.as_actor(cast.budi),
        at=NOW,
    )


def test_it_gives_the_number_and_nothing_that_leads_to_them(cast, client) -> None:
    row = supervision.tracing_on(cast, mailboxes=TOKENS)
    page = page_of(as_(client, cast, "budi"), row)
    assert '<b class="num">2</b>' in page
    assert "Siapa mereka tidak disimpan di penelusuran" in page
    assert not any(token in page for token in TOKENS)


def test_after_the_end_those_who_were_not_told_are_asked_for(cast, client) -> None:
    row = supervision.tracing_on(cast, mailboxes=TOKENS)
    as_(client, cast, "budi")
    assert TELL not in page_of(client, row)
    ended(cast, row)
    page = page_of(client, row)
    assert TELL in page
    assert reverse("information_tell", args=[row.pk]) in page
    Tracing.objects.filter(pk=row.pk).update(told_on=date(2024, 10, 30))
    told = page_of(client, row)
    assert TELL not in told
    assert "Sudah diberi tahu Rabu, 30 Oktober 2024." in told


def test_where_nobody_gave_information_nobody_is_to_be_told(cast, client) -> None:
    row = ended(cast, supervision.tracing_on(cast))
    page = page_of(as_(client, cast, "budi"), row)
    assert TELL not in page
    assert "Penelusuran ini tidak dimulai dari informasi awal." in page


def test_who_does_not_trace_is_not_led_to_the_mailboxes(cast, client) -> None:
    row = ended(cast, supervision.tracing_on(cast, mailboxes=TOKENS))
    assert TELL not in page_of(as_(client, cast, "sari"), row)

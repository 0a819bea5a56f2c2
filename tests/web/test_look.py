"""The components say what they should, in words first, and no page needs a script."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType

import pytest
from django.core.paginator import Paginator
from django.test import RequestFactory
from django.utils.translation import override

from netra.domain.law import (
    CountedDay,
    Status,
    hinge,
    load_law,
)
from netra.web.templatetags import moments
from netra.web.templatetags.citations import citation_text
from netra.web.templatetags.countdowns import countdown_of, strip_of
from netra.web.templatetags.netra import LookError
from tests.web.looking import (
    JAKARTA,
    JAYAPURA,
    MAKASSAR,
    a_deadline,
    rendered,
)

# Dates, moments, numbers --------------------------------------------------------------


def test_a_moment_is_shown_with_weekday_time_and_zone():
    moment = datetime(2025, 8, 20, 23, 59, 59, tzinfo=JAKARTA)
    assert (
        rendered("{{ m|local_moment }}", m=moment) == "Rabu, 20 Agustus 2025, 23.59 WIB"
    )


@pytest.mark.parametrize(
    ("zone", "label"), [(JAKARTA, "WIB"), (MAKASSAR, "WITA"), (JAYAPURA, "WIT")]
)
def test_each_zone_of_the_country_has_its_label(zone, label):
    assert moments.zone_label(datetime(2025, 8, 20, 9, 0, tzinfo=zone)) == label


def test_a_moment_from_the_database_is_shown_in_the_zone_of_the_region():
    moment = datetime(2025, 8, 20, 15, 59, tzinfo=UTC)
    shown = rendered("{{ m|local_moment:'91.71' }}", m=moment)
    assert shown == "Kamis, 21 Agustus 2025, 00.59 WIT"


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="no time zone"):
        moments.local_moment(datetime(2025, 8, 20, 9, 0))  # noqa: DTZ001 - the fault


def test_short_dates_use_the_short_months_of_the_office():
    assert rendered("{{ d|short_date }}", d=date(2025, 8, 20)) == "Rab 20 Agt"
    moment = datetime(2025, 8, 20, 23, 59, tzinfo=JAKARTA)
    assert rendered("{{ m|short_moment }}", m=moment) == "Rab 20 Agt 23.59"


def test_english_pages_write_english_dates():
    with override("en"):
        moment = datetime(2025, 8, 20, 23, 59, tzinfo=JAKARTA)
        assert rendered("{{ m|short_moment }}", m=moment) == "Wed 20 Aug 23:59"


def test_numbers_and_sizes_carry_indonesian_marks():
    assert rendered("{{ n|number_id }}", n=1204) == "1.204"
    assert rendered("{{ n|size }}", n=2_400_000) == "2,4 MB"
    assert rendered("{{ n|size }}", n=84_000) == "84 kB"
    assert rendered("{{ n|size }}", n=12) == "12 bita"


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(days=2, hours=14, minutes=5), "2 hari 14 jam"),
        (timedelta(days=2, minutes=5), "2 hari"),
        (timedelta(hours=14, minutes=19), "14 jam 19 mnt"),
        (timedelta(hours=9), "9 jam"),
        (timedelta(seconds=40), "0 mnt"),
    ],
)
def test_a_span_is_said_in_its_two_largest_parts(span, words):
    assert moments.span_words(span) == words


@pytest.mark.parametrize(
    ("cited", "said"),
    [
        ("UU 1/2015 art. 134(4)", "UU 1/2015 Pasal 134 ayat (4)"),
        ("PP 94/2021 art. 5 letter n number 5", "PP 94/2021 Pasal 5 huruf n angka 5"),
        ("Perbawaslu 7/2022 arts 27-30", "Perbawaslu 7/2022 Pasal 27-30"),
        ("UU 20/2023 art. 52(3)j", "UU 20/2023 Pasal 52 ayat (3) huruf j"),
        ("PP 49/2018", "PP 49/2018"),
    ],
)
def test_citations_read_as_an_indonesian_reader_writes_them(cited, said):
    assert citation_text(cited) == said


# Drawings, marks, notices -------------------------------------------------------------


def test_an_icon_is_hidden_from_readers_and_an_unknown_one_is_refused():
    assert 'aria-hidden="true"' in rendered("{% icon 'clock' %}")
    with pytest.raises(LookError, match="unicorn"):
        rendered("{% icon 'unicorn' %}")


def test_a_pill_says_its_word_and_escapes_it():
    pill = rendered("{% pill text 'warn' 'warn' %}", text="<b>Perlu</b>")
    assert "is-warn" in pill
    assert "&lt;b&gt;Perlu" in pill
    with pytest.raises(LookError, match="pink"):
        rendered("{% pill 'x' 'pink' %}")


def test_confirmed_values_carry_no_mark():
    assert rendered("{% unconfirmed status %}", status=Status.CONFIRMED) == ""


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.CONFIRMED])
def test_everything_else_is_marked_and_leads_to_its_source(status):
    mark = rendered("{% unconfirmed status 'clock.first_day_counts' %}", status=status)
    assert "belum dikonfirmasi" in mark
    assert 'href="/hukum/clock.first_day_counts/"' in mark
    assert "<a" not in rendered("{% unconfirmed status %}", status=status)


def test_a_case_number_may_break_behind_each_slash_and_is_escaped():
    assert rendered("{% number n %}", n="004/Reg/<x>") == (
        '<span class="num">004/<wbr>Reg/<wbr>&lt;x&gt;</span>'
    )


def test_a_notice_encloses_its_paragraphs():
    notice = rendered(
        "{% notice 'danger' 'Judul' %}<p>{{ t }}</p>{% endnotice %}", t="<i>"
    )
    assert 'class="notice is-danger"' in notice
    assert "<h2>Judul</h2><p>&lt;i&gt;</p>" in notice


def test_empty_facts_are_left_out():
    shown = rendered("{% facts pairs %}", pairs=[("Ada", "ya"), ("Kosong", "")])
    assert "<dt>Ada</dt><dd>ya</dd>" in shown
    assert "Kosong" not in shown


def test_crumbs_link_all_but_the_page_itself():
    shown = rendered("{% crumbs 'home' 'Beranda' '/x/' 'Perkara' t %}", t="<b>")
    assert '<a href="/">Beranda</a>' in shown
    assert '<a href="/x/">Perkara</a>' in shown
    assert '<span aria-current="page">&lt;b&gt;</span>' in shown


def test_pages_keep_the_search_and_mark_the_current_one():
    request = RequestFactory().get("/hukum/", {"q": "kajian awal", "page": "2"})
    page = Paginator(range(120), 50).page(2)
    shown = rendered("{% pages p %}", p=page, request=request)
    assert 'href="?q=kajian+awal&amp;page=3"' in shown
    assert 'href="?q=kajian+awal&amp;page=2" aria-current="page"' in shown


# The clock ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "state", "words", "when"),
    [
        (datetime(2025, 8, 19, 9, 40, tzinfo=JAKARTA), "is-late", "Lewat 9 jam 40 mnt", "Sen 18 Agt 23.59"),
        (datetime(2025, 8, 18, 9, 40, tzinfo=JAKARTA), "is-today", "14 jam 19 mnt", "Hari ini 23.59"),
        (datetime(2025, 8, 16, 9, 59, tzinfo=JAKARTA), "is-soon", "2 hari 14 jam", "Sen 18 Agt 23.59"),
        (datetime(2025, 8, 15, 9, 59, tzinfo=JAKARTA), "", "3 hari 14 jam", "Sen 18 Agt 23.59"),
    ],
)  # fmt: skip
def test_a_countdown_says_what_is_left_and_until_when(now, state, words, when):
    shown = countdown_of(a_deadline(), now)
    assert (shown.state, shown.words, shown.when) == (state, words, when)


def test_the_moment_of_reading_may_come_from_another_zone():
    now = datetime(2025, 8, 18, 2, 40, tzinfo=UTC)
    assert countdown_of(a_deadline(), now).state == "is-today"


def test_the_ring_shows_the_share_that_is_left():
    deadline = a_deadline()
    half = deadline.event_at + (deadline.due_at - deadline.event_at) / 2
    assert countdown_of(deadline, half).share == 50
    assert countdown_of(deadline, deadline.due_at).share == 0


def test_a_big_countdown_writes_the_date_in_full():
    now = datetime(2025, 8, 16, 9, 40, tzinfo=JAKARTA)
    shown = rendered("{% countdown d now 'big' %}", d=a_deadline(), now=now)
    assert "2 hari 14 jam lagi" in shown
    assert "Paling lambat Senin, 18 Agustus 2025, 23.59 WIB" in shown


def test_every_day_of_a_calendar_deadline_has_its_bead():
    now = datetime(2025, 8, 17, 9, 0, tzinfo=JAKARTA)
    strip = strip_of(a_deadline(), now)
    assert [bead.number for bead in strip.beads] == ["", "1", "2", "3"]
    assert strip.beads[-1].due == "Tenggat 23.59 WIB"
    assert strip.beads[0].classes == "is-skipped"
    assert strip.beads[2].classes == ""
    assert strip.beads[3].classes == "is-due is-ahead"


def test_days_off_that_follow_each_other_share_a_bead():
    strip = strip_of(
        a_deadline("pemilu-2022"), datetime(2025, 8, 17, 9, 0, tzinfo=JAKARTA)
    )
    weekend = strip.beads[1]
    assert weekend.when == "Sab–Sen 16–18 Agt"
    assert weekend.classes == "is-skipped"
    assert weekend.why.count("bukan hari kerja") == 1
    assert [bead.number for bead in strip.beads if bead.number] == list("1234567")


def test_a_very_long_string_folds_its_middle_and_keeps_every_day():
    deadline = a_deadline("discipline-pns-2021", "appeal_received", "bpasn_decision")
    strip = strip_of(deadline, datetime(2025, 8, 17, 9, 0, tzinfo=JAKARTA))
    assert len(strip.beads) == 11
    assert strip.beads[5].number == "4–61"
    counted = [bead.number for bead in strip.folded if bead.number]
    assert counted == [str(number) for number in range(1, deadline.length + 1)]


def test_a_backward_deadline_is_told_towards_the_past():
    deadline = a_deadline(event="before_clarification", key="clarification_invitation")
    strip = strip_of(deadline, datetime(2025, 8, 13, 9, 0, tzinfo=JAKARTA))
    assert [bead.first for bead in strip.beads] == [
        date(2025, 8, 15),
        date(2025, 8, 14),
    ]
    assert "is-due" in strip.beads[-1].classes


def test_a_run_over_the_end_of_a_month_names_both_months():
    days = tuple(
        CountedDay(date=day, counted=False, number=None, why="Libur", unconfirmed=False)
        for day in (date(2025, 8, 29), date(2025, 8, 30), date(2025, 9, 1))
    )
    strip = strip_of(
        replace(a_deadline(), days=days), datetime(2025, 8, 1, tzinfo=JAKARTA)
    )
    assert strip.beads[1].when == "Sab 30 Agt – Sen 1 Sep"


def test_a_panel_names_article_zone_and_what_is_not_sure():
    now = datetime(2025, 8, 17, 9, 0, tzinfo=JAKARTA)
    panel = rendered(
        "{% deadline_panel d now 'pemilihan-2024' %}", d=a_deadline(), now=now
    )
    assert "UU 1/2015 Pasal 134 ayat (5)" in panel
    assert "(WIB)" in panel
    assert 'href="/hukum/pemilihan-2024.handling/"' in panel
    assert "Diperingatkan sehari lebih awal" in panel
    assert "Cara menghitung hari pertama" in panel


def test_a_sure_deadline_carries_no_mark():
    sure = replace(
        a_deadline(),
        status=Status.CONFIRMED,
        parts=MappingProxyType({"length": Status.CONFIRMED}),
        warn_on=date(2025, 8, 18),
        days=(),
    )
    now = datetime(2025, 8, 17, 9, 0, tzinfo=JAKARTA)
    panel = rendered("{% deadline_panel d now %}", d=sure, now=now)
    assert "belum dikonfirmasi" not in panel
    assert "Diperingatkan" not in panel


@pytest.mark.parametrize(("day", "side"), [(10, "Etik"), (30, "Disiplin")])
def test_the_hinge_says_which_side_applies(day, side):
    law = load_law()
    violation = next(found for found in law.violations.values() if found.counterpart)
    pair = hinge(law, violation.id, date(2025, 7, day), date(2025, 7, 22))
    shown = rendered("{% hinge pair %}", pair=pair)
    assert "Calon ditetapkan<br>22 Jul 2025" in shown
    on = shown[shown.index('class="is-on"') :]
    assert on[on.index("<h3>") :].startswith(f"<h3>{side} ")

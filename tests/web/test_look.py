"""The components say what they should, in words first, and no page needs a script."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.contrib.auth import get_user_model
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.utils.translation import override

import netra.web
from netra.domain.law import (
    CountedDay,
    Deadline,
    Status,
    deadlines_from,
    hinge,
    load_law,
    seed_calendar,
)
from netra.web.templatetags import moments
from netra.web.templatetags.citations import citation_text
from netra.web.templatetags.countdowns import countdown_of, strip_of
from netra.web.templatetags.drawings import ICONS
from netra.web.templatetags.netra import LookError

JAKARTA = ZoneInfo("Asia/Jakarta")
MAKASSAR = ZoneInfo("Asia/Makassar")
JAYAPURA = ZoneInfo("Asia/Jayapura")
WEB = Path(netra.web.__file__).parent
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
CSS = (WEB / "static" / "web" / "netra.css").read_text(encoding="utf-8")


def rendered(source: str, **context: object) -> str:
    return Template("{% load netra %}" + source).render(Context(context))


def rendered_page(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def a_deadline(
    procedure: str = "pemilihan-2024",
    event: str = "report_registered",
    key: str = "handling",
    at: datetime = datetime(2025, 8, 15, 9, 15, tzinfo=JAKARTA),
    region: str = "19.01",
) -> Deadline:
    law = load_law()
    calendar = seed_calendar({2025, 2026})
    found = deadlines_from(law, law.procedure(procedure), event, at, region, calendar)
    return next(deadline for deadline in found if deadline.key == key)


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


# Forms ----------------------------------------------------------------------------------


class Wishes(forms.Form):
    name = forms.CharField(label="Nama", help_text="Cukup nama panggilan")
    side = forms.ChoiceField(
        label="Pihak",
        widget=forms.RadioSelect,
        choices=[("a", "Pasangan\nBernomor"), ("b", "Kolom kosong")],
    )
    note = forms.CharField(label="Catatan", required=False)
    proof = forms.FileField(label="Berkas", required=False)
    sure = forms.BooleanField(label="Benar")
    step = forms.CharField(widget=forms.HiddenInput, required=False)


def test_a_wrong_field_says_so_beside_itself_and_to_assistive_technology():
    shown = rendered("{% field f.name %}", f=Wishes({}))
    assert 'class="field is-wrong"' in shown
    assert 'aria-invalid="true"' in shown
    assert 'aria-describedby="id_name-h id_name-e"' in shown
    assert 'id="id_name-e"' in shown
    assert 'id="id_name-h">Cukup nama panggilan' in shown


def test_a_field_that_may_stay_empty_says_so():
    assert "boleh kosong" in rendered("{% field f.note %}", f=Wishes())
    assert "boleh kosong" not in rendered("{% field f.name %}", f=Wishes())


def test_choices_are_a_group_with_a_legend_and_a_second_line():
    shown = rendered("{% field f.side %}", f=Wishes({"side": "b"}))
    assert "<fieldset" in shown
    assert '<legend class="label">Pihak' in shown
    assert "<b>Pasangan</b><small>Bernomor</small>" in shown
    assert shown.count('type="radio"') == 2
    assert re.search(r'value="b"[^>]*checked', shown)


def test_tick_box_file_and_hidden_field_have_their_own_shape():
    form = Wishes()
    assert 'class="choice"' in rendered("{% field f.sure %}", f=form)
    assert 'class="drop"' in rendered("{% field f.proof %}", f=form)
    assert rendered("{% field f.step %}", f=form).startswith('<input type="hidden"')


def test_the_summary_links_each_error_to_its_field():
    form = Wishes({})
    shown = rendered("{% errors f %}", f=form)
    assert 'role="alert" tabindex="-1"' in shown
    assert "3 isian perlu diperbaiki" in shown
    assert ">Nama: " in shown
    for anchor in ("id_name", "id_side_0", "id_sure"):
        assert f'href="#{anchor}"' in shown
        assert f'id="{anchor}"' in "".join(
            rendered("{% field b %}", b=bound) for bound in form
        )


def test_fields_errors_notices_and_facts_may_be_included_as_files():
    form = Wishes({})
    field = rendered("{% include 'web/_field.html' with field=f.name %}", f=form)
    assert field.split() == rendered("{% field f.name %}", f=form).split()
    summary = rendered("{% include 'web/_errors.html' %}", form=form)
    assert summary.split() == rendered("{% errors f %}", f=form).split()
    notice = rendered(
        "{% include 'web/_notice.html' with tone='warn' text=t %}", t="<i>"
    )
    assert 'class="notice is-warn"' in notice
    assert "<p>&lt;i&gt;</p>" in notice
    assert "<dd>1</dd>" in rendered("{% include 'web/_facts.html' %}", facts=[("a", 1)])


def test_a_form_nobody_has_sent_shows_no_errors():
    assert rendered("{% errors f %}", f=Wishes()).strip() == ""


# The stylesheet and the templates -------------------------------------------------------


def test_the_stylesheet_stays_within_its_budget():
    assert len(CSS.encode()) <= 40_000


def test_both_dark_blocks_hold_the_same_colours():
    device = CSS.split(':root:not([data-theme="light"]) {')[1].split("}")[0]
    reader = CSS.split(':root[data-theme="dark"] {')[1].split("}")[0]
    assert device.split() == reader.split()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_template_needs_an_inline_style_or_script(path):
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle\s*=", source)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", source)
    assert not re.search(r"<script(?![^>]*\ssrc=)", source)
    assert "<style" not in source
    assert "javascript:" not in source


def test_every_class_a_template_of_the_look_uses_is_in_the_stylesheet():
    known = set(re.findall(r"\.([a-z][a-z0-9-]*)", CSS))
    # `links` only takes the dots away; `t` is a rule of the list, not a class.
    known |= {"links"}
    for path in TEMPLATES:
        if "records" in path.parts:
            continue
        source = re.sub(r"{[{%].*?[%}]}", " ", path.read_text(encoding="utf-8"))
        used = {
            name
            for group in re.findall(r'class="([^"]*)"', source)
            for name in group.split()
        }
        assert used <= known, f"{path.name}: {used - known}"


def test_no_template_leaves_indonesian_text_outside_translation():
    allowed = {"500.html"}  # read when nothing else works, so it holds no tags
    words = re.compile(r">[^<{]*\b(yang|dan|dengan|untuk|Anda|tidak)\b[^<{]*<")
    for path in TEMPLATES:
        if path.name not in allowed:
            source = re.sub(
                r"{% blocktranslate.*?endblocktranslate %}",
                "",
                path.read_text(encoding="utf-8"),
                flags=re.DOTALL,
            )
            assert not words.search(source), path.name


@pytest.mark.django_db
def test_the_living_page_shows_every_drawing_and_component():
    page = Client().get("/gaya/").content.decode()
    for name, drawing in ICONS.items():
        assert drawing in page, name
    for component in (
        *(
            "countdown is-late",
            "countdown is-today",
            "day is-skipped",
            "hinge",
            "notice",
        ),
        *(
            "unconfirmed",
            "errors",
            "choice",
            "drop",
            "road",
            "timeline",
            "empty",
            "pages",
        ),
    ):
        assert f'class="{component}' in page, component


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/bantuan/", "/gaya/", "/hukum/"])
def test_public_pages_say_that_they_are_no_official_channel(path):
    page = Client().get(path).content.decode()
    assert "bukan kanal resmi" in page
    assert page.count("<h1") == 1
    assert '<main id="isi"' in page
    assert page.index('class="skip"') < page.index("<main")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/masuk/", "Masuk petugas"),
        ("/masuk/lupa-sandi/", "Lupa kata sandi"),
        ("/masuk/nonaktif/", "Akun ini tidak aktif"),
        ("/masuk/daftar/", "Akun dibuat administrator"),
    ],
)
def test_sign_in_pages_speak_indonesian_in_the_look_of_the_portal(path, title):
    page = Client().get(path).content.decode()
    assert f"<h1>{title}</h1>" in page
    assert 'class="top"' in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/akun/dua-langkah/", "Masuk dua langkah"),
        ("/akun/sandi/", "Ganti kata sandi"),
        ("/akun/dua-langkah/pasang/", "Pastikan ini Anda"),
        ("/keluar/", "Keluar"),
    ],
)
def test_account_pages_stand_on_the_desk(path, title):
    client = Client()
    client.force_login(
        get_user_model().objects.create_user(
            "budi", name="Budi", password="rahasia-budi"
        )
    )
    page = client.get(path, follow=True).content.decode()
    assert f"<h1>{title}</h1>" in page
    assert 'class="desk"' in page
    assert ">Budi</a>" in page


@pytest.mark.django_db
def test_the_first_page_takes_its_days_and_articles_from_the_law():
    page = Client().get("/").content.decode()
    window = load_law().procedure("pemilihan-2024").deadlines["report_window"]
    assert f"paling lambat {window.length} hari kalender" in page
    assert citation_text(window.article) in page


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "413", "429", "500"])
def test_every_error_page_stands_without_context_and_gives_a_way_on(name):
    template = (WEB / "templates" / f"{name}.html").name
    page = Template("{% include name %}").render(Context({"name": template}))
    assert "<h1>" in page
    assert 'class="button"' in page
    assert f"Kode {name[:3]}" in page


def test_the_notice_of_no_official_channel_goes_with_an_authorised_office():
    shown = "{% include 'web/_unofficial.html' %}"
    assert "bukan kanal resmi: belum ada" in rendered(shown, not_official=True)
    assert "Selama belum ada kantor" in rendered(shown)
    assert rendered(shown, not_official=False).strip() == ""


def test_sample_data_are_marked_on_every_page():
    page = "{% extends 'web/public.html' %}"
    assert "DATA CONTOH" in rendered_page(page, demo=True)
    assert "DATA CONTOH" not in rendered_page(page, demo=False)


def test_the_desk_lists_only_the_ways_it_is_given_under_their_headings():
    nav = [
        {
            "url_name": "home",
            "label": "Meja",
            "icon": "cal",
            "current": True,
            "group": "Hari ini",
        },
        {
            "url_name": "law",
            "label": "Hukum",
            "icon": "doc",
            "current": False,
            "group": "Rujukan",
        },
    ]
    side = rendered(
        "{% include 'web/_side.html' %}", nav=nav, nav_counts={"home": 1204}
    )
    assert "<h2>Hari ini</h2>" in side
    assert '<a href="/" aria-current="page">' in side
    assert side.count("aria-current") == 1
    assert "1.204" in side
    assert rendered("{% include 'web/_side.html' %}", nav=[]).strip() == ""


def test_a_refusal_gives_its_reason():
    page = Template("{% include '403.html' %}").render(
        Context({"reason": "Anda menyusun kajian ini."})
    )
    assert "Anda menyusun kajian ini." in page

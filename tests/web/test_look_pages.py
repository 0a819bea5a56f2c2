"""Forms, style sheet and the pages of the look say what they should."""

import re

import pytest
from django import forms
from django.contrib.auth import get_user_model
from django.template import Context, Template
from django.test import Client

from netra.domain.law import (
    load_law,
)
from netra.web.templatetags.citations import citation_text
from netra.web.templatetags.drawings import ICONS
from tests.web.looking import (
    CSS,
    EVERY_CSS,
    TEMPLATES,
    WEB,
    rendered,
    rendered_page,
)

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
    known = set(re.findall(r"\.([a-z][a-z0-9-]*)", EVERY_CSS))
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
        ("/masuk/daftar/", "Akun dibuat pengelola"),
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

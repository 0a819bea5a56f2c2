"""The public law pages: everything found, nothing presented surer than it is."""

from datetime import date

import pytest
from django.test import Client

from netra.domain.law import Status, load_law
from netra.web.portal import law_words
from netra.web.portal.home import report_windows
from netra.web.portal.law_pages import matching


def keys(**chosen: str) -> list[str]:
    return [row.entry.key for row in matching(load_law(), chosen)]


def test_without_a_filter_every_value_is_listed():
    assert len(keys()) == len(load_law().entries())


def test_all_words_of_a_search_must_be_found_in_any_order_and_case():
    found = keys(q="AWAL kajian", kind="deadline")
    assert "pemilihan-2020.initial_study" in found
    assert "pemilihan-2020.registration" not in found


def test_an_article_is_found_as_indonesians_write_it():
    assert "pemilihan-2020.report_window" in keys(q="Pasal 134 ayat (4)")


def test_filters_narrow_together():
    found = matching(
        load_law(),
        {"kind": "deadline", "group": "pemilu-2022", "status": "unconfirmed"},
    )
    assert found
    for row in found:
        assert row.entry.kind == "deadline"
        assert row.entry.group == "pemilu-2022"
        assert row.entry.status is Status.UNCONFIRMED


def test_every_kind_group_status_and_part_of_the_data_has_words():
    law = load_law()
    for entry in law.entries():
        assert entry.kind in law_words.KIND_WORDS
        assert law_words.group_words(law, entry.group) != entry.group
        assert law_words.status_meaning(entry.status)
        if entry.unit:
            assert "_" not in law_words.unit_words(entry.unit)
        for part in entry.parts:
            assert law_words.part_words(part) != part


def test_routes_are_told_in_words_not_in_codes():
    law = load_law()
    routes = matching(law, {"kind": "route"})
    assert routes
    for row in routes:
        assert "_" not in row.label
        assert row.value not in law.authorities
    soldiers = next(row for row in routes if "TNI" in row.label)
    assert soldiers.label.endswith("Anggota TNI")
    assert soldiers.value.startswith("Panglima TNI")


def test_days_in_values_are_written_out():
    law = load_law()
    entry = next(e for e in law.entries() if e.key == "election.pilkada-2024")
    assert law_words.value_words(law, entry) == "27 November 2024"


@pytest.mark.parametrize(
    ("on", "procedure"),
    [(date(2024, 9, 29), "pemilihan-2020"), (date(2024, 9, 30), "pemilihan-2024")],
)
def test_the_report_window_shown_is_that_of_the_day(on, procedure):
    windows = list(report_windows(load_law(), on))
    assert [window.key for window in windows] == [
        f"{procedure}.report_window",
        "pemilu-2022.report_window",
    ]


@pytest.mark.django_db
class TestPages:
    def test_the_list_shows_fifty_values_and_links_the_next_page(self):
        page = Client().get("/hukum/").content.decode()
        assert page.count('<tr role="row"><th role="rowheader"') == 50
        assert 'href="?page=2"' in page

    def test_a_search_works_without_a_script(self):
        page = Client().get("/hukum/", {"q": "kajian awal", "kind": "deadline"})
        text = page.content.decode()
        assert "Kajian awal" in text
        assert 'value="kajian awal"' in text
        assert '<option value="deadline" selected>' in text

    def test_htmx_gets_the_rows_alone_and_caches_keep_them_apart(self):
        part = Client().get("/hukum/", {"q": "kajian"}, headers={"HX-Request": "true"})
        text = part.content.decode()
        assert text.lstrip().startswith('<section id="hasil"')
        assert "<html" not in text
        assert "HX-Request" in part["Vary"]

    def test_a_search_without_a_match_says_what_to_do(self):
        text = Client().get("/hukum/", {"q": "zzzz"}).content.decode()
        assert "Tidak ada nilai yang cocok" in text

    def test_a_filter_that_does_not_exist_is_ignored(self):
        text = Client().get("/hukum/", {"kind": "naga"}).content.decode()
        assert "Tidak ada nilai yang cocok" not in text

    def test_what_was_typed_is_escaped(self):
        text = Client().get("/hukum/", {"q": '"><script>x'}).content.decode()
        assert "<script>x" not in text

    @pytest.mark.parametrize("page", ["0", "-1", "9999", "abc"])
    def test_a_page_number_that_does_not_exist_shows_a_page_that_does(self, page):
        assert Client().get("/hukum/", {"page": page}).status_code == 200

    def test_every_value_has_a_page(self):
        client = Client()
        for key in dict.fromkeys(entry.key for entry in load_law().entries()):
            assert client.get(f"/hukum/{key}/").status_code == 200, key

    def test_a_value_shows_article_status_parts_sources_and_relatives(self):
        text = Client().get("/hukum/pemilihan-2024.handling/").content.decode()
        assert "UU 1/2015 Pasal 134 ayat (5)" in text
        assert "Belum dikonfirmasi" in text
        assert "Saat mulai dihitung" in text
        assert 'rel="noopener noreferrer nofollow external"' in text
        assert 'href="/hukum/pemilihan-2020.handling/"' in text
        assert 'href="/hukum/pemilu-2022.handling/"' in text

    def test_a_value_that_was_replaced_says_that_it_is_not_in_force(self):
        text = Client().get("/hukum/pemilihan-2020.handling/").content.decode()
        assert "Tidak berlaku hari ini" in text

    def test_a_key_without_its_procedure_leads_to_all_values_of_that_name(self):
        answer = Client().get("/hukum/handling/")
        assert answer.status_code == 302
        text = Client().get(answer["Location"]).content.decode()
        assert "/hukum/pemilihan-2020.handling/" in text
        assert "/hukum/pemilu-2022.handling/" in text

    def test_an_unknown_key_is_not_found(self):
        answer = Client().get("/hukum/pemilihan-1955.handling/")
        assert answer.status_code == 404
        assert "Halaman ini tidak ada" in answer.content.decode()

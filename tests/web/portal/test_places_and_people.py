"""Where it happened, who did it, who saw it: chosen and named without a script."""

import pytest
from django.test import Client

from netra.domain.law import load_law
from netra.records.reports.models import Report, ReportDraft
from netra.web.portal import drafts
from tests import people
from tests.web.portal import walking

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _started(cast: people.Cast, clock, client: Client) -> None:
    clock.set(walking.NOW)
    walking.start(client)


def typed() -> drafts.Typed:
    return drafts.read(ReportDraft.objects.get())


def test_a_province_opens_its_regencies(client: Client) -> None:
    first = walking.text_of(client.get("/lapor/tempat/"))
    assert 'value="33"' in first
    assert 'name="regency"' not in first
    answer = client.post("/lapor/tempat/", {"province": "33"})
    assert answer["Location"] == "/lapor/tempat/"
    page = walking.text_of(client.get("/lapor/tempat/"))
    assert 'value="33.74"' in page
    assert 'value="34.71"' not in page
    assert 'name="subdistrict"' not in page


def test_a_regency_opens_its_sub_districts(client: Client) -> None:
    client.post("/lapor/tempat/", {"province": "33"})
    client.post("/lapor/tempat/", {"province": "33", "regency": "33.74"})
    page = walking.text_of(client.get("/lapor/tempat/"))
    assert 'value="33.74.01"' in page


def test_the_place_is_done_when_every_choice_was_shown(client: Client) -> None:
    assert walking.pick_place(client)["Location"] == "/lapor/terlapor/"
    assert typed().of("tempat")["subdistrict"] == "33.74.01"


def test_the_sub_district_may_stay_unknown(client: Client) -> None:
    walking.pick_place(client)
    answer = walking.say(client, "tempat", subdistrict="")
    assert answer["Location"] == "/lapor/terlapor/"


def test_another_province_drops_what_lay_in_the_first(client: Client) -> None:
    walking.pick_place(client)
    answer = walking.say(client, "tempat", province="34")
    assert answer.status_code == 422
    row = typed().of("tempat")
    assert (row["province"], row["regency"], row["subdistrict"]) == ("34", "", "")
    assert row["place"] == "Lapangan Contoh"


def test_no_province_is_an_error_beside_the_field(client: Client) -> None:
    answer = client.post("/lapor/tempat/", {"province": ""})
    assert answer.status_code == 422
    assert "Pilih provinsinya." in walking.text_of(answer)


def test_an_invented_region_is_not_taken(client: Client) -> None:
    answer = client.post("/lapor/tempat/", {"province": "99"})
    assert answer.status_code in {302, 422}
    page = client.post("/lapor/tempat/", {"province": "99", "regency": "99.01"})
    assert page.status_code == 422


def test_the_contest_is_asked_where_more_than_one_is_held(
    client: Client, cast: people.Cast
) -> None:
    walking.pick_place(client)
    assert 'name="contest"' not in walking.text_of(client.get("/lapor/tempat/"))
    people.contest_in("33")
    page = walking.text_of(client.get("/lapor/tempat/"))
    assert 'value="pilkada-2024/33"' in page
    assert "petugas yang menentukan" in page


def test_the_contest_chosen_is_the_contest_of_the_report(client: Client) -> None:
    people.contest_in("33")
    walking.tell(client)
    walking.say(client, "tempat", contest="pilkada-2024/33")
    walking.send(client)
    assert Report.objects.get().contest_id == "pilkada-2024/33"


def test_a_place_without_an_office_keeps_the_draft_and_says_so(
    client: Client, cast: people.Cast
) -> None:
    walking.tell(client)
    for row in ({"province": "94"}, {"province": "94", "regency": "94.01"}):
        client.post("/lapor/tempat/", row)
    answer = walking.send(client)
    assert answer.status_code == 422
    assert "Yang Anda tulis tetap tersimpan" in walking.text_of(answer)
    assert not Report.objects.exists()
    assert typed().of("pelapor")["name"] == "Wati Contohwati"


def test_a_respondent_needs_a_name_or_a_workplace(client: Client) -> None:
    answer = walking.say(
        client, "terlapor", **{"terlapor-0-name": "", "terlapor-0-workplace": ""}
    )
    assert answer.status_code == 422
    assert "Tulis nama, atau paling sedikit tempat kerjanya." in walking.text_of(answer)


def test_a_workplace_alone_is_enough(client: Client) -> None:
    walking.tell(client)
    walking.say(client, "terlapor", **{"terlapor-0-name": ""})
    walking.send(client)
    assert Report.objects.get().respondents.get().name == "Nama belum diketahui"


def test_nip_is_asked_nowhere(client: Client) -> None:
    page = walking.text_of(client.get("/lapor/terlapor/"))
    assert "NIP tidak diminta" in page
    assert 'name="terlapor-0-nip"' not in page


def test_the_class_offers_what_the_law_knows_and_not_knowing(client: Client) -> None:
    page = walking.text_of(client.get("/lapor/terlapor/"))
    assert "Tidak tahu" in page
    for subject in load_law().classes.values():
        offered = f'<option value="{subject.key}"' in page
        assert offered is not bool(subject.derived_from), subject.key


def test_another_person_is_added_and_taken_away(client: Client) -> None:
    answer = walking.say(client, "terlapor", tambah="1")
    assert answer["Location"] == "/lapor/terlapor/#orang-2"
    page = walking.text_of(client.get("/lapor/terlapor/"))
    assert 'name="terlapor-1-name"' in page
    assert 'id="orang-2"' in page
    assert 'value="Bambang Contohadi"' in page
    walking.say(
        client,
        "terlapor",
        **{"jumlah": "2", "terlapor-1-name": "Orang kedua", "hapus": "0"},
    )
    assert [row["name"] for row in typed().named("terlapor")] == ["Orang kedua"]


def test_no_more_than_five_people_are_taken(client: Client) -> None:
    rows = {f"saksi-{i}-name": f"Saksi {i}" for i in range(9)}
    client.post("/lapor/saksi/", {"jumlah": "9", "tambah": "1", **rows})
    assert len(typed().named("saksi")) == 5
    page = walking.text_of(client.get("/lapor/saksi/"))
    assert "Sebut yang lain dalam cerita Anda" in page


def test_a_count_that_is_no_number_breaks_nothing(client: Client) -> None:
    answer = walking.say(client, "saksi", jumlah="banyak")
    assert answer["Location"] == "/lapor/bukti/"


def test_witnesses_may_be_left_out(client: Client) -> None:
    assert client.post("/lapor/saksi/", {"jumlah": "0"})["Location"] == "/lapor/bukti/"


def test_a_witness_needs_a_name(client: Client) -> None:
    row = {"jumlah": "1", "saksi-0-name": "", "saksi-0-phone": "0800"}
    answer = client.post("/lapor/saksi/", row)
    assert answer.status_code == 422
    assert "Tulis nama saksi ini" in walking.text_of(answer)


def test_a_reporter_needs_a_name_and_no_more(client: Client) -> None:
    assert client.post("/lapor/pelapor/", {"name": ""}).status_code == 422
    assert client.post("/lapor/pelapor/", {"name": "Wati"}).status_code == 302
    wrong = client.post("/lapor/pelapor/", {"name": "Wati", "email": "wati@"})
    assert wrong.status_code == 422
    assert 'value="wati@"' in walking.text_of(wrong)


def test_what_makes_a_report_is_named_before_sending(client: Client) -> None:
    page = walking.text_of(client.get("/lapor/periksa/"))
    for text in (
        "Tanggal ini perlu diisi.",
        "Pilih provinsinya.",
        "paling sedikit satu terlapor",
        "Tulis kejadiannya",
        "Laporan memerlukan nama pelapor",
    ):
        assert text in page, text
    assert walking.send(client).status_code == 422
    assert not Report.objects.exists()


def test_only_what_makes_a_report_is_a_must(client: Client) -> None:
    client.post("/lapor/waktu/", {"known_on": "2024-10-29"})
    client.post("/lapor/tempat/", {"province": "33"})
    client.post("/lapor/tempat/", {"province": "33", "regency": "33.74"})
    client.post("/lapor/terlapor/", {"jumlah": "1", "terlapor-0-workplace": "Dinas"})
    client.post("/lapor/peristiwa/", {"event": "Ikut kampanye"})
    client.post("/lapor/pelapor/", {"name": "Wati"})
    assert walking.send(client)["Location"] == "/lapor/terkirim/"
    assert Report.objects.get().place_region == "33.74"


def test_the_truth_must_be_stated(client: Client) -> None:
    walking.tell(client)
    answer = client.post("/lapor/periksa/", {"kirim": "1"})
    assert answer.status_code == 422
    assert "Kotak ini belum dicentang." in walking.text_of(answer)
    assert not Report.objects.exists()


def test_everything_is_read_back_before_sending(client: Client) -> None:
    walking.tell(client)
    page = walking.text_of(client.get("/lapor/periksa/"))
    for text in (
        "Selasa, 29 Oktober 2024",
        "Kota Semarang",
        "Bambang Contohadi, Dinas Contoh",
        "Ia berbicara di panggung",
        "Citra Contohsari",
        "foto.png",
        "Wati Contohwati",
    ):
        assert text in page, text

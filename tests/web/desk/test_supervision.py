"""Form A at the desk: writing, correcting, finding again, proposing."""

from datetime import date

import pytest
from django.urls import reverse

from netra.records.observations.models import Observation
from tests import people
from tests.web.desk.case_walk import as_, text_of

NOW = people.at("2024-10-30 10:00")


@pytest.fixture(autouse=True)
def today(clock) -> None:
    clock.set(NOW)


def form_a(cast, **changes: object) -> dict[str, object]:
    """Return what an officer sends; nothing was found unless changed."""
    sent = {
        "office": cast.city.pk,
        "contest": cast.contest.pk,
        "stage": "Kampanye",
        "supervisor": "Pengawas Contoh",
        "post": "anggota panwas contoh",
        "assignment_letter": "001/ST/CONTOH/2024",
        "activity": "direct",
        "aim": "Mengawasi kampanye tatap muka",
        "target": "Peserta kampanye",
        "observed_on": "2024-10-28",
        "place_region": people.SUBDISTRICT,
        "place": "Lapangan Contoh",
        "result": "DATA CONTOH. Kampanye berjalan sesuai jadwal.",
        "jumlah": "1",
    }
    return sent | changes


SUSPICION = {
    "has_suspicion": "on",
    "event": "Aparatur mengajak memilih di panggung",
    "account": "DATA CONTOH. Ia naik panggung dan mengajak memilih.",
    "happened_on": "2024-10-28",
    "p0-name": "Bambang Contohadi",
    "p0-workplace": "Dinas Contoh",
    "p0-employment_class": "pns",
}


def test_what_found_nothing_is_kept_too(cast, client) -> None:
    as_(client, cast, "budi")
    answer = client.post(reverse("observation_new"), form_a(cast))
    assert answer.status_code == 302, text_of(answer)
    row = Observation.objects.get()
    assert (row.has_suspicion, row.observed_on) == (False, date(2024, 10, 28))
    page = text_of(client.get(answer["Location"]))
    assert "Tidak ada temuan" in page


def test_pages(cast, client) -> None:
    as_(client, cast, "budi")
    assert client.get(reverse("observation_new")).status_code == 200
    answer = client.post(reverse("observation_new"), form_a(cast, **SUSPICION))
    assert answer.status_code == 302, text_of(answer)
    for url in ("observations", "tracings", "tracing_new", "findings"):
        assert client.get(reverse(url)).status_code == 200
    row = Observation.objects.get()
    assert client.get(reverse("observation", args=[row.pk])).status_code == 200
    assert client.get(reverse("observation_correct", args=[row.pk])).status_code == 200
    propose = client.get(reverse("observation_propose", args=[row.pk]))
    assert propose.status_code == 200
    assert "Tenggat:" in text_of(propose)

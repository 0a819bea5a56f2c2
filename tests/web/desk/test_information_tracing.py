"""From information to a tracing and back, without a word or key that names a source."""

import pytest
from django.urls import reverse

from netra.records.information import actions as information
from netra.records.information.models import Information
from netra.records.information.queries import answers_of, mailbox_of
from netra.records.observations import actions as supervision
from netra.records.observations.models import Tracing
from netra.records.reports import actions as reports
from netra.web.portal.status_road import (
    kept_words,
    milestones,
    standing_of,
    unmet_words,
)
from tests import people
from tests import supervision as matters
from tests.informing import TOLD, given
from tests.web.desk import informed
from tests.web.desk.case_walk import as_, text_of

NOW = people.at("2024-11-04 10:00")
PLAN = {
    "event": "Pembagian kaus kepada pegawai",
    "question": "Siapa yang membagikan, dan kapan?",
    "place_region": people.SUBDISTRICT,
}


@pytest.fixture(autouse=True)
def today(clock) -> None:
    clock.set(NOW)


@pytest.fixture
def office(cast):
    return informed.keyed(cast)


@pytest.fixture
def told(cast, office):
    return given(cast)


@pytest.fixture
def budi(cast, client, told):
    return informed.signed_in_with_key(client, cast)


def plan(cast, **changes: object) -> dict[str, object]:
    return {"office": cast.city.pk, "contest": cast.contest.pk, **PLAN, **changes}


def begun(cast, client, row, **changes: object) -> Tracing:
    answer = client.post(informed.url("information_trace", row), plan(cast, **changes))
    assert answer.status_code == 302, text_of(answer)
    return Tracing.objects.latest("pk")


def messages(row, code: str) -> list[str]:
    return [text for _on, text in answers_of(row, mailbox_of(code))]


def test_the_page_warns_and_carries_nothing_of_the_source_over(
    cast, budi, told
) -> None:
    row, _code = told
    page = text_of(budi.get(informed.url("information_trace", row)))
    assert "Jangan tulis apa pun yang menunjuk kepada sumber" in page
    assert TOLD.text not in page
    tracing = begun(cast, budi, row)
    row.refresh_from_db()
    assert (row.state, tracing.source_count) == ("traced", 1)
    shown = text_of(budi.get(reverse("tracing", args=[tracing.pk])))
    assert str(row.pk) not in shown
    assert row.number not in shown
    again = budi.post(informed.url("information_trace", row), plan(cast))
    assert again.status_code == 409


def test_a_whole_group_is_traced_at_once_or_one_of_it(cast, budi, told) -> None:
    row, other, third = told[0], given(cast)[0], given(cast)[0]
    information.group_information(
        rows=[row, other], actor=people.as_actor(cast.budi), at=NOW
    )
    row.refresh_from_db()
    page = text_of(budi.get(informed.url("information_trace", row)))
    assert "Telusuri semua yang satu peristiwa (2 informasi)" in page
    assert begun(cast, budi, row, sekelompok="1").source_count == 2
    other.refresh_from_db()
    third.refresh_from_db()
    assert (other.state, third.state) == ("traced", "received")


def test_one_more_source_joins_an_open_tracing(cast, budi, told) -> None:
    tracing, late = begun(cast, budi, told[0]), given(cast)[0]
    page = text_of(budi.get(informed.url("information", late)))
    assert tracing.event in page
    address = informed.url("information_join", late)
    assert budi.post(address, {"tracing": ""}).status_code == 422
    assert budi.post(address, {"tracing": tracing.pk}).status_code == 302
    tracing.refresh_from_db()
    assert tracing.source_count == 2


def test_the_sources_are_asked_while_it_runs_and_told_the_end(cast, budi, told) -> None:
    row, code = told
    tracing = begun(cast, budi, row)
    address = reverse("information_tell", args=[tracing.pk])
    assert address in text_of(budi.get(reverse("tracing", args=[tracing.pk])))
    question = "Apakah Anda punya fotonya?"
    assert budi.post(address, {"text": question}).status_code == 302
    row.refresh_from_db()
    assert (row.state, messages(row, code)) == ("traced", [question])
    supervision.close_tracing(
        tracing=tracing,
        reason=Tracing.Reason.NOT_TRUE,
        text="Kaus itu seragam olahraga kantor.",
        actor=people.as_actor(cast.budi),
        at=NOW,
    )
    page = text_of(budi.get(address))
    assert "Kaus itu seragam olahraga kantor." in page
    budi.post(address, {"text": "Kaus itu seragam olahraga kantor."})
    row.refresh_from_db()
    assert (row.state, row.ended_as) == ("ended", "not_true")
    assert messages(row, code)[-1] == "Kaus itu seragam olahraga kantor."
    tracing.refresh_from_db()
    assert tracing.told_on is not None


def test_telling_needs_the_open_key_and_comes_back(cast, budi, told) -> None:
    tracing = begun(cast, budi, told[0])
    budi.post(reverse("keys_close"))
    address = reverse("information_tell", args=[tracing.pk])
    page = text_of(budi.get(address))
    assert "Perlu kunci kantor" in page
    assert f'value="{address}"' in page
    assert budi.post(address, {"text": "Halo"}).status_code == 409
    assert messages(*told) == []


def test_a_tracing_without_sources_has_nobody_to_tell(cast, budi) -> None:
    tracing = matters.tracing_on(cast)
    page = text_of(budi.get(reverse("information_tell", args=[tracing.pk])))
    assert "tidak berasal dari informasi warga" in page


# A report that failed formally -----------------------------------------------------


@pytest.fixture
def failed(cast):
    """A report that cannot be registered: it came too late."""
    report = people.report_on(cast, "initial_study")
    return reports.finish_initial_study(
        report=report,
        findings=people.findings(report, missing=("within_window",)),
        alleged_kind="",
        note="",
        refusal_reason="Disampaikan melewati tenggat.",
        actor=people.as_actor(cast.budi),
        at=people.STUDIED_AT,
    )


def test_a_report_that_failed_is_kept_with_one_button(
    cast, client, failed, office
) -> None:
    as_(client, cast, "budi")
    page = text_of(client.get(reverse("report", args=[failed.pk])))
    assert "Simpan sebagai informasi awal" in page
    answer = client.post(reverse("report_keep", args=[failed.pk]))
    kept = Information.objects.get()
    assert answer.headers["Location"] == informed.url("information", kept)
    assert (kept.via, kept.has_mailbox) == ("report", False)
    page = text_of(client.get(reverse("report", args=[failed.pk])))
    assert "Disimpan sebagai informasi awal" in page
    assert "Simpan sebagai informasi awal" not in page
    assert kept.number not in page
    again = client.post(reverse("report_keep", args=[failed.pk]))
    assert again.status_code == 422
    assert Information.objects.count() == 1


def test_a_report_under_way_is_not_offered_and_not_taken(cast, client, office) -> None:
    report = people.report_on(cast, "initial_study")
    as_(client, cast, "budi")
    page = text_of(client.get(reverse("report", args=[report.pk])))
    assert "Simpan sebagai informasi awal" not in page
    assert client.post(reverse("report_keep", args=[report.pk])).status_code == 422
    assert not Information.objects.exists()


def test_without_a_key_the_page_says_what_is_missing(cast, client, failed) -> None:
    as_(client, cast, "budi")
    page = text_of(client.get(reverse("report", args=[failed.pk])))
    assert "belum punya kunci" in page
    answer = client.post(reverse("report_keep", args=[failed.pk]))
    assert answer.status_code == 422


def test_the_reporter_is_told_why_and_how_it_was_kept(cast, failed, office) -> None:
    assert kept_words(standing_of(failed)) == ""
    assert unmet_words(standing_of(failed)) == ""
    information.inform_from_report(
        report=failed, actor=people.as_actor(cast.budi), at=NOW
    )
    words = kept_words(standing_of(failed))
    assert unmet_words(standing_of(failed)).endswith(": Disampaikan dalam tenggat.")
    assert "tidak memenuhi syarat" in words
    assert "tanpa nama Anda" in words
    assert "dicatat" in words


def test_the_road_of_a_report_tells_no_check_that_never_was(failed) -> None:
    road = [one.title for one in milestones(standing_of(failed))]
    assert "Kajian awal" in road
    assert "Pemeriksaan kelengkapan setelah perbaikan" not in road


def test_the_road_of_a_completed_report_tells_both_checks(cast) -> None:
    road = milestones(standing_of(people.report_on(cast, "registration")))
    done = [one.title for one in road if one.state == "is-done"]
    assert done[1] == "Kajian awal"
    assert done[-1] == "Pemeriksaan kelengkapan setelah perbaikan"

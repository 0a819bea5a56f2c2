"""Tracings at the desk: the plan, the people, the three ends, and no source anywhere."""

from datetime import date

import pytest
from django.urls import reverse

from netra.domain.access import Role
from netra.records.accounts import actions as accounts
from netra.records.accounts.models import OfficeSetting
from netra.records.accounts.queries import INSTALLATION
from netra.records.observations import actions
from netra.records.observations.models import Finding, Tracing
from netra.records.referrals.models import Referral
from tests import people, supervision
from tests.web.desk.case_walk import as_, text_of

NOW = people.at("2024-10-30 10:00")
PLAN = {
    "event": "Unggahan aparatur berpose dengan calon",
    "question": "Siapa yang ada di foto, dan apakah ASN?",
    "place_region": people.SUBDISTRICT,
}


@pytest.fixture(autouse=True)
def today(clock) -> None:
    clock.set(NOW)


@pytest.fixture
def budi(cast, client):
    return as_(client, cast, "budi")


def url(name: str, row, *more: int) -> str:
    return reverse(name, args=[row.pk, *more])


def begun(cast, client, **changes: object) -> Tracing:
    sent = {"office": cast.city.pk, "contest": cast.contest.pk, **PLAN, **changes}
    answer = client.post(reverse("tracing_new"), sent)
    assert answer.status_code == 302, text_of(answer)
    return Tracing.objects.latest("pk")


# Beginning and the own deadline ----------------------------------------------------


def test_without_a_custom_there_is_no_deadline_and_no_rule_is_claimed(
    cast, budi
) -> None:
    row = begun(cast, budi)
    assert row.due_on is None
    assert "Tidak ada aturan yang menetapkannya" in text_of(
        budi.get(url("tracing", row))
    )


def test_a_deadline_that_was_chosen_says_so(cast, budi) -> None:
    row = begun(cast, budi, due_on="2024-11-05")
    page = text_of(budi.get(url("tracing", row)))
    assert "Dasar: dipilih petugas." in page
    assert "dipilih petugas" in text_of(budi.get(reverse("tracings")))


def test_the_custom_of_an_office_is_called_a_custom(cast, budi) -> None:
    accounts.settle(
        office=cast.city,
        key=OfficeSetting.Key.TRACING_DAYS,
        value="14",
        actor=INSTALLATION,
        at=people.LAID_AT,
    )
    row = begun(cast, budi)
    assert row.due_on == date(2024, 11, 13)
    page = text_of(budi.get(url("tracing", row)))
    assert "kebiasaan kantor, bukan aturan" in page


def test_a_deadline_in_the_past_is_refused_beside_its_field(cast, budi) -> None:
    sent = {"office": cast.city.pk, "contest": cast.contest.pk, **PLAN}
    answer = budi.post(reverse("tracing_new"), sent | {"due_on": "2024-10-01"})
    assert answer.status_code == 422
    assert 'href="#id_due_on"' in text_of(answer)
    assert PLAN["question"] in text_of(answer)


def test_the_due_list_holds_tracings_with_their_basis(cast, budi) -> None:
    row = begun(cast, budi, due_on="2024-10-30")
    rows = budi.get(reverse("desk")).context["rows"]
    assert [(r.number, r.state, r.deadline.article) for r in rows] == [
        (row.number, "is-today-row", "dipilih petugas")
    ]
    listed = budi.get(reverse("due_csv")).content.decode()
    assert row.number in listed
    assert "dipilih petugas" in listed


def test_open_tracings_with_the_nearest_deadline_come_first(cast, budi) -> None:
    free = begun(cast, budi)
    late = begun(cast, budi, due_on="2024-11-20")
    soon = begun(cast, budi, due_on="2024-11-02")
    rows = budi.get(reverse("tracings")).context["rows"]
    assert [row.tracing for row in rows] == [soon, late, free]


def test_the_list_is_narrowed_by_state_holder_and_words(cast, budi) -> None:
    mine = begun(cast, budi)
    ended = supervision.tracing_on(cast)
    closed(budi, ended)
    for asked, found in (
        ({"keadaan": "terbuka"}, [mine]),
        ({"keadaan": "closed"}, [ended]),
        ({"q": "berpose"}, [mine]),
        ({"pemegang": "belum"}, []),
    ):
        rows = budi.get(reverse("tracings"), asked).context["rows"]
        assert [row.tracing for row in rows] == found


def test_nobody_elsewhere_sees_a_tracing(cast, client) -> None:
    row = supervision.tracing_on(cast)
    assert as_(client, cast, "anton").get(url("tracing", row)).status_code == 404
    assert as_(client, cast, "gita").get(url("tracing", row)).status_code == 200
    assert as_(client, cast, "dewi").get(url("tracing", row)).status_code == 403


# The plan --------------------------------------------------------------------------


def test_a_step_is_planned_finished_and_shown(cast, budi) -> None:
    row = begun(cast, budi)
    sent = {"what": "Memeriksa akun", "asked": "Saksi Contoh", "planned_on": ""}
    assert budi.post(url("tracing_step_add", row), sent).status_code == 302
    step = row.steps.get()
    done = {"done_on": "2024-10-30", "result": "DATA CONTOH. Akun milik aparatur."}
    budi.post(url("tracing_step_finish", row, step.pk), done)
    page = text_of(budi.get(url("tracing", row)))
    assert "Ditanya: Saksi Contoh" in page
    assert "DATA CONTOH. Akun milik aparatur." in page


def test_a_result_in_the_future_is_refused_and_kept_in_its_step(cast, budi) -> None:
    row = begun(cast, budi)
    for what in ("Langkah satu", "Langkah dua"):
        budi.post(url("tracing_step_add", row), {"what": what})
    step = row.steps.last()
    sent = {"done_on": "2024-12-01", "result": "Yang diketik"}
    answer = budi.post(url("tracing_step_finish", row, step.pk), sent)
    assert answer.status_code == 422
    page = text_of(answer)
    assert "Tanggal ini ada di masa depan." in page
    assert page.count("Yang diketik") == 1
    assert page.index("Langkah dua") < page.index("Yang diketik")


def test_a_step_is_taken_out_of_the_plan(cast, budi) -> None:
    row = begun(cast, budi)
    budi.post(url("tracing_step_add", row), {"what": "Tidak jadi"})
    budi.post(url("tracing_step_drop", row, row.steps.get().pk))
    assert not row.steps.exists()


def test_a_step_of_another_tracing_is_not_found(cast, budi) -> None:
    row, other = begun(cast, budi), supervision.tracing_on(cast)
    step = other.steps.get()
    assert budi.post(url("tracing_step_drop", row, step.pk)).status_code == 404


def test_what_was_typed_for_an_ended_tracing_is_shown_to_be_kept(cast, budi) -> None:
    row = supervision.tracing_on(cast)
    closed(budi, row)
    answer = budi.post(url("tracing_step_add", row), {"what": "Langkah terlambat"})
    assert answer.status_code == 409
    assert "Langkah terlambat" in text_of(answer)


# People ----------------------------------------------------------------------------


def test_people_are_named_and_described(cast, budi) -> None:
    row = begun(cast, budi)
    sent = {"jumlah": "2", "p0-name": "Bambang Contohadi", "p1-workplace": "SD Contoh"}
    assert budi.post(url("tracing_person", row), sent).status_code == 302
    first, second = row.respondents.all()
    assert (first.name, second.workplace) == ("Bambang Contohadi", "SD Contoh")
    described = {"employment_class": "pns", "holds_office": "no"}
    budi.post(url("tracing_respondent", row, first.pk), described)
    first.refresh_from_db()
    assert (first.employment_class, first.holds_office) == ("pns", False)


def test_a_person_without_a_word_is_not_recorded(cast, budi) -> None:
    row = begun(cast, budi)
    answer = budi.post(url("tracing_person", row), {"jumlah": "1"})
    assert answer.status_code == 422
    assert not row.respondents.exists()


def test_a_row_is_added_without_recording_anybody(cast, budi) -> None:
    row = begun(cast, budi)
    sent = {"jumlah": "1", "p0-name": "Bambang Contohadi", "tambah": "1"}
    answer = budi.post(url("tracing_person", row), sent)
    assert answer.status_code == 200
    assert 'name="p1-name"' in text_of(answer)
    assert not row.respondents.exists()


# The three ends --------------------------------------------------------------------


def closed(client, row: Tracing) -> None:
    sent = {"reason": "not_true", "text": "DATA CONTOH. Tidak terjadi."}
    assert client.post(url("tracing_close", row), sent).status_code == 302


def test_a_tracing_ends_as_a_potential_finding(cast, budi) -> None:
    row = supervision.tracing_on(cast)
    assert "Tenggat:" in text_of(budi.get(url("tracing_propose", row)))
    sent = {"found_on": "2024-10-30", "event": "E", "account": "DATA CONTOH. Uraian."}
    answer = budi.post(url("tracing_propose", row), sent)
    finding = Finding.objects.get()
    assert answer["Location"] == url("finding", finding)
    assert "Buka temuan" in text_of(budi.get(url("tracing", row)))


def test_an_open_step_holds_up_every_end(cast, budi) -> None:
    row = supervision.tracing_on(cast)
    budi.post(url("tracing_step_add", row), {"what": "Belum selesai"})
    proposal = {"found_on": "2024-10-30", "event": "E", "account": "A"}
    closing = {"reason": "other", "text": "Yang diketik"}
    for name, sent in (
        ("tracing_propose", proposal),
        ("tracing_refer", {"text": "Yang diketik"}),
        ("tracing_close", closing),
    ):
        answer = budi.post(url(name, row), sent)
        assert answer.status_code == 422
        assert "langkah tanpa hasil" in text_of(answer)
    row.refresh_from_db()
    assert row.is_open
    assert not Referral.objects.exists()


def test_the_referral_is_shown_with_its_status_before_it_is_sent(cast, budi) -> None:
    row = supervision.tracing_on(cast)
    page = text_of(budi.get(url("tracing_refer", row)))
    assert "Badan Kepegawaian Negara" in page
    assert "Surya Contohperdana" in page
    assert not Referral.objects.exists()
    answer = budi.post(url("tracing_refer", row), {"text": "DATA CONTOH. Diteruskan."})
    assert answer.status_code == 302
    sent = Referral.objects.get()
    assert (sent.tracing, sent.authority) == (row, "bkn")
    ended = text_of(budi.get(url("tracing", row)))
    assert "Diteruskan kepada" in ended
    assert "DATA CONTOH. Diteruskan." in ended


def test_a_class_that_is_not_entered_leaves_no_addressee(cast, budi) -> None:
    row = begun(cast, budi)
    budi.post(url("tracing_person", row), {"jumlah": "1", "p0-name": "Endang Contoh"})
    page = text_of(budi.get(url("tracing_refer", row)))
    assert "Alamat penerusan belum ditemukan" in page
    assert "Catat penerusan dan akhiri" not in page
    answer = budi.post(url("tracing_refer", row), {"text": "DATA CONTOH. X"})
    assert answer.status_code == 422
    row.refresh_from_db()
    assert row.is_open


def test_closing_needs_reason_and_text(cast, budi) -> None:
    row = supervision.tracing_on(cast)
    answer = budi.post(url("tracing_close", row), {"text": "Yang diketik"})
    assert answer.status_code == 422
    assert "Pilih alasannya." in text_of(answer)
    assert "Yang diketik" in text_of(answer)
    closed(budi, row)
    page = text_of(budi.get(url("tracing", row)))
    assert "Tidak terbukti terjadi" in page
    assert "Ajukan sebagai dugaan temuan" not in page


def test_ending_it_twice_is_a_conflict(cast, budi) -> None:
    row = supervision.tracing_on(cast)
    closed(budi, row)
    sent = {"reason": "other", "text": "Yang diketik"}
    answer = budi.post(url("tracing_close", row), sent)
    assert answer.status_code == 409
    assert "Yang diketik" in text_of(answer)


# Sources, files, papers, assignment ------------------------------------------------


def test_a_tracing_is_given_to_somebody_of_the_office(cast, budi) -> None:
    row = supervision.tracing_on(cast)
    assert (
        budi.post(url("tracing_assign", row), {"holder": cast.anton.pk}).status_code
        == 422
    )
    budi.post(url("tracing_assign", row), {"holder": cast.eko.pk})
    row.refresh_from_db()
    assert row.assigned_to == cast.eko


def test_a_member_reads_but_does_not_trace(cast, client) -> None:
    row = supervision.tracing_on(cast)
    page = text_of(as_(client, cast, "sari").get(url("tracing", row)))
    assert "Tambahkan langkah" not in page
    answer = client.post(url("tracing_step_add", row), {"what": "X"})
    assert answer.status_code == 403


def test_report_and_letter_are_issued_after_the_end(cast, budi) -> None:
    row = supervision.tracing_on(cast)
    budi.post(url("tracing_refer", row), {"text": "DATA CONTOH. Diteruskan."})
    page = text_of(budi.get(url("tracing", row)))
    assert "Laporan penelusuran" in page
    issue = url("tracing_issue_paper", row)
    budi.post(issue, {"kind": "tracing_report"})
    budi.post(issue, {"kind": "referral_letter", "referral": row.referrals.get().pk})
    kinds = set(row.papers.values_list("kind", flat=True))
    assert kinds == {"tracing_report", "referral_letter"}
    again = text_of(budi.get(url("tracing", row)))
    assert "Dapat diterbitkan" not in again
    assert budi.post(issue, {"kind": "tidak_ada"}).status_code == 404


def test_an_officer_of_two_offices_chooses_for_which(cast, client) -> None:
    both = people.person(
        "Yuni", (Role.OFFICER, cast.city), (Role.OFFICER, cast.elsewhere)
    )
    client.force_login(both)
    sent = {"office": cast.elsewhere.pk, "contest": cast.elsewhere_contest.pk}
    answer = client.post(
        reverse("tracing_new"), {**PLAN, **sent, "place_region": people.ELSEWHERE}
    )
    assert answer.status_code == 302, text_of(answer)
    assert Tracing.objects.get().office == cast.elsewhere


def test_the_list_costs_the_same_for_one_and_for_many(
    cast, budi, django_assert_max_num_queries
) -> None:
    for _ in range(6):
        supervision.tracing_on(cast)
    with django_assert_max_num_queries(12):
        assert len(budi.get(reverse("tracings")).context["rows"]) == 6


def test_steps_are_in_the_ledger_and_said_in_words(cast, budi) -> None:
    row = supervision.tracing_on(cast)
    actions.close_tracing(
        tracing=row,
        reason=Tracing.Reason.HANDLED,
        text="DATA CONTOH. Sudah ditangani.",
        actor=people.as_actor(cast.budi),
        at=NOW,
    )
    page = text_of(budi.get(url("tracing", row)))
    assert "Penelusuran dimulai" in page
    assert "tracing.ended" not in page


def test_the_search_finds_tracings_and_reports_by_number_and_words(cast, budi) -> None:
    row = supervision.tracing_on(cast)
    report = supervision.observation_on(cast)
    for words, number in ((row.number, row.number), (report.number, report.number)):
        found = budi.post(reverse("search"), {"q": words}).context["page_obj"]
        assert [one.number for one in found] == [number]
    both = budi.post(reverse("search"), {"q": "bahan kampanye"}).context["page_obj"]
    assert {one.number for one in both} == {row.number, report.number}


def test_the_search_finds_nothing_of_another_place(cast, client) -> None:
    row = supervision.tracing_on(cast)
    as_(client, cast, "anton")
    assert client.post(reverse("search"), {"q": row.number}).context["count"] == 0


def test_the_search_leads_to_the_pages_by_their_name(cast, budi) -> None:
    page = budi.post(reverse("search"), {"q": "penelusuran"})
    assert [c.url for c in page.context["commands"]] == [reverse("tracings")]

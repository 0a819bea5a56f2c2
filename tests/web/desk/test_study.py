"""The study page: kept, never overwritten by accident, compared, approved by another."""

import pytest

from netra.records.cases import actions
from netra.records.cases.models import Case, Study
from netra.records.ledger.models import LedgerEntry
from netra.web.desk.study_pages import compare
from tests import people
from tests.web.desk.case_walk import as_, get, post, seen, text_of, texts

HTMX = {"HX-Request": "true"}


@pytest.fixture
def case(cast, clock) -> Case:
    clock.set(people.WRITTEN_AT)
    return people.registered(cast)


@pytest.fixture
def waiting(cast, clock) -> Case:
    clock.set(people.APPROVED_AT)
    return people.case_on(cast, "plenary_outcome")


def kept(case: Case) -> Study:
    return case.studies.order_by("-version").first()


def test_five_empty_parts_with_their_help_and_the_facts_beside(cast, client, case):
    page = text_of(get(as_(client, cast, "budi"), case, "case_study"))
    for part in Study.PARTS:
        assert f'name="{part}"' in page
    assert "Siapa diduga berbuat apa" in page
    assert case.report.event in page
    assert "belum ada dugaan" in page


def test_what_is_saved_stands_there_again(cast, client, case):
    as_(client, cast, "budi")
    sent = {**texts("DATA CONTOH. Naskah pertama."), "seen": ""}
    assert post(client, case, "case_study", **sent).status_code == 302
    assert kept(case).position == "DATA CONTOH. Naskah pertama."
    page = text_of(get(client, case, "case_study"))
    assert "DATA CONTOH. Naskah pertama." in page
    assert "Tersimpan Sabtu, 2 November 2024, 10.00 WIB" in page


def test_saving_the_same_text_again_enters_nothing(cast, client, case):
    as_(client, cast, "budi")
    post(client, case, "case_study", **texts(), seen="")
    before = LedgerEntry.objects.count()
    post(client, case, "case_study", **texts(), seen=seen(case))
    assert LedgerEntry.objects.count() == before


def test_the_text_of_another_window_is_not_overwritten(cast, client, case, clock):
    as_(client, cast, "budi")
    post(client, case, "case_study", **texts("DATA CONTOH. Dari Budi."), seen="")
    began_from = seen(case)
    clock.set(people.HANDED_UP_AT)
    actions.save_study(
        case=case,
        texts=texts("DATA CONTOH. Dari Eko."),
        actor=people.as_actor(cast.eko),
        at=people.HANDED_UP_AT,
    )
    mine = texts("DATA CONTOH. Lanjutan Budi.")
    answer = post(client, case, "case_study", **mine, seen=began_from)
    page = text_of(answer)
    assert answer.status_code == 409
    assert kept(case).position == "DATA CONTOH. Dari Eko."
    assert "DATA CONTOH. Lanjutan Budi." in page
    assert "DATA CONTOH. Dari Eko." in page
    assert f'value="{seen(case)}"' in page


def test_saving_again_after_the_warning_replaces_on_purpose(cast, client, case):
    as_(client, cast, "budi")
    post(client, case, "case_study", **texts("DATA CONTOH. Satu."), seen="")
    mine = texts("DATA CONTOH. Dua.")
    assert post(client, case, "case_study", **mine, seen="").status_code == 409
    assert post(client, case, "case_study", **mine, seen=seen(case)).status_code == 302
    assert kept(case).position == "DATA CONTOH. Dua."


def test_the_page_that_saves_by_itself_is_told_when(cast, client, case):
    as_(client, cast, "budi")
    url = f"/meja/perkara/{case.pk}/kajian/"
    answer = client.post(url, {**texts(), "seen": ""}, headers=HTMX)
    assert answer.status_code == 200
    assert "Tersimpan Sabtu, 2 November 2024, 10.00 WIB" in text_of(answer)
    assert f'value="{seen(case)}"' in text_of(answer)
    assert "<h1" not in text_of(answer)


def test_the_page_that_saves_by_itself_does_not_overwrite_either(cast, client, case):
    as_(client, cast, "budi")
    url = f"/meja/perkara/{case.pk}/kajian/"
    client.post(url, {**texts("DATA CONTOH. Satu."), "seen": ""}, headers=HTMX)
    late = {**texts("DATA CONTOH. Dua."), "seen": ""}
    answer = client.post(url, late, headers=HTMX)
    assert answer.status_code == 422
    assert "belum tersimpan" in text_of(answer)
    assert 'name="seen" value=""' in text_of(answer)
    assert kept(case).position == "DATA CONTOH. Satu."


def test_a_draft_saves_by_itself_and_a_submitted_study_does_not(
    cast, client, case, waiting
):
    as_(client, cast, "budi")
    assert "every 20s" in text_of(get(client, case, "case_study"))
    page = text_of(get(client, waiting, "case_study"))
    assert "every 20s" not in page
    assert "membuat versi baru" in page


def test_submitting_keeps_the_text_even_when_something_is_missing(cast, client, case):
    as_(client, cast, "budi")
    sent = {**texts("DATA CONTOH. Hampir."), "seen": "", "conclusion": ""}
    answer = post(client, case, "case_study_submit", **sent)
    assert answer.status_code == 422
    assert "Naskah kajian belum lengkap" in text_of(answer)
    assert "Ada terlapor yang belum punya dugaan" in text_of(answer)
    assert kept(case).position == "DATA CONTOH. Hampir."
    case.refresh_from_db()
    assert case.step == "study"


def test_a_full_study_goes_to_the_plenary(cast, client, case):
    people.alleged(case, cast)
    as_(client, cast, "budi")
    answer = post(client, case, "case_study_submit", **texts(), seen="")
    assert answer.status_code == 302
    case.refresh_from_db()
    assert case.step == "plenary_outcome"
    assert kept(case).submitted_at == people.WRITTEN_AT


def test_submitting_from_the_page_of_the_case_hands_up_what_is_kept(cast, client, case):
    people.alleged(case, cast)
    people.written(case, cast)
    as_(client, cast, "budi")
    assert post(client, case, "case_study_submit").status_code == 302
    assert kept(case).position == people.STUDY_TEXTS["position"]


def test_submitting_twice_is_a_conflict_that_keeps_what_was_typed(
    cast, client, waiting
):
    as_(client, cast, "budi")
    mine = texts("DATA CONTOH. Terlambat.")
    answer = post(client, waiting, "case_study_submit", **mine, seen="")
    assert answer.status_code == 409
    assert "DATA CONTOH. Terlambat." in text_of(answer)
    assert kept(waiting).version == 1


def test_during_a_plenary_the_study_is_closed_and_typed_text_is_shown(
    cast, client, waiting
):
    people.convened(people.approved(waiting, cast), cast)
    as_(client, cast, "budi")
    mine = texts("DATA CONTOH. Saat pleno.")
    answer = post(client, waiting, "case_study", **mine, seen=seen(waiting))
    assert answer.status_code == 409
    assert "DATA CONTOH. Saat pleno." in text_of(answer)
    assert kept(waiting).position == people.STUDY_TEXTS["position"]


def test_a_change_after_submitting_is_a_new_version_with_its_differences(
    cast, client, waiting
):
    as_(client, cast, "budi")
    mine = {**people.STUDY_TEXTS, "analysis": "DATA CONTOH. <b>Unsur</b> baru."}
    post(client, waiting, "case_study", **mine, seen=seen(waiting))
    assert kept(waiting).version == 2
    page = text_of(get(client, waiting, "case_study", query="?versi=2"))
    assert "Perubahan dari versi 1 ke 2" in page
    assert "+ DATA CONTOH. &lt;b&gt;Unsur&lt;/b&gt; baru.</ins>" in page
    assert f"− {people.STUDY_TEXTS['analysis']}</del>" in page
    assert "<b>Unsur</b>" not in page


@pytest.mark.parametrize("asked", ["9", "-1", "satu", ""])
def test_a_version_that_is_not_there_compares_nothing(cast, client, waiting, asked):
    answer = get(
        as_(client, cast, "budi"), waiting, "case_study", query=f"?versi={asked}"
    )
    assert answer.status_code == 200
    assert "Perubahan dari versi" not in text_of(answer)


def test_only_parts_that_differ_are_compared():
    old = Study(position="satu\ndua\ntiga", facts="sama")
    new = Study(position="satu\ntiga\nempat", facts="sama")
    (part,) = compare(old, new)
    assert part.title == "Kasus posisi"
    assert [(line.kind, line.text) for line in part.lines if line.kind != "place"] == [
        ("same", "satu"),
        ("removed", "dua"),
        ("same", "tiga"),
        ("added", "empat"),
    ]


def test_text_that_looks_like_a_mark_of_place_is_kept_as_text():
    (part,) = compare(Study(position="@ satu"), Study(position="@ dua"))
    assert {line.text for line in part.lines if line.kind != "place"} == {
        "@ satu",
        "@ dua",
    }


# The second pair of eyes -------------------------------------------------------------


def test_another_person_reads_and_approves(cast, client, waiting):
    as_(client, cast, "eko")
    page = text_of(get(client, waiting, "case_approve"))
    assert people.STUDY_TEXTS["conclusion"] in page
    answer = post(client, waiting, "case_approve", version=1, note="DATA CONTOH.")
    assert answer.status_code == 302
    approval = kept(waiting).approvals.get()
    assert approval.approver == cast.eko


def test_the_author_is_told_that_somebody_else_must_approve(cast, client, waiting):
    words = "Anda menyusun kajian ini, jadi persetujuan harus dari orang lain."
    as_(client, cast, "budi")
    assert words in text_of(get(client, waiting, "case_approve"))
    answer = post(client, waiting, "case_approve", version=1, note="")
    assert answer.status_code == 422
    assert words in text_of(answer)
    assert not kept(waiting).approvals.exists()


def test_a_version_that_was_overtaken_is_not_approved(cast, client, waiting):
    as_(client, cast, "eko")
    actions.save_study(
        case=waiting,
        texts=texts("DATA CONTOH. Versi dua."),
        actor=people.as_actor(cast.budi),
        at=people.APPROVED_AT,
    )
    answer = post(client, waiting, "case_approve", version=1, note="DATA CONTOH. Ya.")
    assert answer.status_code == 409
    assert "DATA CONTOH. Ya." in text_of(answer)
    assert not kept(waiting).approvals.exists()


def test_approving_needs_a_study_that_waits(cast, client, case):
    as_(client, cast, "eko")
    assert "belum ditulis" in text_of(get(client, case, "case_approve"))
    assert post(client, case, "case_approve", version=0, note="").status_code == 409

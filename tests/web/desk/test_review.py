"""The review of the study in the browser: assembled, compared, remarked, returned."""

import pytest
from django.urls import reverse

from netra.records.cases import actions
from netra.records.cases.models import Case, Study
from netra.records.ledger.replaying import compare
from netra.web.desk.study.diffing import Change, words_changed
from tests import people
from tests.web.desk.case_walk import as_, get, post, seen, text_of, texts


@pytest.fixture
def case(cast, clock) -> Case:
    clock.set(people.WRITTEN_AT)
    case = people.registered(cast)
    people.alleged(case, cast)
    return case


@pytest.fixture
def waiting(cast, clock) -> Case:
    clock.set(people.APPROVED_AT)
    return people.case_on(cast, "plenary_outcome")


def kept(case: Case) -> Study:
    return case.studies.order_by("-version").first()


def test_words_are_compared_and_both_texts_can_be_read_back():
    old, new = "Terlapor hadir di lapangan.", "Terlapor tidak hadir di lapangan itu."
    pieces = words_changed(old, new)
    left = "".join(p.text for p in pieces if p.change is not Change.ADDED)
    right = "".join(p.text for p in pieces if p.change is not Change.REMOVED)
    assert (left, right) == (old, new)
    added = [p.text.strip() for p in pieces if p.change is Change.ADDED]
    assert added == ["tidak", "itu"]


def test_the_draft_is_assembled_from_facts_and_offered(cast, client, case):
    page = text_of(get(as_(client, cast, "budi"), case, "case_study"))
    assert "Susunan dari fakta" in page
    assert "Tidak ada imbauan yang tercatat di Netra" in page
    assert "Belum ada klarifikasi yang selesai" in page
    assert people.WATI.name not in page
    assert kept(case) is None


def test_what_is_assembled_fills_empty_parts_and_never_replaces_typed_text(
    cast, client, case
):
    as_(client, cast, "budi")
    typed = {**texts(""), "facts": "DATA CONTOH. Ditulis sendiri."}
    post(client, case, "case_study", **typed, seen="", sisip="kosong")
    study = kept(case)
    assert study.facts == "DATA CONTOH. Ditulis sendiri."
    assert people.RESPONDENT.name in study.position
    assert "belum dinilai" in study.analysis
    assert "yang memutus adalah pleno" not in study.conclusion


def test_what_is_inserted_stands_after_what_was_typed_and_only_once(cast, client, case):
    as_(client, cast, "budi")
    typed = {**texts(""), "facts": "DATA CONTOH. Ditulis sendiri."}
    post(client, case, "case_study", **typed, seen="", sisip="facts")
    once = kept(case).facts
    assert once.startswith("DATA CONTOH. Ditulis sendiri.\n\n")
    again = {**texts(""), "facts": once}
    post(client, case, "case_study", **again, seen=seen(case), sisip="facts")
    assert kept(case).facts == once
    assert kept(case).position == ""


def test_an_earlier_case_of_the_same_name_stands_beside_and_not_in_the_text(
    cast, client, case
):
    decided = people.case_on(cast, "referral")
    page = text_of(get(as_(client, cast, "budi"), case, "case_study"))
    assert reverse("case", args=[decided.pk]) in page
    assert "Nama yang sama belum tentu orang yang sama" in page
    post(client, case, "case_study", **texts(""), seen="", sisip="kosong")
    assert all(decided.number not in getattr(kept(case), p) for p in Study.PARTS)


def test_a_member_remarks_and_returns_and_the_author_revises(
    cast, client, waiting, clock
):
    as_(client, cast, "sari")
    sent = {"version": 1, "part": "analysis", "quote": "tidak ada", "text": "Lengkapi."}
    refused = post(client, waiting, "case_study_remark", **sent)
    assert refused.status_code == 422
    assert "Kutipan ini tidak ada" in text_of(refused)
    assert "Lengkapi." in text_of(refused)
    sent["quote"] = "Bagian analysis"
    assert post(client, waiting, "case_study_remark", **sent).status_code == 302
    reason = {"version": 1, "reason": "DATA CONTOH. Unsur kedua."}
    assert post(client, waiting, "case_study_return", **reason).status_code == 302
    as_(client, cast, "budi")
    told = text_of(get(client, waiting, "case"))
    assert "DATA CONTOH. Unsur kedua." in told
    assert "Perbaiki kajian" in told
    assert "Baca dan setujui kajian" not in told
    assert "sedang diperbaiki" in text_of(get(client, waiting, "case_approve"))
    page = text_of(get(client, waiting, "case_study"))
    assert "Dikembalikan untuk diperbaiki" in page
    assert "Lengkapi." in page
    clock.set(people.at("2024-11-04 14:00"))
    revised = {**people.STUDY_TEXTS, "analysis": "DATA CONTOH. Unsur kedua dibahas."}
    sent = {**revised, "seen": seen(waiting)}
    assert post(client, waiting, "case_study_submit", **sent).status_code == 302
    assert (kept(waiting).version, bool(kept(waiting).submitted_at)) == (2, True)
    compared = text_of(get(client, waiting, "case_study_compare"))
    assert "[+" in compared
    assert "[−" in compared
    assert "Tidak berubah." in compared
    assert compare().difference is None


def test_a_remark_is_settled_from_the_page_of_the_case(cast, client, waiting):
    row = actions.remark_study(
        case=waiting,
        version=1,
        part="facts",
        quote="",
        text="DATA CONTOH. Sumbernya?",
        actor=people.as_actor(cast.sari),
        at=people.APPROVED_AT,
    )
    as_(client, cast, "budi")
    page = text_of(get(client, waiting, "case"))
    assert "DATA CONTOH. Sumbernya?" in page
    assert "Belum ditindaklanjuti" in page
    empty = post(client, waiting, "case_study_resolve", row.pk, resolution="")
    assert empty.status_code == 422
    done = post(client, waiting, "case_study_resolve", row.pk, resolution="Ditambah.")
    assert done.status_code == 302
    again = post(client, waiting, "case_study_resolve", row.pk, resolution="Lagi.")
    assert again.status_code == 422
    assert "sudah ditindaklanjuti" in text_of(again)


def test_one_version_alone_is_not_compared(cast, client, waiting):
    page = text_of(get(as_(client, cast, "budi"), waiting, "case_study_compare"))
    assert "Perbandingan ada sesudah kajian punya dua versi" in page

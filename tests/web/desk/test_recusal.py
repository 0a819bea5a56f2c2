"""Ties to a party in the browser: declared, recorded, replaced, ended; and the call."""

import pytest

from netra.records.cases import actions
from netra.records.cases.models import Case, PlenaryNotice, Recusal
from netra.records.cases.ties import tied_to
from tests import people
from tests.web.desk.case_walk import as_, get, post, text_of

REASON = "DATA CONTOH. Terlapor sepupu saya."


@pytest.fixture
def case(cast, clock) -> Case:
    clock.set(people.APPROVED_AT)
    return people.case_on(cast, "plenary_outcome")


def test_declaring_closes_the_case_and_leads_to_the_desk(cast, client, case):
    as_(client, cast, "tono")
    page = text_of(get(client, case, "case"))
    assert "Saya berbenturan kepentingan" in page
    wrong = post(client, case, "case_tie_declare", relation="kin", reason="")
    assert wrong.status_code == 422
    answer = post(client, case, "case_tie_declare", relation="kin", reason=REASON)
    assert answer.headers["Location"] == "/meja/"
    closed = get(client, case, "case")
    assert closed.status_code == 403
    assert "Anda tidak ikut menangani perkara ini" in text_of(closed)
    assert tied_to(case) == {cast.tono.pk}


def test_others_see_the_tie_and_nobody_the_reason_on_the_page(cast, client, case):
    post(
        as_(client, cast, "tono"),
        case,
        "case_tie_declare",
        relation="kin",
        reason=REASON,
    )
    page = text_of(get(as_(client, cast, "budi"), case, "case"))
    assert cast.tono.name in page
    assert "keluarga atau kerabat" in page
    assert "sepupu" not in page
    assert "Anggota tersisa kurang dari kuorum" in page
    assert "mengambil alih perkara" in page


def test_a_tie_of_another_is_recorded_replaced_and_ended_by_a_third(cast, client, case):
    sari = people.as_actor(cast.sari)
    actions.assign_case(case=case, holder=cast.eko, actor=sari, at=people.APPROVED_AT)
    as_(client, cast, "budi")
    sent = {"officer": cast.eko.pk, "relation": "superior", "reason": REASON}
    assert post(client, case, "case_tie_record", **sent).status_code == 302
    recusal = Recusal.objects.get()
    page = text_of(get(client, case, "case_tie_replace", recusal.pk))
    assert cast.budi.name in page
    chosen = {"replacement": cast.budi.pk}
    assert (
        post(client, case, "case_tie_replace", recusal.pk, **chosen).status_code == 302
    )
    case.refresh_from_db()
    assert case.assigned_to == cast.budi
    ending = text_of(get(as_(client, cast, "rina"), case, "case_tie_end", recusal.pk))
    assert "sepupu" in ending
    done = post(client, case, "case_tie_end", recusal.pk, reason="DATA CONTOH. Keliru.")
    assert done.status_code == 302
    assert tied_to(case) == frozenset()


def test_who_recorded_the_tie_neither_reads_the_reason_again_nor_ends_it(
    cast, client, case
):
    as_(client, cast, "sari")
    sent = {"officer": cast.tono.pk, "relation": "kin", "reason": REASON}
    post(client, case, "case_tie_record", **sent)
    recusal = Recusal.objects.get()
    page = text_of(get(client, case, "case_tie_end", recusal.pk))
    assert "sepupu" not in page
    assert "Pencabutan diputuskan anggota lain" in page
    refused = post(client, case, "case_tie_end", recusal.pk, reason="x")
    assert refused.status_code == 422
    assert tied_to(case) == {cast.tono.pk}


def test_nobody_is_offered_who_is_tied_already(cast, client, case):
    as_(client, cast, "budi")
    sent = {"officer": cast.tono.pk, "relation": "kin", "reason": REASON}
    post(client, case, "case_tie_record", **sent)
    again = post(client, case, "case_tie_record", **sent)
    assert again.status_code == 422
    assert "sepupu" in text_of(again)
    for route in ("case_tie_record", "case_plenary_call", "case_convene"):
        page = text_of(get(client, case, route))
        assert f'value="{cast.tono.pk}"' not in page


def test_the_call_to_the_plenary_says_that_no_custom_is_settled(cast, client, case):
    as_(client, cast, "sari")
    page = text_of(get(client, case, "case_plenary_call"))
    assert "belum menetapkan jeda undangan" in page
    sent = {
        "day": "2024-11-05",
        "hour": "10:00",
        "place": "Ruang pleno",
        "agenda": "DATA CONTOH. Memutus perkara.",
        "members": [user.pk for user in cast.members],
    }
    past = post(client, case, "case_plenary_call", **{**sent, "day": "2024-11-01"})
    assert past.status_code == 422
    assert "Ruang pleno" in text_of(past)
    assert post(client, case, "case_plenary_call", **sent).status_code == 302
    notice = PlenaryNotice.objects.get()
    assert notice.meets_at == people.at("2024-11-05 10:00")
    shown = text_of(get(client, case, "case"))
    assert "Kantor belum menetapkan jeda undangan" in shown


def test_absence_and_dissent_are_written_while_the_plenary_is_open(
    cast, client, case, clock
):
    people.convened(people.approved(case, cast), cast)
    clock.set(people.VOTED_AT)
    as_(client, cast, "tono")
    wrong = post(client, case, "case_plenary_dissent", text="")
    assert wrong.status_code == 422
    told = post(client, case, "case_plenary_dissent", text="DATA CONTOH. Lain.")
    assert told.status_code == 302
    assert "DATA CONTOH. Lain." in text_of(get(client, case, "case_plenary_dissent"))
    page = text_of(get(as_(client, cast, "budi"), case, "case_plenary_absences"))
    assert "Semua anggota tanpa benturan kepentingan tercatat hadir" in page
    assert "DATA CONTOH. Lain." not in text_of(get(client, case, "case"))

"""The pages of turns: what they ask, what they say, and where they lead back."""

from django.urls import reverse

from netra.records.cases.models import Case
from netra.records.documents.models import IssuedPaper
from netra.records.turns.models import Correction, Hearing, Move, TrackEvent, Withdrawal
from tests import people
from tests.offices import at
from tests.records import turns_refusals as turned
from tests.records.turns.turning import late_evidence, settle_reopening
from tests.web.desk.case_walk import as_, get, post, text_of

LATER = at("2024-11-07 09:00")
WHY = "DATA CONTOH. Alasan."


def page_of(client, case) -> str:
    return text_of(client.get(reverse("case", args=[case.pk])))


def test_a_province_takes_a_case_over_and_the_city_sees_it_no_more(
    cast, client, clock
) -> None:
    clock.set(people.WRITTEN_AT)
    case = people.case_on(cast)
    as_(client, cast, "gita")
    asked = text_of(get(client, case, "case_take_over"))
    assert "Tenggat tidak mulai lagi" in asked
    assert "Pasal belum diketahui" in asked
    sent = {"office": cast.province.pk, "reason": " "}
    refused = post(client, case, "case_take_over", **sent)
    assert refused.status_code == 422
    assert "Tulis alasannya" in text_of(refused)
    sent["reason"] = WHY
    assert post(client, case, "case_take_over", **sent).status_code == 302
    assert "Pengambilalihan" in page_of(client, case)
    as_(client, cast, "budi")
    assert client.get(reverse("case", args=[case.pk])).status_code == 404


def test_a_delegation_is_accepted_once_and_leads_to_the_list(
    cast, client, clock
) -> None:
    clock.set(people.WRITTEN_AT)
    move = turned.move(cast)
    as_(client, cast, "budi")
    case = Case.objects.get()
    assert "Belum dinyatakan diterima" in page_of(client, case)
    post(client, case, "case_accept", move.pk)
    assert Move.objects.get(pk=move.pk).accepted_by == cast.budi
    again = post(client, case, "case_accept", move.pk)
    told = text_of(client.get(again["Location"]))
    assert "Pelimpahan ini sudah diterima" in told


def test_a_withdrawal_is_recorded_from_the_report_and_decided(
    cast, client, clock
) -> None:
    clock.set(people.STUDIED_AT)
    report = people.report_on(cast)
    as_(client, cast, "budi")
    url = reverse("report_withdraw", args=[report.pk])
    sent = {
        "letter_on": "2024-11-30",
        "said_by": "reporter",
        "proof": "letter",
        "reason": WHY,
    }
    early = client.post(url, sent)
    assert early.status_code == 422
    assert "Waktu ini belum terjadi" in text_of(early)
    assert WHY in text_of(early)
    assert client.post(url, sent | {"letter_on": "2024-10-30"}).status_code == 302
    page = text_of(client.get(reverse("report", args=[report.pk])))
    assert "Kelanjutannya belum diputuskan" in page
    decide = reverse("report_withdraw_decide", args=[report.pk])
    client.post(decide, {"goes_on": "information", "reason": WHY})
    assert Withdrawal.objects.get().goes_on == "information"
    assert client.post(decide, {"goes_on": "report", "reason": WHY}).status_code == 409


def test_questions_evidence_and_slips_are_taken_down_on_one_page(
    cast, client, clock
) -> None:
    clock.set(people.WRITTEN_AT)
    case = people.case_on(cast)
    as_(client, cast, "budi")
    assert "paling lambat Rabu, 6 November 2024" in text_of(
        get(client, case, "case_ask")
    )
    post(client, case, "case_ask", asked_of="witness", what="DATA CONTOH. Di mana?")
    post(
        client,
        case,
        "case_new_evidence",
        brought_by="reporter",
        received_at="2024-11-02T09:00",
        description="DATA CONTOH. Foto kedua.",
        why_late=WHY,
    )
    slip = {
        "what": "letter",
        "place": "Surat 1",
        "stood": "Jalan 1",
        "stands": "Bukan pelanggaran",
        "why": WHY,
    }
    refused = post(client, case, "case_correct", **slip)
    assert refused.status_code == 422
    assert "tidak boleh menyentuh hasil" in text_of(refused)
    post(client, case, "case_correct", **slip | {"stands": "Jalan 11"})
    row = Correction.objects.get()
    own = post(client, case, "case_correct_approve", row.pk)
    assert "disetujui orang lain" in text_of(client.get(own["Location"]))
    as_(client, cast, "eko")
    post(client, case, "case_correct_approve", row.pk)
    page = page_of(client, case)
    for said in ("Foto kedua", "Di mana?", "disetujui Eko Contoh", "<s>Jalan 1</s>"):
        assert said in page
    post(
        client,
        case,
        "case_turn_paper",
        kind="correction_sheet",
        about=row.ledger_subject,
    )
    assert IssuedPaper.objects.get().about == row.ledger_subject


def test_a_reopening_says_that_it_rests_on_a_custom(cast, client, clock) -> None:
    clock.set(LATER)
    case = people.case_on(cast, "follow_up")
    evidence = late_evidence(case, cast)
    as_(client, cast, "sari")
    sent = {"evidence": evidence.pk, "reason": WHY}
    unsettled = post(client, case, "case_reopen", **sent)
    assert unsettled.status_code == 422
    assert "belum" in text_of(unsettled)
    settle_reopening(cast)
    assert post(client, case, "case_reopen", **sent).status_code == 302
    page = page_of(client, case)
    assert "Kebiasaan, bukan aturan" in page
    assert "belum diketahui, jadi tidak dihitung" in page
    assert "Tidak ada tenggat yang berjalan" in page


def test_the_criminal_track_is_a_list_of_its_own_with_its_clock(
    cast, client, clock
) -> None:
    clock.set(LATER)
    case = people.case_on(cast, "referral", outcome="criminal")
    as_(client, cast, "budi")
    assert "Penerusan kepada Sentra Gakkumdu" in page_of(client, case)
    sent = {"key": "gakkumdu_received", "happened_at": "2024-11-06T10:00", "note": ""}
    assert post(client, case, "case_track", **sent).status_code == 302
    event = TrackEvent.objects.get()
    assert event.happened_at == at("2024-11-06 10:00")
    assert "Diterima Sentra Gakkumdu" in page_of(client, case)
    post(client, case, "case_track_strike", event.pk, reason=WHY)
    assert "<s>diterima Sentra Gakkumdu</s>" in page_of(client, case)


def test_an_own_hearing_goes_from_opening_to_a_case_without_letter(
    cast, client, clock
) -> None:
    clock.set(at("2024-01-30 12:00"))
    case = turned.administrative(cast)
    as_(client, cast, "budi")
    assert "Buka sidang" in page_of(client, case)
    post(client, case, "case_own_hearing")
    hearing = Hearing.objects.get()
    post(
        client,
        case,
        "case_own_session",
        planned_at="2024-01-30T09:00",
        place="Ruang sidang",
    )
    session = hearing.sessions.get()
    post(
        client,
        case,
        "case_own_session_note",
        session.pk,
        held_at="2024-01-30T09:05",
        present="DATA CONTOH. Para pihak.",
        course="DATA CONTOH. Bukti diperiksa.",
    )
    as_(client, cast, "sari")
    nobody = post(client, case, "case_own_decide", decision_text=WHY)
    assert nobody.status_code == 422
    members = [user.pk for user in cast.members]
    post(client, case, "case_own_decide", decision_text=WHY, members=members)
    as_(client, cast, "budi")
    assert "tidak ada surat penerusan" in text_of(get(client, case, "case_refer"))
    assert post(client, case, "case_refer").status_code == 302
    case.refresh_from_db()
    assert case.step == "status_notice"

"""The pages about people, time, joined reports and proof, as officers meet them."""

from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from netra.records.cases.models import Case
from netra.records.parties import actions as parties
from netra.records.parties.models import JoinedReport, Party, PartyOpening
from netra.records.proof.models import ElementFinding, ProofTie
from tests import people
from tests.records.parties.acting import MARKED, REASON, RIGHT, SEEN, named
from tests.records.proof.acting import WHY, proven

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(autouse=True)
def now(clock) -> None:
    clock.set(people.VOTED_AT)


def signed(user) -> Client:
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def page(client: Client, case: Case) -> str:
    return client.get(reverse("case", args=[case.pk])).content.decode()


def test_a_witness_is_named_and_shown_masked(cast) -> None:
    case = people.registered(cast)
    budi = signed(cast.budi)
    told = {
        "kind": "witness",
        "source": "office",
        "name": SEEN.name,
        "occupation": SEEN.occupation,
    }
    answer = budi.post(reverse("party_add", args=[case.pk]), told)
    assert answer.headers["Location"].endswith("#saksi")
    shown = page(budi, case)
    assert "Saksi 1" in shown
    assert SEEN.name not in shown
    assert "Saksi, ahli, atau pihak lain dicatat" in shown


def test_what_was_typed_stays_when_the_name_is_missing(cast) -> None:
    case = people.registered(cast)
    told = {"kind": "expert", "source": "office", "expertise": "hukum tata negara"}
    answer = signed(cast.budi).post(reverse("party_add", args=[case.pk]), told)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "Tulis namanya" in shown
    assert "hukum tata negara" in shown


def test_correcting_shows_nothing_and_changes_only_what_was_typed(cast) -> None:
    party = named(people.registered(cast), cast)
    url = reverse("party_correct", args=[party.pk])
    budi = signed(cast.budi)
    assert SEEN.name not in budi.get(url).content.decode()
    told = {"kind": "witness", "source": "respondent", "phone": "0800000099"}
    budi.post(url, told)
    party.refresh_from_db()
    assert (party.name, party.phone) == (SEEN.name, "0800000099")
    assert party.source == "respondent"


def test_an_identity_is_shown_once_for_a_reason_and_never_kept(cast) -> None:
    case = people.registered(cast)
    party = named(case, cast)
    url = reverse("party_open", args=[case.pk, party.key])
    sari = signed(cast.sari)
    assert SEEN.name not in sari.get(url).content.decode()
    assert sari.post(url, {"reason": " "}).status_code == 422
    assert not PartyOpening.objects.exists()
    opened = sari.post(url, {"reason": REASON})
    assert SEEN.name in opened.content.decode()
    assert opened.headers["Cache-Control"] == "no-store"
    assert PartyOpening.objects.get().account == cast.sari
    nobody = reverse("party_open", args=[case.pk, "party:0"])
    assert sari.post(nobody, {"reason": REASON}).status_code == 404


def test_somebody_unknown_is_shown_by_marks_until_they_are_known(cast) -> None:
    case = people.registered(cast)
    person = parties.add_respondent(
        case=case,
        content=MARKED,
        actor=people.as_actor(cast.budi),
        at=people.WRITTEN_AT,
    )
    budi = signed(cast.budi)
    shown = page(budi, case)
    assert "belum dikenal" in shown
    assert MARKED.marks in shown
    url = reverse("respondent_identify", args=[case.pk, person.pk])
    assert budi.post(url, {"name": ""}).status_code == 422
    budi.post(url, {"name": RIGHT.name, "employment_class": "pns"})
    person.refresh_from_db()
    assert (person.name, person.marks) == (RIGHT.name, MARKED.marks)


def test_a_correction_during_the_plenary_says_what_becomes_of_the_votes(cast) -> None:
    case = people.ready_to_close(
        people.case_on(cast, "plenary_outcome"), cast, "other_law_asn"
    )
    wrong = case.respondents.get()
    url = reverse("respondent_replace", args=[case.pk, wrong.pk])
    budi = signed(cast.budi)
    assert "Pleno sedang berlangsung" in budi.get(url).content.decode()
    told = {"name": RIGHT.name, "employment_class": "pns", "reason": REASON}
    answer = budi.post(url, told)
    sentences = " ".join(str(m) for m in get_messages(answer.wsgi_request))
    assert "suara tentang orang yang keliru" in sentences
    shown = page(budi, case)
    assert RIGHT.name in shown
    assert people.RESPONDENT.name not in shown
    assert "1 orang pernah dicatat" in shown
    assert budi.post(url, told).status_code == 404  # sent twice, corrected once


def test_a_span_over_the_hinge_shows_both_norms(cast) -> None:
    case = people.registered(cast)
    budi = signed(cast.budi)
    url = reverse("case_event_time", args=[case.pk])
    backwards = {"earliest_on": "2024-10-10", "latest_on": "2024-10-01"}
    assert budi.post(url, backwards).status_code == 422
    told = {
        "earliest_on": "2024-09-18",
        "latest_on": "2024-09-26",
        "words": "sekitar penetapan",
    }
    budi.post(url, told)
    assert case.event_time.latest_on == date(2024, 9, 26)
    shown = page(budi, case)
    assert "Normanya bergantung pada hari kejadian" in shown
    assert "Sebelum penetapan:" in shown
    assert "sekitar penetapan" in shown


def test_a_report_is_joined_and_split_on_pages(cast) -> None:
    case, other = people.registered(cast), people.registered(cast)
    budi = signed(cast.budi)
    choose = budi.get(reverse("case_join_choose", args=[case.pk]))
    url = reverse("case_join", args=[case.pk, str(other.report_id)])
    assert url in choose.content.decode()
    person = other.respondents.get()
    told = {f"person_{person.pk}": str(case.respondents.get().pk)}
    missing = budi.post(url, told)
    assert missing.status_code == 422
    budi.post(url, {**told, "reason": REASON})
    row = JoinedReport.objects.get()
    assert "Ditangani bersama perkara lain" in page(budi, other)
    again = budi.post(url, {**told, "reason": REASON})
    assert again.status_code == 422  # sent twice, joined once
    budi.post(reverse("case_split", args=[row.pk]), {"reason": REASON})
    assert "Ditangani bersama perkara lain" not in page(budi, other)


def test_an_element_is_judged_tied_and_loosened_on_pages(cast) -> None:
    allegation = proven(cast)
    case = allegation.case
    budi = signed(cast.budi)
    at = [case.pk, allegation.pk, "act"]
    exhibit = case.report.exhibits.get(kind="evidence")
    judged = budi.post(
        reverse("proof_element", args=at), {"judgement": "met", "why": WHY}
    )
    assert judged.status_code == 302
    assert ElementFinding.objects.get().why == WHY
    wrong = budi.post(reverse("proof_tie", args=at), {"speaks": "for", "note": "x"})
    assert wrong.status_code == 422
    bare = budi.get(reverse("case_proof", args=[case.pk])).content.decode()
    assert "Dinilai terpenuhi tanpa bukti" in bare
    told = {"source": f"exhibit:{exhibit.pk}", "speaks": "for", "note": "terlihat"}
    budi.post(reverse("proof_tie", args=at), told)
    shown = budi.get(reverse("case_proof", args=[case.pk])).content.decode()
    assert ">B-1<" in shown
    assert "foto-wati" not in shown
    assert "Dinilai terpenuhi tanpa bukti" not in shown
    budi.post(reverse("proof_untie", args=[ProofTie.objects.get().pk]))
    assert not ProofTie.objects.exists()


def test_members_read_the_table_and_find_no_forms(cast) -> None:
    allegation = proven(cast)
    url = reverse("case_proof", args=[allegation.case_id])
    shown = signed(cast.sari).get(url).content.decode()
    assert "Terlapor termasuk yang dijangkau norma ini" in shown
    assert "belum dikonfirmasi" in shown
    assert "unsur-kantor" not in shown


def test_what_the_office_adds_is_marked_as_its_own(cast) -> None:
    allegation = proven(cast)
    budi = signed(cast.budi)
    url = reverse("proof_own_element", args=[allegation.case_id, allegation.pk])
    assert budi.post(url, {"text": ""}).status_code == 422
    budi.post(url, {"text": "DATA CONTOH. Unsur kantor."})
    table = reverse("case_proof", args=[allegation.case_id])
    assert "tambahan kantor, bukan aturan" in budi.get(table).content.decode()


def test_a_witness_of_the_report_is_completed_without_typing_the_name(cast) -> None:
    from tests.records.parties.test_people import WITNESSED

    case = people.registered(cast, telling=WITNESSED)
    witness = case.report.witnesses.get()
    budi = signed(cast.budi)
    told = {
        "witness": f"witness:{witness.pk}",
        "kind": "witness",
        "source": "office",
        "phone": "0800000077",
    }
    budi.post(reverse("party_add", args=[case.pk]), told)
    party = Party.objects.get()
    assert (party.name, party.phone) == (witness.name, "0800000077")
    assert party.key == f"witness:{witness.pk}"

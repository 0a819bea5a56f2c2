"""Pages of a hearing: what they ask, what they refuse, and whom they never name."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from netra.domain.law import Paper
from netra.records.cases.models import Case
from netra.records.clarifications import actions
from netra.records.clarifications.models import Clarification, Minutes, Service
from netra.records.clarifications.queries import answers_of
from netra.records.documents.models import IssuedPaper
from tests import clarifying as scene
from tests import offices, people
from tests.people import as_actor

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def case(cast, clock) -> Case:
    clock.set(scene.PLANNED_AT)
    return people.case_on(cast, "study")


def desk(user: object) -> Client:
    client = Client()
    client.force_login(user, backend=_BACKEND)
    return client


@pytest.fixture
def budi(cast) -> Client:
    return desk(cast.budi)


def page_of(hearing: Clarification, key: str = "") -> str:
    if key:
        return reverse("clarification_act", args=[hearing.pk, key])
    return reverse("clarification", args=[hearing.pk])


PLAN = {
    "capacity": "",
    "planned_at": "2024-11-03T09:00",
    "mode": "in_person",
    "online_reason": "",
    "place": "Ruang klarifikasi",
    "purpose": "",
    "bring": "",
}


def test_a_hearing_is_planned_for_a_local_moment(case: Case, budi: Client) -> None:
    reporter = f"reporter:{case.report.reporter.pk}"
    address = reverse("clarification_plan", args=[case.pk])
    page = budi.get(address).content.decode()
    assert "Pelapor 1" in page
    assert "Wati" not in page
    answer = budi.post(address, {**PLAN, "who": reporter})
    assert answer.status_code == 302
    row = Clarification.objects.get()
    assert (row.planned_at, row.capacity) == (scene.HEARING_AT, "reporter")
    page = budi.get(reverse("case", args=[case.pk])).content.decode()
    assert "Klarifikasi direncanakan" in page  # in the trail
    assert page_of(row) in page


def test_what_cannot_be_planned_is_said_beside_its_field(
    case: Case, budi: Client
) -> None:
    address = reverse("clarification_plan", args=[case.pk])
    who = f"respondent:{case.respondents.get().pk}"
    for changes, said in (
        ({"planned_at": "2024-11-01T09:00"}, "belum lewat"),
        ({"mode": "online"}, "hanya dengan alasan yang diizinkan"),
        ({"place": ""}, "Bidang ini"),
    ):
        answer = budi.post(address, {**PLAN, "who": who, **changes})
        assert answer.status_code == 422
        assert said in answer.content.decode()
    assert not Clarification.objects.exists()


def test_a_late_invitation_warns_with_the_article_and_keeps_what_was_typed(
    case: Case, cast, budi: Client, clock
) -> None:
    hearing = scene.planned(case, cast)
    page = budi.get(page_of(hearing, "undang")).content.decode()
    assert "Perbawaslu 8/2020" in page
    assert "melewati batas" not in page.partition("<form")[0]
    clock.set(people.at("2024-11-03 08:00"))
    page = budi.get(page_of(hearing, "undang")).content.decode()
    assert "Undangan melewati batas waktu" in page
    told = {"number": "77/X", "sent_at": "2024-11-03T07:00", "late_reason": ""}
    answer = budi.post(page_of(hearing, "undang"), told)
    assert answer.status_code == 422
    assert "77/X" in answer.content.decode()
    assert "Perbawaslu 8/2020" in answer.content.decode()
    answer = budi.post(
        page_of(hearing, "undang"), {**told, "late_reason": "Baru diketahui"}
    )
    assert answer["Location"] == page_of(hearing)
    assert hearing.invitations.get().is_late


def test_a_service_with_its_proof_is_recorded_and_handed_out(
    case: Case, cast, budi: Client, clock
) -> None:
    letter = scene.invited(scene.planned(case, cast), cast)
    clock.set(scene.READ_AT)
    address = reverse(
        "clarification_service", args=[letter.clarification.pk, letter.pk]
    )
    told = {
        "how": "by_hand",
        "by": "Petugas Contoh",
        "served_at": "2024-11-02T15:00",
        "result": "received",
        "received_by": "Keluarga Contohsepupu",
        "note": "",
    }
    photo = offices.PNG
    from django.core.files.uploadedfile import SimpleUploadedFile

    sent = {**told, "proof": SimpleUploadedFile("rahasia.png", photo, "image/png")}
    assert budi.post(address, sent).status_code == 302
    row = Service.objects.get()
    page = budi.get(page_of(letter.clarification)).content.decode()
    assert "Contohsepupu" not in page
    address = reverse("clarification_proof", args=[letter.clarification.pk, row.pk])
    answer = budi.get(address)
    assert b"".join(answer) == photo
    assert "rahasia" not in answer["Content-Disposition"]


def test_the_whole_hearing_is_walked_by_forms(
    case: Case, cast, budi: Client, clock
) -> None:
    hearing = scene.planned(case, cast)
    clock.set(scene.BEGUN_AT)
    minutes_page = reverse("clarification_minutes", args=[hearing.pk])
    assert budi.get(minutes_page).status_code == 302  # not begun yet
    assert budi.post(page_of(hearing, "sumpah")).status_code == 409
    assert budi.post(page_of(hearing, "mulai"))["Location"] == minutes_page
    for key, told in (
        ("identitas", {"identity": "ktp", "counsel": ""}),
        ("sumpah", {"oath": "refused", "oath_note": "Keyakinan"}),
        ("jeda", {"note": "Salat"}),
        ("lanjut", {}),
    ):
        assert budi.post(page_of(hearing, key), told).status_code == 302
    row = {"place-x1": "1", "version-x1": "0", "row": "x1", "tab": "t"}
    said = {"question-x1": "Siapa?", "answer-x1": "Saya."}
    assert budi.post(minutes_page, {**row, **said}).status_code == 302
    for key, told in (
        ("dibacakan", {}),
        ("pembetulan", {"answer": "", "text": "Bukan saya."}),
        ("tanda-tangan", {"signature": "refused", "signature_note": "Ingin pulang"}),
        ("selesai", {}),
        ("catatan", {"text": "Datang lagi."}),
    ):
        assert budi.post(page_of(hearing, key), told).status_code == 302, key
    page = budi.get(page_of(hearing)).content.decode()
    for words in ("Saya.", "Bukan saya.", "Ingin pulang", "Datang lagi.", "Keyakinan"):
        assert words in page
    assert budi.post(page_of(hearing, "salinan"), {}).status_code == 422
    assert budi.post(page_of(hearing, "selesai"), {}).status_code == 422


def test_papers_are_issued_from_the_page_and_no_others(
    case: Case, cast, budi: Client
) -> None:
    letter = scene.invited(scene.planned(case, cast), cast)
    address = reverse("clarification_issue", args=[letter.clarification.pk])
    told = {"kind": Paper.INVITATION, "about": letter.ledger_subject}
    assert budi.post(address, told).status_code == 302
    assert IssuedPaper.objects.get().about == letter.ledger_subject
    assert budi.post(address, {**told, "kind": "study"}).status_code == 404
    assert (
        "Undangan klarifikasi"
        in budi.get(page_of(letter.clarification)).content.decode()
    )


@pytest.fixture
def minutes(case: Case, cast, clock) -> Minutes:
    row = scene.begun(scene.planned(case, cast), cast)
    clock.set(scene.TYPED_AT)
    return row


def quickly(client: Client, minutes: Minutes, **told: object):
    row = {"key": "satu", "place": 1, "question": "S?", "answer": "A", "version": 0}
    body = {"tab": "a", "order": 1, "rows": [{**row, **told}]}
    address = reverse("clarification_minutes", args=[minutes.clarification.pk])
    return client.post(address, json.dumps(body), content_type="application/json")


def test_quick_saving_answers_with_the_time_and_a_conflict_with_both_texts(
    minutes: Minutes, cast, budi: Client
) -> None:
    answer = quickly(budi, minutes)
    assert answer.json() == {
        "saved_at": "09.20.00",
        "rows": [{"key": "satu", "version": 1}],
    }
    actions.save_answers(
        minutes=minutes,
        rows=[scene.edit("satu", "Kata lain", version=1)],
        tab="b",
        order=1,
        actor=as_actor(cast.budi),
        at=scene.TYPED_AT,
    )
    body = {"tab": "c", "order": 1}
    row = {"key": "satu", "place": 1, "question": "S?", "answer": "C", "version": 1}
    address = reverse("clarification_minutes", args=[minutes.clarification.pk])
    answer = budi.post(
        address, json.dumps({**body, "rows": [row]}), content_type="application/json"
    )
    assert answer.status_code == 409
    (told,) = answer.json()["rows"]
    assert (told["other"]["answer"], told["twin"]["answer"]) == ("Kata lain", "C")
    assert [one.answer for one in answers_of(minutes)] == ["Kata lain", "C"]


@pytest.mark.parametrize(
    "changes", [{"key": ""}, {"key": "x" * 40}, {"place": "x"}, {"version": None}]
)
def test_what_is_no_row_is_refused(
    minutes: Minutes, budi: Client, changes: dict[str, object]
) -> None:
    assert quickly(budi, minutes, **changes).status_code == 400
    assert not minutes.answers.exists()


def test_the_key_of_the_browser_is_each_officers_own(
    minutes: Minutes, cast, budi: Client
) -> None:
    address = reverse("clarification_minutes", args=[minutes.clarification.pk])
    told = [client.get(address) for client in (budi, desk(cast.eko), desk(cast.eko))]
    keys = [
        one.content.decode().partition('data-key="')[2].partition('"')[0]
        for one in told
    ]
    assert keys[0] != keys[1] == keys[2]
    assert minutes.draft_key not in keys
    assert told[0]["Cache-Control"] == "private, no-store"


def test_minutes_read_meanwhile_show_what_could_not_be_saved(
    minutes: Minutes, cast, budi: Client
) -> None:
    scene.read(scene.typed(minutes, cast), cast)
    address = reverse("clarification_minutes", args=[minutes.clarification.pk])
    row = {"place-x": "1", "version-x": "0", "row": "x", "tab": "t"}
    answer = budi.post(address, {**row, "question-x": "", "answer-x": "Terlambat."})
    assert answer.status_code == 422
    assert "Terlambat." in answer.content.decode()
    assert quickly(budi, minutes).status_code == 422


def test_another_region_finds_nothing_and_a_lower_office_only_when_asked(
    case: Case, cast
) -> None:
    hearing = scene.planned(case, cast)
    officer = offices.person("Titi", (offices.Role.OFFICER, cast.subdistrict))
    lower = desk(officer)
    for client in (desk(cast.anton), lower):
        assert client.get(page_of(hearing)).status_code == 404
    actions.ask_lower_office(
        hearing=hearing,
        office=cast.subdistrict,
        note="",
        actor=as_actor(cast.budi),
        at=scene.PLANNED_AT,
    )
    assert lower.get(page_of(hearing)).status_code == 200
    assert page_of(hearing) in lower.get(reverse("clarifications")).content.decode()
    assert lower.get(reverse("case", args=[case.pk])).status_code == 404


def test_the_offices_own_questions_stand_before_the_prepared_ones(
    minutes: Minutes, case: Case, budi: Client
) -> None:
    address = reverse("clarification_questions", args=[case.pk])
    told = {"norm": "", "questions": "Siapa yang memanggil Anda?\n\n"}
    assert budi.post(address, told).status_code == 302
    page = budi.get(
        reverse("clarification_minutes", args=[minutes.clarification.pk])
    ).content.decode()
    own = page.index("Siapa yang memanggil Anda?")
    assert own < page.index("Apakah ada yang ingin Anda tambahkan?")

"""Pages of letters, packs, needs and keys, as officers and keepers meet them."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from netra.domain import sealing
from netra.domain.packs import check_archive
from netra.records.packs.models import BodyKey, Pack, PackDownload
from netra.records.referrals.models import Hop, Referral
from tests import packing
from tests.offices import PNG
from tests.web.desk.case_walk import as_, text_of

HOP = {
    "kind": "acknowledged",
    "happened_on": "2024-11-07",
    "happened_at": "08:30",
    "body": "Lembaga contoh",
    "number": "AGENDA 7",
}


@pytest.fixture
def referral(cast, clock) -> Referral:
    clock.set(packing.HANDED_AT)
    return packing.referred(cast)


def test_a_letter_says_what_is_awaited_until_it_is_acknowledged(
    cast, client, referral
) -> None:
    as_(client, cast, "budi")
    page = client.get(reverse("referral", args=[referral.pk]))
    assert "Belum ada tanda terima" in text_of(page)
    assert "1 penerusan belum ada tanda terimanya" in text_of(
        client.get(reverse("referrals"))
    )
    due = text_of(client.get(reverse("due")))
    assert "1 penerusan belum ada tanda terimanya" in due
    assert "yang terlama sejak Rabu, 6 November 2024, 09.00 WIB" in due
    asked = reverse("referral_hop", args=[referral.pk])
    wrong = client.post(asked, {**HOP, "body": "", "note": "catatan saya"})
    assert wrong.status_code == 422
    assert "Tulis lembaga yang memberi tanda terima." in text_of(wrong)
    assert "catatan saya" in text_of(wrong)
    proof = SimpleUploadedFile("tanda-terima.png", PNG, "image/png")
    assert client.post(asked, {**HOP, "proof": proof}).status_code == 302
    page = text_of(client.get(reverse("referral", args=[referral.pk])))
    assert "Ada tanda terima" in page
    assert "AGENDA 7" in page
    sent = client.get(reverse("hop_proof", args=[Hop.objects.get().pk]))
    assert b"".join(sent.streaming_content) == PNG
    waiting = client.get(reverse("referrals"), {"tanda-terima": "belum"})
    assert referral.number not in text_of(waiting)


def test_a_pack_is_asked_for_built_and_taken_away(cast, client, referral) -> None:
    made = packing.keyed(cast)
    as_(client, cast, "budi")
    chosen = {
        "body": made.body.pk,
        "respondents": [person.pk for person in referral.respondents.all()],
    }
    asked = client.post(reverse("pack_ask", args=[referral.pk]), chosen)
    pack = Pack.objects.get()
    assert asked.url == reverse("pack", args=[pack.pk])
    assert "Menunggu giliran" in text_of(client.get(asked.url))
    early = client.post(reverse("pack_download", args=[pack.pk]))
    assert early.status_code == 422
    packing.built(pack)
    page = text_of(client.get(asked.url))
    assert "surat-penerusan.pdf" in page
    assert made.key.fingerprint in page
    taken = client.post(reverse("pack_download", args=[pack.pk]))
    content = b"".join(taken.streaming_content)
    assert f"berkas-{pack.pk}.netra" in taken["Content-Disposition"]
    _head, pieces = sealing.open_container(made.pair, [content])
    assert check_archive(io.BytesIO(b"".join(pieces))).is_whole
    assert PackDownload.objects.count() == 1
    assert "Budi Contoh" in text_of(client.get(asked.url))


def test_without_a_key_the_page_says_who_can_help(cast, client, referral) -> None:
    page = as_(client, cast, "budi").get(reverse("pack_ask", args=[referral.pk]))
    assert "Minta pengelola mencatatnya" in text_of(page)


def test_a_need_is_recorded_approved_by_another_and_made(
    cast, client, referral
) -> None:
    body = packing.keyed(cast).body
    as_(client, cast, "budi")
    told = {
        "body": body.pk,
        "ground": "Pasal contoh",
        "letter": "1/CONTOH/2024",
        "letter_on": "2024-11-06",
    }
    assert (
        client.post(reverse("need_record", args=[referral.pk]), told).status_code == 302
    )
    need = referral.needs.get()
    page = reverse("need", args=[need.pk])
    assert "Orang lain harus menyetujuinya." in text_of(client.get(page))
    assert client.post(page, {"do": "approve"}).status_code == 422
    as_(client, cast, "sari")
    assert client.post(page, {"do": "approve"}).status_code == 302
    as_(client, cast, "budi")
    assert client.post(page, {"reason": ""}).status_code == 422
    assert client.post(page, {"reason": "Diminta penyidik"}).status_code == 302
    assert referral.case.report.openings.count() == 1


def test_a_key_is_registered_by_one_keeper_and_confirmed_by_another(
    cast, client, clock
) -> None:
    clock.set(packing.HANDED_AT)
    body = packing.entered(cast)
    as_(client, cast, "putri")
    page = reverse("body", args=[body.pk])
    wrong = client.post(page, {"public": "bukan kunci"})
    assert wrong.status_code == 422
    assert "Ini bukan kunci publik." in text_of(wrong)
    pair = sealing.new_pair()
    client.post(page, {"public": sealing.public_line(pair.public)})
    key = BodyKey.objects.get()
    told = {"how": "telepon kantor"}
    shown = reverse("body_key", args=[key.pk])
    assert client.post(shown, told).status_code == 422
    client.force_login(
        packing.second_keeper(cast),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    assert sealing.fingerprint_of(pair.public) in text_of(client.get(shown))
    assert client.post(shown, told).status_code == 302
    assert "Kunci dikonfirmasi" in text_of(client.get(reverse("bodies")))

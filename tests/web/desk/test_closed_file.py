"""A closed file on its page: read, said to be closed, and opened again."""

import pytest

from netra.records.closing import actions
from tests.people import as_actor
from tests.records.closing.test_closing import CLOSED_AT, ended
from tests.web.desk.case_walk import as_, get, post, text_of


@pytest.fixture
def case(cast, monkeypatch, clock):
    clock.set(CLOSED_AT)
    return ended(cast, monkeypatch)


def test_what_is_open_is_said_where_the_file_is_closed(cast, client, case) -> None:
    as_(client, cast, "budi")
    sent = post(client, case, "case_task_add", title="Kirim salinan")
    assert sent.status_code == 302
    page = text_of(get(client, case, "case_file_close"))
    assert "Tugas belum selesai: Kirim salinan." in page
    assert post(client, case, "case_file_close").status_code == 422
    assert not case.closures.exists()


def test_a_task_needs_words_and_keeps_what_was_typed(cast, client, case) -> None:
    as_(client, cast, "budi")
    answer = post(client, case, "case_task_add", title="", due_on="2024-12-01")
    assert answer.status_code == 422
    assert "Tulis apa yang harus dikerjakan." in text_of(answer)
    assert 'value="2024-12-01"' in answer.content.decode()


def test_a_closed_file_offers_nothing_but_to_open_it(cast, client, case) -> None:
    as_(client, cast, "budi")
    before = get(client, case, "case").content.decode()
    assert f"/meja/perkara/{case.pk}/tugas/" in before
    assert post(client, case, "case_file_close", note="Lengkap.").status_code == 302
    page = get(client, case, "case").content.decode()
    assert "Berkas ini sudah ditutup" in page
    assert f"/meja/perkara/{case.pk}/tugas/" not in page
    assert f"/meja/perkara/{case.pk}/pemberitahuan/" not in page
    assert f"/meja/perkara/{case.pk}/buka-berkas/" in page
    refused = post(client, case, "case_task_add", title="Baru")
    assert refused.status_code == 422
    assert "sudah ditutup" in text_of(refused)
    opened = post(client, case, "case_file_reopen", reason="Salinan kurang.")
    assert opened.status_code == 302
    assert (
        f"/meja/perkara/{case.pk}/tugas/" in get(client, case, "case").content.decode()
    )


def test_tasks_of_an_office_are_listed_for_it_alone(cast, client, case) -> None:
    task = actions.add_task(
        case=case,
        title="Arsipkan",
        due_on=None,
        holder=cast.eko,
        actor=as_actor(cast.budi),
        at=CLOSED_AT,
    )
    as_(client, cast, "budi")
    assert "Arsipkan" in client.get("/meja/tugas/").content.decode()
    assert "Arsipkan" not in client.get("/meja/tugas/?milik=saya").content.decode()
    as_(client, cast, "anton")
    assert "Arsipkan" not in client.get("/meja/tugas/").content.decode()
    as_(client, cast, "eko")
    assert "Arsipkan" in client.get("/meja/tugas/?milik=saya").content.decode()
    done = client.post(f"/meja/perkara/{case.pk}/tugas/{task.pk}/selesai/")
    assert done.status_code == 302
    assert "Tidak ada tugas yang terbuka" in client.get("/meja/tugas/").content.decode()

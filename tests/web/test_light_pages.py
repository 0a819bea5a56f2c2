"""Public pages come compressed; pages that show what others wrote do not."""

import gzip

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
TAKES = {"Accept-Encoding": "gzip, br"}


@pytest.mark.parametrize("address", ["/", "/lapor/", "/bantuan/", "/hukum/"])
def test_a_public_page_comes_compressed_and_whole(client: Client, address: str) -> None:
    plain = client.get(address)
    light = client.get(address, headers=TAKES)
    assert light.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in light.headers["Vary"]
    page = gzip.decompress(light.content).decode()
    assert page.startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")
    assert len(light.content) < len(plain.content) / 2


def test_whoever_takes_no_compression_gets_none(client: Client) -> None:
    assert "Content-Encoding" not in client.get("/lapor/").headers


@pytest.mark.parametrize(
    "address", ["/status/", "/masuk/", "/meja/", "/akun/sandi/", "/sehat"]
)
def test_a_page_beside_a_secret_is_left_alone(client: Client, address: str) -> None:
    assert "Content-Encoding" not in client.get(address, headers=TAKES).headers


def test_an_officer_gets_no_compressed_page_of_the_desk(cast, client: Client) -> None:
    client.force_login(
        cast.budi, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    answer = client.get("/meja/", headers=TAKES)
    assert answer.status_code == 200
    assert "Content-Encoding" not in answer.headers

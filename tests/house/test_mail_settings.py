"""E-mail is off until a server is named, and a half-named one stops the start."""

import os
import subprocess
import sys

import pytest

_SHOW = (
    "from netra.site import settings as s;"
    "print(s.MAIL_IS_ON, s.EMAIL_BACKEND.split('.')[-2], s.EMAIL_USE_TLS,"
    " s.EMAIL_USE_SSL)"
)
SERVER = {"NETRA_MAIL_HOST": "mail.contoh.id", "NETRA_MAIL_FROM": "netra@contoh.id"}


def started(**given: str) -> subprocess.CompletedProcess[str]:
    """Read the settings in a program of its own."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("NETRA_MAIL")}
    return subprocess.run(
        [sys.executable, "-c", _SHOW],
        env={**kept, **given},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({}, "False dummy True False"),
        (SERVER, "True smtp True False"),
        ({**SERVER, "NETRA_MAIL_SECURITY": "tls"}, "True smtp False True"),
        ({**SERVER, "NETRA_MAIL_SECURITY": "none"}, "True smtp False False"),
    ],
)
def test_e_mail_is_what_the_variables_say(given: dict[str, str], shown: str) -> None:
    assert started(**given).stdout.strip() == shown


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"NETRA_MAIL_HOST": "mail.contoh.id"}, "NETRA_MAIL_FROM must be an address"),
        ({"NETRA_MAIL_SECURITY": "ssl"}, "must be starttls, tls or none"),
    ],
)
def test_what_cannot_work_stops_the_start(given: dict[str, str], told: str) -> None:
    answer = started(**given)
    assert answer.returncode != 0
    assert told in answer.stderr

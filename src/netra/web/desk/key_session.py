"""The opened key of an office, for fifteen minutes and one browser.

The session in the database holds it sealed under a random key; that key lies only in a
cookie. Neither opens anything without the other, and nothing stays in the process.
"""

import json
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from nacl import exceptions
from nacl.secret import SecretBox
from nacl.utils import random

from netra.domain import sealing
from netra.records.accounts.models import Office
from netra.records.custody.opened import OpenedKey
from netra.records.custody.queries import holders_of
from netra.records.jobs import moment

__all__ = ["COOKIE", "OPEN_FOR", "closes_in", "forget", "opened_of", "remember"]

COOKIE = "netra_kunci"
OPEN_FOR = timedelta(minutes=15)
"""A choice of ours: long enough to read and answer, short enough for a left desk."""

_SESSION = "opened_key"
_PATH = "/meja/"


def remember(request: HttpRequest, response: HttpResponse, opened: OpenedKey) -> None:
    """Keep an opened key for `OPEN_FOR`, split between session and cookie."""
    until = moment.real_now() + OPEN_FOR
    plain = json.dumps(
        {
            "office": opened.office_id,
            "account": opened.account_id,
            "until": until.timestamp(),
            "pairs": {str(v): pair.private.hex() for v, pair in opened.pairs.items()},
        }
    )
    key = random(SecretBox.KEY_SIZE)
    request.session[_SESSION] = SecretBox(key).encrypt(plain.encode()).hex()
    response.set_cookie(
        COOKIE,
        key.hex(),
        max_age=int(OPEN_FOR.total_seconds()),
        path=_PATH,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Strict",
    )


def _kept(request: HttpRequest) -> dict[str, object] | None:
    sealed = request.session.get(_SESSION, "")
    try:
        key = bytes.fromhex(request.COOKIES.get(COOKIE, ""))
        plain = SecretBox(key).decrypt(bytes.fromhex(sealed))
    except (exceptions.CryptoError, exceptions.ValueError, ValueError):
        return None
    kept: dict[str, object] = json.loads(plain)
    return kept if _until(kept) > moment.real_now() else None


def _until(kept: dict[str, object]) -> datetime:
    stamp = float(str(kept["until"]))
    return datetime.fromtimestamp(stamp, moment.real_now().tzinfo)


def opened_of(request: HttpRequest, office: Office) -> OpenedKey | None:
    """Return the key of an office if this browser and account have it open.

    A key that was changed since, or whose copy was withdrawn, is no longer open.
    """
    kept = _kept(request)
    account = str(request.user.pk)
    if kept is None or kept["office"] != office.pk or kept["account"] != account:
        return None
    pairs = kept["pairs"]
    held = holders_of(office).filter(holder__user_id=int(account)).first()
    if held is None or not isinstance(pairs, dict):
        return None
    if str(held.key.version) not in pairs:
        return None
    return OpenedKey(
        office_id=office.pk,
        account_id=account,
        pairs={
            int(version): sealing.pair_of(sealing.PrivateKey(bytes.fromhex(private)))
            for version, private in pairs.items()
        },
    )


def closes_in(request: HttpRequest) -> timedelta | None:
    """Return after how long the open key closes by itself, `None` if none is open."""
    kept = _kept(request)
    return _until(kept) - moment.real_now() if kept else None


def forget(request: HttpRequest, response: HttpResponse) -> None:
    """Close the key now."""
    request.session.pop(_SESSION, None)
    response.delete_cookie(COOKIE, path=_PATH, samesite="Strict")

"""Sign-in: accounts are opened by an administrator, second steps are sealed."""

import base64

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from netra.records.access import seal, unseal
from netra.web.limits import client_address


class ClosedSignupAdapter(DefaultAccountAdapter):  # type: ignore[misc] # untyped package
    """Sign-in without sign-up and without mails."""

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address the limits count by."""
        return client_address(request)

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 # allauth
        """Refuse every sign-up."""
        return False


class SealedMfaAdapter(DefaultMFAAdapter):  # type: ignore[misc] # untyped package
    """Secrets of the second step lie in the database as ciphertext."""

    def encrypt(self, text: str) -> str:
        """Return the text under seal, in base 64."""
        return base64.b64encode(seal(text)).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """Return the text under the seal.

        Raises:
            SealError: wrong key or altered bytes.
        """
        return unseal(base64.b64decode(encrypted_text))


def typed_username(
    request: HttpRequest, credentials: dict[str, str] | None = None
) -> str:
    """Return the user name a sign-in is for, by which the lock-out counts."""
    name = (credentials or {}).get("username") or request.POST.get("login", "")
    return name.strip().lower()


def forgotten_password(request: HttpRequest) -> HttpResponse:
    """Say who gives a new password; Netra sends none by mail."""
    return render(request, "account/password_reset.html")

"""Accounts are opened by an administrator; nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class ClosedSignupAdapter(DefaultAccountAdapter):  # type: ignore[misc] # untyped package
    """Sign-in without sign-up and without mails."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 # allauth
        """Refuse every sign-up."""
        return False


def forgotten_password(request: HttpRequest) -> HttpResponse:
    """Say who gives a new password; Netra sends none by mail."""
    return render(request, "account/password_reset.html")

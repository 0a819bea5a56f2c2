"""Minutes that are open, and a session of the officer who takes them."""

from pathlib import Path

from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests import clarifying, people
from tests.minutes.killing import Place


def begin(data: Path) -> Place:
    """Begin a hearing in the database of this process, by the real actions.

    Args:
        data: Folder in which the server will find that database.
    """
    cast = people.make_cast()
    case = people.case_on(cast, "study")
    minutes = clarifying.begun(clarifying.planned(case, cast), cast)
    client = Client()
    client.force_login(
        cast.budi, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return Place(
        data=data,
        session=client.cookies[settings.SESSION_COOKIE_NAME].value,
        path=reverse("clarification_minutes", args=[minutes.clarification.pk]),
        minutes=minutes.pk,
    )

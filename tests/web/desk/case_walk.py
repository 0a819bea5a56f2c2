"""What the tests of the case pages share: who signs in, what is posted, what is read."""

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from netra.records.cases.models import Case, Study
from tests.people import Cast


def text_of(response: HttpResponse) -> str:
    """Return the page as text."""
    return response.content.decode()


def as_(client: Client, cast: Cast, name: str) -> Client:
    """Sign somebody of the cast in."""
    client.force_login(cast.everybody()[name])
    return client


def get(client: Client, case: Case, route: str, *more: int, query: str = ""):
    """Open a page of a case."""
    return client.get(reverse(route, args=[case.pk, *more]) + query)


def post(client: Client, case: Case, route: str, *more: int, **sent: object):
    """Send a form of a case."""
    return client.post(reverse(route, args=[case.pk, *more]), sent)


def seen(case: Case) -> str:
    """Return the mark of the study a writer begins from now."""
    study = case.studies.order_by("-version").first()
    return f"{study.version}@{study.saved_at.isoformat()}" if study else ""


def texts(words: str = "DATA CONTOH. Ditulis.") -> dict[str, str]:
    """Return a text for every part of a study."""
    return dict.fromkeys(Study.PARTS, words)

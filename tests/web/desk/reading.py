"""How the tests of the desk read pages and send forms."""

from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from netra.records.accounts.queries import PUBLIC
from netra.records.evidence.actions import receive_blob
from netra.records.reports import actions, road
from netra.records.reports.actions.checking import items_of
from netra.records.reports.models import Exhibit
from tests.people import at

NOW = at("2024-11-01 10:00")
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00"
    b"\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00"
    b"\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
)
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


class Reader:
    """Somebody who reads and acts in the browser."""

    def __init__(self, client, user) -> None:
        client.force_login(user)
        self.client = client

    def get(self, name, pk=None, **query):
        return self.client.get(reverse(name, args=[pk] if pk else []), query)

    def post(self, name, pk, **data):
        return self.client.post(reverse(name, args=[pk]), data)


def text_of(answer) -> str:
    return answer.content.decode()


def answers(report, *missing: str, **more: str) -> dict[str, str]:
    """Answer every requirement as the form sends it."""
    items = items_of(road.procedure_of(report))
    given = {f"item-{i.key}": "belum" if i.key in missing else "ada" for i in items}
    return {**given, **more}


def exhibit_of(report, content=PNG, kind=Exhibit.Kind.EVIDENCE, name="foto.png"):
    return actions.add_exhibit(
        report=report,
        blob=receive_blob(chunks=[content], at=NOW),
        kind=kind,
        name=name,
        actor=PUBLIC,
        at=NOW,
    )


def queries_of(act: Callable[[], object]) -> int:
    """Return how many queries an act costs, once caches are warm."""
    act()
    with CaptureQueriesContext(
        connection,
    ) as captured:
        act()
    return len(captured)

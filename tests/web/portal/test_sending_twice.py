"""Two presses of the button at once make one report."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from netra.records.documents.later import issue_receipt_later
from netra.records.reports.models import Report
from netra.web.portal import drafts
from tests import people
from tests.web.portal import walking


def press(cookie: str) -> str:
    """Send the report from a connection of its own; return where it leads."""
    client = Client()
    client.cookies[drafts.COOKIE] = cookie
    try:
        return walking.send(client)["Location"]
    finally:
        connection.close()


def draw(report_id: int) -> int:
    """Draw the receipt as the worker does, from a connection of its own."""
    try:
        issue_receipt_later(report_id)
        paper = Report.objects.get(pk=report_id).papers.get(kind="receipt")
        return paper.pk
    finally:
        connection.close()


@pytest.mark.usefixtures("committed")
def test_two_presses_at_once_lead_to_the_same_receipt(client: Client, clock) -> None:
    clock.set(walking.NOW)
    people.make_cast()
    walking.tell(client)
    cookie = client.cookies[drafts.COOKIE].value
    with ThreadPoolExecutor(2) as presses:
        places = list(presses.map(press, [cookie, cookie]))
    assert places == ["/lapor/terkirim/"] * 2
    report = Report.objects.get()
    with ThreadPoolExecutor(2) as drawing:
        drawn = [drawing.submit(draw, report.pk) for _ in range(2)]
        assert len({one.result() for one in drawn}) == 1
    assert report.papers.filter(kind="receipt").count() == 1
    assert drafts.read(drafts.ReportDraft.objects.get()).code

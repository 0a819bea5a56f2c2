"""Sending, discarding and forgetting what lies behind the cookie of a device."""

import json
from datetime import datetime

from django.db import transaction

from netra.domain.access import Actor
from netra.records.contests.models import Contest
from netra.records.reports.actions.arriving import hand_in_report
from netra.records.reports.content import ReportContent
from netra.records.reports.models import Report, ReportDraft


@transaction.atomic
def send_draft(
    *,
    draft: ReportDraft,
    content: ReportContent,
    contest: Contest | None,
    actor: Actor,
    at: datetime,
) -> Report:
    """Hand in a draft and leave only the code in it, sealed, for the receipt page.

    What was typed is in the report from now on and nowhere else.

    Args:
        draft: Handed in once; its files become exhibits.
        content: Validated by the forms.
        contest: The contest meant, or `None` for the newest one of the place.
        actor: The public.
        at: Moment of arrival.

    Raises:
        ReportError: as `hand_in_report`; nothing was written.
    """
    report, code = hand_in_report(
        draft=draft, content=content, contest=contest, actor=actor, at=at
    )
    receipt = json.dumps({"code": code})
    ReportDraft.objects.filter(pk=draft.pk).update(content=receipt)
    return report


def discard_draft(*, draft: ReportDraft) -> bool:
    """Erase an unsent draft with its files; say whether it was there to erase."""
    unsent = ReportDraft.objects.filter(pk=draft.pk, handed_in_at__isnull=True)
    deleted, _rows = unsent.delete()
    return bool(deleted)


def forget_code(*, draft: ReportDraft) -> None:
    """Erase the code that the receipt page showed; the report stays."""
    sent = ReportDraft.objects.filter(pk=draft.pk, handed_in_at__isnull=False)
    sent.update(content="")

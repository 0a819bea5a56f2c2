"""Sending, discarding and forgetting what lies behind the cookie of a device."""

import json
from datetime import datetime

from django.db import transaction

from netra.domain.access import Actor
from netra.records.contests.models import Contest
from netra.records.evidence.arriving import abandon_all
from netra.records.reports.actions.arriving import hand_in_report
from netra.records.reports.content import ReportContent
from netra.records.reports.devices import next_turn, sent_drafts, unsent_drafts
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
    transaction.on_commit(lambda: _give_up_uploads(draft.upload_target))
    return report


def _give_up_uploads(target: str) -> None:
    """Erase what was still under way; whoever sends it can add it by the code."""
    abandon_all(target=target)


def choose_draft(*, draft: ReportDraft) -> None:
    """Let this be the draft of its device that is gone on with."""
    turn = next_turn(draft.device)
    ReportDraft.objects.filter(pk=draft.pk).update(turn=turn)


def discard_draft(*, draft: ReportDraft) -> bool:
    """Erase an unsent draft; say whether it was there to erase.

    What was typed goes at once, files under way too; the bytes of files that had
    arrived go with the next daily sweep, unless somebody else handed in the same.
    """
    unsent = ReportDraft.objects.filter(pk=draft.pk, handed_in_at__isnull=True)
    deleted, _rows = unsent.delete()
    if deleted:
        abandon_all(target=draft.upload_target)
    return bool(deleted)


def forget_device(*, device: str) -> int:
    """Erase every unsent draft of a device and the way to what it has sent.

    Reports that were handed in stay; from this device nothing leads to them any more.
    Return how many drafts were erased.
    """
    erased = sum(discard_draft(draft=draft) for draft in unsent_drafts(device))
    for draft in sent_drafts(device):
        forget_code(draft=draft)
    return erased


def forget_code(*, draft: ReportDraft) -> None:
    """Erase the code that the receipt page showed, and the way to it."""
    sent = ReportDraft.objects.filter(pk=draft.pk, handed_in_at__isnull=False)
    sent.update(content="", device="")

"""Rows of what was told, what was answered, and who was cleared."""

from netra.records.notices.models.clearance import Clearance, SealedOpening
from netra.records.notices.models.notice import Notice
from netra.records.notices.models.reply import Reply, ReplyFile, ReplyInvitation

__all__ = [
    "Clearance",
    "Notice",
    "Reply",
    "ReplyFile",
    "ReplyInvitation",
    "SealedOpening",
]

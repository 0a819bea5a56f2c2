"""Every write of notices, replies and clearances."""

from netra.records.notices.actions.clearing import (
    clear_person,
    lift_clearance,
    open_sealed,
)
from netra.records.notices.actions.replying import (
    answer_by_code,
    invite_reply,
    record_reply,
    withdraw_reply_invitation,
)
from netra.records.notices.actions.telling import (
    prepare_notice,
    record_delivery,
    send_notice,
    withdraw_notice,
)

__all__ = [
    "answer_by_code",
    "clear_person",
    "invite_reply",
    "lift_clearance",
    "open_sealed",
    "prepare_notice",
    "record_delivery",
    "record_reply",
    "send_notice",
    "withdraw_notice",
    "withdraw_reply_invitation",
]

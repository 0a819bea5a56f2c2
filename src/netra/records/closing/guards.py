"""What the database refuses about tasks and closed files."""

from netra.records.ledger.guards import Guard

_STILL_OPEN = """(
    EXISTS (SELECT 1 FROM cases_case c WHERE c.id = NEW.case_id AND c.step <> 'end')
    OR EXISTS (SELECT 1 FROM cases_plenary p
               WHERE p.case_id = NEW.case_id AND p.closed_at IS NULL)
    OR EXISTS (SELECT 1 FROM closing_task t WHERE t.case_id = NEW.case_id
               AND t.done_at IS NULL AND t.dropped_at IS NULL)
    OR EXISTS (SELECT 1 FROM clarifications_clarification k
               WHERE k.case_id = NEW.case_id AND k.state IN ('planned', 'open', 'read'))
    OR EXISTS (SELECT 1 FROM notices_notice n WHERE n.case_id = NEW.case_id
               AND n.sent_at IS NULL AND n.withdrawn_at IS NULL)
    OR EXISTS (SELECT 1 FROM referrals_referral r WHERE r.case_id = NEW.case_id
               AND NOT EXISTS (SELECT 1 FROM documents_issuedpaper d
                               WHERE d.referral_id = r.id
                               AND d.kind = 'referral_letter'))
)"""
_CLOSED = """EXISTS (SELECT 1 FROM closing_closure f
                     WHERE f.case_id = {case} AND f.reopened_at IS NULL)"""

GUARDS = (
    Guard(
        name="closing_nothing_open",
        table="closing_closure",
        event="INSERT",
        refused_when=_STILL_OPEN,
        message="something of the case is still open",
    ),
    Guard(
        name="closing_no_new_task",
        table="closing_task",
        event="INSERT",
        refused_when=_CLOSED.format(case="NEW.case_id"),
        message="the file of the case is closed",
    ),
    Guard(
        name="closing_no_task_taken_up",
        table="closing_task",
        event="UPDATE",
        refused_when=_CLOSED.format(case="NEW.case_id"),
        message="the file of the case is closed",
    ),
    Guard(
        name="closing_no_further_step",
        table="cases_case",
        event="UPDATE OF step",
        refused_when=f"NEW.step <> OLD.step AND {_CLOSED.format(case='NEW.id')}",
        message="the file of the case is closed",
    ),
)
"""Nothing open is closed, and what is closed stands still."""

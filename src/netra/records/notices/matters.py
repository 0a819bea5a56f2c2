"""What a notice is about: a case, or a report that never became one."""

from datetime import date, datetime

from netra.domain.access import Action, Actor
from netra.domain.law import zone_of
from netra.records.access import require_for
from netra.records.accounts.models import Office
from netra.records.accounts.numbering import next_number
from netra.records.cases.models import Case
from netra.records.cases.standing import require_on
from netra.records.notices.models import Notice
from netra.records.reports.models import Report

Matter = Case | Report
_PLAIN_NUMBER = "{seq:03}/PEMBERITAHUAN/{region_code}/{month_roman}/{year}"


def require_of(matter: Matter, action: Action, actor: Actor) -> None:
    """Refuse what the table or a tie does not allow on this matter.

    Raises:
        NotAllowedError: the actor does not do this for the office of the matter.
        TiedError: the actor is tied to a party.
    """
    if isinstance(matter, Case):
        require_on(matter, action, actor)
    else:
        require_for(actor, action, matter, matter.region)


def matter_of(notice: Notice) -> Matter:
    """Return the case or report a notice is about."""
    matter = notice.case or notice.report
    if matter is None:
        raise LookupError("a notice has a matter")  # held by notice_has_one_matter
    return matter


def local_day(matter: Matter, at: datetime) -> date:
    """Return the local day at the place of the matter."""
    return at.astimezone(zone_of(matter.place_region)).date()


def notice_number(office: Office, on: date) -> str:
    """Return the next number of the office's notices; runs inside the act."""
    return next_number(office, "notice", on, template=_PLAIN_NUMBER, fields={})


def report_of(matter: Matter) -> Report | None:
    """Return the report behind a matter, `None` behind a finding."""
    return matter.report if isinstance(matter, Case) else matter

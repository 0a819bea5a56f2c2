"""Rows of a report: what was told, by whom, about whom, and what the office did."""

from netra.records.reports.models.arriving import DraftFile, ReportDraft
from netra.records.reports.models.attorney import Attorney
from netra.records.reports.models.following import ReportFeed, ReportMail
from netra.records.reports.models.people import Reporter, Respondent, Witness
from netra.records.reports.models.reception import (
    CounterEntry,
    CounterReception,
    ReceptionChoice,
)
from netra.records.reports.models.report import Report, ReportEvent
from netra.records.reports.models.work import (
    CheckResult,
    Exhibit,
    HandedIn,
    IdentityOpening,
)

__all__ = [
    "Attorney",
    "CheckResult",
    "CounterEntry",
    "CounterReception",
    "DraftFile",
    "Exhibit",
    "HandedIn",
    "IdentityOpening",
    "ReceptionChoice",
    "Report",
    "ReportDraft",
    "ReportEvent",
    "ReportFeed",
    "ReportMail",
    "Reporter",
    "Respondent",
    "Witness",
]

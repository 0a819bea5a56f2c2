"""What a reporter hands in, as one value."""

from dataclasses import dataclass, field
from datetime import date

from netra.records.reports.models import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonContent:
    """A respondent or witness as the reporter names them; only the name is needed."""

    name: str
    address: str = ""
    phone: str = ""
    workplace: str = ""
    post: str = ""
    employment_class: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterContent:
    """The reporter, by the fields of the report form."""

    name: str
    birth_place: str = ""
    birth_on: str = ""
    sex: str = ""
    occupation: str = ""
    nationality: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttorneyContent:
    """Who acts for the reporter, and the day of the power of attorney if known."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""
    power_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContent:
    """Everything a report states.

    `happened_on` is `None` when the reporter does not know the day; `place_region` is
    the code of a sub-district or regency.
    """

    known_on: date
    happened_on: date | None
    happened_time: str
    place_region: str
    place: str
    event: str
    account: str
    links: str
    reporter: ReporterContent
    respondents: tuple[PersonContent, ...]
    witnesses: tuple[PersonContent, ...] = field(default=())
    via: Report.Via = Report.Via.WEB
    attorney: AttorneyContent | None = None

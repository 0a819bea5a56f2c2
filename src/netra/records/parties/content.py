"""What is told of somebody in a case, as one value."""

from dataclasses import dataclass

from netra.records.parties.models import Party
from netra.records.reports.models import Witness


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyContent:
    """A witness, an expert or another person; only the name is needed.

    `witness` is the row of a report that names the same person.
    """

    kind: Party.Kind
    source: Party.Source
    name: str
    address: str = ""
    phone: str = ""
    occupation: str = ""
    expertise: str = ""
    knows: str = ""
    witness: Witness | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RespondentContent:
    """A respondent: a name, or marks of somebody not known yet."""

    name: str = ""
    marks: str = ""
    address: str = ""
    phone: str = ""
    workplace: str = ""
    post: str = ""
    employment_class: str = ""
    holds_office: bool | None = None

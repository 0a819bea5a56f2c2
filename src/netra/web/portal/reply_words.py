"""What a respondent reads of the allegation: act, day, place and norm, and no name."""

from dataclasses import dataclass
from datetime import date

from netra.domain.law import Status, citations_on
from netra.records.law.queries import law
from netra.records.notices.models import ReplyInvitation
from netra.records.regions.queries import name_of

__all__ = ["GeneralAllegation", "alleged_in_general"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneralAllegation:
    """One allegation in the words of the law; the place is the region."""

    act: str
    act_on: date
    place: str
    articles: tuple[str, ...]
    status: Status


def alleged_in_general(row: ReplyInvitation) -> list[GeneralAllegation]:
    """Return what is alleged against whom the invitation is for, by law data alone.

    Nothing that a reporter, witness or officer has typed is shown.
    """
    case = row.case
    kind = law().procedure(case.procedure).election_kind
    found = []
    for one in case.allegations.filter(respondent=row.respondent_id):
        norm = law().violation(one.norm)
        cited = citations_on(law(), norm, one.act_on, kind)
        found.append(
            GeneralAllegation(
                act=norm.title,
                act_on=one.act_on,
                place=name_of(case.place_region),
                articles=tuple(cited),
                status=norm.status,
            )
        )
    return found

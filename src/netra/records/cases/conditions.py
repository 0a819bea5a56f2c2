"""The conditions a procedure may name, answered for a case.

The data of a procedure says which of them a step needs; how each is answered stands
here once. `register_condition` lets a room above answer one of its own.
"""

from collections.abc import Callable, Iterable, Mapping

from netra.domain.law import Condition
from netra.records.cases.models import Case, Plenary, Study, StudyReturn

Answer = Callable[[Case], bool]

_ANSWERS: dict[str, Answer] = {}


def register_condition(key: str, answer: Answer) -> None:
    """Name the function that answers a condition; registering again replaces."""
    _ANSWERS[key] = answer


def known_conditions() -> frozenset[str]:
    """Return the keys that are answered; a test holds the data to them."""
    return frozenset(_ANSWERS)


def facts_of(case: Case, needs: Iterable[Condition]) -> Mapping[str, bool]:
    """Answer the conditions of a step; one that nobody answers stays open."""
    return {
        need.key: _ANSWERS[need.key](case) for need in needs if need.key in _ANSWERS
    }


def newest_study(case: Case) -> Study | None:
    """Return the newest version of the study."""
    return case.studies.order_by("-version").first()


def open_plenary(case: Case) -> Plenary | None:
    """Return the plenary that is open, if one is."""
    return case.plenaries.filter(closed_at__isnull=True).first()


def _study_text(case: Case) -> bool:
    study = newest_study(case)
    return study is not None and study.is_full


def _allegation_for_every_respondent(case: Case) -> bool:
    respondents = set(case.respondents.values_list("pk", flat=True))
    alleged = set(case.allegations.values_list("respondent_id", flat=True))
    return bool(respondents) and respondents <= alleged


def _study_approved(case: Case) -> bool:
    study = newest_study(case)
    return (
        study is not None
        and study.submitted_at is not None
        and not StudyReturn.objects.filter(study=study).exists()
        and study.approvals.exclude(approver=study.author).exists()
    )


def _quorum_met(case: Case) -> bool:
    plenary = open_plenary(case)
    return plenary is not None and plenary.attendance.count() >= plenary.quorum


def _every_respondent_voted(case: Case) -> bool:
    plenary = open_plenary(case)
    if plenary is None:
        return False
    people = set(case.respondents.values_list("pk", flat=True))
    needed = plenary.attendance.count() * len(people)
    return needed > 0 and plenary.votes.filter(respondent__in=people).count() == needed


register_condition("study_text", _study_text)
register_condition("allegation_for_every_respondent", _allegation_for_every_respondent)
register_condition("study_approved", _study_approved)
register_condition("quorum_met", _quorum_met)
register_condition("every_respondent_voted", _every_respondent_voted)

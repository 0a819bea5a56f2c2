"""What `netra replay` compares: everything, or what belongs to one case."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor
from netra.records.access import require_untied
from netra.records.cases.models import Case
from netra.records.observations.models import Finding
from netra.records.packs.queries import letter_subjects
from netra.records.parties.subjects import event_subjects, people_subjects
from netra.records.proof.queries import proof_subjects
from netra.records.referrals.models import Referral
from netra.records.turns.queries import turn_subjects


class NoSuchCaseError(Exception):
    """No case of this number lies where the actor may check the ledger."""

    def __init__(self, number: str) -> None:
        """Name the number that was asked for."""
        super().__init__(f"no case {number!r} within reach")
        self.reader_message = _("Tidak ada perkara bernomor %(number)s.") % {
            "number": number
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayScope:
    """Region to be permitted for and subjects to compare; `None` means all."""

    region: str
    subjects: frozenset[str] | None


WHOLE = ReplayScope(region="", subjects=None)
"""The whole installation."""


def scope_of_case(number: str, actor: Actor) -> ReplayScope:
    """Return the subjects of a case: it, its origin, decisions, letters and turns.

    The origin of a finding's case is the finding, what it came from, and the people
    found; never information.

    Args:
        number: Registration number, as on the papers.
        actor: Sees only cases where it may check the ledger.

    Raises:
        NoSuchCaseError: there is none within reach.
        TiedError: the actor is tied to a party of it.
    """
    within_reach = Case.objects.visible_to(actor, Action.REPLAY_LEDGER)
    case = within_reach.filter(number=number).first()
    if case is None:
        raise NoSuchCaseError(number)
    require_untied(case, Action.REPLAY_LEDGER, actor)
    referrals = Referral.objects.filter(case=case)
    subjects = {
        case.ledger_subject,
        *_subjects_of_origin(case),
        *(plenary.ledger_subject for plenary in case.plenaries.all()),
        *(referral.ledger_subject for referral in referrals),
        *(recusal.ledger_subject for recusal in case.recusals.all()),
        *(notice.ledger_subject for notice in case.plenary_notices.all()),
        *people_subjects(case),
        *event_subjects(case),
        *proof_subjects(case),
        *turn_subjects(case),
        *letter_subjects(case),
    }
    return ReplayScope(region=case.region, subjects=frozenset(subjects))


def _subjects_of_origin(case: Case) -> set[str]:
    origin = case.origin
    if not isinstance(origin, Finding):
        return {origin.ledger_subject}
    people = {person.ledger_subject for person in case.respondents}
    return {origin.ledger_subject, origin.origin.ledger_subject, *people}

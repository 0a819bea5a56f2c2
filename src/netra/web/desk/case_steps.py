"""What is next on a case, from the procedure's data.

One table says which page ends a step of a kind, another which page fulfils a
condition. Which step follows, and what it needs, stands in the procedure alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action, Actor, RegionCode, is_allowed
from netra.domain.law import Condition, Step, StepKind
from netra.records.cases import road
from netra.records.cases.conditions import newest_study
from netra.records.cases.models import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A page that does something to a case, and what it takes to open it.

    `posts` is true where pressing the button is the act itself.
    """

    url_name: str
    label: Promise
    needs: Action
    by: Promise
    posts: bool = False


_STAFF = _("Dikerjakan petugas kantor yang menangani.")
_MEMBERS = _("Dikerjakan anggota kantor yang menangani.")

ENDING: Mapping[StepKind, Move] = {
    StepKind.CLARIFICATION: Move(
        url_name="clarifications_finish",
        label=_("Selesaikan tahap klarifikasi"),
        needs=Action.HEAR_PARTY,
        by=_STAFF,
        posts=True,
    ),
    StepKind.STUDY: Move(
        url_name="case_study_submit",
        label=_("Ajukan kajian ke pleno"),
        needs=Action.WRITE_STUDY,
        by=_STAFF,
        posts=True,
    ),
    StepKind.PLENARY: Move(
        url_name="case_close",
        label=_("Tutup pleno dan tetapkan hasil"),
        needs=Action.CLOSE_PLENARY,
        by=_MEMBERS,
    ),
    StepKind.REFERRAL: Move(
        url_name="case_refer",
        label=_("Periksa dan catat penerusan"),
        needs=Action.REFER_CASE,
        by=_STAFF,
    ),
    StepKind.STATUS_NOTICE: Move(
        url_name="case_tell",
        label=_("Catat status sudah diumumkan"),
        needs=Action.ANNOUNCE_STATUS,
        by=_STAFF,
        posts=True,
    ),
}
"""Which page ends a step; a kind that is missing here ends elsewhere, or by others."""

REMEDIES: Mapping[str, Move] = {
    "hearings_finished": Move(
        url_name="clarification_plan",
        label=_("Rencanakan klarifikasi"),
        needs=Action.HEAR_PARTY,
        by=_STAFF,
    ),
    "study_text": Move(
        url_name="case_study",
        label=_("Tulis kajian"),
        needs=Action.WRITE_STUDY,
        by=_STAFF,
    ),
    "allegation_for_every_respondent": Move(
        url_name="case_allege",
        label=_("Pilih norma"),
        needs=Action.WRITE_STUDY,
        by=_STAFF,
    ),
    "study_approved": Move(
        url_name="case_approve",
        label=_("Baca dan setujui kajian"),
        needs=Action.APPROVE_STUDY,
        by=_("Dikerjakan petugas atau anggota yang bukan penyusun kajian."),
    ),
    "quorum_met": Move(
        url_name="case_convene",
        label=_("Buka pleno"),
        needs=Action.CONVENE_PLENARY,
        by=_("Dikerjakan petugas atau anggota kantor yang menangani."),
    ),
    "every_respondent_voted": Move(
        url_name="case_vote",
        label=_("Beri suara"),
        needs=Action.VOTE,
        by=_("Dikerjakan setiap anggota yang hadir."),
    ),
    "addressee_for_every_outcome": Move(
        url_name="case_refer",
        label=_("Periksa alamat penerusan"),
        needs=Action.REFER_CASE,
        by=_STAFF,
    ),
    "own_hearing_over": Move(
        url_name="case_own_hearing",
        label=_("Buka sidang pemeriksaan"),
        needs=Action.HOLD_HEARING,
        by=_("Dikerjakan petugas atau anggota kantor yang menangani."),
    ),
}
"""Which page fulfils a condition; one that is missing here is only named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """A condition that is not fulfilled, and the page that fulfils it, if one does.

    `url` is empty when this reader may not go there.
    """

    condition: Condition
    move: Move | None
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """The panel *Langkah berikut*: where the case stands and the one main action.

    `main` is the remedy of the first blocker, or what ends the step; `is_open` tells
    whether this reader may do it; `law_key` names the step among the law's values.
    """

    step: Step | None
    blockers: tuple[Blocker, ...]
    main: Move | None
    url: str
    is_open: bool
    law_key: str

    @property
    def is_waiting(self) -> bool:
        """Whether somebody outside the office is to act."""
        return self.step is not None and self.step.waits_for != "office"


def next_step(case: Case, actor: Actor) -> NextStep:
    """Return what is next on a case for this reader."""
    step = road.step_of(case)
    blockers = tuple(_blocker(case, need, actor) for need in road.blockers_of(case))
    main = blockers[0].move if blockers else ENDING.get(step.kind) if step else None
    return NextStep(
        step=step,
        blockers=blockers,
        main=main,
        url=reverse(main.url_name, args=[case.pk]) if main else "",
        is_open=main is not None
        and is_allowed(actor, main.needs, RegionCode(case.region)),
        law_key=f"{case.procedure}.step.{step.key}" if step else "",
    )


_REVISE = Move(
    url_name="case_study",
    label=_("Perbaiki kajian"),
    needs=Action.WRITE_STUDY,
    by=_STAFF,
)


def _remedy(case: Case, need: Condition) -> Move | None:
    """Return what fulfils a condition; a study that was returned is revised first."""
    study = newest_study(case) if need.key == "study_approved" else None
    if study and (study.submitted_at is None or hasattr(study, "returned")):
        return _REVISE
    return REMEDIES.get(need.key)


def _blocker(case: Case, need: Condition, actor: Actor) -> Blocker:
    move = _remedy(case, need)
    may = move is not None and is_allowed(actor, move.needs, RegionCode(case.region))
    url = reverse(move.url_name, args=[case.pk]) if move and may else ""
    return Blocker(condition=need, move=move, url=url)

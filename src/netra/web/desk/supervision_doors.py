"""Doors of supervision: Form A, tracings, findings."""

from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk.supervision import (
    describing,
    files,
    finding_pages,
    observation_pages,
    papers,
    plenary_pages,
    proposing,
    referring,
    tracing_acts,
    tracing_pages,
)
from netra.web.routes import staff

_SEEN = "meja/pengawasan/"
_TRACED = "meja/penelusuran/"
_FOUND = "meja/temuan/"

_OBSERVATIONS = [
    staff(
        _SEEN,
        observation_pages.observations,
        name="observations",
        needs=Action.VIEW_OBSERVATION,
    ),
    staff(
        f"{_SEEN}baru/",
        observation_pages.observation_new,
        name="observation_new",
        needs=Action.WRITE_OBSERVATION,
    ),
    staff(
        f"{_SEEN}<int:pk>/",
        observation_pages.observation,
        name="observation",
        needs=Action.VIEW_OBSERVATION,
    ),
    staff(
        f"{_SEEN}<int:pk>/koreksi/",
        observation_pages.observation_correct,
        name="observation_correct",
        needs=Action.WRITE_OBSERVATION,
    ),
    staff(
        f"{_SEEN}<int:pk>/berkas/",
        tracing_acts.observation_files,
        name="observation_files",
        needs=Action.WRITE_OBSERVATION,
    ),
    staff(
        f"{_SEEN}<int:pk>/pelaku/<int:respondent>/",
        describing.observation_respondent,
        name="observation_respondent",
        needs=Action.WRITE_STUDY,
    ),
    staff(
        f"{_SEEN}<int:pk>/ajukan/",
        proposing.observation_propose,
        name="observation_propose",
        needs=Action.PROPOSE_FINDING,
    ),
    staff(
        f"{_SEEN}<int:pk>/surat/terbitkan/",
        papers.observation_issue_paper,
        name="observation_issue_paper",
        needs=Action.WRITE_OBSERVATION,
    ),
    staff(
        f"{_SEEN}surat/<int:pk>/",
        papers.observation_paper,
        name="observation_paper",
        needs=Action.VIEW_OBSERVATION,
    ),
    staff(
        "meja/berkas-pengawasan/<int:pk>/",
        files.gathered_exhibit,  # type: ignore[arg-type] # streams, as files may be large
        name="gathered_exhibit",
        needs=Action.VIEW_OBSERVATION,
    ),
]

_TRACINGS = [
    staff(_TRACED, tracing_pages.tracings, name="tracings", needs=Action.VIEW_TRACING),
    staff(
        f"{_TRACED}baru/",
        tracing_pages.tracing_new,
        name="tracing_new",
        needs=Action.TRACE,
    ),
    staff(
        f"{_TRACED}<int:pk>/",
        tracing_pages.tracing,
        name="tracing",
        needs=Action.VIEW_TRACING,
    ),
    staff(
        f"{_TRACED}<int:pk>/langkah/",
        tracing_acts.tracing_step_add,
        name="tracing_step_add",
        needs=Action.TRACE,
    ),
    staff(
        f"{_TRACED}<int:pk>/langkah/<int:step>/hasil/",
        tracing_acts.tracing_step_finish,
        name="tracing_step_finish",
        needs=Action.TRACE,
    ),
    staff(
        f"{_TRACED}<int:pk>/langkah/<int:step>/hapus/",
        tracing_acts.tracing_step_drop,
        name="tracing_step_drop",
        needs=Action.TRACE,
    ),
    staff(
        f"{_TRACED}<int:pk>/orang/",
        tracing_acts.tracing_person,
        name="tracing_person",
        needs=Action.TRACE,
    ),
    staff(
        f"{_TRACED}<int:pk>/orang/<int:respondent>/",
        describing.tracing_respondent,
        name="tracing_respondent",
        needs=Action.WRITE_STUDY,
    ),
    staff(
        f"{_TRACED}<int:pk>/berkas/",
        tracing_acts.tracing_files,
        name="tracing_files",
        needs=Action.TRACE,
    ),
    staff(
        f"{_TRACED}<int:pk>/bagi/",
        tracing_acts.tracing_assign,
        name="tracing_assign",
        needs=Action.ASSIGN_WORK,
    ),
    staff(
        f"{_TRACED}<int:pk>/surat/terbitkan/",
        papers.tracing_issue_paper,
        name="tracing_issue_paper",
        needs=Action.ISSUE_PAPER,
    ),
    staff(
        f"{_TRACED}<int:pk>/ajukan/",
        proposing.tracing_propose,
        name="tracing_propose",
        needs=Action.PROPOSE_FINDING,
    ),
    staff(
        f"{_TRACED}<int:pk>/teruskan/",
        referring.tracing_refer,
        name="tracing_refer",
        needs=Action.REFER_CASE,
    ),
    staff(
        f"{_TRACED}<int:pk>/tutup/",
        referring.tracing_close,
        name="tracing_close",
        needs=Action.TRACE,
    ),
]

_FINDINGS = [
    staff(_FOUND, finding_pages.findings, name="findings", needs=Action.VIEW_FINDING),
    staff(
        f"{_FOUND}<int:pk>/",
        finding_pages.finding,
        name="finding",
        needs=Action.VIEW_FINDING,
    ),
    staff(
        f"{_FOUND}<int:pk>/pelaku/<int:respondent>/",
        describing.finding_respondent,
        name="finding_respondent",
        needs=Action.WRITE_STUDY,
    ),
    staff(
        f"{_FOUND}<int:pk>/bagi/",
        finding_pages.finding_assign,
        name="finding_assign",
        needs=Action.ASSIGN_WORK,
    ),
    staff(
        f"{_FOUND}<int:pk>/pleno/buka/",
        plenary_pages.finding_convene,
        name="finding_convene",
        needs=Action.CONVENE_PLENARY,
    ),
    staff(
        f"{_FOUND}<int:pk>/pleno/hadir/",
        plenary_pages.finding_seats,
        name="finding_seats",
        needs=Action.CONVENE_PLENARY,
    ),
    staff(
        f"{_FOUND}<int:pk>/pleno/suara/",
        plenary_pages.finding_vote,
        name="finding_vote",
        needs=Action.VOTE,
    ),
    staff(
        f"{_FOUND}<int:pk>/pleno/tutup/",
        plenary_pages.finding_close,
        name="finding_close",
        needs=Action.CLOSE_PLENARY,
    ),
    staff(
        f"{_FOUND}<int:pk>/surat/terbitkan/",
        papers.finding_issue_paper,
        name="finding_issue_paper",
        needs=Action.ISSUE_PAPER,
    ),
    staff(
        f"{_FOUND}<int:pk>/registrasi/",
        finding_pages.finding_register,
        name="finding_register",
        needs=Action.REGISTER_FINDING,
    ),
]

DOORS: list[URLPattern] = [*_OBSERVATIONS, *_TRACINGS, *_FINDINGS]

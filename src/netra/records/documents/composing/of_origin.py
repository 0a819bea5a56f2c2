"""Papers of what supervisors did: the supervision report and the tracing report."""

from netra.domain.law import SupervisionForm, in_words, supervision_form, zone_of
from netra.records.documents import parts
from netra.records.documents.composing.heads import Issue, head_of, signatory_of
from netra.records.documents.composing.people import exhibits_of, respondent_of
from netra.records.documents.composing.places import place_of, when
from netra.records.documents.errors import PaperContentError
from netra.records.documents.supervision_papers import (
    ObservationReport,
    TracingReport,
)
from netra.records.law.queries import law
from netra.records.observations.models import Observation, Tracing

_NOTHING = "Nihil."


def observation_report(issue: Issue, row: Observation) -> ObservationReport:
    """Return the supervision report by the five parts of Form A."""
    form = supervision_form(law())
    return ObservationReport(
        head=head_of(issue),
        sections=(
            _section(form, "I", lines=_supervisor(row)),
            _section(form, "II", lines=_activity(row)),
            _section(form, "III", texts=_facts({"Uraian": row.result})),
            _suspicion(form, row),
            _section(
                form,
                "V",
                texts=_facts({"Uraian": row.dispute}),
                nothing="" if row.dispute else _NOTHING,
            ),
        ),
        exhibits=exhibits_of(row, named=True),
        corrects=row.corrects.number if row.corrects else "",
        supervisor=parts.Signatory(
            role="Pelaksana tugas", post=row.post, name=row.supervisor
        ),
    )


def _section(
    form: SupervisionForm,
    no: str,
    *,
    lines: tuple[parts.Fact, ...] = (),
    respondents: tuple[parts.Respondent, ...] = (),
    texts: tuple[parts.Fact, ...] = (),
    nothing: str = "",
) -> parts.FormSection:
    part = form.parts[no]
    return parts.FormSection(
        no=no,
        title=part.title,
        status=part.status,
        lines=lines,
        respondents=respondents,
        texts=texts,
        nothing=nothing,
    )


def _facts(pairs: dict[str, str]) -> tuple[parts.Fact, ...]:
    return tuple(parts.Fact(label=k, value=v) for k, v in pairs.items() if v.strip())


def _supervisor(row: Observation) -> tuple[parts.Fact, ...]:
    return _facts(
        {
            "Tahapan yang diawasi": row.stage,
            "Nama pelaksana tugas": row.supervisor,
            "Jabatan": row.post,
            "Nomor surat tugas": row.assignment_letter,
            "Alamat": row.address,
        }
    )


def _activity(row: Observation) -> tuple[parts.Fact, ...]:
    return _facts(
        {
            "Bentuk": row.get_activity_display().capitalize(),
            "Tujuan": row.aim,
            "Sasaran": row.target,
            "Waktu": when(row.observed_on, row.observed_time),
            "Tempat": place_of(row.place_region, row.place),
        }
    )


def _suspicion(form: SupervisionForm, row: Observation) -> parts.FormSection:
    if not row.has_suspicion:
        return _section(form, "IV", nothing=_NOTHING)
    return _section(
        form,
        "IV",
        lines=_facts(
            {
                "Peristiwa": row.event,
                "Tempat": row.event_place,
                "Waktu": when(row.happened_on, row.happened_time),
                "Saksi": row.witnesses,
                "Barang bukti": row.exhibits_text,
            }
        ),
        respondents=tuple(
            respondent_of(person, addressed=True) for person in row.respondents.all()
        ),
        texts=_facts(
            {
                "Uraian singkat": row.account,
                "Fakta dan keterangan": row.facts,
                "Analisis": row.analysis,
            }
        ),
    )


def tracing_report(issue: Issue, row: Tracing) -> TracingReport:
    """Return the report on a tracing that has ended.

    Neither who gave the information nor whom a step asked is printed: the two can be
    the same person.

    Raises:
        PaperContentError: it has not ended.
    """
    if row.ended_at is None:
        raise PaperContentError(f"tracing {row.pk} has not ended")
    zone = zone_of(row.place_region)
    reason = row.get_end_reason_display() if row.end_reason else ""
    return TracingReport(
        head=head_of(issue),
        tracing_number=row.number,
        begun_on=row.begun_at.astimezone(zone).date(),
        ended_on=row.ended_at.astimezone(zone).date(),
        due=_due(row),
        event=row.event,
        question=row.question,
        place=place_of(row.place_region, row.place),
        happened=when(row.happened_on, row.happened_time),
        steps=tuple(
            parts.TracedStep(what=step.what, done_on=step.done_on, result=step.result)
            for step in row.steps.all()
        ),
        respondents=tuple(respondent_of(person) for person in row.respondents.all()),
        exhibits=exhibits_of(row, named=False),
        end=row.get_ended_as_display().capitalize(),
        reason=str(reason).capitalize(),
        result=row.end_text,
        author=signatory_of(issue, "Petugas penelusuran"),
    )


def _due(row: Tracing) -> str:
    if row.due_on is None:
        return ""
    return f"{in_words(row.due_on)} ({row.get_due_basis_display()})"

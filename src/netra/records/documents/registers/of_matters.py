"""The books of reports, findings, cases, plenaries, referrals and issued papers."""

from collections import Counter
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.law import Paper, Procedure
from netra.records.cases import road as case_road
from netra.records.cases.models import Case, Plenary
from netra.records.documents.composing.heads import title_of
from netra.records.documents.composing.people import class_label
from netra.records.documents.models import IssuedPaper
from netra.records.documents.registers.books import Book, Line, Period
from netra.records.law.queries import law
from netra.records.observations.models import Finding
from netra.records.referrals.models import Referral
from netra.records.regions.queries import name_of
from netra.records.reports import road as report_road
from netra.records.reports.models import Report, Respondent


def _people(rows: Iterable[Respondent]) -> str:
    """Return how many respondents there are of which class; never who."""
    found = Counter(
        class_label(row.employment_class)
        if row.employment_class
        else _("orang, status belum diketahui")
        for row in rows
    )
    return ", ".join(f"{count} {label}" for label, count in sorted(found.items()))


def _outcome(procedure: Procedure, key: str) -> str:
    known = procedure.outcomes.get(key)
    return known.title if known else ""


def _case_of(row: Report | Finding) -> str:
    case: Case | None = getattr(row, "case", None)
    return case.number if case else ""


def report_lines(period: Period) -> Iterator[Line]:
    """Give one line a report that was handed in during the period."""
    rows = (
        Report.objects.filter(office=period.office, **period.within("submitted_at"))
        .select_related("case")
        .prefetch_related("respondents")
        .order_by("submitted_at", "id")
    )
    for row in rows:
        procedure, step = report_road.procedure_of(row), report_road.step_of(row)
        yield (
            row.number,
            period.day(row.submitted_at),
            row.get_via_display(),
            _people(row.respondents.all()),
            name_of(row.place_region),
            _outcome(procedure, row.alleged_kind),
            step.label_now if step else _("Selesai"),
            _case_of(row),
        )


def finding_lines(period: Period) -> Iterator[Line]:
    """Give one line a finding that was proposed during the period."""
    rows = (
        Finding.objects.filter(office=period.office, **period.within("proposed_at"))
        .select_related("case", "observation", "tracing")
        .prefetch_related("respondents")
        .order_by("proposed_at", "id")
    )
    for row in rows:
        yield (
            row.number,
            period.day(row.proposed_at),
            row.found_on.isoformat(),
            row.origin.number,
            _people(row.respondents.all()),
            name_of(row.place_region),
            row.get_state_display(),
            _case_of(row),
        )


def case_lines(period: Period) -> Iterator[Line]:
    """Give one line a case that was registered during the period."""
    rows = (
        Case.objects.filter(office=period.office, **period.within("registered_at"))
        .select_related("report", "finding")
        .prefetch_related("outcomes")
        .order_by("registered_at", "id")
    )
    for row in rows:
        procedure, step = case_road.procedure_of(row), case_road.step_of(row)
        decided = dict.fromkeys(
            _outcome(procedure, each.outcome) for each in row.outcomes.all()
        )
        yield (
            row.number,
            period.day(row.registered_at),
            row.origin.number,
            procedure.title,
            _people(row.respondents),
            step.label_now if step else _("Selesai"),
            "; ".join(decided),
        )


def plenary_lines(period: Period) -> Iterator[Line]:
    """Give one line a plenary on a case that was convened during the period."""
    rows = (
        Plenary.objects.filter(
            case__office=period.office, **period.within("convened_at")
        )
        .select_related("case")
        .prefetch_related("attendance", "case__outcomes")
        .order_by("convened_at", "id")
    )
    for row in rows:
        procedure = case_road.procedure_of(row.case)
        decided = dict.fromkeys(
            _outcome(procedure, each.outcome) for each in row.case.outcomes.all()
        )
        yield (
            row.case.number,
            period.day(row.convened_at),
            period.day(row.closed_at),
            str(len(row.attendance.all())),
            str(row.quorum),
            "; ".join(decided) if row.closed_at else _("Belum ditutup"),
        )


def referral_lines(period: Period) -> Iterator[Line]:
    """Give one line a referral that was sent during the period."""
    rows = (
        Referral.objects.filter(office=period.office, **period.within("sent_at"))
        .select_related("case", "tracing")
        .prefetch_related("respondents")
        .order_by("sent_at", "id")
    )
    known = law().authorities
    for row in rows:
        matter = row.case or row.tracing
        yield (
            row.number,
            period.day(row.sent_at),
            matter.number if matter else "",
            law().told(known[row.authority].title) if row.authority in known else "",
            row.instrument,
            _people(row.respondents.all()),
            str(len(row.copies)),
        )


def paper_lines(period: Period) -> Iterator[Line]:
    """Give one line a paper that was issued during the period."""
    rows = IssuedPaper.objects.filter(
        office=period.office,
        **period.within("issued_at"),
        format=IssuedPaper.Format.PDF,
    ).order_by("issued_at", "id")
    for row in rows:
        yield (
            row.number,
            period.day(row.issued_at),
            title_of(Paper(row.kind)),
            row.form_code,
            row.check_code,
            row.sha256[:12],
        )


_L = gettext_lazy
BOOKS = (
    Book(
        key="laporan",
        title=_L("Buku register laporan"),
        columns=(
            _L("Nomor laporan"),
            _L("Diterima"),
            _L("Cara penyampaian"),
            _L("Terlapor"),
            _L("Tempat"),
            _L("Jenis dugaan"),
            _L("Langkah"),
            _L("Nomor registrasi"),
        ),
        lines=report_lines,
        counted=6,
    ),
    Book(
        key="temuan",
        title=_L("Buku register temuan"),
        columns=(
            _L("Nomor temuan"),
            _L("Diajukan"),
            _L("Ditemukan"),
            _L("Asal"),
            _L("Terlapor"),
            _L("Tempat"),
            _L("Keadaan"),
            _L("Nomor registrasi"),
        ),
        lines=finding_lines,
        counted=6,
    ),
    Book(
        key="perkara",
        title=_L("Buku register perkara"),
        columns=(
            _L("Nomor registrasi"),
            _L("Diregistrasi"),
            _L("Asal"),
            _L("Prosedur"),
            _L("Terlapor"),
            _L("Langkah"),
            _L("Hasil"),
        ),
        lines=case_lines,
        counted=5,
    ),
    Book(
        key="pleno",
        title=_L("Buku register pleno"),
        columns=(
            _L("Nomor registrasi"),
            _L("Dibuka"),
            _L("Ditutup"),
            _L("Anggota hadir"),
            _L("Kuorum"),
            _L("Hasil"),
        ),
        lines=plenary_lines,
        counted=5,
    ),
    Book(
        key="penerusan",
        title=_L("Buku register penerusan"),
        columns=(
            _L("Nomor surat"),
            _L("Dikirim"),
            _L("Perkara atau penelusuran"),
            _L("Kepada"),
            _L("Bentuk"),
            _L("Terlapor"),
            _L("Tembusan"),
        ),
        lines=referral_lines,
        counted=3,
    ),
    Book(
        key="surat",
        title=_L("Buku surat terbit"),
        columns=(
            _L("Nomor"),
            _L("Terbit"),
            _L("Surat"),
            _L("Formulir"),
            _L("Kode periksa"),
            _L("Sidik"),
        ),
        lines=paper_lines,
        counted=2,
    ),
)

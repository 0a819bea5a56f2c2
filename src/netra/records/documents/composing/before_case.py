"""Papers of a report: receipt, notice of missing items, initial study."""

from django.conf import settings

from netra.domain.law import CheckItem, deadlines_from, zone_of
from netra.domain.receipts import Kind
from netra.records.documents import papers, parts
from netra.records.documents.composing.heads import (
    Issue,
    deadline_text,
    head_of,
    signatory_of,
)
from netra.records.documents.composing.people import exhibits_of, respondent_of
from netra.records.documents.errors import PaperContentError
from netra.records.documents.receipt_texts import signed_receipt
from netra.records.law.queries import current_calendar, law
from netra.records.regions.queries import name_of
from netra.records.reports import road
from netra.records.reports.models import CheckResult, Report
from netra.records.reports.queries import events_of, findings_of
from netra.records.reports.reception import reception_of, with_choice

_WHERE_TO_LOOK = (
    "Keadaan laporan dapat dilihat di halaman Cek status dengan nomor ini dan kode "
    "yang ditampilkan saat laporan terkirim."
)
_HOW_SENT = {
    Report.Via.WEB: "Melalui situs",
    Report.Via.OFFICE: "Langsung di kantor",
    Report.Via.LETTER: "Melalui surat",
    Report.Via.VOICE: "Melalui telepon atau pesan suara",
    Report.Via.SCAN: "Melalui pindaian",
}


def _window(report: Report, event: str, key: str) -> parts.DeadlineText | None:
    """Return one deadline of the report that an event started, with its argument."""
    at = events_of(report).get(event)
    if at is None:
        return None
    found = deadlines_from(
        law(),
        road.procedure_of(report),
        event,
        at,
        report.place_region,
        current_calendar(),
    )
    told = with_choice(report, found)
    return next((deadline_text(d) for d in told if d.key == key), None)


def _deadline_met_by(report: Report, met_by: str) -> parts.DeadlineText | None:
    """Return the deadline of the procedure that this event ends."""
    for term in road.procedure_of(report).deadlines.values():
        if term.met_by == met_by:
            return _window(report, term.event, term.key)
    return None


def receipt(issue: Issue, report: Report) -> papers.Receipt:
    """Return the receipt: what was received, when, and what follows."""
    return papers.Receipt(
        head=head_of(issue),
        report_number=report.number,
        received_at=report.submitted_at.astimezone(zone_of(report.place_region)),
        handed_in_via=_how_sent(report),
        exhibits=exhibits_of(report, named=False),
        what_next=(
            "Petugas memeriksa syarat formal dan materiel dalam kajian awal.",
            "Bila ada yang kurang, Anda diberi tahu dan diberi waktu melengkapi.",
            _WHERE_TO_LOOK,
        ),
        window=_deadline_met_by(report, "initial_study_done"),
        officer=_receiver(issue, report),
        proof=_proof(report),
    )


def _proof(report: Report) -> parts.Proof | None:
    signed = signed_receipt(report, Kind.REPORT)
    if signed is None:
        return None
    return parts.Proof(
        text=signed.text,
        key_id=signed.key_id,
        check_url=f"{settings.PUBLIC_URL}/tanda-terima/",
    )


def _how_sent(report: Report) -> str:
    """Return how it came; an attorney and late hours are told, never a name."""
    said = [_HOW_SENT[Report.Via(report.via)]]
    if hasattr(report, "attorney"):
        said.append("melalui kuasa pelapor")
    reception = reception_of(report)
    if reception is not None and reception.is_outside:
        said.append("di luar jam penerimaan")
    return ", ".join(said)


def _receiver(issue: Issue, report: Report) -> parts.Signatory | None:
    """Return who signs for the office; nobody where no officer received it."""
    if not hasattr(report, "counter_reception"):
        return None
    return signatory_of(issue, "Petugas penerima")


def missing(issue: Issue, report: Report) -> papers.MissingItems:
    """Return the notice of what is missing, with the time to complete it.

    Raises:
        PaperContentError: nothing is missing, or the procedure gives no such time.
    """
    initial = findings_of(report, CheckResult.Round.INITIAL)
    lacking = {key: row.note for key, row in initial.items() if not row.present}
    procedure = road.procedure_of(report)
    asked = (*procedure.formal_items, *procedure.material_items)
    deadline = _deadline_met_by(report, "report_completed")
    if deadline is None:
        deadline = _planned_completion(issue, report)
    return papers.MissingItems(
        head=head_of(issue),
        report_number=report.number,
        received_at=report.submitted_at.astimezone(zone_of(report.place_region)),
        items=tuple(_missing_item(i, lacking) for i in asked if i.key in lacking),
        deadline=deadline,
        ways_to_hand_in=(
            "Unggah di halaman Cek status dengan nomor dan kode laporan.",
            "Serahkan langsung di kantor pada jam penerimaan laporan.",
        ),
        consequence="Sesudah waktu itu, yang sudah diserahkan diperiksa. Bila syarat "
        "tetap belum terpenuhi, laporan tidak diregistrasi; isinya tetap disimpan dan "
        "dapat menjadi informasi awal.",
        signatory=signatory_of(issue),
    )


def _planned_completion(issue: Issue, report: Report) -> parts.DeadlineText:
    """Return the time to complete if the notice is received when it is issued."""
    procedure = road.procedure_of(report)
    for term in procedure.deadlines.values():
        if term.met_by == "report_completed":
            found = deadlines_from(
                law(),
                procedure,
                term.event,
                issue.at,
                report.place_region,
                current_calendar(),
            )
            return deadline_text(next(d for d in found if d.key == term.key))
    raise PaperContentError(f"{procedure.id} gives no time for completion")


def _missing_item(item: CheckItem, notes: dict[str, str]) -> parts.MissingItem:
    return parts.MissingItem(
        what=item.label, why=notes.get(item.key, ""), how_to_fix=item.help
    )


def initial_study(issue: Issue, report: Report) -> papers.InitialStudy:
    """Return the initial study as it was finished."""
    procedure = road.procedure_of(report)
    found = findings_of(report, CheckResult.Round.INITIAL)
    lacking = [row for row in found.values() if not row.present]
    outcome = procedure.outcomes.get(report.alleged_kind)
    return papers.InitialStudy(
        head=head_of(issue),
        report_number=report.number,
        received_at=report.submitted_at.astimezone(zone_of(report.place_region)),
        respondents=tuple(respondent_of(row) for row in report.respondents.all()),
        formal=_lines(procedure.formal_items, found),
        material=_lines(procedure.material_items, found),
        alleged_kind=outcome.title if outcome else "Belum ditentukan",
        place=f"{name_of(report.place_region)}. {report.place}".strip(". "),
        conclusion=_with_note(
            report.refusal_reason or _conclusion(len(lacking)), report.study_note
        ),
        deadline=_deadline_met_by(report, "initial_study_done"),
        author=signatory_of(issue, "Penyusun"),
    )


def _with_note(conclusion: str, note: str) -> str:
    return f"{conclusion}\n\nCatatan: {note}" if note else conclusion


def _conclusion(lacking_count: int) -> str:
    if not lacking_count:
        return "Syarat formal dan materiel terpenuhi; laporan dapat diregistrasi."
    return (
        f"{lacking_count} syarat belum terpenuhi; pelapor diberi tahu dan diberi waktu "
        "melengkapi."
    )


def _lines(
    items: tuple[CheckItem, ...], found: dict[str, CheckResult]
) -> tuple[parts.CheckItem, ...]:
    return tuple(
        parts.CheckItem(
            item=item.label,
            result=_result(found.get(item.key)),
            note=found[item.key].note if item.key in found else "",
        )
        for item in items
    )


def _result(row: CheckResult | None) -> parts.CheckResult:
    if row is None:
        return parts.CheckResult.NOT_APPLICABLE
    return parts.CheckResult.MET if row.present else parts.CheckResult.NOT_MET

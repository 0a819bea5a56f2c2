"""The form of a report, the receipt for what completed it, and forms of an office."""

from dataclasses import replace

from netra.domain.law import Paper, zone_of
from netra.records.documents import parts
from netra.records.documents.composing.heads import Issue, head_of, signatory_of
from netra.records.documents.composing.people import exhibits_of, respondent_of
from netra.records.documents.composing.places import place_of, when
from netra.records.documents.errors import OwnFormWithdrawnError, PaperContentError
from netra.records.documents.filling import filled, values_of
from netra.records.documents.form_papers import CompletionReceipt, OwnForm, ReportForm
from netra.records.documents.models import OfficeForm, OfficeFormVersion
from netra.records.documents.wording import long_moment
from netra.records.law.queries import law
from netra.records.reports import road
from netra.records.reports.models import Exhibit, Report, Reporter, Witness

_LABELS = {
    "name": "Nama",
    "birth_place": "Tempat lahir",
    "birth_on": "Tanggal lahir",
    "sex": "Jenis kelamin",
    "occupation": "Pekerjaan",
    "nationality": "Kewarganegaraan",
    "address": "Alamat",
    "phone": "Telepon",
    "email": "Surel",
}
_VIA = {
    Report.Via.WEB: "Melalui situs",
    Report.Via.OFFICE: "Langsung di kantor",
    Report.Via.LETTER: "Melalui surat",
    Report.Via.VOICE: "Melalui telepon atau pesan suara",
    Report.Via.SCAN: "Melalui pindaian",
}


def report_form(issue: Issue, report: Report) -> ReportForm:
    """Return a report by the fields of its form; the whole copy names who reported."""
    is_whole = issue.kind is Paper.REPORT_FORM_WHOLE
    witnesses = list(report.witnesses.all())
    return ReportForm(
        head=head_of(issue),
        report_number=report.number,
        is_whole=is_whole,
        identity=_identity(report.reporter) if is_whole else (),
        respondents=tuple(
            respondent_of(row, addressed=True) for row in report.respondents.all()
        ),
        event=report.event,
        place=place_of(report.place_region, report.place),
        happened=when(report.happened_on, report.happened_time),
        known_on=report.known_on,
        witness_count=len(witnesses),
        seen_by=tuple(_seen_by(row) for row in witnesses) if is_whole else (),
        exhibits=exhibits_of(report, named=False),
        account=report.account,
        links=report.links,
        reported_at=report.submitted_at.astimezone(zone_of(report.place_region)),
        reported_in=report.office.name,
        handed_in_via=_VIA[Report.Via(report.via)],
        fields_status=_fields_status(report),
        officer=signatory_of(issue, "Petugas penerima"),
    )


def _fields_status(report: Report) -> str:
    """Return how sure the list of fields is: a form with a remark is not confirmed."""
    form = law().procedure(report.procedure).form_for(Paper.REPORT_FORM)
    if form is None or form.notes:
        return "unconfirmed"
    return form.fields_status


def _facts(row: Reporter | Witness, names: tuple[str, ...]) -> tuple[parts.Fact, ...]:
    told = {_LABELS[name]: getattr(row, name) for name in names}
    return tuple(parts.Fact(label=k, value=v) for k, v in told.items() if v)


def _identity(row: Reporter) -> tuple[parts.Fact, ...]:
    return _facts(row, Reporter.FIELDS)


def _seen_by(row: Witness) -> tuple[parts.Fact, ...]:
    return _facts(row, ("name", "address", "phone"))


def completion_receipt(issue: Issue, report: Report) -> CompletionReceipt:
    """Return the receipt for what was handed in after the report.

    Raises:
        PaperContentError: nothing was handed in.
    """
    zone = zone_of(report.place_region)
    rows = list(report.handed_in.all())
    if not rows:
        raise PaperContentError(f"nothing completed report {report.pk}")
    procedure = road.procedure_of(report)
    asked = {
        item.key: item.label
        for item in (*procedure.formal_items, *procedure.material_items)
    }
    return CompletionReceipt(
        head=head_of(issue),
        report_number=report.number,
        received_at=max(row.at for row in rows).astimezone(zone),
        items=tuple(
            parts.Fact(
                label=asked.get(row.item, "Kelengkapan lain"),
                value=long_moment(row.at.astimezone(zone)),
            )
            for row in rows
        ),
        exhibits=_later_exhibits(report),
        reported_in=report.office.name,
        signatory=signatory_of(issue, "Petugas penerima"),
    )


def _later_exhibits(report: Report) -> tuple[parts.Exhibit, ...]:
    """Return the files that came after the report, with the marks of all its files."""
    shown = exhibits_of(report, named=False)
    rows: list[Exhibit] = list(report.exhibits.all())
    return tuple(
        item
        for item, row in zip(shown, rows, strict=True)
        if row.received_at > report.submitted_at
    )


def office_form(issue: Issue) -> OwnForm:
    """Return a form of the office, filled in with what its placeholders ask for.

    Raises:
        PaperContentError: the matter names no form of this office.
        OwnFormWithdrawnError: the form was withdrawn.
    """
    version = _version(issue)
    if version.form.withdrawn_at is not None:
        raise OwnFormWithdrawnError(version.form_id)
    signatory = signatory_of(issue)
    head = replace(head_of(issue), title=version.title, form=None)
    return OwnForm(
        head=head,
        own_code=version.code,
        version=version.no,
        cited=version.source,
        body=filled(version.body, values_of(issue.matter, head, signatory)),
        signatory=signatory,
    )


def _version(issue: Issue) -> OfficeFormVersion:
    room, _colon, found = issue.matter.about.partition(":")
    if room != "office_form" or not found.isdecimal():
        raise PaperContentError(f"{issue.matter.about!r} is no form of an office")
    office = issue.matter.subject.office
    form = OfficeForm.objects.filter(pk=int(found), office=office).first()
    version = form.versions.order_by("-no").first() if form else None
    if version is None:
        raise PaperContentError(f"office {office.pk} has no form {found}")
    return version

"""From the first typed word to the handed-in report."""

from datetime import date, datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from netra.domain.access import Actor
from netra.domain.law import StepKind, zone_of
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.accounts.models import Office, OfficeSetting
from netra.records.accounts.numbering import next_number
from netra.records.accounts.queries import office_for, setting_of
from netra.records.contests.models import Contest
from netra.records.contests.queries import contest_on
from netra.records.evidence.errors import FileTwiceError, TooManyFilesError
from netra.records.evidence.models import Blob
from netra.records.law.queries import law
from netra.records.ledger import actions as ledger
from netra.records.reports import road
from netra.records.reports.codes import digest_of, new_code
from netra.records.reports.content import AttorneyContent, ReportContent
from netra.records.reports.devices import DRAFTS_PER_DEVICE, next_turn, unsent_drafts
from netra.records.reports.errors import (
    ContentError,
    DraftHandedInError,
    NoOfficeError,
    TooManyDraftsError,
)
from netra.records.reports.models import (
    Attorney,
    DraftFile,
    Exhibit,
    Report,
    ReportDraft,
    Reporter,
    Respondent,
    Witness,
)


def open_draft(*, at: datetime, device: str = "") -> ReportDraft:
    """Begin a draft. Drafts are no records yet: they need no right and no entry.

    Args:
        at: Moment of the beginning.
        device: Digest of the key of the device; empty at the desk.

    Raises:
        TooManyDraftsError: the device has as many as it may have.
    """
    if device and unsent_drafts(device).count() >= DRAFTS_PER_DEVICE:
        raise TooManyDraftsError(DRAFTS_PER_DEVICE)
    return ReportDraft.objects.create(
        device=device, turn=next_turn(device), made_at=at, saved_at=at
    )


def save_draft(*, draft: ReportDraft, content: str, at: datetime) -> ReportDraft:
    """Keep what was typed.

    Raises:
        DraftHandedInError: it is a report already; nothing was written.
    """
    unsent = ReportDraft.objects.filter(pk=draft.pk, handed_in_at__isnull=True)
    if not unsent.update(content=content, saved_at=at):
        raise DraftHandedInError
    draft.content, draft.saved_at = content, at
    return draft


@transaction.atomic
def add_draft_file(
    *, draft: ReportDraft, blob: Blob, kind: Exhibit.Kind, name: str, at: datetime
) -> DraftFile:
    """Keep an uploaded file with the draft.

    Raises:
        TooManyFilesError: the draft is full.
        FileTwiceError: it holds the same bytes already.
        DraftHandedInError: it is a report already.
    """
    if draft.handed_in_at is not None:
        raise DraftHandedInError
    if draft.files.count() >= settings.UPLOADS_PER_REPORT:
        raise TooManyFilesError(settings.UPLOADS_PER_REPORT)
    try:
        with transaction.atomic():
            return DraftFile.objects.create(
                draft=draft, blob=blob, kind=kind, name=name, received_at=at
            )
    except IntegrityError as error:
        raise FileTwiceError from error


def drop_draft_file(*, draft: ReportDraft, file_id: int) -> None:
    """Take a file out of an unsent draft; the bytes stay until the store is swept."""
    if draft.handed_in_at is None:
        draft.files.filter(pk=file_id).delete()


@transaction.atomic
def hand_in_report(
    *,
    draft: ReportDraft,
    content: ReportContent,
    contest: Contest | None,
    actor: Actor,
    at: datetime,
) -> tuple[Report, str]:
    """Turn a draft into a report and give it number and code.

    Args:
        draft: Handed in once; its files become exhibits.
        content: Validated by the forms.
        contest: The contest meant, or `None` for the one that day and place suggest.
        actor: The public; an officer at the counter uses `receive_report`.
        at: Moment of arrival.

    Returns:
        The report and the code, which is kept nowhere in clear.

    Raises:
        DraftHandedInError: the draft is a report already.
        NoOfficeError: nobody handles matters of this place.
        ContentError: the content contradicts itself.
    """
    return take_in(
        draft=draft,
        content=content,
        contest=contest,
        arrived_at=at,
        actor=actor,
        at=at,
    )


def take_in(
    *,
    draft: ReportDraft,
    content: ReportContent,
    contest: Contest | None,
    arrived_at: datetime,
    actor: Actor,
    at: datetime,
) -> tuple[Report, str]:
    """Make the report of a draft; runs inside an action that asked for permission.

    Args:
        draft: Handed in once.
        content: Validated by the forms.
        contest: The contest meant, or `None`.
        arrived_at: When it truly arrived; decides procedure, number and deadlines.
        actor: Already permitted.
        at: Moment of recording.

    Raises:
        ReportError: as `hand_in_report`.
    """
    if arrived_at > at:
        raise ContentError("received_at", _("Waktu ini ada di masa depan."))
    _check_content(content, arrived_at)
    taken = ReportDraft.objects.filter(pk=draft.pk, handed_in_at__isnull=True)
    if not taken.update(handed_in_at=at):
        raise DraftHandedInError
    report, code = _create(content, contest, arrived_at)
    ReportDraft.objects.filter(pk=draft.pk).update(report=report)
    facts = _initial_facts(report) | _people_facts(report, content)
    for file in draft.files.all():
        exhibit = Exhibit.objects.create(
            report=report,
            blob_id=file.blob_id,
            kind=file.kind,
            name=file.name,
            received_at=file.received_at,
        )
        facts |= exhibit_facts(exhibit)
    road.advance(
        report,
        result="done",
        kind="report.submitted",
        actor=actor,
        at=at,
        facts=facts,
        happened_at=arrived_at,
    )
    draft.refresh_from_db()
    return report, code


def _check_content(content: ReportContent, at: datetime) -> None:
    today = at.astimezone(zone_of(content.place_region)).date()
    if content.known_on > today:
        raise ContentError("known_on", _("Tanggal ini ada di masa depan."))
    if content.happened_on and content.happened_on > content.known_on:
        raise ContentError(
            "happened_on", _("Kejadian tidak dapat lebih kemudian dari saat diketahui.")
        )
    power_on = content.attorney.power_on if content.attorney else None
    if power_on and power_on > today:
        raise ContentError("power_on", _("Tanggal ini ada di masa depan."))


def _create(
    content: ReportContent, contest: Contest | None, at: datetime
) -> tuple[Report, str]:
    office = office_for(content.place_region)
    chosen = contest or contest_on(content.place_region, content.known_on)
    if office is None or chosen is None:
        raise NoOfficeError(content.place_region)
    local_day = at.astimezone(zone_of(content.place_region)).date()
    procedure = law().procedure_for(chosen.election, local_day)
    intake = next(s for s in procedure.steps.values() if s.kind is StepKind.INTAKE)
    code = new_code()
    report = Report.objects.create(
        office=office,
        region=office.region,
        number=_pre_number(office, chosen, procedure.id, local_day),
        code_digest=digest_of(code),
        procedure=procedure.id,
        contest=chosen,
        step=intake.key,
        step_since=at,
        submitted_at=at,
        via=content.via,
        known_on=content.known_on,
        happened_on=content.happened_on,
        happened_time=content.happened_time,
        place_region=content.place_region,
        place=content.place,
        event=content.event,
        account=content.account,
        links=content.links,
    )
    Reporter.objects.create(
        report=report,
        **{name: getattr(content.reporter, name) for name in Reporter.FIELDS},
    )
    if content.attorney is not None:
        Attorney.objects.create(
            report=report,
            power_on=content.attorney.power_on,
            **{name: getattr(content.attorney, name) for name in Attorney.FIELDS},
        )
    return report, code


def _pre_number(office: Office, contest: Contest, procedure_id: str, on: date) -> str:
    template = law().procedure(procedure_id).registration_number
    own = setting_of(office, OfficeSetting.Key.PRE_NUMBER)
    given = template.pre_registration_format or template.format if template else None
    return next_number(
        office,
        "report",
        on,
        template=own or given or road.PLAIN_NUMBER,
        fields=road.number_fields(office, contest, template),
    )


def _initial_facts(report: Report) -> dict[str, Fact]:
    happened = report.happened_on.isoformat() if report.happened_on else None
    return {
        "office": str(report.office_id),
        "region": report.region,
        "number": report.number,
        "procedure": report.procedure,
        "contest": report.contest_id,
        "submitted_at": moment_text(report.submitted_at),
        "via": report.via,
        "known_on": report.known_on.isoformat(),
        "happened_on": happened,
        "place_region": report.place_region,
        "event": ledger.commit_text(report.event),
        "account": ledger.commit_text(report.account),
        "place": ledger.commit_text(report.place),
    }


def _people_facts(report: Report, content: ReportContent) -> dict[str, Fact]:
    facts: dict[str, Fact] = {
        f"reporter/{name}": ledger.commit_text(getattr(content.reporter, name))
        for name in Reporter.FIELDS
    }
    for person in content.respondents:
        row = Respondent.objects.create(
            report=report,
            name=person.name,
            address=person.address,
            phone=person.phone,
            workplace=person.workplace,
            post=person.post,
            employment_class=person.employment_class,
        )
        facts |= respondent_facts(row)
    for person in content.witnesses:
        witness = Witness.objects.create(
            report=report, name=person.name, address=person.address, phone=person.phone
        )
        facts[f"witness/{witness.pk}/name"] = ledger.commit_text(person.name)
    if content.attorney is not None:
        facts |= _attorney_facts(content.attorney)
    return facts


def _attorney_facts(attorney: AttorneyContent) -> dict[str, Fact]:
    power_on = attorney.power_on.isoformat() if attorney.power_on else None
    return {
        "attorney/power_on": power_on,
        **{
            f"attorney/{name}": ledger.commit_text(getattr(attorney, name))
            for name in Attorney.FIELDS
        },
    }


def respondent_facts(row: Respondent) -> dict[str, Fact]:
    """Return the facts about a respondent as they stand now."""
    return {
        f"respondent/{row.pk}/name": ledger.commit_text(row.name),
        f"respondent/{row.pk}/workplace": ledger.commit_text(row.workplace),
        f"respondent/{row.pk}/post": ledger.commit_text(row.post),
        f"respondent/{row.pk}/class": row.employment_class or None,
        f"respondent/{row.pk}/holds_office": row.holds_office,
        f"respondent/{row.pk}/marks": ledger.commit_text(row.marks),
    }


def exhibit_facts(exhibit: Exhibit) -> dict[str, Fact]:
    """Return the facts about an exhibit: what it is for and the hash of its bytes."""
    return {
        f"exhibit/{exhibit.pk}/kind": exhibit.kind,
        f"exhibit/{exhibit.pk}/sha256": exhibit.blob_id,
    }

"""Recording supervision on Form A, and the files it gathered."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor
from netra.domain.law import zone_of
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.access import require, require_for
from netra.records.accounts.models import Office, OfficeSetting, User
from netra.records.accounts.numbering import next_number
from netra.records.accounts.queries import setting_of
from netra.records.evidence.models import Blob
from netra.records.ledger import actions as ledger
from netra.records.observations.actions.people import enter_person, people_facts
from netra.records.observations.content import ObservationContent
from netra.records.observations.errors import ContentError, FileTwiceError
from netra.records.observations.models import GatheredExhibit, Observation, Tracing

NUMBER = "{seq:03}/LHP/PM.01.02/{region_code}/{month_roman}/{year}"
"""Shape by SE Bawaslu 15/2023; the code part differs by tier: offices settle it."""

_PEOPLE = "respondents"


@transaction.atomic
def record_observation(
    *,
    office: Office,
    content: ObservationContent,
    actor: Actor,
    at: datetime,
    corrects: Observation | None = None,
) -> Observation:
    """Keep a supervision report, also when nothing was found.

    Args:
        office: Whose supervision it was.
        content: Validated by the form.
        actor: Needs `WRITE_OBSERVATION` in the region of the office.
        at: Moment of entering.
        corrects: An earlier row of the same office that this one takes the place of.

    Raises:
        NotAllowedError: the actor records nothing for this office.
        ContentError: the days contradict each other, or the row was corrected before.
    """
    require(actor, Action.WRITE_OBSERVATION, office.region)
    _check(content, at)
    fields = {
        name: getattr(content, name)
        for name in ObservationContent.__dataclass_fields__
        if name != _PEOPLE
    }
    try:
        with transaction.atomic():
            row = Observation.objects.create(
                office=office,
                region=office.region,
                number=_number(office, content, at),
                corrects=corrects,
                entered_by=User.objects.get(pk=int(actor.account_id)),
                entered_at=at,
                **fields,
            )
    except IntegrityError as error:
        raise ContentError("corrects", _("Laporan ini sudah dikoreksi.")) from error
    people = [
        enter_person(person, region=office.region, actor=actor, at=at)
        for person in content.respondents
    ]
    row.respondents.set(people)
    ledger.append(
        "observation.recorded",
        row.ledger_subject,
        actor=actor,
        at=at,
        facts=observation_facts(row) | people_facts(people),
    )
    return row


def _check(content: ObservationContent, at: datetime) -> None:
    today = at.astimezone(zone_of(content.place_region)).date()
    if content.observed_on > today:
        raise ContentError("observed_on", _("Tanggal ini ada di masa depan."))
    if content.happened_on and content.happened_on > today:
        raise ContentError("happened_on", _("Tanggal ini ada di masa depan."))
    if content.has_suspicion and not content.event.strip():
        raise ContentError("event", _("Tulis peristiwa yang diduga pelanggaran."))
    if content.has_suspicion and not content.account.strip():
        raise ContentError("account", _("Tulis uraian singkat dugaan ini."))


def _number(office: Office, content: ObservationContent, at: datetime) -> str:
    own = setting_of(office, OfficeSetting.Key.OBSERVATION_NUMBER)
    return next_number(
        office,
        "observation",
        at.astimezone(zone_of(content.place_region)).date(),
        template=own or NUMBER,
        fields={"region_code": office.region or "00", "tier": office.tier},
    )


def observation_facts(row: Observation) -> dict[str, Fact]:
    """Return the facts about a supervision report: plain codes, committed texts."""
    happened = row.happened_on.isoformat() if row.happened_on else None
    return {
        "office": str(row.office_id),
        "region": row.region,
        "number": row.number,
        "contest": row.contest_id,
        "activity": row.activity,
        "observed_on": row.observed_on.isoformat(),
        "happened_on": happened,
        "place_region": row.place_region,
        "has_suspicion": row.has_suspicion,
        "corrects": str(row.corrects_id) if row.corrects_id else None,
        "entered_at": moment_text(row.entered_at),
        **{name: ledger.commit_text(getattr(row, name)) for name in row.TEXTS},
    }


@transaction.atomic
def gather_exhibit(
    *,
    matter: Observation | Tracing,
    blob: Blob,
    name: str,
    actor: Actor,
    at: datetime,
) -> GatheredExhibit:
    """Keep a file with the observation or tracing that gathered it.

    Raises:
        NotAllowedError: the actor gathers nothing for this office.
        FileTwiceError: it has the same bytes already.
    """
    seen = isinstance(matter, Observation)
    needs = Action.WRITE_OBSERVATION if seen else Action.TRACE
    require_for(actor, needs, matter, matter.region)
    return enter_gathered(matter=matter, blob=blob, name=name, actor=actor, at=at)


def enter_gathered(
    *,
    matter: Observation | Tracing,
    blob: Blob,
    name: str,
    actor: Actor,
    at: datetime,
) -> GatheredExhibit:
    """Enter a file that supervision gathered; runs inside an action that has asked.

    Raises:
        FileTwiceError: it has the same bytes already.
    """
    seen = isinstance(matter, Observation)
    try:
        with transaction.atomic():
            exhibit = GatheredExhibit.objects.create(
                observation=matter if isinstance(matter, Observation) else None,
                tracing=matter if isinstance(matter, Tracing) else None,
                blob=blob,
                name=name,
                received_at=at,
            )
    except IntegrityError as error:
        raise FileTwiceError from error
    ledger.append(
        "observation.exhibit_gathered" if seen else "tracing.exhibit_gathered",
        matter.ledger_subject,
        actor=actor,
        at=at,
        facts={f"exhibit/{exhibit.pk}/sha256": exhibit.blob_id},
    )
    return exhibit

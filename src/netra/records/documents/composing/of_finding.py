"""Papers of a finding: its form and the minutes of the plenary that decided on it."""

from datetime import datetime

from netra.domain.law import Paper, Status, zone_of
from netra.records.documents import parts
from netra.records.documents.composing.heads import (
    Issue,
    deadline_text,
    head_of,
    members_of,
    signatory_of,
)
from netra.records.documents.composing.people import (
    exhibits_of,
    may_be_named,
    respondent_of,
)
from netra.records.documents.composing.places import place_of, when
from netra.records.documents.errors import PaperContentError
from netra.records.documents.supervision_papers import FindingForm, FindingPlenary
from netra.records.law.queries import law
from netra.records.observations.models import Finding as FindingRow
from netra.records.observations.models import FindingPlenary as PlenaryRow
from netra.records.observations.models import FindingVote, Observation
from netra.records.observations.queries import events_of, window_of

_SET = "finding_set"
_KEPT_APART = "Tercatat dalam Formulir A dan tidak dicetak di sini"


def finding(issue: Issue, row: FindingRow) -> FindingForm:
    """Return the form of a finding that the plenary has set.

    Raises:
        PaperContentError: the plenary has not set it.
    """
    set_at = events_of(row).get(_SET)
    if set_at is None:
        raise PaperContentError(f"finding {row.pk} is not set")
    form = law().procedure(row.procedure).form_for(Paper.FINDING)
    return FindingForm(
        head=head_of(issue),
        finding_number=row.number,
        finder=_finder(row),
        respondents=tuple(
            respondent_of(person, addressed=True) for person in row.respondents.all()
        ),
        event=row.event,
        place=place_of(row.place_region, row.place),
        happened=when(row.happened_on, row.happened_time) or "Belum diketahui",
        found_on=row.found_on,
        witnesses=_witnesses(row),
        exhibits=exhibits_of(row, named=may_be_named(row)),
        account=row.account,
        origin=parts.Fact(
            label="Nomor LHP" if row.observation_id else "Nomor penelusuran",
            value=row.origin.number,
        ),
        set_on=set_at.astimezone(zone_of(row.place_region)).date(),
        late_reason=row.late_reason,
        fields_status=form.fields_status if form else Status.UNCONFIRMED,
        signatory=signatory_of(issue, "Penemu"),
    )


def _witnesses(row: FindingRow) -> str:
    noted = row.observation is not None and row.observation.witnesses
    return _KEPT_APART if noted else ""


def _finder(row: FindingRow) -> tuple[parts.Fact, ...]:
    """Return name, post and address of who found: supervisor or tracing officer."""
    origin = row.origin
    if isinstance(origin, Observation):
        found = (origin.supervisor, origin.post, origin.address)
    else:
        holder = origin.assigned_to or origin.begun_by
        found = (holder.name, "Petugas penelusuran", "")
    name, post, address = found
    return (
        parts.Fact(label="Nama", value=name),
        parts.Fact(label="Jabatan", value=post),
        parts.Fact(label="Alamat", value=address or row.office.address),
    )


def plenary(issue: Issue, row: FindingRow) -> FindingPlenary:
    """Return the minutes of the plenary that decided on a finding.

    Raises:
        PaperContentError: the plenary has not decided.
    """
    meeting = PlenaryRow.objects.filter(finding=row, closed_at__isnull=False).first()
    if meeting is None:
        raise PaperContentError(f"finding {row.pk} has no closed plenary")
    votes = list(meeting.votes.select_related("member"))
    is_set = row.state != FindingRow.State.DROPPED
    won = [vote for vote in votes if vote.agrees is is_set]
    lost = [vote for vote in votes if vote.agrees is not is_set]
    window = window_of(row)
    return FindingPlenary(
        head=head_of(issue),
        finding_number=row.number,
        event=row.event,
        found_on=row.found_on,
        convened_at=_local(row, meeting.convened_at),
        members=members_of(row.office, meeting.attendance.select_related("member")),
        quorum=f"{meeting.quorum} anggota",
        respondents=tuple(respondent_of(p) for p in row.respondents.all()),
        window=deadline_text(window) if window else None,
        late_reason=row.late_reason,
        votes=tuple(_vote(vote) for vote in votes),
        outcome="Ditetapkan sebagai temuan" if is_set else "Tidak ditetapkan",
        reasons="\n\n".join(vote.reason for vote in won),
        dissent="\n\n".join(f"{vote.member.name}: {vote.reason}" for vote in lost),
        decision=tuple(t for t in meeting.decision_text.splitlines() if t.strip()),
    )


def _local(row: FindingRow, at: datetime) -> datetime:
    return at.astimezone(zone_of(row.place_region))


def _vote(vote: FindingVote) -> parts.Vote:
    choice = "Ditetapkan" if vote.agrees else "Tidak ditetapkan"
    return parts.Vote(member=vote.member.name, choice=choice, note=vote.reason)

"""What a plenary decision says of the meeting: call, absence, recusal, dissent."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from netra.domain.law import zone_of
from netra.records.cases.models import Plenary, Recusal, Vote
from netra.records.documents import parts
from netra.records.documents.wording import long_moment


def _local(row: Plenary, at: datetime) -> str:
    return long_moment(at.astimezone(zone_of(row.case.place_region)))


def call_of(row: Plenary) -> str:
    """Return how the plenary was called, or that no call is recorded."""
    notice = getattr(row, "notice", None)
    if notice is None:
        return "Tidak ada undangan pleno yang tercatat."
    place = notice.place or "daring"
    sent, meets = _local(row, notice.sent_at), _local(row, notice.meets_at)
    agenda = notice.agenda.rstrip(". ")
    told = f"Undangan dikirim {sent} untuk {meets}, {place}. Acara: {agenda}."
    if notice.lead_hours is None:
        return f"{told} Kantor belum menetapkan jeda undangan."
    return f"{told} Jeda undangan menurut kebiasaan kantor: {notice.lead_hours} jam."


def absent_of(row: Plenary) -> tuple[parts.Fact, ...]:
    """Return the members who were not there, each with the reason."""
    rows = row.absences.select_related("member")
    return tuple(parts.Fact(label=a.member.name, value=a.reason) for a in rows)


def recused_of(row: Plenary) -> tuple[parts.Fact, ...]:
    """Return who took no part because of a tie, and who stepped in; never the tie.

    Those whose recusal stood when the plenary was closed.
    """
    until = row.closed_at or row.convened_at
    stood = Q(ended_at__isnull=True) | Q(ended_at__gt=until)
    rows = Recusal.objects.filter(stood, case=row.case, at__lte=until)
    return tuple(
        parts.Fact(label=r.officer.name, value=_stepped_in(r))
        for r in rows.select_related("officer", "replacement")
    )


def _stepped_in(recusal: Recusal) -> str:
    told = "Tidak ikut karena benturan kepentingan"
    if recusal.replacement is None:
        return f"{told}; tidak ada pengganti yang ditunjuk."
    return f"{told}; digantikan {recusal.replacement.name}."


def quorum_of(row: Plenary) -> str:
    """Return the custom, and how many of it were there without a tie."""
    told = f"{row.quorum} anggota; hadir {row.attendance.count()} anggota"
    tied = len(recused_of(row))
    if not tied:
        return told
    return f"{told}. Yang berbenturan kepentingan tidak dihitung hadir ({tied} orang)"


def dissent_of(row: Plenary, outvoted: Iterable[Vote]) -> str:
    """Return what was seen otherwise: opinions, else the reasons of those outvoted."""
    written = {d.member_id: d for d in row.dissents.select_related("member")}
    told = [f"{d.member.name}: {d.text}" for d in written.values()]
    told += [
        f"{v.member.name}: {v.reason}" for v in outvoted if v.member_id not in written
    ]
    return "\n\n".join(told)

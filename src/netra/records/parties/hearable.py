"""Everybody who can be heard in a case, by a key that stays the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from netra.records.access import revealed
from netra.records.cases.models import Case
from netra.records.parties.errors import UnknownPartyError
from netra.records.parties.models import Party
from netra.records.reports.models import Report, Respondent, Witness


class HearableKind(StrEnum):
    """In what quality somebody is heard."""

    REPORTER = "reporter"
    ATTORNEY = "attorney"
    FINDER = "finder"
    RESPONDENT = "respondent"
    WITNESS = "witness"
    EXPERT = "expert"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearable:
    """Somebody who can be heard.

    `key` never changes and is what other rooms keep; `label` names nobody; `is_sealed`
    says that the identity is opened one by one, with a reason (respondents are shown to
    whoever handles the case); `is_known` is false for a respondent described by marks
    only; `source` says in words who named them.
    """

    key: str
    kind: HearableKind
    label: str
    source: str = ""
    is_sealed: bool = True
    is_known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who somebody is; only for openings and for papers addressed to them."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""
    occupation: str = ""
    workplace: str = ""


def reports_of(case: Case) -> list[Report]:
    """Return the report of a case and those joined to it now, in that order."""
    joined = Report.objects.filter(
        joined_to__case=case, joined_to__split_at__isnull=True
    ).order_by("joined_to__id")
    return [*([case.report] if case.report else []), *joined]


def hearable(case: Case) -> tuple[Hearable, ...]:
    """Return everybody who can be heard in a case; nobody's identity is told.

    Reporters, attorneys, the finder, respondents, witnesses, experts and others, in
    that order.
    """
    return (
        *_reporters(case),
        *_finder(case),
        *_respondents(case),
        *_witnesses(case),
        *_parties(case, Party.Kind.WITNESS),
        *_parties(case, Party.Kind.EXPERT),
        *_parties(case, Party.Kind.OTHER),
    )


def hearable_of(case: Case, key: str) -> Hearable:
    """Return one person of a case by the key.

    Raises:
        UnknownPartyError: nobody who can be heard has it.
    """
    found = next((one for one in hearable(case) if one.key == key), None)
    if found is None:
        raise UnknownPartyError(key)
    return found


def label_of(case: Case, key: str) -> str:
    """Return how somebody is called without naming them, also once they are out."""
    found = next((one.label for one in hearable(case) if one.key == key), "")
    return found or _("Orang yang sudah tidak dalam perkara")


def _reporters(case: Case) -> Iterator[Hearable]:
    for number, report in enumerate(reports_of(case), start=1):
        yield Hearable(
            key=f"reporter:{report.reporter.pk}",
            kind=HearableKind.REPORTER,
            label=_("Pelapor %(number)s") % {"number": number},
            source=_("Laporan %(number)s") % {"number": report.number},
        )
        attorney = getattr(report, "attorney", None)
        if attorney is not None:
            yield Hearable(
                key=f"attorney:{attorney.pk}",
                kind=HearableKind.ATTORNEY,
                label=_("Kuasa pelapor %(number)s") % {"number": number},
                source=_("Laporan %(number)s") % {"number": report.number},
            )


def _finder(case: Case) -> Iterator[Hearable]:
    if case.finding is not None:
        yield Hearable(
            key=f"finder:{case.finding.pk}",
            kind=HearableKind.FINDER,
            label=_("Penemu"),
            source=_("Temuan %(number)s") % {"number": case.finding.number},
            is_sealed=False,
        )


def _respondents(case: Case) -> Iterator[Hearable]:
    for number, person in enumerate(case.respondents, start=1):
        yield Hearable(
            key=f"respondent:{person.pk}",
            kind=HearableKind.RESPONDENT,
            label=_("Terlapor %(number)s") % {"number": number},
            is_sealed=False,
            is_known=person.is_known,
        )


def _witnesses(case: Case) -> Iterator[Hearable]:
    """Those the reports name; joined reports count their own."""
    for place, report in enumerate(reports_of(case), start=1):
        is_joined = report.pk != case.report_id
        rows: QuerySet[Witness] = report.witnesses.only("pk")
        for number, row in enumerate(rows, start=1):
            named = {"number": number, "place": place}
            text = _("Saksi %(number)s dari pelapor %(place)s") if is_joined else ""
            yield Hearable(
                key=f"witness:{row.pk}",
                kind=HearableKind.WITNESS,
                label=(text or _("Saksi %(number)s")) % named,
                source=str(Party.Source.REPORTER.label),
            )


_KINDS = {
    Party.Kind.WITNESS: HearableKind.WITNESS,
    Party.Kind.EXPERT: HearableKind.EXPERT,
    Party.Kind.OTHER: HearableKind.OTHER,
}


def _parties(case: Case, kind: Party.Kind) -> Iterator[Hearable]:
    """Those the office named; who was dropped keeps the number but is left out."""
    rows = case.parties.filter(kind=kind, witness__isnull=True).defer(*Party.SEALED)
    first = 1
    if kind == Party.Kind.WITNESS and case.report:
        first += case.report.witnesses.count()
    words = {
        Party.Kind.WITNESS: _("Saksi %(number)s"),
        Party.Kind.EXPERT: _("Ahli %(number)s"),
        Party.Kind.OTHER: _("Pihak lain %(number)s"),
    }
    for number, row in enumerate(rows, start=first):
        if row.dropped_at is None:
            yield Hearable(
                key=row.key,
                kind=_KINDS[kind],
                label=words[kind] % {"number": number},
                source=row.get_source_display(),
            )


def identity_of(case: Case, key: str) -> Identity:
    """Return who somebody of a case is, also somebody taken out since.

    Only for papers addressed to them, and for `open_party`, which records the reason.

    Raises:
        UnknownPartyError: nobody of the case has this key.
    """
    kind, _colon, number = key.partition(":")
    finder = _IDENTITIES.get(kind)
    if finder is None or not number.isdecimal():
        raise UnknownPartyError(key)
    found = finder(case, int(number))
    if found is None:
        raise UnknownPartyError(key)
    return found


def _of_reporter(case: Case, pk: int) -> Identity | None:
    rows = (r.reporter for r in reports_of(case) if r.reporter.pk == pk)
    row = next(rows, None)
    if row is None:
        return None
    return Identity(
        name=row.name,
        address=row.address,
        phone=row.phone,
        email=row.email,
        occupation=row.occupation,
    )


def _of_attorney(case: Case, pk: int) -> Identity | None:
    for report in reports_of(case):
        row = getattr(report, "attorney", None)
        if row is not None and row.pk == pk:
            return Identity(
                name=row.name, address=row.address, phone=row.phone, email=row.email
            )
    return None


def _of_finder(case: Case, pk: int) -> Identity | None:
    finding = case.finding
    if finding is None or finding.pk != pk:
        return None
    if finding.observation is not None:
        seen = finding.observation
        return Identity(
            name=seen.supervisor, address=seen.address, occupation=seen.post
        )
    tracing = finding.tracing
    holder = (tracing.assigned_to or tracing.begun_by) if tracing else None
    return Identity(name=holder.name) if holder else None


def everybody_reported(case: Case) -> QuerySet[Respondent]:
    """Return the respondents of a case with those who are none any more."""
    if case.report_id is not None:
        return Respondent.every.filter(report=case.report_id)
    return Respondent.every.filter(findings=case.finding_id)


def _of_respondent(case: Case, pk: int) -> Identity | None:
    row = everybody_reported(case).filter(pk=pk).first()
    if row is None:
        return None
    told = str if row.standing == Respondent.Standing.NAMED else revealed
    return Identity(
        name=told(row.name),
        address=told(row.address),
        phone=told(row.phone),
        occupation=told(row.post),
        workplace=told(row.workplace),
    )


def _of_witness(case: Case, pk: int) -> Identity | None:
    own = case.parties.filter(witness=pk).order_by("-pk").first()
    if own is not None:
        return _of_row(own)
    rows = Witness.objects.filter(report__in=reports_of(case), pk=pk)
    row = rows.first()
    if row is None:
        return None
    return Identity(name=row.name, address=row.address, phone=row.phone)


def _of_party(case: Case, pk: int) -> Identity | None:
    row = case.parties.filter(pk=pk).first()
    return _of_row(row) if row else None


def _of_row(row: Party) -> Identity:
    return Identity(
        name=row.name,
        address=row.address,
        phone=row.phone,
        occupation=row.occupation,
    )


_IDENTITIES = {
    "reporter": _of_reporter,
    "attorney": _of_attorney,
    "finder": _of_finder,
    "respondent": _of_respondent,
    "witness": _of_witness,
    "party": _of_party,
}

"""Reports handed in outside the reception hours: the mark, and the day that counts.

No rule that was read says on which day such a report counts (docs/law.md, section 3).
Until an officer chooses, the true day counts.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext as _

from netra.domain.law import (
    Deadline,
    Reception,
    Stage,
    UnknownContestError,
    WorkCalendar,
    counted_from,
    hours_in_force,
    in_words,
    reception_at,
    stage_on,
    zone_label,
    zone_of,
)
from netra.records.contests.models import Contest
from netra.records.contests.queries import overrides_of
from netra.records.law.queries import current_calendar, law
from netra.records.reports import road
from netra.records.reports.models import ReceptionChoice, Report


def reception_of(
    report: Report, calendar: WorkCalendar | None = None
) -> Reception | None:
    """Return where the true moment of a report lies in the reception hours.

    Args:
        report: Of which `contest` and its stages are read.
        calendar: The current one, where a list has read it already.

    Returns:
        `None` where the procedure names no hours, or the contest is not known to it.

    Raises:
        CalendarError: no calendar is laid.
    """
    in_force = hours_in_force(law(), road.procedure_of(report))
    if in_force is None:
        return None
    try:
        return reception_at(
            in_force,
            report.submitted_at.astimezone(zone_of(report.place_region)),
            _Stages(report.contest).on,
            calendar or current_calendar(),
        )
    except UnknownContestError:
        return None


class _Stages:
    """The stages of one contest day by day; its own dates are read once."""

    def __init__(self, contest: Contest) -> None:
        self._contest = contest
        self._overrides = overrides_of(contest)

    def on(self, day: date) -> tuple[Stage, ...]:
        return stage_on(law(), self._contest.pk, day, self._overrides).stages


def choice_of(report: Report) -> ReceptionChoice | None:
    """Return the choice that holds, `None` while nobody has chosen."""
    if report.counted_at is None:
        return None
    return report.reception_choices.order_by("-pk").first()


def arrived_at(report: Report) -> datetime:
    """Return the moment from which the law counts: chosen, else the true one."""
    return report.counted_at or report.submitted_at


def with_choice(report: Report, deadlines: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Return the deadlines with the officer's choice in their argument.

    Only those that start at the arrival are touched; queries the database only where
    somebody has chosen.
    """
    choice = choice_of(report)
    if choice is None:
        return tuple(deadlines)
    note = choice_words(report, choice)
    begins = road.arrival_events(report)
    return tuple(
        counted_from(deadline, report.submitted_at, note)
        if deadline.event in begins or deadline.event_at == choice.counted_at
        else deadline
        for deadline in deadlines
    )


def arrival_words(report: Report, reception: Reception | None) -> str:
    """Return which day counts for a report outside the hours, and why; else nothing."""
    choice = choice_of(report)
    if choice is not None:
        return choice_words(report, choice)
    if reception is None or reception.is_inside:
        return ""
    return _(
        "Disampaikan di luar jam penerimaan (%(why)s). Selama petugas belum memilih, "
        "hari sebenarnya yang dihitung. Belum dikonfirmasi: aturan yang terbaca tidak "
        "mengatur hal ini."
    ) % {"why": reception.why}


def choice_words(report: Report, choice: ReceptionChoice) -> str:
    """Return what was chosen and why, as it stands in the argument of the clock."""
    zone = zone_of(report.place_region)
    counted, true = (
        choice.counted_at.astimezone(zone),
        report.submitted_at.astimezone(zone),
    )
    said = (
        _(
            "Dihitung dari hari sebenarnya, %(day)s, pilihan petugas, walau "
            "disampaikan di luar jam (%(when)s). Alasan: %(reason)s. Belum "
            "dikonfirmasi: aturan yang terbaca tidak mengatur hal ini."
        )
        if counted.date() == true.date()
        else _(
            "Dianggap diterima %(day)s, pilihan petugas, karena disampaikan di luar "
            "jam (%(when)s). Alasan: %(reason)s. Belum dikonfirmasi: aturan yang "
            "terbaca tidak mengatur hal ini."
        )
    )
    return said % {
        "day": in_words(counted.date()),
        "when": f"{in_words(true.date())} {true:%H.%M} "
        f"{zone_label(report.place_region)}",
        "reason": choice.reason.strip().rstrip("."),
    }

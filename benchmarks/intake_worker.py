"""One process of the intake benchmark: does one thing many times, tells how long.

Called as `intake_worker.py WHAT COUNT START_AT NUMBER`; prints one JSON object.
"""

import json
import os
import sys
import time
from datetime import UTC, date, datetime

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netra.site.settings")
import django

django.setup()

# Models can be imported only once Django is set up.
from django.db import connection, transaction  # noqa: E402

from netra.domain.access import Role  # noqa: E402
from netra.records.accounts.models import RoleAssignment  # noqa: E402
from netra.records.accounts.queries import PUBLIC, actor_of  # noqa: E402
from netra.records.cases.actions import register_report  # noqa: E402
from netra.records.jobs import moment  # noqa: E402
from netra.records.reports import actions as reports  # noqa: E402
from netra.records.reports.actions.checking import Finding, items_of  # noqa: E402
from netra.records.reports.content import (  # noqa: E402
    PersonContent,
    ReportContent,
    ReporterContent,
)
from netra.records.reports.models import Report  # noqa: E402
from netra.records.reports.road import procedure_of  # noqa: E402

REGION = "19.06"


def content(number: int, turn: int) -> ReportContent:
    """Return an invented report."""
    day = moment.now().date()
    return ReportContent(
        known_on=day,
        happened_on=date(day.year, day.month, 1),
        happened_time="pagi",
        place_region="19.06.01",
        place="Lapangan Contoh",
        event=f"DATA CONTOH intake {number} {turn}",
        account="DATA CONTOH. Ia berbicara di panggung kampanye. " * 8,
        links="",
        reporter=ReporterContent(name="Wati Contohwati", address="Jalan Contoh 1"),
        respondents=(PersonContent(name="Bambang Contohadi", post="staf contoh"),),
    )


def submitted(number: int, turn: int) -> Report:
    """Hand in one report, draft and all."""
    at = moment.now()
    draft = reports.open_draft(at=at)
    report, _code = reports.hand_in_report(
        draft=draft, content=content(number, turn), contest=None, actor=PUBLIC, at=at
    )
    return report


def officer() -> RoleAssignment:
    """Return an officer of the office of the region."""
    return RoleAssignment.objects.filter(
        role=Role.OFFICER.value, office__region=REGION
    ).select_related("user")[0]


def ready_to_register(number: int, count: int) -> list[Report]:
    """Return reports whose initial study was finished."""
    actor = actor_of(officer().user, moment.now())
    made = []
    for turn in range(count):
        report = submitted(number, turn)
        made.append(
            reports.finish_initial_study(
                report=report,
                findings={
                    item.key: Finding(present=True)
                    for item in items_of(procedure_of(report))
                },
                alleged_kind="other_law_asn",
                note="",
                refusal_reason="",
                actor=actor,
                at=moment.now(),
            )
        )
    return made


def main() -> None:
    """Do what was asked and tell."""
    what, count, number = sys.argv[1], int(sys.argv[2]), int(sys.argv[4])
    if what == "events":
        print(json.dumps(list(Report.objects.values_list("event", flat=True))))
        return
    make_raw_table()
    drafts = [reports.open_draft(at=moment.now()) for _ in range(count)]
    waiting = ready_to_register(number, count) if what == "register" else []
    actor = actor_of(officer().user, moment.now())

    def once(turn: int) -> None:
        if what == "raw":
            raw_commit(number, turn)
        elif what == "hand_in":
            reports.hand_in_report(
                draft=drafts[turn],
                content=content(number, turn),
                contest=None,
                actor=PUBLIC,
                at=moment.now(),
            )
        else:
            register_report(report=waiting[turn], actor=actor, at=moment.now())

    time.sleep(max(0.0, float(sys.argv[3]) - time.time()))
    seconds, begun = [], time.time()
    for turn in range(count):
        started = time.perf_counter()
        once(turn)
        seconds.append(time.perf_counter() - started)
    told = {"begun": begun, "ended": time.time(), "seconds": seconds}
    print(json.dumps(told))


def make_raw_table() -> None:
    """Make the table of raw commits once."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE IF NOT EXISTS intake_raw (who integer, turn integer, at text)"
        )


def raw_commit(number: int, turn: int) -> None:
    """Commit one row and nothing else, with the settings of the installation."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO intake_raw VALUES (%s, %s, %s)",
            [number, turn, datetime.now(UTC).isoformat()],
        )


if __name__ == "__main__":
    main()

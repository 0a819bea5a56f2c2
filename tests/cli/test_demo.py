"""The whole demonstration, made once for this module by the command (about 20 s)."""

import re
from collections import Counter
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from netra.cli.demonstration.matters import Matter, read_matters
from netra.cli.demonstration.offices import DATA
from netra.cli.demonstration.people import PASSWORD
from netra.cli.demonstration.plan import SHOWN_AT
from netra.domain.access import Role
from netra.domain.law import StepKind
from netra.records.accounts.models import Office, OutsideBody, RoleAssignment
from netra.records.accounts.queries import (
    INSTALLATION,
    actor_named,
    an_office_is_authorised,
)
from netra.records.cases import queries as case_queries
from netra.records.cases.models import (
    Allegation,
    Case,
    Dissent,
    Plenary,
    PlenaryNotice,
    Recusal,
    RespondentOutcome,
)
from netra.records.clarifications.models import Clarification
from netra.records.closing.models import Task
from netra.records.contests.loading import load_contests
from netra.records.contests.models import Contest, Side
from netra.records.correspondence.models import AgendaEntry
from netra.records.custody.queries import holders_of, open_key
from netra.records.evidence.models import Blob
from netra.records.information.models import Information
from netra.records.information.queries import (
    answers_of,
    content_of,
    information_by_code,
)
from netra.records.jobs import moment
from netra.records.law.queries import law
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from netra.records.notices.models import Clearance, Reply
from netra.records.observations.models import Finding, Observation
from netra.records.packs.models import BodyKey
from netra.records.parties.models import Party
from netra.records.proof.models import ProofTie
from netra.records.referrals.models import Hop, Referral
from netra.records.reports import queries as report_queries
from netra.records.reports.models import Report, Respondent
from netra.records.turns.models import Move, TrackEvent, Withdrawal
from tests import people

SHOWN_ON = date(2024, 10, 30)
STEPS = [
    step.key
    for step in law().procedure("pemilihan-2024").steps.values()
    if not step.side and step.kind is not StepKind.INTAKE
]
ONE_HOLDER = re.compile(
    r"\b(camat|sekcam|lurah|bupati|wali ?kota|gubernur|sekda|sekretaris daerah"
    r"|kepala (dinas|badan|kantor|puskesmas|sekolah|bagian|biro|desa|uptd?)"
    r"|direktur|rektor|kapus|kepsek|kadis|sekdis|kabid)\b",
    re.IGNORECASE,
)
REAL_PARTIES = re.compile(
    r"\b(PDIP|PDI[- ]Perjuangan|Golkar|Gerindra|NasDem|PKB|PKS|PAN|Demokrat|Perindo"
    r"|Hanura|PPP|PSI|PBB|PKN|Gelora|Garuda|Partai (?!Contoh)[A-Z]\w+)\b"
)


@pytest.fixture(scope="module")
def demonstration(django_db_setup, django_db_blocker, tmp_path_factory):
    """Make all matters without papers; yield what the command printed."""
    folder = tmp_path_factory.mktemp("demo")
    out = StringIO()
    with (
        override_settings(
            DEMO=True, EVIDENCE_DIR=folder / "evidence", PAPERS_DIR=folder / "papers"
        ),
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        load_contests(law(), actor=INSTALLATION, at=people.LAID_AT)
        call_command("demo", without_papers=True, stdout=out)
        yield out.getvalue()
        transaction.set_rollback(True)
    moment.shift.cache_clear()


def steps_taken() -> Counter:
    """Count the matters of the present procedure by the step they stand on."""
    open_reports = Report.objects.filter(procedure="pemilihan-2024", case=None)
    cases = Case.objects.filter(procedure="pemilihan-2024")
    return Counter(
        [
            *open_reports.values_list("step", flat=True),
            *cases.values_list("step", flat=True),
        ]
    )


@pytest.mark.parametrize("step", [*STEPS, "end"])
def test_every_step_of_the_road_has_a_matter(demonstration: str, step: str) -> None:
    assert steps_taken()[step] >= 1


def test_about_forty_reports_lie_in_four_offices(demonstration: str) -> None:
    regions = Counter(Report.objects.values_list("region", flat=True))
    assert 38 <= sum(regions.values()) <= 45
    assert set(regions) == {"19", "19.01", "19.06", "19.71"}
    assert regions["19.06"] > sum(regions.values()) / 2


def test_the_kept_state_is_the_replay(demonstration: str) -> None:
    assert compare().difference is None


def test_the_ledger_goes_forward_in_time(demonstration: str) -> None:
    at = list(LedgerEntry.objects.order_by("number").values_list("recorded_at"))
    assert at == sorted(at)


def test_nothing_happens_after_the_moment_shown(demonstration: str) -> None:
    newest = LedgerEntry.objects.order_by("number").last()
    assert newest is not None
    assert newest.recorded_at <= SHOWN_AT


def test_the_clock_shows_the_day_of_the_demonstration(demonstration: str) -> None:
    assert 0 <= (moment.now() - SHOWN_AT).total_seconds() < 3600


def due_on_the_day() -> list[str]:
    """Return the deadlines that fall due on the day shown."""
    found = [
        deadline
        for report in report_queries.open_reports()
        for deadline in report_queries.deadlines_of(report)
    ] + [
        deadline
        for case in case_queries.open_cases()
        for deadline in case_queries.deadlines_of(case)
    ]
    return [deadline.key for deadline in found if deadline.due_on == SHOWN_ON]


@pytest.mark.parametrize(
    "key",
    ["initial_study", "notify_incomplete", "completion", "registration", "handling"],
)
def test_a_deadline_of_each_kind_falls_due_on_the_day(
    demonstration: str, key: str
) -> None:
    assert key in due_on_the_day()


def test_an_extended_matter_falls_due_on_the_day(demonstration: str) -> None:
    assert "handling_extension" in due_on_the_day()


def test_a_completion_is_overdue(demonstration: str) -> None:
    waiting = Report.objects.filter(step="completion")
    due = [report_queries.deadlines_of(report)[0].due_on for report in waiting]
    assert min(due) < SHOWN_ON


@pytest.mark.parametrize("kind", ["pns", "pppk", "pppk_paruh_waktu", "non_asn"])
def test_every_class_of_employment_occurs(demonstration: str, kind: str) -> None:
    assert Respondent.objects.filter(employment_class=kind).exists()


@pytest.mark.parametrize("authority", ["kasn", "bkn", "agency-head", "sentra-gakkumdu"])
def test_referrals_go_where_day_class_and_outcome_send_them(
    demonstration: str, authority: str
) -> None:
    assert Referral.objects.filter(authority=authority).exists()


def test_every_addressee_is_entered_as_a_body(demonstration: str) -> None:
    entered = set(OutsideBody.objects.values_list("authority", "name"))
    sent = set(Referral.objects.values_list("authority", "addressee"))
    assert sent
    assert sent <= entered


def test_a_matter_of_the_old_procedure_is_there(demonstration: str) -> None:
    old = Report.objects.filter(procedure="pemilihan-2020")
    assert {report.submitted_at.date() < date(2024, 9, 30) for report in old} == {True}


def test_respondents_of_one_report_can_have_different_outcomes(
    demonstration: str,
) -> None:
    found: dict[int, set[str]] = {}
    for row in RespondentOutcome.objects.all():
        found.setdefault(row.case_id, set()).add(row.outcome)
    assert {"other_law_asn", "not_a_violation"} in found.values()


def test_a_norm_outside_its_phase_carries_its_reason(demonstration: str) -> None:
    row = Allegation.objects.exclude(phase_reason="").get()
    assert row.phase not in law().violation(row.norm).applies


def test_an_act_before_the_hinge_is_an_ethics_matter(demonstration: str) -> None:
    norms = Allegation.objects.filter(phase="before_candidacy", phase_reason="")
    kinds = {law().violation(row.norm).kind for row in norms}
    assert kinds == {"ethics"}


def test_a_plenary_is_open_with_some_votes_cast(demonstration: str) -> None:
    plenary = Plenary.objects.get(closed_at=None)
    assert 0 < plenary.votes.count() < plenary.attendance.count()


def test_numbers_of_an_office_run_without_gap(demonstration: str) -> None:
    for office in Office.objects.filter(reports__isnull=False).distinct():
        numbers = office.reports.order_by("id").values_list("number", flat=True)
        assert [int(n.split("/")[0]) for n in numbers] == list(
            range(1, len(numbers) + 1)
        )


def test_every_role_has_an_account(demonstration: str) -> None:
    assert set(RoleAssignment.objects.values_list("role", flat=True)) == set(Role)


@pytest.mark.parametrize("tier", Office.Tier.values)
def test_every_tier_has_an_office(demonstration: str, tier: str) -> None:
    assert Office.objects.filter(tier=tier).exists()


def test_no_office_is_authorised(demonstration: str) -> None:
    assert not an_office_is_authorised()


def test_the_command_prints_every_account_and_the_password(demonstration: str) -> None:
    names = RoleAssignment.objects.values_list("user__username", flat=True)
    assert all(f"  {name} " in demonstration for name in names)
    assert PASSWORD in demonstration


def test_every_contest_of_the_province_has_sides(demonstration: str) -> None:
    bare = Contest.objects.filter(region__startswith="19", sides=None)
    assert not bare.exists()


def test_contests_with_one_candidate_have_an_empty_box(demonstration: str) -> None:
    boxes = Side.objects.filter(kind=Side.Kind.EMPTY_BOX)
    assert set(boxes.values_list("contest_id", flat=True)) == {
        "pilkada-2024/19.01",
        "pilkada-2024/19.03",
        "pilkada-2024/19.71",
    }


def test_every_side_is_invented(demonstration: str) -> None:
    named = Side.objects.exclude(kind=Side.Kind.EMPTY_BOX)
    assert all("Contoh" in name for name in named.values_list("name", flat=True))


def test_exhibits_are_whole_pictures(demonstration: str) -> None:
    pictures = Blob.objects.filter(agenda_mails=None)
    kinds = set(pictures.values_list("media_type", "truncated"))
    assert kinds == {("image/png", False)}


# The data themselves -----------------------------------------------------------------

MATTERS = read_matters()


@pytest.mark.parametrize("matter", MATTERS, ids=lambda matter: matter.key)
def test_no_respondent_holds_an_office_of_one_person(matter: Matter) -> None:
    posts = " ".join(one.post for one in matter.respondents)
    assert ONE_HOLDER.search(posts) is None


@pytest.mark.parametrize("matter", MATTERS, ids=lambda matter: matter.key)
def test_every_workplace_is_invented(matter: Matter) -> None:
    assert all("Contoh" in one.workplace for one in matter.respondents)


@pytest.mark.parametrize("matter", MATTERS, ids=lambda matter: matter.key)
def test_every_account_says_it_is_invented(matter: Matter) -> None:
    assert matter.account.startswith("DATA CONTOH.")


@pytest.mark.parametrize("matter", MATTERS, ids=lambda matter: matter.key)
def test_no_real_party_or_ballot_number_is_named(matter: Matter) -> None:
    told = f"{matter.event} {matter.account}"
    assert REAL_PARTIES.search(told) is None
    assert re.search(r"\b(nomor|nmr|nomer) (urut )?\w", told) is None


def test_no_real_party_is_named_in_the_other_data() -> None:
    for path in DATA.glob("*.toml"):
        assert REAL_PARTIES.search(path.read_text(encoding="utf-8")) is None


def test_keys_and_names_of_reporters_occur_once() -> None:
    keys = [matter.key for matter in MATTERS]
    assert len(set(keys)) == len(keys)
    names = [matter.reporter for matter in MATTERS]
    assert len(set(names)) == len(names)


# Information and supervision ---------------------------------------------------------


def test_information_stands_in_every_state(demonstration: str) -> None:
    rows = Information.objects.all()
    states = set(rows.values_list("state", flat=True))
    assert states == set(Information.State)
    assert {"finding", "referral", "not_enough"} <= set(
        rows.values_list("ended_as", flat=True)
    )
    assert rows.filter(files__kind="derivative").exists()


def test_every_office_with_staff_holds_a_key_twice(demonstration: str) -> None:
    for office in Office.objects.filter(reports__isnull=False).distinct():
        assert holders_of(office).count() == 2


def test_the_printed_codes_open_mailboxes(demonstration: str) -> None:
    codes = re.findall(r"^  (\d{4} \d{4} \d{4} \d{4})   ", demonstration, re.MULTILINE)
    assert len(codes) == 4
    found = [information_by_code(code) for code in codes]
    assert sum(bool(answers_of(row, mailbox)) for row, mailbox in found) == 3


def test_officer_and_chair_open_what_came_in(demonstration: str) -> None:
    office = Office.objects.get(region="19.06")
    for name in ("petugas.beltim", "ketua.beltim"):
        actor = actor_named(name, SHOWN_AT)
        opened = open_key(office=office, actor=actor, phrase=PASSWORD)
        texts = [content_of(row, opened).text for row in office.information.all()]
        assert all(text.startswith("DATA CONTOH") for text in texts)


def test_both_kinds_of_finding_and_a_clean_observation_are_there(
    demonstration: str,
) -> None:
    assert Finding.objects.filter(state="set", tracing__isnull=False).exists()
    suspicions = set(Observation.objects.values_list("has_suspicion", flat=True))
    assert suspicions == {True, False}


# Turns of a case ---------------------------------------------------------------------

TURNS = {
    "heard": lambda: Clarification.objects.filter(state="finished"),
    "to be heard": lambda: Clarification.objects.filter(state="planned"),
    "proof": ProofTie.objects.all,
    "witness": lambda: Party.objects.filter(kind="witness"),
    "expert": lambda: Party.objects.filter(kind="expert"),
    "tie": lambda: Recusal.objects.filter(ended_at=None),
    "call": PlenaryNotice.objects.all,
    "dissent": Dissent.objects.all,
    "taken over": lambda: Move.objects.filter(kind="takeover"),
    "passed on": lambda: Move.objects.filter(kind="delegation").exclude(
        accepted_at=None
    ),
    "withdrawn": lambda: Withdrawal.objects.filter(goes_on="report"),
    "criminal track": lambda: TrackEvent.objects.filter(key="police_received"),
    "both tracks": lambda: Case.objects.filter(
        referrals__outcome="criminal", pk__in=_disciplinary()
    ),
    "acknowledged": lambda: Hop.objects.filter(kind="acknowledged"),
    "key of a body": lambda: BodyKey.objects.exclude(confirmed_at=None),
    "reply": Reply.objects.all,
    "cleared": Clearance.objects.all,
    "letter in": lambda: AgendaEntry.objects.filter(kind="mail", answers__case__gt=0),
    "sealed call": lambda: AgendaEntry.objects.filter(names_source=True),
    "corrected": lambda: AgendaEntry.objects.exclude(corrects=None),
    "task": Task.objects.all,
}


def _disciplinary() -> object:
    rows = Referral.objects.filter(outcome="other_law_asn", case__isnull=False)
    return rows.order_by().values("case")


@pytest.mark.parametrize("turn", TURNS)
def test_every_turn_is_taken_by_a_matter(demonstration: str, turn: str) -> None:
    assert TURNS[turn]().exists()

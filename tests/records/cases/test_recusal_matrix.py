"""No action on a case is open to who is tied to a party of it: each is tried.

The attempts are those of the refusals, of which the house guard holds that every
exported action has one. Whoever tries them here is officer and member of the office,
and tied to every case from its first moment on: only the tie can refuse.
"""

import inspect

import pytest
from django.core.management import (
    CommandError,
    call_command,
    get_commands,
    load_command_class,
)
from django.db import transaction

from netra.domain.access import Role
from netra.domain.law import Paper
from netra.records.access import TiedError
from netra.records.accounts.models import User
from netra.records.cases import actions
from netra.records.cases.actions import registering
from netra.records.cases.models import Case, Recusal
from netra.records.documents import actions as documents
from netra.records.ledger.models import LedgerEntry
from tests import people
from tests.house import sources
from tests.records.refusals import ATTEMPTS

NOT_ON_A_CASE = frozenset(
    {
        "accounts.add_person",
        "accounts.authorise_office",
        "accounts.end_role",
        "accounts.grant_role",
        "accounts.open_office",
        "accounts.replace_password",
        "accounts.settle",
        "accounts.void_number",
        "cases.register_finding",
        "cases.register_report",
        "clarifications.keep_questions",
        "contests.add_side",
        "contests.date_stage",
        "contests.open_contest",
        "documents.define_form",
        "documents.export_register",
        "documents.lay_letterhead",
        "documents.revise_form",
        "documents.withdraw_form",
        "law.add_day_off",
        "law.seed",
        "packs.confirm_body_key",
        "packs.enter_body",
        "packs.register_body_key",
        "packs.revoke_body_key",
    }
)
"""Before there is a case, or about the office; a new action is not among them."""
MAKES_THE_TIE = frozenset({"cases.declare_tie"})
"""Refused because the tie is there already, and tested beside this."""
BEFORE_A_CASE = ("custody.", "information.", "observations.", "reports.")
"""Rooms whose matters become cases; what they do to one is tried below."""


def is_on_a_case(name: str) -> bool:
    """Say whether an attempt is one on a case."""
    other = NOT_ON_A_CASE | MAKES_THE_TIE | NOT_OF_THE_CASE
    return name not in other and not name.startswith(BEFORE_A_CASE)


NOT_OF_THE_CASE: frozenset[str] = frozenset(
    {
        "documents.issue_paper",
        "documents.issue_whole_report_form",
        "documents.open_sealed_paper",
        "documents.reissue_paper",
        "referrals.refer_tracing",
    }
)
"""Tried in the refusals on a report or tracing; on a case they are tried below."""

ORIGIN_ROOMS = ("observations.", "reports.")
MATTERS = ("respondent", "finding", "tracing", "observation", "matter", "report")
NEVER_OF_CASES: frozenset[str] = frozenset()
"""What no case has yet when it is done."""

ON_A_CASE = sorted(filter(is_on_a_case, ATTEMPTS))


@pytest.fixture
def uli(cast: people.Cast, monkeypatch: pytest.MonkeyPatch) -> User:
    """Uli, officer and member of 33.74, is tied to every case that is opened."""
    below = (Role.OFFICER, cast.subdistrict)
    above = (Role.OFFICER, cast.city), (Role.MEMBER, cast.city)
    uli = people.person("Uli", *above, below)
    opened = registering._open_case

    def open_tied(*args: object, **values: object) -> Case:
        case = opened(*args, **values)
        actions.declare_tie(
            case=case,
            relation=Recusal.Relation.KIN,
            reason="DATA CONTOH. Kerabat.",
            actor=people.as_actor(uli),
            at=people.REGISTERED_AT,
        )
        return case

    monkeypatch.setattr(registering, "_open_case", open_tied)
    return uli


@pytest.mark.parametrize("name", ON_A_CASE)
def test_who_is_tied_is_refused(cast: people.Cast, uli: User, name: str) -> None:
    with pytest.raises(TiedError) as caught:
        ATTEMPTS[name](cast, people.as_actor(uli))
    assert "benturan kepentingan" in caught.value.reader_message
    own = LedgerEntry.objects.filter(actor=str(uli.pk))
    assert set(own.values_list("kind", flat=True)) == {"recusal.recorded"}


def test_the_tie_alone_refuses(cast: people.Cast) -> None:
    """Without it the same person may: the refusals above are worth something."""
    wulan = people.person("Wulan", (Role.OFFICER, cast.city), (Role.MEMBER, cast.city))
    for name in ("cases.save_study", "cases.remark_study", "cases.assign_case"):
        ATTEMPTS[name](cast, people.as_actor(wulan))


def test_every_room_above_the_cases_is_tried() -> None:
    rooms = {name.partition(".")[0] for name in ON_A_CASE}
    assert {"cases", "referrals"} <= rooms
    assert len(ON_A_CASE) > 20


def of_origins() -> dict[str, str]:
    """Return the actions that take one matter a case comes from, with its name."""
    found = {}
    for name, action in sources.actions().items():
        named = inspect.signature(action).parameters
        taken = [matter for matter in MATTERS if matter in named]
        if "actor" in named and taken and name.startswith(ORIGIN_ROOMS):
            found[name] = taken[0]
    return {name: taken for name, taken in found.items() if name not in NEVER_OF_CASES}


OF_ORIGINS = of_origins()


def test_what_a_case_came_from_is_closed_with_it(cast: people.Cast, uli: User) -> None:
    """Permission comes first in every action, so the other values are never read."""
    report = people.case_on(cast).report
    finding = people.case_of_finding(cast).finding
    traced = people.case_of_finding(cast, origin=people.tracing_on(cast)).finding
    origins = {
        "report": report,
        "respondent": report.respondents.get(),
        "finding": finding,
        "observation": finding.observation,
        "tracing": traced.tracing,
        "matter": traced.tracing,
    }
    before = LedgerEntry.objects.count()
    for name, taken in OF_ORIGINS.items():
        action = sources.actions()[name]
        values = dict.fromkeys(inspect.signature(action).parameters)
        values |= {taken: origins[taken], "at": people.WRITTEN_AT}
        with pytest.raises(TiedError), transaction.atomic():
            action(**values | {"actor": people.as_actor(uli)})
    assert len(OF_ORIGINS) > 15
    assert LedgerEntry.objects.count() == before


@pytest.mark.parametrize("kind", [Paper.REGISTRATION, Paper.STUDY, Paper.RECEIPT])
def test_no_paper_of_a_case_is_issued_by_who_is_tied(
    cast: people.Cast, uli: User, kind: Paper
) -> None:
    case = people.case_on(cast)
    for matter in ({"case": case}, {"report": case.report}):
        with pytest.raises(TiedError):
            documents.issue_paper(
                kind, **matter, actor=people.as_actor(uli), at=people.WRITTEN_AT
            )
    assert not case.papers.exists()


def test_no_issued_paper_of_a_case_is_issued_again_or_unsealed_by_who_is_tied(
    cast: people.Cast, uli: User
) -> None:
    case, budi = people.case_on(cast), people.as_actor(cast.budi)
    values = {"actor": budi, "at": people.WRITTEN_AT}
    paper = documents.issue_paper(Paper.REGISTRATION, case=case, **values)
    whole = {"report": case.report, "reason": "DATA CONTOH. Perlu."}
    sealed = documents.issue_whole_report_form(**whole, **values)
    values["actor"] = people.as_actor(uli)
    with pytest.raises(TiedError):
        documents.reissue_paper(paper=paper, **values)
    with pytest.raises(TiedError):
        documents.issue_whole_report_form(**whole, **values)
    with pytest.raises(TiedError):
        documents.open_sealed_paper(paper=sealed, reason="perlu", **values)


def test_no_command_for_an_account_reads_the_case_of_a_tie(
    cast: people.Cast, uli: User
) -> None:
    case = people.case_on(cast)
    with pytest.raises(CommandError, match="benturan kepentingan"):
        call_command("replay", "--case", case.number, "--as", uli.username)
    assert not LedgerEntry.objects.filter(kind="ledger.replayed").exists()


def test_no_other_command_takes_an_account() -> None:
    taking = []
    for name, app in get_commands().items():
        if not str(app).startswith("netra."):
            continue
        parser = load_command_class(str(app), name).create_parser("netra", name)
        options = {o for action in parser._actions for o in action.option_strings}
        if "--as" in options:
            taking.append(name)
    assert taking == ["replay"]

"""Every write takes who acts and when, by name, and Anton is refused by each."""

import inspect

import pytest

from netra.domain.law import load_law
from netra.records.cases.conditions import known_conditions
from tests.house.sources import actions
from tests.records import refusals

ACTIONS = actions()
READS = {
    "referrals.referral_facts": "gives the facts of a row",
}
WITHOUT_ACTOR = {
    "evidence.receive_blob": "bytes belong to nobody until a room takes them in",
    "information.discard_held": "a held file belongs to the page with its token",
    "information.enter_days": "the installation enters what others did on a day",
    "information.hold_file": "a held file belongs to the page with its token",
    "information.reply_from_source": "the code of the mailbox is the key; no account",
    "information.sweep": "the worker calls it for the installation",
    "information.take_held": "a held file belongs to the page with its token",
    "ledger.commit_text": "keeps a salt inside the act that has the actor",
    "ledger.erase_opening": "forgets a salt inside the act that has the actor",
    "notices.answer_by_code": "the code of the letter is the key; no account",
    "regions.load_regions": "official reference data, loaded before any account exists",
    "reports.add_draft_file": "a draft is no record yet; its cookie is the key",
    "reports.choose_draft": "the same",
    "reports.discard_draft": "the same",
    "reports.drop_draft_file": "the same",
    "reports.forget_code": "the same",
    "reports.forget_device": "the same",
    "reports.open_draft": "the same",
    "reports.save_draft": "the same",
}
WITHOUT_MOMENT = {
    "custody.change_phrase",
    "information.discard_held",
    "information.sweep",
    "information.take_held",
    "ledger.commit_text",
    "regions.load_regions",
    "reports.choose_draft",
    "reports.discard_draft",
    "reports.drop_draft_file",
    "reports.forget_code",
    "reports.forget_device",
}
POSITIONAL = {"ledger.append", "ledger.commit_text", "documents.issue_paper"}
FOR_EVERYBODY = {
    "ledger.append": "is called by the acts, which ask for permission first",
    "documents.issue_receipt": "the reporter gets the receipt at arrival",
    "reports.hand_in_report": "everybody may report",
    "reports.send_draft": "everybody may report",
}
WRITES = sorted(set(ACTIONS) - set(READS))


def test_the_rooms_have_actions() -> None:
    assert len(WRITES) > 35


@pytest.mark.parametrize("write", WRITES)
def test_an_action_takes_who_and_when_by_name(write: str) -> None:
    parameters = inspect.signature(ACTIONS[write]).parameters
    for name, excepted in (("actor", WITHOUT_ACTOR), ("at", WITHOUT_MOMENT)):
        if write in excepted:
            assert name not in parameters
        else:
            assert parameters[name].kind is inspect.Parameter.KEYWORD_ONLY
            assert parameters[name].default is inspect.Parameter.empty


@pytest.mark.parametrize("write", sorted(set(WRITES) - POSITIONAL))
def test_every_argument_of_an_action_is_named(write: str) -> None:
    parameters = inspect.signature(ACTIONS[write]).parameters.values()
    assert {p.kind for p in parameters} <= {inspect.Parameter.KEYWORD_ONLY}


def test_anton_is_refused_by_every_action() -> None:
    needed = set(WRITES) - set(WITHOUT_ACTOR) - set(FOR_EVERYBODY)
    assert set(refusals.ATTEMPTS) == needed


def test_no_exception_to_the_rules_is_left_over() -> None:
    excepted = set(READS) | set(WITHOUT_ACTOR) | WITHOUT_MOMENT | set(FOR_EVERYBODY)
    assert excepted <= set(ACTIONS)


def test_every_condition_of_the_law_data_is_answered() -> None:
    law = load_law()
    named = {
        need.key
        for procedure in law.procedures.values()
        for step in procedure.steps.values()
        for need in step.needs
    }
    assert named
    assert named <= known_conditions()

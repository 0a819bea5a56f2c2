"""Roles of people, the actions of the office, and the actor who asks."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

RegionCode = NewType("RegionCode", str)

NATION = RegionCode("")
"""Code of the whole country: every region lies beneath it."""


class Role(StrEnum):
    """What a person is in an office, from one day to another."""

    FIELD = "field"  # PKD, PTPS: village and polling-station supervisors
    OFFICER = "officer"  # staff who handle reports and cases
    MEMBER = "member"  # members who decide in plenary
    ADMINISTRATOR = "administrator"  # people, offices, settings, calendar
    AUDITOR = "auditor"  # reads what is not sealed, changes nothing


class Action(StrEnum):
    """Everything a page, a command or a worker may ask for."""

    VIEW_DESK = "view_desk"
    VIEW_REPORT = "view_report"
    STUDY_REPORT = "study_report"
    NOTIFY_REPORTER = "notify_reporter"
    RECEIVE_ITEM = "receive_item"
    REGISTER_REPORT = "register_report"
    ASSIGN_WORK = "assign_work"
    OPEN_IDENTITY = "open_identity"
    VIEW_EXHIBIT = "view_exhibit"
    VIEW_INFORMATION = "view_information"
    OPEN_INFORMATION = "open_information"
    KEEP_KEYS = "keep_keys"
    VIEW_OBSERVATION = "view_observation"
    WRITE_OBSERVATION = "write_observation"
    VIEW_TRACING = "view_tracing"
    TRACE = "trace"
    VIEW_FINDING = "view_finding"
    PROPOSE_FINDING = "propose_finding"
    REGISTER_FINDING = "register_finding"
    VIEW_CASE = "view_case"
    WRITE_STUDY = "write_study"
    APPROVE_STUDY = "approve_study"
    CONVENE_PLENARY = "convene_plenary"
    VOTE = "vote"
    CLOSE_PLENARY = "close_plenary"
    REFER_CASE = "refer_case"
    ANNOUNCE_STATUS = "announce_status"
    ISSUE_PAPER = "issue_paper"
    VIEW_PAPER = "view_paper"
    VIEW_CONTEST = "view_contest"
    EDIT_CONTEST = "edit_contest"
    VIEW_CALENDAR = "view_calendar"
    EDIT_CALENDAR = "edit_calendar"
    VIEW_PEOPLE = "view_people"
    MANAGE_PEOPLE = "manage_people"
    MANAGE_OFFICE = "manage_office"
    REPLAY_LEDGER = "replay_ledger"
    NAME_PARTY = "name_party"
    HEAR_PARTY = "hear_party"
    REVIEW_STUDY = "review_study"
    DECLARE_TIE = "declare_tie"
    RECORD_TURN = "record_turn"
    DELEGATE_CASE = "delegate_case"
    TAKE_OVER_CASE = "take_over_case"
    REOPEN_CASE = "reopen_case"
    FOLLOW_TRACK = "follow_track"
    HOLD_HEARING = "hold_hearing"
    MAKE_PACK = "make_pack"
    KEEP_BODY_KEYS = "keep_body_keys"
    RECORD_HOP = "record_hop"
    SEND_NOTICE = "send_notice"
    CLEAR_PERSON = "clear_person"
    VIEW_AGENDA = "view_agenda"
    KEEP_AGENDA = "keep_agenda"
    MANAGE_PAPERS = "manage_papers"
    VIEW_REGISTERS = "view_registers"
    KEEP_TASKS = "keep_tasks"
    CLOSE_FILE = "close_file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One role in one office, in force at the moment the actor was read."""

    role: Role
    office_id: str
    region: RegionCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The account for which something is done, with its grants of that moment.

    `account_id` is `"public"` for a citizen without an account; then `grants` is empty.
    """

    account_id: str
    grants: tuple[Grant, ...] = ()

    @property
    def office_id(self) -> str:
        """Id of the first office the actor serves, or an empty text."""
        return self.grants[0].office_id if self.grants else ""


def covers(own: RegionCode, asked: RegionCode) -> bool:
    """Say whether `asked` is `own` or lies beneath it."""
    return own in (NATION, asked) or asked.startswith(f"{own}.")

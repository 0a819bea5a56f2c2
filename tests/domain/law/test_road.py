"""The road of a report is data: what follows, what blocks, what is due."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from netra.domain import law

FIFTH = Path(__file__).parent / "fifth" / "pemungutan-contoh.toml"
ROADS = ("pemilihan-2020", "pemilihan-2024", "pemilu-2022")


def walk(procedure: law.Procedure, *results: str) -> list[str]:
    """Return the keys of the steps a list of results leads through."""
    step: law.Step | None = procedure.first_step
    keys = []
    for result in results:
        assert step is not None
        keys.append(step.key)
        step = procedure.after(step.key, result)
    return [*keys, "end" if step is None else step.key]


@pytest.mark.parametrize("procedure_id", ROADS)
def test_a_complete_report_walks_to_the_referral(tables, procedure_id) -> None:
    procedure = tables.procedure(procedure_id)
    results = (
        "done",
        "complete",
        "registered",
        "submitted",
        "referable",
        "sent",
        "told",
    )
    assert walk(procedure, *results) == [
        "intake",
        "initial_study",
        "registration",
        "study",
        "plenary_outcome",
        "referral",
        "status_notice",
        "end",
    ]


@pytest.mark.parametrize("procedure_id", ROADS)
def test_an_incomplete_report_walks_through_notice_and_completion(
    tables, procedure_id
) -> None:
    procedure = tables.procedure(procedure_id)
    assert walk(procedure, "done", "incomplete", "sent", "completed", "complete") == [
        "intake",
        "initial_study",
        "notice",
        "completion",
        "completion_check",
        "registration",
    ]


@pytest.mark.parametrize("procedure_id", ROADS)
def test_a_lapsed_completion_that_fails_ends_with_the_status_told(
    tables, procedure_id
) -> None:
    procedure = tables.procedure(procedure_id)
    results = ("done", "incomplete", "sent", "lapsed", "failed", "told")
    assert walk(procedure, *results)[-2:] == ["status_notice", "end"]


def test_a_matter_not_proven_goes_straight_to_the_status_notice(tables) -> None:
    following = tables.procedure("pemilihan-2024").after("plenary_outcome", "closed")
    assert following is not None
    assert following.key == "status_notice"


def test_a_follow_up_can_be_watched_after_the_status_is_told(tables) -> None:
    procedure = tables.procedure("pemilihan-2024")
    following = procedure.after("status_notice", "follow_up")
    assert following is not None
    assert following.kind is law.StepKind.FOLLOW_UP
    assert procedure.after("follow_up", "followed_up") is None


def test_every_result_of_every_step_leads_somewhere(tables) -> None:
    for procedure in tables.procedures.values():
        for step in procedure.steps.values():
            for result in step.results:
                following = procedure.after(step.key, result)
                assert following is None or following.key in procedure.steps


@pytest.mark.parametrize("procedure_id", ROADS)
def test_every_step_of_the_main_line_can_be_reached(tables, procedure_id) -> None:
    procedure = tables.procedure(procedure_id)
    reached, waiting = set(), [procedure.first_step]
    while waiting:
        step = waiting.pop()
        if step.key in reached:
            continue
        reached.add(step.key)
        followers = (procedure.after(step.key, result) for result in step.results)
        waiting += [follower for follower in followers if follower is not None]
    on_the_line = {key for key, step in procedure.steps.items() if not step.side}
    assert reached == on_the_line


def test_every_event_of_the_road_that_a_deadline_waits_for_is_emitted(tables) -> None:
    procedure = tables.procedure("pemilihan-2024")
    emitted = {
        event
        for step in procedure.steps.values()
        for events in step.emits.values()
        for event in events
    }
    awaited = {
        procedure.deadlines[key].met_by
        for key in (
            "report_window",
            "initial_study",
            "notify_incomplete",
            "completion",
            "registration",
            "handling",
        )
    }
    assert awaited <= emitted


def test_every_event_has_a_name_for_readers(tables) -> None:
    named = set(tables.events)
    for procedure in tables.procedures.values():
        for term in procedure.deadlines.values():
            used = {term.event, term.met_by, term.only_after, *term.also_ended_by}
            assert used - {None} <= named
        for step in procedure.steps.values():
            assert {e for events in step.emits.values() for e in events} <= named


def test_a_result_off_the_road_is_an_error_naming_the_known(tables) -> None:
    with pytest.raises(law.NotOnRoadError) as caught:
        tables.procedure("pemilihan-2024").after("intake", "skipped")
    assert "done" in caught.value.reader_message


def test_an_unknown_step_is_an_error(tables) -> None:
    with pytest.raises(law.UnknownKeyError):
        tables.procedure("pemilihan-2024").step("no_such_step")


def test_a_step_tells_what_it_still_needs(tables) -> None:
    plenary = tables.procedure("pemilihan-2024").step("plenary_outcome")
    open_needs = law.open_needs(plenary, {"quorum_met": True, "study_approved": False})
    assert [need.key for need in open_needs] == [
        "study_approved",
        "every_respondent_voted",
    ]
    assert "selain penyusunnya" in open_needs[0].blocks


def test_a_step_with_all_it_needs_is_free(tables) -> None:
    plenary = tables.procedure("pemilihan-2024").step("plenary_outcome")
    facts = dict.fromkeys((need.key for need in plenary.needs), True)
    assert law.open_needs(plenary, facts) == ()


def test_steps_stand_in_one_order_with_the_added_ones_in_place(tables) -> None:
    steps = tables.procedure("pemilihan-2024").steps
    assert [step.order for step in steps.values()] == list(range(1, len(steps) + 1))
    keys = list(steps)
    assert keys.index("notice") == keys.index("initial_study") + 1
    assert keys.index("completion_check") == keys.index("completion") + 1
    assert steps["notice"].status is law.Status.DERIVED


def test_papers_are_due_on_their_steps(tables) -> None:
    steps = tables.procedure("pemilihan-2024").steps
    due = {paper for step in steps.values() for paper in step.papers}
    assert due == {
        law.Paper.RECEIPT,
        law.Paper.MISSING_ITEMS_NOTICE,
        law.Paper.INITIAL_STUDY,
        law.Paper.FINDING,
        law.Paper.FINDING_PLENARY,
        law.Paper.REGISTRATION,
        law.Paper.STUDY,
        law.Paper.PLENARY_DECISION,
        law.Paper.REFERRAL_LETTER,
        law.Paper.STATUS_NOTICE,
    }  # every other paper is drawn from a row beside the road, when there is one


@pytest.mark.parametrize(
    ("procedure_id", "paper", "code"),
    [
        ("pemilihan-2024", "finding", "A.2"),
        ("pemilihan-2024", "receipt", "A.3"),
        ("pemilihan-2024", "missing_items_notice", "A.5"),
        ("pemilihan-2024", "study", "A.11"),
        ("pemilihan-2024", "status_notice", "A.17"),
        ("pemilu-2022", "finding", "B.2"),
        ("pemilu-2022", "receipt", "B.3"),
        ("pemilu-2022", "study", "B.13"),
    ],
)
def test_a_paper_carries_the_form_whose_title_is_known(
    tables, procedure_id, paper, code
) -> None:
    form = tables.procedure(procedure_id).form_for(paper)
    assert form is not None
    assert form.code == code


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        ("administrative", "A.12"),
        ("organiser_ethics", "A.13"),
        ("criminal", "A.14"),
        ("other_law_asn", "A.15"),
    ],
)
def test_a_referral_letter_carries_the_form_of_its_outcome(
    tables, outcome, code
) -> None:
    procedure = tables.procedure("pemilihan-2020")
    form = procedure.form_for("referral_letter", outcome)
    assert form is not None
    assert form.code == code
    assert procedure.form_for("referral_letter") is None


@pytest.mark.parametrize("paper", ["referral_letter", "registration"])
def test_a_paper_without_a_known_form_carries_none(tables, paper) -> None:
    assert tables.procedure("pemilu-2022").form_for(paper) is None


def test_a_form_without_a_known_title_has_no_code(tables) -> None:
    unknown = [f for f in tables.procedure("pemilu-2022").forms if f.code is None]
    assert [form.listed_as for form in unknown] == ["B.4-B.8, B.14-B.17, B.19-B.21"]


def test_the_change_of_2024_inherits_what_it_does_not_change(tables) -> None:
    before, after = (tables.procedure(key) for key in ROADS[:2])
    assert list(after.deadlines) == list(before.deadlines)
    assert after.deadlines["handling"] == before.deadlines["handling"]
    assert after.steps["clarification"].title.endswith("(Pasal 26 hasil perubahan)")
    assert after.steps["clarification"].details["counsel_allowed"] == "ya"
    assert after.formal_items == before.formal_items
    assert before.reception_hours.mon_thu is None
    assert after.reception_hours.mon_thu == "08:00-16:00"
    assert after.side_rules == before.side_rules


def test_a_report_must_meet_formal_and_material_requirements(tables) -> None:
    procedure = tables.procedure("pemilihan-2024")
    assert [item.key for item in procedure.formal_items] == [
        "reporter_name_address",
        "respondent_identity",
        "within_window",
        "signature_matches_id",
        "identity_card",
    ]
    assert [item.key for item in procedure.material_items] == [
        "time_place",
        "account",
        "evidence",
    ]
    beyond_mending = [i.key for i in procedure.formal_items if not i.remediable]
    assert beyond_mending == ["within_window"]


def test_a_general_election_asks_for_no_matching_signature(tables) -> None:
    keys = [item.key for item in tables.procedure("pemilu-2022").formal_items]
    assert keys == ["reporter_name_address", "respondent_identity", "within_window"]


@pytest.fixture(scope="module")
def with_fifth() -> law.Law:
    return law.load_law(FIFTH)


def test_a_fifth_procedure_is_added_by_a_table_alone(with_fifth) -> None:
    assert len(with_fifth.procedures) == 5
    procedure = with_fifth.procedure("contoh-2026")
    assert walk(procedure, "taken", "good", "sent") == [
        "arrival",
        "sorting",
        "answer",
        "end",
    ]


def test_the_fifth_procedure_brings_its_own_needs_items_and_forms(with_fifth) -> None:
    procedure = with_fifth.procedure("contoh-2026")
    (need,) = law.open_needs(procedure.step("answer"), {})
    assert need.blocks == "Ketua belum menyetujui."
    assert with_fifth.conditions["head_agrees"] == need
    assert [item.key for item in procedure.formal_items] == ["power_of_attorney"]
    assert procedure.form_for("receipt").code == "C.1"


def test_a_report_walks_the_fifth_procedure_with_its_clock(
    with_fifth, calendar
) -> None:
    procedure = with_fifth.procedure("contoh-2026")
    at = datetime(2026, 2, 2, 3, 0, tzinfo=UTC)
    step: law.Step | None = procedure.first_step
    events: dict[str, datetime] = {}
    due = []
    for result in ("taken", "good", "sent"):
        assert step is not None
        events |= dict.fromkeys(step.emits[result], at)
        step = procedure.after(step.key, result)
        at += timedelta(hours=1)
        running = law.running_deadlines(
            with_fifth, procedure, events, "19.06", calendar
        )
        due.append([deadline.key for deadline in running])
    assert step is None
    assert due == [["sorting"], ["answer"], []]


def test_the_fifth_procedure_stands_in_the_list_of_the_law(with_fifth) -> None:
    entry = with_fifth.entry("contoh-2026.sorting", date(2026, 2, 2))
    assert entry.value == 4
    assert entry.source == "https://example.org/contoh"

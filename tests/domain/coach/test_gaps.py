"""The coach asks for what is missing, once, and never for what is there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netra.domain.coach import (
    Answers,
    Kind,
    Window,
    gaps,
    live_rules,
    load_rules,
)
from tests.domain.coach.cases_of import (
    CASES,
    ITEMS,
    answers_of,
    expected_of,
    items_of,
)

RULES = load_rules()
STEPS = ["waktu", "tempat", "terlapor", "peristiwa", "bukti", "pelapor", "tanda-tangan"]


def keys(answers: Answers, items: frozenset[str] = ITEMS) -> list[str]:
    return [gap.key for gap in gaps(RULES, answers, items)]


@pytest.mark.parametrize(
    "name", [name for name in CASES if CASES[name].get("only") != []]
)
def test_the_questions_follow_from_what_was_told(name: str) -> None:
    row = CASES[name]
    assert keys(answers_of(row), items_of(row)) == expected_of(row)


def test_whoever_gave_a_mail_address_can_be_reached() -> None:
    row = CASES["whoever gave a mail address can be reached"]
    assert keys(answers_of(row), frozenset()) == []


def test_every_rule_is_met_by_some_case() -> None:
    met = {key for row in CASES.values() for key in expected_of(row)}
    assert met == {rule.key for rule in RULES}


def test_a_requirement_the_procedure_does_not_have_is_not_asked_for() -> None:
    assert keys(Answers(), frozenset({"account"})) == ["account", "reach"]


def test_a_passed_window_cannot_be_mended() -> None:
    told = Answers(fields={"waktu": {"known_on": "2024-10-01"}}, window=Window.LATE)
    (gap,) = (g for g in gaps(RULES, told, ITEMS) if g.item == "within_window")
    assert gap.kind is Kind.LATE


def test_hints_stand_behind_what_is_missing() -> None:
    kinds = [rule.kind is Kind.HINT for rule in RULES]
    assert kinds == sorted(kinds)


texts = st.one_of(
    st.just(""),
    st.text(max_size=20),
    st.sampled_from(
        [
            "saya lihat foto",
            "12 Oktober",
            "sekitar sore",
            "Ia ikut kampanye di lapangan dan ikut mengangkat tangan bersama yang lain",
        ]
    ),
)
FIELDS = {
    "waktu": ["known_on", "happened_on", "happened_time"],
    "tempat": ["regency", "place"],
    "peristiwa": ["account"],
    "bukti": ["links"],
    "pelapor": ["name", "address", "phone", "email"],
    "tanda-tangan": ["signed_at_office", "card_at_office"],
}


@st.composite
def told(draw: st.DrawFn) -> Answers:
    fields = {
        step: {name: draw(texts) for name in names} for step, names in FIELDS.items()
    }
    person = st.fixed_dictionaries(
        dict.fromkeys(("name", "workplace", "post", "phone"), texts)
    )
    kinds = ["evidence", "signed_page", "identity_card"]
    return Answers(
        fields=fields,
        people={"terlapor": tuple(draw(st.lists(person, max_size=3)))},
        files={kind: draw(st.integers(0, 2)) for kind in kinds},
        window=draw(st.sampled_from(Window)),
    )


@given(
    answers=told(),
    live=st.sets(st.sampled_from(STEPS)),
    items=st.sets(st.sampled_from(sorted(ITEMS))),
)
def test_what_is_settled_elsewhere_says_the_same(
    answers: Answers, live: set[str], items: set[str]
) -> None:
    left = live_rules(RULES, answers, items, live)
    told_here = Answers(
        fields={step: row for step, row in answers.fields.items() if step in live},
        people={s: rows for s, rows in answers.people.items() if s in live},
        files={
            kind: count
            for kind, count in answers.files.items()
            if ("bukti" if kind == "evidence" else "tanda-tangan") in live
        },
        window=answers.window if "waktu" in live else Window.UNKNOWN,
    )
    found = [gap.key for gap in gaps(left, told_here, items)]
    assert found == keys(answers, frozenset(items))


@given(answers=told(), live=st.sets(st.sampled_from(STEPS)))
def test_no_word_told_elsewhere_is_left_in_the_rules_of_a_page(
    answers: Answers, live: set[str]
) -> None:
    fields = {
        rule.when.field.partition(".")[0]
        for rule in live_rules(RULES, answers, ITEMS, live)
        if rule.when.field
    }
    assert fields <= live


@given(answers=told())
def test_a_requirement_is_never_both_missing_and_hinted_at_for_one_field(
    answers: Answers,
) -> None:
    asked = gaps(RULES, answers, ITEMS)
    missing = {(g.step, g.field) for g in asked if g.kind is Kind.MISSING}
    hinted = {(g.step, g.field) for g in asked if g.kind is Kind.HINT}
    assert not missing & hinted

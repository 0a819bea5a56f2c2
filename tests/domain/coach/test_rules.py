"""The table of rules is read whole or not at all."""

import pytest

from netra.domain.coach import CoachDataError, CoachError, load_rules, read_rules
from netra.domain.law import load_law

ROW = """
[[rule]]
key = "a"
item = "account"
kind = "missing"
step = "peristiwa"
field = "account"
when = {when}
"""
GOOD = ROW.format(when='{ sign = "blank", field = "peristiwa.account" }')


def test_a_table_of_one_rule_is_read() -> None:
    (rule,) = read_rules(GOOD)
    assert (rule.key, rule.when.field) == ("a", "peristiwa.account")


@pytest.mark.parametrize(
    "when",
    [
        '{ sign = "guess" }',
        '{ sign = "blank", field = "account" }',
        '{ sign = "not" }',
        '{ sign = "all" }',
        '{ sign = "says", field = "peristiwa.account" }',
        '{ sign = "matches", field = "peristiwa.account" }',
        '{ sign = "matches", field = "peristiwa.account", pattern = "[" }',
        '{ sign = "matches", field = "peristiwa.account", pattern = "é" }',
        '{ sign = "matches", field = "peristiwa.account", pattern = \'\\bss\' }',
        '{ sign = "fewer_words", field = "peristiwa.account", count = "many" }',
        '{ sign = "somebody", field = "terlapor", parts = [] }',
    ],
)
def test_a_sign_without_sense_is_refused(when: str) -> None:
    with pytest.raises(CoachDataError):
        read_rules(ROW.format(when=when))


@pytest.mark.parametrize("text", ["[[rule", "", "[[rule]]\nkey = 'a'", GOOD + GOOD])
def test_a_broken_table_is_refused(text: str) -> None:
    with pytest.raises(CoachError) as caught:
        read_rules(text)
    assert caught.value.reader_message


def test_every_requirement_of_the_law_data_has_a_rule() -> None:
    known = {rule.item for rule in load_rules()}
    for procedure in load_law().procedures.values():
        items = (*procedure.formal_items, *procedure.material_items)
        assert {item.key for item in items} <= known

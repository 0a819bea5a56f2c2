"""The form of a supervision report, by its five parts."""

from netra.domain import law


def test_form_a_has_five_parts_in_their_order(tables) -> None:
    form = law.supervision_form(tables)
    assert form.code == "A"
    assert list(form.parts) == ["I", "II", "III", "IV", "V"]
    assert all(part.title and part.fields for part in form.parts.values())


def test_only_the_parts_that_were_seen_are_confirmed(tables) -> None:
    parts = law.supervision_form(tables).parts
    confirmed = {no for no, p in parts.items() if p.status is law.Status.CONFIRMED}
    assert confirmed == {"I", "II"}

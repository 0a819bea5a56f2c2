"""Once somebody is cleared, what names them reads masked and stays sealed unharmed."""

import pickle

from netra.records.access import revealed
from netra.records.ledger.replaying import compare
from netra.records.reports.models import Respondent
from tests import people


def _cleared(cast: people.Cast) -> Respondent:
    row = people.submitted(cast).respondents.get()
    Respondent.objects.filter(pk=row.pk).update(
        cleared_at=people.DECIDED_AT, cleared_as=1
    )
    return Respondent.objects.get(pk=row.pk)


def test_the_attribute_itself_gives_the_mask(cast: people.Cast) -> None:
    row = _cleared(cast)
    assert row.name == "Terlapor 1 (nama disimpan tersegel)"
    assert (row.post, row.workplace) == ("disimpan tersegel", "disimpan tersegel")
    assert "Bambang" not in f"{row.name} {row.name!s} {row.name!r} {[row.name]}"


def test_what_was_empty_stays_empty(cast: people.Cast) -> None:
    assert _cleared(cast).address == ""


def test_the_seal_is_opened_only_by_asking_for_it(cast: people.Cast) -> None:
    assert revealed(_cleared(cast).name) == people.RESPONDENT.name


def test_saving_and_refreshing_never_write_the_mask(cast: people.Cast) -> None:
    row = _cleared(cast)
    row.refresh_from_db()
    row.save()
    row.name = row.name
    row.save(update_fields=["name", "post"])
    Respondent.objects.filter(pk=row.pk).update(name=row.name)
    Respondent.objects.filter(pk=row.pk).update(cleared_at=None, cleared_as=None)
    kept = Respondent.objects.get(pk=row.pk)
    assert (kept.name, kept.post) == (people.RESPONDENT.name, people.RESPONDENT.post)


def test_a_copy_that_leaves_the_process_holds_only_the_mask(cast: people.Cast) -> None:
    assert b"Bambang" not in pickle.dumps(_cleared(cast).name)


def test_the_ledger_still_opens_what_it_was_told(cast: people.Cast) -> None:
    _cleared(cast)
    assert compare().difference is None


def test_an_uncleared_person_is_named_as_before(cast: people.Cast) -> None:
    row = people.submitted(cast).respondents.get()
    assert row.name == people.RESPONDENT.name
    assert type(row.name) is str

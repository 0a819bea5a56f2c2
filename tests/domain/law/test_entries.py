"""Every value of the law can be looked up with its article, status and source."""

from datetime import date

import pytest

from netra.domain import law

DAY = date(2024, 9, 10)


def test_the_initial_study_of_2020_is_two_calendar_days(tables) -> None:
    entry = tables.entry("pemilihan-2020.initial_study", DAY)
    assert (entry.value, entry.unit) == (2, "calendar_days")
    assert entry.article == "Perbawaslu 8/2020 art. 9"
    assert entry.status is law.Status.CONFIRMED
    assert entry.source is not None
    assert entry.valid_from == date(2020, 9, 30)
    assert entry.valid_to == date(2024, 9, 29)


@pytest.mark.parametrize(
    ("key", "kind", "status"),
    [
        ("pemilihan-2020", "procedure", "estimate"),
        ("pemilihan-2020.handling", "deadline", "unconfirmed"),
        ("pemilihan-2020.step.initial_study", "step", "unconfirmed"),
        ("pemilihan-2020.form.A.1", "form", "confirmed"),
        ("pemilihan-2020.outcome.criminal", "outcome", "unconfirmed"),
        ("pemilihan-2020.side_rule.delegation", "side_rule", "confirmed"),
        ("pemilihan-2020.report_formal", "requirement", "confirmed"),
        ("pemilihan-2020.report_material", "requirement", "confirmed"),
        ("pemilihan-2020.who_may_report", "requirement", "confirmed"),
        ("pemilihan-2020.registration_number", "number", "unconfirmed"),
        ("pemilihan-2020.reception_hours", "hours", "unconfirmed"),
        ("pemilihan-2020.finding", "rule", "confirmed"),
        ("ethics-photo-with-prospective", "violation", "confirmed"),
        ("pp94-5n5", "norm", "unconfirmed"),
        ("severe", "sanction", "unconfirmed"),
        ("authority.bkn-regional-office-7", "authority", "unconfirmed"),
        ("route.other_law_asn.pns.bkn.2024-09-04", "route", "confirmed"),
        ("clock.first_day_counts", "clock", "unconfirmed"),
        ("clock.pemilihan_unit", "clock", "confirmed"),
        ("sbt.satgas-verification", "sbt_step", "unconfirmed"),
        ("sbt.to-ppk", "sbt_step", "confirmed"),
        ("election.pilkada-2024", "election", "confirmed"),
        ("pilkada-2024.stage.ballot_number", "stage", "unconfirmed"),
        ("class.pppk_paruh_waktu", "class", "unconfirmed"),
        ("statute.UU 20/2023 art. 24(1)", "statute", "unconfirmed"),
        ("phase_rule", "phase_rule", "derived"),
        ("news.other", "news_category", "derived"),
        ("future.national-local-split", "future", "confirmed"),
        ("supervision_report", "form", "confirmed"),
    ],
)
def test_every_kind_of_value_has_a_key(tables, key, kind, status) -> None:
    entry = tables.entry(key, DAY)
    assert entry.kind == kind
    assert entry.status == status
    assert entry.label


def test_the_parts_of_a_deadline_keep_their_statuses(tables) -> None:
    entry = tables.entry("pemilihan-2020.police_investigation", DAY)
    assert entry.status is law.Status.UNCONFIRMED
    assert entry.parts["length"] is law.Status.CONFIRMED
    assert entry.parts["article"] is law.Status.UNCONFIRMED


def test_a_value_before_its_law_is_not_in_force(tables) -> None:
    with pytest.raises(law.NotInForceError) as caught:
        tables.entry("pemilihan-2024.initial_study", date(2024, 9, 29))
    assert "30 September 2024 – …" in caught.value.reader_message


def test_a_value_after_its_law_is_not_in_force(tables) -> None:
    with pytest.raises(law.NotInForceError):
        tables.entry("pemilihan-2020.initial_study", date(2024, 9, 30))


def test_a_sanction_of_the_old_regulation_ends_with_it(tables) -> None:
    assert tables.entry("severe_pp53", date(2021, 8, 30)).valid_from is None
    with pytest.raises(law.NotInForceError):
        tables.entry("severe_pp53", date(2021, 8, 31))


def test_an_item_before_the_decree_of_2022_is_that_of_2020(tables) -> None:
    entry = tables.entry("discipline-photo-with-candidate", date(2020, 10, 1))
    assert entry.label.startswith("SKB 2020: ")
    assert entry.status is law.Status.UNCONFIRMED
    now = tables.entry("discipline-photo-with-candidate", date(2022, 9, 22))
    assert not now.label.startswith("SKB 2020")


def test_an_unknown_key_is_an_error(tables) -> None:
    with pytest.raises(law.UnknownKeyError) as caught:
        tables.entry("pemilihan-2020.no_such_value", DAY)
    assert "no_such_value" in caught.value.reader_message


def test_no_two_values_of_one_key_are_in_force_on_the_same_day(tables) -> None:
    for day in (date(2020, 10, 1), date(2024, 9, 10), date(2025, 8, 20)):
        keys = [entry.key for entry in tables.entries() if entry.in_force(day)]
        assert len(keys) == len(set(keys))


def test_every_deadline_step_and_form_of_every_procedure_is_listed(tables) -> None:
    keys = {entry.key for entry in tables.entries()}
    for procedure in tables.procedures.values():
        wanted = {
            *procedure.deadlines,
            *(f"step.{key}" for key in procedure.steps),
            *(f"form.{form.listed_as}" for form in procedure.forms),
            *(f"outcome.{key}" for key in procedure.outcomes),
            *(f"side_rule.{key}" for key in procedure.side_rules),
        }
        assert {f"{procedure.id}.{key}" for key in wanted} <= keys


def test_every_confirmed_value_of_a_regulation_names_its_source_or_article(
    tables,
) -> None:
    ours = ("class", "clock", "authority", "route")
    bare = [
        entry.key
        for entry in tables.entries()
        if entry.status is law.Status.CONFIRMED
        and entry.kind not in ours
        and not (entry.sources or entry.article)
    ]
    assert bare == []


def test_the_procedures_parts_are_found_by_id(tables) -> None:
    assert tables.election("pilkada-2024").voting_on == date(2024, 11, 27)
    for lookup in (tables.procedure, tables.election, tables.violation):
        with pytest.raises(law.UnknownKeyError):
            lookup("no-such-id")


def test_labels_lead_to_items_of_the_catalogue(tables) -> None:
    led_to = {item for label in tables.labels.values() for item in label.violations}
    assert led_to == set(tables.violations)


def test_an_event_without_a_name_is_called_by_its_key(tables) -> None:
    assert tables.event_label("report_submitted") == "Laporan disampaikan"
    assert tables.event_label("no_such_event") == "no_such_event"


def test_the_law_is_read_once(tables) -> None:
    assert law.load_law() is tables

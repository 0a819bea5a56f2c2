"""The addressee follows class, outcome and day of referral."""

from datetime import date

import pytest

from netra.domain import law
from tests.domain.law.examples_of import examples, names

ROUTES = examples("routes.toml")
DAY = date(2024, 11, 12)


@pytest.mark.parametrize("example", ROUTES, ids=names(ROUTES))
def test_an_outcome_goes_where_the_table_says(example: dict, tables: law.Law) -> None:
    found = law.route(
        tables,
        example["class"],
        example["outcome"],
        example["on"],
        example.get("election_kind"),
    )
    assert found.to == example["to"]
    assert list(found.copy_to) == example["copy_to"]
    assert found.status == example["status"]
    assert found.instrument == example.get("instrument")
    others = [other.to for other in found.alternatives]
    assert others == example.get("alternatives", [])


def test_the_circular_of_september_founds_the_route_to_bkn(tables: law.Law) -> None:
    found = law.route(tables, "pns", "other_law_asn", date(2024, 9, 10))
    assert found.basis == (
        "UU 20/2023",
        "Perpres 92/2024",
        "SE MenPANRB 4/2024 (4 September 2024)",
    )
    assert found.channel == "Letter of referral uploaded in SBT (sbt.bkn.go.id)"
    assert found.to_label == "Badan Kepegawaian Negara"


def test_the_copies_of_the_kasn_route_are_unconfirmed(tables: law.Law) -> None:
    found = law.route(tables, "pns", "other_law_asn", date(2024, 8, 1))
    assert found.status is law.Status.CONFIRMED
    assert found.copy_status is law.Status.UNCONFIRMED


def test_an_administrative_outcome_asks_for_the_election_kind(tables: law.Law) -> None:
    with pytest.raises(law.ElectionKindNeededError) as caught:
        law.route(tables, "pns", "administrative", DAY)
    assert "pemilihan, pemilu" in caught.value.reader_message


def test_an_unknown_election_kind_has_no_route(tables: law.Law) -> None:
    with pytest.raises(law.NoRouteError):
        law.route(tables, "pns", "administrative", DAY, "pilkades")


def test_an_unknown_class_is_refused_with_the_known_ones(tables: law.Law) -> None:
    with pytest.raises(law.UnknownClassError) as caught:
        law.route(tables, "asn", "other_law_asn", DAY)
    assert "pns, pppk, pppk_paruh_waktu, non_asn" in caught.value.reader_message


def test_an_unknown_outcome_is_refused_with_the_known_ones(tables: law.Law) -> None:
    with pytest.raises(law.NoRouteError) as caught:
        law.route(tables, "pns", "not_registered", DAY)
    assert "other_law_asn, criminal" in caught.value.reader_message


@pytest.mark.parametrize(
    ("subject", "outcome", "on"),
    [
        ("candidate", "other_law_asn", DAY),
        ("any", "other_law_asn", DAY),
        ("pns", "criminal", date(2016, 6, 30)),
        ("pns", "other_law_asn", date(2014, 1, 14)),
    ],
)
def test_no_route_is_an_error_not_a_guess(
    tables: law.Law, subject: str, outcome: str, on: date
) -> None:
    with pytest.raises(law.NoRouteError):
        law.route(tables, subject, outcome, on)


def test_every_addressee_and_copy_of_the_routes_is_a_known_body(
    tables: law.Law,
) -> None:
    named = {body for row in tables.routes for body in (row.to, *row.copy_to)}
    assert named - set(tables.authorities) == set()


def test_every_class_of_a_route_is_a_known_class(tables: law.Law) -> None:
    named = {subject for row in tables.routes for subject in row.subjects}
    assert named - set(tables.classes) == {"any"}

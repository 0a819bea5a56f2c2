"""`netra route` names the addressee."""

import pytest

from tests.cli.asking import ask, refused, told

ASKED = {
    "subject": "pns",
    "outcome": "other_law_asn",
    "on": "2024-09-10",
    "region": "19.06",
}


def test_the_answer_names_addressee_copies_channel_and_basis() -> None:
    answer = ask("route", **ASKED)
    assert answer["to"] == "bkn"
    assert answer["copy_to"] == ["ppk", "bkpsdm", "inspektorat"]
    assert answer["channel"] == "Letter of referral uploaded in SBT (sbt.bkn.go.id)"
    assert answer["instrument"] is None
    assert answer["basis"][0] == "UU 20/2023"
    assert answer["status"] == "confirmed"


def test_the_kind_of_election_decides_an_administrative_outcome() -> None:
    asked = {**ASKED, "outcome": "administrative"}
    assert ask("route", **asked, election_kind="pemilihan")["to"] == "kpu"
    assert ask("route", **asked, election_kind="pemilu")["to"] == "bawaslu-own-hearing"


def test_the_other_addressee_of_the_gap_is_told() -> None:
    answer = ask("route", **{**ASKED, "on": "2024-08-30"})
    assert answer["status"] == "unconfirmed"
    assert [other["to"] for other in answer["alternatives"]] == ["kemenpanrb"]
    assert "Atau" in told("route", **{**ASKED, "on": "2024-08-30"})


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"subject": "asn"}, "Yang dikenal"),
        ({"outcome": "not_registered"}, "tidak punya alamat"),
        ({"outcome": "administrative"}, "pemilihan, pemilu"),
        ({"subject": "candidate"}, "Tidak ada alamat"),
        ({"on": "10-09-2024"}, "tidak terbaca"),
        ({"region": "19.99"}, "19.99"),
    ],
)
def test_a_wrong_question_is_refused_in_indonesian(changed: dict, says: str) -> None:
    assert says in refused("route", **{**ASKED, **changed})

"""Norms fit by day, phase, subject and kind of election."""

from datetime import date

import pytest

from netra.domain import law
from tests.domain.law.examples_of import examples, names

NORMS = examples("norms.toml")


def offered(tables: law.Law, example: dict) -> law.OfferedNorm:
    found = law.norms_for(
        tables,
        example["on"],
        example["phase"],
        example["election_kind"],
        example["class"],
        example["holds_office"],
    )
    return next(norm for norm in found if norm.violation.id == example["violation"])


@pytest.mark.parametrize("example", NORMS, ids=names(NORMS))
def test_a_norm_fits_as_the_table_says(example: dict, tables: law.Law) -> None:
    norm = offered(tables, example)
    assert norm.fits is example["fits"]
    if example["fits"]:
        assert norm.reasons == ()
        assert norm.status == example["status"]
    else:
        assert any(example["reason"] in reason for reason in norm.reasons)


def test_every_item_is_offered_and_those_that_fit_come_first(tables: law.Law) -> None:
    found = law.norms_for(
        tables, date(2024, 10, 1), "candidate", "pemilihan", "pns", False
    )
    assert len(found) == len(tables.violations)
    fits = [norm.fits for norm in found]
    assert fits == sorted(fits, reverse=True)


def test_a_norm_that_does_not_fit_says_why_in_every_respect(tables: law.Law) -> None:
    found = law.norms_for(tables, date(2020, 9, 1), "after", "pemilu", "tni", False)
    norm = next(n for n in found if n.violation.id == "ethics-banner-prospective")
    assert len(norm.reasons) == 3


def test_an_unknown_class_is_refused_with_the_known_ones(tables: law.Law) -> None:
    with pytest.raises(law.UnknownClassError, match="pppk_paruh_waktu"):
        law.norms_for(tables, date(2024, 10, 1), "after", "pemilu", "asn", False)


def test_an_unknown_phase_is_refused(tables: law.Law) -> None:
    with pytest.raises(ValueError, match="sometimes"):
        law.norms_for(tables, date(2024, 10, 1), "sometimes", "pemilu", "pns", False)


def test_an_item_mapped_to_the_earlier_decree_says_so(tables: law.Law) -> None:
    example = next(row for row in NORMS if "SKB 2022" in row["name"])
    assert "SKB 2020" in offered(tables, example).notes[0]


@pytest.mark.parametrize(
    ("citation", "on", "cited"),
    [
        ("UU 20/2023 art. 24(1)", date(2023, 10, 31), "UU 20/2023 art. 24(1)"),
        (
            "UU 20/2023 art. 24(1)",
            date(2023, 10, 30),
            "UU 5/2014 art. 2 letter f and art. 9(2)",
        ),
        (
            "PP 94/2021 art. 14 letter i",
            date(2021, 8, 30),
            "PP 53/2010 art. 4 numbers 12-15",
        ),
        (
            "PP 94/2021 art. 14 letter i",
            date(2021, 8, 31),
            "PP 94/2021 art. 14 letter i",
        ),
        ("UU 7/2017 art. 494", date(2019, 1, 1), "UU 7/2017 art. 494"),
        (
            "UU 10/2016 art. 188 as read by MK 136/PUU-XXII/2024",
            date(2024, 11, 13),
            "UU 10/2016 art. 188 (state officials, ASN officials, village heads/lurah only)",
        ),
    ],
)
def test_an_act_cites_the_article_of_its_day(
    tables: law.Law, citation: str, on: date, cited: str
) -> None:
    assert law.cited_on(tables, citation, on) == cited


DETERMINED = date(2024, 9, 22)


@pytest.mark.parametrize(
    ("on", "applies", "word"),
    [
        (date(2024, 9, 21), "ethics-photo-with-prospective", "sebelum penetapan"),
        (date(2024, 9, 22), "discipline-photo-with-candidate", "sejak penetapan"),
    ],
)
@pytest.mark.parametrize(
    "asked", ["ethics-photo-with-prospective", "discipline-photo-with-candidate"]
)
def test_the_hinge_turns_on_the_day_of_determination(
    tables: law.Law, on: date, applies: str, word: str, asked: str
) -> None:
    found = law.hinge(tables, asked, on, DETERMINED)
    assert found is not None
    assert found.applies.id == applies
    assert found.before.kind == "ethics"
    assert found.after.kind == "discipline"
    assert word in found.text


def test_an_item_without_a_counterpart_has_no_hinge(tables: law.Law) -> None:
    assert law.hinge(tables, "discipline-party-member", DETERMINED, DETERMINED) is None


def test_the_hinge_of_an_unknown_item_is_an_error(tables: law.Law) -> None:
    with pytest.raises(law.UnknownKeyError):
        law.hinge(tables, "no-such-item", DETERMINED, DETERMINED)


def test_every_hinge_joins_an_ethics_and_a_discipline_item(tables: law.Law) -> None:
    hinged = [v for v in tables.violations.values() if v.counterpart]
    assert len(hinged) == 10
    for violation in hinged:
        other = tables.violation(violation.counterpart)
        assert other.counterpart == violation.id
        assert {violation.kind, other.kind} == {"ethics", "discipline"}


@pytest.mark.parametrize(
    ("violation", "subject", "on", "sanctions"),
    [
        ("discipline-photo-with-candidate", "pns", date(2024, 10, 1), ["severe"]),
        ("discipline-photo-with-candidate", "pns", date(2021, 8, 30), ["severe_pp53"]),
        ("discipline-photo-with-candidate", "pns", date(2021, 8, 31), ["severe"]),
        ("discipline-approach-parties", "pns", date(2020, 10, 1), ["medium_pp53"]),
        ("discipline-photo-with-candidate", "pppk", date(2024, 10, 1), ["pppk"]),
        (
            "discipline-photo-with-candidate",
            "pppk_paruh_waktu",
            date(2025, 10, 1),
            ["pppk"],
        ),
        ("discipline-photo-with-candidate", "non_asn", date(2024, 10, 1), ["contract"]),
        ("discipline-photo-with-candidate", "non_asn", date(2022, 10, 1), []),
        ("ethics-photo-with-prospective", "pns", date(2024, 9, 1), ["moral"]),
        ("ethics-photo-with-prospective", "pppk", date(2024, 9, 1), ["pppk"]),
        ("discipline-party-member", "pppk", date(2024, 9, 1), ["dishonourable"]),
        ("discipline-photo-with-candidate", "tni", date(2024, 9, 1), []),
        (
            "crime-pilkada-official-decision",
            "asn_official",
            date(2024, 10, 1),
            ["prison_pilkada"],
        ),
        (
            "crime-pemilu-asn-campaign-team",
            "asn_official",
            date(2024, 1, 1),
            ["confinement_pemilu_494"],
        ),
    ],
)
def test_a_sanction_is_shown_only_to_its_classes(
    tables: law.Law, violation: str, subject: str, on: date, sanctions: list[str]
) -> None:
    found = law.sanctions_for(tables, violation, subject, on)
    assert [sanction.id for sanction in found] == sanctions


def test_the_sanction_of_a_class_outside_the_norm_is_unconfirmed(
    tables: law.Law,
) -> None:
    (sanction,) = law.sanctions_for(
        tables, "discipline-photo-with-candidate", "pppk", date(2024, 10, 1)
    )
    assert sanction.status is law.Status.UNCONFIRMED


@pytest.mark.parametrize(
    ("kind", "cited", "left_out"),
    [
        ("pemilihan", "UU 10/2016 art. 71(1) (Pilkada)", "UU 7/2017 art. 282 (Pemilu)"),
        ("pemilu", "UU 7/2017 art. 282 (Pemilu)", "UU 10/2016 art. 71(1) (Pilkada)"),
    ],
)
def test_only_articles_of_the_kind_of_election_are_cited(
    tables, kind, cited, left_out
) -> None:
    norm = tables.violation("discipline-decision-favouring")
    found = law.citations_on(tables, norm, date(2024, 10, 1), kind)
    assert cited in found
    assert left_out not in found


@pytest.mark.parametrize(
    ("on", "cited"), [(date(2023, 10, 30), True), (date(2023, 10, 31), False)]
)
def test_an_article_with_a_last_day_is_not_cited_after_it(tables, on, cited) -> None:
    norm = tables.violation("discipline-party-member")
    found = law.citations_on(tables, norm, on, "pemilu")
    assert any("art. 87(4)c" in text for text in found) is cited


def test_a_last_day_is_told_in_indonesian() -> None:
    text = law.in_indonesian("UU 5/2014 art. 87(4)c (until 30 October 2023)")
    assert text == "UU 5/2014 Pasal 87 ayat (4) huruf c (sampai 30 Oktober 2023)"

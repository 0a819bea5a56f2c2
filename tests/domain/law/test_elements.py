"""Elements of the norms: derived, each from an article of its norm."""

import pytest

from netra.domain.law import Status, UnknownKeyError, load_law
from netra.domain.law.elements import elements_of

LAW = load_law()


@pytest.mark.parametrize("norm", sorted(LAW.violations))
def test_every_norm_has_elements_of_its_own_under_unique_keys(norm: str) -> None:
    keys = [one.key for one in elements_of(LAW, norm)]
    assert keys[:2] == ["subject", "time"]
    assert len(keys) > 2
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("norm", sorted(LAW.violations))
def test_every_element_names_an_article_of_its_norm(norm: str) -> None:
    violation = LAW.violation(norm)
    allowed = {*violation.legal_basis, "; ".join(violation.legal_basis)}
    assert {one.article for one in elements_of(LAW, norm)} <= allowed


@pytest.mark.parametrize("norm", sorted(LAW.violations))
def test_no_element_claims_to_be_confirmed(norm: str) -> None:
    statuses = {one.status for one in elements_of(LAW, norm)}
    assert statuses <= {Status.DERIVED, Status.UNCONFIRMED}


def test_who_and_when_come_from_the_catalogue() -> None:
    subject, time, *_own = elements_of(LAW, "crime-pilkada-rotation")
    assert LAW.subject_class("regional_head").label in subject.text
    assert "sebelum penetapan calon" in time.text


def test_a_norm_nobody_knows_has_none() -> None:
    with pytest.raises(UnknownKeyError):
        elements_of(LAW, "no-such-norm")

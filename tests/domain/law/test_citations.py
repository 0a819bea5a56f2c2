"""Citations are read in Indonesian."""

import pytest

from netra.domain.law.citations import in_indonesian


@pytest.mark.parametrize(
    ("table", "reader"),
    [
        ("UU 1/2015 art. 134(5)", "UU 1/2015 Pasal 134 ayat (5)"),
        (
            "PP 94/2021 art. 5 letter n number 5",
            "PP 94/2021 Pasal 5 huruf n angka 5",
        ),
        ("Perbawaslu 8/2020", "Perbawaslu 8/2020"),
        ("UU 20/2023 art. 24(1)", "UU 20/2023 Pasal 24 ayat (1)"),
    ],
)
def test_a_citation_names_article_and_paragraph(table: str, reader: str) -> None:
    assert in_indonesian(table) == reader

"""Citations as an Indonesian reader writes them.

The tables cite in short English (`art. 134(4)`, `letter n number 5`), so that programs
can read them; pages and papers say *Pasal 134 ayat (4)*, *huruf n angka 5*.
"""

import re

_PARTS = (
    (re.compile(r"\barts?\.?\s+(?=\d)"), "Pasal "),
    (re.compile(r"(?<=\d)\((\d+[a-z]?)\)"), r" ayat (\1)"),
    (re.compile(r"(?<=\))([a-z])\b"), r" huruf \1"),
    (re.compile(r"\bletter (?=[a-z]\b)"), "huruf "),
    (re.compile(r"\bnumber (?=\d)"), "angka "),
    (re.compile(r"\bas amended, last by\b"), "sebagaimana diubah terakhir dengan"),
    (re.compile(r"\bas amended by\b"), "sebagaimana diubah dengan"),
    (re.compile(r"\babolished by\b"), "dicabut dengan"),
    (re.compile(r"\bMK decision\b"), "Putusan MK"),
)


def in_indonesian(citation: str) -> str:
    """Return a citation of the tables in Indonesian words.

    Args:
        citation: As the tables hold it; what is not recognised stays as it is.
    """
    for pattern, said in _PARTS:
        citation = pattern.sub(said, citation)
    return citation

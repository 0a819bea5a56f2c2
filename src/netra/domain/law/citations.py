"""Citations as an Indonesian reader writes them.

The tables cite in short English (`art. 134(4)`, `letter n number 5`), so that programs
can read them; pages and papers say *Pasal 134 ayat (4)*, *huruf n angka 5*.
"""

import re
from datetime import date

from .wording import in_words

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_UNTIL = re.compile(rf"\(until (\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})\)")
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


def has_ended(citation: str, on: date) -> bool:
    """Say whether a citation marked "(until day)" no longer holds on `on`."""
    found = _UNTIL.search(citation)
    if found is None:
        return False
    return on > _day(found)


def _day(found: re.Match[str]) -> date:
    day, month, year = found.groups()
    return date(int(year), _MONTHS.index(month) + 1, int(day))


def in_indonesian(citation: str) -> str:
    """Return a citation of the tables in Indonesian words.

    Args:
        citation: As the tables hold it; what is not recognised stays as it is.
    """
    for pattern, said in _PARTS:
        citation = pattern.sub(said, citation)
    citation = _UNTIL.sub(lambda m: f"(sampai {in_words(_day(m))})", citation)
    return citation.replace(
        "(as printed in the decree)", "(sebagaimana tercetak dalam keputusan)"
    )

"""Citations as an Indonesian reader writes them.

The law data cite in short English (`art. 134(4)`, `letter n number 5`), so that
programs can read them; pages say *Pasal 134 ayat (4)*, *huruf n angka 5*.
"""

import re

from django.utils.translation import get_language

__all__ = ["citation_text"]

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


def citation_text(citation: str) -> str:
    """Return a citation in the language of the page.

    Args:
        citation: As the law data hold it; what is not recognised stays as it is.
    """
    if not (get_language() or "id").startswith("id"):
        return citation
    for pattern, said in _PARTS:
        citation = pattern.sub(said, citation)
    return citation
